using Alimenta.Data;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Reading;

/// <summary>Why the parts of a receipt went where they went, and why they had to leave by which day.</summary>
/// <param name="Parts">Why a distribution is what it is, by its entry and the case that sees it.</param>
/// <param name="Due">Why a payable is due on its day, by its number.</param>
/// <param name="Holds">Why money waits and until when, by the number of the hold.</param>
public sealed record ReceiptWhy(IReadOnlyDictionary<(string EntryKey, string Case), EntryWhy> Parts, IReadOnlyDictionary<long, Explanation> Due, IReadOnlyDictionary<long, Explanation> Holds);

/// <summary>Explains the page of a receipt. Who may see the page may see why.</summary>
public sealed class ReceiptWhys(AlimentaStore store, PolicyDesk policies)
{
    /// <summary>Explains a receipt.</summary>
    public async Task<ReceiptWhy> ReadAsync(ReceiptPage page, CancellationToken cancel = default)
    {
        var entries = new EntryWhys(store, policies);
        var parts = new Dictionary<(string, string), EntryWhy>();
        var standing = page.Distributions.Where(d => d.Standing).ToList();
        foreach (var file in standing.SelectMany(d => d.Parts).Select(p => p.Case).Where(c => c.Length > 0).Distinct())
            foreach (var (key, why) in await entries.ReadAsync(file, [.. standing.Select(d => d.EntryKey)], cancel)) parts[(key, file)] = why;
        var waiting = new ExplainWaiting(store, policies);
        var due = await waiting.DuesAsync([.. page.Payables.Select(p => p.Id)], cancel);
        var holds = await waiting.HoldsAsync([.. page.Holds.Select(h => h.Id)], cancel);
        return new(parts, due.ToDictionary(d => d.Key, d => d.Value.Why), holds.ToDictionary(h => h.Key, h => h.Value.Why));
    }
}
