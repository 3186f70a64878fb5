using System.Collections.Concurrent;
using Alimenta.Data;
using Alimenta.Data.Postgres;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Training;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Accounting;

/// <summary>A second server: a restored backup proves itself, and a follower that takes over holds all that was acknowledged.</summary>
public sealed class ServersTests
{
    private static readonly PolicyDesk Policies = new(LawStore.BuiltIn);

    [Fact]
    public async Task A_backup_restored_to_a_second_server_proves_itself()
    {
        using var first = PrivateServer.Start(Path.Combine(TestFolder.Path, "backed-up"));
        var store = await CountyAsync(first);
        using var second = first.Copy(Path.Combine(TestFolder.Path, "restored"), follow: false);
        first.Crash();

        var restored = Open(second.ConnectionString("county"));
        var proof = await Proof.ProveAsync(restored, Policies, new(ProofPlays.All));

        Assert.True(proof.Ok);
        Assert.True(proof.Entries > 100);
        first.StartServer();
        await using var db = store.Read();
        Assert.Equal(await db.LedgerHashAsync(), proof.LedgerHash);
    }

    [Fact]
    public async Task A_follower_that_takes_over_has_all_that_was_acknowledged_and_the_program_goes_on_by_itself()
    {
        using var first = PrivateServer.Start(Path.Combine(TestFolder.Path, "primary"));
        await CountyAsync(first);
        using var second = first.Copy(Path.Combine(TestFolder.Path, "follower"), follow: true);
        first.Execute("postgres", "alter system set synchronous_standby_names = 'follower'");
        first.Execute("postgres", "select pg_reload_conf()");
        var store = Open($"Host=127.0.0.1:{first.Port},127.0.0.1:{second.Port};Target Session Attributes=primary;Username=postgres;Database=county;Timeout=5;Command Timeout=30;Host Recheck Seconds=0");
        var acknowledged = new ConcurrentBag<string>();
        using var stop = new CancellationTokenSource();
        var writing = Enumerable.Range(1, 3).Select(w => Task.Run(() => WriteAsync(store, w, acknowledged, stop.Token))).ToArray();
        await UntilAsync(() => acknowledged.Count > 20);

        first.Crash();
        var before = acknowledged.Count;
        second.Promote();
        await UntilAsync(() => acknowledged.Count > before + 20);
        await stop.CancelAsync();
        await Task.WhenAll(writing);

        await using var db = store.Read();
        var kept = await db.Commands.Where(c => c.Kind == "test.note").Select(c => c.Key).ToListAsync();
        Assert.Empty(acknowledged.Except(kept));
        Assert.True((await Proof.ProveAsync(store, Policies)).Ok);
    }

    [Fact]
    public async Task A_read_comes_all_the_same_when_its_connection_was_cut_meanwhile()
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        await using (var db = database.Store.Read()) Assert.Equal(0, await db.Cases.CountAsync());
        database.Execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");

        await using var again = database.Store.Read();
        Assert.Equal(0, await again.Cases.CountAsync());
    }

    private static async Task WriteAsync(AlimentaStore store, int writer, ConcurrentBag<string> acknowledged, CancellationToken stop)
    {
        for (var n = 1; !stop.IsCancellationRequested; n++)
        {
            var key = $"note:{writer}:{n}";
            for (var done = false; !done && !stop.IsCancellationRequested;)
            {
                try
                {
                    done = (await store.Commands.RunAsync<int>(new(key, "test.note", new { n }, new(7, "writer")), _ => Task.FromResult<Outcome<int>>(n), cancel: CancellationToken.None)).Ok;
                }
                catch (Exception gone) when (store.Engine.Classify(gone).Passes())
                {
                    // The server is gone for longer than one command waits: ask again, as a person would.
                    await Task.Delay(100, CancellationToken.None);
                }
            }

            if (!stop.IsCancellationRequested) acknowledged.Add(key);
        }
    }

    private static async Task UntilAsync(Func<bool> reached)
    {
        for (var i = 0; i < 1_200 && !reached(); i++) await Task.Delay(100);
        Assert.True(reached());
    }

    private static async Task<AlimentaStore> CountyAsync(PrivateServer server)
    {
        server.Execute("postgres", "create database county");
        var store = Open(server.ConnectionString("county"));
        await new Migrator(store).ApplyAsync();
        await Bureau.Must(new Demo(store, Policies, BankSettings.Demonstration).RunAsync(new() { Cases = 8, Months = 3, Seed = 5 }));
        return store;
    }

    private static AlimentaStore Open(string connection) => new(new PostgresEngine(connection), TimeProvider.System);
}
