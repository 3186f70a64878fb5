using System.Runtime.CompilerServices;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>An entry with its lines as the journal keeps them.</summary>
/// <param name="Row">The entry's row.</param>
/// <param name="Lines">Its lines in order.</param>
public sealed record PostedEntry(JournalEntry Row, IReadOnlyList<JournalLine> Lines)
{
    /// <summary>The entry of the ledger.</summary>
    public Entry Entry => Row.ToEntry(Lines);
}

/// <summary>Reads the journal in order, page by page, so that it need not fit in memory.</summary>
public static class JournalReader
{
    private const int PageSize = 2_000;

    /// <summary>All lines in the order of entries.</summary>
    public static IAsyncEnumerable<JournalLine> AllLines(this AlimentaDb db) =>
        db.JournalLines.AsNoTracking().OrderBy(l => l.EntryId).ThenBy(l => l.LineNo).AsAsyncEnumerable();

    /// <summary>All entries with their lines, in the order of their ids.</summary>
    public static async IAsyncEnumerable<PostedEntry> AllEntries(this AlimentaDb db, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var after = 0L;
        while (true)
        {
            var page = await db.JournalEntries.AsNoTracking().Where(e => e.Id > after).OrderBy(e => e.Id).Take(PageSize).ToListAsync(cancel);
            if (page.Count == 0) yield break;
            var last = page[^1].Id;
            var lines = await LinesAsync(db.JournalLines.Where(l => l.EntryId > after && l.EntryId <= last), cancel);
            foreach (var row in page) yield return new(row, lines.TryGetValue(row.Id, out var found) ? found : []);
            after = last;
        }
    }

    /// <summary>The entries that touch any of the cases, or are about any of the receipts, with all their lines, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<PostedEntry>> EntriesOfAsync(
        this AlimentaDb db, IReadOnlyCollection<long> cases, IReadOnlyCollection<long> receipts, CancellationToken cancel = default)
    {
        var ids = await db.JournalLines.Where(l => l.CaseId != null && cases.Contains(l.CaseId.Value)).Select(l => l.EntryId)
            .Union(db.JournalEntries.Where(e => e.ReceiptId != null && receipts.Contains(e.ReceiptId.Value)).Select(e => e.Id)).ToListAsync(cancel);
        return await EntriesByIdAsync(db, ids, cancel);
    }

    /// <summary>Entries by id, with their lines, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<PostedEntry>> EntriesByIdAsync(this AlimentaDb db, IReadOnlyCollection<long> ids, CancellationToken cancel = default)
    {
        var found = new List<PostedEntry>(ids.Count);
        foreach (var chunk in ids.Order().Chunk(PageSize))
        {
            var rows = await db.JournalEntries.AsNoTracking().Where(e => chunk.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync(cancel);
            var lines = await LinesAsync(db.JournalLines.Where(l => chunk.Contains(l.EntryId)), cancel);
            found.AddRange(rows.Select(row => new PostedEntry(row, lines[row.Id])));
        }

        return found;
    }

    /// <summary>The ledger hash: one hash over all entries that does not depend on order, engine or row numbers.</summary>
    public static Task<string> LedgerHashAsync(this AlimentaDb db, CancellationToken cancel = default) =>
        HashAsync(db.JournalEntries.OrderBy(e => e.Hash).Select(e => e.Hash), cancel);

    /// <summary>The hash over what stands: entries that were neither reversed nor are reversals, whatever their version. Two ways to the same end have the same.</summary>
    public static Task<string> StandingHashAsync(this AlimentaDb db, CancellationToken cancel = default) =>
        HashAsync(
            db.JournalEntries
                .Where(e => e.ReversesVersion == null && !db.JournalEntries.Any(r => r.Key == e.Key && r.ReversesVersion == e.Version))
                .OrderBy(e => e.ContentHash).Select(e => e.ContentHash),
            cancel);

    internal static async Task<Dictionary<long, List<JournalLine>>> LinesAsync(IQueryable<JournalLine> which, CancellationToken cancel)
    {
        var byEntry = new Dictionary<long, List<JournalLine>>();
        await foreach (var line in which.AsNoTracking().OrderBy(l => l.EntryId).ThenBy(l => l.LineNo).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!byEntry.TryGetValue(line.EntryId, out var lines)) byEntry.Add(line.EntryId, lines = []);
            lines.Add(line);
        }

        return byEntry;
    }

    private static async Task<string> HashAsync(IQueryable<byte[]> sorted, CancellationToken cancel)
    {
        using var builder = new LedgerHashBuilder();
        await foreach (var hash in sorted.AsAsyncEnumerable().WithCancellation(cancel)) builder.Add(hash);
        return builder.Finish();
    }
}
