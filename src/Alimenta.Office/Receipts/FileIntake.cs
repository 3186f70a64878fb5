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

/// <summary>Turns the entries of one accepted file into items, receipts and identifications, and posts them set-wise.</summary>
internal sealed class FileIntake(CommandContext ctx, InboundFile file, DateOnly today, PolicyDesk policies)
{
    private readonly List<(Receipt Receipt, string Why)> _pending = [];
    private readonly List<CaseEvent> _events = [];
    private readonly List<WorkTask> _tasks = [];
    private readonly List<(InboundItem Item, EntryContent Content)> _answers = [];
    private KnownFromDatabase _known = new();

    /// <summary>The items in hand: all, or those of the piece that is being written.</summary>
    public List<InboundItem> Items { get; } = [];

    /// <summary>The receipts made of them.</summary>
    public List<Receipt> Receipts { get; } = [];

    /// <summary>What is to be distributed in parts.</summary>
    public AcceptedReceipts Accepted { get; } = new(DistributionRun.Key(file.Id));

    /// <summary>How many answers of the bank were matched.</summary>
    public int Answered { get; private set; }

    /// <summary>What the whole file came to.</summary>
    public IntakeTotals Totals { get; } = new();

    /// <summary>Reads the whole file into memory; whoever writes it calls <see cref="AddAsync"/>.</summary>
    public async Task ReadAsync(NachaFile content)
    {
        List<NachaEntry> entries = [.. content.Entries];
        await ReadAsync(entries, await KnownAsync(ctx.Db, entries));
    }

    /// <summary>Adds items and receipts, posts that they were received and identified, and brings up the circles of their obligors: at once, or for a large file in parts that workers take up. Of a large file only a piece lies in memory.</summary>
    public async Task<PostingReport> TakeAsync(NachaFile content, DistributionParts parts, IProgress<string>? progress)
    {
        using var walk = content.Entries.GetEnumerator();
        List<NachaEntry> first = [];
        var payments = 0;
        while (payments <= parts.LargestWhole && walk.MoveNext())
        {
            first.Add(walk.Current);
            payments += Payments(walk.Current);
        }

        if (payments <= parts.LargestWhole)
        {
            progress?.Report($"Looking up {first.Count} entries");
            await ReadAsync(first, await KnownAsync(ctx.Db, first));
            progress?.Report($"Posting {Receipts.Count} receipts");
            List<Receipt> identified = [.. Receipts.Where(r => r.ObligorId is not null)];
            var report = await new FrontierPosting(policies).BringUpAsync(ctx, [.. identified.Select(Circle).Distinct()], identified, today, DistributionRun.Reason(file.Name), AddAsync);
            await AnswerAsync();
            return report;
        }

        var paid = new Dictionary<long, PaymentsOfCircle>();
        await foreach (var (piece, known) in ReadAhead.OfAsync(Pieces(first, walk, parts.Items), LookUpAsync, ctx.Cancel))
        {
            await ReadAsync(piece, known);
            List<Receipt> waiting = [.. Receipts.Where(r => r.ObligorId is not null)];
            foreach (var receipt in waiting)
            {
                var circle = Circle(receipt);
                paid[circle] = paid.GetValueOrDefault(circle).And(receipt.ObligorId!.Value);
                Accepted.Add(circle, receipt);
            }

            // Written as they will stand when their part is done.
            foreach (var receipt in waiting.Where(r => r.CollectedOn <= today)) receipt.Status = ReceiptStatus.Distributed;
            await AddAsync();
            await ctx.BulkAddAsync(waiting.ConvertAll(r => new WaitingReceipt { ObligorId = r.ObligorId!.Value, ReceiptId = r.Id }));
            await AnswerAsync();
            await ctx.WriteEntriesAsync();
            Items.Clear();
            Receipts.Clear();
            progress?.Report($"Posting: {Totals.Items:N0} items, {Math.Min(100, 100 * piece[^1].Line / content.Totals.Count)} % of the file");
        }

        DistributionRun.Open(ctx, file.Id, today, paid, parts);
        return new();
    }

    /// <summary>Adds items and receipts and posts that they were received and identified; the circles are left to the caller.</summary>
    public async Task AddAsync()
    {
        await ctx.BulkAddAsync(Items);
        await ctx.BulkAddAsync(Receipts);
        foreach (var receipt in InsertOrder.Woven(Receipts))
        {
            ctx.Post(ReceiptEntries.Received(receipt));
            if (receipt.ObligorId is not null) ctx.Post(ReceiptEntries.Identified(receipt, 1, today));
        }

        await ctx.BulkAddAsync([.. _pending.Where(p => p.Receipt.ObligorId is not null).Select(p => new Identification
        {
            ReceiptId = p.Receipt.Id, ObligorId = p.Receipt.ObligorId!.Value, Rule = p.Receipt.DirectedOrderId is not null ? "order" : p.Receipt.DirectedCaseId is not null ? "case" : "ssn", WhyText = p.Why, By = ctx.Request.By.UserId, At = ctx.Now,
        })]);
        await UnidentifiedHolds.PlaceAsync(ctx, policies, Receipts, today);
        await ctx.BulkAddAsync(_events);
        await ctx.BulkAddAsync(_tasks);
        _pending.Clear();
        _events.Clear();
        _tasks.Clear();
    }

    /// <summary>What the next piece names is looked up beside the command while the piece before it is written: a file makes no people and no cases.</summary>
    private async Task<(List<NachaEntry> Piece, KnownFromDatabase Known)> LookUpAsync(List<NachaEntry> piece)
    {
        await using var db = ctx.Beside();
        return (piece, await KnownAsync(db, piece));
    }

    private Task<KnownFromDatabase> KnownAsync(AlimentaDb db, IReadOnlyList<NachaEntry> entries)
    {
        var segments = entries.Select(e => e.Content).OfType<SupportRemittance>().SelectMany(r => r.Items).Select(i => i.Ded).ToList();
        return KnownFromDatabase.LoadAsync(db, [.. segments.Select(s => s.CaseId.Trim()).Where(c => c.Length > 0).Distinct()], [.. segments.Select(s => s.SsnDigits).Distinct()], ctx.Cancel);
    }

    /// <summary>Reads entries one after another, with what is known of the numbers in them. What the file brought before is in the database by now.</summary>
    private async Task ReadAsync(IReadOnlyList<NachaEntry> entries, KnownFromDatabase known)
    {
        _known = known;
        var before = await SeenAsync(entries);
        ctx.Know(_known.People, [], [], []);
        var employers = await EmployersAsync(entries);
        foreach (var entry in entries) Read(entry, before, employers);
        Totals.Count(Items, Receipts);
    }

    private async Task AnswerAsync()
    {
        Answered += await new BankAnswers(ctx, policies, today).ApplyAsync(_answers);
        _answers.Clear();
    }

    private static int Payments(NachaEntry entry) => entry.Content is SupportRemittance remittance ? remittance.Items.Count : 1;

    /// <summary>The entries that were read, then those that the walk has not come to, in pieces of so many payments, or of one entry that has more.</summary>
    private static IEnumerable<List<NachaEntry>> Pieces(List<NachaEntry> first, IEnumerator<NachaEntry> walk, int most)
    {
        var (piece, payments) = (new List<NachaEntry>(), 0);
        foreach (var entry in Following())
        {
            piece.Add(entry);
            if ((payments += Payments(entry)) < most) continue;
            yield return piece;
            (piece, payments) = ([], 0);
        }

        if (piece.Count > 0) yield return piece;

        IEnumerable<NachaEntry> Following()
        {
            foreach (var entry in first) yield return entry;
            first.Clear();
            while (walk.MoveNext()) yield return walk.Current;
        }
    }

    private long Circle(Receipt receipt) => _known.Circles[receipt.ObligorId!.Value];

    private void Read(NachaEntry entry, Dictionary<string, Money> before, Dictionary<string, long> employers)
    {
        var kind = entry.Content is ReturnedEntry ? "return" : entry.Content is ChangeNotice ? "change" : entry.IsPrenote ? "prenote" : entry.IsZeroDollar ? "zero" : entry.Code.IsCredit ? "credit" : "debit";
        var item = new InboundItem
        {
            Id = ctx.NextId<InboundItem>(), FileId = file.Id, Line = checked((int)entry.Line), Kind = kind, Trace = entry.Trace, ItemKey = entry.Key.ToString(), ContentKey = entry.Fingerprint,
            Amount = entry.Amount, EffectiveDate = entry.EffectiveOn, DedText = Masked(entry), Status = InboundItemStatus.Noted,
        };
        Items.Add(item);
        var sameKey = before.TryGetValue(item.ItemKey, out var amount);
        if (!before.TryAdd(item.ContentKey, item.Amount) || (sameKey && amount == item.Amount))
        {
            item.Status = InboundItemStatus.Duplicate;
            item.Note = "This item came before; nothing is posted again.";
            item.ItemKey += $"#{file.Id}-{Totals.Items + Items.Count}";
            return;
        }

        if (sameKey)
        {
            // The sender used a trace number twice for different money: it is not lost, and a person looks at it.
            item.ItemKey += $"#{file.Id}-{Totals.Items + Items.Count}";
            item.Note = "Another item of this bank came before under the same trace number and date, with another amount: find out whether both are real.";
            if (kind == "credit") Take(entry, item, null, entry.Amount, 1, employers);
            return;
        }

        before[item.ItemKey] = item.Amount;

        switch (entry.Content)
        {
            case ReturnedEntry or ChangeNotice:
                _answers.Add((item, entry.Content));
                break;
            case SupportRemittance remittance when kind == "credit":
                for (var i = 0; i < remittance.Items.Count; i++) Take(entry, item, remittance.Items[i].Ded, remittance.Items[i].Sent, i + 1, employers);
                break;
            case UnreadRemittance unread when kind == "credit":
                item.Note = unread.Fault.ToString();
                Take(entry, item, null, entry.Amount, 1, employers);
                break;
            case SupportRemittance remittance when kind == "zero":
                foreach (var flag in remittance.Items) Flag(flag.Ded, Identify.Decide(flag.Ded, _known), item.ItemKey);
                break;
            default:
                if (kind == "credit") Take(entry, item, null, entry.Amount, 1, employers);
                else if (kind == "debit") item.Note = "A debit to this account: accounting decides which receipt it takes back.";
                break;
        }
    }

    private void Take(NachaEntry entry, InboundItem item, DedSegment? ded, Money amount, int number, Dictionary<string, long> employers)
    {
        var found = ded is null ? new Identified(null, null, null, "none", item.Note.Length > 0 ? item.Note : "The entry carries no child support segment.") : Identify.Decide(ded, _known);
        var source = ded is null || ded.Application == DedApplication.CS ? ReceiptSource.IncomeWithholding : ReceiptSource.OtherState;
        var receipt = new Receipt
        {
            Id = ctx.NextId<Receipt>(),
            NaturalKey = string.Create(CultureInfo.InvariantCulture, $"{item.ItemKey}/{number}"),
            Source = source, Tender = Tender.Ach, Amount = amount, NetAmount = amount, ReceivedOn = today, WithheldOn = ded?.PayDate,
            CollectedOn = Collected(found, ded, source), ObligorId = found.Obligor?.Id, DirectedCaseId = found.Case?.Id, DirectedOrderId = found.Order?.Id,
            EmployerId = employers.TryGetValue(entry.Batch.Header.CompanyId, out var employer) ? employer : null,
            PayorName = ded?.ObligorName.Length > 0 ? ded.ObligorName : entry.Name, SsnDigits = ded?.SsnDigits, InboundItemId = item.Id,
            Status = found.Obligor is null ? ReceiptStatus.Unidentified : ReceiptStatus.Identified, RecordedAt = ctx.Now,
        };
        item.Status = found.Obligor is null ? InboundItemStatus.Unidentified : InboundItemStatus.Posted;
        item.ReceiptId ??= receipt.Id;
        if (item.Note.Length == 0) item.Note = found.Why;
        Receipts.Add(receipt);
        _pending.Add((receipt, found.Why));
        if (ded is not null) Flag(ded, found, receipt.NaturalKey);
    }

    /// <summary>The flags of a segment become events on the case, and a task where someone must act.</summary>
    private void Flag(DedSegment ded, Identified found, string key)
    {
        if (found.Case is not { } file) return;
        if (ded.EmploymentEnded)
        {
            _events.Add(new() { CaseId = file.Id, On = today, Kind = "employment-ended", Text = "The employer reported that the employment ended.", SourceKey = $"{key}:ended" });
            _tasks.Add(new()
            {
                CaseId = file.Id, PersonId = file.Obligor.Id, Kind = "employment-ended", Title = "Find the new employer", Reason = "The employer reported in its payment file that the employment ended.",
                Citation = "45 CFR 303.3(b)", Owner = HoldRules.CaseManager, CreatedOn = today, DueOn = policies.Calendar("us", today).Plus(today, 10),
            });
        }

        if (ded.Medical == MedicalSupport.Available)
            _events.Add(new() { CaseId = file.Id, On = today, Kind = "medical-available", Text = "The employer reported that family medical coverage is available.", SourceKey = $"{key}:medical" });
    }

    /// <summary>The date of collection, by the rule under the policy of the case; without a case under the federal one.</summary>
    private DateOnly Collected(Identified found, DedSegment? ded, ReceiptSource source) => CollectionDate.Decide(
        policies.Law.On(today, found.Case is { } file ? _known.Policies[file.Id] : LawStore.FederalPolicy),
        new() { ReceivedOn = today, Source = (CollectionSource)(int)source, WithheldOn = ded?.PayDate }).CollectedOn;

    /// <summary>What came before under the trace numbers and effective days of these entries. Both are part of an entry's key and of its fingerprint, so nothing else can be alike; and both are
    /// in one index, so a file costs the same however many came before it.</summary>
    private async Task<Dictionary<string, Money>> SeenAsync(IReadOnlyList<NachaEntry> entries)
    {
        var seen = new Dictionary<string, Money>(StringComparer.Ordinal);
        var items = ctx.Db.InboundItems.AsNoTracking().Where(i => i.Status != InboundItemStatus.Duplicate);
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
            foreach (var row in await found.Select(i => new { i.ItemKey, i.ContentKey, i.Amount }).ToListAsync(ctx.Cancel)) seen[row.ItemKey] = seen[row.ContentKey] = row.Amount;
        }
    }

    /// <summary>Employers by the company id of their batch: an ICD digit and the employer's number.</summary>
    private async Task<Dictionary<string, long>> EmployersAsync(IReadOnlyList<NachaEntry> entries)
    {
        var ids = entries.Select(e => e.Batch.Header.CompanyId).Where(c => c.Length == 10).Distinct().ToDictionary(c => c, c => c[1..]);
        var feins = ids.Values.ToList();
        var found = await ctx.Db.Employers.AsNoTracking().Where(e => feins.Contains(e.Fein)).ToDictionaryAsync(e => e.Fein, e => e.Id, ctx.Cancel);
        return ids.Where(i => found.ContainsKey(i.Value)).ToDictionary(i => i.Key, i => found[i.Value]);
    }

    /// <summary>The addenda as they came, without the Social Security number.</summary>
    private static string Masked(NachaEntry entry) => entry.Content is SupportRemittance remittance
        ? string.Join(' ', remittance.Items.Select(i => (i.Ded with { SsnDigits = "***" + (i.Ded.SsnDigits.Length >= 4 ? i.Ded.SsnDigits[^4..] : "") }).Encode()))
        : "";
}
