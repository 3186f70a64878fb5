using System.Globalization;

namespace Alimenta.Formats.Nacha;

/// <summary>Writes ACH files: counts, hash, totals, traces, blocks and filler right by construction.</summary>
public static class NachaWriter
{
    /// <summary>The last trace sequence that seven digits can say.</summary>
    public const long LastSequence = 9_999_999;

    /// <summary>The most records of a file: six digits say how many blocks of ten it has.</summary>
    public const long MostRecords = 999_999 * NachaLayouts.RecordsPerBlock;

    /// <summary>Why an entry cannot be written, whatever else stands in its file; null when it can.</summary>
    /// <param name="entry">The entry, which pays and takes nothing back.</param>
    /// <param name="what">How it is called in the answer, such as "The payment".</param>
    public static Refusal? Problem(PaymentEntry entry, string what) => PaymentCheck.Problem(entry, false, what);

    /// <summary>Writes a file. The same input gives the same bytes.</summary>
    /// <returns>The file, or why it cannot be written.</returns>
    public static Outcome<WrittenFile> Write(PaymentFile file)
    {
        if (PaymentCheck.Problem(file) is { } problem) return problem;
        var output = new RecordOutput(file.LineEnd);
        var totals = default(ControlTotals);
        var traces = new List<string>();
        WriteHeader(output, file);
        for (var i = 0; i < file.Batches.Count; i++)
        {
            var batch = WriteBatch(output, file, i, traces);
            if (TooLarge($"Batch {i + 1}", batch, 999_999) is { } refusal) return refusal;
            totals += batch;
        }

        if (TooLarge("The file", totals, 99_999_999) is { } large) return large;
        if (output.Records + 1 > MostRecords) return new Refusal("R-ACH-LARGE", $"The file has {output.Records + 1:#,##0} records; the format counts blocks for {MostRecords:#,##0}.", "Split it in two.");
        WriteControl(output, file.Batches.Count, totals);
        var key = new FileKey(file.Sender.Origin.Trim().ToUpperInvariant(), file.Stamp.On, new(file.Stamp.At.Hour, file.Stamp.At.Minute), file.Stamp.Modifier, totals);
        return new WrittenFile(output.Bytes, totals, key, output.ContentKey(), traces, file.FirstSequence + traces.Count, output.Losses);
    }

    private static void WriteHeader(RecordOutput output, PaymentFile file)
    {
        var (sender, stamp) = (file.Sender, file.Stamp);
        output.Add(output.New(FileHeaderRecord.Layout)
            .Exact(FileHeaderRecord.Destination, " " + sender.Destination.Digits)
            .Exact(FileHeaderRecord.Origin, sender.Origin.Trim().ToUpperInvariant().PadLeft(FileHeaderRecord.Origin.Length))
            .Date(FileHeaderRecord.CreationDate, stamp.On)
            .Time(FileHeaderRecord.CreationTime, stamp.At)
            .Exact(FileHeaderRecord.Modifier, stamp.Modifier.ToString())
            .Text(FileHeaderRecord.DestinationName, sender.DestinationName)
            .Text(FileHeaderRecord.OriginName, sender.OriginName)
            .Text(FileHeaderRecord.Reference, sender.Reference));
    }

    private static ControlTotals WriteBatch(RecordOutput output, PaymentFile file, int index, List<string> traces)
    {
        var batch = file.Batches[index];
        var terms = batch.Terms;
        var bank = terms.OriginatingBank.Digits[..8];
        var codes = batch.Entries.Select(entry => EntryWriter.Code(entry, terms.Reverses)).Select(code => code.IsCredit).Distinct().ToList();
        var serviceClass = codes.Count == 2 ? 200 : codes[0] ? 220 : 225;
        output.Add(output.New(BatchHeaderRecord.Layout)
            .Number(BatchHeaderRecord.ServiceClass, serviceClass)
            .Text(BatchHeaderRecord.CompanyName, terms.CompanyName)
            .Text(BatchHeaderRecord.DiscretionaryData, terms.DiscretionaryData)
            .Exact(BatchHeaderRecord.CompanyId, terms.CompanyId)
            .Exact(BatchHeaderRecord.EntryClass, batch.Entries[0].EntryClass)
            .Text(BatchHeaderRecord.EntryDescription, terms.Reverses ? "REVERSAL" : terms.EntryDescription)
            .Text(BatchHeaderRecord.DescriptiveDate, terms.DescriptiveDate)
            .Date(BatchHeaderRecord.EffectiveDate, terms.EffectiveOn)
            .Exact(BatchHeaderRecord.OriginatorStatus, "1")
            .Exact(BatchHeaderRecord.OriginatingDfi, bank)
            .Number(BatchHeaderRecord.BatchNumber, index + 1));

        var totals = default(ControlTotals);
        foreach (var entry in batch.Entries)
        {
            var sequence = file.FirstSequence + traces.Count;
            traces.Add(string.Create(CultureInfo.InvariantCulture, $"{bank}{sequence:0000000}"));
            totals = EntryWriter.Write(output, file.Stamp, terms, entry, traces[^1], totals);
        }

        output.Add(output.New(BatchControlRecord.Layout)
            .Number(BatchControlRecord.ServiceClass, serviceClass)
            .Number(BatchControlRecord.Count, Math.Min(totals.Count, 999_999))
            .Number(BatchControlRecord.EntryHash, totals.EntryHash)
            .Number(BatchControlRecord.Debits, Math.Min(totals.Debits.Cents, MostCents))
            .Number(BatchControlRecord.Credits, Math.Min(totals.Credits.Cents, MostCents))
            .Exact(BatchControlRecord.CompanyId, terms.CompanyId)
            .Exact(BatchControlRecord.OriginatingDfi, bank)
            .Number(BatchControlRecord.BatchNumber, index + 1));
        return totals;
    }

    private static void WriteControl(RecordOutput output, int batches, ControlTotals totals)
    {
        var records = output.Records + 1;
        var blocks = (records + NachaLayouts.RecordsPerBlock - 1) / NachaLayouts.RecordsPerBlock;
        output.Add(output.New(FileControlRecord.Layout)
            .Number(FileControlRecord.Batches, batches)
            .Number(FileControlRecord.Blocks, blocks)
            .Number(FileControlRecord.Count, totals.Count)
            .Number(FileControlRecord.EntryHash, totals.EntryHash)
            .Number(FileControlRecord.Debits, totals.Debits.Cents)
            .Number(FileControlRecord.Credits, totals.Credits.Cents));
        output.Fill(blocks * NachaLayouts.RecordsPerBlock - records);
    }

    private const long MostCents = 999_999_999_999;

    private static Refusal? TooLarge(string what, ControlTotals totals, long mostRecords) =>
        totals.Count > mostRecords ? new("R-ACH-LARGE", $"{what} has {totals.Count:#,##0} entries and addenda; the format counts to {mostRecords:#,##0}.", "Split it in two.")
        : totals.Debits.Cents > MostCents || totals.Credits.Cents > MostCents ? new("R-ACH-LARGE", $"{what} moves more than {new Money(MostCents)}, the most the format can say.", "Split it in two.")
        : null;
}
