using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>A debt that a person chose to be paid out of a receipt.</summary>
/// <param name="Obligation">Key of the obligation.</param>
/// <param name="Month">The month of support.</param>
/// <param name="Amount">How much of it.</param>
public sealed record ChosenDebt(string Obligation, SupportMonth Month, Money Amount);

/// <summary>What a person decides about a receipt.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Parts">The debts it pays, in their order; what they leave is distributed by the rule. None: all of it by the rule again.</param>
/// <param name="Reason">Why.</param>
public sealed record ReceiptByHand(long ReceiptId, IReadOnlyList<ChosenDebt> Parts, string Reason);

/// <summary>Lets a person choose which debts a receipt pays. The law still says who gets the money, and the choice stays when the past is played again.</summary>
public sealed class DistributeByHand(AlimentaStore store, PolicyDesk policies)
{
    /// <summary>Distributes the receipt as chosen.</summary>
    public Task<Outcome<ReceiptPlaced>> RunAsync(ReceiptByHand chosen, string key, Actor by, bool preview = false, CancellationToken cancel = default) =>
        store.Commands.RunAsync<ReceiptPlaced>(new(key, "receipt.by-hand", chosen, by, chosen.Reason) { ObjectKind = "receipt", ObjectId = $"{chosen.ReceiptId}" }, ctx => ChooseAsync(ctx, chosen), preview, cancel);

    /// <summary>The debts that a receipt may pay, as they stood when it was collected, before it paid anything.</summary>
    public async Task<IReadOnlyList<Debt>> DebtsAsync(long receiptId, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        if (await db.Receipts.AsNoTracking().SingleOrDefaultAsync(r => r.Id == receiptId && r.ObligorId != null, cancel) is not { } receipt) return [];
        var ids = await db.Cases.AsNoTracking().Where(c => c.ObligorId == receipt.ObligorId).Select(c => c.CircleId).Distinct().ToListAsync(cancel);
        foreach (var circle in await CircleLoader.LoadAsync(db, ids, cancel))
            if (circle.Facts.Receipts.FirstOrDefault(r => r.Key == receipt.NaturalKey) is { } fact) return Before(circle.Facts, fact);
        return [];
    }

    private async Task<Outcome<ReceiptPlaced>> ChooseAsync(CommandContext ctx, ReceiptByHand chosen)
    {
        var receipt = await HeldReceipt.TakeAsync(ctx, chosen.ReceiptId);
        if (receipt is null) return new Refusal("R-RECEIPT-UNKNOWN", "There is no such receipt.", "Search for it by amount, date or check number.");
        var circles = await HeldReceipt.LockCirclesAsync(ctx, receipt, await ctx.Db.Cases.AsNoTracking().Where(c => c.ObligorId == receipt.ObligorId).Select(c => c.CircleId).Distinct().ToListAsync(ctx.Cancel));
        if (Contradiction(receipt, chosen) is { } refusal) return refusal;
        if (await ctx.Db.WaitingReceipts.AnyAsync(w => w.ObligorId == receipt.ObligorId && w.ReceiptId == receipt.Id, ctx.Cancel)) return NotDistributed;
        var loaded = (await CircleLoader.LoadAsync(ctx.Db, circles, ctx.Cancel)).Single(c => c.Receipts.ContainsKey(receipt.NaturalKey));
        var parts = new List<ManualPart>();
        foreach (var (part, at) in chosen.Parts.Select((p, i) => (p, i)))
        {
            var field = $"parts[{at}]";
            var rows = Before(loaded.Facts, loaded.Facts.Receipts.Single(r => r.Key == receipt.NaturalKey)).Where(d => d.Obligation == part.Obligation && d.Month == part.Month).ToList();
            if (!part.Amount.IsPositive) return new Refusal("R-BY-HAND-AMOUNT", "A part must be above 0.00.", "Enter an amount, or leave the debt out.", "", field);
            if (rows.Count == 0) return new Refusal("R-BY-HAND-DEBT", $"When the receipt was collected, nothing was owed for {part.Month.Words} under {part.Obligation}.", "Choose one of the debts shown.", "", field);
            if (rows.Sum(r => r.Left) < part.Amount) return new Refusal("R-BY-HAND-TOO-MUCH", $"For {part.Month.Words} under {part.Obligation} {rows.Sum(r => r.Left)} was owed, less than {part.Amount}.", $"Enter at most {rows.Sum(r => r.Left)}.", "", field);
            parts.Add(new(rows[0].Case, part.Obligation, rows[0].Place, part.Month, null, part.Amount));
        }

        var done = await CircleChange.RunAsync(ctx, policies, circles, chosen.Reason, () =>
        {
            receipt.ManualJson = parts.Count == 0 ? null : JsonSerializer.Serialize(parts, AlimentaJson.Options);
            return Task.FromResult<Refusal?>(null);
        });
        if (done.Refusal is { } no) return no;
        return await UnmetAsync(ctx, receipt, chosen, circles) ?? (Outcome<ReceiptPlaced>)new ReceiptPlaced(receipt.Id, done.Value);
    }

    private static Refusal NotDistributed => new("R-BY-HAND-STATUS", "This receipt is not distributed: it is unidentified, waits for its file to be distributed, is in an open batch, or came back.", "Say whose it is first, or wait until the run is done.");

    private static Refusal? Contradiction(Receipt receipt, ReceiptByHand chosen)
    {
        var left = receipt.Amount - receipt.ReturnedAmount;
        if (chosen.Reason.Trim().Length < 3) return new("R-REASON", "A reason is needed.", "Say why a person decides where this money goes.", "", "reason");
        if (receipt.Status != ReceiptStatus.Distributed) return NotDistributed;
        if (receipt.Protected) return new("R-BY-HAND-PROTECTED", "The distribution of this receipt is protected.", "End its protection first.");
        if (chosen.Parts.Count == 0 && receipt.ManualJson is null) return new("R-BY-HAND-RULE", "This receipt is distributed by the rule already.", "Choose at least one debt.", "", "parts");
        if (chosen.Parts.GroupBy(p => (p.Obligation, p.Month)).Any(g => g.Count() > 1)) return new("R-BY-HAND-TWICE", "A debt is chosen twice.", "Choose each debt once, with one amount.", "", "parts");
        return chosen.Parts.Sum(p => p.Amount) is var sum && sum > left ? new("R-BY-HAND-SUM", $"The parts come to {sum}; the receipt has {left}.", $"Take {sum - left} off the parts.", "", "parts") : null;
    }

    /// <summary>A choice that the law does not let be paid in full is refused, with the reason.</summary>
    private async Task<Refusal?> UnmetAsync(CommandContext ctx, Receipt receipt, ReceiptByHand chosen, IReadOnlyCollection<long> circles)
    {
        var circle = (await CircleLoader.LoadAsync(ctx.Db, circles, ctx.Cancel)).Single(c => c.Receipts.ContainsKey(receipt.NaturalKey));
        var step = CirclePlay.Run(circle.Facts, policies.On, await ctx.BusinessDateAsync()).Steps.First(s => s.Receipt == receipt.NaturalKey && !s.FromFuture);
        foreach (var (part, at) in chosen.Parts.Select((p, i) => (p, i)))
        {
            var paid = step.Parts.Where(p => p.Part.Obligation == part.Obligation && p.Part.Month == part.Month).Sum(p => p.Part.Amount);
            if (paid < part.Amount)
                return new("R-BY-HAND-LAW", $"Of {part.Amount} for {part.Month.Words} only {paid} can be paid from this kind of collection.", "A federal tax refund offset pays arrears only, and assigned arrears are paid up to the assistance not yet reimbursed. Lower the part.", "42 USC 657(a)", $"parts[{at}]");
        }

        return null;
    }

    /// <summary>Plays up to the receipt, leaving it and what follows it on its day out.</summary>
    private IReadOnlyList<Debt> Before(CircleFacts facts, ReceiptFacts receipt)
    {
        var earlier = facts with { Receipts = [.. facts.Receipts.Where(r => r.CollectedOn < receipt.CollectedOn || (r.CollectedOn == receipt.CollectedOn && string.CompareOrdinal(r.Key, receipt.Key) < 0))] };
        var own = facts.Cases.Where(c => c.Obligor == receipt.Obligor && (receipt.Case.Length == 0 || c.Key == receipt.Case)).ToList();
        var cases = own.Select(c => c.Key).ToHashSet();
        var keys = own.SelectMany(c => c.Obligations).Where(o => receipt.Order.Length == 0 || o.Order == receipt.Order).Select(o => o.Key).ToHashSet();
        return [.. CirclePlay.Run(earlier, policies.On, receipt.CollectedOn).Debts.Rows.Where(d => cases.Contains(d.Case) && keys.Contains(d.Obligation))];
    }
}
