using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Iowa;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Interest;

/// <summary>Works counts of interest: their parts are ranges of circles, each played from its first day by the rules that keep the books.</summary>
public sealed class InterestRuns(AlimentaStore store, PolicyDesk policies) : PartedRuns(store)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Kinds { get; } = [InterestRun.Kind];

    /// <inheritdoc/>
    protected override Actor By { get; } = Actor.Program(InterestRun.Kind);

    /// <summary>The cases for which interest is counted: open ones of states whose law lets late support bear it.</summary>
    internal static IQueryable<CaseFile> CasesOf(IQueryable<CaseFile> cases) => cases.Where(c => c.Status == CaseStatus.Open && InterestCount.Policies.Contains(c.Policy));

    /// <inheritdoc/>
    protected override string Name(BatchRun run, BatchStep step) => "Interest";

    /// <inheritdoc/>
    protected override async Task<Outcome<bool>> WorkAsync(CommandContext ctx, BatchRun run, BatchPartition part)
    {
        var cases = await Of(ctx.Db, part).Select(c => new { c.Id, c.Number, c.Policy, c.CircleId }).ToListAsync(ctx.Cancel);
        // What another part has stated by then, before a circle was joined to one of this part, is not stated again. Asked for by number: the index of statements leads there.
        var ids = cases.ConvertAll(c => c.Id);
        var stated = await ctx.Db.InterestStatements.Where(s => ids.Contains(s.CaseId) && s.ThroughOn == run.BusinessDate).Select(s => s.CaseId).ToListAsync(ctx.Cancel);
        cases.RemoveAll(c => stated.Contains(c.Id));
        var orders = await OrdersAsync(ctx.Db, [.. cases.Select(c => c.Id)], ctx.Cancel);
        var byCircle = cases.ToLookup(c => c.CircleId);
        var statements = new List<InterestStatement>();
        foreach (var circle in await CircleLoader.LoadAsync(ctx.Db, [.. byCircle.Select(c => c.Key)], ctx.Cancel))
        {
            var steps = CirclePlay.Run(circle.Facts, policies.On, run.BusinessDate).Steps;
            foreach (var file in byCircle[circle.Id].Where(c => circle.Cases.ContainsKey(c.Number)))
            {
                var count = InterestCount.Of(policies.Law.On(run.BusinessDate, file.Policy), circle.Facts.Cases.Single(c => c.Key == file.Number), steps, orders, run.BusinessDate);
                if (count.Refusal is { } refusal) return refusal;
                statements.Add(Statement(file.Id, run, count.Value));
            }
        }

        if (statements.Count != cases.Count) throw new DbUpdateConcurrencyException("A circle was joined to another while its cases were counted.");
        await ctx.BulkAddAsync(statements);
        await BatchWork.FinishAsync(ctx, part, cases.Count, statements.Sum(s => s.Interest));
        return true;
    }

    /// <summary>The orders behind the obligations of cases, by the keys of the obligations.</summary>
    internal static async Task<IReadOnlyDictionary<string, OrderBehind>> OrdersAsync(AlimentaDb db, IReadOnlyCollection<long> cases, CancellationToken cancel) =>
        await db.Obligations.Where(o => cases.Contains(o.CaseId)).Join(db.Orders, o => o.OrderId, s => s.Id, (o, s) => new { o.NaturalKey, s.IssuingState, s.SignedOn }).ToDictionaryAsync(o => o.NaturalKey, o => new OrderBehind(o.IssuingState, o.SignedOn), cancel);

    /// <inheritdoc/>
    protected override async Task<string> TotalsAsync(BatchRun run, StepTotals totals, CancellationToken cancel)
    {
        await using var db = Store.Read();
        var ask = new Questions(db).With("@run", run.Id);
        var sums = ask.Ask(
            "select count(*), count(*) filter (where interest > 0), cast(coalesce(sum(interest), 0) as bigint), cast(coalesce(sum(unpaid), 0) as bigint), cast(coalesce(sum(not_counted), 0) as bigint) from interest_statement where run_id = @run",
            r => new InterestTotals(totals.Items, r.Long(), r.Long(), r.Money(), r.Money(), r.Money(), true));
        await ask.AnswerAsync(cancel);
        return JsonSerializer.Serialize(sums[0] with { Agrees = sums[0].InterestCents == totals.Amount && sums[0].Statements == totals.Items }, AlimentaJson.Options);
    }

    /// <inheritdoc/>
    protected override async Task<SmallerParts> CutAsync(BatchPartition part, CancellationToken cancel)
    {
        await using var db = Store.Read();
        var numbers = await Of(db, part).OrderBy(c => c.Number).Select(c => c.Number).Take(3).ToListAsync(cancel);
        return new([.. (await CircleRange.Parse(part.Content).HalvesAsync(db, cancel)).Select(h => h.ToString())], $"case {string.Join(", ", numbers)}");
    }

    private static InterestStatement Statement(long file, BatchRun run, InterestCount count) =>
        new() { CaseId = file, ThroughOn = run.BusinessDate, Interest = count.Interest, Unpaid = count.Unpaid, NotCounted = count.OnNone, RunId = run.Id };

    // A circle that became part of another after the run began is found there.
    private static IQueryable<CaseFile> Of(AlimentaDb db, BatchPartition part)
    {
        var range = CircleRange.Parse(part.Content);
        return CasesOf(db.Cases.AsNoTracking())
            .Where(c => (c.CircleId >= range.First && c.CircleId <= range.Last) || db.CircleMerges.Any(m => m.IntoId == c.CircleId && m.FromId >= range.First && m.FromId <= range.Last)).OrderBy(c => c.Number);
    }
}
