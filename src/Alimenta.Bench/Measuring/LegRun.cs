using System.Diagnostics;

namespace Alimenta.Bench;

/// <summary>What a goal came to.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Figure">The figure that is judged.</param>
/// <param name="Ours">Our side.</param>
/// <param name="Yardstick">The yardstick, where there is one.</param>
/// <param name="Samples">All measurements, in order.</param>
public sealed record Result(Goal Goal, Spread Figure, Spread Ours, Spread? Yardstick, IReadOnlyList<Sample> Samples)
{
    /// <summary>Of the measurements of one goal.</summary>
    public static Result Of(IReadOnlyList<Sample> samples)
    {
        var yardsticks = samples.Select(s => s.Yardstick).OfType<double>().ToList();
        return new(samples[0].Goal, Spread.Of(samples.Select(s => s.Figure)), Spread.Of(samples.Select(s => s.Ours)), yardsticks.Count == 0 ? null : Spread.Of(yardsticks), samples);
    }

    /// <summary>What became of the goal.</summary>
    public Verdict Verdict => Goal.Judge(Judged);

    /// <summary>Whether it found what must not be, in any round.</summary>
    public bool IsBroken => Goal.MustBeNone && Verdict == Verdict.Short;

    /// <summary>The figure that is judged: the middle one, but of what must not be the most that a round found.</summary>
    private double Judged => Goal.MustBeNone ? Figure.Most : Figure.Median;
}

/// <summary>What a leg came to.</summary>
/// <param name="Leg">Its id.</param>
/// <param name="Seconds">How long all of it took.</param>
/// <param name="Results">One for each goal that was measured.</param>
/// <param name="Failure">Why it broke off; null when it did not. What it had measured by then is kept.</param>
public sealed record LegResult(string Leg, double Seconds, IReadOnlyList<Result> Results, string? Failure = null);

/// <summary>Runs a leg: makes ready, warms up, measures, clears away. Each round begins with everything on disk.</summary>
public static class LegRun
{
    /// <summary>Runs it. A leg that breaks off takes no other with it.</summary>
    public static async Task<LegResult> RunAsync(Leg leg, BenchRoom room, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        var samples = new List<Sample>();
        string? failure = null;
        try
        {
            await leg.PrepareAsync(room, cancel);
            var rounds = leg.Rounds(room.Settings);
            for (var round = 1 - leg.WarmUps; round <= rounds; round++)
            {
                cancel.ThrowIfCancellationRequested();
                room.Progress.Report($"{leg.Id}: {(round <= 0 ? "warming up" : $"round {round} of {rounds}")}");
                room.Server.Checkpoint();
                var measured = await leg.RoundAsync(room, round, cancel);
                if (round > 0) samples.AddRange(measured);
            }
        }
        catch (Exception broken) when (broken is not OperationCanceledException)
        {
            failure = broken.GetBaseException().Message;
        }
        finally
        {
            await leg.FinishAsync(room);
        }

        var results = leg.Goals.Select(g => samples.FindAll(s => s.Goal.Id == g.Id)).Where(s => s.Count > 0).Select(Result.Of);
        return new(leg.Id, clock.Elapsed.TotalSeconds, [.. results], failure);
    }
}
