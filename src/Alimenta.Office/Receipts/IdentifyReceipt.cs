using Alimenta.Data;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>Whose receipt it is said to be.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="ObligorId">Who paid; ignored when a case is named.</param>
/// <param name="CaseId">The case it is for; null: all cases of the obligor.</param>
/// <param name="Reason">Why, in a person's words.</param>
public sealed record ReceiptOwner(long ReceiptId, long? ObligorId, long? CaseId, string Reason);

/// <summary>What naming the owner did.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Effect">What it does to balances and payees.</param>
public sealed record ReceiptPlaced(long ReceiptId, ChangeEffect Effect);

/// <summary>Names the owner of an unidentified receipt, or moves a receipt from a wrong person or case to the right one.</summary>
/// <remarks>A move reverses what was distributed and does it again where it belongs; what a payee had and should not becomes a potential recovery.</remarks>
public sealed class IdentifyReceipt(AlimentaStore store, PolicyDesk policies)
{
    /// <summary>Names the owner.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="key">The key of the request.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="preview">Whether to do all of it and keep nothing.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="move">True: only a receipt that has an owner; false: only one that has none; null: either.</param>
    public Task<Outcome<ReceiptPlaced>> RunAsync(ReceiptOwner owner, string key, Actor by, bool preview = false, CancellationToken cancel = default, bool? move = null) =>
        store.Commands.RunAsync<ReceiptPlaced>(new(key, "receipt.identify", owner, by, owner.Reason) { ObjectKind = "receipt", ObjectId = $"{owner.ReceiptId}" }, ctx => PlaceAsync(ctx, owner, move), preview, cancel);

    private async Task<Outcome<ReceiptPlaced>> PlaceAsync(CommandContext ctx, ReceiptOwner owner, bool? move)
    {
        if (owner.Reason.Trim().Length < 3) return new Refusal("R-REASON", "A reason is needed.", "Say in a few words how you know whose money it is.", "", "reason");
        var receipt = await HeldReceipt.TakeAsync(ctx, owner.ReceiptId);
        if (receipt is null) return new Refusal("R-RECEIPT-UNKNOWN", "There is no such receipt.", "Search for it by amount, date or check number.");
        if (receipt.Status == ReceiptStatus.Returned) return new Refusal("R-RECEIPT-RETURNED", "This receipt was returned; there is no money to place.", "Look at its history.");
        if (await OpenBatchAsync(ctx, receipt)) return new Refusal("R-RECEIPT-IN-BATCH", "This receipt stands in a batch that is still open; nothing of it is posted.", "Close the batch first, or correct the item in it.");
        if (move == false && receipt.ObligorId is not null) return new Refusal("R-RECEIPT-NAMED", "The owner of this receipt is named already.", "To move it to someone else, ask your supervisor.");
        if (move == true && receipt.ObligorId is null) return new Refusal("R-RECEIPT-NOT-NAMED", "Nobody was named the owner of this receipt yet, so there is nothing to move it from.", "Someone in accounting says whose it is.");
        var target = owner.CaseId is { } caseId
            ? await ctx.Db.Cases.AsNoTracking().Where(c => c.Id == caseId).Select(c => new { c.ObligorId, c.CircleId }).SingleOrDefaultAsync(ctx.Cancel)
            : await ctx.Db.Cases.AsNoTracking().Where(c => c.ObligorId == owner.ObligorId).OrderBy(c => c.Id).Select(c => new { c.ObligorId, c.CircleId }).FirstOrDefaultAsync(ctx.Cancel);
        if (target is null) return new Refusal("R-OWNER-NO-CASE", "This person pays in no case here.", "Choose a case, or open one first.", "", "case");
        if (receipt.ObligorId == target.ObligorId && receipt.DirectedCaseId == owner.CaseId)
            return new Refusal("R-RECEIPT-THERE", "The receipt is already placed there.", "Nothing needs to be done.");

        if (await HeldReceipt.OwnAsync(ctx, target.ObligorId) is { } own) return own;

        var circles = new List<long> { target.CircleId };
        if (receipt.ObligorId is { } old) circles.AddRange(await ctx.Db.Cases.AsNoTracking().Where(c => c.ObligorId == old).Select(c => c.CircleId).Distinct().ToListAsync(ctx.Cancel));
        var locked = await HeldReceipt.LockCirclesAsync(ctx, receipt, [.. circles.Distinct()]);
        var today = await ctx.BusinessDateAsync();
        var done = await CircleChange.RunAsync(ctx, policies, locked, owner.Reason, async () =>
        {
            await MoveAsync(ctx, receipt, target.ObligorId, owner, today);
            return null;
        });
        return done.Refusal is { } refusal ? refusal : new ReceiptPlaced(receipt.Id, done.Value);
    }

    internal static Task<bool> OpenBatchAsync(CommandContext ctx, Receipt receipt) =>
        receipt.BatchId is { } batch ? ctx.Db.ReceiptBatches.AnyAsync(b => b.Id == batch && b.Status == BatchStatus.Open, ctx.Cancel) : Task.FromResult(false);

    private static async Task MoveAsync(CommandContext ctx, Receipt receipt, long obligor, ReceiptOwner owner, DateOnly today)
    {
        if (receipt.ObligorId != obligor)
        {
            var amount = receipt.Amount - receipt.ReturnedAmount;
            var standing = receipt.ObligorId is null ? [] : await StandingAsync(ctx, receipt);
            var key = $"identify:{receipt.NaturalKey}";
            var versions = await EntryVersions.LoadAsync(ctx, [key, .. standing.Select(e => e.Key)]);
            foreach (var entry in standing)
            {
                versions.Next(entry.Key);
                ctx.Post(entry.Reversal(today, owner.Reason));
                if (entry.Kind == EntryKinds.Identification) amount = entry.Lines.Where(l => l.Account == Accounts.Unidentified).Sum(l => l.Amount);
            }

            foreach (var earlier in await ctx.Db.Identifications.Where(i => i.ReceiptId == receipt.Id && !i.Undone).ToListAsync(ctx.Cancel)) earlier.Undone = true;
            var old = receipt.ObligorId;
            (receipt.ObligorId, receipt.Status) = (obligor, ReceiptStatus.Identified);
            ctx.Post(ReceiptEntries.Identified(receipt, versions.Next(key), today, amount));
            // What came back of it came back from the new owner's money.
            foreach (var back in standing.Where(e => e.Kind == EntryKinds.ReturnedItem))
                ctx.Post(back with { Version = versions.Next(back.Key), Lines = [.. back.Lines.Select(l => l.ObligorId == old ? l with { ObligorId = obligor } : l)] });
            ctx.Add(new Identification { ReceiptId = receipt.Id, ObligorId = obligor, Rule = "person", WhyText = owner.Reason, By = ctx.Request.By.UserId, At = ctx.Now });
            foreach (var hold in await ctx.Db.Holds.Where(h => h.ReceiptId == receipt.Id && h.Reason == HoldReason.Unidentified && h.Status == HoldStatus.Active).ToListAsync(ctx.Cancel))
                (hold.Status, hold.ReleasedOn, hold.ReleasedBy, hold.ReleaseReason) = (HoldStatus.Released, today, ctx.Request.By.UserId, owner.Reason);
        }

        // What was decided by hand was decided about other debts.
        (receipt.ManualJson, receipt.Protected) = (null, false);
        receipt.DirectedCaseId = owner.CaseId;
        receipt.DirectedOrderId = null;
        if (receipt.InboundItemId is { } item && await ctx.Db.InboundItems.FindAsync([item], ctx.Cancel) is { Status: InboundItemStatus.Unidentified } row) row.Status = InboundItemStatus.Posted;
    }

    /// <summary>The entries that name the present owner: that he was found, and what came back of his money.</summary>
    private static async Task<List<Entry>> StandingAsync(CommandContext ctx, Receipt receipt)
    {
        string[] kinds = [EntryKinds.Identification, EntryKinds.ReturnedItem];
        var heads = await ctx.Db.JournalEntries.AsNoTracking().Where(e => e.ReceiptId == receipt.Id && kinds.Contains(e.Kind) && e.ReversesVersion == null
            && !ctx.Db.JournalEntries.Any(r => r.Key == e.Key && r.ReversesVersion == e.Version)).OrderBy(e => e.Id).ToListAsync(ctx.Cancel);
        return [.. heads.Select(h => h.ToEntry()).Where(e => e.Lines.Any(l => l.ObligorId == receipt.ObligorId))];
    }
}
