using System.Text;
using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>A way to spoil a good file, and what must be said of it.</summary>
/// <param name="Name">What was done to the file.</param>
/// <param name="Code">The code of the fault.</param>
/// <param name="Line">Its line.</param>
/// <param name="Column">Its column.</param>
/// <param name="Bytes">The spoiled file.</param>
public sealed record FaultCase(string Name, string Code, long Line, int Column, byte[] Bytes)
{
    public override string ToString() => Name;
}

/// <summary>Every reason for which a file is refused, each with a file that shows it. The document of the interface prints their messages.</summary>
internal static class FaultCases
{
    // Line numbers of Fixtures.Employers: 1 header; 2 batch; 3-8 three entries with addenda; 9 control; 10 batch; 11 CTX entry, 12-20 its addenda;
    // 21 CTX entry, 22-27 its addenda; 28 control; 29 file control; 30 filler.
    private static readonly string[] Good = RawFile.Lines(Fixtures.Employers());
    private static readonly string[] Paid = RawFile.Lines(Fixtures.Disbursements());

    public static IReadOnlyList<FaultCase> All { get; } =
    [
        new("nothing but line ends", "N-EMPTY", 0, 0, "\r\n \r\n"u8.ToArray()),
        new("two bytes a character", "N-UTF16", 0, 0, Encoding.Unicode.GetBytes(string.Concat(Good))),
        new("EBCDIC", "N-EBCDIC", 0, 0, [0xF1, 0xF0, 0xF1, 0x40]),
        new("a ZIP archive", "N-ZIP", 0, 0, [.. "PK\u0003\u0004"u8]),
        new("another file", "N-NOTACH", 1, 1, "Dear sir or madam"u8.ToArray()),
        new("a blank of the header lost", "N-SHIFT", 1, 34, Edit(1, line => line.Remove(3, 1))),
        Put("a letter in the creation date", "F-DATE", 1, 24, "26111X"),
        Put("a date that is not in the calendar", "F-DATE", 1, 24, "260229"),
        Put("a time that is not on the clock", "F-TIME", 1, 30, "2460"),
        Put("another format code", "F-LITERAL", 1, 40, "2"),
        Put("no modifier", "F-MISSING", 1, 34, " "),
        Put("a destination with a wrong check digit", "N-ROUTING", 1, 4, " 231380105"),
        Put("an advice batch", "N-SERVICECLASS", 2, 2, "280"),
        Put("an unknown service class", "N-SERVICECLASS", 2, 2, "230"),
        Put("an unknown entry class", "N-CLASS", 2, 51, "CCX"),
        Put("an effective date that is not in the calendar", "F-DATE", 2, 70, "261332"),
        Put("another class in the control", "N-SERVICECLASS", 9, 2, "200"),
        Put("another company in the control", "N-COMPANY", 9, 45, "1911234568"),
        Put("another bank in the control", "N-ODFI", 9, 80, "06103601"),
        Put("another number in the control", "N-BATCHNUMBER", 9, 88, "0000003"),
        new("batch numbers that do not ascend", "N-BATCHORDER", 10, 88, With((10, 88, "0000001"), (28, 88, "0000001"))),
        Put("a tab in a name", "F-CONTROL", 3, 55, "STATE\tSDU"),
        Put("a letter O in an amount", "F-NUMBER", 3, 30, "OO00031725"),
        Put("a wrong check digit", "N-ROUTING", 3, 12, "5"),
        Put("an unknown transaction code", "N-TRANSACTION", 3, 2, "20"),
        new("a prenote with money", "N-ZERO", 3, 30, With((3, 2, "23"))),
        Put("a debit in a batch of credits", "N-DIRECTION", 3, 2, "27"),
        Put("addenda that are not announced", "N-INDICATOR", 3, 79, "0"),
        new("announced addenda that are missing", "N-INDICATOR", 3, 79, Without(4)),
        Put("an indicator of 2", "N-INDICATOR", 3, 79, "2"),
        new("two entries in each other's place", "N-TRACEORDER", 5, 80, RawFile.Join([.. Good[..2], Good[4], Good[5], Good[2], Good[3], .. Good[6..]])),
        Put("an addenda of another entry", "N-ADDENDAENTRY", 4, 88, "0000002"),
        new("an addenda record lost", "N-ADDENDAORDER", 14, 84, Without(14)),
        new("the last addenda record lost", "N-ADDENDACOUNT", 11, 55, Without(20)),
        Put("an unknown addenda type", "N-ADDENDATYPE", 4, 2, "06"),
        new("one cent more in an entry", "N-CREDITS", 9, 33, With((3, 30, "0000031726"))),
        new("another bank in an entry", "N-HASH", 9, 11, With((3, 4, "121042882"))),
        new("an entry lost", "N-COUNT", 7, 5, Without(3, 4)),
        Put("debits in the control", "N-DEBITS", 9, 21, "000000000001"),
        Put("another number of batches", "N-BATCHCOUNT", 29, 2, "000003"),
        Put("another number of blocks", "N-BLOCKS", 29, 8, "000004"),
        Put("another number of records in the file", "N-COUNT", 29, 14, "00000024"),
        Put("another hash of the file", "N-HASH", 29, 22, "0115690051"),
        Put("other debits of the file", "N-DEBITS", 29, 32, "000000000100"),
        Put("other credits of the file", "N-CREDITS", 29, 44, "000000323983"),
        new("a line too long", "N-LENGTH", 3, 95, Edit(3, line => line + "X")),
        new("a line of another kind", "N-TYPE", 3, 0, RawFile.Join([.. Good[..2], "Page 1 of 2", .. Good[2..]])),
        new("no batch control", "N-NOBATCHCONTROL", 9, 0, Without(9)),
        new("the end missing", "N-NOCONTROL", 0, 0, RawFile.Join(Good[..28])),
        new("cut off in a batch", "N-NOBATCHCONTROL", 0, 0, RawFile.Join(Good[..12])),
        new("two files in one", "N-AFTER", 31, 0, RawFile.Join([.. Good, .. Paid])),
        new("two file controls", "N-AFTER", 30, 0, RawFile.Join([.. Good[..29], Good[28]])),
        new("a second header", "N-ORDER", 2, 0, RawFile.Join([Good[0], .. Good])),
        new("an entry outside a batch", "N-ORDER", 2, 0, RawFile.Join([Good[0], .. Good[2..]])),
        new("addenda before an entry", "N-ORDER", 3, 0, Without(3)),
        new("a control without its batch", "N-ORDER", 10, 0, RawFile.Join([.. Good[..9], Good[8], .. Good[9..]])),
    ];

    private static FaultCase Put(string name, string code, int line, int column, string text) => new(name, code, line, column, With((line, column, text)));

    private static byte[] With(params (int Line, int Column, string Text)[] changes)
    {
        string[] lines = [.. Good];
        foreach (var (line, column, text) in changes) lines[line - 1] = lines[line - 1].Remove(column - 1, text.Length).Insert(column - 1, text);
        return RawFile.Join(lines);
    }

    private static byte[] Edit(int line, Func<string, string> change) => RawFile.Join(Good.Select((each, i) => i == line - 1 ? change(each) : each));

    private static byte[] Without(params int[] lines) => RawFile.Join(Good.Where((_, i) => !lines.Contains(i + 1)));
}
