using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Alimenta.Data;

/// <summary>What a handler has in hand: the facts, new rows, postings, messages. It cannot commit; the runner does, when all promises hold.</summary>
public sealed class CommandContext
{
    private readonly IdBlocks _ids;
    private readonly List<Entry> _entries = [];
    private readonly List<AuditNote> _notes = [];

    internal CommandContext(AlimentaStore store, AlimentaDb db, CommandRequest request, DateTime now, bool preview, CancellationToken cancel)
    {
        (Store, Db, Request, Now, Preview, Cancel) = (store, db, request, now, preview, cancel);
        _ids = store.IdBlocks;
        Names = new NameBook(store.Names);
    }

    /// <summary>The model, inside the command's transaction. Rows read here are tracked: change them and they are saved with the command.</summary>
    public AlimentaDb Db { get; }

    public CommandRequest Request { get; }

    /// <summary>The instant of the command, in UTC and whole milliseconds.</summary>
    public DateTime Now { get; }

    /// <summary>Whether it will be rolled back.</summary>
    public bool Preview { get; }

    public CancellationToken Cancel { get; }

    internal AlimentaStore Store { get; }

    internal NameBook Names { get; }

    /// <summary>What was posted and is not written yet.</summary>
    internal List<Entry> Entries => _entries;

    /// <summary>What was written into the books so far.</summary>
    internal List<PostedCommit> Commits { get; } = [];

    internal IReadOnlyList<AuditNote> Notes => _notes;

    internal List<string> ReservedKinds { get; } = [];

    /// <summary>The next id of a type of row.</summary>
    public long NextId<T>() => NextId(Naming.Table(typeof(T)));

    /// <summary>The next id of a kind.</summary>
    public long NextId(string kind) =>
        _ids.Next(kind, Db.Database.GetDbConnection(), Db.Database.CurrentTransaction!.GetDbTransaction(), ReservedKinds);

    /// <summary>Adds a row; gives it an id when it has none.</summary>
    public T Add<T>(T row)
        where T : class
    {
        if (row is IRow { Id: 0 } fresh) fresh.Id = NextId<T>();
        Db.Add(row);
        return row;
    }

    /// <summary>A context beside the command's transaction, that sees what was committed by now and nothing of what the command wrote: for looking up, while a large command writes, what it needs next and does not change itself.
    /// Dispose it.</summary>
    public AlimentaDb Beside() => Store.ReadPrimary();

    /// <summary>Locks accounting circles until the command ends. Lock before reading what the decision rests on, and all at once where there are several.</summary>
    /// <returns>Where their plays stood when they were locked.</returns>
    public async Task<IReadOnlyList<CircleState>> LockCirclesAsync(params IReadOnlyCollection<long> circles)
    {
        var sorted = circles.Distinct().Order().ToList();
        return sorted.Count > 0 ? await Store.Engine.LockCirclesAsync(Db, sorted, Cancel) : [];
    }

    /// <summary>Locks one circle.</summary>
    public Task LockCircle(long circle) => LockCirclesAsync(circle);

    /// <summary>Holds every other command that names the same thing until this one ends: for decisions that rest on there being no row yet.</summary>
    public Task LockNameAsync(string name) => Store.Engine.LockKeyAsync(Db, $"name:{name}", Cancel);

    /// <summary>The next number of a series that people read, such as the cases of an office in a year: without gaps and the same on every engine.</summary>
    /// <remarks>Other commands that want a number of the series wait until this one ends.</remarks>
    /// <returns>The first of <paramref name="count"/> numbers.</returns>
    public async Task<long> NextNumberAsync(string series, int count = 1)
    {
        var kind = $"number:{series}";
        var next = await Db.Database.SqlQuery<long>(
            $"""
             insert into id_block (kind, next_id) values ({kind}, {count + 1L})
             on conflict (kind) do update set next_id = id_block.next_id + {count}
             returning next_id as "Value"
             """).ToListAsync(Cancel);
        return next[0] - count;
    }

    /// <summary>Notes that numbers of a series through <paramref name="last"/> were handed out elsewhere.</summary>
    public Task TakeNumbersAsync(string series, long last) => TakeIdsAsync($"number:{series}", last + 1);

    /// <summary>Notes that ids of a kind below <paramref name="next"/> were handed out elsewhere: where a whole book is imported.</summary>
    public Task TakeIdsAsync(string kind, long next) => Db.Database.ExecuteSqlAsync(
        $"""
         insert into id_block (kind, next_id) values ({kind}, {next})
         on conflict (kind) do update set next_id = case when id_block.next_id > {next} then id_block.next_id else {next} end
         """, Cancel);

    /// <summary>Says that the asker saw a row at a version: the command is refused when someone changed it since. Null: he did not look.</summary>
    public void Expect(IFact row, int? version)
    {
        if (version is { } seen && seen != row.Version) throw new DbUpdateConcurrencyException("The row was changed since the asker saw it.");
    }

    /// <summary>Counts up the version of a row whose parts change while it does not, so that whoever saw it before is told.</summary>
    public void Touch(IFact row) => Db.Entry(row).Property(nameof(IFact.Version)).IsModified = true;

    /// <summary>Notes natural keys that were read anyway, so that posting need not ask for them: people, cases, obligations and receipts by their row numbers.</summary>
    public void Know(IEnumerable<(long Id, string Number)> people, IEnumerable<(long Id, string Number)> cases, IEnumerable<(long Id, string Key)> obligations, IEnumerable<Receipt> receipts)
    {
        Names.Learn(people, cases, obligations);
        foreach (var receipt in receipts) Names.Learn(receipt);
    }

    /// <summary>Posts an entry: it is checked at once and written with the command.</summary>
    public void Post(Entry entry) => _entries.Add(entry.Check());

    /// <summary>Writes what was posted so far into the transaction and forgets it, with a link of the chain of its own: for a command that posts more than should lie in memory at once. The rows that the entries name must be there.</summary>
    public async Task WriteEntriesAsync()
    {
        await FlushAsync();
        await CommandWrites.PostAsync(this);
        Names.Forget();
    }

    /// <summary>Sends a message after the commit.</summary>
    public void Send(string kind, string target, byte[] body) =>
        Add(new OutboxMessage { Kind = kind, Target = target, Body = body, CreatedAt = Now });

    /// <summary>A further line in the audit log, beside the one that every command writes.</summary>
    public void Audit(string action, string objectKind, string objectId, string detail = "") => _notes.Add(new(action, objectKind, objectId, detail));

    /// <summary>The business date of the office.</summary>
    public async Task<DateOnly> BusinessDateAsync() =>
        (await Db.BusinessDays.AsNoTracking().SingleOrDefaultAsync(Cancel))?.Date
        ?? throw new InvalidOperationException("The business date is not set: set it before the first day's work.");

    /// <summary>Writes what was added and changed so far into the transaction, so that queries see it. The runner does the same at the end.</summary>
    public Task FlushAsync() => CommandWrites.FlushAsync(this);

    /// <summary>Inserts many rows of one table set-wise, without tracking or history: for a batch's own products such as receipts and payables.</summary>
    public async Task BulkAddAsync<T>(IReadOnlyCollection<T> rows)
        where T : class
    {
        if (rows.Count == 0) return;
        if (typeof(IFact).IsAssignableFrom(typeof(T))) throw new InvalidOperationException($"{typeof(T).Name} is a fact: add it row by row, so that its history is kept.");
        foreach (var row in rows)
        {
            if (row is IRow { Id: 0 } fresh) fresh.Id = NextId<T>();
            Names.Learn(row);
        }

        await FlushAsync();
        await CommandWrites.BulkAsync(this, rows);
    }

    /// <summary>Writes many rows that are no facts set-wise: new ones are inserted, those that are there are replaced and their version counted up.</summary>
    public async Task BulkStoreAsync<T>(IReadOnlyCollection<T> rows)
        where T : class
    {
        if (rows.Count == 0) return;
        if (typeof(IFact).IsAssignableFrom(typeof(T))) throw new InvalidOperationException($"{typeof(T).Name} is a fact: change it row by row, so that its history is kept.");
        await FlushAsync();
        await Store.FailPoints.HitAsync(FailPoint.BeforeBulk);
        await Store.Engine.BulkStoreAsync(Db, BulkTable.Of<T>(Db), rows, Cancel);
        await Store.FailPoints.HitAsync(FailPoint.AfterBulk);
    }

    /// <summary>Inserts rows of a whole book as they are, with their numbers: only where a book is imported into an empty database.</summary>
    public async Task BulkAddBookAsync(BookTable table, IReadOnlyCollection<object?[]> rows)
    {
        if (rows.Count == 0) return;
        Store.IdBlocks.ForgetAll();
        await Store.FailPoints.HitAsync(FailPoint.BeforeBulk);
        await Store.Engine.BulkInsertAsync(Db, table.Rows, rows, Cancel);
        await Store.FailPoints.HitAsync(FailPoint.AfterBulk);
    }

    /// <summary>Inserts many new facts of one kind set-wise, without tracking, with the same history as if they had come one by one: for imports.</summary>
    public async Task BulkAddFactsAsync<T>(IReadOnlyCollection<T> rows)
        where T : class, IFact
    {
        if (rows.Count == 0) return;
        foreach (var row in rows)
        {
            if (row.Id == 0) row.Id = NextId<T>();
            Names.Learn(row);
        }

        await FlushAsync();
        await CommandWrites.BulkAsync(this, rows);
        await CommandWrites.BulkAsync(this, FactHistory.Added(Db, rows, NextId, Request, Now));
    }
}

/// <summary>A line for the audit log.</summary>
internal sealed record AuditNote(string Action, string ObjectKind, string ObjectId, string Detail);
