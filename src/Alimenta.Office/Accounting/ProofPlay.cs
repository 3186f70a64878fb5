using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Law.Federal.History;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Whether playing the facts of a circle again gives exactly the entries that stand: what is posted is what the law demands of what is known.</summary>
internal sealed class ProofPlay(AlimentaDb db, PolicyDesk policies, ProofOptions options, IProgress<string>? progress, CancellationToken cancel)
{
    private const int Chunk = 200;

    private readonly ProofTally _tally = new("posted-is-what-the-facts-demand", "Playing the facts again gives exactly the entries that stand, neither fewer nor more nor others.");

    public async Task<ProofTally> RunAsync()
    {
        var circles = await CirclesAsync();
        var done = 0;
        foreach (var chunk in circles.Chunk(Chunk))
        {
            progress?.Report($"Playing circles {done + 1} to {done + chunk.Length} of {circles.Count} again");
            await ChunkAsync(chunk);
            done += chunk.Length;
        }

        return _tally;
    }

    private async Task<IReadOnlyList<(long Circle, DateOnly Through)>> CirclesAsync()
    {
        var states = await db.CircleStates.OrderBy(s => s.CircleId).Select(s => new { s.CircleId, s.ThroughDate }).ToListAsync(cancel);
        var all = states.Where(s => s.ThroughDate != DateOnly.MinValue).Select(s => (s.CircleId, s.ThroughDate)).ToList();
        if (options.Plays == ProofPlays.All || all.Count <= options.SampleSize) return all;
        // Evenly spread, so that the same books give the same sample.
        return [.. Enumerable.Range(0, options.SampleSize).Select(i => all[(int)((long)i * all.Count / options.SampleSize)])];
    }

    private async Task ChunkAsync((long Circle, DateOnly Through)[] chunk)
    {
        var through = chunk.ToDictionary(c => c.Circle, c => c.Through);
        var loaded = await CircleLoader.LoadAsync(db, [.. through.Keys], cancel);
        var plays = new List<(LoadedCircle Circle, IReadOnlyList<Step> Steps)>();
        foreach (var circle in loaded)
        {
            try
            {
                plays.Add((circle, CirclePlay.Run(circle.Facts, policies.On, through[circle.Id]).Steps));
            }
            catch (LawNotCovered missing)
            {
                _tally.Fault($"circle of case {circle.Cases.Keys.First()}", missing.Message);
            }
        }

        await KeptAsync([.. through.Keys]);
        var standing = (await PostedSteps.LoadAsync(db, [.. loaded.Select(c => c.Id)], cancel)).Where(p => p.Value.Live).ToDictionary(StringComparer.Ordinal);
        var special = await SpecialPeople.LoadAsync(db, cancel);
        foreach (var (circle, steps) in plays) Compare(circle, steps, new(circle, special), standing);
        foreach (var left in standing.Values) _tally.Fault($"entry {left.Key} version {left.Version}", "the facts do not demand it");
    }

    /// <summary>What is kept of the facts of circles, for payments to go on from, is what their rows say.</summary>
    private async Task KeptAsync(List<long> circles)
    {
        var kept = await db.KeptFacts.AsNoTracking().Where(k => circles.Contains(k.CircleId)).ToDictionaryAsync(k => k.CircleId, k => k.FactsText, cancel);
        var rows = kept.Count == 0 ? new() : await CircleRows.ReadAsync(db, kept.Keys, cancel);
        foreach (var (circle, text) in CircleRowsText.Write(rows))
            if (kept[circle] != text) _tally.Fault($"circle of case {rows.Cases.Find(c => c.CircleId == circle)!.Number}", "what is kept of its facts is not what its rows say");
    }

    private void Compare(LoadedCircle circle, IReadOnlyList<Step> steps, CircleEntries entries, Dictionary<string, PostedStep> standing)
    {
        foreach (var step in steps)
        {
            _tally.Counted++;
            if (!standing.Remove(step.Key, out var posted)) _tally.Fault($"step {step.Key} of case {circle.Cases.Keys.First()}", "the facts demand it, and it is not posted");
            else if (!posted.Says(step, entries)) _tally.Fault($"entry {posted.Key} version {posted.Version}", "the facts demand other content");
        }
    }
}
