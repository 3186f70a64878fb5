using System.Globalization;
using System.Text;

namespace Alimenta.Formats.Nacha;

/// <summary>Makes an entry of a record 6 and its addenda in a file that was found right.</summary>
internal static class EntryReader
{
    /// <summary>Reads the entry at the cursor and leaves the cursor on the record after it.</summary>
    /// <param name="batch">Its batch.</param>
    /// <param name="cursor">On the record 6.</param>
    /// <param name="repeats">The entries of the file before it.</param>
    /// <param name="more">Whether there is a record after it.</param>
    public static NachaEntry Read(NachaBatch batch, RecordCursor cursor, RepeatFinder repeats, out bool more)
    {
        var header = batch.Header;
        var record = cursor.Current;
        var line = record.Line;
        TransactionCode.TryFind(record.Number(EntryRecord.TransactionCode), out var code);
        var amount = new Money(record.Number(EntryRecord.Amount));
        var (trace, number) = (record.Text(EntryRecord.Trace), record.Number(EntryRecord.Trace));
        var bank = record.Raw(EntryRecord.ReceivingDfi) + record.Raw(EntryRecord.CheckDigit);
        var (account, id, name) = Receiver(header.EntryClass, record);
        var discretionary = header.EntryClass == "IAT" ? "" : record.Text(EntryRecord.DiscretionaryData);

        var addenda = new List<string>();
        var told = new StringBuilder();
        EntryContent? content = null;
        while ((more = cursor.MoveNext()) && cursor.Current.First == '7')
        {
            content = Addenda(cursor.Current, addenda) ?? content;
            told.Append(cursor.Current.Raw(PaymentAddendaRecord.Information));
        }

        content ??= code.Purpose == EntryPurpose.Prenote ? new PrenoteEntry() : RemittanceReader.Read(header.EntryClass, amount, addenda);

        var occurrence = repeats.Occurrence(long.Parse(header.OriginatingDfi, CultureInfo.InvariantCulture), header.EffectiveOn, number);
        return new()
        {
            Batch = batch,
            Line = line,
            Trace = trace,
            Code = code,
            ReceivingBank = bank,
            Account = account,
            Amount = amount,
            Id = id,
            Name = name,
            DiscretionaryData = discretionary,
            Addenda = addenda,
            Content = content,
            Key = new(header.OriginatingDfi, trace, header.EffectiveOn, occurrence),
            Fingerprint = Fingerprint.Of(header.CompanyId, trace, amount, header.EffectiveOn, Told(content, told), occurrence),
        };
    }

    // An 820 made anew for a new file has a new date in its envelope: what counts are its segments, however they were wrapped.
    private static string Told(EntryContent content, StringBuilder addenda) =>
        content is SupportRemittance remittance ? string.Concat(remittance.Items.Select(item => item.Ded.Encode(fullYear: true))) : addenda.ToString();

    private static (string Account, string Id, string Name) Receiver(string entryClass, RecordView record) => entryClass switch
    {
        "CTX" => (record.Text(EntryRecord.Account), record.Text(EntryRecord.Id), record.Text(CtxEntryRecord.Name)),
        "IAT" => (record.Text(IatEntryRecord.Account), "", ""),
        _ => (record.Text(EntryRecord.Account), record.Text(EntryRecord.Id), record.Text(EntryRecord.Name)),
    };

    private static EntryContent? Addenda(RecordView record, List<string> information)
    {
        switch (record.Raw(PaymentAddendaRecord.AddendaType))
        {
            case "05":
                information.Add(record.Raw(PaymentAddendaRecord.Information));
                return null;
            case "98":
                var change = record.Text(ChangeAddendaRecord.ChangeCode).ToUpperInvariant();
                var meaning = ChangeMeaning.Find(change);
                return new ChangeNotice(change, meaning, record.Text(ChangeAddendaRecord.OriginalTrace), record.Text(ChangeAddendaRecord.OriginalDfi),
                    Corrections.Split(meaning, record.Raw(ChangeAddendaRecord.CorrectedData)), record.Text(ChangeAddendaRecord.Trace));
            case "99":
                var reason = record.Text(ReturnAddendaRecord.ReasonCode).ToUpperInvariant();
                return new ReturnedEntry(reason, ReturnReason.Find(reason), record.Text(ReturnAddendaRecord.OriginalTrace), record.Text(ReturnAddendaRecord.OriginalDfi),
                    record.Date(ReturnAddendaRecord.DateOfDeath), record.Text(ReturnAddendaRecord.Information), record.Text(ReturnAddendaRecord.Trace));
            default:
                return null;
        }
    }
}
