using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Alimenta.Office.Exchange;

/// <summary>Reads a file line by line as bytes; a byte order mark and carriage returns are no part of a line.</summary>
internal static class JsonLines
{
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    public static async IAsyncEnumerable<byte[]> ReadAsync(Stream from, [EnumeratorCancellation] CancellationToken cancel)
    {
        var pipe = PipeReader.Create(from, new(leaveOpen: true, bufferSize: 1 << 16));
        var first = true;
        while (true)
        {
            var read = await pipe.ReadAsync(cancel);
            var buffer = read.Buffer;
            while (buffer.PositionOf((byte)'\n') is { } end)
            {
                yield return Line(buffer.Slice(0, end), ref first);
                buffer = buffer.Slice(buffer.GetPosition(1, end));
            }

            if (read.IsCompleted)
            {
                if (!buffer.IsEmpty) yield return Line(buffer, ref first);
                await pipe.CompleteAsync();
                yield break;
            }

            pipe.AdvanceTo(buffer.Start, buffer.End);
        }
    }

    private static byte[] Line(ReadOnlySequence<byte> bytes, ref bool first)
    {
        var line = bytes.ToArray().AsSpan();
        if (first && line.StartsWith(Mark)) line = line[Mark.Length..];
        first = false;
        return line.TrimEnd("\r \t"u8).TrimStart(" \t"u8).ToArray();
    }
}
