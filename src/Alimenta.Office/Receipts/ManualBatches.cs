using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>A receipt as it is keyed.</summary>
/// <param name="BatchId">The open batch.</param>
/// <param name="CaseNumber">The case, or empty when it is not known.</param>
/// <param name="Amount">Above nothing.</param>
/// <param name="Tender">Check, money order, cash or card.</param>
/// <param name="Source">How it was collected.</param>
/// <param name="CollectedOn">The date of collection; not after the business date.</param>
/// <param name="CheckNumber">Number of the check or money order, or empty.</param>
/// <param name="PayorName">As written on the item.</param>
/// <param name="JointReturn">Tax offset of a joint return.</param>
/// <param name="NetAmount">What came in, when a fee was taken before; null: the amount.</param>
public sealed record KeyedReceipt(long BatchId, string CaseNumber, Money Amount, Tender Tender, ReceiptSource Source, DateOnly CollectedOn, string CheckNumber, string PayorName, bool JointReturn = false, Money? NetAmount = null);

/// <summary>A batch and where it stands.</summary>
/// <param name="Id">The batch.</param>
/// <param name="Count">Receipts keyed.</param>
/// <param name="Amount">Their sum.</param>
/// <param name="DeclaredCount">Receipts declared.</param>
/// <param name="DeclaredAmount">Sum declared.</param>
/// <param name="Report">What the books did when it closed; else null.</param>
public sealed record BatchStands(long Id, int Count, Money Amount, int DeclaredCount, Money DeclaredAmount, PostingReport? Report = null);

/// <summary>A receipt that was posted by itself.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="ReceiptKey">Its number.</param>
/// <param name="Identified">Whether its obligor is known; if not, it waits as unidentified.</param>
/// <param name="Report">What the books did.</param>
public sealed record ReceiptPosted(long ReceiptId, string ReceiptKey, bool Identified, PostingReport Report);

/// <summary>Receipts keyed by hand: count and amount are declared first, and the batch closes only when they agree. Nothing is posted before.</summary>
public sealed class ManualBatches(AlimentaStore store, PolicyDesk policies)
{
    private const int MostReceipts = 500;
    private const int MostText = 60;

    /// <summary>Opens a batch.</summary>
    public Task<Outcome<BatchStands>> OpenAsync(int count, Money amount, string key, Actor by, CancellationToken cancel = default) =>
        store.Commands.RunAsync<BatchStands>(new(key, "batch.open", new { count, amount }, by) { ObjectKind = "batch" }, ctx => OpenAsync(ctx, count, amount), cancel: cancel);

    /// <summary>Adds a receipt to an open batch.</summary>
    public Task<Outcome<BatchStands>> AddAsync(KeyedReceipt keyed, string key, Actor by, CancellationToken cancel = default) =>
        store.Commands.RunAsync<BatchStands>(new(key, "batch.add", keyed, by) { ObjectKind = "batch", ObjectId = $"{keyed.BatchId}" }, ctx => AddAsync(ctx, keyed), cancel: cancel);

    /// <summary>Takes an item out of an open batch: it was keyed wrong or twice. Nothing of it was posted.</summary>
    public Task<Outcome<BatchStands>> TakeOutAsync(long batchId, long receiptId, string key, Actor by, CancellationToken cancel = default) =>
        store.Commands.RunAsync<BatchStands>(new(key, "batch.take-out", new { batchId, receiptId }, by) { ObjectKind = "batch", ObjectId = $"{batchId}" }, async ctx =>
        {
            await ctx.LockNameAsync(Name(batchId));
            var found = await OpenOneAsync(ctx, batchId);
            if (found.Refusal is { } closed) return closed;
            var batch = found.Value;
            var receipts = await ctx.Db.Receipts.Where(r => r.BatchId == batchId).ToListAsync(ctx.Cancel);
            if (receipts.Find(r => r.Id == receiptId) is not { } item) return new Refusal("R-BATCH-ITEM", "This item is not in the batch any more.", "Look at the list again.");
            ctx.Db.Remove(item);
            ctx.Audit("batch.item-taken-out", "batch", $"{batchId}", $"{item.NaturalKey} of {item.Amount}");
            return new BatchStands(batchId, receipts.Count - 1, receipts.Sum(r => r.Amount) - item.Amount, batch.DeclaredCount, batch.DeclaredAmount);
        }, cancel: cancel);

    /// <summary>Declares count and amount of an open batch anew: the pile was counted wrong. Both declarations stand in the audit log.</summary>
    public Task<Outcome<BatchStands>> RecountAsync(long batchId, int count, Money amount, string reason, string key, Actor by, CancellationToken cancel = default) =>
        store.Commands.RunAsync<BatchStands>(new(key, "batch.recount", new { batchId, count, amount, reason }, by, reason) { ObjectKind = "batch", ObjectId = $"{batchId}" }, async ctx =>
        {
            if (reason.Trim().Length < 3) return new Refusal("R-RECOUNT-WHY", "Why the count changes takes at least three letters.", "Say what was counted wrong.", "", "why");
            if (Declared(count, amount) is { } wrong) return wrong;
            await ctx.LockNameAsync(Name(batchId));
            var found = await OpenOneAsync(ctx, batchId);
            if (found.Refusal is { } closed) return closed;
            var batch = found.Value;
            ctx.Audit("batch.recounted", "batch", $"{batchId}", $"declared {batch.DeclaredCount} of {batch.DeclaredAmount}, now {count} of {amount}: {reason.Trim()}");
            (batch.DeclaredCount, batch.DeclaredAmount) = (count, amount);
            var amounts = await ctx.Db.Receipts.Where(r => r.BatchId == batchId).Select(r => r.Amount).ToListAsync(ctx.Cancel);
            return new BatchStands(batchId, amounts.Count, amounts.Sum(), count, amount);
        }, cancel: cancel);

    /// <summary>Closes a batch when count and amount agree, and posts all of it.</summary>
    public Task<Outcome<BatchStands>> CloseAsync(long batchId, string key, Actor by, CancellationToken cancel = default) =>
        store.Commands.RunAsync<BatchStands>(new(key, "batch.close", new { batchId }, by) { ObjectKind = "batch", ObjectId = $"{batchId}" }, ctx => CloseAsync(ctx, batchId), cancel: cancel);

    /// <summary>Posts one receipt by itself: a batch of one, opened, keyed and closed in one step.</summary>
    public Task<Outcome<ReceiptPosted>> PostOneAsync(KeyedReceipt keyed, string key, Actor by, bool preview = false, CancellationToken cancel = default) =>
        store.Commands.RunAsync<ReceiptPosted>(new(key, "batch.one", keyed, by) { ObjectKind = "batch" }, async ctx =>
        {
            if (NoAmount(keyed) is { } nothing) return nothing;
            var opened = await OpenAsync(ctx, 1, keyed.Amount);
            if (opened.Refusal is { } notOpened) return notOpened;
            await ctx.FlushAsync();
            var batch = opened.Value.Id;
            if ((await AddAsync(ctx, keyed with { BatchId = batch })).Refusal is { } notAdded) return notAdded;
            await ctx.FlushAsync();
            var closed = await CloseAsync(ctx, batch);
            if (closed.Refusal is { } notClosed) return notClosed;
            var receipt = await ctx.Db.Receipts.Where(r => r.BatchId == batch).Select(r => new { r.Id, r.NaturalKey, r.ObligorId }).SingleAsync(ctx.Cancel);
            return new ReceiptPosted(receipt.Id, receipt.NaturalKey, receipt.ObligorId is not null, closed.Value.Report!);
        }, preview, cancel);

    private static async Task<Outcome<BatchStands>> OpenAsync(CommandContext ctx, int count, Money amount)
    {
        if (Declared(count, amount) is { } wrong) return wrong;
        var batch = ctx.Add(new ReceiptBatch { DeclaredCount = count, DeclaredAmount = amount, Status = BatchStatus.Open, OpenedBy = ctx.Request.By.UserId, BusinessDate = await ctx.BusinessDateAsync() });
        return new BatchStands(batch.Id, 0, Money.Zero, count, amount);
    }

    private static async Task<Outcome<BatchStands>> AddAsync(CommandContext ctx, KeyedReceipt keyed)
    {
        var today = await ctx.BusinessDateAsync();
        await ctx.LockNameAsync(Name(keyed.BatchId));
        var found = await OpenOneAsync(ctx, keyed.BatchId);
        if (found.Refusal is { } closed) return closed;
        var batch = found.Value;
        if (NoAmount(keyed) is { } nothing) return nothing;
        if (keyed.CollectedOn > today) return new Refusal("R-DATE-AHEAD", $"{Days.Words(keyed.CollectedOn)} lies ahead of the business date {Days.Words(today)}.", "Enter the day on which the money was collected.", "", "collected");
        if (keyed.CheckNumber.Length > MostText || keyed.PayorName.Length > MostText) return new Refusal("R-KEYED-LONG", $"A check number and a payor's name have at most {MostText} characters.", "Shorten it.", "", keyed.CheckNumber.Length > MostText ? "check" : "payor");
        if (keyed.NetAmount is { } net && (!net.IsPositive || net > keyed.Amount))
            return new Refusal("R-NET", net.IsPositive ? "What came in cannot be more than the amount credited." : "A fee cannot be all of the money.", "Enter the money that arrived.", "", "net");
        var file = keyed.CaseNumber.Trim().Length == 0 ? null : await CaseAsync(ctx, keyed.CaseNumber);
        if (keyed.CaseNumber.Trim().Length > 0 && file is null)
            return new Refusal("R-CASE-UNKNOWN", $"No case has the number {keyed.CaseNumber}.", "Check the number (its last digit is a check digit), or leave it empty: the money then waits as unidentified.", "", "case");
        if (file is not null && await HeldReceipt.OwnAsync(ctx, file.ObligorId) is { } own) return own;
        var twin = keyed.CheckNumber.Length > 0 && await ctx.Db.Receipts.AnyAsync(r => r.CheckNumber == keyed.CheckNumber && r.Amount == keyed.Amount && r.PayorName == keyed.PayorName, ctx.Cancel);
        if (twin) return new Refusal("R-CHECK-TWICE", $"A check with the number {keyed.CheckNumber}, this amount and this payor was keyed before.", "Look at the earlier receipt; correct the number if it is another check.", "", "check");
        var rows = await ctx.Db.Receipts.Where(r => r.BatchId == batch.Id).OrderBy(r => r.Id).Select(r => new { r.Amount, r.NaturalKey }).ToListAsync(ctx.Cancel);
        var number = rows.Count == 0 ? 1 : 1 + int.Parse(rows[^1].NaturalKey.AsSpan(rows[^1].NaturalKey.IndexOf('/', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture);
        ctx.Add(new Receipt
        {
            NaturalKey = string.Create(CultureInfo.InvariantCulture, $"B{batch.Id}/{number}"), Source = keyed.Source, Tender = keyed.Tender, Amount = keyed.Amount, NetAmount = keyed.NetAmount ?? keyed.Amount,
            CollectedOn = keyed.CollectedOn, ReceivedOn = today, ObligorId = file?.ObligorId, DirectedCaseId = null, JointReturn = keyed.JointReturn, NoticeOn = keyed.JointReturn ? today : null,
            PayorName = keyed.PayorName, CheckNumber = keyed.CheckNumber, BatchId = batch.Id, Status = ReceiptStatus.Unidentified, RecordedAt = ctx.Now,
        });
        return new BatchStands(batch.Id, rows.Count + 1, rows.Sum(r => r.Amount) + keyed.Amount, batch.DeclaredCount, batch.DeclaredAmount);
    }

    private async Task<Outcome<BatchStands>> CloseAsync(CommandContext ctx, long batchId)
    {
        await ctx.LockNameAsync(Name(batchId));
        var found = await OpenOneAsync(ctx, batchId);
        if (found.Refusal is { } closed) return closed;
        var batch = found.Value;
        var receipts = await ctx.Db.Receipts.Where(r => r.BatchId == batchId).OrderBy(r => r.Id).ToListAsync(ctx.Cancel);
        var sum = receipts.Sum(r => r.Amount);
        if (receipts.Count != batch.DeclaredCount || sum != batch.DeclaredAmount)
            return new Refusal("R-BATCH-DIFFERS", $"Declared were {batch.DeclaredCount} receipts of {batch.DeclaredAmount}; keyed are {receipts.Count} of {sum}.", "Find the item that is missing, double or keyed with another amount.");
        var today = await ctx.BusinessDateAsync();
        var obligors = receipts.Where(r => r.ObligorId is not null).Select(r => r.ObligorId!.Value).Distinct().ToList();
        if (await HeldReceipt.OwnAsync(ctx, obligors) is { } own) return own;
        var circles = await ctx.Db.Cases.AsNoTracking().Where(c => obligors.Contains(c.ObligorId)).Select(c => c.CircleId).Distinct().ToListAsync(ctx.Cancel);
        await ctx.LockCirclesAsync(circles);
        (batch.Status, batch.ClosedBy) = (BatchStatus.Closed, ctx.Request.By.UserId);
        foreach (var receipt in receipts)
        {
            ctx.Post(ReceiptEntries.Received(receipt));
            if (receipt.ObligorId is null) continue;
            receipt.Status = ReceiptStatus.Identified;
            ctx.Post(ReceiptEntries.Identified(receipt, 1, today));
            ctx.Add(new Identification { ReceiptId = receipt.Id, ObligorId = receipt.ObligorId.Value, Rule = "keyed", WhyText = "The case number was keyed with the item.", By = ctx.Request.By.UserId, At = ctx.Now });
        }

        await UnidentifiedHolds.PlaceAsync(ctx, policies, receipts, today);
        var report = await new CirclePosting(policies).BringUpAsync(ctx, circles, today, $"Batch {batchId}");
        return new BatchStands(batchId, receipts.Count, sum, batch.DeclaredCount, batch.DeclaredAmount, report);
    }

    private static Refusal? Declared(int count, Money amount) =>
        count is < 1 or > MostReceipts ? new("R-BATCH-COUNT", $"A batch holds 1 to {MostReceipts} receipts.", "Count the items again, or split the pile.", "", "count")
        : amount.IsPositive ? null : new("R-BATCH-AMOUNT", "A batch needs an amount above 0.00.", "Add up the items and enter the total.", "", "amount");

    private static Refusal? NoAmount(KeyedReceipt keyed) => keyed.Amount.IsPositive ? null : new("R-AMOUNT", "The amount must be above 0.00.", "Enter the amount on the item.", "", "amount");

    private static async Task<Outcome<ReceiptBatch>> OpenOneAsync(CommandContext ctx, long id)
    {
        var batch = await ctx.Db.ReceiptBatches.SingleOrDefaultAsync(b => b.Id == id, ctx.Cancel);
        if (batch is null) return new Refusal("R-BATCH-UNKNOWN", "There is no such batch.", "Open a batch first.");
        return batch.Status == BatchStatus.Open ? batch : new Refusal("R-BATCH-CLOSED", "This batch is closed.", "Open another batch.");
    }

    private static string Name(long batchId) => $"receipt-batch:{batchId}";

    private static async Task<CaseFile?> CaseAsync(CommandContext ctx, string text) =>
        CaseNumber.TryParse(text, out var number) ? await ctx.Db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number.ToString(), ctx.Cancel) : null;
}
