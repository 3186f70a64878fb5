using System.Text;
using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>Harmless differences of wrapping are accepted (our convention F3) and make no other file.</summary>
public class ToleranceTests
{
    private static readonly string[] Good = RawFile.Lines(Fixtures.Employers());

    private static readonly Dictionary<string, byte[]> Wrappings = new()
    {
        ["LF"] = RawFile.Join(Good),
        ["CRLF"] = RawFile.Join(Good, "\r\n"),
        ["CR"] = RawFile.Join(Good, "\r"),
        ["mixed line ends"] = Encoding.Latin1.GetBytes(string.Concat(Good.Select((line, i) => line + (i % 3) switch { 0 => "\n", 1 => "\r\n", _ => "\r" }))),
        ["one string"] = RawFile.Join(Good, ""),
        ["one string and a line end"] = [.. RawFile.Join(Good, ""), (byte)'\n'],
        ["one string, cut after the totals"] = Encoding.Latin1.GetBytes(string.Concat(Good[..29]).TrimEnd()),
        ["no last line end"] = Encoding.Latin1.GetBytes(string.Join('\n', Good)),
        ["right-trimmed"] = RawFile.Join(Good.Select(line => line.TrimEnd())),
        ["no filler"] = RawFile.Join(Good[..29]),
        ["short filler"] = RawFile.Join([.. Good[..29], "999"]),
        ["a block of filler too many"] = RawFile.Join([.. Good, .. Enumerable.Repeat(new string('9', 94), 10)]),
        ["Ctrl-Z at the end"] = [.. RawFile.Join(Good), 0x1A],
        ["blank lines"] = RawFile.Join([.. Good[..5], "", "   ", .. Good[5..], "", ""]),
        ["byte order mark"] = [0xEF, 0xBB, 0xBF, .. RawFile.Join(Good)],
        ["small letters"] = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(RawFile.Join(Good)).ToLowerInvariant()),
    };

    public static TheoryData<string> Names => [.. Wrappings.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_content_in_another_wrapping_is_the_same_file(string name)
    {
        var expected = Fixtures.Read(Fixtures.Employers());
        var file = Fixtures.Read(Wrappings[name]);
        Assert.Equal(expected.ContentKey, file.ContentKey);
        Assert.Equal(expected.Key, file.Key);
        Assert.Equal(expected.Entries.Select(Told), file.Entries.Select(Told));
    }

    [Fact]
    public void What_was_unusual_is_remarked()
    {
        Assert.Empty(NachaReader.Read(Wrappings["CRLF"]).Remarks);
        Assert.Equal(["The file has no line breaks."], NachaReader.Read(Wrappings["one string"]).Remarks);
        Assert.Equal(["The last block is not filled up with nines."], NachaReader.Read(Wrappings["no filler"]).Remarks);
        Assert.Equal(["The file begins with a byte order mark."], NachaReader.Read(Wrappings["byte order mark"]).Remarks);
        Assert.Contains("lines are shorter", Assert.Single(NachaReader.Read(Wrappings["right-trimmed"]).Remarks), StringComparison.Ordinal);
    }

    // A letter of two bytes moves the columns after it: that is a fault, never a shifted amount.
    [Fact]
    public void A_letter_of_two_bytes_is_a_line_too_long()
    {
        var text = string.Join('\n', Good).Replace("STATE SDU ", "STATÉ SDU ", StringComparison.Ordinal);
        Assert.Contains(NachaReader.Read(Encoding.UTF8.GetBytes(text)).Faults, fault => fault.Code == "N-LENGTH");
        Assert.Empty(NachaReader.Read(Encoding.Latin1.GetBytes(text)).Faults);
    }

    [Fact]
    public void An_effective_date_of_zeros_or_blanks_is_no_date()
    {
        foreach (var date in new[] { "000000", "      " })
        {
            var lines = Good.Select((line, i) => i == 1 ? line.Remove(69, 6).Insert(69, date) : line);
            var file = Fixtures.Read(RawFile.Join(lines));
            Assert.Null(file.Batches.First().Header.EffectiveOn);
            Assert.NotNull(file.Batches.Last().Header.EffectiveOn);
        }
    }

    private static string Told(NachaEntry entry) =>
        $"{entry.Key} {entry.Fingerprint} {entry.Code} {entry.Amount} {(entry.Content as SupportRemittance)?.Items.Count} {entry.Name.ToUpperInvariant()} {entry.Account}";
}
