using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Releases a hold by decision of a person, with a reason. What a fact holds is released by mending the fact, not here.</summary>
/// <remarks>A dispute is released as a whole: all that waits for it becomes payable. A joint tax offset before the day of its rule needs a supervisor.</remarks>
public static class ReleaseHold
{
    private const int LeastReason = 3;

    /// <param name="HoldId">The hold.</param>
    public sealed record Request(long HoldId);

    /// <param name="HoldId">The hold.</param>
    /// <param name="Holds">How many holds ended with it.</param>
    /// <param name="AmountCents">What is payable again.</param>
    /// <param name="DueOn">The last day in time to pay it.</param>
    /// <param name="StillHeldFor">Why the next run would hold it again; null when it leaves.</param>
    public sealed record Reply(long HoldId, int Holds, Money AmountCents, DateOnly DueOn, HoldReason? StillHeldFor);

    /// <summary>Releases the hold.</summary>
    /// <param name="store">The database.</param>
    /// <param name="policies">The law at hand.</param>
    /// <param name="asked">Who asks, and why.</param>
    /// <param name="request">The hold.</param>
    /// <param name="mayOverride">Whether he may release a joint tax offset before the day of its rule.</param>
    /// <param name="cancel">Stops it before the commit.</param>
    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, bool mayOverride, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "hold.release", new { request.HoldId, asked.Why }, ("hold", request.HoldId.ToString(CultureInfo.InvariantCulture)), async ctx =>
        {
            if (asked.Why.Trim().Length < LeastReason) return new Refusal("R-HOLD-WHY", "It is not said why the money may leave.", "Enter the reason in a few words.", Field: "why");
            var payee = await ctx.Db.Holds.AsNoTracking().Where(h => h.Id == request.HoldId).Select(h => new { h.PayeeId }).SingleOrDefaultAsync(ctx.Cancel);
            if (payee is null) return new Refusal("R-HOLD-UNKNOWN", "There is no such hold.", "Choose a hold from the list.");
            if (payee.PayeeId is { } locked) await Circles.LockOfPeopleAsync(ctx, locked);
            var hold = await ctx.Db.Holds.SingleAsync(h => h.Id == request.HoldId, ctx.Cancel);
            var today = await ctx.BusinessDateAsync();
            if (Check(hold, today, mayOverride) is { } no) return no;
            var holds = await TogetherAsync(ctx, hold);
            if (holds.Count == 0) return new Refusal("R-HOLD-DISPUTE-STANDS", "A dispute of this payee is still open; the next run would hold the money again.", "Release the dispute itself: all that waits for it is then payable.");
            var way = await WayAsync(ctx, hold, holds, today);
            if (way.Hold is { } still && hold.Reason is not (HoldReason.Dispute or HoldReason.JointOffset)) return Stays(still, way.Citation);
            return await LetGoAsync(ctx, policies, hold, holds, way.Hold, asked.Why.Trim(), today);
        }, cancel);

    private static Refusal? Check(Hold hold, DateOnly today, bool mayOverride) => hold switch
    {
        { Status: not HoldStatus.Active } => new("R-HOLD-OVER", "This hold has ended before.", "Look at the receipt to see where the money went."),
        { Reason: HoldReason.Unidentified } => new("R-HOLD-UNIDENTIFIED", "This money waits because nobody knows whose it is.", "Say whose it is on the receipt; the hold then ends by itself."),
        { Reason: HoldReason.Future } => new("R-HOLD-FUTURE", "This money is kept for support that is not due yet.", "It is distributed when that support falls due; to pay it back, record what the obligor wants.", "45 CFR 302.51(b)"),
        { PayeeId: null } => new("R-HOLD-NO-PAYEE", "This hold names no payee.", "Look at the receipt first."),
        { Reason: HoldReason.JointOffset } when hold.ReleaseOn > today && !mayOverride => new("R-HOLD-JOINT",
            $"A joint tax offset waits until {Days.Words(hold.ReleaseOn.Value)}.", "Ask a supervisor when the other spouse's share is known to be settled.", "45 CFR 303.72(h)(5)"),
        _ => null,
    };

    /// <summary>The holds that end together: a dispute ends for all that waits for it. None when only a part of an open dispute was named.</summary>
    private static async Task<List<Hold>> TogetherAsync(CommandContext ctx, Hold hold)
    {
        if (hold.Reason != HoldReason.Dispute) return [hold];
        var all = await ctx.Db.Holds.Where(h => h.PayeeId == hold.PayeeId && h.Reason == HoldReason.Dispute && h.Status == HoldStatus.Active).OrderBy(h => h.Id).ToListAsync(ctx.Cancel);
        if (IsStanding(hold)) return all;
        return all.Exists(IsStanding) ? [] : [hold];
    }

    private static bool IsStanding(Hold hold) => hold.ReceiptId is null && hold.Amount.IsZero;

    /// <summary>How the payee would be paid once these holds are over.</summary>
    private static async Task<PayWay> WayAsync(CommandContext ctx, Hold hold, List<Hold> ending, DateOnly today)
    {
        var payee = (await PayeeDirectory.LoadAsync(ctx.Db, [hold.PayeeId!.Value], today, ctx.Cancel))[hold.PayeeId.Value];
        return HoldRules.Decide(ending.Exists(IsStanding) ? payee with { Disputed = false } : payee, today);
    }

    private static Refusal Stays(HoldReason reason, string citation) => new("R-HOLD-STAYS", $"The next run would hold this money again: {HoldWords.Why(reason)}", HoldWords.Mend(reason), citation);

    private static async Task<Outcome<Reply>> LetGoAsync(CommandContext ctx, PolicyDesk policies, Hold hold, List<Hold> holds, HoldReason? still, string why, DateOnly today)
    {
        var ids = holds.ConvertAll(h => (long?)h.Id);
        var held = await ctx.Db.Payables.Where(p => ids.Contains(p.HoldId) && p.Status == PayableStatus.Held).OrderBy(p => p.Id).ToListAsync(ctx.Cancel);
        var entries = await HoldEntries.ForAsync(ctx, held);
        var review = new HoldReview(ctx, policies, today);
        foreach (var ending in holds) await review.ReleaseAsync(ending, held.FindAll(p => p.HoldId == ending.Id), entries, why, ctx.Request.By.UserId);
        return new Reply(hold.Id, holds.Count, held.Sum(p => p.Amount), held.Select(p => p.DueOn).DefaultIfEmpty(today).Min(), still);
    }
}
