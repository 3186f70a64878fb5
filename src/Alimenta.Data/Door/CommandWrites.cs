using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>What the runner writes for a command: rows with their history, entries with their lines, the links of the chains, the audit log.</summary>
internal static class CommandWrites
{
    private const int ManyEntries = 500;

    public static async Task FlushAsync(CommandContext context)
    {
        var db = context.Db;

        // One look at every tracked row is enough; each of the steps below would look again.
        db.ChangeTracker.DetectChanges();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            db.AddRange(FactHistory.Take(db, context.NextId, context.Request, context.Now));
            foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added)) context.Names.Learn(entry.Entity);
            await SaveAsync(db, context.Cancel);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    public static async Task BulkAsync<T>(CommandContext context, IReadOnlyCollection<T> rows)
        where T : class
    {
        if (rows.Count == 0) return;
        await context.Store.FailPoints.HitAsync(FailPoint.BeforeBulk);
        await context.Store.Engine.BulkInsertAsync(context.Db, BulkTable.Of<T>(context.Db), rows, context.Cancel);
        await context.Store.FailPoints.HitAsync(FailPoint.AfterBulk);
    }

    /// <summary>Writes the entries that were posted since the last time, under a commit number of their own.</summary>
    public static async Task PostAsync(CommandContext context)
    {
        var entries = context.Entries;
        if (entries.Count == 0) return;
        var commit = context.NextId("commit");
        var posted = new HashSet<(string, int)>(entries.Count);
        if (entries.Find(e => !posted.Add((e.Key, e.Version))) is { } doubled) throw new LedgerException($"Entry {doubled.Key} version {doubled.Version} is posted twice in one command.");

        await context.Names.LoadAsync(context.Db, entries, context.Cancel);
        var rows = new JournalEntry[entries.Count];
        var ids = new long[rows.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            if (entries[i].CircleId == 0 && entries[i].Lines.Any(l => l.CaseId is not null))
                throw new LedgerException($"Entry {entries[i].Key} version {entries[i].Version} touches a case and names no circle: nobody would find it with the case.");
            ids[i] = context.NextId<JournalEntry>();
        }

        // Packing and hashing look at one entry only: all processors share those of a large command.
        if (rows.Length < ManyEntries) for (var i = 0; i < rows.Length; i++) Row(i);
        else await Parallel.ForAsync(0, rows.Length / ManyEntries + 1, context.Cancel, (part, _) =>
        {
            for (var i = part * ManyEntries; i < Math.Min(rows.Length, (part + 1) * ManyEntries); i++) Row(i);
            return ValueTask.CompletedTask;
        });
        context.Commits.Add(new(commit, entries, rows));
        await BulkAsync(context, rows);
        entries.Clear();

        void Row(int i) => rows[i] = JournalRows.Entry(entries[i], ids[i], commit, context.Now, context.Names);
    }

    /// <summary>Locks the ends of the chains, links what was posted, keeps the balances of the custody book and writes the audit log. Comes last, so that commands meet here only.</summary>
    public static async Task SealAsync(CommandContext context)
    {
        var db = context.Db;
        await context.Store.Engine.LockChainAsync(db, context.Cancel);
        var heads = await ChainHeads.ReadAsync(db, context.Cancel);
        foreach (var book in context.Commits.SelectMany(c => c.Books, (commit, book) => (commit.Id, book.Book, book.Entries, book.Hash)).GroupBy(b => b.Book).OrderBy(g => g.Key))
        {
            var (seq, hash) = heads.Of(book.Key);
            foreach (var posted in book)
            {
                var link = Link.After(book.Key, seq, hash, context.Now, posted.Entries, posted.Hash);
                db.Add(new ChainLink
                {
                    Book = book.Key, Seq = link.Seq, CommitId = posted.Id, EntryCount = link.EntryCount, PrevHash = link.PrevHash, Hash = link.Hash, CommittedAt = link.CommittedAt,
                });
                (seq, hash) = (link.Seq, link.Hash);
            }
        }

        var request = context.Request;
        AuditTrail.Append(db, heads, context.Now, request.By,
            [new(request.Kind, request.ObjectKind, request.ObjectId, request.Why), .. context.Notes]);
        await SaveAsync(db, context.Cancel);
        await CustodyBalances.AddAsync(db, context.Commits.SelectMany(c => c.Custody), context.Cancel);
    }

    public static async Task SaveAsync(AlimentaDb db, CancellationToken cancel)
    {
        db.DoorOpen = true;
        try
        {
#pragma warning disable RS0030 // The door itself.
            await db.SaveChangesAsync(cancel);
#pragma warning restore RS0030
        }
        finally
        {
            db.DoorOpen = false;
        }
    }
}
