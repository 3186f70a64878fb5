using System.Globalization;

namespace Alimenta.Formats.Nacha;

/// <summary>Writes a record 6 and its addenda.</summary>
internal static class EntryWriter
{
    private const int Slice = 80;

    public static TransactionCode Code(PaymentEntry entry, bool reverses) => entry switch
    {
        ReturnedPayment returned => new(entry.Account.Kind, returned.Return.WasCredit, entry.Purpose),
        ChangeNotification change => new(entry.Account.Kind, change.WasCredit, entry.Purpose),
        _ => new(entry.Account.Kind, !reverses, entry.Purpose),
    };

    public static ControlTotals Write(RecordOutput output, FileStamp stamp, BatchTerms terms, PaymentEntry entry, string trace, ControlTotals totals)
    {
        var code = Code(entry, terms.Reverses);
        var information = Information(output, stamp, terms, entry, trace);
        var slices = (information.Length + Slice - 1) / Slice;
        var answers = entry is ReturnedPayment or ChangeNotification;
        var bank = entry.Account.Bank.Digits;

        var record = output.New(entry.EntryClass == "CTX" ? CtxEntryRecord.Layout : EntryRecord.Layout)
            .Exact(EntryRecord.TransactionCode, code.ToString())
            .Exact(EntryRecord.ReceivingDfi, bank[..8])
            .Exact(EntryRecord.CheckDigit, bank[8..])
            .Exact(EntryRecord.Account, entry.Account.Number)
            .Number(EntryRecord.Amount, entry.Amount.Cents)
            .Exact(EntryRecord.Id, entry.Id)
            .Number(EntryRecord.AddendaIndicator, answers || slices > 0 ? 1 : 0)
            .Exact(EntryRecord.Trace, trace);
        if (entry.EntryClass == "CTX") record.Number(CtxEntryRecord.AddendaCount, answers ? 1 : slices).Text(CtxEntryRecord.Name, entry.Name);
        else record.Text(EntryRecord.Name, entry.Name);
        output.Add(record);
        totals = totals.WithEntry(long.Parse(bank[..8], CultureInfo.InvariantCulture), entry.Amount, code.IsCredit);

        if (answers) output.Add(Answer(output, entry, trace));
        for (var i = 0; i < slices; i++)
            output.Add(output.New(PaymentAddendaRecord.Layout)
                .Exact(PaymentAddendaRecord.Information, information.Substring(i * Slice, Math.Min(Slice, information.Length - i * Slice)))
                .Number(PaymentAddendaRecord.Sequence, i + 1)
                .Exact(PaymentAddendaRecord.EntrySequence, trace[8..]));
        for (var i = 0; i < slices + (answers ? 1 : 0); i++) totals = totals.WithAddenda();
        return totals;
    }

    private static string Information(RecordOutput output, FileStamp stamp, BatchTerms terms, PaymentEntry entry, string trace) => entry switch
    {
        SupportPayment payment => DedWriter.Segment(payment.Ded, false, output),
        EmployerPayment payment => X12Writer.PaymentOrder(payment, terms, stamp, trace, output),
        _ => "",
    };

    private static RecordBuilder Answer(RecordOutput output, PaymentEntry entry, string trace)
    {
        if (entry is ChangeNotification change)
            return output.New(ChangeAddendaRecord.Layout)
                .Exact(ChangeAddendaRecord.ChangeCode, change.ChangeCode)
                .Exact(ChangeAddendaRecord.OriginalTrace, change.OriginalTrace)
                .Exact(ChangeAddendaRecord.OriginalDfi, change.OriginalDfi)
                .Exact(ChangeAddendaRecord.CorrectedData, change.CorrectedData)
                .Exact(ChangeAddendaRecord.Trace, trace);
        var detail = ((ReturnedPayment)entry).Return;
        var record = output.New(ReturnAddendaRecord.Layout)
            .Exact(ReturnAddendaRecord.ReasonCode, detail.ReasonCode)
            .Exact(ReturnAddendaRecord.OriginalTrace, detail.OriginalTrace)
            .Exact(ReturnAddendaRecord.OriginalDfi, detail.OriginalDfi)
            .Text(ReturnAddendaRecord.Information, detail.Information)
            .Exact(ReturnAddendaRecord.Trace, trace);
        return detail.DateOfDeath is { } died ? record.Date(ReturnAddendaRecord.DateOfDeath, died) : record;
    }
}
