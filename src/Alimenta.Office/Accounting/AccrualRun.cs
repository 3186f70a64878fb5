using System.Globalization;
using System.Text.Json;
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
public sealed record RunStands(long Id, string Key, string Status, int Partitions, int Done, int Entries, IReadOnlyList<string> Failures);

/// <summary>Brings every circle up to the business date: months that began are charged, months that ended are closed, futures that fall due are distributed.</summary>
/// <remarks>The run is a row with a unique key; its parts are ranges of circles that workers claim with a lease and a fencing token. A run that is killed goes
/// on with the parts that are not done. Done twice it does nothing the second time; months that were missed are caught up.</remarks>
public sealed class AccrualRun(AlimentaStore store, PolicyDesk policies)
{
    private const int CirclesAPart = 200;
    private const int Most = 10_000;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly Actor By = Actor.Program("accrual");

    /// <summary>Starts the run of the business date, or finds it when it was started before.</summary>
    public async Task<Outcome<long>> StartAsync(CancellationToken cancel = default)
    {
        DateOnly date;
        await using (var db = store.Read())
        {
            date = await db.BusinessDays.Select(d => d.Date).SingleOrDefaultAsync(cancel);
            if (date == default) return new Refusal("R-NO-DAY", "No business day is open.", "Run: alimenta batch open DATE");
            var key = $"accrual:{Days.Iso(date)}";
            if (await db.BatchRuns.Where(r => r.Key == key).Select(r => (long?)r.Id).SingleOrDefaultAsync(cancel) is { } there) return there;
        }

        return await store.Commands.RunAsync<long>(new($"accrual.start:{Days.Iso(date)}", "accrual.start", new { date }, By) { ObjectKind = "run" }, async ctx =>
        {
            var run = ctx.Add(new BatchRun { Key = $"accrual:{Days.Iso(date)}", Kind = "accrual", BusinessDate = date, Status = RunStatus.Open, StartedAt = ctx.Now });
            var step = ctx.Add(new BatchStep { RunId = run.Id, Ordinal = 1, Name = "bring up", Status = RunStatus.Open });
            var circles = await ctx.Db.Cases.AsNoTracking().Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(ctx.Cancel);
            await ctx.FlushAsync();
            await ctx.BulkAddAsync(circles.Chunk(CirclesAPart).Select((chunk, n) => new BatchPartition
            {
                StepId = step.Id, Number = n + 1, Status = PartitionStatus.Pending, Content = string.Create(CultureInfo.InvariantCulture, $"{chunk[0]}-{chunk[^1]}"), ItemCount = chunk.Length,
            }).ToList());
            return run.Id;
        }, cancel: cancel);
    }

    /// <summary>The runs that are not done.</summary>
    public async Task<IReadOnlyList<long>> OpenRunsAsync(CancellationToken cancel = default)
    {
        await using var db = store.Read();
        return await db.BatchRuns.Where(r => r.Status == RunStatus.Open && r.Kind == "accrual").OrderBy(r => r.Id).Select(r => r.Id).Take(Most).ToListAsync(cancel);
    }

    /// <summary>Claims and works parts until none is free; returns how many.</summary>
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
        while (await store.ClaimPartitionAsync(step.Id, worker, Lease, cancel) is { } part)
        {
            await PartAsync(run, part, cancel);
            worked++;
            progress?.Report($"Accrual {Days.Words(run.BusinessDate)}: part {part.Number}");
        }

        await FinishAsync(run, step, cancel);
        return worked;
    }

    /// <summary>Where a run stands.</summary>
    public async Task<RunStands> StandsAsync(long runId, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var run = await db.BatchRuns.SingleAsync(r => r.Id == runId, cancel);
        var parts = await (from s in db.BatchSteps join p in db.BatchPartitions on s.Id equals p.StepId where s.RunId == runId select new { p.Number, p.Status, p.Error, p.Amount }).ToListAsync(cancel);
        return new(run.Id, run.Key, run.Status.ToString().ToLowerInvariant(), parts.Count, parts.Count(p => p.Status == PartitionStatus.Done),
            run.TotalsJson.Length > 0 ? JsonSerializer.Deserialize<Dictionary<string, int>>(run.TotalsJson)!["entries"] : 0,
            [.. parts.Where(p => p.Status == PartitionStatus.Failed).Select(p => $"part {p.Number}: {p.Error}")]);
    }

    private async Task PartAsync(BatchRun run, BatchPartition part, CancellationToken cancel)
    {
        var ends = part.Content.Split('-').Select(t => long.Parse(t, CultureInfo.InvariantCulture)).ToArray();
        try
        {
            var outcome = await store.Commands.RunAsync<int>(new($"{run.Key}:{part.Number}:{part.Token}", "accrual.part", new { run.Key, part.Number }, By, "Accrual") { ObjectKind = "run", ObjectId = run.Key }, async ctx =>
            {
                var row = await ctx.Db.BatchPartitions.SingleAsync(p => p.Id == part.Id, ctx.Cancel);
                // Whoever holds an older token came back too late: another worker has this part now.
                if (row.Token != part.Token || row.Status == PartitionStatus.Done) return new Refusal("R-PART-TAKEN", "Another worker has this part.", "Nothing needs to be done.");
                var circles = await ctx.Db.Cases.AsNoTracking().Where(c => c.CircleId >= ends[0] && c.CircleId <= ends[1]).Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(ctx.Cancel);
                var report = await new CirclePosting(policies).BringUpAsync(ctx, circles, run.BusinessDate, "Accrual");
                (row.Status, row.Amount) = (PartitionStatus.Done, report.Payable);
                row.ItemCount = report.Posted + report.Reversed;
                return row.ItemCount;
            }, cancel: cancel);
            _ = outcome;
        }
        catch (Exception poisoned) when (poisoned is not OperationCanceledException && poisoned is not System.Data.Common.DbException)
        {
            await store.Commands.RunAsync<bool>(new($"{run.Key}:{part.Number}:{part.Token}:failed", "accrual.failed", new { run.Key, part.Number }, By), async ctx =>
            {
                var row = await ctx.Db.BatchPartitions.SingleAsync(p => p.Id == part.Id, ctx.Cancel);
                (row.Status, row.Error) = (PartitionStatus.Failed, poisoned.Message);
                return true;
            }, cancel: cancel);
        }
    }

    private async Task FinishAsync(BatchRun run, BatchStep step, CancellationToken cancel)
    {
        await using (var db = store.Read())
            if (await db.BatchPartitions.AnyAsync(p => p.StepId == step.Id && (p.Status == PartitionStatus.Pending || p.Status == PartitionStatus.Claimed), cancel)) return;
        await store.Commands.RunAsync<bool>(new($"{run.Key}:finish:{store.Now:yyyyMMddHHmmssfff}", "accrual.finish", new { run.Key }, By), async ctx =>
        {
            var row = await ctx.Db.BatchRuns.SingleAsync(r => r.Id == run.Id, ctx.Cancel);
            if (row.Status != RunStatus.Open) return true;
            var parts = await ctx.Db.BatchPartitions.AsNoTracking().Where(p => p.StepId == step.Id).Select(p => new { p.Status, p.ItemCount }).ToListAsync(ctx.Cancel);
            row.Status = parts.Exists(p => p.Status == PartitionStatus.Failed) ? RunStatus.Failed : RunStatus.Done;
            row.FinishedAt = ctx.Now;
            row.TotalsJson = JsonSerializer.Serialize(new Dictionary<string, int> { ["entries"] = parts.Where(p => p.Status == PartitionStatus.Done).Sum(p => p.ItemCount) });
            (await ctx.Db.BatchSteps.SingleAsync(s => s.Id == step.Id, ctx.Cancel)).Status = row.Status;
            return true;
        }, cancel: cancel);
    }
}
