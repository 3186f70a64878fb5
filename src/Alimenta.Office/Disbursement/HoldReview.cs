using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Looks at every hold again and releases those whose reason is gone: the address is known, the account proved, the rule's day reached.</summary>
internal sealed class HoldReview(CommandContext ctx, DateOnly today)
{
    private static readonly HoldReason[] ByRule = [HoldReason.JointOffset, HoldReason.NoAddress, HoldReason.NoAccount, HoldReason.Prenote, HoldReason.ReturnedPayment, HoldReason.Minimum];

    /// <summary>Releases what may go; returns how many holds.</summary>
    public async Task<int> ReleaseAsync()
    {
        var holds = await ctx.Db.Holds.Where(h => h.Status == HoldStatus.Active && h.PayeeId != null && ByRule.Contains(h.Reason)).OrderBy(h => h.Id).ToListAsync(ctx.Cancel);
        if (holds.Count == 0) return 0;
        var payees = await PayeeDirectory.LoadAsync(ctx.Db, [.. holds.Select(h => h.PayeeId!.Value)], today, ctx.Cancel);
        var ids = holds.Select(h => h.Id).ToList();
        var held = (await ctx.Db.Payables.Where(p => p.HoldId != null && ids.Contains(p.HoldId.Value) && p.Status == PayableStatus.Held).ToListAsync(ctx.Cancel)).ToLookup(p => p.HoldId!.Value);
        var entries = await HoldEntries.ForAsync(ctx, [.. held.SelectMany(h => h)]);
        var released = 0;
        foreach (var hold in holds)
        {
            if (hold.Reason == HoldReason.JointOffset ? hold.ReleaseOn > today || hold.ReleaseOn is null : HoldRules.Decide(payees[hold.PayeeId!.Value], today).Hold is not null) continue;
            Release(hold, [.. held[hold.Id]], entries, today, hold.Reason == HoldReason.JointOffset ? "The day set by rule was reached." : "The payee can be paid now.", null);
            released++;
        }

        return released;
    }

    /// <summary>Releases one hold: the money is payable again.</summary>
    public static void Release(Hold hold, IReadOnlyList<Payable> held, HoldEntries entries, DateOnly today, string reason, long? by)
    {
        (hold.Status, hold.ReleasedOn, hold.ReleaseReason, hold.ReleasedBy) = (HoldStatus.Released, today, reason, by);
        foreach (var payable in held)
        {
            payable.Status = PayableStatus.Open;
            entries.Release(payable, today, reason);
        }
    }
}
