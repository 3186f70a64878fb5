using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office;

/// <summary>Where a run stands.</summary>
/// <param name="Id">The run.</param>
/// <param name="Key">Its key: a second run with it cannot be.</param>
/// <param name="Kind">Its kind, such as accrual.</param>
/// <param name="Status">open, done or failed.</param>
/// <param name="Partitions">Parts.</param>
/// <param name="Done">Parts done.</param>
/// <param name="Entries">Entries posted and reversed, or what else the parts of such a run count.</param>
/// <param name="Failures">Parts that failed, and why.</param>
public sealed record RunStands(long Id, string Key, string Kind, string Status, int Partitions, int Done, long Entries, IReadOnlyList<string> Failures)
{
    /// <summary>How fast it is; null where nothing can be said of it.</summary>
    public RunPace? Pace { get; init; }

    /// <summary>Parts that workers have in hand.</summary>
    public int InHand { get; init; }

    /// <summary>Where a run stands, whatever its sort.</summary>
    public static async Task<RunStands> OfAsync(AlimentaStore store, long runId, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        return await OfAsync(store, db, await db.BatchRuns.SingleAsync(r => r.Id == runId, cancel), cancel);
    }

    /// <summary>Where the last runs stand, the latest first.</summary>
    public static async Task<IReadOnlyList<RunStands>> LastAsync(AlimentaStore store, int most, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var stands = new List<RunStands>();
        foreach (var run in await db.BatchRuns.OrderByDescending(r => r.Id).Take(most).ToListAsync(cancel)) stands.Add(await OfAsync(store, db, run, cancel));
        return stands;
    }

    private static async Task<RunStands> OfAsync(AlimentaStore store, AlimentaDb db, BatchRun run, CancellationToken cancel)
    {
        var parts = db.BatchPartitions.Where(p => db.BatchSteps.Any(s => s.Id == p.StepId && s.RunId == run.Id));
        var count = (await parts.GroupBy(p => p.Status).Select(g => new { g.Key, Parts = g.Count(), Items = g.Sum(p => (long)p.ItemCount) }).ToListAsync(cancel)).ToDictionary(g => g.Key, g => (g.Parts, g.Items));
        var (done, failed, inHand) = (Of(PartitionStatus.Done), Of(PartitionStatus.Failed), Of(PartitionStatus.Claimed));
        IReadOnlyList<string> failures = failed == 0 ? [] : await parts.Where(p => p.Status == PartitionStatus.Failed).OrderBy(p => p.Number).Select(p => $"part {p.Number}: {p.Error}").ToListAsync(cancel);
        var all = count.Values.Sum(c => c.Parts);
        var items = count.Values.Sum(c => c.Items);
        return new(run.Id, run.Key, run.Kind, failed > 0 || run.Status == RunStatus.Failed ? "failed" : run.Status == RunStatus.Done ? "done" : "open", all, done, items, failures)
        {
            InHand = inHand, Pace = await RunPace.OfAsync(db, run, all - done - failed, done, items, store.Now, cancel),
        };

        int Of(PartitionStatus status) => count.GetValueOrDefault(status).Parts;
    }
}

/// <summary>How fast a run is.</summary>
/// <param name="ItemsASecond">What it counts, a second: of one under way over its last minutes, of one that is done over all its time.</param>
/// <param name="Left">How long what is left takes at that pace; null where nothing is left or nobody works on it.</param>
public sealed record RunPace(double ItemsASecond, TimeSpan? Left)
{
    private static readonly TimeSpan Lately = TimeSpan.FromMinutes(5);

    /// <summary>The pace of a run.</summary>
    /// <param name="db">The database.</param>
    /// <param name="run">The run.</param>
    /// <param name="left">Parts that are neither done nor failed.</param>
    /// <param name="done">Parts that are done.</param>
    /// <param name="items">What they counted.</param>
    /// <param name="now">Now, in UTC.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Null where nothing was done, or too little of late.</returns>
    public static async Task<RunPace?> OfAsync(AlimentaDb db, BatchRun run, int left, int done, long items, DateTime now, CancellationToken cancel)
    {
        if (done == 0) return null;
        if (run.FinishedAt is { } finished) return finished > run.StartedAt ? new(items / (finished - run.StartedAt).TotalSeconds, null) : null;
        // Each part is a command, and each command leaves a line in the audit log: a run that lay for a night is measured by what was done since.
        var since = now - Lately;
        var lately = await db.AuditEvents.Where(a => a.ObjectKind == "run" && a.ObjectId == run.Key && a.At >= since).GroupBy(a => a.ObjectId).Select(g => new { Parts = g.Count(), First = g.Min(a => a.At), Last = g.Max(a => a.At) }).SingleOrDefaultAsync(cancel);
        return lately is { Parts: > 1 } ? Of(lately.Parts - 1, lately.Last - lately.First, left, (double)items / done) : null;
    }

    /// <summary>The pace at which so many parts were done in some time.</summary>
    internal static RunPace? Of(int parts, TimeSpan took, int left, double itemsAPart) =>
        took <= TimeSpan.Zero ? null : new(parts * itemsAPart / took.TotalSeconds, left == 0 ? null : took / parts * left);

    /// <summary>It in words: 1,230 entries a second, about 3 minutes left.</summary>
    public string Words(string what)
    {
        var rate = FormattableString.Invariant($"{ItemsASecond:N0} {what} a second");
        return Left is not { } left ? rate : $"{rate}, about {(left.TotalSeconds < 90 ? $"{Math.Max(2, Math.Round(left.TotalSeconds)):0} seconds" : left.TotalMinutes < 90 ? $"{Math.Round(left.TotalMinutes):0} minutes" : $"{Math.Round(left.TotalHours):0} hours")} left";
    }
}
