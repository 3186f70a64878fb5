using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>Something in the books or the audit log that is not as it was written.</summary>
/// <param name="Where">The entry, link or event.</param>
/// <param name="What">What is wrong with it.</param>
public sealed record ChainProblem(string Where, string What);

/// <summary>What a proof of the chains looked at, and what it found.</summary>
public sealed record ChainReport(long Entries, long Lines, long Links, long AuditEvents, IReadOnlyList<ChainProblem> Problems)
{
    public bool Ok => Problems.Count == 0;
}

/// <summary>Proves that nothing written in the books and the audit log was changed, removed or slipped in since: every hash is made again from the rows.</summary>
/// <remarks>Run it on a snapshot (<see cref="AlimentaStore.SnapshotAsync"/>) when others are writing.</remarks>
public sealed class ChainProof(AlimentaDb db)
{
    private const int PageSize = 500;
    private const int MostProblems = 100;
    private readonly List<ChainProblem> _problems = [];
    private readonly NameBook _names = new();
    private long _entries;
    private long _lines;
    private long _links;
    private long _events;

    public async Task<ChainReport> RunAsync(CancellationToken cancel = default)
    {
        await CommitsAsync(cancel);
        await OrderAsync(Book.Debt, cancel);
        await OrderAsync(Book.Custody, cancel);
        await AuditAsync(cancel);
        return new(_entries, _lines, _links, _events, _problems);
    }

    // Page by page over the commits: entries, lines and links of the same commits side by side.
    private async Task CommitsAsync(CancellationToken cancel)
    {
        var after = long.MinValue;
        while (true)
        {
            var commits = await db.JournalEntries.Where(e => e.CommitId > after).Select(e => e.CommitId)
                .Union(db.ChainLinks.Where(l => l.CommitId > after).Select(l => l.CommitId)).OrderBy(c => c).Take(PageSize).ToListAsync(cancel);
            if (commits.Count == 0) return;
            var (first, last) = (commits[0], commits[^1]);
            var rows = await db.JournalEntries.AsNoTracking().Where(e => e.CommitId >= first && e.CommitId <= last).OrderBy(e => e.Id).ToListAsync(cancel);
            var lines = await JournalReader.LinesAsync(
                db.JournalLines.Where(l => db.JournalEntries.Any(e => e.Id == l.EntryId && e.CommitId >= first && e.CommitId <= last)), cancel);
            var links = await db.ChainLinks.AsNoTracking().Where(l => l.CommitId >= first && l.CommitId <= last).ToListAsync(cancel);
            await PageAsync([.. rows.Select(r => new PostedEntry(r, lines.GetValueOrDefault(r.Id) ?? []))], links, cancel);
            after = last;
        }
    }

    private async Task PageAsync(List<PostedEntry> posted, List<ChainLink> links, CancellationToken cancel)
    {
        var known = posted.Where(p => p.Lines.All(l => Accounts.All.Any(a => a.Code == l.Account))).ToList();
        foreach (var strange in posted.Except(known)) Problem($"entry {strange.Row.Key} version {strange.Row.Version}", "a line names an account that the chart does not have");
        var entries = known.Select(p => p.Entry).ToList();
        await _names.LoadAsync(db, entries, cancel);
        for (var i = 0; i < known.Count; i++) Check(known[i], entries[i]);
        _entries += posted.Count;
        _lines += posted.Sum(p => p.Lines.Count);

        var made = posted.SelectMany(p => p.Lines.Select(l => l.Book).Distinct().Select(book => (p.Row.CommitId, Book: book, p.Row)))
            .GroupBy(p => (p.CommitId, p.Book)).ToDictionary(g => g.Key, g => g.Select(p => p.Row).ToList());
        foreach (var link in links)
        {
            if (!made.Remove((link.CommitId, link.Book), out var rows)) Problem($"link {link.Book} {link.Seq}", "its entries are missing");
            else Check(link, rows);
        }

        foreach (var (_, rows) in made) Problem($"entry {rows[0].Key} version {rows[0].Version}", "no link of the chain covers it");
        _links += links.Count;
    }

    private void Check(PostedEntry posted, Entry entry)
    {
        var where = $"entry {entry.Key} version {entry.Version}";
        try
        {
            entry.Check();
            var content = Canonical.ContentHash(entry, _names);
            if (!content.AsSpan().SequenceEqual(posted.Row.ContentHash)) Problem(where, "its lines, day, kind or key are not as they were written");
            else if (!Canonical.EntryHash(entry, content).AsSpan().SequenceEqual(posted.Row.Hash)) Problem(where, "its version, reason or what it reverses is not as it was written");
        }
        catch (LedgerException broken)
        {
            Problem(where, broken.Message);
        }
    }

    private void Check(ChainLink link, List<JournalEntry> rows)
    {
        var again = Link.After(link.Book, link.Seq - 1, link.PrevHash, link.CommittedAt, [.. rows.Select(r => r.Hash)]);
        if (again.Hash != link.Hash || again.EntryCount != link.EntryCount) Problem($"link {link.Book} {link.Seq}", "it does not fit the entries of its commit");
        if (rows.Any(r => r.RecordedAt != link.CommittedAt)) Problem($"link {link.Book} {link.Seq}", "an entry of its commit says another time");
    }

    private async Task OrderAsync(Book book, CancellationToken cancel)
    {
        var (seq, hash) = (0L, "");
        await foreach (var link in db.ChainLinks.AsNoTracking().Where(l => l.Book == book).OrderBy(l => l.Seq).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (link.Seq != seq + 1) Problem($"link {book} {link.Seq}", $"the link before it is missing; the last was {seq}");
            else if (link.PrevHash != hash) Problem($"link {book} {link.Seq}", "it does not follow the link before it");
            (seq, hash) = (link.Seq, link.Hash);
        }
    }

    private async Task AuditAsync(CancellationToken cancel)
    {
        var (seq, hash) = (0L, "");
        await foreach (var made in db.AuditEvents.AsNoTracking().OrderBy(a => a.Seq).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (made.Seq != seq + 1) Problem($"audit event {made.Seq}", $"the event before it is missing; the last was {seq}");
            else if (made.PrevHash != hash) Problem($"audit event {made.Seq}", "it does not follow the event before it");
            else if (AuditTrail.HashOf(made) != made.Hash) Problem($"audit event {made.Seq}", "it is not as it was written");
            (seq, hash) = (made.Seq, made.Hash);
            _events++;
        }
    }

    private void Problem(string where, string what)
    {
        if (_problems.Count < MostProblems) _problems.Add(new(where, what));
    }
}
