using System.Globalization;
using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Alimenta.Law;
using Alimenta.Law.Federal.Collection;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>Makes of the entries of a file what will be written of them. It looks up and writes nothing, so that a piece can be read while the one before it is written.</summary>
/// <remarks>Entries are compared with what came in earlier files. Those of one file that are alike are different money, counted by the bank's totals.</remarks>
/// <param name="file">The file; read piece after piece, in its order.</param>
/// <param name="today">The business date.</param>
/// <param name="now">The instant at which its receipts are recorded.</param>
/// <param name="policies">The rules by policy and date.</param>
internal sealed class PieceReader(InboundFile file, DateOnly today, DateTime now, PolicyDesk policies)
{
    private int _items;

    /// <summary>Reads entries one after another.</summary>
    public async Task<FilePiece> ReadAsync(AlimentaDb db, IReadOnlyList<NachaEntry> entries, CancellationToken cancel)
    {
        var piece = new FilePiece(await KnownAsync(db, entries, cancel));
        var before = await SeenAsync(db, entries, cancel);
        var employers = await EmployersAsync(db, entries, cancel);
        foreach (var entry in entries) Read(piece, entry, before, employers);
        return piece;
    }

    private void Read(FilePiece piece, NachaEntry entry, Dictionary<string, Money> before, Dictionary<string, long> employers)
    {
        var kind = entry.Content is ReturnedEntry ? "return" : entry.Content is ChangeNotice ? "change" : entry.IsPrenote ? "prenote" : entry.IsZeroDollar ? "zero" : entry.Code.IsCredit ? "credit" : "debit";
        var item = new InboundItem
        {
            FileId = file.Id, Line = checked((int)entry.Line), Kind = kind, Trace = entry.Trace, ItemKey = entry.Key.ToString(), ContentKey = entry.Fingerprint,
            Amount = entry.Amount, EffectiveDate = entry.EffectiveOn, DedText = Masked(entry), Status = InboundItemStatus.Noted,
        };
        piece.Items.Add(item);
        _items++;
        var sameKey = before.TryGetValue(item.ItemKey, out var amount);
        if (before.ContainsKey(item.ContentKey) || (sameKey && amount == item.Amount))
        {
            item.Status = InboundItemStatus.Duplicate;
            item.Note = "This item came before; nothing is posted again.";
            item.ItemKey += $"#{file.Id}-{_items}";
            return;
        }

        if (sameKey)
        {
            // The sender used a trace number twice for different money: it is not lost, and a person looks at it.
            item.ItemKey += $"#{file.Id}-{_items}";
            item.Note = "Another item of this bank came before under the same trace number and date, with another amount: find out whether both are real.";
            if (kind == "credit") Take(piece, entry, item, null, entry.Amount, 1, employers);
            return;
        }

        switch (entry.Content)
        {
            case ReturnedEntry or ChangeNotice:
                piece.Answers.Add((item, entry.Content));
                break;
            case SupportRemittance remittance when kind == "credit":
                // A segment without money among others says something of a case, such as that the employment ended, and is no receipt.
                for (var i = 0; i < remittance.Items.Count; i++)
                {
                    if (remittance.Items[i].Sent.IsZero) Flag(piece, remittance.Items[i].Ded, item, i + 1);
                    else Take(piece, entry, item, remittance.Items[i].Ded, remittance.Items[i].Sent, i + 1, employers);
                }

                break;
            case UnreadRemittance unread when kind == "credit":
                item.Note = unread.Fault.ToString();
                Take(piece, entry, item, null, entry.Amount, 1, employers);
                break;
            case SupportRemittance remittance when kind == "zero":
                for (var i = 0; i < remittance.Items.Count; i++) Flag(piece, remittance.Items[i].Ded, item, i + 1);
                break;
            default:
                if (kind == "credit") Take(piece, entry, item, null, entry.Amount, 1, employers);
                else if (kind == "debit") item.Note = "A debit to this account: accounting decides which receipt it takes back.";
                break;
        }
    }

    private void Take(FilePiece piece, NachaEntry entry, InboundItem item, DedSegment? ded, Money amount, int number, Dictionary<string, long> employers)
    {
        var found = ded is null ? new Identified(null, null, null, "none", item.Note.Length > 0 ? item.Note : "The entry carries no child support segment.") : Identify.Decide(ded, piece.Known);
        var source = ded is null || ded.Application == DedApplication.CS ? ReceiptSource.IncomeWithholding : ReceiptSource.OtherState;
        var receipt = new Receipt
        {
            NaturalKey = string.Create(CultureInfo.InvariantCulture, $"{item.ItemKey}/{number}"),
            Source = source, Tender = Tender.Ach, Amount = amount, NetAmount = amount, ReceivedOn = today, WithheldOn = ded?.PayDate,
            CollectedOn = Collected(piece, found, ded, source), ObligorId = found.Obligor?.Id, DirectedCaseId = found.Case?.Id, DirectedOrderId = found.Order?.Id,
            EmployerId = employers.TryGetValue(entry.Batch.Header.CompanyId, out var employer) ? employer : null,
            PayorName = ded?.ObligorName.Length > 0 ? ded.ObligorName : entry.Name, SsnDigits = ded?.SsnDigits,
            Status = found.Obligor is null ? ReceiptStatus.Unidentified : ReceiptStatus.Identified, RecordedAt = now,
        };
        item.Status = found.Obligor is null ? InboundItemStatus.Unidentified : InboundItemStatus.Posted;
        if (item.Note.Length == 0) item.Note = found.Why;
        piece.Add(receipt, item, found.Why);
        if (ded is not null) Flag(piece, ded, found, receipt.NaturalKey);
    }

    private void Flag(FilePiece piece, DedSegment ded, InboundItem item, int number) =>
        Flag(piece, ded, Identify.Decide(ded, piece.Known), FormattableString.Invariant($"{item.ItemKey}/{number}"));

    /// <summary>The flags of a segment become events on the case, and a task where someone must act.</summary>
    private void Flag(FilePiece piece, DedSegment ded, Identified found, string key)
    {
        if (found.Case is not { } file) return;
        if (ded.EmploymentEnded)
        {
            piece.Events.Add(new() { CaseId = file.Id, On = today, Kind = "employment-ended", Text = "The employer reported that the employment ended.", SourceKey = $"{key}:ended" });
            piece.Tasks.Add(new()
            {
                CaseId = file.Id, PersonId = file.Obligor.Id, Kind = "employment-ended", Title = "Find the new employer", Reason = "The employer reported in its payment file that the employment ended.",
                Citation = "45 CFR 303.3(b)", Owner = HoldRules.CaseManager, CreatedOn = today, DueOn = policies.Calendar("us", today).Plus(today, 10),
            });
        }

        if (ded.Medical == MedicalSupport.Available)
            piece.Events.Add(new() { CaseId = file.Id, On = today, Kind = "medical-available", Text = "The employer reported that family medical coverage is available.", SourceKey = $"{key}:medical" });
    }

    /// <summary>The date of collection, by the rule under the policy of the case; without a case under the federal one.</summary>
    private DateOnly Collected(FilePiece piece, Identified found, DedSegment? ded, ReceiptSource source) => CollectionDate.Decide(
        policies.Law.On(today, found.Case is { } file ? piece.Known.Policies[file.Id] : LawStore.FederalPolicy),
        new() { ReceivedOn = today, Source = (CollectionSource)(int)source, WithheldOn = ded?.PayDate }).CollectedOn;

    private static Task<KnownFromDatabase> KnownAsync(AlimentaDb db, IReadOnlyList<NachaEntry> entries, CancellationToken cancel)
    {
        var segments = entries.Select(e => e.Content).OfType<SupportRemittance>().SelectMany(r => r.Items).Select(i => i.Ded).ToList();
        return KnownFromDatabase.LoadAsync(db, [.. segments.Select(s => s.CaseId.Trim()).Where(c => c.Length > 0).Distinct()], [.. segments.Select(s => s.SsnDigits).Distinct()], cancel);
    }

    /// <summary>What came before under the trace numbers and effective days of these entries. Both are part of an entry's key and of its fingerprint, so nothing else can be alike; and both are
    /// in one index, so a file costs the same however many came before it.</summary>
    private static async Task<Dictionary<string, Money>> SeenAsync(AlimentaDb db, IReadOnlyList<NachaEntry> entries, CancellationToken cancel)
    {
        var seen = new Dictionary<string, Money>(StringComparer.Ordinal);
        var items = db.InboundItems.AsNoTracking().Where(i => i.Status != InboundItemStatus.Duplicate);
        foreach (var day in entries.GroupBy(e => e.EffectiveOn))
        {
            var traces = day.Select(e => e.Trace).Where(t => t.Length > 0).Distinct().ToList();
            await AddAsync(items.Where(i => i.Trace != "" && traces.Contains(i.Trace) && i.EffectiveDate == day.Key));
        }

        var untraced = entries.Where(e => e.Trace.Length == 0).Select(e => e.Key.ToString()).ToList();
        if (untraced.Count > 0) await AddAsync(items.Where(i => untraced.Contains(i.ItemKey)));
        return seen;

        async Task AddAsync(IQueryable<InboundItem> found)
        {
            foreach (var row in await found.Select(i => new { i.ItemKey, i.ContentKey, i.Amount }).ToListAsync(cancel)) seen[row.ItemKey] = seen[row.ContentKey] = row.Amount;
        }
    }

    /// <summary>Employers by the company id of their batch: an ICD digit and the employer's number.</summary>
    private static async Task<Dictionary<string, long>> EmployersAsync(AlimentaDb db, IReadOnlyList<NachaEntry> entries, CancellationToken cancel)
    {
        var ids = entries.Select(e => e.Batch.Header.CompanyId).Where(c => c.Length == 10).Distinct().ToDictionary(c => c, c => c[1..]);
        var feins = ids.Values.ToList();
        var found = await db.Employers.AsNoTracking().Where(e => feins.Contains(e.Fein)).ToDictionaryAsync(e => e.Fein, e => e.Id, cancel);
        return ids.Where(i => found.ContainsKey(i.Value)).ToDictionary(i => i.Key, i => found[i.Value]);
    }

    /// <summary>The addenda as they came, without the Social Security number.</summary>
    private static string Masked(NachaEntry entry) => entry.Content is SupportRemittance remittance
        ? string.Join(' ', remittance.Items.Select(i => (i.Ded with { SsnDigits = "***" + (i.Ded.SsnDigits.Length >= 4 ? i.Ded.SsnDigits[^4..] : "") }).Encode()))
        : "";
}
