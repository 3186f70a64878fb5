namespace Alimenta.Formats.Nacha;

/// <summary>Record 5 as read.</summary>
/// <param name="ServiceClass">200 both, 220 credits, 225 debits.</param>
/// <param name="CompanyName">The originator.</param>
/// <param name="DiscretionaryData">Free for the originator.</param>
/// <param name="CompanyId">The originator's number.</param>
/// <param name="EntryClass">PPD, CCD, CTX, COR and others, in capital letters.</param>
/// <param name="EntryDescription">What the entries are for.</param>
/// <param name="DescriptiveDate">Free for the originator.</param>
/// <param name="EffectiveOn">The day on which the originator wants settlement, or null.</param>
/// <param name="SettlementDay">The day of the year that the operator filled in, or empty.</param>
/// <param name="OriginatingDfi">Eight digits of the originator's bank.</param>
/// <param name="Number">The number of the batch.</param>
public sealed record NachaBatchHeader(int ServiceClass, string CompanyName, string DiscretionaryData, string CompanyId, string EntryClass, string EntryDescription,
    string DescriptiveDate, DateOnly? EffectiveOn, string SettlementDay, string OriginatingDfi, int Number)
{
    /// <summary>Whether the batch takes back earlier entries: its entry description is REVERSAL.</summary>
    public bool IsReversal => EntryDescription.Equals("REVERSAL", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A batch: entries of one originator, kind and day.</summary>
public sealed class NachaBatch
{
    private readonly RecordCursor _file;
    private readonly int _offset;
    private readonly IReadOnlyDictionary<long, int> _repeats;

    internal NachaBatch(NachaBatchHeader header, ControlTotals totals, long line, RecordCursor file, int offset, IReadOnlyDictionary<long, int> repeats) =>
        (Header, Totals, Line, _file, _offset, _repeats) = (header, totals, line, file, offset, repeats);

    /// <summary>Record 5.</summary>
    public NachaBatchHeader Header { get; }

    /// <summary>The control totals of the batch.</summary>
    public ControlTotals Totals { get; }

    /// <summary>The line of record 5.</summary>
    public long Line { get; }

    /// <summary>The entries in order, read as they are walked over.</summary>
    public IEnumerable<NachaEntry> Entries
    {
        get
        {
            var cursor = _file.At(_offset, Line);
            var more = cursor.MoveNext() && cursor.MoveNext();
            while (more && cursor.Current.First == '6')
                yield return EntryReader.Read(this, cursor, _repeats, out more);
        }
    }
}
