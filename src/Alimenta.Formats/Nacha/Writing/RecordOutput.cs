using System.Buffers;

namespace Alimenta.Formats.Nacha;

/// <summary>The records of a file being written.</summary>
internal sealed class RecordOutput(LineEnd lineEnd)
{
    private readonly ArrayBufferWriter<byte> _bytes = new(94 * 64);
    private readonly ContentHash _content = new();
    private readonly List<TextLoss> _losses = [];

    /// <summary>How many records were added, filler left out.</summary>
    public long Records { get; private set; }

    public IReadOnlyList<TextLoss> Losses => _losses;

    public ReadOnlyMemory<byte> Bytes => _bytes.WrittenMemory;

    public string ContentKey() => _content.Finish();

    /// <summary>A record to be filled and added next; what its text loses is noted with its line.</summary>
    public RecordBuilder New(RecordLayout layout) => new(layout, Records + 1, _losses);

    /// <summary>Notes a loss in the record that will be added next but so many.</summary>
    public void Lost(string field, string original, string written, long ahead) => _losses.Add(new(Records + 1 + ahead, field, original, written));

    public void Add(RecordBuilder record)
    {
        Put(record.Bytes);
        _content.Add(record.Bytes);
        Records++;
    }

    /// <summary>Adds records of nines until the block is full.</summary>
    public void Fill(long count)
    {
        Span<byte> nines = stackalloc byte[NachaLayouts.RecordLength];
        nines.Fill((byte)'9');
        for (var i = 0L; i < count; i++) Put(nines);
    }

    private void Put(ReadOnlySpan<byte> record)
    {
        _bytes.Write(record);
        _bytes.Write(lineEnd switch { LineEnd.Lf => "\n"u8, LineEnd.CrLf => "\r\n"u8, _ => default });
    }
}
