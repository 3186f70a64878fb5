using System.Text;
using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>One table reads, writes, checks and documents.</summary>
public class LayoutTests
{
    [Fact]
    public void The_document_is_what_the_tables_say() => Repository.Same("docs/interfaces/nacha.md", Encoding.UTF8.GetBytes(NachaDocument.Render()));

    [Fact]
    public void Every_record_has_94_characters_and_its_source()
    {
        Assert.All(NachaLayouts.All, layout => Assert.Equal(94, layout.Fields.Sum(field => field.Length)));
        Assert.All(NachaLayouts.All, layout => Assert.NotEmpty(layout.Citation));
        Assert.All(NachaLayouts.All.SelectMany(layout => layout.Fields), field => Assert.EndsWith(".", field.Meaning, StringComparison.Ordinal));
    }

    [Fact]
    public void A_layout_with_a_gap_an_overlap_or_a_wrong_end_cannot_be_made()
    {
        FieldLayout first = FieldLayout.Text("A", 1, 4, "."), gap = FieldLayout.Text("B", 6, 5, "."), overlap = FieldLayout.Text("B", 4, 7, "."), good = FieldLayout.Text("B", 5, 6, ".");
        Assert.Throws<ArgumentException>(() => new RecordLayout("X", "", 10, first, gap));
        Assert.Throws<ArgumentException>(() => new RecordLayout("X", "", 10, first, overlap));
        Assert.Throws<ArgumentException>(() => new RecordLayout("X", "", 11, first, good));
        Assert.Equal(2, new RecordLayout("X", "", 10, first, good).Fields.Count);
    }

    [Fact]
    public void What_does_not_fit_a_field_is_a_broken_promise()
    {
        var record = new RecordBuilder(EntryRecord.Layout, 1, []);
        Assert.Throws<ArgumentOutOfRangeException>(() => record.Number(EntryRecord.Amount, 10_000_000_000));
        Assert.Throws<ArgumentOutOfRangeException>(() => record.Number(EntryRecord.Amount, -1));
        Assert.Throws<ArgumentException>(() => record.Exact(EntryRecord.Id, "1234567890123456"));
        Assert.Throws<ArgumentException>(() => record.Exact(EntryRecord.Id, "É"));
        Assert.Throws<FormatException>(() => new RecordView(new byte[94], 1, 0).Number(EntryRecord.Amount));
    }

    // Accounts, Social Security numbers and what may hold one never stand whole in a message.
    [Fact]
    public void Protected_fields_are_masked_in_messages()
    {
        string[] names = ["DFI account number", "Identification number", "Payment related information", "Corrected data", "Addenda information", "Foreign receiver's account"];
        Assert.Equal(names.Order(StringComparer.Ordinal), NachaLayouts.All.SelectMany(layout => layout.Fields).Where(field => field.Sensitive).Select(field => field.Name).Distinct().Order(StringComparer.Ordinal));

        var lines = RawFile.Lines(Fixtures.Employers());
        lines[2] = lines[2].Remove(12, 17).Insert(12, "4400010001\t      ");
        var fault = Assert.Single(NachaReader.Read(RawFile.Join(lines)).Faults);
        Assert.Equal(("F-CONTROL", "***001?"), (fault.Code, fault.Found));
    }
}
