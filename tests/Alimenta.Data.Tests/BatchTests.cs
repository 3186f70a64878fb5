using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

/// <summary>Batch runs: one for a kind and day, each partition done once, whoever dies.</summary>
public sealed class BatchTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);
    private static readonly Actor Program = Actor.Program("accrual");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task A_run_is_made_once_for_a_kind_and_day(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var first = await OpenAsync(database.Store, 3);
        var second = await OpenAsync(database.Another(), 7);
        var third = await OpenAsync(database.Another(), 7, World.Worker);
        Assert.Equal((first.Id, first.Id, "accrual:2026-11-20"), (second.Id, third.Id, second.Key));
        await using var db = database.Store.Read();
        Assert.Equal((1, 3), (await db.BatchSteps.CountAsync(Cancel), await db.BatchPartitions.CountAsync(Cancel)));
    }

    [Theory, EachEngine]
    public async Task Many_workers_do_each_partition_once(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var step = await StepAsync(database, 24);
        var done = new System.Collections.Concurrent.ConcurrentBag<int>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            var store = database.Another();
            while (await store.Batches.ClaimAsync(step, $"w{worker}", Lease, Cancel) is { } claimed)
            {
                await FinishAsync(store, claimed, 10, new Money(250));
                done.Add(claimed.Number);
            }
        }, Cancel)));
        Assert.Equal(Enumerable.Range(1, 24), done.Order());
        Assert.Equal(new StepTotals(24, 24, 0, 240, new Money(6_000)), await database.Store.Batches.CloseStepAsync(step, Cancel));
    }

    [Theory, EachEngine]
    public async Task A_worker_that_lost_its_lease_cannot_finish(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var step = await StepAsync(database, 1);
        var zombie = await database.Store.Batches.ClaimAsync(step, "zombie", Lease, Cancel);
        Assert.Null(await database.Store.Batches.ClaimAsync(step, "other", Lease, Cancel));

        database.Pass(Lease + TimeSpan.FromSeconds(1));
        var heir = await database.Store.Batches.ClaimAsync(step, "heir", Lease, Cancel);
        Assert.Equal((zombie!.Id, zombie.Token + 1), (heir!.Id, heir.Token));

        await Assert.ThrowsAsync<FencedException>(() => FinishAsync(database.Store, zombie, 5, new Money(1)));
        await FinishAsync(database.Store, heir, 7, new Money(2));
        await Assert.ThrowsAsync<FencedException>(() => FinishAsync(database.Store, zombie, 5, new Money(1)));
        Assert.Equal(new StepTotals(1, 1, 0, 7, new Money(2)), await database.Store.Batches.TotalsAsync(step, Cancel));
    }

    [Fact]
    public async Task Leases_hold_by_the_clock_of_the_server_whatever_the_clocks_of_the_workers()
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        var step = await StepAsync(database, 1);
        var tomorrow = new TestClock();
        tomorrow.Advance(TimeSpan.FromDays(1));
        var ahead = new AlimentaStore(database.Store.Engine, tomorrow);
        Assert.NotNull(await database.Store.Batches.ClaimAsync(step, "on time", Lease, Cancel));
        Assert.Null(await ahead.Batches.ClaimAsync(step, "a day ahead", Lease, Cancel));

        database.Pass(Lease + TimeSpan.FromSeconds(1));
        Assert.NotNull(await ahead.Batches.ClaimAsync(step, "a day ahead", Lease, Cancel));
        database.Pass(Lease + TimeSpan.FromSeconds(1));
        Assert.NotNull(await database.Store.Batches.ClaimAsync(step, "on time", Lease, Cancel));
    }

    [Theory, EachEngine]
    public async Task Work_and_completion_are_one_commit(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        var step = await StepAsync(database, 1);
        var claimed = await database.Store.Batches.ClaimAsync(step, "w", Lease, Cancel);
        await Assert.ThrowsAsync<SimulatedCrash>(() => database.Store.Commands.RunAsync<int>(new("p1", "test.partition", new { }, Program), async context =>
        {
            context.Post(World.Charge(family));
            await BatchWork.FinishAsync(context, claimed!, 1, new Money(1));
            throw new SimulatedCrash("the end");
        }, cancel: Cancel));
        await using var db = database.Store.Read();
        Assert.Equal((0, PartitionStatus.Claimed), (await db.JournalEntries.CountAsync(Cancel), (await db.BatchPartitions.SingleAsync(Cancel)).Status));
    }

    [Theory, EachEngine]
    public async Task A_step_is_closed_only_when_everything_is_done(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var step = await StepAsync(database, 2);
        var first = await database.Store.Batches.ClaimAsync(step, "w", Lease, Cancel);
        await FinishAsync(database.Store, first!, 1, new Money(1));
        var second = await database.Store.Batches.ClaimAsync(step, "w", Lease, Cancel);
        await database.Store.Batches.FailAsync(second!, "no policy", Cancel);
        var open = await Assert.ThrowsAsync<InvalidOperationException>(() => database.Store.Batches.CloseStepAsync(step, Cancel));
        Assert.Contains("1 of 2 partitions, 1 failed", open.Message, StringComparison.Ordinal);

        Assert.Equal(1, await database.Store.Batches.RetryAsync(step, Cancel));
        await FinishAsync(database.Store, (await database.Store.Batches.ClaimAsync(step, "w", Lease, Cancel))!, 1, new Money(1));
        await using var db = database.Store.Read();
        var run = await db.BatchRuns.SingleAsync(Cancel);
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.Store.Batches.CloseRunAsync(run.Id, "{}", Cancel));
        await database.Store.Batches.CloseStepAsync(step, Cancel);
        await database.Store.Batches.CloseRunAsync(run.Id, "{}", Cancel);
        Assert.Equal(RunStatus.Done, (await db.BatchRuns.SingleAsync(Cancel)).Status);
    }

    private static Task<BatchRun> OpenAsync(AlimentaStore store, int partitions, Actor? by = null) =>
        store.Batches.OpenAsync("accrual", World.Today, by ?? Program, _ => Task.FromResult<IReadOnlyList<StepPlan>>([new("charge", [.. Enumerable.Range(1, partitions).Select(p => $"part {p}")])]), Cancel);

    private static async Task<long> StepAsync(TestDatabase database, int partitions)
    {
        var run = await OpenAsync(database.Store, partitions);
        await using var db = database.Store.Read();
        return (await db.BatchSteps.SingleAsync(s => s.RunId == run.Id, Cancel)).Id;
    }

    private static Task<Outcome<int>> FinishAsync(AlimentaStore store, BatchPartition claimed, int items, Money amount) =>
        store.Commands.RunAsync<int>(new($"finish-{claimed.Id}-{claimed.Token}-{Guid.NewGuid()}", "test.partition", new { claimed.Id, claimed.Token }, Program), async context =>
        {
            await BatchWork.FinishAsync(context, claimed, items, amount);
            return items;
        }, cancel: Cancel);
}
