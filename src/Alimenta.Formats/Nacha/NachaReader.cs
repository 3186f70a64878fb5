using System.Buffers;

namespace Alimenta.Formats.Nacha;

/// <summary>Reads ACH files. No input makes it throw: a file is read, or refused as a whole with every reason and its place (our convention F1).</summary>
/// <remarks>Harmless differences are accepted (F3): LF, CRLF, CR or no line breaks, right-trimmed lines, small letters, a missing filler, a byte order mark,
/// a Ctrl-Z at the end. Structure, counts, hash and totals must be right.</remarks>
public static class NachaReader
{
    private static readonly SearchValues<byte> Nothing = SearchValues.Create(" \r\n\t\0\u001A"u8);
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    /// <summary>Reads a file that lies in memory. It is kept and must not be changed while the entries are in use.</summary>
    public static NachaReadResult Read(ReadOnlyMemory<byte> bytes) => Read(FileBytes.Of(bytes));

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The whole file. Its entries are read from it each time that they are walked over.</param>
    public static NachaReadResult Read(FileBytes bytes)
    {
        var faults = new FaultList();
        if (NotAnAchFile(bytes) is { } fault)
        {
            faults.Add(fault);
            return new(null, faults, []);
        }

        var cursor = new RecordCursor(bytes, NachaLayouts.RecordLength);
        var checker = new NachaChecker(cursor, faults);
        while (!faults.Full && cursor.MoveNext()) checker.Next();
        return new(checker.Finish(), faults, checker.Remarks);
    }

    private static FileFault? NotAnAchFile(FileBytes file)
    {
        const string AskSender = "Ask the sender for the ACH file as plain ASCII text.";
        Span<byte> begin = stackalloc byte[4];
        var bytes = begin[..file.Read(0, begin)];
        var start = bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        if (file.First(Nothing, start, except: true) == file.Length) return new("N-EMPTY", 0, 0, 0, "", "", "The file is empty.", "Send the file again.");
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || (bytes.Length > 1 && (bytes[0] == 0 || bytes[1] == 0)))
            return new("N-UTF16", 0, 0, 0, "", "", "The file has two bytes for each character (UTF-16).", AskSender);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xF1, 0xF0, 0xF1])) return new("N-EBCDIC", 0, 0, 0, "", "", "The file is in EBCDIC.", AskSender);
        if (bytes.StartsWith("PK\u0003\u0004"u8)) return new("N-ZIP", 0, 0, 0, "", "", "The file is a ZIP archive.", "Unpack it and send the ACH file inside.");
        Span<byte> one = stackalloc byte[1];
        file.Read(file.First(LineEnds, start, except: true), one);
        var first = one[0];
        return first == '1' ? null : new("N-NOTACH", 1, 1, 0, "Record type", Masked.Printable(((char)first).ToString()), "An ACH file begins with a file header, record type 1.", "Check that this is the right file.");
    }
}
