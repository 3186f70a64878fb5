using Alimenta.Data;
using Alimenta.Law.Federal.Clocks;
using Alimenta.Office.Disbursement;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Why money waits, and until when.</summary>
/// <param name="HoldId">The hold.</param>
/// <param name="Reason">Its reason.</param>
/// <param name="AmountCents">How much.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
/// <param name="ReleaseOn">When the rule releases it, where a rule sets a day.</param>
/// <param name="Agrees">Whether the day made again is the day stored; true where no rule sets one.</param>
/// <param name="Why">The steps.</param>
public sealed record HoldExplained(long HoldId, HoldReason Reason, Money AmountCents, DateOnly ReviewOn, DateOnly? ReleaseOn, bool Agrees, Explanation Why);

/// <summary>Why money is due on a day.</summary>
/// <param name="PayableId">The payable.</param>
/// <param name="AmountCents">How much.</param>
/// <param name="Clock">The clock.</param>
/// <param name="CountedFrom">The day from which it counts.</param>
/// <param name="DueOn">The last day in time, as stored.</param>
/// <param name="Agrees">Whether the clock gives that day when it is asked again.</param>
/// <param name="Why">The steps.</param>
public sealed record DueExplained(long PayableId, Money AmountCents, string Clock, DateOnly CountedFrom, DateOnly DueOn, bool Agrees, Explanation Why);

/// <summary>Says why money waits, and why it is due on a day: the clocks are asked again.</summary>
public sealed class ExplainWaiting(AlimentaStore store, PolicyDesk policies)
{
    private const string FamilyClock = "us/clocks/disbursement/family";

    /// <summary>Why money waits for a reason, as a sentence.</summary>
    public static string Says(HoldReason reason) => HoldWords.Why(reason);

    /// <summary>Explains a hold.</summary>
    public async Task<Outcome<HoldExplained>> HoldAsync(long id, CancellationToken cancel = default) =>
        (await HoldsAsync([id], cancel)).TryGetValue(id, out var told) ? told : new Refusal("R-EXPLAIN-HOLD", "There is no such hold.", "Choose a hold from the list.");

    /// <summary>Explains holds, by their number; read together. What does not exist is left out.</summary>
    public async Task<IReadOnlyDictionary<long, HoldExplained>> HoldsAsync(IReadOnlyCollection<long> ids, CancellationToken cancel = default)
    {
        if (ids.Count == 0) return new Dictionary<long, HoldExplained>();
        await using var db = store.Read();
        var rows = await (from h in db.Holds
                          join c in db.Cases on h.CaseId equals (long?)c.Id into cases
                          from c in cases.DefaultIfEmpty()
                          join r in db.Receipts on h.ReceiptId equals (long?)r.Id into receipts
                          from r in receipts.DefaultIfEmpty()
                          where ids.Contains(h.Id)
                          select new { Hold = h, Policy = c == null ? "us" : c.Policy, NoticeOn = r == null ? null : r.NoticeOn, ReceivedOn = r == null ? (DateOnly?)null : r.ReceivedOn, CollectedOn = r == null ? (DateOnly?)null : r.CollectedOn }).ToListAsync(cancel);
        return rows.ToDictionary(r => r.Hold.Id, r => Told(r.Hold, r.Policy, r.NoticeOn ?? r.ReceivedOn, r.CollectedOn));
    }

    private HoldExplained Told(Hold hold, string policy, DateOnly? notice, DateOnly? collected)
    {
        var why = new Explanation("office/hold", hold.Citation).Step($"{hold.Amount} waits since {Days.Words(hold.PlacedOn)}. {HoldWords.Why(hold.Reason)}", hold.Citation);
        var agrees = true;
        if (hold.Reason == HoldReason.JointOffset && hold.ReleaseOn is { } until && notice is { } noticed && collected is { } day) agrees = Joint(policy, noticed, day, until, why);
        var review = policies.Law.On(hold.PlacedOn).Whole("policy/hold/review-days", why);
        why.Step(hold.Status == HoldStatus.Active
            ? $"{HoldWords.Owner(hold.Owner)} looks at it again on {Days.Words(hold.ReviewOn)}, {(hold.ReviewOn == hold.PlacedOn.AddDays(review) ? $"{review} days after it was placed" : "the day that was set")}. {HoldWords.Mend(hold.Reason)}"
            : $"It ended on {Days.Words(hold.ReleasedOn ?? hold.ReviewOn)}: {hold.ReleaseReason}");
        return new(hold.Id, hold.Reason, hold.Amount, hold.ReviewOn, hold.ReleaseOn, agrees, why);
    }

    /// <summary>Explains the day on which money of a payee is due.</summary>
    public async Task<Outcome<DueExplained>> DueAsync(long payable, CancellationToken cancel = default) =>
        (await DuesAsync([payable], cancel)).TryGetValue(payable, out var told) ? told : new Refusal("R-EXPLAIN-DUE", "There is no such payable.", "Choose one from the list of what is due.");

    /// <summary>Explains the days on which money is due, by the number of the payable; read together. What does not exist is left out.</summary>
    public async Task<IReadOnlyDictionary<long, DueExplained>> DuesAsync(IReadOnlyCollection<long> payables, CancellationToken cancel = default)
    {
        if (payables.Count == 0) return new Dictionary<long, DueExplained>();
        await using var db = store.Read();
        var rows = await (from p in db.Payables
                          join c in db.Cases on p.CaseId equals (long?)c.Id into cases
                          from c in cases.DefaultIfEmpty()
                          join r in db.Receipts on p.ReceiptId equals (long?)r.Id into receipts
                          from r in receipts.DefaultIfEmpty()
                          join h in db.Holds on p.HoldId equals (long?)h.Id into holds
                          from h in holds.DefaultIfEmpty()
                          where payables.Contains(p.Id)
                          select new { Payable = p, Policy = c == null ? "us" : c.Policy, ReceivedOn = r == null ? (DateOnly?)null : r.ReceivedOn, ReleasedOn = h == null ? null : h.ReleasedOn }).ToListAsync(cancel);
        return rows.ToDictionary(r => r.Payable.Id, r => Told(r.Payable, r.Policy, r.ReceivedOn, r.ReleasedOn));
    }

    private DueExplained Told(Payable due, string policy, DateOnly? receivedOn, DateOnly? releasedOn)
    {
        var clock = due.ClockId.StartsWith("us/clocks/", StringComparison.Ordinal) ? due.ClockId : FamilyClock;
        var law = policies.Law.On(due.CreatedOn, policy);
        var calendar = policies.Calendar(policy, due.CreatedOn);
        var from = Starts(due, receivedOn, releasedOn).FirstOrDefault(day => Clocks.Due(law, clock, day, calendar).Due == due.DueOn, due.CreatedOn);
        var why = new Explanation(Clocks.RuleId, "45 CFR 302.32(b); 42 USC 654b(c)");
        var again = Clocks.Due(law, clock, from, calendar, why).Due ?? due.CreatedOn;
        if (receivedOn is { } received && from != received) why.Step($"The money came in on {Days.Words(received)}; it became payable to this payee on {Days.Words(from)}, and the time counts from then.", "42 USC 654b(c)(1)", "due");
        return new(due.Id, due.Amount, clock, from, due.DueOn, again == due.DueOn, why);
    }

    /// <summary>The days from which the time may count: the receipt, the first of the month for which money was kept, the day on which it became payable, or on which a hold of it ended.</summary>
    private static IEnumerable<DateOnly> Starts(Payable due, DateOnly? received, DateOnly? released)
    {
        if (released is { } free) yield return free;
        var month = due.EntryKey.LastIndexOf(':');
        if (month > 1 && SupportMonth.TryParse(due.EntryKey[(month + 1)..], out var kept)) yield return kept.FirstDay;
        else if (received is { } day) yield return day;
        yield return due.CreatedOn;
    }

    private bool Joint(string policy, DateOnly notice, DateOnly collected, DateOnly until, Explanation why)
    {
        var months = policies.On(policy, collected).JointHoldMonths;
        var again = Days.PlusMonths(notice, months);
        why.Step($"The notice of the offset is of {Days.Words(notice)}; the family's part of a joint refund is held for at most {months} months, until {Days.Words(again)}, or until the other spouse's share is settled.", "45 CFR 303.72(h)(5)", "due");
        return again == until;
    }
}
