using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Alimenta.Ledger;

/// <summary>Text that can be read in one way only: each field is preceded by its length. Kept in rented memory, because every entry of the books is written so once to post it and once to prove it.</summary>
internal sealed class CanonicalText : IDisposable
{
    private char[] _chars = ArrayPool<char>.Shared.Rent(1_024);

    /// <summary>How many characters are written.</summary>
    public int Length { get; private set; }

    /// <summary>What is written.</summary>
    public ReadOnlySpan<char> Written => _chars.AsSpan(0, Length);

    /// <summary>Writes a field: its length, a colon, itself and a space.</summary>
    public void Field(ReadOnlySpan<char> value)
    {
        Room(value.Length + 13);
        value.Length.TryFormat(_chars.AsSpan(Length), out var digits, default, CultureInfo.InvariantCulture);
        Length += digits;
        _chars[Length++] = ':';
        value.CopyTo(_chars.AsSpan(Length));
        Length += value.Length;
        _chars[Length++] = ' ';
    }

    /// <summary>Writes a number as a field.</summary>
    public void Field(long value)
    {
        Span<char> digits = stackalloc char[20];
        value.TryFormat(digits, out var count, default, CultureInfo.InvariantCulture);
        Field(digits[..count]);
    }

    /// <summary>Ends the line.</summary>
    public void EndLine()
    {
        Room(1);
        _chars[Length++] = '\n';
    }

    /// <summary>Puts the lines from a place to the end into the order of their characters' numbers.</summary>
    /// <param name="start">Where the first line starts.</param>
    /// <param name="ends">Where each line ends, its newline included.</param>
    public void SortLines(int start, ReadOnlySpan<int> ends)
    {
        if (ends.Length < 2) return;
        var text = ArrayPool<char>.Shared.Rent(Length - start);
        Written[start..].CopyTo(text);
        var lines = new (int Start, int Length)[ends.Length];
        for (var i = 0; i < lines.Length; i++)
        {
            var from = (i == 0 ? start : ends[i - 1]) - start;
            lines[i] = (from, ends[i] - start - from);
        }

        // Without the newline: a line that begins another comes before it.
        Array.Sort(lines, (a, b) => text.AsSpan(a.Start, a.Length - 1).SequenceCompareTo(text.AsSpan(b.Start, b.Length - 1)));
        var at = start;
        foreach (var (from, length) in lines)
        {
            text.AsSpan(from, length).CopyTo(_chars.AsSpan(at));
            at += length;
        }

        ArrayPool<char>.Shared.Return(text);
    }

    /// <summary>SHA-256 of what is written, as UTF-8.</summary>
    public byte[] Hash()
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(Length));
        var hash = SHA256.HashData(bytes.AsSpan(0, Encoding.UTF8.GetBytes(Written, bytes)));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_chars);
        _chars = [];
    }

    private void Room(int more)
    {
        if (Length + more <= _chars.Length) return;
        var larger = ArrayPool<char>.Shared.Rent(2 * (Length + more));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_chars);
        _chars = larger;
    }
}
