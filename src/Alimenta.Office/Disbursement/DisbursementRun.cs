using System.Globalization;
using System.Text.Json;
using Alimenta.Data;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;
using PaidOut = Alimenta.Data.Disbursement;

namespace Alimenta.Office.Disbursement;

/// <summary>What a day's run of disbursement made.</summary>
/// <param name="Files">The files that wait for release.</param>
/// <param name="Payments">How many payments.</param>
/// <param name="AmountCents">How much.</param>
/// <param name="ReleasedHolds">Holds whose reason was gone.</param>
/// <param name="Waiting">Payables that wait for a payee's next day, or that a lowered amount of a public payee takes up.</param>
public sealed record DisbursementsMade(IReadOnlyList<FileMade> Files, int Payments, Money AmountCents, int ReleasedHolds, int Waiting);

/// <summary>A file that was made.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Identity">Its identity: a second file with it cannot be.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Count">Payments in it.</param>
/// <param name="AmountCents">How much.</param>
public sealed record FileMade(long Id, string Identity, DisbursementFileKind Kind, int Count, Money AmountCents);

/// <summary>Pays what is payable: one payment a payee and day with a stub of what it is made of, gathered into files that another person releases.</summary>
public sealed class DisbursementRun(AlimentaStore store, PolicyDesk policies, BankSettings bank)
{
    /// <summary>Makes the files of the business date. A second run the same day takes only payees that were not paid that day.</summary>
    public Task<Outcome<DisbursementsMade>> RunAsync(string key, Actor by, IProgress<string>? progress = null, bool preview = false, CancellationToken cancel = default) =>
        store.Commands.RunAsync<DisbursementsMade>(new(key, "disbursement.run", new { key }, by) { ObjectKind = "disbursement" }, ctx => MakeAsync(ctx, progress), preview, cancel);

    private async Task<Outcome<DisbursementsMade>> MakeAsync(CommandContext ctx, IProgress<string>? progress)
    {
        var today = await ctx.BusinessDateAsync();
        progress?.Report("Looking at holds");
        var seen = await LockAsync(ctx);
        var released = await new HoldReview(ctx, policies, today).ReleaseAsync();
        await ctx.FlushAsync();
        progress?.Report("Gathering payments");
        var open = (await ctx.Db.Payables.AsNoTracking().Where(p => p.Status == PayableStatus.Open).OrderBy(p => p.PayeeId).ThenBy(p => p.Id).ToListAsync(ctx.Cancel)).FindAll(p => seen.Contains(p.Id));
        var ids = open.Select(p => p.PayeeId).Distinct().ToList();
        var paidToday = (await ctx.Db.Disbursements.AsNoTracking().Where(d => d.On == today && d.Status != DisbursementStatus.Voided && ids.Contains(d.PayeeId)).Select(d => d.PayeeId).ToListAsync(ctx.Cancel)).ToHashSet();
        var payees = await PayeeDirectory.LoadAsync(ctx.Db, ids, today, ctx.Cancel);
        var names = await ctx.Db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ctx.Cancel);
        var toStates = open.Where(p => p.ReceiptId is not null && payees[p.PayeeId].Method?.Method == PaymentMethod.OtherState).Select(p => p.ReceiptId!.Value).Distinct().ToList();
        var receiptKeys = await ctx.Db.Receipts.AsNoTracking().Where(r => toStates.Contains(r.Id)).Select(r => new { r.Id, r.NaturalKey }).ToDictionaryAsync(r => r.Id, r => r.NaturalKey, ctx.Cancel);
        var least = await LeastAmounts.ForAsync(ctx, policies, today, open.Where(p => HoldRules.Decide(payees[p.PayeeId], today).Method == PaymentMethod.Warrant));
        var made = new List<(PaidOut Row, List<Payable> Parts, PayeeFacts Payee)>();
        var refused = new List<(List<Payable> Parts, PayWay Way)>();
        var waiting = 0;
        // To another state each receipt is a payment of its own: its segment says from when and for whom it is.
        foreach (var group in open.GroupBy(p => (p.PayeeId, Receipt: payees[p.PayeeId].Method?.Method == PaymentMethod.OtherState ? p.ReceiptId : null)))
        {
            var parts = group.ToList();
            var amount = parts.Sum(p => p.Amount);
            var payee = payees[group.Key.PayeeId];
            var way = HoldRules.Decide(payee, today);
            way = least.Waits(parts, way) ?? way;
            if (paidToday.Contains(group.Key.PayeeId) || !amount.IsPositive)
            {
                waiting += parts.Count;
                continue;
            }

            if (way.Method is not { } method)
            {
                refused.Add((parts, way));
                continue;
            }

            var row = new PaidOut
            {
                Id = ctx.NextId<PaidOut>(), NaturalKey = string.Create(CultureInfo.InvariantCulture, $"{today:yyyyMMdd}/{names[group.Key.PayeeId].Number}{(group.Key.Receipt is { } receipt ? $"/{receiptKeys[receipt]}" : "")}"), PayeeId = group.Key.PayeeId, Method = method, Amount = amount, On = today,
                BankAccountId = method == PaymentMethod.Warrant ? null : payee.Account?.Id, Status = DisbursementStatus.Created, StubJson = Stub(parts),
            };
            made.Add((row, parts, payee));
        }

        if (refused.Count > 0)
        {
            var entries = await HoldEntries.ForAsync(ctx, [.. refused.SelectMany(r => r.Parts)]);
            foreach (var (parts, way) in refused) Hold(ctx, entries, parts, way, today);
        }

        progress?.Report($"Writing {made.Count} payments");
        var files = await new DisbursementFiles(ctx, bank, today).WriteAsync(made, names);
        if (files.Refusal is { } refusal) return refusal;
        await ctx.FlushAsync();
        await ctx.BulkAddAsync(made.Select(m => m.Row).ToList());
        foreach (var (row, parts, _) in made)
        {
            foreach (var part in parts) (part.Status, part.DisbursementId) = (PayableStatus.InFile, row.Id);
            ctx.Post(Entry(row, parts, today));
        }

        // Set-wise: a payday changes a payable for every receipt.
        await ctx.BulkStoreAsync<Payable>([.. made.SelectMany(m => m.Parts), .. refused.SelectMany(r => r.Parts).Where(p => p.Status == PayableStatus.Held)]);
        return new DisbursementsMade(files.Value, made.Count, made.Sum(m => m.Row.Amount), released, waiting);
    }

    /// <summary>Locks the circles of what is payable or held: whoever lowers, holds or releases it locks them too, so nothing changes between reading and paying.</summary>
    /// <returns>The payables whose circles are locked. What becomes payable meanwhile waits for the next run.</returns>
    private static async Task<HashSet<long>> LockAsync(CommandContext ctx)
    {
        var payables = ctx.Db.Payables.AsNoTracking().Where(p => p.Status == PayableStatus.Open || p.Status == PayableStatus.Held);
        var seen = (await payables.Select(p => p.Id).ToListAsync(ctx.Cancel)).ToHashSet();
        var ofCases = payables.Where(p => p.CaseId != null).Join(ctx.Db.Cases, p => p.CaseId, c => (long?)c.Id, (_, c) => c.CircleId);
        var ofReceipts = payables.Where(p => p.CaseId == null).Join(ctx.Db.Receipts, p => p.ReceiptId, r => (long?)r.Id, (_, r) => r.ObligorId).Join(ctx.Db.Cases, o => o, c => (long?)c.ObligorId, (_, c) => c.CircleId);
        await Circles.LockAsync(ctx, await ofCases.Union(ofReceipts).ToListAsync(ctx.Cancel));
        return seen;
    }

    /// <summary>Payable becomes issued, account by account.</summary>
    internal static Entry Entry(PaidOut row, List<Payable> parts, DateOnly on) =>
        Recipes.Disbursement(new($"pay:{row.NaturalKey}", on), [.. parts.GroupBy(p => p.PayeeKind).Select(g => new PayeeMoney(PayableAccounts.Of(g.Key), row.PayeeId, g.Sum(p => p.Amount)))]);

    private void Hold(CommandContext ctx, HoldEntries entries, List<Payable> parts, PayWay way, DateOnly today)
    {
        foreach (var part in parts.Where(p => p.Amount.IsPositive))
        {
            var hold = ctx.Add(new Hold
            {
                ReceiptId = part.ReceiptId, CaseId = part.CaseId, PayeeId = part.PayeeId, Amount = part.Amount, Reason = way.Hold!.Value, Citation = way.Citation, Owner = way.Owner, PlacedOn = today,
                ReviewOn = today.AddDays(policies.Law.On(today, "us").Whole("policy/hold/review-days")), Status = HoldStatus.Active,
            });
            (part.Status, part.HoldId) = (PayableStatus.Held, hold.Id);
            entries.Hold(part, today, way.Hold.Value.ToString());
        }
    }

    private static string Stub(List<Payable> parts) =>
        JsonSerializer.Serialize(parts.Select(p => new StubLine(p.CaseId, p.ReceiptId, p.PayeeKind, p.Amount)), AlimentaJson.Options);
}

/// <summary>One line of what a payment is made of.</summary>
public sealed record StubLine(long? CaseId, long? ReceiptId, PayeeKind Kind, Money Amount);
