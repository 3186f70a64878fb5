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
        var receipt = await HeldReceipt.TakeAsync(ctx, returned.ReceiptId);
        if (receipt is null) return new Refusal("R-RECEIPT-UNKNOWN", "There is no such receipt.", "Search for it by amount, date or check number.");
        if (await IdentifyReceipt.OpenBatchAsync(ctx, receipt)) return new Refusal("R-RETURN-IN-BATCH", "This receipt stands in a batch that is still open; nothing of it is posted.", "Take the item out of the batch.");
        var left = receipt.Amount - receipt.ReturnedAmount;
        var amount = returned.Amount ?? left;
        if (left.IsZero) return new Refusal("R-RECEIPT-RETURNED", "All of this receipt came back before.", "Look at its history.");
        if (!amount.IsPositive || amount > left) return new Refusal("R-RETURN-AMOUNT", $"Of this receipt {left} is left; {amount} cannot come back.", $"Enter an amount from 0.01 to {left}.", "", "amount");

        var circles = receipt.ObligorId is { } obligor ? await ctx.Db.Cases.AsNoTracking().Where(c => c.ObligorId == obligor).Select(c => c.CircleId).Distinct().ToListAsync(ctx.Cancel) : [];
        var locked = await HeldReceipt.LockCirclesAsync(ctx, receipt, circles);
        var done = await CircleChange.RunAsync(ctx, policies, locked, returned.Reason, async () =>
        {
            await TakeBackAsync(ctx, receipt, amount, returned.Reason);
            return null;
        });
        return done.Refusal is { } refusal ? refusal : new ReceiptPlaced(receipt.Id, done.Value);
    }

    private static async Task TakeBackAsync(CommandContext ctx, Receipt receipt, Money amount, string reason)
    {
        var today = await ctx.BusinessDateAsync();
        var count = 1 + await ctx.Db.JournalEntries.CountAsync(e => e.ReceiptId == receipt.Id && e.Kind == Ledger.EntryKinds.ReturnedItem, ctx.Cancel);
        receipt.ReturnedAmount += amount;
        (receipt.ReturnedOn, receipt.ReturnReason) = (today, reason);
        if (receipt.ReturnedAmount == receipt.Amount)
        {
            receipt.Status = ReceiptStatus.Returned;
            if (receipt.ObligorId is { } obligor) await WaitingReceipts.DoneAsync(ctx, [obligor], [receipt.Id]);
        }

        ctx.Post(ReceiptEntries.Returned(receipt, amount, count, today, reason));
        foreach (var hold in await ctx.Db.Holds.Where(h => h.ReceiptId == receipt.Id && h.Reason == HoldReason.Unidentified && h.Status == HoldStatus.Active).ToListAsync(ctx.Cancel))
        {
            hold.Amount -= amount;
            if (hold.Amount.IsZero) (hold.Status, hold.ReleasedOn, hold.ReleaseReason) = (HoldStatus.Voided, today, reason);
        }
    }
}
