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

    internal IReadOnlyList<Entry> Entries => _entries;

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

    /// <summary>Locks accounting circles until the command ends. Lock before reading what the decision rests on, and all at once where there are several.</summary>
    public async Task LockCirclesAsync(params IReadOnlyCollection<long> circles)
    {
        var sorted = circles.Distinct().Order().ToList();
        if (sorted.Count > 0) await Store.Engine.LockCirclesAsync(Db, sorted, Cancel);
    }

    /// <summary>Locks one circle.</summary>
    public Task LockCircle(long circle) => LockCirclesAsync(circle);

    /// <summary>Posts an entry: it is checked at once and written with the command.</summary>
    public void Post(Entry entry) => _entries.Add(entry.Check());

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

}

/// <summary>A line for the audit log.</summary>
internal sealed record AuditNote(string Action, string ObjectKind, string ObjectId, string Detail);
