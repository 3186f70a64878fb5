using Alimenta.Bench;
using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>What a statement really read is found in the log of the server.</summary>
public sealed class PlanLogTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_big_table_that_is_read_whole_is_seen_and_one_that_an_index_leads_to_is_not()
    {
        using var server = BenchServer.Start(Path.Combine(TestFolder.Path, "plans"));
        server.Execute("postgres", "create database looked");
        server.Execute("looked", "create table big as select i as id, i % 10 as tenth from generate_series(1, 30000) as i; create unique index on big (id); analyze big");
        server.Execute("postgres", PlanLog.On("looked"));
        var log = new PlanLog(server.LogFile);

        Assert.Equal(1L, await server.AskAsync<long>("looked", "select count(*) from big where id = 7", Cancel));
        Assert.Equal(1, Assert.Single(await ReadAsync(log)).Rows);

        Assert.Equal(0L, await server.AskAsync<long>("looked", "select count(*) from big where tenth = 11", Cancel));
        Assert.Contains(new PlanStep("big", "Seq Scan", 30_000), await ReadAsync(log));

        // Counted to a bound it reads no further.
        Assert.Equal(20L, await server.AskAsync<long>("looked", "select count(*) from (select 1 from big limit 20) as counted", Cancel));
        Assert.Contains(new PlanStep("big", "Seq Scan", 20), await ReadAsync(log));
    }

    [Fact]
    public void Rows_are_counted_over_all_loops_with_those_thrown_away_and_joins_throw_away_nothing_new()
    {
        const string text = """
            Nested Loop  (cost=0.42..3.73 rows=1 width=8) (actual rows=0 loops=1)
              Join Filter: (own.case_id = c.id)
              Rows Removed by Join Filter: 900
              ->  Index Scan Backward using ix_receipt_received_on_id on receipt r  (cost=0.42..1.00 rows=1 width=8) (actual rows=40 loops=3)
                    Filter: (status = 'returned'::text)
                    Rows Removed by Filter: 10
              ->  Materialize  (cost=0.42..3.73 rows=1 width=8) (actual rows=0 loops=2700)
                    Rows Removed by Filter: 5
                    ->  Seq Scan on app_user u  (cost=0.00..1.07 rows=1 width=8) (actual rows=1 loops=2)
            """;
        Assert.Equal([new("receipt", "Index Scan", 150), new("app_user", "Seq Scan", 2)], PlanLog.Steps(text.Split('\n')));
    }

    // The server writes a plan when its statement ends, which may be a moment after the answer.
    private static async Task<IReadOnlyList<PlanStep>> ReadAsync(PlanLog log)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(200), Cancel);
        return [.. log.Next().Where(s => s.Table == "big")];
    }
}
