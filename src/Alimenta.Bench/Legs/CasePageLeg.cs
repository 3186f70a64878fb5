using System.Diagnostics;
using Alimenta.Data;
using Alimenta.Office.Reading;
using Npgsql;

namespace Alimenta.Bench;

/// <summary>P10 and P12: the data of a case page in one round trip, against one row by its primary key and against the same page of a small caseload.</summary>
/// <remarks>That a page was read is recorded and committed before it is shown; that record is no part of the page's data and is measured by itself.</remarks>
internal sealed class CasePageLeg : Leg
{
    private static readonly Actor By = Actor.Program("bench");
    private static readonly Goal Middle = Data("P10 p50", 12, 6);
    private static readonly Goal Slow = Data("P10 p99", 15, 8);
    private static readonly Goal Growth = new("P12", "the same page's data, p50, against that of a small caseload", "x", Better.Low, 2, 1.3) { OursUnit = "ms", Yardstick = "small caseload" };
    private static readonly Goal Record = new("P10 record", "the record that the page was read, with its own commit, p50", "ms", Better.Low);

    public override string Id => "P10";

    public override IReadOnlyList<Goal> Goals => [Middle, Slow, Growth, Record];

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var (large, small) = (await room.LargeAsync(cancel), await room.SmallAsync(cancel));
        using var commits = new CommitClock();
        var (page, record, key, little) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var dice = new Random(round);
        // Its statement stays prepared, as those of pages do.
        await using var connections = NpgsqlDataSource.Create($"{large.ConnectionString};Max Auto Prepare=10;Auto Prepare Min Usages=2");
        for (var i = 0; i < room.Settings.Reads; i++)
        {
            var of = dice.Next(large.Plan.Cases);
            var (data, commit) = await PageAsync(large, of, commits, cancel);
            page.Add(data);
            record.Add(commit);
            key.Add(await ByKeyAsync(connections, dice.NextInt64(1, large.Plan.Cases + 1), cancel));
            little.Add((await PageAsync(small, dice.Next(small.Plan.Cases), commits, cancel)).Data);
        }

        return
        [
            Ratio(Middle, Spread.Percentile(page, 50), Spread.Percentile(key, 50)), Ratio(Slow, Spread.Percentile(page, 99), Spread.Percentile(key, 99)),
            Ratio(Growth, Spread.Percentile(page, 50), Spread.Percentile(little, 50)), Sample.Of(Record, Spread.Percentile(record, 50)),
        ];
    }

    private static Goal Data(string id, double floor, double aim) => new(id, $"the data of a case page in one round trip, against SELECT by primary key, {id[^3..]}", "x", Better.Low, floor, aim) { OursUnit = "ms", Yardstick = "SELECT by key" };

    private static Sample Ratio(Goal goal, double ours, double yardstick) => new(goal, ours / yardstick, ours, yardstick);

    private static async Task<(double Data, double Record)> PageAsync(BenchOffice office, int of, CommitClock commits, CancellationToken cancel)
    {
        commits.Restart();
        var clock = Stopwatch.StartNew();
        var page = await new CasePages(office.Store).ReadAsync(By, CaseloadFacts.Number(of).ToString(), cancel);
        var all = clock.Elapsed.TotalMilliseconds;
        if (!page.Ok || page.Value.Orders.Count == 0) throw new InvalidOperationException($"The page of case {of} shows nothing: {page.Refusal}");
        return (all - commits.Milliseconds, commits.Milliseconds);
    }

    private static async Task<double> ByKeyAsync(NpgsqlDataSource connections, long id, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        await using var connection = await connections.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand("select * from case_file where id = $1", connection) { Parameters = { new() { Value = id } } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        if (!await rows.ReadAsync(cancel)) throw new InvalidOperationException($"There is no case {id}.");
        var values = new object[rows.FieldCount];
        rows.GetValues(values);
        return clock.Elapsed.TotalMilliseconds;
    }
}
