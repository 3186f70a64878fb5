using Alimenta.Data;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Reading;

/// <summary>Why an entry of the ledger is what it is.</summary>
/// <param name="Why">The sentences.</param>
/// <param name="Version">The version of the entry that stands; 0 when none does.</param>
/// <param name="Agrees">Whether playing the facts again gives the entry as it is posted, to the cent.</param>
public sealed record EntryWhy(Explanation Why, int Version, bool Agrees);

/// <summary>Explains posted entries: many of one case at once, by playing the facts of its circle a single time.</summary>
public sealed class EntryWhys(AlimentaStore store, PolicyDesk policies)
{
    /// <summary>Explains the entries as a case sees them, by key; entries that are not made by playing facts are left out.</summary>
    public async Task<IReadOnlyDictionary<string, EntryWhy>> ReadAsync(string caseNumber, IReadOnlyCollection<string> keys, CancellationToken cancel = default)
    {
        var wanted = keys.ToHashSet(StringComparer.Ordinal);
        await using var db = store.Read();
        if (wanted.Count == 0 || await CircleReplay.OfCaseAsync(db, policies, caseNumber, wanted.Contains, cancel) is not { } replay) return new Dictionary<string, EntryWhy>();
        var posted = await PostedSteps.LoadAsync(db, [replay.Circle.Id], cancel);
        var reasons = new StepReasons(replay);
        var entries = new CircleEntries(replay.Circle, await SpecialPeople.LoadAsync(db, cancel));
        return replay.Play.Steps.Where(s => wanted.Contains(s.Key)).ToDictionary(s => s.Key, s => Of(reasons.Of(s, caseNumber), posted.GetValueOrDefault(s.Key), s, entries), StringComparer.Ordinal);
    }

    private static EntryWhy Of(Explanation why, PostedStep? posted, Step step, CircleEntries entries) =>
        posted is { Live: true } ? new(why, posted.Version, posted.Says(step, entries)) : new(why, 0, false);
}
