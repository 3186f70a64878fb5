using Alimenta.Data;
using Alimenta.Law.Federal.History;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>The last entry posted under the key of a step.</summary>
/// <param name="EntryId">The entry.</param>
/// <param name="Key">The step's key.</param>
/// <param name="Version">Its version.</param>
/// <param name="Live">False when it is a reversal.</param>
/// <param name="Content">What it says.</param>
/// <param name="ReceiptId">Its receipt, when it has one.</param>
internal sealed record PostedStep(long EntryId, string Key, int Version, bool Live, PostedContent Content, long? ReceiptId)
{
    /// <summary>Whether the entry says what the step says.</summary>
    public bool Says(Step step, CircleEntries entries) => step.Kind == StepKind.Distribution ? Content.Digest == StepDetail.Of(step).Digest : Content.IsThatOf(entries.Entry(step, Version));
}

/// <summary>What an entry says.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="On">The day from which it counts.</param>
/// <param name="Digest">The digest of a distribution; of anything else the lines say all.</param>
/// <param name="Lines">Its lines as the journal keeps them.</param>
internal sealed record PostedContent(string Kind, DateOnly On, string Digest, string Lines)
{
    /// <summary>Whether an entry has the same content, in whatever order of lines.</summary>
    public bool IsThatOf(Entry entry) =>
        entry.Kind == Kind && entry.EffectiveOn == On && (PackedLines.Write(entry.Lines) == Lines || PackedLines.Read(0, Lines).Select(l => l.ToLine()).ToHashSet().SetEquals(entry.Lines));
}

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
            .Select(e => new { e.Id, e.Key, e.Version, e.ReversesVersion, e.ReceiptId, e.Kind, e.EffectiveOn, Digest = e.Detail.Substring(0, StepDetail.DigestLength), e.Lines }).ToListAsync(cancel);
        return rows.GroupBy(r => r.Key).ToDictionary(
            g => g.Key,
            g => g.OrderByDescending(r => r.Version).Select(r => new PostedStep(r.Id, r.Key, r.Version, r.ReversesVersion is null, new(r.Kind, r.EffectiveOn, r.Digest, r.Lines), r.ReceiptId)).First(),
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
