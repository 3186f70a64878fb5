using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>A receipt that one command at a time places, takes back or decides about. The lock of a circle would not do: money that is nobody's belongs to none, and of two who place it each would lock another.</summary>
internal static class HeldReceipt
{
    /// <summary>Waits for whoever else has the receipt in hand, holds it until the command ends, and reads it as it stands then.</summary>
    /// <returns>Nothing when there is no such receipt.</returns>
    public static async Task<Receipt?> TakeAsync(CommandContext ctx, long id)
    {
        await ctx.LockNameAsync(FormattableString.Invariant($"receipt:{id}"));
        return await ctx.Db.Receipts.SingleOrDefaultAsync(r => r.Id == id, ctx.Cancel);
    }

    /// <summary>Locks circles, and reads the receipt again: a run may have distributed it while this waited.</summary>
    /// <returns>The circles as they stand then.</returns>
    public static async Task<IReadOnlyList<long>> LockCirclesAsync(CommandContext ctx, Receipt receipt, IReadOnlyCollection<long> circles)
    {
        var locked = await Circles.LockAsync(ctx, circles);
        await ctx.Db.Entry(receipt).ReloadAsync(ctx.Cancel);
        return locked;
    }

    /// <summary>Refuses someone who is a person of a case of one of the payors: nobody decides about money of his own.</summary>
    public static async Task<Refusal?> OwnAsync(CommandContext ctx, params IReadOnlyCollection<long> obligors) =>
        await ctx.Db.Users.AnyAsync(u => u.Id == ctx.Request.By.UserId && u.PersonId != null && ctx.Db.Participants.Any(p => p.PersonId == u.PersonId && ctx.Db.Cases.Any(c => c.Id == p.CaseId && obligors.Contains(c.ObligorId))), ctx.Cancel)
            ? new("R-OWNER-SELF", "You are a person of a case of this payor, so you may not place this money.", "Ask a colleague.")
            : null;
}
