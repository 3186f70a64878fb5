using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>A step of a run to be made: its name and what each partition covers.</summary>
public sealed record StepPlan(string Name, IReadOnlyList<string> Partitions);

/// <summary>What the partitions of a step came to.</summary>
public sealed record StepTotals(int Partitions, int Done, int Failed, long Items, Money Amount)
{
    /// <summary>Whether nothing is left to do and nothing failed.</summary>
    public bool Complete => Done == Partitions;
}

/// <summary>A worker lost its claim: its lease ran out and another took over, so its work must not count.</summary>
public sealed class FencedException(string message) : InvalidOperationException(message);

/// <summary>Batch runs: one for each kind and business date, made of steps, made of partitions that any number of workers claim.</summary>
/// <remarks>A worker claims a partition, does its work in one command, and ends that command with <see cref="FinishAsync"/>: work and
/// completion are one commit. A worker that dies leaves a claim whose lease runs out.</remarks>
public sealed class BatchWork(AlimentaStore store)
{
    /// <summary>The run of a kind and business date: made now, or the one that was made before.</summary>
    public async Task<BatchRun> OpenAsync(string kind, DateOnly businessDate, Actor by, Func<CommandContext, Task<IReadOnlyList<StepPlan>>> plan, CancellationToken cancel = default)
    {
        var key = $"{kind}:{Days.Iso(businessDate)}";
        var opened = await store.Commands.RunAsync<long>(new($"run:{key}", "batch.open", new { kind, businessDate }, by) { ObjectKind = "batch_run", ObjectId = key },
            async context => OpenIn(context, key, kind, businessDate, await plan(context)), cancel: cancel);

        // Refused when someone else opened it: then his run is the run.
        await using var db = store.Read();
        return await db.BatchRuns.SingleOrDefaultAsync(r => r.Key == key, cancel) ?? throw new InvalidOperationException($"The run {key} could not be opened. {opened.Refusal}");
    }

    /// <summary>Opens a run inside a command, with whose commit it begins to be.</summary>
    /// <param name="context">The command.</param>
    /// <param name="key">Its key: a second run with it cannot be.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="businessDate">Its business date.</param>
    /// <param name="plan">Its steps.</param>
    /// <returns>The run.</returns>
    public static long OpenIn(CommandContext context, string key, string kind, DateOnly businessDate, IReadOnlyList<StepPlan> plan)
    {
        var run = context.Add(new BatchRun { Key = key, Kind = kind, BusinessDate = businessDate, StartedAt = context.Now });
        var ordinal = 0;
        foreach (var step in plan)
        {
            var row = context.Add(new BatchStep { RunId = run.Id, Ordinal = ++ordinal, Name = step.Name });
            var number = 0;
            foreach (var content in step.Partitions) context.Add(new BatchPartition { StepId = row.Id, Number = ++number, Content = content });
        }

        return run.Id;
    }

    /// <summary>Puts smaller partitions in the place of one that failed, so that what is wrong with one item stops no other.</summary>
    /// <exception cref="FencedException">The claim was lost.</exception>
    public Task SplitAsync(BatchPartition claimed, IReadOnlyList<string> contents, Actor by, CancellationToken cancel = default) =>
        store.Commands.RunAsync<bool>(new($"split:{claimed.Id}:{claimed.Token}", "batch.split", new { claimed.Id, contents }, by) { ObjectKind = "batch_partition", ObjectId = $"{claimed.Id}" }, async context =>
        {
            await FinishAsync(context, claimed, 0, Money.Zero);
            var last = await context.Db.BatchPartitions.Where(p => p.StepId == claimed.StepId).MaxAsync(p => p.Number, context.Cancel);
            foreach (var content in contents) context.Add(new BatchPartition { StepId = claimed.StepId, Number = ++last, Content = content });
            return true;
        }, cancel: cancel);

    /// <summary>Claims the next partition of a step; null when all are done or in other hands.</summary>
    public async Task<BatchPartition?> ClaimAsync(long stepId, string worker, TimeSpan lease, CancellationToken cancel = default)
    {
        using var turn = await store.Engine.EnterWriterAsync(cancel);
        await using var db = store.NewContext();
        var now = store.Now;
        var id = await store.Engine.ClaimPartitionAsync(db, stepId, worker, now, now + lease, cancel);
        return id is null ? null : await db.BatchPartitions.AsNoTracking().SingleAsync(p => p.Id == id, cancel);
    }

    /// <summary>Lets a claim hold for so long from now; false where it was lost.</summary>
    public async Task<bool> RenewAsync(BatchPartition claimed, TimeSpan lease, CancellationToken cancel = default)
    {
        await using var db = store.NewContext();
        return await store.Engine.RenewPartitionAsync(db, claimed.Id, claimed.Token, lease, cancel);
    }

    /// <summary>Gives a claim back: the partition waits for the next worker.</summary>
    public Task ReleaseAsync(BatchPartition claimed, CancellationToken cancel = default) =>
        UpdateAsync(db => db.BatchPartitions.Where(p => p.Id == claimed.Id && p.Token == claimed.Token && p.Status == PartitionStatus.Claimed)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Status, PartitionStatus.Pending).SetProperty(p => p.LeaseUntil, (DateTime?)null), cancel), cancel);

    /// <summary>The partitions of a run that are neither done nor failed: how many wait, and those that are claimed.</summary>
    public async Task<(int Waiting, IReadOnlyList<BatchPartition> Claimed)> LeftAsync(long runId, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var left = await db.BatchPartitions.Where(p => db.BatchSteps.Any(s => s.Id == p.StepId && s.RunId == runId) && (p.Status == PartitionStatus.Pending || p.Status == PartitionStatus.Claimed)).OrderBy(p => p.Id).ToListAsync(cancel);
        return (left.Count(p => p.Status == PartitionStatus.Pending), left.FindAll(p => p.Status == PartitionStatus.Claimed));
    }

    /// <summary>Ends a claimed partition inside the command that did its work.</summary>
    /// <exception cref="FencedException">The claim was lost: the command must not commit.</exception>
    public static async Task FinishAsync(CommandContext context, BatchPartition claimed, int items, Money amount)
    {
        var changed = await context.Db.BatchPartitions
            .Where(p => p.Id == claimed.Id && p.Token == claimed.Token && p.Status == PartitionStatus.Claimed)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Status, PartitionStatus.Done).SetProperty(p => p.ItemCount, items)
                .SetProperty(p => p.Amount, amount).SetProperty(p => p.LeaseUntil, (DateTime?)null).SetProperty(p => p.Error, ""), context.Cancel);
        if (changed != 1) throw new FencedException($"Partition {claimed.Number} was taken over by another worker after its lease ran out.");
    }

    /// <summary>Notes that a partition failed; it is not claimed again until <see cref="RetryAsync"/>.</summary>
    public Task FailAsync(BatchPartition claimed, string error, CancellationToken cancel = default) =>
        UpdateAsync(db => db.BatchPartitions.Where(p => p.Id == claimed.Id && p.Token == claimed.Token && p.Status == PartitionStatus.Claimed)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Status, PartitionStatus.Failed).SetProperty(p => p.Error, error), cancel), cancel);

    /// <summary>Sets the failed partitions of a step free again.</summary>
    public Task<int> RetryAsync(long stepId, CancellationToken cancel = default) =>
        UpdateAsync(db => db.BatchPartitions.Where(p => p.StepId == stepId && p.Status == PartitionStatus.Failed)
            .ExecuteUpdateAsync(s => s.SetProperty(p => p.Status, PartitionStatus.Pending).SetProperty(p => p.LeaseUntil, (DateTime?)null), cancel), cancel);

    /// <summary>What the partitions of a step came to so far: its control totals.</summary>
    public async Task<StepTotals> TotalsAsync(long stepId, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var partitions = await db.BatchPartitions.Where(p => p.StepId == stepId).Select(p => new { p.Status, p.ItemCount, p.Amount }).ToListAsync(cancel);
        return new(partitions.Count, partitions.Count(p => p.Status == PartitionStatus.Done), partitions.Count(p => p.Status == PartitionStatus.Failed),
            partitions.Sum(p => (long)p.ItemCount), partitions.Sum(p => p.Amount));
    }

    /// <summary>Marks a step as done; its totals must be complete.</summary>
    public async Task<StepTotals> CloseStepAsync(long stepId, CancellationToken cancel = default)
    {
        var totals = await TotalsAsync(stepId, cancel);
        if (!totals.Complete) throw new InvalidOperationException($"The step is not done: {totals.Done} of {totals.Partitions} partitions, {totals.Failed} failed.");
        var json = System.Text.Json.JsonSerializer.Serialize(totals, AlimentaJson.Options);
        await UpdateAsync(db => db.BatchSteps.Where(s => s.Id == stepId)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, RunStatus.Done).SetProperty(x => x.TotalsJson, json), cancel), cancel);
        return totals;
    }

    /// <summary>Marks a run as done; all its steps must be.</summary>
    public async Task CloseRunAsync(long runId, string totalsJson, CancellationToken cancel = default)
    {
        await using (var db = store.Read())
        {
            if (await db.BatchSteps.AnyAsync(s => s.RunId == runId && s.Status != RunStatus.Done, cancel)) throw new InvalidOperationException("The run has a step that is not done.");
        }

        var now = store.Now;
        await UpdateAsync(db => db.BatchRuns.Where(r => r.Id == runId && r.Status != RunStatus.Done)
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, RunStatus.Done).SetProperty(x => x.TotalsJson, totalsJson).SetProperty(x => x.FinishedAt, now), cancel), cancel);
    }

    private async Task<int> UpdateAsync(Func<AlimentaDb, Task<int>> update, CancellationToken cancel)
    {
        using var turn = await store.Engine.EnterWriterAsync(cancel);
        await using var db = store.NewContext();
        return await update(db);
    }
}
