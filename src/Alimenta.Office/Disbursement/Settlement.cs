using Alimenta.Data;
using Alimenta.Law.Federal.Clocks;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Brings what payees are to have of receipts in line with what the books now say; only the net moves.</summary>
/// <remarks>What a payee should have of a receipt is compared with what he was given of it. More becomes a new payable, after an earlier surplus of the
/// same receipt is made good; less lowers what has not left yet, a payment in a file that was not released included, and what has left becomes a potential
/// recovery: it is never taken back without consent (PIQ-02-01; our convention H6). An unchanged payee is neither paid again nor clawed back. A public payee's
/// payment stays in its file: the difference is settled with his next one, and one receipt does not hold up what is paid him of thousands.</remarks>
/// <param name="ctx">The command.</param>
/// <param name="policies">The law at hand.</param>
/// <param name="report">What is done is counted here.</param>
/// <param name="fresh">The receipts by number, when they are new: nobody was given anything of them yet. Null: they are read, with what was given.</param>
internal sealed class Settlement(CommandContext ctx, PolicyDesk policies, PostingReport report, IReadOnlyDictionary<long, Receipt>? fresh = null) : ISettle
{
    private readonly Dictionary<(long Receipt, string Kind), int> _counts = [];
    private readonly List<Payable> _new = [];
    private readonly List<Hold> _holds = [];
    private HashSet<long> _identifiedLater = [];

    public async Task SettleAsync(IReadOnlyList<PlayedCircle> played, IReadOnlySet<long> receiptIds, DateOnly today)
    {
        if (receiptIds.Count == 0) return;
        var ids = receiptIds.ToList();
        var receipts = fresh ?? await ctx.Db.Receipts.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ctx.Cancel);
        var ever = fresh is null ? await ctx.Db.Payables.Where(p => p.ReceiptId != null && ids.Contains(p.ReceiptId.Value)).ToListAsync(ctx.Cancel) : [];
        var given = ever.Where(p => p.Status != PayableStatus.Void).ToLookup(p => new Side(p.ReceiptId!.Value, p.PayeeKind, p.PayeeId));
        var recoveries = (fresh is null ? await ctx.Db.Recoveries.Where(r => r.ReceiptId != null && ids.Contains(r.ReceiptId.Value)).OrderBy(r => r.Id).ToListAsync(ctx.Cancel) : [])
            .ToLookup(r => (r.ReceiptId!.Value, r.PayeeId));
        var elsewhere = await RecoveredElsewhereAsync([.. recoveries.SelectMany(r => r)]);
        if (fresh is null) _identifiedLater = [.. await ctx.Db.Identifications.AsNoTracking().Where(i => ids.Contains(i.ReceiptId) && i.Rule == "person" && !i.Undone).Select(i => i.ReceiptId).ToListAsync(ctx.Cancel)];
        var wanted = Wanted(played, receiptIds);
        var sides = given.Select(g => g.Key).Union(wanted.Select(w => w.Key)).OrderBy(s => s.Receipt).ThenBy(s => s.Kind).ThenBy(s => s.Payee).ToList();
        var payees = await PayeeDirectory.LoadAsync(ctx.Db, [.. sides.Select(s => s.Payee)], today, ctx.Cancel);
        // A receipt of which nobody was ever to have anything has no entries of payees yet; one of which all was taken back has.
        if (ever.Count > 0) await CountAsync(ids);
        var recoup = await RecoupmentsAsync([.. sides.Where(s => s.Kind == PayeeKind.Family).Select(s => s.Payee).Distinct()]);

        // First what payees had too much of these very receipts is made good by what they are to have of them again; only what is still missing then is taken, with consent, out of other receipts.
        var deltas = new List<(Side Side, Money Delta)>();
        foreach (var side in sides)
        {
            var tooMuch = side.Kind == PayeeKind.Family || side.Kind == PayeeKind.Refund ? recoveries[(side.Receipt, side.Payee)].ToList() : [];
            // What was made good out of other receipts is no longer his, though it was paid to him out of this one.
            var gone = tooMuch.Sum(r => r.Amount - r.Recovered + elsewhere.GetValueOrDefault(r.Id));
            var delta = wanted[side].Sum(u => u.Amount) - (given[side].Sum(p => p.Amount) - gone);
            deltas.Add((side, delta.IsPositive ? MakeGoodItself(side, delta, tooMuch, receipts[side.Receipt], today) : delta));
        }

        await TakeOutAsync([.. deltas.Where(d => d.Delta.IsNegative && !PayableAccounts.IsPublic(d.Side.Kind)).Select(d => (-d.Delta, given[d.Side].ToList()))], today);
        foreach (var (side, delta) in deltas)
        {
            if (delta.IsPositive) More(side, [.. wanted[side]], given[side].Any(), delta, receipts[side.Receipt], payees[side.Payee], recoup, today);
            else if (delta.IsNegative) Less(side, -delta, [.. given[side]], receipts[side.Receipt], today);
        }

        await ctx.BulkAddAsync(_holds);
        await ctx.BulkAddAsync(_new);
    }

    private static ILookup<Side, Want> Wanted(IReadOnlyList<PlayedCircle> played, IReadOnlySet<long> receipts) =>
        played.SelectMany(p => p.Play.Steps.Where(s => s.Receipt.Length > 0 && receipts.Contains(p.Circle.Receipts[s.Receipt].Id)).SelectMany(s => s.Uses.Where(u => u.To != Recipient.Future).Select(u => (
            Side: new Side(p.Circle.Receipts[s.Receipt].Id, PayableAccounts.KindOf(u.To, u.Federal), p.Entries.PayeeOf(u)),
            Want: new Want(u.Case.Length > 0 ? p.Circle.Cases[u.Case] : null, u.Clock, u.Amount, s.Key, s.FromFuture ? s.On : null)))))
        .ToLookup(x => x.Side, x => x.Want);

    /// <summary>What a payee is to have again of a receipt first makes good what he had too much of it; returns what is left for him.</summary>
    private Money MakeGoodItself(Side side, Money delta, List<Recovery> tooMuch, Receipt receipt, DateOnly today)
    {
        foreach (var recovery in tooMuch.Where(r => r.Status is RecoveryStatus.Potential or RecoveryStatus.Active))
        {
            var back = Money.Min(delta, recovery.Amount - recovery.Recovered);
            if (back.IsZero) continue;
            MakeGood(recovery, side, back, receipt, today);
            delta -= back;
        }

        return delta;
    }

    private void More(Side side, List<Want> uses, bool before, Money delta, Receipt receipt, PayeeFacts payee, List<Recovery> recoup, DateOnly today)
    {
        // The first time each use is a payable of its own; later the difference belongs to the last use of the receipt.
        var parts = before ? [uses[^1] with { Amount = delta }] : uses;
        foreach (var part in parts) Owe(side, part, receipt, payee, recoup, today);
    }

    private void Owe(Side side, Want part, Receipt receipt, PayeeFacts payee, List<Recovery> recoup, DateOnly today)
    {
        var amount = part.Amount;
        foreach (var recovery in side.Kind == PayeeKind.Family ? recoup.Where(r => r.PayeeId == side.Payee && r.ReceiptId != side.Receipt).ToList() : [])
        {
            var take = Money.Min(part.Amount.ShareHalfUp(recovery.Ppm, 1_000_000), Money.Min(amount, recovery.Amount - recovery.Recovered));
            if (take.IsZero) continue;
            MakeGood(recovery, side, take, receipt, today);
            _new.Add(Payable(side, part, take, receipt, today, PayableStatus.Paid, RecoveredFor(recovery.Id)));
            amount -= take;
        }

        if (amount.IsZero) return;
        report.Payable += amount;
        var joint = side.Kind == PayeeKind.Family && receipt is { JointReturn: true, Source: ReceiptSource.FederalTaxOffset };
        if (joint)
        {
            var policy = policies.On(part.Case?.Policy ?? "us", receipt.CollectedOn);
            var until = Days.PlusMonths(receipt.NoticeOn ?? receipt.ReceivedOn, policy.JointHoldMonths);
            var held = today < until ? amount.ShareHalfUp(policy.JointHoldPpm, 1_000_000) : Money.Zero;
            if (!held.IsZero) HoldBack(side, part, held, receipt, today, new(null, HoldReason.JointOffset, "45 CFR 303.72(h)(5)", HoldRules.Accounting), until);
            amount -= held;
            if (amount.IsZero) return;
        }

        var way = HoldRules.Decide(payee, today);
        if (way.Hold is not null) HoldBack(side, part, amount, receipt, today, way, null);
        else _new.Add(Payable(side, part, amount, receipt, today, PayableStatus.Open, part.Clock));
    }

    /// <summary>Takes payments that have not left out of their files, as far as what is open and held is not enough to be lowered; their money is open then.</summary>
    private async Task TakeOutAsync(IReadOnlyList<(Money Amount, List<Payable> Given)> lower, DateOnly today)
    {
        if (!lower.Any(l => l.Given.Exists(p => p.Status == PayableStatus.InFile))) return;
        await UnreleasedPayments.LockAsync(ctx);
        var goes = new Dictionary<long, Money>();
        foreach (var (amount, given) in lower)
        {
            // What stood in a file when it was read may have left, or come out of it, while this waited for the files.
            foreach (var payable in given.Where(p => p.Status == PayableStatus.InFile)) await ctx.Db.Entry(payable).ReloadAsync(ctx.Cancel);
            var missing = amount - given.Where(p => CanBeLowered(p)).Sum(p => p.Amount);
            foreach (var payable in given.Where(p => p.Status == PayableStatus.InFile && p.Amount.IsPositive).OrderByDescending(p => p.Id))
            {
                if (!missing.IsPositive) break;
                var take = Money.Min(missing, payable.Amount);
                goes[payable.DisbursementId!.Value] = goes.GetValueOrDefault(payable.DisbursementId.Value) + take;
                missing -= take;
            }
        }

        var back = await new UnreleasedPayments(ctx, today).TakeBackAsync(goes.Keys, ctx.Request.Why.Trim() is { Length: > 0 } why ? why : "The payee is to have less than the payment.");
        var payees = back.Select(b => b.Row.PayeeId).ToList();
        var numbers = await ctx.Db.People.AsNoTracking().Where(p => payees.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number, ctx.Cancel);
        report.TakenBack.AddRange(back.Select(b => new PaymentTakenBack(b.File, numbers[b.Row.PayeeId], b.Row.Amount, b.Row.Amount - goes[b.Row.Id])));
    }

    private static bool CanBeLowered(Payable payable) => payable.Status is PayableStatus.Held or PayableStatus.Open && payable.Amount.IsPositive;

    private void Less(Side side, Money amount, List<Payable> given, Receipt receipt, DateOnly today)
    {
        foreach (var payable in given.Where(CanBeLowered).OrderBy(p => p.Status == PayableStatus.Held ? 0 : 1).ThenByDescending(p => p.Id).ToList())
        {
            var take = Money.Min(amount, payable.Amount);
            if (take.IsZero) continue;
            if (payable.Status == PayableStatus.Held) Unhold(side, payable, take, receipt, today);
            payable.Amount -= take;
            if (payable.Amount.IsZero) payable.Status = PayableStatus.Void;
            amount -= take;
        }

        if (amount.IsZero) return;
        if (PayableAccounts.IsPublic(side.Kind))
        {
            _new.Add(new() { PayeeId = side.Payee, PayeeKind = side.Kind, ReceiptId = side.Receipt, EntryKey = $"lower:{receipt.NaturalKey}", Amount = -amount, DueOn = today, ClockId = "", Status = PayableStatus.Open, CreatedOn = today });
            return;
        }

        report.Recoverable += amount;
        ctx.Add(new Recovery { PayeeId = side.Payee, ReceiptId = side.Receipt, CaseId = given.FirstOrDefault()?.CaseId, Amount = amount, Status = RecoveryStatus.Potential });
        Post(EntryKinds.Recovery, Recipes.PotentialRecovery, side, receipt, today, amount, "A payee had more of this receipt than the books now give him; taken back only with consent.");
    }

    private void MakeGood(Recovery recovery, Side side, Money amount, Receipt receipt, DateOnly today)
    {
        recovery.Recovered += amount;
        if (recovery.Recovered == recovery.Amount) recovery.Status = RecoveryStatus.Closed;
        Post(EntryKinds.Recovery, Recipes.RecoveryTaken, side, receipt, today, amount, "What the payee is now to have makes good what he had too much.");
    }

    private void HoldBack(Side side, Want part, Money amount, Receipt receipt, DateOnly today, PayWay way, DateOnly? until)
    {
        report.Held += amount;
        var hold = new Hold
        {
            Id = ctx.NextId<Hold>(), ReceiptId = receipt.Id, CaseId = part.Case?.Id, PayeeId = side.Payee, Amount = amount, Reason = way.Hold!.Value, Citation = way.Citation, Owner = way.Owner,
            PlacedOn = today, ReviewOn = Review(today, until), ReleaseOn = until, Status = HoldStatus.Active,
        };
        _holds.Add(hold);
        var payable = Payable(side, part, amount, receipt, today, PayableStatus.Held, part.Clock);
        payable.HoldId = hold.Id;
        _new.Add(payable);
        Post(EntryKinds.Hold, Recipes.Hold, side, receipt, today, amount, way.Hold.Value.ToString());
    }

    private void Unhold(Side side, Payable payable, Money amount, Receipt receipt, DateOnly today)
    {
        var hold = ctx.Db.Holds.Find(payable.HoldId) ?? throw new InvalidOperationException($"Payable {payable.Id} is held without a hold.");
        hold.Amount -= amount;
        if (hold.Amount.IsZero) (hold.Status, hold.ReleasedOn, hold.ReleaseReason) = (HoldStatus.Voided, today, "The money is no longer due to this payee.");
        Post(EntryKinds.Release, Recipes.Release, side, receipt, today, amount, "The money is no longer due to this payee.");
    }

    private Payable Payable(Side side, Want part, Money amount, Receipt receipt, DateOnly today, PayableStatus status, string clock) => new()
    {
        PayeeId = side.Payee, PayeeKind = side.Kind, CaseId = part.Case?.Id, ReceiptId = receipt.Id, EntryKey = part.StepKey, Amount = amount,
        DueOn = Due(part, receipt, today), ClockId = clock, Status = status, CreatedOn = today,
    };

    /// <summary>The last day in time: counted from the receipt, or from the day on which the money became payable when that is later. Where a person had to find out
    /// whose it is, the time begins when he did (42 USC 654b(c)(1)).</summary>
    private DateOnly Due(Want part, Receipt receipt, DateOnly today)
    {
        var law = policies.Law.On(today, part.Case?.Policy ?? "us");
        var from = part.FutureOn ?? receipt.ReceivedOn;
        if (from < today && (_identifiedLater.Contains(receipt.Id) || receipt.RecordedAt.Date != from.ToDateTime(TimeOnly.MinValue))) from = today;
        var clock = part.Clock.Length > 0 ? part.Clock : "us/clocks/disbursement/family";
        return Clocks.Due(law, clock, from, policies.Calendar(law.Policy, today)).Due ?? today;
    }

    private DateOnly Review(DateOnly today, DateOnly? until)
    {
        var review = today.AddDays(policies.Law.On(today, "us").Whole("policy/hold/review-days"));
        return until is { } end && end < review ? end : review;
    }

    private void Post(string kind, Func<EntryHead, PayeeMoney, Entry> recipe, Side side, Receipt receipt, DateOnly on, Money amount, string reason)
    {
        var count = _counts[(side.Receipt, kind)] = _counts.GetValueOrDefault((side.Receipt, kind)) + 1;
        var money = new PayeeMoney(PayableAccounts.Of(side.Kind), side.Payee, amount) { ReceiptId = side.Receipt };
        ctx.Post(recipe(new($"{kind}:{receipt.NaturalKey}:{count}", on) { ReceiptId = side.Receipt, Reason = reason }, money));
    }

    /// <summary>How many entries of a kind a receipt has, so that the next one's key is new.</summary>
    private async Task CountAsync(List<long> receipts)
    {
        string[] kinds = [EntryKinds.Hold, EntryKinds.Release, EntryKinds.Recovery];
        foreach (var row in await ctx.Db.JournalEntries.AsNoTracking().Where(e => e.ReceiptId != null && receipts.Contains(e.ReceiptId.Value) && kinds.Contains(e.Kind))
            .GroupBy(e => new { e.ReceiptId, e.Kind }).Select(g => new { g.Key.ReceiptId, g.Key.Kind, Count = g.Count() }).ToListAsync(ctx.Cancel))
            _counts[(row.ReceiptId!.Value, row.Kind)] = row.Count;
    }

    /// <summary>Recoveries to which a payee agreed in writing.</summary>
    private async Task<List<Recovery>> RecoupmentsAsync(List<long> payees) =>
        await ctx.Db.Recoveries.Where(r => payees.Contains(r.PayeeId) && r.Status == RecoveryStatus.Active && r.Consent == RecoveryConsent.Written).OrderBy(r => r.Id).ToListAsync(ctx.Cancel);

    /// <summary>What of each recovery was made good, with consent, out of receipts other than its own.</summary>
    private async Task<Dictionary<long, Money>> RecoveredElsewhereAsync(IReadOnlyList<Recovery> recoveries)
    {
        var marks = recoveries.Where(r => r.Recovered.IsPositive).ToDictionary(r => RecoveredFor(r.Id), r => r.Id);
        if (marks.Count == 0) return [];
        var payees = recoveries.Select(r => r.PayeeId).Distinct().ToList();
        var names = marks.Keys.ToList();
        var kept = await ctx.Db.Payables.AsNoTracking().Where(p => payees.Contains(p.PayeeId) && names.Contains(p.ClockId) && p.Status != PayableStatus.Void).Select(p => new { p.ClockId, p.Amount }).ToListAsync(ctx.Cancel);
        return kept.GroupBy(p => marks[p.ClockId]).ToDictionary(g => g.Key, g => g.Sum(p => p.Amount));
    }

    /// <summary>How a part of a receipt is marked that was kept to make a recovery good: it never left, so no clock runs.</summary>
    private static string RecoveredFor(long recovery) => $"recovered:{recovery}";

    private readonly record struct Side(long Receipt, PayeeKind Kind, long Payee);

    private sealed record Want(CircleCase? Case, string Clock, Money Amount, string StepKey, DateOnly? FutureOn);
}
