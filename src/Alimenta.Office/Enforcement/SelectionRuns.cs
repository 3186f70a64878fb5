using System.Text.Json;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Enforcement;

/// <summary>Works selections: their parts are ranges of obligors that any number of workers on any number of hosts claim.</summary>
/// <remarks>A run that is killed goes on with the parts that are not done. A part that fails is cut in two until the obligor at fault stands alone: he is set aside with the reason and stops no other.</remarks>
public sealed class SelectionRuns(AlimentaStore store, PolicyDesk policies)
{
    private static readonly Actor By = Actor.Program(SelectionRun.Kind);

    /// <summary>How long a claim holds without being finished; then another worker may take the part over.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The selections that are not done.</summary>
    public async Task<IReadOnlyList<long>> OpenRunsAsync(CancellationToken cancel = default)
    {
        await using var db = store.Read();
        return await db.BatchRuns.Where(r => r.Status == RunStatus.Open && r.Kind == SelectionRun.Kind).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel);
    }

    /// <summary>Whether a run is a selection.</summary>
    public async Task<bool> IsSelectionAsync(long run, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        return await db.BatchRuns.AnyAsync(r => r.Id == run && r.Kind == SelectionRun.Kind, cancel);
    }

    /// <summary>Claims and works parts until none is free; closes the run with its control totals when all are done. Returns how many parts it worked.</summary>
    public async Task<int> WorkAsync(long runId, string worker, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        BatchRun run;
        BatchStep step;
        await using (var db = store.Read())
        {
            run = await db.BatchRuns.SingleAsync(r => r.Id == runId, cancel);
            step = await db.BatchSteps.SingleAsync(s => s.RunId == runId, cancel);
        }

        var worked = 0;
        while (await store.Batches.ClaimAsync(step.Id, worker, Lease, cancel) is { } part)
        {
            await PartAsync(run, part, cancel);
            worked++;
            progress?.Report($"Selection {Days.Words(run.BusinessDate)}: part {part.Number}");
        }

        if (run.Status == RunStatus.Open && await store.Batches.TotalsAsync(step.Id, cancel) is { Complete: true } totals)
        {
            var kept = await TotalsAsync(runId, totals, cancel);
            await store.Batches.CloseStepAsync(step.Id, cancel);
            await store.Batches.CloseRunAsync(runId, JsonSerializer.Serialize(kept, AlimentaJson.Options), cancel);
        }

        return worked;
    }

    /// <summary>Sets the parts of a selection that failed free, for when what was wrong with them is mended; a worker claims them again.</summary>
    /// <returns>How many.</returns>
    public Task<Outcome<int>> RetryAsync(long runId, string key, Actor by, CancellationToken cancel = default) =>
        store.Commands.RunAsync<int>(new(key, "batch.retry", new { runId }, by) { ObjectKind = "run", ObjectId = $"{runId}" }, async ctx =>
        {
            var freed = await ctx.Db.BatchPartitions.Where(p => p.Status == PartitionStatus.Failed && ctx.Db.BatchSteps.Any(s => s.Id == p.StepId && s.RunId == runId))
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Status, PartitionStatus.Pending).SetProperty(p => p.LeaseUntil, (DateTime?)null), ctx.Cancel);
            return freed > 0 ? freed : new Refusal("R-RUN-NOTHING-FAILED", "No part of this run has failed.", "Nothing needs to be done.", Field: "run");
        }, cancel: cancel);

    private async Task PartAsync(BatchRun run, BatchPartition part, CancellationToken cancel)
    {
        var range = ObligorRange.Parse(part.Content);
        try
        {
            var outcome = await store.Commands.RunAsync<bool>(
                new($"{run.Key}:{part.Number}:{part.Token}", "selection.part", new { run.Key, part.Number }, By, run.Key) { ObjectKind = "run", ObjectId = run.Key }, ctx => SelectAsync(ctx, run, part, range), cancel: cancel);
            if (outcome.Refusal is { } refusal) await SetAsideAsync(part, range, refusal.ToString(), cancel);
        }
        catch (FencedException)
        {
            // The lease ran out and another worker has the part: nothing of this try was kept.
        }
        catch (Exception poisoned) when (poisoned is not OperationCanceledException and not System.Data.Common.DbException)
        {
            await SetAsideAsync(part, range, poisoned.Message, cancel);
        }
    }

    private async Task<Outcome<bool>> SelectAsync(CommandContext ctx, BatchRun run, BatchPartition part, ObligorRange range)
    {
        var (obligors, open) = await SelectionFacts.ReadAsync(ctx.Db, range, ctx.Cancel);
        var changes = SelectionChanges.Of(policy => policies.Law.On(run.BusinessDate, policy), run.BusinessDate, run.Id, obligors, open);
        // What ends makes room first: nobody stands twice for one remedy.
        foreach (var how in changes.Ended.GroupBy(e => e.How))
        {
            var ids = how.Select(e => e.Id).ToList();
            await ctx.Db.RemedySelections.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.To, run.BusinessDate).SetProperty(x => x.Ended, how.Key).SetProperty(x => x.EndRunId, run.Id), ctx.Cancel);
        }

        await ctx.BulkAddAsync(changes.Begun);
        await BatchWork.FinishAsync(ctx, part, obligors.Select(o => o.Obligor).Distinct().Count(), changes.Amount);
        return true;
    }

    private async Task<SelectionTotals> TotalsAsync(long runId, StepTotals parts, CancellationToken cancel)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@run", runId);
        var list = ask.Ask(
            "select remedy, debt, standing, count(*), cast(sum(amount) as bigint) from remedy_selection where valid_to is null group by remedy, debt, standing order by remedy, debt, standing",
            r => new SelectionTotal(r.Word<Remedy>(), r.Word<SelectedDebt>(), r.Word<SelectionStanding>(), r.Int(), r.Money()));
        var moved = ask.Ask(
            """
            select (select count(*) from remedy_selection where run_id = @run), (select count(*) from remedy_selection where end_run_id = @run and ended = 'changed'), (select count(*) from remedy_selection where end_run_id = @run and ended <> 'changed')
            """, r => (Begun: r.Int(), Changed: r.Int(), Ended: r.Int()));
        await ask.AnswerAsync(cancel);
        return new(parts.Items, parts.Amount, moved[0].Begun, moved[0].Changed, moved[0].Ended, list, list.Where(t => t.Standing == SelectionStanding.Selected).Sum(t => t.AmountCents) == parts.Amount);
    }

    private async Task SetAsideAsync(BatchPartition part, ObligorRange range, string why, CancellationToken cancel)
    {
        List<long> obligors;
        List<string> numbers;
        await using (var db = store.Read())
        {
            var cases = db.Cases.Where(c => c.ObligorId >= range.First && c.ObligorId <= range.Last);
            obligors = await cases.Select(c => c.ObligorId).Distinct().OrderBy(o => o).ToListAsync(cancel);
            numbers = await cases.OrderBy(c => c.Number).Select(c => c.Number).Take(3).ToListAsync(cancel);
        }

        if (obligors.Count > 1) await store.Batches.SplitAsync(part, ObligorRange.Cut(obligors, (obligors.Count + 1) / 2), By, cancel);
        else await store.Batches.FailAsync(part, $"case {string.Join(", ", numbers)}: {why}", cancel);
    }
}
