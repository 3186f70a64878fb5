using System.Globalization;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Where a run stands.</summary>
/// <param name="Id">The run.</param>
/// <param name="Key">Its key: a second run with it cannot be.</param>
/// <param name="Status">open, done or failed.</param>
/// <param name="Partitions">Parts.</param>
/// <param name="Done">Parts done.</param>
/// <param name="Entries">Entries posted and reversed.</param>
/// <param name="Failures">Parts that failed, and why.</param>
public sealed record RunStands(long Id, string Key, string Status, int Partitions, int Done, long Entries, IReadOnlyList<string> Failures);

/// <summary>Works runs that bring circles up: their parts are ranges of circles that any number of workers on any number of hosts claim.</summary>
/// <remarks>A run that is killed goes on with the parts that are not done. A part that fails is cut in two until the circle at fault stands alone: that one is
/// set aside with its reason and stops no other.</remarks>
public sealed class CircleRuns(AlimentaStore store, PolicyDesk policies)
{
    private static readonly Actor By = Actor.Program("accrual");
    private static readonly string[] Kinds = [AccrualRun.Kind, DistributionRun.Kind];

    /// <summary>How long a claim holds without being finished; then another worker may take the part over.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The runs that are not done.</summary>
    public async Task<IReadOnlyList<long>> OpenRunsAsync(CancellationToken cancel = default)
    {
        await using var db = store.Read();
        return await db.BatchRuns.Where(r => r.Status == RunStatus.Open && Kinds.Contains(r.Kind)).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel);
    }

    /// <summary>Claims and works parts until none is free; closes the run when all are done. Returns how many parts it worked.</summary>
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
            progress?.Report($"{(run.Kind == AccrualRun.Kind ? "Accrual" : "Distribution")} {Days.Words(run.BusinessDate)}: part {part.Number}");
        }

        if (run.Status == RunStatus.Open && await store.Batches.TotalsAsync(step.Id, cancel) is { Complete: true } totals)
        {
            await store.Batches.CloseStepAsync(step.Id, cancel);
            await store.Batches.CloseRunAsync(runId, string.Create(CultureInfo.InvariantCulture, $"{{\"entries\":{totals.Items}}}"), cancel);
        }

        return worked;
    }

    /// <summary>Sets the parts of a run that failed free, for when what was wrong with them is mended; a worker claims them again.</summary>
    /// <returns>How many.</returns>
    public Task<Outcome<int>> RetryAsync(long runId, string key, Actor by, CancellationToken cancel = default) =>
        store.Commands.RunAsync<int>(new(key, "batch.retry", new { runId }, by) { ObjectKind = "run", ObjectId = $"{runId}" }, async ctx =>
        {
            if (!await ctx.Db.BatchRuns.AnyAsync(r => r.Id == runId && Kinds.Contains(r.Kind), ctx.Cancel)) return new Refusal("R-RUN-UNKNOWN", "There is no such run whose parts can be worked again.", "Look at the list of runs.", Field: "run");
            var freed = await ctx.Db.BatchPartitions.Where(p => p.Status == PartitionStatus.Failed && ctx.Db.BatchSteps.Any(s => s.Id == p.StepId && s.RunId == runId))
                .ExecuteUpdateAsync(s => s.SetProperty(p => p.Status, PartitionStatus.Pending).SetProperty(p => p.LeaseUntil, (DateTime?)null), ctx.Cancel);
            return freed > 0 ? freed : new Refusal("R-RUN-NOTHING-FAILED", "No part of this run has failed.", "Nothing needs to be done.", Field: "run");
        }, cancel: cancel);

    /// <summary>Where a run stands.</summary>
    public async Task<RunStands> StandsAsync(long runId, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var run = await db.BatchRuns.SingleAsync(r => r.Id == runId, cancel);
        var parts = await (from s in db.BatchSteps join p in db.BatchPartitions on s.Id equals p.StepId where s.RunId == runId select new { p.Number, p.Status, p.Error, p.ItemCount }).ToListAsync(cancel);
        var failures = parts.Where(p => p.Status == PartitionStatus.Failed).Select(p => $"part {p.Number}: {p.Error}").ToList();
        return new(run.Id, run.Key, failures.Count > 0 ? "failed" : run.Status == RunStatus.Done ? "done" : "open", parts.Count, parts.Count(p => p.Status == PartitionStatus.Done), parts.Sum(p => (long)p.ItemCount), failures);
    }

    private async Task PartAsync(BatchRun run, BatchPartition part, CancellationToken cancel)
    {
        var range = CircleRange.Parse(part.Content);
        try
        {
            var outcome = await store.Commands.RunAsync<bool>(
                new($"{run.Key}:{part.Number}:{part.Token}", $"{run.Kind}.part", new { run.Key, part.Number }, By, run.Key) { ObjectKind = "run", ObjectId = run.Key }, ctx => BringUpAsync(ctx, run, part, range), cancel: cancel);
            if (outcome.Refusal is { } refusal) await SetAsideAsync(run, part, range, refusal.ToString(), cancel);
        }
        catch (FencedException)
        {
            // The lease ran out and another worker has the part: nothing of this try was kept.
        }
        catch (Exception poisoned) when (poisoned is not OperationCanceledException and not System.Data.Common.DbException)
        {
            await SetAsideAsync(run, part, range, poisoned.Message, cancel);
        }
    }

    private async Task<Outcome<bool>> BringUpAsync(CommandContext ctx, BatchRun run, BatchPartition part, CircleRange range)
    {
        var cases = ctx.Db.Cases.AsNoTracking().Where(c => c.CircleId >= range.First && c.CircleId <= range.Last);
        var waiting = run.Kind == AccrualRun.Kind ? [] : await ctx.Db.Receipts.AsNoTracking().Where(r => r.Status == ReceiptStatus.Identified && r.InboundItemId != null && cases.Any(c => c.ObligorId == r.ObligorId)).OrderBy(r => r.Id).ToListAsync(ctx.Cancel);
        var payors = waiting.ConvertAll(r => r.ObligorId!.Value);
        var circles = await (run.Kind == AccrualRun.Kind ? cases : cases.Where(c => payors.Contains(c.ObligorId))).Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(ctx.Cancel);
        var reason = run.Kind == AccrualRun.Kind ? "Accrual" : await DistributionRun.ReasonAsync(ctx, run.Key);
        var report = await new FrontierPosting(policies).BringUpAsync(ctx, circles, waiting, run.BusinessDate, reason, () => MarkAsync(ctx, waiting));
        await BatchWork.FinishAsync(ctx, part, report.Posted + report.Reversed, report.Payable);
        return true;
    }

    private static async Task MarkAsync(CommandContext ctx, List<Receipt> waiting)
    {
        var done = waiting.Where(r => r.Status == ReceiptStatus.Distributed).Select(r => r.Id).ToList();
        if (done.Count > 0) await ctx.Db.Receipts.Where(r => done.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.Status, ReceiptStatus.Distributed), ctx.Cancel);
    }

    private async Task SetAsideAsync(BatchRun run, BatchPartition part, CircleRange range, string why, CancellationToken cancel)
    {
        List<long> circles;
        List<string> numbers;
        await using (var db = store.Read())
        {
            var cases = db.Cases.Where(c => c.CircleId >= range.First && c.CircleId <= range.Last);
            circles = await cases.Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(cancel);
            numbers = await cases.OrderBy(c => c.Number).Select(c => c.Number).Take(3).ToListAsync(cancel);
        }

        if (circles.Count > 1) await store.Batches.SplitAsync(part, CircleRange.Cut(circles, (circles.Count + 1) / 2), By, cancel);
        else await store.Batches.FailAsync(part, $"case {string.Join(", ", numbers)}: {why}", cancel);
    }
}
