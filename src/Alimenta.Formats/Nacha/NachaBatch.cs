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

    /// <summary>Reads a record 5 whose fields were found right.</summary>
    internal static NachaBatchHeader Read(RecordView record) => new(
        (int)record.Number(BatchHeaderRecord.ServiceClass), record.Text(BatchHeaderRecord.CompanyName), record.Text(BatchHeaderRecord.DiscretionaryData), record.Text(BatchHeaderRecord.CompanyId),
        record.Text(BatchHeaderRecord.EntryClass).ToUpperInvariant(), record.Text(BatchHeaderRecord.EntryDescription), record.Text(BatchHeaderRecord.DescriptiveDate),
        record.Date(BatchHeaderRecord.EffectiveDate), record.Text(BatchHeaderRecord.SettlementDate), record.Text(BatchHeaderRecord.OriginatingDfi), (int)record.Number(BatchHeaderRecord.BatchNumber));
}

/// <summary>A batch: entries of one originator, kind and day.</summary>
/// <param name="Header">Record 5.</param>
/// <param name="Line">The line of record 5.</param>
public sealed record NachaBatch(NachaBatchHeader Header, long Line)
{
    internal static NachaBatch Read(RecordView record) => new(NachaBatchHeader.Read(record), record.Line);
}
