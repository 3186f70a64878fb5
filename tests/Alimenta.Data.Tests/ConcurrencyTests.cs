using Alimenta.Ledger;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

/// <summary>Many at once: nothing is lost, nothing doubled, no id twice.</summary>
public sealed class ConcurrencyTests
{
    private const int Workers = 6;
    private const int Each = 10;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Commands_on_one_circle_go_one_after_the_other(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await ManyAsync(database, async (store, name) => await store.Commands.RunAsync<int>(new(name, "test.add", new { name }, World.Worker), async context =>
        {
            // Reads, thinks, writes what it read plus one: without the lock two would read the same.
            await context.LockCirclesAsync(family.CircleId);
            var state = await context.Db.CircleStates.SingleAsync(c => c.CircleId == family.CircleId, context.Cancel);
            var count = state.StateText.Length == 0 ? 0 : int.Parse(state.StateText, System.Globalization.CultureInfo.InvariantCulture);
            await Task.Yield();
            state.StateText = $"{count + 1}";
            context.Post(World.Charge(family, 100, $"charge:{count + 1}"));
            return count + 1;
        }, cancel: Cancel));

        await using var db = database.Store.Read();
        Assert.Equal($"{Workers * Each}", (await db.CircleStates.SingleAsync(Cancel)).StateText);
        Assert.Equal([], (await new ChainProof(db).RunAsync(Cancel)).Problems);
        Assert.Equal(Workers * Each, await db.ChainLinks.CountAsync(l => l.Book == Book.Debt, Cancel));
    }

    [Fact]
    public async Task A_copied_file_lets_readers_and_writers_work_side_by_side()
    {
        using var original = TestDatabases.Create(TestDatabases.Sqlite);
        await original.FamilyAsync();
        using var copy = TestDatabases.CopyOf(original);
        await copy.Store.Commands.RunAsync<int>(new("first", "test.first", new { }, World.Worker), context => Task.FromResult<Outcome<int>>(1), cancel: Cancel);
        await using var reader = await copy.Another().SnapshotAsync(Cancel);
        Assert.Equal(1, await reader.Db.Commands.CountAsync(c => c.Key == "first", Cancel));

        var answer = await copy.Store.Commands.RunAsync<int>(new("second", "test.second", new { }, World.Worker), context => Task.FromResult<Outcome<int>>(2), cancel: Cancel);

        Assert.Equal(2, answer.Value);
        Assert.Equal(0, await reader.Db.Commands.CountAsync(c => c.Key == "second", Cancel));
    }

    [Fact]
    public async Task Commands_that_lock_circles_crosswise_both_finish()
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        var met = new SemaphoreSlim(0);
        var runs = 0;
        Task<Outcome<int>> Lock(string key, long first, long second) => database.Another().Commands.RunAsync<int>(new(key, "test.lock", new { key }, World.Worker), async context =>
        {
            await context.LockCirclesAsync(first);
            if (Interlocked.Increment(ref runs) <= 2)
            {
                met.Release();
                while (met.CurrentCount < 2) await Task.Delay(5, context.Cancel);
            }

            await context.LockCirclesAsync(second);
            return 1;
        }, cancel: Cancel);

        var both = await Task.WhenAll(Lock("a", 1, 2), Lock("b", 2, 1));
        Assert.All(both, outcome => Assert.Equal(1, outcome.Value));
        Assert.True(runs > 2, "The two were meant to deadlock at least once.");
    }

    [Theory, EachEngine]
    public async Task The_same_key_sent_by_many_at_once_has_one_effect(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        var stores = Enumerable.Range(0, Workers).Select(_ => database.Another()).ToList();
        var runs = 0;
        var answers = await Task.WhenAll(stores.Select(store => Task.Run(() => store.Commands.RunAsync<long>(new("same", "test.same", new { }, World.Worker), async context =>
        {
            Interlocked.Increment(ref runs);
            context.Post(World.Charge(family));
            await Task.Delay(20, context.Cancel);
            return context.NextId("answer");
        }, cancel: Cancel), Cancel)));
        Assert.Single(answers.Select(a => a.Value).Distinct());
        Assert.Equal(1, runs);
    }

    [Theory, EachEngine]
    public async Task No_id_is_handed_out_twice_also_after_a_rollback(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var taken = new System.Collections.Concurrent.ConcurrentBag<long>();
        await ManyAsync(database, async (store, name) => await store.Commands.RunAsync<int>(new(name, "test.ids", new { name }, World.Worker), context =>
        {
            var mine = Enumerable.Range(0, 50).Select(_ => context.NextId("thing")).ToList();
            Outcome<int> outcome = name.EndsWith('3') ? new Refusal("R-NO", "No.", "Again.") : 1;
            if (outcome.Ok) mine.ForEach(taken.Add);
            return Task.FromResult(outcome);
        }, cancel: Cancel));
        Assert.Equal(taken.Count, taken.Distinct().Count());
        Assert.Equal(Workers * (Each - 1) * 50, taken.Count);
    }

    [Theory, EachEngine]
    public async Task A_snapshot_does_not_see_what_others_commit_and_does_not_stop_them(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        await using var snapshot = await database.Store.SnapshotAsync(Cancel);
        var before = await snapshot.Db.JournalEntries.CountAsync(Cancel);
        await DoorTests.Run(database, context =>
        {
            context.Post(World.Charge(family));
            return Task.CompletedTask;
        });
        Assert.Equal((0, 0), (before, await snapshot.Db.JournalEntries.CountAsync(Cancel)));
        await using var db = database.Store.Read();
        Assert.Equal(1, await db.JournalEntries.CountAsync(Cancel));
    }

    private static async Task ManyAsync(TestDatabase database, Func<AlimentaStore, string, Task> work) =>
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => Task.Run(async () =>
        {
            // Two processes' worth of stores: half share one, as requests of one program do.
            var store = worker % 2 == 0 ? database.Store : database.Another();
            for (var i = 0; i < Each; i++) await work(store, $"w{worker}-{i}");
        }, Cancel)));
}
