using System.Diagnostics;
using Alimenta.Data.Postgres;
using Alimenta.Office.Training;
using Npgsql;

namespace Alimenta.Nemesis;

/// <summary>A private PostgreSQL server that may crash, run out of connections and out of disk.</summary>
internal sealed class StormServer : IDisposable
{
    private const int DiskMib = 1_536;
    private const string Settings = $"shared_buffers = 64MB\nmax_wal_size = 128MB\nmin_wal_size = 32MB\nmax_connections = 60\ncluster_name = '{SimulatedClock.Cluster}'";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan ToRecover = TimeSpan.FromSeconds(30);
    private readonly PrivateServer _server;

    private StormServer(PrivateServer server, OwnDisk disk) => (_server, Disk) = (server, disk);

    /// <summary>Where it keeps all that it has.</summary>
    public OwnDisk Disk { get; }

    /// <summary>Its port.</summary>
    public int Port => _server.Port;

    /// <summary>Starts it in a folder; on a disk of its own where this account may mount one.</summary>
    public static StormServer Start(string folder)
    {
        // The server's own account must be able to pass through.
        OwnDisk.Run("chmod", "go+x", folder);
        var disk = OwnDisk.Mount(Path.Combine(folder, "disk"), DiskMib);
        try
        {
            return new(PrivateServer.Start(Path.Combine(disk.Folder, "pg"), Settings), disk);
        }
        catch
        {
            disk.Dispose();
            throw;
        }
    }

    /// <summary>How to reach a database of it, straight.</summary>
    public string ConnectionString(string database) => _server.ConnectionString(database);

    /// <summary>Runs a statement.</summary>
    public void Execute(string sql) => _server.Execute("postgres", sql);

    /// <summary>Runs a statement in a database, past every guard of the product.</summary>
    public void Execute(string database, string sql) => _server.Execute(database, sql);

    /// <summary>Where it writes what it has to say.</summary>
    public string LogFile => Path.Combine(_server.Folder, "log");

    /// <summary>Stops it as a crash would.</summary>
    public void Crash() => _server.Crash();

    /// <summary>Kills the process that listens.</summary>
    public void Kill() => _server.Kill();

    /// <summary>Kills a process that serves a connection to the storm's database, if there is one.</summary>
    public void KillBackend(Dice chance)
    {
        var serving = new List<int>();
        using (var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false"))
        {
            connection.Open();
            using var command = new NpgsqlCommand("select pid from pg_stat_activity where datname = 'storm' order by pid", connection);
            using var rows = command.ExecuteReader();
            while (rows.Read()) serving.Add(rows.GetInt32(0));
        }

        if (serving.Count > 0) _server.Kill(serving[chance.Below(serving.Count)]);
    }

    /// <summary>Starts it again, if it does not run, and waits until it answers: processes of one that was killed may be about to end, and one that recovers by itself only needs time.</summary>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public void EnsureRuns()
    {
        // What this process keeps open to a server that went is of no use.
        NpgsqlConnection.ClearAllPools();
        for (var looked = Stopwatch.StartNew(); !Answers(); Thread.Sleep(Pause))
        {
            try
            {
                _server.StartServer();
            }
            catch (InvalidOperationException) when (looked.Elapsed < ToRecover)
            {
                // It is about to end, or recovers by itself: look again.
            }
        }
    }

    /// <summary>Takes the connections that are left, for a while.</summary>
    public async Task StormAsync(TimeSpan length, CancellationToken cancel)
    {
        var taken = new List<NpgsqlConnection>();
        try
        {
            while (taken.Count < 200)
            {
                var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
                taken.Add(connection);
                await connection.OpenAsync(cancel);
            }
        }
        catch (NpgsqlException)
        {
            // None is left: that was the aim.
        }

        await Task.Delay(length, cancel);
        foreach (var connection in taken) await connection.DisposeAsync();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _server.Dispose();
        Disk.Dispose();
    }

    private bool Answers()
    {
        try
        {
            Execute("select 1");
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
