using Alimenta.Data.Postgres;
using Alimenta.Ledger;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data.Tests;

/// <summary>However a command dies, doing it again under its key gives one effect and one answer.</summary>
public sealed class CrashTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory, EachEngine]
    public async Task Killed_at_every_place_and_done_again_it_has_one_effect(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var family = await database.FamilyAsync();
        var places = new List<string>();
        for (var nth = 1; ; nth++)
        {
            var crash = new CrashAt(nth);
            var key = $"crash-{nth}";
            try
            {
                await PostAsync(database.Another(crash), family, key);
            }
            catch (Exception failure) when (crash.DiedAt is not null && Causes(failure).Any(c => c is SimulatedCrash))
            {
                places.Add(crash.DiedAt);
            }

            var answer = await PostAsync(database.Another(), family, key);
            Assert.Equal(key, answer.Value);
            await using var db = database.Store.Read();
            Assert.Equal((1, 1, 1), (
                await db.JournalEntries.CountAsync(e => e.Key == key, Cancel), await db.CaseEvents.CountAsync(e => e.SourceKey == key, Cancel), await db.Commands.CountAsync(c => c.Key == key, Cancel)));
            if (crash.DiedAt is null) break;
        }

        Assert.Superset(
            new HashSet<string> { FailPoint.Begin, FailPoint.BeforeStatement, FailPoint.AfterStatement, FailPoint.BeforeBulk, FailPoint.AfterBulk, FailPoint.BeforeCommit, FailPoint.AfterCommit },
            places.ToHashSet());
        await using var snapshot = await database.Store.SnapshotAsync(Cancel);
        var proof = await new ChainProof(snapshot.Db).RunAsync(Cancel);
        Assert.Equal([], proof.Problems);
        Assert.Equal(places.Count + 1, proof.Entries);
    }

    [Theory]
    [InlineData(CommitFault.LoseAnswer)]
    [InlineData(CommitFault.LoseRequest)]
    public async Task A_commit_whose_outcome_is_unknown_is_looked_up_and_has_one_effect(CommitFault fault)
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        var family = await database.FamilyAsync();
        using var cutter = new CommitCutter(PostgresCluster.Shared.Port);
        var through = new AlimentaStore(new PostgresEngine(
            database.Store.Engine.Connect().ConnectionString.Replace($"Port={PostgresCluster.Shared.Port}", $"Port={cutter.Port}", StringComparison.Ordinal) + ";SSL Mode=Disable;Pooling=false"), TimeProvider.System);
        await PostAsync(through, family, "warm");

        cutter.BreakNext(fault);
        var runs = 0;
        var answer = await PostAsync(through, family, "cut", () => runs++);

        Assert.Equal("cut", answer.Value);
        Assert.Equal(fault == CommitFault.LoseAnswer ? 1 : 2, runs);
        await using var db = database.Store.Read();
        Assert.Equal(1, await db.JournalEntries.CountAsync(e => e.Key == "cut", Cancel));
        Assert.Equal(1, await db.Commands.CountAsync(c => c.Key == "cut", Cancel));
    }

    // Without the guard the framework opens another connection and goes on without the transaction: half a command would stay.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_breaks_inside_a_command_leaves_nothing_half_done(bool noticed)
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        var family = await database.FamilyAsync();
        var runs = 0;
        var answer = await database.Another().Commands.RunAsync<string>(new("broken", "test", new { }, World.Worker), async context =>
        {
            runs++;
            context.Add(new CaseEvent { CaseId = family.CaseId, On = World.Today, Kind = "x", Text = "before", SourceKey = $"before-{runs}" });
            await context.FlushAsync();
            if (runs == 1)
            {
                var pid = await context.Db.Database.SqlQuery<int>($"select pg_backend_pid() as \"Value\"").ToListAsync(context.Cancel);
                database.Scalar($"select pg_terminate_backend({pid[0]})");
                if (noticed) await Assert.ThrowsAnyAsync<Exception>(() => context.Db.Cases.AnyAsync(context.Cancel));
            }

            context.Add(new CaseEvent { CaseId = family.CaseId, On = World.Today, Kind = "x", Text = "after", SourceKey = $"after-{runs}" });
            await context.FlushAsync();
            return "done";
        }, cancel: Cancel);
        Assert.Equal(("done", 2), (answer.Value, runs));
        await using var db = database.Store.Read();
        Assert.Equal(["after-2", "before-2"], await db.CaseEvents.Select(e => e.SourceKey).Order().ToListAsync(Cancel));
    }

    [Fact] // F3: the server is stopped hard while clients post and blindly send again until they are answered
    public async Task A_server_stopped_hard_loses_nothing_that_was_answered_and_doubles_nothing()
    {
        using var cluster = PostgresCluster.Start(durable: true);
        cluster.Execute("postgres", "create database hard");
        var engine = new PostgresEngine(cluster.ConnectionString("hard") + ";Pooling=false");
        var store = new AlimentaStore(engine, TimeProvider.System);
        await new Migrator(store).ApplyAsync(Cancel);
        var family = await store.FamilyAsync();

        var answered = 0;
        var clients = Enumerable.Range(0, 4).Select(client => Task.Run(async () =>
        {
            for (var i = 0; i < 25; i++)
            {
                await UntilAnsweredAsync(store, family, $"c{client}-{i}");
                Interlocked.Increment(ref answered);
            }
        }, Cancel)).ToList();
        for (var kill = 1; kill <= 3; kill++)
        {
            while (answered < kill * 20) await Task.Delay(10, Cancel);
            cluster.Crash();
            cluster.StartServer();
        }

        await Task.WhenAll(clients);
        await using var db = store.Read();
        Assert.Equal(100, await db.JournalEntries.CountAsync(Cancel));
        Assert.Equal(100, await db.CaseEvents.CountAsync(Cancel));
        Assert.Equal([], (await new ChainProof(db).RunAsync(Cancel)).Problems);
    }

    private static async Task UntilAnsweredAsync(AlimentaStore store, World.Family family, string key)
    {
        while (true)
        {
            try
            {
                if ((await PostAsync(store, family, key)).Ok) return;
            }
            catch (Exception failure) when (store.Engine.Classify(failure).Passes())
            {
                await Task.Delay(50, Cancel);
            }
        }
    }

    private static Task<Outcome<string>> PostAsync(AlimentaStore store, World.Family family, string key, Action? onRun = null) =>
        store.Commands.RunAsync<string>(new(key, "test.post", new { key }, World.Worker), async context =>
        {
            onRun?.Invoke();
            await context.LockCirclesAsync(family.CircleId);
            var file = await context.Db.Cases.SingleAsync(c => c.Id == family.CaseId, context.Cancel);
            context.Add(new CaseEvent { CaseId = file.Id, On = World.Today, Kind = "posted", Text = key, SourceKey = key });
            context.Post(World.Charge(family, 100, key));
            return key;
        }, cancel: Cancel);

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException) yield return cause;
    }
}
