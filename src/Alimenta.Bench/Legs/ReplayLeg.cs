using System.Diagnostics;
using Alimenta.Office.Accounting;

namespace Alimenta.Bench;

/// <summary>A way to make all balances again from the journal and to compare them with those that are kept.</summary>
/// <param name="Goal">Journal lines a second.</param>
/// <param name="RunAsync">Does it: lines replayed, and differences found.</param>
internal sealed record ReplayWay(Goal Goal, Func<BenchOffice, CancellationToken, Task<(long Lines, long Differences)>> RunAsync);

/// <summary>P15: replay of all balances from the journal, in lines a second, with no difference.</summary>
internal sealed class ReplayLeg : Leg
{
    private static readonly Goal Differences = new("P15 differences", "differences that a replay found", "differences", Better.Low, 0, 0);

    private static readonly ReplayWay[] Ways =
    [
        new(new("P15", "replay of all balances from the journal", "lines/s", Better.High, 2_500_000, 4_000_000), async (office, cancel) =>
        {
            var report = await BalanceReplay.RunAsync(office.Store, cancel);
            return (report.Lines, report.Found);
        }),
        new(new("P15 proof", "proof of the books without playing families again: the same with every hash, chain, receipt and payment", "lines/s", Better.High), async (office, cancel) =>
        {
            var report = await Proof.ProveAsync(office.Store, cancel: cancel);
            return (report.Lines, report.Checks.Sum(c => c.FaultCount));
        }),
    ];

    public override string Id => "P15";

    public override IReadOnlyList<Goal> Goals => [.. Ways.Select(w => w.Goal), Differences];

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var samples = new List<Sample>();
        var found = 0L;
        foreach (var way in Ways)
        {
            var clock = Stopwatch.StartNew();
            var (lines, differences) = await way.RunAsync(office, cancel);
            samples.Add(Sample.Of(way.Goal, lines / clock.Elapsed.TotalSeconds));
            found += differences;
        }

        return [.. samples, Sample.Of(Differences, found)];
    }
}
