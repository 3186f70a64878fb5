using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Alimenta.Data.Sqlite;

/// <summary>SQLite: the embedded engine, one file and one writer at a time.</summary>
public sealed class SqliteEngine : IEngine, IDisposable
{
    private const int WaitSeconds = 30;
    private const string WriteAhead = "pragma journal_mode = wal";
    private readonly string _connectionString;
    private readonly string _readingString;
    private readonly SemaphoreSlim _writer = new(1, 1);
    private bool _readersGoOn;

    /// <param name="path">The file of the database; made when it is not there.</param>
    public SqliteEngine(string path)
    {
        Path = System.IO.Path.GetFullPath(path);
        var builder = new SqliteConnectionStringBuilder { DataSource = Path, ForeignKeys = true, DefaultTimeout = WaitSeconds };
        _connectionString = builder.ConnectionString;
        builder.Mode = SqliteOpenMode.ReadOnly;
        _readingString = builder.ConnectionString;
    }

    public string Path { get; }

    public string Name => "sqlite";

    public bool ReservesIdsInside => true;

    public IReadOnlyList<Migration> Migrations { get; } = Migrator.Embedded(typeof(SqliteEngine).Assembly);

    public void Configure(DbContextOptionsBuilder options, bool readOnly) =>
        options.UseSqlite(readOnly ? _readingString : _connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)).AddInterceptors(Pragmas.Instance);

    public DbConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == System.Data.ConnectionState.Open) Pragmas.Set(connection);
        };
        return connection;
    }

    public async Task<IDisposable> EnterWriterAsync(CancellationToken cancel)
    {
        if (!await _writer.WaitAsync(TimeSpan.FromSeconds(WaitSeconds), cancel)) throw new TimeoutException("The database file is busy: another writer did not finish in time.");
        LetReadersGoOn();
        return new Turn(_writer);
    }

    public IDisposable EnterWriter()
    {
        if (!_writer.Wait(TimeSpan.FromSeconds(WaitSeconds))) throw new TimeoutException("The database file is busy: another writer did not finish in time.");
        LetReadersGoOn();
        return new Turn(_writer);
    }

    // A transaction begins with BEGIN IMMEDIATE: whoever writes is alone, so there is nothing finer to lock.
    public Task LockKeyAsync(AlimentaDb db, string key, CancellationToken cancel) => Task.CompletedTask;

    public async Task<IReadOnlyList<CircleState>> LockCirclesAsync(AlimentaDb db, IReadOnlyList<long> circles, CancellationToken cancel)
    {
        var list = $"[{string.Join(',', circles)}]";
        await db.Database.ExecuteSqlAsync(
            $"insert into circle_state (circle_id, version, through_date, state_text) select value, 0, '0001-01-01', '' from json_each({list}) where true on conflict (circle_id) do nothing", cancel);
        return await db.CircleStates.FromSql($"select * from circle_state where circle_id in (select value from json_each({list}))").AsNoTracking().ToListAsync(cancel);
    }

    public Task LockChainAsync(AlimentaDb db, CancellationToken cancel) => Task.CompletedTask;

    public Task BulkInsertAsync(AlimentaDb db, BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancel) => BulkAsync(db, table, "", rows, cancel);

    public Task BulkStoreAsync(AlimentaDb db, BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancel) => BulkAsync(db, table, table.OrReplace, rows, cancel);

    private static Task BulkAsync(AlimentaDb db, BulkTable table, string ending, IReadOnlyCollection<object> rows, CancellationToken cancel)
    {
        var sql = $"insert into \"{table.Name}\" ({table.ColumnList}) values ({string.Join(", ", table.Columns.Select(_ => "?"))}) {ending}";
        using var statement = new SqliteRows((SqliteConnection)db.Database.GetDbConnection(), sql);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            table.Write(row, statement);
            statement.Run();
        }

        return Task.CompletedTask;
    }

    public async Task<long?> ClaimPartitionAsync(AlimentaDb db, long stepId, string worker, DateTime now, DateTime leaseUntil, CancellationToken cancel)
    {
        var claimed = await db.Database.SqlQuery<long>(
            $"""
             update batch_partition set status = 'claimed', worker = {worker}, lease_until = {leaseUntil}, token = token + 1
             where id = (select id from batch_partition
                         where step_id = {stepId} and (status = 'pending' or (status = 'claimed' and lease_until < {now}))
                         order by number limit 1)
             returning id as "Value"
             """).ToListAsync(cancel);
        return claimed.Count == 0 ? null : claimed[0];
    }

    // Deferred: a transaction that only reads sees the file as it was at its first read and holds up no writer.
    public async Task<IAsyncDisposable> BeginSnapshotAsync(AlimentaDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return transaction;
    }

    // 5 busy, 6 locked: rolled back. 10 input/output, 13 full: the same error would come again until someone helps.
    // While the part is worked nobody else can write, so nobody can take it over either; a renewal could only wait for the work that it is to protect.
    public Task<bool> RenewPartitionAsync(AlimentaDb db, long partitionId, long token, TimeSpan lease, CancellationToken cancel) => Task.FromResult(true);

    // 5, 6: busy. 18, 19, 20: too large, a rule that the database holds, a value of another type.
    public Failure Classify(Exception failure) => Of(failure);

    /// <summary>What sort of failure it is, whichever file it comes from.</summary>
    public static Failure Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is SqliteException { SqliteErrorCode: 5 or 6 }) return Failure.RolledBack;
            if (cause is SqliteException { SqliteErrorCode: 18 or 19 or 20 }) return Failure.Refused;
        }

        return Failure.Final;
    }

    public async Task<DbTransaction> BeginMigrationAsync(DbConnection connection, CancellationToken cancel) =>
        await connection.BeginTransactionAsync(cancel);

    public async Task PrepareDatabaseAsync(DbConnection connection, CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = WriteAhead;
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task<IReadOnlyList<string>> UnsafeSettingsAsync(CancellationToken cancel)
    {
        await using var connection = Connect();
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = "select (select journal_mode from pragma_journal_mode), (select synchronous from pragma_synchronous), (select foreign_keys from pragma_foreign_keys)";
        await using var row = await command.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        var found = new List<string>();
        if (row.GetString(0) is "off" or "memory") found.Add($"journal_mode is {row.GetString(0)}");
        if (row.GetInt64(1) < 2) found.Add("synchronous is below full");
        if (row.GetInt64(2) == 0) found.Add("foreign_keys is off");
        return found;
    }

    /// <summary>Closes the connections that are kept ready, so that the file may be moved or removed.</summary>
    public void Dispose()
    {
        foreach (var pool in (string[])[_connectionString, _readingString])
        {
            using var connection = new SqliteConnection(pool);
            SqliteConnection.ClearPool(connection);
        }

        _writer.Dispose();
    }

    // A file that was copied (vacuum into, a restored backup) is no longer in the mode in which a commit need not wait for those who read.
    private void LetReadersGoOn()
    {
        if (_readersGoOn) return;
        using var connection = new SqliteConnection(_connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = WriteAhead;
        command.ExecuteNonQuery();
        _readersGoOn = true;
    }

    private sealed class Turn(SemaphoreSlim writer) : IDisposable
    {
        private SemaphoreSlim? _writer = writer;

        public void Dispose() => Interlocked.Exchange(ref _writer, null)?.Release();
    }

    /// <summary>Set on every connection: a commit waits until it is on the disk.</summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static readonly Pragmas Instance = new();

        public static void Set(DbConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "pragma synchronous = full";
            command.ExecuteNonQuery();
        }

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Set(connection);

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Set(connection);
            return Task.CompletedTask;
        }
    }
}
