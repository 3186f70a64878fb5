using System.Data.Common;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Alimenta.Data.Postgres;

/// <summary>PostgreSQL: the statewide engine, with any number of processes beside each other.</summary>
public sealed class PostgresEngine : IEngine
{
    // Advisory locks come in spaces, so that a key and a migration can never mean the same lock.
    private const int KeySpace = 0x414C01;
    private const int ChainSpace = 0x414C02;
    private const int MigrationSpace = 0x414C03;
    private const int PreparedAConnection = 200;

    private readonly string _connectionString;
    private readonly string _readingString;

    /// <param name="connectionString">An ordinary connection string, or a postgres:// address.</param>
    public PostgresEngine(string connectionString)
    {
        _connectionString = WithOptions(connectionString).ConnectionString;
        _readingString = ForReading(connectionString);
    }

    /// <summary>The connection string of those who only read.</summary>
    internal static string ForReading(string connectionString)
    {
        var builder = WithOptions(connectionString);
        builder.Options += " -c default_transaction_read_only=on";

        // A page asks the same few statements again and again; to plan one takes longer than to answer it.
        if (!connectionString.Replace(" ", "", StringComparison.Ordinal).Contains("AutoPrepare", StringComparison.OrdinalIgnoreCase)) (builder.MaxAutoPrepare, builder.AutoPrepareMinUsages) = (PreparedAConnection, 2);
        return builder.ConnectionString;
    }

    // A lock that does not come is a reason to try again, and a worker that died in a transaction must not hold others up for ever.
    private static NpgsqlConnectionStringBuilder WithOptions(string connectionString)
    {
        var builder = new NpgsqlConnectionStringBuilder(PostgresAddress.ToConnectionString(connectionString));
        builder.Options ??= "-c lock_timeout=15000 -c idle_in_transaction_session_timeout=300000";
        return builder;
    }

    public string Name => "postgres";

    public bool ReservesIdsInside => false;

    public IReadOnlyList<Migration> Migrations { get; } = Migrator.Embedded(typeof(PostgresEngine).Assembly);

    public void Configure(DbContextOptionsBuilder options, bool readOnly)
    {
        if (readOnly) options.UseNpgsql(_readingString, postgres => postgres.ExecutionStrategy(context => new ReadAgain(this, context)));
        else options.UseNpgsql(_connectionString);
    }

    public DbConnection Connect() => new NpgsqlConnection(_connectionString);

    public Task<IDisposable> EnterWriterAsync(CancellationToken cancel) => Task.FromResult<IDisposable>(NoTurn.Instance);

    public IDisposable EnterWriter() => NoTurn.Instance;

    public Task LockKeyAsync(AlimentaDb db, string key, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({KeySpace}, hashtext({key}))", cancel);

    // Row locks and not advisory ones: a batch locks thousands, and advisory locks live in a small shared table.
    public async Task<IReadOnlyList<CircleState>> LockCirclesAsync(AlimentaDb db, IReadOnlyList<long> circles, CancellationToken cancel)
    {
        var ids = circles.ToArray();
        var locked = await LockedAsync();
        if (locked.Count == ids.Length) return locked;
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into circle_state (circle_id, version, through_date, state_text)
             select id, 0, date '0001-01-01', '' from unnest({ids}) as id order by id
             on conflict (circle_id) do nothing
             """, cancel);
        return await LockedAsync();

        Task<List<CircleState>> LockedAsync() => db.CircleStates.FromSql($"select * from circle_state where circle_id = any({ids}) order by circle_id for update").AsNoTracking().ToListAsync(cancel);
    }

    public Task LockChainAsync(AlimentaDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({ChainSpace}, 0)", cancel);

    public Task BulkInsertAsync(AlimentaDb db, BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancel) => CopyAsync(db, table, table.Name, rows, cancel);

    public async Task BulkStoreAsync(AlimentaDb db, BulkTable table, IReadOnlyCollection<object> rows, CancellationToken cancel)
    {
        var arrays = new ColumnArrays(table);
        foreach (var row in rows) table.Write(row, arrays);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
#pragma warning disable CA2100 // Names come from the model.
        command.CommandText = $"insert into \"{table.Name}\" ({table.ColumnList}) select * from unnest({string.Join(", ", table.Columns.Select((_, i) => $"${i + 1}"))}) {table.OrReplace}";
#pragma warning restore CA2100
        command.Parameters.AddRange(arrays.Values());
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task CopyAsync(AlimentaDb db, BulkTable table, string into, IReadOnlyCollection<object> rows, CancellationToken cancel)
    {
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (connection.State != System.Data.ConnectionState.Open) throw new ConnectionLostException("The connection to the database broke in the middle of a command.");
        await using var copy = await connection.BeginBinaryImportAsync($"copy \"{into}\" ({table.ColumnList}) from stdin (format binary)", cancel);
        var writer = new CopyRows(copy);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            copy.StartRow();
            table.Write(row, writer);
        }

        await copy.CompleteAsync(cancel);
    }

    // Leases go by the server's clock: those of the workers' machines may be apart, and a part that a worker with a late clock took and left would lie for as long.
    public async Task<long?> ClaimPartitionAsync(AlimentaDb db, long stepId, string worker, DateTime now, DateTime leaseUntil, CancellationToken cancel)
    {
        var lease = leaseUntil - now;
        var claimed = await db.Database.SqlQuery<long>(
            $"""
             update batch_partition set status = 'claimed', worker = {worker}, lease_until = clock_timestamp() + {lease}, token = token + 1
             where id = (select id from batch_partition
                         where step_id = {stepId} and (status = 'pending' or (status = 'claimed' and lease_until < clock_timestamp()))
                         order by number limit 1 for update skip locked)
             returning id as "Value"
             """).ToListAsync(cancel);
        return claimed.Count == 0 ? null : claimed[0];
    }

    public async Task<bool> RenewPartitionAsync(AlimentaDb db, long partitionId, long token, TimeSpan lease, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"update batch_partition set lease_until = clock_timestamp() + {lease} where id = {partitionId} and token = {token} and status = 'claimed'", cancel) == 1;

#pragma warning disable RS0030 // A transaction that only reads.
    public async Task<IAsyncDisposable> BeginSnapshotAsync(AlimentaDb db, CancellationToken cancel) =>
        await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
#pragma warning restore RS0030

    public Failure Classify(Exception failure) => Of(failure);

    /// <summary>What sort of failure it is, whichever server it comes from.</summary>
    public static Failure Of(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException server) return Classify(server.SqlState);
            if (cause is IOException or SocketException or TimeoutException or ConnectionLostException) return Failure.Unknown;
            if (cause is NpgsqlException { InnerException: null, IsTransient: true }) return Failure.Unknown;
        }

        return Failure.Final;
    }

    public async Task<DbTransaction> BeginMigrationAsync(DbConnection connection, CancellationToken cancel)
    {
        var transaction = await connection.BeginTransactionAsync(cancel);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"set local lock_timeout = 0; select pg_advisory_xact_lock({MigrationSpace}, 0); set local lock_timeout = '2s'";
        await command.ExecuteNonQueryAsync(cancel);
        return transaction;
    }

    public Task PrepareDatabaseAsync(DbConnection connection, CancellationToken cancel) => Task.CompletedTask;

    public async Task<IReadOnlyList<string>> UnsafeSettingsAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync(cancel);
        await using var command = connection.CreateCommand();
        command.CommandText = """
            select name || ' is ' || setting from pg_settings
            where (name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off')
               or (name = 'data_sync_retry' and setting = 'on')
            order by name
            """;
        var found = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) found.Add(rows.GetString(0));
        return found;
    }

    // 40: rolled back by the server (serialization, deadlock). 53: out of room. 55P03: lock not available. 57014: cancelled. 57P03: starting up.
    // 57P01, 57P02, 08: the connection is gone, perhaps during the commit. 22: a value does not fit. 23, P0001: a rule that the database holds.
    private static Failure Classify(string state) => state switch
    {
        "40001" or "40P01" or "55P03" or "57014" or "57P03" => Failure.RolledBack,
        "57P01" or "57P02" => Failure.Unknown,
        _ when state.StartsWith("53", StringComparison.Ordinal) => Failure.RolledBack,
        _ when state.StartsWith("08", StringComparison.Ordinal) => Failure.Unknown,
        "P0001" => Failure.Refused,
        _ when state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal) => Failure.Refused,
        _ => Failure.Final,
    };

    private sealed class NoTurn : IDisposable
    {
        public static readonly NoTurn Instance = new();

        public void Dispose()
        {
            // Nothing was taken: every writer may go at once.
        }
    }
}
