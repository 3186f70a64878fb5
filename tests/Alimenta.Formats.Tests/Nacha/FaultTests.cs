using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>A fault of structure or control totals refuses the whole file (our convention F1), and says what, where, why and what to do.</summary>
public class FaultTests
{
    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, FaultCases.All.Count)];

    [Theory]
    [MemberData(nameof(Indexes))]
    public void A_spoiled_file_is_refused_with_its_reason_and_place(int index)
    {
        var spoiled = FaultCases.All[index];
        var result = NachaReader.Read(spoiled.Bytes);
        Assert.Null(result.File);
        Assert.True(result.Faults.Any(fault => (fault.Code, fault.Line, fault.Column) == (spoiled.Code, spoiled.Line, spoiled.Column)),
            $"{spoiled.Name}: expected {spoiled.Code} at {spoiled.Line}:{spoiled.Column}, got\n{string.Join('\n', result.Faults)}");
        Assert.All(result.Faults, Speaks);
    }

    // The place in bytes is the same place as line and column.
    [Theory]
    [MemberData(nameof(Indexes))]
    public void A_place_in_bytes_agrees_with_line_and_column(int index)
    {
        var bytes = FaultCases.All[index].Bytes;
        foreach (var fault in NachaReader.Read(bytes).Faults.Where(fault => fault.Line > 0))
        {
            var before = bytes.AsSpan(0, (int)fault.Offset);
            Assert.Equal(fault.Line, before.Count((byte)'\n') + 1);
            Assert.Equal(fault.Column == 0 ? 1 : fault.Column, before.Length - before.LastIndexOf((byte)'\n'));
        }
    }

    // A person can act on it: short, and ends with what to do.
    private static void Speaks(FileFault fault)
    {
        Assert.EndsWith(".", fault.Reason, StringComparison.Ordinal);
        Assert.EndsWith(".", fault.Remedy, StringComparison.Ordinal);
        Assert.InRange((fault.Reason + " " + fault.Remedy).Split(' ').Length, 4, 30);
        Assert.DoesNotContain("4400010001", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("219450187", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_and_not_only_the_first()
    {
        var lines = RawFile.Lines(Fixtures.Employers());
        lines[2] = lines[2].Remove(11, 1).Insert(11, "9");
        lines[8] = lines[8].Remove(79, 8).Insert(79, "99999999");
        lines[28] = lines[28].Remove(1, 6).Insert(1, "000007");
        Assert.Equal([("N-ROUTING", 3L), ("N-ODFI", 9), ("N-BATCHCOUNT", 29)], NachaReader.Read(RawFile.Join(lines)).Faults.Select(fault => (fault.Code, fault.Line)));
    }

    // One wrong letter is one fault: totals that it makes unsure are not told as well.
    [Fact]
    public void One_fault_is_told_once()
    {
        var lines = RawFile.Lines(Fixtures.Employers());
        lines[2] = lines[2].Remove(29, 10).Insert(29, "00000O1725");
        Assert.Equal(["F-NUMBER"], NachaReader.Read(RawFile.Join(lines)).Faults.Select(fault => fault.Code));
        lines[2] += "X";
        Assert.Equal(["N-LENGTH"], NachaReader.Read(RawFile.Join(lines)).Faults.Select(fault => fault.Code));
    }

    [Fact]
    public void A_file_of_noise_gives_a_bounded_answer()
    {
        var lines = RawFile.Lines(Fixtures.Employers());
        var result = NachaReader.Read(RawFile.Join([.. lines[..2], .. Enumerable.Repeat(new string('Z', 5_000), 50_000)]));
        Assert.Equal(FaultList.Limit, result.Faults.Count);
    }

    [Fact]
    public void A_huge_line_gives_a_short_answer()
    {
        var header = RawFile.Lines(Fixtures.Employers())[0];
        var result = NachaReader.Read(RawFile.Join([header, new string('6', 20_000_000)]));
        Assert.Equal(["N-LENGTH", "N-NOCONTROL"], result.Faults.Select(fault => fault.Code));
        Assert.All(result.Faults, fault => Assert.InRange(fault.ToString().Length, 1, 300));

        // The same without a line break is cut into records, and given up after a hundred faults.
        Assert.Equal(FaultList.Limit, NachaReader.Read(RawFile.Join([header, new string('6', 20_000_000)], "")).Faults.Count);
    }
}
