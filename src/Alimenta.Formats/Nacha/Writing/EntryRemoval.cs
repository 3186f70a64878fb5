using System.Buffers;
using System.Globalization;
using System.Text;

namespace Alimenta.Formats.Nacha;

/// <summary>Takes entries out of a file that was written and has not left. What stays keeps its bytes and its trace numbers; only counts, hashes, totals and blocks change.</summary>
/// <remarks>For files that <see cref="NachaWriter"/> wrote: it does not look for faults. Trace numbers must ascend; they need not be without a gap.</remarks>
public static class EntryRemoval
{
    private const int Length = NachaLayouts.RecordLength;

    /// <summary>The file without some entries and their addenda. A batch of which nothing is left goes with them.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="traces">The trace numbers of the entries that go.</param>
    /// <returns>The whole file anew; nothing when no entry is left.</returns>
    public static byte[]? Without(ReadOnlySpan<byte> file, IReadOnlySet<string> traces)
    {
        var end = file.Length > Length && file[Length] is (byte)'\n' ? LineEnd.Lf : file.Length > Length && file[Length] is (byte)'\r' ? LineEnd.CrLf : LineEnd.None;
        var stride = Length + (end switch { LineEnd.Lf => 1, LineEnd.CrLf => 2, _ => 0 });
        var output = new Output(end, file.Length);
        var (batch, all, batches, kept) = (default(ControlTotals), default(ControlTotals), 0, false);
        ReadOnlySpan<byte> header = default;
        for (var at = 0; at + Length <= file.Length; at += stride)
        {
            var record = file.Slice(at, Length);
            switch (record[0])
            {
                case (byte)'5':
                    header = record;
                    (batch, kept) = (default, false);
                    break;
                case (byte)'6':
                    kept = !traces.Contains(Encoding.ASCII.GetString(Of(record, EntryRecord.Trace)));
                    if (!kept) break;
                    // The head of a batch is written with its first entry, so that an empty batch leaves nothing.
                    if (batch.Count == 0) output.Add(header);
                    output.Add(record);
                    TransactionCode.TryFind(Number(record, EntryRecord.TransactionCode), out var code);
                    batch = batch.WithEntry(Number(record, EntryRecord.ReceivingDfi), new(Number(record, EntryRecord.Amount)), code.IsCredit);
                    break;
                case (byte)'7' when kept:
                    output.Add(record);
                    batch = batch.WithAddenda();
                    break;
                case (byte)'8' when batch.Count > 0:
                    output.Add(Control(record, batch, BatchControlRecord.Count, BatchControlRecord.EntryHash, BatchControlRecord.Debits, BatchControlRecord.Credits));
                    (all, batches) = (all + batch, batches + 1);
                    break;
                case (byte)'9' when batches == 0:
                    return null;
                case (byte)'9':
                    return output.End(Control(record, all, FileControlRecord.Count, FileControlRecord.EntryHash, FileControlRecord.Debits, FileControlRecord.Credits), batches);
                case (byte)'1':
                    output.Add(record);
                    break;
            }
        }

        return null;
    }

    private static byte[] Control(ReadOnlySpan<byte> record, ControlTotals totals, FieldLayout count, FieldLayout hash, FieldLayout debits, FieldLayout credits)
    {
        var made = record.ToArray();
        Put(made, count, totals.Count);
        Put(made, hash, totals.EntryHash);
        Put(made, debits, totals.Debits.Cents);
        Put(made, credits, totals.Credits.Cents);
        return made;
    }

    private static ReadOnlySpan<byte> Of(ReadOnlySpan<byte> record, FieldLayout field) => record.Slice(field.Start - 1, field.Length);

    private static long Number(ReadOnlySpan<byte> record, FieldLayout field) => long.Parse(Of(record, field), NumberStyles.None, CultureInfo.InvariantCulture);

    private static void Put(byte[] record, FieldLayout field, long number) =>
        Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture).PadLeft(field.Length, '0'), record.AsSpan(field.Start - 1, field.Length));

    /// <summary>The records of the file that is made anew.</summary>
    private sealed class Output(LineEnd end, int size)
    {
        private readonly ArrayBufferWriter<byte> _bytes = new(size);
        private long _records;

        public void Add(ReadOnlySpan<byte> record)
        {
            _bytes.Write(record);
            _bytes.Write(end switch { LineEnd.Lf => "\n"u8, LineEnd.CrLf => "\r\n"u8, _ => default });
            _records++;
        }

        public byte[] End(byte[] control, int batches)
        {
            var blocks = (_records + NachaLayouts.RecordsPerBlock) / NachaLayouts.RecordsPerBlock;
            Put(control, FileControlRecord.Batches, batches);
            Put(control, FileControlRecord.Blocks, blocks);
            Add(control);
            var nines = new byte[Length];
            Array.Fill(nines, (byte)'9');
            while (_records % NachaLayouts.RecordsPerBlock != 0) Add(nines);
            return _bytes.WrittenSpan.ToArray();
        }
    }
}
