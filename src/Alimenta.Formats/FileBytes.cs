using System.Buffers;
using System.Security.Cryptography;

namespace Alimenta.Formats;

/// <summary>The bytes of a file, read piece by piece from any place and any number of times: a file of gigabytes costs one buffer. They must not change while they are read.</summary>
public abstract class FileBytes
{
    /// <summary>Bytes that are looked at together.</summary>
    internal const int Window = 1 << 16;

    /// <summary>How many there are.</summary>
    public abstract long Length { get; }

    /// <summary>Bytes that lie in memory.</summary>
    public static FileBytes Of(ReadOnlyMemory<byte> bytes) => new InMemory(bytes);

    /// <summary>Reads from a place until the buffer is full or the file ends.</summary>
    /// <param name="offset">The place, counted from 0.</param>
    /// <param name="into">Where the bytes go.</param>
    /// <returns>How many were read.</returns>
    public abstract int Read(long offset, Span<byte> into);

    /// <summary>SHA-256 of all of them, as lower-case hexadecimal digits.</summary>
    public string Sha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var window = new byte[Window];
        for (long at = 0; Read(at, window) is > 0 and var count; at += count) hash.AppendData(window, 0, count);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The first place at or after another whose byte is one of some; the length when there is none.</summary>
    internal long First(SearchValues<byte> some, long from, bool except = false)
    {
        var window = new byte[Window];
        for (var at = from; at < Length;)
        {
            var bytes = window.AsSpan(0, Read(at, window));
            var found = except ? bytes.IndexOfAnyExcept(some) : bytes.IndexOfAny(some);
            if (found >= 0) return at + found;
            if (bytes.IsEmpty) break;
            at += bytes.Length;
        }

        return Length;
    }

    /// <summary>One behind the last place whose byte is none of some; 0 when there is none.</summary>
    internal long EndOfExcept(SearchValues<byte> some)
    {
        var window = new byte[Window];
        for (var end = Length; end > 0;)
        {
            var start = Math.Max(0, end - Window);
            var bytes = window.AsSpan(0, (int)(end - start));
            var last = bytes[..Read(start, bytes)].LastIndexOfAnyExcept(some);
            if (last >= 0) return start + last + 1;
            end = start;
        }

        return 0;
    }

    private sealed class InMemory(ReadOnlyMemory<byte> bytes) : FileBytes
    {
        public override long Length => bytes.Length;

        public override int Read(long offset, Span<byte> into)
        {
            if (offset >= bytes.Length) return 0;
            var count = (int)Math.Min(into.Length, bytes.Length - offset);
            bytes.Span.Slice((int)offset, count).CopyTo(into);
            return count;
        }
    }
}

/// <summary>A file on a disk that nobody else changes.</summary>
/// <param name="file">The open file; whoever opened it closes it.</param>
public sealed class DiskBytes(Microsoft.Win32.SafeHandles.SafeFileHandle file) : FileBytes
{
    /// <inheritdoc/>
    public override long Length { get; } = RandomAccess.GetLength(file);

    /// <inheritdoc/>
    public override int Read(long offset, Span<byte> into)
    {
        var read = 0;
        while (read < into.Length && RandomAccess.Read(file, into[read..], offset + read) is > 0 and var count) read += count;
        return read;
    }
}
