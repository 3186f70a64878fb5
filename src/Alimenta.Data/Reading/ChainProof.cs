using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>What a problem concerns.</summary>
public enum ChainPart
{
    /// <summary>An entry or its lines.</summary>
    Entry,

    /// <summary>A link of the chain of a book.</summary>
    Link,

    /// <summary>An event of the audit log.</summary>
    Audit,
}

/// <summary>Something in the books or the audit log that is not as it was written.</summary>
/// <param name="Part">What it concerns.</param>
/// <param name="Where">The entry, link or event.</param>
/// <param name="What">What is wrong with it.</param>
public sealed record ChainProblem(ChainPart Part, string Where, string What);

/// <summary>What a proof of the chains looked at, and what it found.</summary>
public sealed record ChainReport(long Entries, long Lines, long Links, long AuditEvents, IReadOnlyList<ChainProblem> Problems)
{
    public bool Ok => Problems.Count == 0;
}

/// <summary>Proves that nothing written in the books and the audit log was changed, removed or slipped in since: every hash is made again from the rows.</summary>
/// <remarks>Run it on a snapshot (<see cref="AlimentaStore.SnapshotAsync"/>) when others are writing.</remarks>
/// <param name="db">The database.</param>
/// <param name="visit">Sees every entry on the way, in the order of commits, so that one reading of the journal serves several proofs.</param>
public sealed class ChainProof(AlimentaDb db, Action<PostedEntry>? visit = null)
{
    private const int MostProblems = 100;
    private const int MostNames = 500_000;
    private static readonly HashSet<string> Chart = [.. Accounts.All.Select(a => a.Code)];
    private readonly List<ChainProblem> _problems = [];
    private NameBook _names = new();
    private long _entries;
    private long _lines;
    private long _links;
    private long _events;

    /// <summary>About how many entries are looked at together; more only where one commit has more.</summary>
    public int PageOfEntries { get; init; } = 10_000;

    /// <summary>About how many links are looked at together.</summary>
    public int PageOfLinks { get; init; } = 2_000;

    public async Task<ChainReport> RunAsync(CancellationToken cancel = default)
    {
        await CommitsAsync(cancel);
        await OrderAsync(Book.Debt, cancel);
        await OrderAsync(Book.Custody, cancel);
        await AuditAsync(cancel);
        return new(_entries, _lines, _links, _events, _problems);
    }

    // Page by page over the commits. While one page is hashed and counted up, the next is read.
    private async Task CommitsAsync(CancellationToken cancel)
    {
        var after = long.MinValue;
        var work = Task.CompletedTask;
        while (await NextPageAsync(after, cancel) is { } next)
        {
            var page = await ReadAsync(next.First, next.Last, cancel);
            await work;
            work = Task.Run(() => Take(page), cancel);
            after = next.Last;
        }

        await work;
    }

    /// <summary>Entries, lines and links of the same commits side by side, and the names that their hashes need.</summary>
    private async Task<Page> ReadAsync(long first, long last, CancellationToken cancel)
    {
        if (_names.Count > MostNames) _names = new();
        var names = _names;
        var rows = await db.JournalEntries.AsNoTracking().Where(e => e.CommitId >= first && e.CommitId <= last).OrderBy(e => e.Id).ToListAsync(cancel);
        var links = await db.ChainLinks.AsNoTracking().Where(l => l.CommitId >= first && l.CommitId <= last).ToListAsync(cancel);
        var posted = rows.ConvertAll(Posted);
        await names.LoadAsync(db, posted.SelectMany(p => p.Lines), cancel);
        return new(posted, links, names);
    }

    // Lines that cannot be read are told of here; the entry then counts as one without lines.
    private PostedEntry Posted(JournalEntry row)
    {
        var posted = new PostedEntry(row);
        try
        {
            _ = posted.Lines;
        }
        catch (LedgerException broken)
        {
            Problem(ChainPart.Entry, $"entry {row.Key} version {row.Version}", broken.Message);
            row.Lines = "[]";
        }

        return posted;
    }

    /// <summary>The next commits, with about as many entries as a page holds; a commit is never cut in two. A commit without entries has links only.</summary>
    private async Task<(long First, long Last)?> NextPageAsync(long after, CancellationToken cancel)
    {
        var entries = await db.JournalEntries.Where(e => e.CommitId > after).OrderBy(e => e.CommitId).Select(e => e.CommitId).Take(PageOfEntries).ToListAsync(cancel);
        var links = await db.ChainLinks.Where(l => l.CommitId > after).OrderBy(l => l.CommitId).Select(l => l.CommitId).Take(PageOfLinks).ToListAsync(cancel);
        if (entries.Count + links.Count == 0) return null;
        var known = Math.Min(End(entries, PageOfEntries), End(links, PageOfLinks));
        var all = entries.Concat(links);
        return (all.Min(), known == long.MaxValue ? all.Max() : known);

        // Read to the brim, a list knows of no commit beyond its last; that one is then read whole, however much of it was seen here.
        static long End(List<long> commits, int most) => commits.Count < most ? long.MaxValue : commits[^1];
    }

    private void Take(Page page)
    {
        var (posted, links, names) = page;
        // Hashing is most of the work and looks at one entry only: all processors share it. What they find is told in the order of the entries.
        var found = new string?[posted.Count];
        Parallel.For(0, posted.Count, i => found[i] = Fault(posted[i], names));
        for (var i = 0; i < posted.Count; i++)
            if (found[i] is { } what) Problem(ChainPart.Entry, $"entry {posted[i].Row.Key} version {posted[i].Row.Version}", what);
        if (visit is not null) posted.ForEach(visit);
        _entries += posted.Count;
        _lines += posted.Sum(p => p.Lines.Count);

        var made = posted.SelectMany(p => p.Lines.Select(l => l.Book).Distinct().Select(book => (p.Row.CommitId, Book: book, p.Row)))
            .GroupBy(p => (p.CommitId, p.Book)).ToDictionary(g => g.Key, g => g.Select(p => p.Row).ToList());
        foreach (var link in links)
        {
            if (!made.Remove((link.CommitId, link.Book), out var rows)) Problem(ChainPart.Link, $"link {link.Book} {link.Seq}", "its entries are missing");
            else Check(link, rows);
        }

        foreach (var (_, rows) in made) Problem(ChainPart.Entry, $"entry {rows[0].Key} version {rows[0].Version}", "no link of the chain covers it");
        _links += links.Count;
    }

    private static string? Fault(PostedEntry posted, NameBook names)
    {
        if (posted.Lines.Any(l => !Chart.Contains(l.Account))) return "a line names an account that the chart does not have";
        try
        {
            var entry = posted.Entry.Check();
            return Canonical.EntryHash(entry, Canonical.ContentHash(entry, names)).AsSpan().SequenceEqual(posted.Row.Hash) ? null : "it is not as it was written";
        }
        catch (LedgerException broken)
        {
            return broken.Message;
        }
    }

    private void Check(ChainLink link, List<JournalEntry> rows)
    {
        var again = Link.After(link.Book, link.Seq - 1, link.PrevHash, link.CommittedAt, [.. rows.Select(r => r.Hash)]);
        if (again.Hash != link.Hash || again.EntryCount != link.EntryCount) Problem(ChainPart.Link, $"link {link.Book} {link.Seq}", "it does not fit the entries of its commit");
        if (rows.Any(r => r.RecordedAt != link.CommittedAt)) Problem(ChainPart.Link, $"link {link.Book} {link.Seq}", "an entry of its commit says another time");
    }

    private async Task OrderAsync(Book book, CancellationToken cancel)
    {
        var (seq, hash) = (0L, "");
        await foreach (var link in db.ChainLinks.AsNoTracking().Where(l => l.Book == book).OrderBy(l => l.Seq).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (link.Seq != seq + 1) Problem(ChainPart.Link, $"link {book} {link.Seq}", $"the link before it is missing; the last was {seq}");
            else if (link.PrevHash != hash) Problem(ChainPart.Link, $"link {book} {link.Seq}", "it does not follow the link before it");
            (seq, hash) = (link.Seq, link.Hash);
        }
    }

    private async Task AuditAsync(CancellationToken cancel)
    {
        var (seq, hash) = (0L, "");
        await foreach (var made in db.AuditEvents.AsNoTracking().OrderBy(a => a.Seq).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (made.Seq != seq + 1) Problem(ChainPart.Audit, $"audit event {made.Seq}", $"the event before it is missing; the last was {seq}");
            else if (made.PrevHash != hash) Problem(ChainPart.Audit, $"audit event {made.Seq}", "it does not follow the event before it");
            else if (AuditTrail.HashOf(made) != made.Hash) Problem(ChainPart.Audit, $"audit event {made.Seq}", "it is not as it was written");
            (seq, hash) = (made.Seq, made.Hash);
            _events++;
        }
    }

    private void Problem(ChainPart part, string where, string what)
    {
        if (_problems.Count < MostProblems) _problems.Add(new(part, where, what));
    }

    private sealed record Page(List<PostedEntry> Posted, List<ChainLink> Links, NameBook Names);
}
