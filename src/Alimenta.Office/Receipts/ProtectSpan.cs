using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>A span of days of a case whose distributions are to stay, or need not stay any more.</summary>
/// <param name="CaseNumber">The case; all that its obligor paid in the span is meant.</param>
/// <param name="From">First day of collection.</param>
/// <param name="To">Last day of collection.</param>
/// <param name="Protect">True to protect, false to end the protection.</param>
/// <param name="Reason">Why.</param>
public sealed record ProtectedSpan(string CaseNumber, DateOnly From, DateOnly To, bool Protect, string Reason);

/// <summary>What protecting a span did.</summary>
/// <param name="Receipts">How many receipts.</param>
/// <param name="AmountCents">What they come to.</param>
/// <param name="Effect">What it does to balances and payees; nothing when a span becomes protected.</param>
public sealed record SpanProtected(int Receipts, Money AmountCents, ChangeEffect Effect);

/// <summary>Protects the distributions of a span of days: when the past is played again, whoever had the money keeps it, whatever class the debt is in then.</summary>
/// <remarks>What was distributed by hand stays anyway and is left alone. Money held for months to come is not protected: it has not been distributed.</remarks>
public sealed class ProtectSpan(AlimentaStore store, PolicyDesk policies)
{
    /// <summary>Protects the span, or ends its protection.</summary>
    public Task<Outcome<SpanProtected>> RunAsync(ProtectedSpan span, string key, Actor by, bool preview = false, CancellationToken cancel = default) =>
        store.Commands.RunAsync<SpanProtected>(new(key, span.Protect ? "receipts.protect" : "receipts.unprotect", span, by, span.Reason) { ObjectKind = "case", ObjectId = span.CaseNumber }, ctx => ProtectAsync(ctx, span), preview, cancel);

    private async Task<Outcome<SpanProtected>> ProtectAsync(CommandContext ctx, ProtectedSpan span)
    {
        if (span.Reason.Trim().Length < 3) return new Refusal("R-REASON", "A reason is needed.", "Say why these distributions must stay, or need not stay any more.", "", "reason");
        if (span.To < span.From) return new Refusal("R-SPAN-ORDER", $"The span ends on {Days.Words(span.To)}, before it begins.", "Enter a last day that is not before the first.", "", "to");
        var file = CaseNumber.TryParse(span.CaseNumber, out var number) ? await ctx.Db.Cases.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number.ToString(), ctx.Cancel) : null;
        if (file is null) return new Refusal("R-SPAN-CASE", $"There is no case {span.CaseNumber}.", "Check the number: its last digit checks the others.", "", "case");
        var circles = await Circles.LockOfCasesAsync(ctx, file.Id);
        var receipts = await ctx.Db.Receipts.WithoutWaiting(ctx.Db).Where(r => r.ObligorId == file.ObligorId && r.CollectedOn >= span.From && r.CollectedOn <= span.To && r.Status == ReceiptStatus.Distributed
            && (span.Protect ? r.ManualJson == null : r.Protected)).OrderBy(r => r.Id).ToListAsync(ctx.Cancel);
        if (receipts.Count == 0)
            return new Refusal("R-SPAN-EMPTY", span.Protect ? "Nothing that could be protected was collected in this span." : "Nothing of this span is protected.", "Look at what came in for the case, and choose other days.", "", "from");
        var parts = span.Protect ? await AsTheyStandAsync(ctx, circles) : [];
        var done = await CircleChange.RunAsync(ctx, policies, circles, span.Reason, () =>
        {
            foreach (var receipt in receipts) (receipt.Protected, receipt.ManualJson) = (span.Protect, span.Protect ? JsonSerializer.Serialize(parts[receipt.NaturalKey], AlimentaJson.Options) : null);
            return Task.FromResult<Refusal?>(null);
        });
        return done.Refusal is { } refusal ? refusal : new SpanProtected(receipts.Count, receipts.Sum(r => r.Amount - r.ReturnedAmount), done.Value);
    }

    /// <summary>What each receipt pays now, debt by debt, with who has it.</summary>
    private async Task<Dictionary<string, List<ManualPart>>> AsTheyStandAsync(CommandContext ctx, IReadOnlyCollection<long> circles)
    {
        var today = await ctx.BusinessDateAsync();
        return (await CircleLoader.LoadAsync(ctx.Db, circles, ctx.Cancel))
            .SelectMany(c => CirclePlay.Run(c.Facts, policies.On, today).Steps.Where(s => s.Kind == StepKind.Distribution && !s.FromFuture))
            .ToDictionary(s => s.Receipt, s => s.Parts.Where(p => p.Part.Obligation.Length > 0)
                .Select(p => new ManualPart(p.Case, p.Part.Obligation, StandsIn(p.Part.Bucket), p.Part.Month, p.Part.To, p.Part.Amount, p.Part.Rule)).ToList());
    }

    private static Law.Federal.Distribution.DebtPlace StandsIn(string bucket) => Enum.Parse<Law.Federal.Distribution.DebtPlace>(bucket, ignoreCase: true);
}
