using Alimenta.Ledger;

namespace Alimenta.Data;

/// <summary>Between entries of the ledger and rows of the journal.</summary>
public static class JournalRows
{
    internal static JournalEntry Entry(Entry entry, long id, long commitId, DateTime now, INames names)
    {
        var content = Canonical.ContentHash(entry, names);
        return new()
        {
            Id = id,
            CommitId = commitId,
            Kind = entry.Kind,
            Key = entry.Key,
            Version = entry.Version,
            ReversesVersion = entry.Reverses,
            EffectiveOn = entry.EffectiveOn,
            RecordedAt = now,
            CircleId = entry.CircleId,
            CaseId = entry.CaseId,
            ReceiptId = entry.ReceiptId,
            ContentHash = content,
            Hash = Canonical.EntryHash(entry, content),
            Reason = entry.Reason,
            Detail = entry.Detail,
        };
    }

    internal static void AddLines(List<JournalLine> rows, long entryId, Entry entry)
    {
        for (var i = 0; i < entry.Lines.Count; i++)
        {
            var line = entry.Lines[i];
            rows.Add(new()
            {
                EntryId = entryId,
                LineNo = i + 1,
                Book = line.Book,
                Account = line.Account.Code,
                ObligorId = line.ObligorId,
                CaseId = line.CaseId,
                ObligationId = line.ObligationId,
                PersonId = line.PersonId,
                ReceiptId = line.ReceiptId,
                Month = line.Month,
                Cents = line.Amount.Cents,
            });
        }
    }

    /// <summary>A line of the ledger as the journal keeps it.</summary>
    public static Line ToLine(this JournalLine row) => new(Accounts.Find(row.Account), new Money(row.Cents))
    {
        ObligorId = row.ObligorId,
        CaseId = row.CaseId,
        ObligationId = row.ObligationId,
        PersonId = row.PersonId,
        ReceiptId = row.ReceiptId,
        Month = row.Month,
    };

    /// <summary>An entry of the ledger as the journal keeps it.</summary>
    public static Entry ToEntry(this JournalEntry row, IEnumerable<JournalLine> lines) =>
        new(row.Kind, row.Key, row.Version, row.EffectiveOn, [.. lines.OrderBy(l => l.LineNo).Select(ToLine)])
        {
            Reverses = row.ReversesVersion,
            Reason = row.Reason,
            Detail = row.Detail,
            CircleId = row.CircleId,
            CaseId = row.CaseId,
            ReceiptId = row.ReceiptId,
        };
}
