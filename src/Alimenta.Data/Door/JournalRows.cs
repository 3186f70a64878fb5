using Alimenta.Ledger;

namespace Alimenta.Data;

/// <summary>Between entries of the ledger and rows of the journal.</summary>
public static class JournalRows
{
    internal static JournalEntry Entry(Entry entry, long id, long commitId, DateTime now, INames names) =>
        new()
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
            Hash = Canonical.EntryHash(entry, Canonical.ContentHash(entry, names)),
            Reason = entry.Reason,
            Detail = entry.Detail,
            Lines = PackedLines.Write(entry.Lines),
        };

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
    public static Entry ToEntry(this JournalEntry row) => row.ToEntry(PackedLines.Read(row.Id, row.Lines));

    internal static Entry ToEntry(this JournalEntry row, IReadOnlyList<JournalLine> lines) =>
        new(row.Kind, row.Key, row.Version, row.EffectiveOn, [.. lines.Select(ToLine)])
        {
            Reverses = row.ReversesVersion,
            Reason = row.Reason,
            Detail = row.Detail,
            CircleId = row.CircleId,
            CaseId = row.CaseId,
            ReceiptId = row.ReceiptId,
        };
}
