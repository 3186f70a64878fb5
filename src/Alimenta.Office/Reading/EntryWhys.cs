using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Reading;

/// <summary>Why an entry of the ledger is what it is.</summary>
/// <param name="Why">The sentences.</param>
/// <param name="Version">The version of the entry that stands; 0 when none does.</param>
/// <param name="Agrees">Whether playing the facts again gives the entry as it is posted, to the cent.</param>
public sealed record EntryWhy(Explanation Why, int Version, bool Agrees);

/// <summary>Explains posted entries: those that stand by playing the facts of their circle again, those that were taken back by what was kept of them.</summary>
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
        return replay.Play.Steps.Where(s => wanted.Contains(s.Key)).ToDictionary(s => s.Key, s => Of(reasons.Of(s, caseNumber), posted.GetValueOrDefault(s.Key), s), StringComparer.Ordinal);
    }

    private static EntryWhy Of(Explanation why, PostedStep? posted, Step step) =>
        posted is { Live: true } ? new(why, posted.Version, posted.Digest == StepDetail.Of(step).Digest) : new(why, 0, false);

    /// <summary>What was kept of a distribution that was taken back: its parts as they were decided then.</summary>
    public static Explanation Kept(IEnumerable<PaymentPart> parts, string takenBack)
    {
        var why = new Explanation(Distribution.RuleId, "42 USC 657");
        foreach (var part in parts)
            why.Step($"{part.Amount} paid {(part.Bucket == "current" ? $"current support of {part.Month.Words}" : part.Month.IsUndated ? part.Bucket : $"{part.Bucket} arrears of {part.Month.Words}")}, of {part.Before} owed.", part.Rule, part.Bucket);
        why.Step($"It was taken back{(takenBack.Length > 0 ? $": {takenBack.TrimEnd('.')}" : "")}.");
        return why;
    }
}
