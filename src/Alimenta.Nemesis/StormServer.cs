using System.Diagnostics;
using Alimenta.Data.Postgres;
using Npgsql;

namespace Alimenta.Nemesis;

/// <summary>A private PostgreSQL server that may crash, run out of connections and out of disk.</summary>
internal sealed class StormServer : IDisposable
{
    private const int DiskMib = 1_536;
    private const string Settings = "shared_buffers = 64MB\nmax_wal_size = 128MB\nmin_wal_size = 32MB\nmax_connections = 60";
    private readonly PrivateServer _server;
    private readonly string _disk;

    private StormServer(PrivateServer server, string disk, bool ownDisk) => (_server, _disk, OwnDisk) = (server, disk, ownDisk);

    /// <summary>Whether its disk is its own, so that filling it harms nobody else.</summary>
    public bool OwnDisk { get; }

    /// <summary>Its port.</summary>
    public int Port => _server.Port;

    /// <summary>Starts it in a folder; on a disk of its own where this account may mount one.</summary>
    public static StormServer Start(string folder)
    {
        // The server's own account must be able to pass through.
        Run("chmod", "go+x", folder);
        var disk = Directory.CreateDirectory(Path.Combine(folder, "disk")).FullName;
        var own = Run("mount", "-t", "tmpfs", "-o", $"size={DiskMib}m,mode=755", "tmpfs", disk) == 0;
        try
        {
            return new(PrivateServer.Start(Path.Combine(disk, "pg"), Settings), disk, own);
        }
        catch
        {
            if (own) Run("umount", disk);
            throw;
        }
    }

    /// <summary>How to reach a database of it, straight.</summary>
    public string ConnectionString(string database) => _server.ConnectionString(database);

    /// <summary>Runs a statement.</summary>
    public void Execute(string sql) => _server.Execute("postgres", sql);

    /// <summary>Stops it as a crash would.</summary>
    public void Crash() => _server.Crash();

    /// <summary>Starts it again, if it does not run.</summary>
    public void EnsureRuns()
    {
        // What this process keeps open to a server that went is of no use.
        NpgsqlConnection.ClearAllPools();
        if (!Answers()) _server.StartServer();
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

    /// <summary>Fills its disk to the last byte, for a while.</summary>
    public async Task FillAsync(TimeSpan length, CancellationToken cancel)
    {
        var filler = Path.Combine(_disk, "filler");
        try
        {
            await using (var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, 0))
            {
                var block = new byte[1 << 20];
                try
                {
                    while (true) await file.WriteAsync(block, cancel);
                }
                catch (IOException)
                {
                    // Full.
                }
            }

            await Task.Delay(length, cancel);
        }
        finally
        {
            File.Delete(filler);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        _server.Dispose();
        if (OwnDisk) Run("umount", _disk);
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

    private static int Run(string file, params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(file, words) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 127;
        }
    }
}
