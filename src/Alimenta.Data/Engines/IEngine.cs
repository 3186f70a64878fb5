using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>What a failure of the database says about the transaction.</summary>
public enum Failure
{
    /// <summary>Rolled back for sure and worth another try: serialization failure, deadlock, lock timeout, server out of room or starting.</summary>
    RolledBack,

    /// <summary>The connection broke: whether a commit that was under way happened is not known.</summary>
    Unknown,

    /// <summary>The database refuses what was to be written, by a rule that it holds or because a value does not fit: it would do so again, and says nothing against the rest of the work.</summary>
    Refused,

    /// <summary>It would fail again: a wrong statement, a missing right, or nothing of the database at all.</summary>
    Final,
}

/// <summary>What failures have in common.</summary>
public static class Failures
{
    /// <summary>Whether another try may go well.</summary>
    public static bool Passes(this Failure failure) => failure is Failure.RolledBack or Failure.Unknown;
}

/// <summary>A script that brings the schema from one number to the next.</summary>
public sealed record Migration(int Number, string Name, string Sql);

/// <summary>What an engine does in its own way; all else is the same code on both.</summary>
public interface IEngine
{
    /// <summary>postgres or sqlite.</summary>
    string Name { get; }

    /// <summary>Whether ids are reserved inside the transaction that needs them: an engine with one writer cannot do it beside.</summary>
    bool ReservesIdsInside { get; }

    /// <summary>The scripts of the schema in order.</summary>
    IReadOnlyList<Migration> Migrations { get; }

    /// <param name="options">The options to fill.</param>
    /// <param name="readOnly">Whether the engine itself must refuse any write through the context.</param>
    void Configure(DbContextOptionsBuilder options, bool readOnly);

    /// <summary>A connection that is not open yet.</summary>
    DbConnection Connect();

    /// <summary>Waits for the turn to write, where only one may write at a time.</summary>
    Task<IDisposable> EnterWriterAsync(CancellationToken cancel);

    /// <summary>The same for code that cannot wait asynchronously.</summary>
    IDisposable EnterWriter();

    /// <summary>Holds every other command with the same key until this transaction ends.</summary>
    Task LockKeyAsync(AlimentaDb db, string key, CancellationToken cancel);

    /// <summary>Locks the circles, in ascending order, until this transaction ends; makes their state rows where there are none.</summary>
    /// <returns>Their states as they stand then.</returns>
    Task<IReadOnlyList<CircleState>> LockCirclesAsync(AlimentaDb db, IReadOnlyList<long> circles, CancellationToken cancel);

    /// <summary>Locks the ends of the chains; taken last.</summary>
    Task LockChainAsync(AlimentaDb db, CancellationToken cancel);

    /// <summary>Inserts many rows of one table set-wise, in the running transaction, without tracking them.</summary>
    Task BulkInsertAsync(AlimentaDb db, BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancel);

    /// <summary>Inserts many rows of one table set-wise, or replaces those whose key is there and counts up their version, in the running transaction.</summary>
    Task BulkStoreAsync(AlimentaDb db, BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancel);

    /// <summary>Claims the next free partition of a step, or one whose lease ran out, with a higher fencing token; none when all are taken.</summary>
    /// <returns>The id of the partition, or null.</returns>
    Task<long?> ClaimPartitionAsync(AlimentaDb db, long stepId, string worker, DateTime now, DateTime leaseUntil, CancellationToken cancel);

    /// <summary>Lets the claim of a partition hold for so long from now; false where it was lost.</summary>
    Task<bool> RenewPartitionAsync(AlimentaDb db, long partitionId, long token, TimeSpan lease, CancellationToken cancel);

    /// <summary>Begins a transaction that sees one moment and holds up no writer.</summary>
    Task<IAsyncDisposable> BeginSnapshotAsync(AlimentaDb db, CancellationToken cancel);

    Failure Classify(Exception failure);

    /// <summary>Begins a transaction in which only this process migrates.</summary>
    Task<DbTransaction> BeginMigrationAsync(DbConnection connection, CancellationToken cancel);

    /// <summary>Whatever must be set once for the whole database before the first migration.</summary>
    Task PrepareDatabaseAsync(DbConnection connection, CancellationToken cancel);

    /// <summary>Settings under which committed money could be lost; empty when safe.</summary>
    Task<IReadOnlyList<string>> UnsafeSettingsAsync(CancellationToken cancel);
}
