using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>A receipt of which something came back.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Amount">How much; null: all that is left.</param>
/// <param name="Reason">Why: the bank's reason, or the Treasury's.</param>
public sealed record ItemReturned(long ReceiptId, Money? Amount, string Reason);

/// <summary>Takes back a receipt that was not honoured, in full or in part, and redoes what was distributed from it and after it.</summary>
/// <remarks>The state bears the loss: nothing is taken back from a family without its written consent (PIQ-02-01, PIQ-03-02).</remarks>
public sealed class ReturnReceipt(AlimentaStore store, PolicyDesk policies)
{
    /// <summary>Takes the receipt back.</summary>
    public Task<Outcome<ReceiptPlaced>> RunAsync(ItemReturned returned, string key, Actor by, bool preview = false, CancellationToken cancel = default) =>
        store.Commands.RunAsync<ReceiptPlaced>(new(key, "receipt.return", returned, by, returned.Reason) { ObjectKind = "receipt", ObjectId = $"{returned.ReceiptId}" }, ctx => TakeBackAsync(ctx, returned), preview, cancel);

    private async Task<Outcome<ReceiptPlaced>> TakeBackAsync(CommandContext ctx, ItemReturned returned)
    {
        if (returned.Reason.Trim().Length < 3) return new Refusal("R-REASON", "A reason is needed.", "Say why the item came back.", "", "reason");
        var receipt = await ctx.Db.Receipts.SingleOrDefaultAsync(r => r.Id == returned.ReceiptId, ctx.Cancel);
        if (receipt is null) return new Refusal("R-RECEIPT-UNKNOWN", "There is no such receipt.", "Search for it by amount, date or check number.");
        var left = receipt.Amount - receipt.ReturnedAmount;
        var amount = returned.Amount ?? left;
        if (left.IsZero) return new Refusal("R-RECEIPT-RETURNED", "All of this receipt came back before.", "Look at its history.");
        if (!amount.IsPositive || amount > left) return new Refusal("R-RETURN-AMOUNT", $"Of this receipt {left} is left; {amount} cannot come back.", $"Enter an amount from 0.01 to {left}.", "", "amount");

        var circles = receipt.ObligorId is { } obligor ? await ctx.Db.Cases.AsNoTracking().Where(c => c.ObligorId == obligor).Select(c => c.CircleId).Distinct().ToListAsync(ctx.Cancel) : [];
        await ctx.LockCirclesAsync(circles);
        var today = await ctx.BusinessDateAsync();
        var count = 1 + await ctx.Db.JournalEntries.CountAsync(e => e.ReceiptId == receipt.Id && e.Kind == Ledger.EntryKinds.ReturnedItem, ctx.Cancel);
        receipt.ReturnedAmount += amount;
        (receipt.ReturnedOn, receipt.ReturnReason) = (today, returned.Reason);
        if (receipt.ReturnedAmount == receipt.Amount) receipt.Status = ReceiptStatus.Returned;
        ctx.Post(ReceiptEntries.Returned(receipt, amount, count, today, returned.Reason));
        foreach (var hold in await ctx.Db.Holds.Where(h => h.ReceiptId == receipt.Id && h.Reason == HoldReason.Unidentified && h.Status == HoldStatus.Active).ToListAsync(ctx.Cancel))
        {
            hold.Amount -= amount;
            if (hold.Amount.IsZero) (hold.Status, hold.ReleasedOn, hold.ReleaseReason) = (HoldStatus.Voided, today, returned.Reason);
        }

        var report = circles.Count == 0 ? new PostingReport() : await new CirclePosting(policies).BringUpAsync(ctx, circles, today, returned.Reason);
        return new ReceiptPlaced(receipt.Id, report);
    }
}
