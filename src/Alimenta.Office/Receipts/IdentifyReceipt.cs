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
/// <param name="Report">What the books did.</param>
public sealed record ReceiptPlaced(long ReceiptId, PostingReport Report);

/// <summary>Names the owner of an unidentified receipt, or moves a receipt from a wrong person or case to the right one.</summary>
/// <remarks>A move reverses what was distributed and does it again where it belongs; what a payee had and should not becomes a potential recovery.</remarks>
public sealed class IdentifyReceipt(AlimentaStore store, PolicyDesk policies)
{
    /// <summary>Names the owner.</summary>
    public Task<Outcome<ReceiptPlaced>> RunAsync(ReceiptOwner owner, string key, Actor by, bool preview = false, CancellationToken cancel = default) =>
        store.Commands.RunAsync<ReceiptPlaced>(new(key, "receipt.identify", owner, by, owner.Reason) { ObjectKind = "receipt", ObjectId = $"{owner.ReceiptId}" }, ctx => PlaceAsync(ctx, owner), preview, cancel);

    private async Task<Outcome<ReceiptPlaced>> PlaceAsync(CommandContext ctx, ReceiptOwner owner)
    {
        if (owner.Reason.Trim().Length < 3) return new Refusal("R-REASON", "A reason is needed.", "Say in a few words how you know whose money it is.", "", "reason");
        var receipt = await ctx.Db.Receipts.SingleOrDefaultAsync(r => r.Id == owner.ReceiptId, ctx.Cancel);
        if (receipt is null) return new Refusal("R-RECEIPT-UNKNOWN", "There is no such receipt.", "Search for it by amount, date or check number.");
        if (receipt.Status == ReceiptStatus.Returned) return new Refusal("R-RECEIPT-RETURNED", "This receipt was returned; there is no money to place.", "Look at its history.");
        var target = owner.CaseId is { } caseId
            ? await ctx.Db.Cases.AsNoTracking().Where(c => c.Id == caseId).Select(c => new { c.ObligorId, c.CircleId }).SingleOrDefaultAsync(ctx.Cancel)
            : await ctx.Db.Cases.AsNoTracking().Where(c => c.ObligorId == owner.ObligorId).OrderBy(c => c.Id).Select(c => new { c.ObligorId, c.CircleId }).FirstOrDefaultAsync(ctx.Cancel);
        if (target is null) return new Refusal("R-OWNER-NO-CASE", "This person pays in no case here.", "Choose a case, or open one first.", "", "case");
        if (receipt.ObligorId == target.ObligorId && receipt.DirectedCaseId == owner.CaseId)
            return new Refusal("R-RECEIPT-THERE", "The receipt is already placed there.", "Nothing needs to be done.");

        var circles = new List<long> { target.CircleId };
        if (receipt.ObligorId is { } old) circles.AddRange(await ctx.Db.Cases.AsNoTracking().Where(c => c.ObligorId == old).Select(c => c.CircleId).Distinct().ToListAsync(ctx.Cancel));
        await ctx.LockCirclesAsync(circles.Distinct().ToList());
        var today = await ctx.BusinessDateAsync();
        await MoveAsync(ctx, receipt, target.ObligorId, owner, today);
        var report = await new CirclePosting(policies).BringUpAsync(ctx, [.. circles.Distinct()], today, owner.Reason);
        return new ReceiptPlaced(receipt.Id, report);
    }

    private static async Task MoveAsync(CommandContext ctx, Receipt receipt, long obligor, ReceiptOwner owner, DateOnly today)
    {
        if (receipt.ObligorId != obligor)
        {
            var key = $"identify:{receipt.NaturalKey}";
            var versions = await EntryVersions.LoadAsync(ctx, [key]);
            if (receipt.ObligorId is not null)
            {
                var version = versions.Next(key);
                ctx.Post(ReceiptEntries.Identified(receipt, version - 1, today).Reversal(today, owner.Reason));
                foreach (var earlier in await ctx.Db.Identifications.Where(i => i.ReceiptId == receipt.Id && !i.Undone).ToListAsync(ctx.Cancel)) earlier.Undone = true;
            }

            receipt.ObligorId = obligor;
            ctx.Post(ReceiptEntries.Identified(receipt, versions.Next(key), today));
            ctx.Add(new Identification { ReceiptId = receipt.Id, ObligorId = obligor, Rule = "person", WhyText = owner.Reason, By = ctx.Request.By.UserId, At = ctx.Now });
            foreach (var hold in await ctx.Db.Holds.Where(h => h.ReceiptId == receipt.Id && h.Reason == HoldReason.Unidentified && h.Status == HoldStatus.Active).ToListAsync(ctx.Cancel))
                (hold.Status, hold.ReleasedOn, hold.ReleasedBy, hold.ReleaseReason) = (HoldStatus.Released, today, ctx.Request.By.UserId, owner.Reason);
        }

        receipt.DirectedCaseId = owner.CaseId;
        receipt.DirectedOrderId = null;
        receipt.Status = ReceiptStatus.Identified;
        if (receipt.InboundItemId is { } item && await ctx.Db.InboundItems.FindAsync([item], ctx.Cancel) is { Status: InboundItemStatus.Unidentified } row) row.Status = InboundItemStatus.Posted;
    }
}
