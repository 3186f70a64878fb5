using System.Text;

namespace Alimenta.Formats.Tests;

/// <summary>Records are found wherever the pieces end in which a file is read.</summary>
public class RecordCursorTests
{
    private const int Length = 94;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    // Lines of every length and ending, some longer than several pieces, over three pieces at least.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Lines_are_those_of_the_text_cut_by_hand(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(seed % 2 == 0 ? "\uFEFF" : "");
        var ends = new[] { "\n", "\r\n", "\r" };
        while (text.Length < 250_000)
        {
            var length = random.Next(40) switch { 0 => 0, 1 => random.Next(5_000), 2 when random.Next(20) == 0 => random.Next(200_000), _ => random.Next(80, 100) };
            text.Append(random.Next(15) == 0 ? ' ' : (char)random.Next('0', '9'), length).Append(ends[seed % 4 == 3 ? random.Next(3) : seed % 3]);
        }

        var bytes = Encoding.UTF8.GetBytes(text.Append("9 \r\n\u001A").ToString());
        Assert.Equal(ByHand(bytes), Read(FileBytes.Of(bytes)));
        OnDisk(bytes, disk => Assert.Equal(ByHand(bytes), Read(disk)));
    }

    [Fact]
    public void A_string_without_line_breaks_is_cut_by_length_across_the_pieces()
    {
        var random = new Random(5);
        var bytes = Encoding.Latin1.GetBytes([.. Enumerable.Range(0, Length * 3_000 + 17).Select(_ => (char)random.Next('A', 'Z'))]);
        var records = Read(FileBytes.Of(bytes));
        Assert.Equal(3_001, records.Count);
        Assert.Equal(Encoding.Latin1.GetString(bytes).PadRight(Length * 3_001), string.Concat(records.Select(r => r.Text)));
        Assert.Equal((3_001L, Length * 3_000L, 17L), (records[^1].Line, records[^1].Offset, records[^1].Size));
        OnDisk(bytes, disk => Assert.Equal(records, Read(disk)));
    }

    [Fact]
    public void Bytes_on_a_disk_have_the_hash_of_those_in_memory()
    {
        var bytes = Enumerable.Range(0, 200_001).Select(i => (byte)(i % 251)).ToArray();
        var expected = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        Assert.Equal(expected, FileBytes.Of(bytes).Sha256());
        OnDisk(bytes, disk => Assert.Equal((expected, bytes.Length), (disk.Sha256(), disk.Length)));
    }

    private static List<(long Line, long Offset, long Size, string Text)> Read(FileBytes file)
    {
        var found = new List<(long, long, long, string)>();
        for (var cursor = new RecordCursor(file, Length); cursor.MoveNext();) found.Add((cursor.Line, cursor.Offset, cursor.Size, Encoding.Latin1.GetString(cursor.Current.Bytes)));
        return found;
    }

    private static List<(long Line, long Offset, long Size, string Text)> ByHand(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes).TrimEnd(' ', '\r', '\n', '\u001A');
        var found = new List<(long, long, long, string)>();
        var start = text.StartsWith("\u00EF\u00BB\u00BF", StringComparison.Ordinal) ? 3 : 0;
        for (var line = 1; start < text.Length; line++)
        {
            var end = text.IndexOfAny(['\r', '\n'], start) is >= 0 and var found1 ? found1 : text.Length;
            var content = text[start..end];
            if (content.Trim(' ').Length > 0) found.Add((line, start, content.Length, content.Length > Length ? content[..Length] : content.PadRight(Length)));
            start = end + (string.CompareOrdinal(text, end, "\r\n", 0, 2) == 0 ? 2 : 1);
        }

        return found;
    }

    private static void OnDisk(byte[] bytes, Action<FileBytes> look)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, bytes);
            using var file = File.OpenHandle(path);
            look(new DiskBytes(file));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
