using Alimenta.Data.Postgres;
using Npgsql;

namespace Alimenta.Bench;

/// <summary>A private PostgreSQL server, kept between runs.</summary>
public sealed class BenchServer : IDisposable
{
    private const int MostSharedMib = 16 * 1024, MostCachedMib = 12 * 1024, MaintenanceMib = 512;

    private readonly PrivateServer _server;

    private BenchServer(PrivateServer server) => _server = server;

    /// <summary>Durable as in production; memory by what the machine has: a quarter for the server's own pages, half for what the system keeps of files.</summary>
    public static string Configuration { get; } = $"""
        shared_buffers = {Mib(4, MostSharedMib)}MB
        effective_cache_size = {Mib(2, MostCachedMib)}MB
        maintenance_work_mem = {Mib(16, MaintenanceMib)}MB
        work_mem = 64MB
        max_wal_size = 16GB
        checkpoint_timeout = 15min
        checkpoint_completion_target = 0.9
        random_page_cost = 1.1
        wal_compression = lz4
        log_min_duration_statement = 150ms
        """;

    /// <summary>Starts it; makes it first where the folder holds none.</summary>
    public static BenchServer Start(string folder) => new(PrivateServer.Start(Path.Combine(folder, "pg"), Configuration, keep: true));

    /// <summary>Where it writes what it has to say.</summary>
    public string LogFile => Path.Combine(_server.Folder, "log");

    /// <summary>How to reach a database of it.</summary>
    public string ConnectionString(string database) => _server.ConnectionString(database);

    /// <summary>Runs a statement.</summary>
    public void Execute(string database, string sql) => _server.Execute(database, sql);

    /// <summary>Writes all that the server holds in memory to disk, so that what follows begins alike.</summary>
    public void Checkpoint() => Execute("postgres", "checkpoint");

    /// <summary>Kills the server as a failure of the machine would.</summary>
    public void Crash() => _server.Crash();

    /// <summary>Starts it again; it recovers what was committed.</summary>
    public void StartAgain()
    {
        _server.StartServer();

        // The connections that were kept lead nowhere now.
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>The first column of the first row.</summary>
    public async Task<T> AskAsync<T>(string database, string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database));
        await connection.OpenAsync(cancel);
#pragma warning disable CA2100 // Constants of the legs.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        return (T)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Drops a database with all that is connected to it, if there is one.</summary>
    public void Drop(string database) => Execute("postgres", $"drop database if exists {database} with (force)");

    /// <summary>The names of its databases that begin so.</summary>
    public async Task<string[]> NamesAsync(string prefix, CancellationToken cancel) => await AskAsync<string[]>("postgres", $"select coalesce(array_agg(datname::text), '{{}}') from pg_database where starts_with(datname::text, '{prefix}')", cancel);

    /// <summary>Whether there is such a database.</summary>
    public async Task<bool> HasAsync(string database, CancellationToken cancel) => await AskAsync<long>("postgres", $"select count(*) from pg_database where datname = '{database}'", cancel) > 0;

    private static long Mib(int part, long most) => Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / part >> 20, most);

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _server.Dispose();
    }
}
