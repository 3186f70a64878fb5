using System.Diagnostics;
using Alimenta.Office.Accounting;

namespace Alimenta.Bench;

/// <summary>P15: replay of all balances from the journal, in lines a second, with no difference.</summary>
internal sealed class ReplayLeg : Leg
{
    private static readonly Goal Differences = new("P15 differences", "differences that a replay found", "differences", Better.Low, 0, 0);

    private static readonly Goal Replay = new("P15", "replay of all balances from the journal", "lines/s", Better.High, 2_500_000, 4_000_000);

    public override string Id => "P15";

    public override IReadOnlyList<Goal> Goals => [Replay, Differences];

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var clock = Stopwatch.StartNew();
        var report = await BalanceReplay.RunAsync(office.Store, cancel);
        return [Sample.Of(Replay, report.Lines / clock.Elapsed.TotalSeconds), Sample.Of(Differences, report.Found)];
    }
}

/// <summary>The proof of the books beside it, with every hash, chain, receipt and payment. Once: it takes minutes at a million cases.</summary>
internal sealed class ProofLeg : Leg
{
    private static readonly Goal Whole = new("proof", "proof of the books without playing families again: every hash, chain, receipt and payment", "lines/s", Better.High);
    private static readonly Goal Faults = new("proof faults", "faults that it found", "faults", Better.Low, 0, 0);

    public override string Id => "proof";

    public override IReadOnlyList<Goal> Goals => [Whole, Faults];

    public override int WarmUps => 0;

    public override int Rounds(BenchSettings settings) => 1;

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var clock = Stopwatch.StartNew();
        var proof = await Proof.ProveAsync(office.Store, cancel: cancel);
        return [Sample.Of(Whole, proof.Lines / clock.Elapsed.TotalSeconds), Sample.Of(Faults, proof.Checks.Sum(c => c.FaultCount))];
    }
}
