using Alimenta.Data;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>The last entry posted under the key of a step.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Key">The step's key.</param>
/// <param name="Version">Its version.</param>
/// <param name="Live">False when it is a reversal.</param>
/// <param name="Digest">The digest of the step's content.</param>
/// <param name="ReceiptId">Its receipt, when it has one.</param>
internal sealed record PostedStep(long EntryId, string Key, int Version, bool Live, string Digest, long? ReceiptId);

/// <summary>Reads what is posted for circles.</summary>
internal static class PostedSteps
{
    private static readonly string[] Kinds =
        [EntryKinds.OpeningBalance, EntryKinds.Charge, EntryKinds.ClassMove, EntryKinds.Grant, EntryKinds.Adjustment, EntryKinds.Distribution, EntryKinds.MonthEnd];

    /// <summary>The last entry of every step of the circles, by key. A key belongs to one circle at a time: a receipt that moves takes its keys along,
    /// and a circle that became part of another brings its own.</summary>
    public static async Task<Dictionary<string, PostedStep>> LoadAsync(AlimentaDb db, IReadOnlyCollection<long> circles, CancellationToken cancel)
    {
        var ids = await Circles.WithMergedAsync(db, circles, cancel);
        var rows = await db.JournalEntries.AsNoTracking().Where(e => e.CircleId != 0 && ids.Contains(e.CircleId) && Kinds.Contains(e.Kind))
            .Select(e => new { e.Id, e.Key, e.Version, e.ReversesVersion, e.ReceiptId, Digest = e.Detail.Substring(0, StepDetail.DigestLength) }).ToListAsync(cancel);
        return rows.GroupBy(r => r.Key).ToDictionary(
            g => g.Key,
            g => g.OrderByDescending(r => r.Version).Select(r => new PostedStep(r.Id, r.Key, r.Version, r.ReversesVersion is null, r.Digest, r.ReceiptId)).First(),
            StringComparer.Ordinal);
    }

    /// <summary>The last versions under keys of receipts that were posted for other circles, before the receipts were moved here: what is posted now counts on from there.</summary>
    public static async Task<Dictionary<string, int>> ElsewhereAsync(AlimentaDb db, IReadOnlyCollection<long> circles, IReadOnlyCollection<long> receipts, CancellationToken cancel)
    {
        if (receipts.Count == 0) return [];
        var ids = await Circles.WithMergedAsync(db, circles, cancel);
        return await db.JournalEntries.AsNoTracking().Where(e => e.ReceiptId != null && receipts.Contains(e.ReceiptId.Value) && e.Kind == EntryKinds.Distribution && !ids.Contains(e.CircleId))
            .GroupBy(e => e.Key).Select(g => new { g.Key, Last = g.Max(e => e.Version) }).ToDictionaryAsync(e => e.Key, e => e.Last, StringComparer.Ordinal, cancel);
    }
}
