using Alimenta.Bench;
using Alimenta.Law;
using Alimenta.Law.Guidelines;

namespace Alimenta.Cli.Bench;

/// <summary>Every order of a state calculated anew by its guideline, on all processors.</summary>
/// <param name="law">The law.</param>
/// <param name="day">The law date.</param>
/// <param name="orders">How many orders.</param>
internal sealed class GuidelinesLeg(LawStore law, DateOnly day, int orders) : Leg
{
    public override string Id => "guidelines";

    public override IReadOnlyList<Goal> Goals => [.. GuidelineRules.All.Select(g => new Goal($"guidelines {g.State}", $"orders of {g.Name} calculated anew on all processors", "orders/s", Better.High))];

    // It times several rounds by itself.
    public override int WarmUps => 0;

    public override int Rounds(BenchSettings settings) => 1;

    public override Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var rows = GuidelineBench.Run(law, day, orders, state => room.Progress.Report($"guideline of {state}")).FindAll(r => r.Seconds is not null);
        return Task.FromResult<IReadOnlyList<Sample>>([.. Goals.Zip(rows, (goal, row) => Sample.Of(goal with { Sentence = $"{row.Name}: {row.Seconds:0.0} s" }, row.PerSecond))]);
    }
}
