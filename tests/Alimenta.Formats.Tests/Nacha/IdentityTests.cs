using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>What came before is recognised (our convention F4).</summary>
public class IdentityTests
{
    private static readonly NachaFile First = Fixtures.Read(Fixtures.Employers());

    [Fact]
    public void The_same_file_has_the_same_keys()
    {
        var again = Fixtures.Read(Fixtures.Employers());
        Assert.Equal((First.Key, First.ContentKey), (again.Key, again.ContentKey));
        Assert.Equal("061036000|20261119|1630|A|23|115690050|0|323982", First.Key.ToString());
    }

    // The same content under a new header is another file of the same items.
    [Fact]
    public void A_new_header_makes_a_new_file_of_the_same_items()
    {
        var again = Fixtures.Read(Fixtures.Employers() with { Stamp = new(new(2026, 11, 20), new(8, 5), 'C') });
        Assert.NotEqual(First.Key, again.Key);
        Assert.NotEqual(First.ContentKey, again.ContentKey);
        Assert.Equal(First.Entries.Select(entry => entry.Fingerprint), again.Entries.Select(entry => entry.Fingerprint));
        Assert.Equal(First.Entries.Select(entry => entry.Key), again.Entries.Select(entry => entry.Key));
    }

    [Fact]
    public void Every_item_of_a_file_has_its_own_keys()
    {
        Assert.Equal(5, First.Entries.Select(entry => entry.Fingerprint).Distinct().Count());
        Assert.Equal(5, First.Entries.Select(entry => entry.Key.ToString()).Distinct().Count());
    }

    [Theory]
    [InlineData(3, 30, "0000031726")]
    [InlineData(2, 41, "1911234568")]
    [InlineData(2, 70, "261123")]
    [InlineData(4, 14, "9")]
    public void Another_amount_company_day_or_addenda_is_another_item(int line, int column, string text)
    {
        var lines = RawFile.Lines(Fixtures.Employers());
        lines[line - 1] = lines[line - 1].Remove(column - 1, text.Length).Insert(column - 1, text);
        if (line == 2) lines[8] = lines[8].Remove(44, 10).Insert(44, lines[1].Substring(40, 10));
        if (line == 3)
        {
            lines[8] = lines[8].Replace("000000046725", "000000046726", StringComparison.Ordinal);
            lines[28] = lines[28].Replace("000000323982", "000000323983", StringComparison.Ordinal);
        }

        Assert.NotEqual(First.Entries.First().Fingerprint, Fixtures.Read(RawFile.Join(lines)).Entries.First().Fingerprint);
    }

    // Some originators number each batch anew. Two credits that the bank has totalled are two credits, and stay two when the file comes again.
    [Fact]
    public void Alike_entries_of_one_file_are_told_apart_by_their_place()
    {
        var lines = RawFile.Lines(Fixtures.ToOtherStates());
        var second = lines[1..9].ToArray();
        second[0] = second[0][..87] + "0000002";
        second[^1] = second[^1][..87] + "0000002";
        lines = [.. lines[..9], .. second, "9000002000002" + "00000012" + "0072625728" + "000000000000" + "000000169000" + new string(' ', 39)];
        var file = Fixtures.Read(RawFile.Join(lines));
        Assert.Equal([0, 0, 0, 1, 1, 1], file.Entries.Select(entry => entry.Key.Occurrence));
        Assert.Equal(6, file.Entries.Select(entry => entry.Key).Distinct().Count());
        Assert.Equal(6, file.Entries.Select(entry => entry.Fingerprint).Distinct().Count());
        Assert.Equal(file.Entries.Select(entry => entry.Key), Fixtures.Read(RawFile.Join(lines, "")).Entries.Select(entry => entry.Key));
    }
}
