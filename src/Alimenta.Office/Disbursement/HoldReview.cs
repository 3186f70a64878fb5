using Alimenta.Data;
using Alimenta.Law.Federal.Clocks;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Looks at every hold again and releases those whose reason is gone: the address is known, the account proved, the rule's day reached.</summary>
internal sealed class HoldReview(CommandContext ctx, PolicyDesk policies, DateOnly today)
{
    private static readonly HoldReason[] ByRule = [HoldReason.JointOffset, HoldReason.NoAddress, HoldReason.NoAccount, HoldReason.Prenote, HoldReason.ReturnedPayment, HoldReason.Minimum];

    /// <summary>Releases what may go to some payees; returns how many holds.</summary>
    public async Task<int> ReleaseAsync(PayeeRange range)
    {
        var holds = await range.Of(ctx.Db, ctx.Db.Holds).Where(h => h.Status == HoldStatus.Active && h.PayeeId != null && ByRule.Contains(h.Reason)
            // Nothing can be entered in the name of one who has no number.
            && ctx.Db.People.Any(p => p.Id == h.PayeeId && p.Number != "")).OrderBy(h => h.Id).ToListAsync(ctx.Cancel);
        if (holds.Count == 0) return 0;
        var payees = await PayeeDirectory.LoadAsync(ctx.Db, [.. holds.Select(h => h.PayeeId!.Value)], today, ctx.Cancel);
        var ids = holds.Select(h => h.Id).ToList();
        var held = (await ctx.Db.Payables.Where(p => p.HoldId != null && ids.Contains(p.HoldId.Value) && p.Status == PayableStatus.Held).ToListAsync(ctx.Cancel)).ToLookup(p => p.HoldId!.Value);
        var entries = await HoldEntries.ForAsync(ctx, [.. held.SelectMany(h => h)]);
        var small = await StillSmallAsync(holds, held, payees);
        var released = 0;
        foreach (var hold in holds)
        {
            if (hold.Reason == HoldReason.JointOffset ? hold.ReleaseOn > today || hold.ReleaseOn is null : HoldRules.Decide(payees[hold.PayeeId!.Value], today).Hold is not null) continue;
            if (hold.Reason == HoldReason.Minimum && small.Contains(hold.PayeeId!.Value)) continue;
            await ReleaseAsync(hold, [.. held[hold.Id]], entries, hold.Reason == HoldReason.JointOffset ? "The day set by rule was reached." : "The payee can be paid now.", null);
            released++;
        }

        return released;
    }

    /// <summary>Payees whose small amounts, with all that is payable to them, are still below the least amount.</summary>
    private async Task<HashSet<long>> StillSmallAsync(List<Hold> holds, ILookup<long, Payable> held, Dictionary<long, PayeeFacts> payees)
    {
        var waiting = holds.FindAll(h => h.Reason == HoldReason.Minimum).ConvertAll(h => h.PayeeId!.Value).Distinct().ToList();
        if (waiting.Count == 0) return [];
        var open = await ctx.Db.Payables.AsNoTracking().Where(p => waiting.Contains(p.PayeeId) && p.Status == PayableStatus.Open).ToListAsync(ctx.Cancel);
        var together = open.Concat(holds.Where(h => h.Reason == HoldReason.Minimum).SelectMany(h => held[h.Id])).ToLookup(p => p.PayeeId);
        var least = await LeastAmounts.ForAsync(ctx, policies, today, together.SelectMany(g => g));
        return [.. waiting.Where(p => least.Waits([.. together[p]], HoldRules.Decide(payees[p], today)) is not null)];
    }

    /// <summary>Releases one hold: the money is payable again, and its time begins on the day of the release.</summary>
    public async Task ReleaseAsync(Hold hold, IReadOnlyList<Payable> held, HoldEntries entries, string reason, long? by)
    {
        (hold.Status, hold.ReleasedOn, hold.ReleaseReason, hold.ReleasedBy) = (HoldStatus.Released, today, reason, by);
        foreach (var payable in held)
        {
            payable.Status = PayableStatus.Open;
            var due = await DueAsync(payable);
            if (due > payable.DueOn) payable.DueOn = due;
            entries.Release(payable, today, reason);
        }
    }

    private async Task<DateOnly> DueAsync(Payable payable)
    {
        var policy = payable.CaseId is { } id ? (await ctx.Db.Cases.FindAsync([id], ctx.Cancel))!.Policy : "us";
        var law = policies.Law.On(today, policy);
        return Clocks.Due(law, payable.ClockId.Length > 0 ? payable.ClockId : "us/clocks/disbursement/family", today, policies.Calendar(law.Policy, today)).Due ?? today;
    }
}
