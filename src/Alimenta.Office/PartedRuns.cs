using System.Globalization;
using System.Text.Json;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office;

/// <summary>What stands in for a part that failed.</summary>
/// <param name="Smaller">What its parts would cover; nothing when it covers one item only.</param>
/// <param name="Item">That item, in words.</param>
public sealed record SmallerParts(IReadOnlyList<string> Smaller, string Item);

/// <summary>Works runs of one sort: any number of workers on any number of hosts claim their parts, step after step.</summary>
/// <remarks>A run that is killed goes on with the parts that are not done. A part that fails is cut in two until the item at fault stands alone: that one is
/// set aside with its reason and stops no other. A step begins when every part of the step before is done or set aside.</remarks>
public abstract class PartedRuns(AlimentaStore store)
{
    // A part that someone else changes under it is tried again so often.
    private const int MostTries = 5;

    // Parts in other hands are soon done, or take long: looked at soon, then less and less often.
    private static readonly TimeSpan LookSoon = TimeSpan.FromMilliseconds(15);
    private static readonly TimeSpan LookLate = TimeSpan.FromSeconds(1);

    /// <summary>How long a claim holds when its worker is not heard of; then another may take the part over.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The kinds of runs that are worked here.</summary>
    public abstract IReadOnlyList<string> Kinds { get; }

    /// <summary>Who works.</summary>
    protected abstract Actor By { get; }

    /// <summary>The store.</summary>
    protected AlimentaStore Store => store;

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
        List<BatchStep> steps;
        await using (var db = store.Read())
        {
            run = await db.BatchRuns.SingleAsync(r => r.Id == runId, cancel);
            steps = await db.BatchSteps.Where(s => s.RunId == runId).OrderBy(s => s.Ordinal).ToListAsync(cancel);
        }

        var worked = 0;
        var all = new StepTotals(0, 0, 0, 0, Money.Zero);
        foreach (var step in steps)
        {
            while (await store.Batches.ClaimAsync(step.Id, worker, Lease, cancel) is { } part)
            {
                await HeldAsync(part, () => PartAsync(run, step, part, cancel));
                worked++;
                progress?.Report($"{Name(run, step)} {Days.Words(run.BusinessDate)}: part {part.Number}");
            }

            var totals = await store.Batches.TotalsAsync(step.Id, cancel);
            if (totals.Done + totals.Failed < totals.Partitions) return worked;
            if (totals.Complete && step.Status == RunStatus.Open) await store.Batches.CloseStepAsync(step.Id, cancel);
            all = new(all.Partitions + totals.Partitions, all.Done + totals.Done, all.Failed + totals.Failed, all.Items + totals.Items, all.Amount + totals.Amount);
        }

        if (all.Complete && run.Status == RunStatus.Open) await store.Batches.CloseRunAsync(runId, await TotalsAsync(run, all, cancel), cancel);
        return worked;
    }

    /// <summary>Works a run until nothing of it is left to do: waits for parts in other hands, and takes over those whose claim runs out.</summary>
    public async Task FinishAsync(long runId, string worker, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        var pause = LookSoon;
        while (true)
        {
            if (await WorkAsync(runId, worker, progress, cancel) > 0) pause = LookSoon;
            var (waiting, claimed) = await store.Batches.LeftAsync(runId, cancel);
            if (waiting + claimed.Count == 0) return;
            if (claimed.Count > 0)
            {
                progress?.Report(FormattableString.Invariant($"Waiting for {claimed.Count} {(claimed.Count == 1 ? "part" : "parts")} in other hands, the first with {claimed[0].Worker} until {claimed[0].LeaseUntil:HH:mm:ss} UTC"));
                await Task.Delay(pause, cancel);
                pause = pause * 2 < LookLate ? pause * 2 : LookLate;
            }
        }
    }

    /// <summary>Sets the parts of a run that failed free, for when what was wrong with them is mended; a worker claims them again. The steps after them are worked again too.</summary>
    /// <returns>How many failed parts were set free.</returns>
    public Task<Outcome<int>> RetryAsync(long runId, string key, Actor by, CancellationToken cancel = default) =>
        store.Commands.RunAsync<int>(new(key, "batch.retry", new { runId }, by) { ObjectKind = "run", ObjectId = $"{runId}" }, async ctx =>
        {
            if (!await ctx.Db.BatchRuns.AnyAsync(r => r.Id == runId && Kinds.Contains(r.Kind), ctx.Cancel)) return new Refusal("R-RUN-UNKNOWN", "There is no such run whose parts can be worked again.", "Look at the list of runs.", Field: "run");
            var steps = ctx.Db.BatchSteps.Where(s => s.RunId == runId);
            var first = await steps.Where(s => ctx.Db.BatchPartitions.Any(p => p.StepId == s.Id && p.Status == PartitionStatus.Failed)).MinAsync(s => (int?)s.Ordinal, ctx.Cancel);
            if (first is null) return new Refusal("R-RUN-NOTHING-FAILED", "No part of this run has failed.", "Nothing needs to be done.", Field: "run");
            var freed = await FreeAsync(ctx.Db.BatchPartitions.Where(p => p.Status == PartitionStatus.Failed && steps.Any(s => s.Id == p.StepId)), ctx.Cancel);
            await FreeAsync(ctx.Db.BatchPartitions.Where(p => p.Status == PartitionStatus.Done && steps.Any(s => s.Id == p.StepId && s.Ordinal > first)), ctx.Cancel);
            await steps.Where(s => s.Ordinal > first).ExecuteUpdateAsync(s => s.SetProperty(x => x.Status, RunStatus.Open), ctx.Cancel);
            return freed;
        }, cancel: cancel);

    /// <summary>What a run does, in words.</summary>
    protected abstract string Name(BatchRun run, BatchStep step);

    /// <summary>Works a part: as one command, unless it must do otherwise. What is to be kept of it is kept with its end (<see cref="BatchWork.FinishAsync"/>).</summary>
    protected virtual Task PartAsync(BatchRun run, BatchStep step, BatchPartition part, CancellationToken cancel) =>
        CommandAsync<bool>(run, part, "", ctx => WorkAsync(ctx, run, part), cancel);

    /// <summary>Does the work of a part inside the command that ends it.</summary>
    protected virtual Task<Outcome<bool>> WorkAsync(CommandContext ctx, BatchRun run, BatchPartition part) => throw new NotSupportedException("A sort of run works its parts as commands, or in its own way.");

    /// <summary>How a part that failed is cut.</summary>
    protected abstract Task<SmallerParts> CutAsync(BatchPartition part, CancellationToken cancel);

    /// <summary>What is kept of a run that is done, as JSON.</summary>
    protected virtual Task<string> TotalsAsync(BatchRun run, StepTotals totals, CancellationToken cancel) => Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"{{\"entries\":{totals.Items}}}"));

    /// <summary>The key of the command that works a part.</summary>
    /// <param name="run">The run.</param>
    /// <param name="part">The part, as it was claimed.</param>
    /// <param name="further">What sets one command of the part apart from the next, where there are several.</param>
    protected static string Key(BatchRun run, BatchPartition part, string further = "") => $"{run.Key}:{part.Number}:{part.Token}{further}";

    /// <summary>Runs a command of a part, and sets the part aside when it is refused or fails.</summary>
    /// <returns>Its answer; nothing when it was set aside or another worker has the part.</returns>
    protected async Task<TReply?> CommandAsync<TReply>(BatchRun run, BatchPartition part, string further, Func<CommandContext, Task<Outcome<TReply>>> work, CancellationToken cancel)
    {
        try
        {
            var outcome = await store.Commands.RunAsync(new(Key(run, part, further), $"{run.Kind}.part", new { run.Key, part.Number }, By, run.Key) { ObjectKind = "run", ObjectId = run.Key }, work, cancel: cancel);
            if (outcome.Ok) return outcome.Value;
            if (outcome.Refusal!.Code == CommandRunner.ChangedMeanwhile && part.Token < MostTries) await store.Batches.ReleaseAsync(part, cancel);
            else await SetAsideAsync(part, outcome.Refusal.ToString(), cancel);
        }
        catch (Exception poisoned) when (store.Engine.LiesInTheWork(poisoned))
        {
            await SetAsideAsync(part, WorkFailures.Innermost(poisoned).Message, cancel);
        }

        return default;
    }

    /// <summary>What commands of parts answered, by their keys.</summary>
    protected static async Task<List<TReply>> RepliesAsync<TReply>(AlimentaDb db, IEnumerable<string> keys, CancellationToken cancel)
    {
        var wanted = keys.ToList();
        return (await db.Commands.Where(c => wanted.Contains(c.Key)).Select(c => c.ReplyJson).ToListAsync(cancel)).ConvertAll(reply => JsonSerializer.Deserialize<TReply>(reply, AlimentaJson.Options)!);
    }

    /// <summary>Works a part whose claim is renewed for as long as that takes, and is given back when it is stopped.</summary>
    private async Task HeldAsync(BatchPartition part, Func<Task> work)
    {
        using var done = new CancellationTokenSource();
        var renewing = RenewAsync(part, done.Token);
        try
        {
            await work();
        }
        catch (FencedException)
        {
            // The lease ran out and another worker has the part: nothing of this try was kept.
        }
        catch (OperationCanceledException)
        {
            await store.Batches.ReleaseAsync(part, CancellationToken.None);
            throw;
        }
        finally
        {
            await done.CancelAsync();
            await renewing;
        }
    }

    private async Task RenewAsync(BatchPartition part, CancellationToken done)
    {
        using var timer = new PeriodicTimer(Lease / 3);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                try
                {
                    if (!await store.Batches.RenewAsync(part, Lease, done)) return;
                }
                catch (Exception gone) when (gone is not OperationCanceledException && (store.Engine.Classify(gone).Passes() || WorkFailures.IsOfTheDatabase(gone)))
                {
                    // The next tick asks again; until then the claim holds, and if it runs out the part is another worker's.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The part is done.
        }
    }

    private async Task SetAsideAsync(BatchPartition part, string why, CancellationToken cancel)
    {
        var cut = await CutAsync(part, cancel);
        if (cut.Smaller.Count > 0) await store.Batches.SplitAsync(part, cut.Smaller, By, cancel);
        else await store.Batches.FailAsync(part, $"{cut.Item}: {why}", cancel);
    }

    private static Task<int> FreeAsync(IQueryable<BatchPartition> parts, CancellationToken cancel) =>
        parts.ExecuteUpdateAsync(s => s.SetProperty(p => p.Status, PartitionStatus.Pending).SetProperty(p => p.LeaseUntil, (DateTime?)null), cancel);
}
