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

/// <summary>Brings every circle up to the business date: months that began are charged, months that ended are closed, futures that fall due are distributed.</summary>
/// <remarks>Its parts are ranges of circles that any number of workers claim. A run that is killed goes on with the parts that are not done. Done twice it does
/// nothing the second time; months that were missed are caught up. A part that fails is set aside with its reason and does not stop the others.</remarks>
public sealed class AccrualRun(AlimentaStore store, PolicyDesk policies)
{
    private const string Kind = "accrual";
    private const int CirclesAPart = 200;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly Actor By = Actor.Program("accrual");
    private readonly BatchWork _work = new(store);

    /// <summary>Starts the run of the business date, or finds it when it was started before.</summary>
    public async Task<Outcome<long>> StartAsync(CancellationToken cancel = default)
    {
        DateOnly date;
        await using (var db = store.Read()) date = await db.BusinessDays.Select(d => d.Date).SingleOrDefaultAsync(cancel);
        if (date == default) return new Refusal("R-NO-DAY", "No business day is open.", "Run: alimenta batch open DATE");
        var run = await _work.OpenAsync(Kind, date, By, async ctx =>
        {
            var circles = await ctx.Db.Cases.AsNoTracking().Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(ctx.Cancel);
            return [new StepPlan("bring up", [.. circles.Chunk(CirclesAPart).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c[0]}-{c[^1]}"))])];
        }, cancel);
        return run.Id;
    }

    /// <summary>The runs that are not done.</summary>
    public async Task<IReadOnlyList<long>> OpenRunsAsync(CancellationToken cancel = default)
    {
        await using var db = store.Read();
        return await db.BatchRuns.Where(r => r.Status == RunStatus.Open && r.Kind == Kind).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel);
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
        while (await _work.ClaimAsync(step.Id, worker, Lease, cancel) is { } part)
        {
            await PartAsync(run, part, cancel);
            worked++;
            progress?.Report($"Accrual {Days.Words(run.BusinessDate)}: part {part.Number}");
        }

        if (run.Status == RunStatus.Open && await _work.TotalsAsync(step.Id, cancel) is { Complete: true } totals)
        {
            await _work.CloseStepAsync(step.Id, cancel);
            await _work.CloseRunAsync(runId, string.Create(CultureInfo.InvariantCulture, $"{{\"entries\":{totals.Items}}}"), cancel);
        }

        return worked;
    }

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
        var ends = part.Content.Split('-').Select(t => long.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        try
        {
            var outcome = await store.Commands.RunAsync<bool>(new($"{run.Key}:{part.Number}:{part.Token}", "accrual.part", new { run.Key, part.Number }, By, "Accrual") { ObjectKind = "run", ObjectId = run.Key }, async ctx =>
            {
                var circles = await ctx.Db.Cases.AsNoTracking().Where(c => c.CircleId >= ends[0] && c.CircleId <= ends[1]).Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(ctx.Cancel);
                var report = await new FrontierPosting(policies).BringUpAsync(ctx, circles, [], run.BusinessDate, "Accrual", () => Task.CompletedTask);
                await BatchWork.FinishAsync(ctx, part, report.Posted + report.Reversed, report.Payable);
                return true;
            }, cancel: cancel);
            if (outcome.Refusal is { } refusal) await _work.FailAsync(part, refusal.ToString(), cancel);
        }
        catch (FencedException)
        {
            // The lease ran out and another worker has the part: nothing of this try was kept.
        }
        catch (Exception poisoned) when (poisoned is not OperationCanceledException and not System.Data.Common.DbException)
        {
            await _work.FailAsync(part, poisoned.Message, cancel);
        }
    }
}
