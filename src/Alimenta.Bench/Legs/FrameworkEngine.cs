using System.Data.Common;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Bench;

/// <summary>The product as it would be if it wrote with Entity Framework alone: its rules and checks, and rows that are tracked and saved with SaveChanges in place of COPY.</summary>
/// <param name="engine">The engine, which does all else.</param>
internal sealed class FrameworkEngine(IEngine engine) : IEngine
{
    public string Name => engine.Name;

    public bool ReservesIdsInside => engine.ReservesIdsInside;

    public IReadOnlyList<Migration> Migrations => engine.Migrations;

    public void Configure(DbContextOptionsBuilder options, bool readOnly) => engine.Configure(options, readOnly);

    public DbConnection Connect() => engine.Connect();

    public Task<IDisposable> EnterWriterAsync(CancellationToken cancel) => engine.EnterWriterAsync(cancel);

    public IDisposable EnterWriter() => engine.EnterWriter();

    public Task LockKeyAsync(AlimentaDb db, string key, CancellationToken cancel) => engine.LockKeyAsync(db, key, cancel);

    public Task<IReadOnlyList<CircleState>> LockCirclesAsync(AlimentaDb db, IReadOnlyList<long> circles, CancellationToken cancel) => engine.LockCirclesAsync(db, circles, cancel);

    public Task LockChainAsync(AlimentaDb db, CancellationToken cancel) => engine.LockChainAsync(db, cancel);

    /// <summary>Saved by the next SaveChanges of the command, with all else that it added.</summary>
    public Task BulkInsertAsync(AlimentaDb db, BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancel)
    {
        db.AddRange(rows);
        return Task.CompletedTask;
    }

    /// <summary>One statement as ever: EF would read each row first, so this can only make it faster.</summary>
    public Task BulkStoreAsync(AlimentaDb db, BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancel) => engine.BulkStoreAsync(db, table, rows, cancel);

    public Task<long?> ClaimPartitionAsync(AlimentaDb db, long stepId, string worker, DateTime now, DateTime leaseUntil, CancellationToken cancel) => engine.ClaimPartitionAsync(db, stepId, worker, now, leaseUntil, cancel);

    public Task<bool> RenewPartitionAsync(AlimentaDb db, long partitionId, long token, TimeSpan lease, CancellationToken cancel) => engine.RenewPartitionAsync(db, partitionId, token, lease, cancel);

    public Task<IAsyncDisposable> BeginSnapshotAsync(AlimentaDb db, CancellationToken cancel) => engine.BeginSnapshotAsync(db, cancel);

    public Failure Classify(Exception failure) => engine.Classify(failure);

    public Task<DbTransaction> BeginMigrationAsync(DbConnection connection, CancellationToken cancel) => engine.BeginMigrationAsync(connection, cancel);

    public Task PrepareDatabaseAsync(DbConnection connection, CancellationToken cancel) => engine.PrepareDatabaseAsync(connection, cancel);

    public Task<IReadOnlyList<string>> UnsafeSettingsAsync(CancellationToken cancel) => engine.UnsafeSettingsAsync(cancel);
}
