using System.Runtime.CompilerServices;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>An entry as the journal keeps it.</summary>
/// <param name="Row">The entry's row.</param>
public sealed record PostedEntry(JournalEntry Row)
{
    /// <summary>Its lines in order.</summary>
    /// <exception cref="LedgerException">They cannot be read.</exception>
    public IReadOnlyList<JournalLine> Lines => field ??= PackedLines.Read(Row.Id, Row.Lines);

    /// <summary>The entry of the ledger.</summary>
    public Entry Entry => Row.ToEntry(Lines);
}

/// <summary>Reads the journal in order, page by page, so that it need not fit in memory.</summary>
public static class JournalReader
{
    private const int PageSize = 2_000;

    /// <summary>All entries in the order of their ids.</summary>
    public static async IAsyncEnumerable<PostedEntry> AllEntries(this AlimentaDb db, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var after = 0L;
        while (true)
        {
            var page = await db.JournalEntries.AsNoTracking().Where(e => e.Id > after).OrderBy(e => e.Id).Take(PageSize).ToListAsync(cancel);
            if (page.Count == 0) yield break;
            foreach (var row in page) yield return new(row);
            after = page[^1].Id;
        }
    }

    /// <summary>Entries by id, in the order of their ids.</summary>
    public static async Task<IReadOnlyList<PostedEntry>> EntriesByIdAsync(this AlimentaDb db, IReadOnlyCollection<long> ids, CancellationToken cancel = default)
    {
        var found = new List<PostedEntry>(ids.Count);
        foreach (var chunk in ids.Order().Chunk(PageSize))
            found.AddRange((await db.JournalEntries.AsNoTracking().Where(e => chunk.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync(cancel)).Select(row => new PostedEntry(row)));
        return found;
    }

    /// <summary>The ledger hash: one hash over all entries that does not depend on order, engine or row numbers.</summary>
    public static Task<string> LedgerHashAsync(this AlimentaDb db, CancellationToken cancel = default) =>
        HashAsync(db.JournalEntries.OrderBy(e => e.Hash).Select(e => e.Hash), cancel);

    /// <summary>The hash over what stands: entries that were neither reversed nor are reversals, whatever their version. Two ways to the same end have the same.
    /// It keeps 32 bytes an entry in memory.</summary>
    public static async Task<string> StandingHashAsync(this AlimentaDb db, CancellationToken cancel = default)
    {
        var standing = db.JournalEntries.AsNoTracking().Where(e => e.ReversesVersion == null && !db.JournalEntries.Any(r => r.Key == e.Key && r.ReversesVersion == e.Version));
        var names = new NameBook();
        var hashes = new List<byte[]>();
        for (var after = 0L; await standing.Where(e => e.Id > after).OrderBy(e => e.Id).Take(PageSize).ToListAsync(cancel) is { Count: > 0 } page; after = page[^1].Id)
        {
            var entries = page.ConvertAll(row => row.ToEntry());
            await names.LoadAsync(db, entries, cancel);
            hashes.AddRange(entries.Select(e => Canonical.ContentHash(e, names)));
        }

        using var builder = new LedgerHashBuilder();
        foreach (var hash in hashes.Order(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))) builder.Add(hash);
        return builder.Finish();
    }

    private static async Task<string> HashAsync(IQueryable<byte[]> sorted, CancellationToken cancel)
    {
        using var builder = new LedgerHashBuilder();
        await foreach (var hash in sorted.AsAsyncEnumerable().WithCancellation(cancel)) builder.Add(hash);
        return builder.Finish();
    }
}
