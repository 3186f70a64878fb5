using Alimenta.Law;

namespace Alimenta.Bench;

/// <summary>Measures the goals of speed and size on a private server, each beside its yardstick. It reports; it never changes a goal.</summary>
public static class ScaleBench
{
    /// <summary>The legs that need nothing but the office, in the order in which they run: what only reads before what writes, what kills last.</summary>
    public static IReadOnlyList<Leg> OwnLegs() =>
        [new DiskLeg(), new CasePageLeg(), new PostingLeg(), new GrowthLeg(), new FrameworkLeg(), new WorkersLeg(), new LogLeg(), new ExplainedLeg(), new ReplayLeg(), new ProofLeg(), new AccrualLeg(), new KillLeg()];

    /// <summary>Runs the legs that are wanted.</summary>
    /// <param name="settings">What is asked for.</param>
    /// <param name="legs">All legs there are.</param>
    /// <param name="law">The law.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="done">Told after each leg what was found so far, the leg last.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<BenchReport> RunAsync(BenchSettings settings, IReadOnlyList<Leg> legs, LawStore law, IProgress<string> progress, Func<BenchReport, Task> done, CancellationToken cancel)
    {
        var (machine, at) = (Machine.This(), TimeProvider.System.GetUtcNow().UtcDateTime);
        using var room = new BenchRoom(settings, law, progress);
        var server = await room.Server.AskAsync<string>("postgres", "select 'PostgreSQL ' || current_setting('server_version')", cancel);
        var report = new BenchReport(at, machine, server, settings, []);
        foreach (var leg in legs.Where(l => IsWanted(l, settings)))
        {
            report = report with { Legs = [.. report.Legs, await LegRun.RunAsync(leg, room, cancel)] };
            await done(report);
        }

        return report;
    }

    // A leg may serve several goals: P12 is measured with P10.
    private static bool IsWanted(Leg leg, BenchSettings settings) =>
        settings.Legs.Count == 0 || settings.Legs.Any(w => string.Equals(w, leg.Id, StringComparison.OrdinalIgnoreCase) || leg.Goals.Any(g => string.Equals(g.Id.Split(' ')[0], w, StringComparison.OrdinalIgnoreCase)));
}
