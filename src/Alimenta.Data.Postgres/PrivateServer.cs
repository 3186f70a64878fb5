using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Alimenta.Data.Postgres;

/// <summary>A private PostgreSQL server in a folder, for benchmarks, simulations and tests. It ends with the process that started it, however that ends.</summary>
public sealed class PrivateServer : IDisposable
{
    private const string Account = "postgres";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _tools;
    private readonly bool _keep;
    private bool _stopped;

    private PrivateServer(string tools, string folder, int port, bool keep) => (_tools, Folder, Port, _keep) = (tools, folder, port, keep);

    public string Folder { get; }

    public int Port { get; }

    /// <summary>Starts a server; makes it first where the folder holds none.</summary>
    /// <param name="folder">Its folder.</param>
    /// <param name="settings">Lines for its configuration beside the address.</param>
    /// <param name="keep">Whether the folder stays when the server ends, to be started again.</param>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or the server does not start; the message says why.</exception>
    public static PrivateServer Start(string folder, string settings = "", bool keep = false)
    {
        var server = new PrivateServer(FindTools(), Directory.CreateDirectory(folder).FullName, FreePort(), keep);
        if (!File.Exists($"{folder}/made"))
        {
            if (Environment.UserName == "root") Run("chown", Account, folder);
            server.AsServer("initdb", "-D", $"{folder}/data", "-U", Account, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
            server.AsServer("touch", $"{folder}/made");
        }

        var address = $"listen_addresses = '127.0.0.1'\nport = {server.Port}\nunix_socket_directories = '{folder}'\nmax_connections = 200\n{settings}\n";
        server.AsServer("sh", "-c", $"cat > {folder}/data/postgresql.auto.conf <<'END'\n{address}END");
        server.StartServer();
        server.EndWithThisProcess();
        return server;
    }

    /// <summary>How to reach a database of it.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username={Account};Database={database};Maximum Pool Size=40;Timeout=20;Command Timeout=120";

    /// <summary>A second server with all that this one holds, made from a backup while it runs.</summary>
    /// <param name="folder">Its folder, which holds no server yet.</param>
    /// <param name="follow">Whether it goes on to follow this one; it can be read, and takes over when it is promoted. Else it is a restored backup that stands for itself.</param>
    public PrivateServer Copy(string folder, bool follow)
    {
        Directory.CreateDirectory(folder);
        if (Environment.UserName == "root") Run("chown", Account, folder);
        var from = $"host=127.0.0.1 port={Port} user={Account}";
        AsServer("pg_basebackup", [.. (string[])["-d", from, "-D", $"{folder}/data", "-X", "stream", "-c", "fast"], .. follow ? (string[])["-R"] : []]);
        AsServer("touch", $"{folder}/made");
        return Start(folder, follow ? $"primary_conninfo = '{from} application_name=follower'" : "");
    }

    /// <summary>Makes a follower the server that is written to.</summary>
    public void Promote() => AsServer("pg_ctl", "-D", $"{Folder}/data", "-w", "-t", "100", "promote");

    /// <summary>Starts the server again after it was stopped hard.</summary>
    public void StartServer() => AsServer("pg_ctl", "-D", $"{Folder}/data", "-l", $"{Folder}/log", "-w", "-t", "100", "start");

    /// <summary>Stops the server as a crash would: nothing is finished, and it must recover when it starts again.</summary>
    public void Crash() => Stop("immediate");

    /// <summary>Kills (kill -9) the process that listens; those that serve connections notice that it is gone and end.</summary>
    public void Kill() => AsServer("sh", "-c", $"kill -9 $(head -n 1 {Folder}/data/postmaster.pid)");

    /// <summary>Kills (kill -9) one process of the server by its number.</summary>
    public void Kill(int process) => AsServer("kill", "-9", process.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Runs one statement in a database.</summary>
    public void Execute(string database, string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false;Command Timeout=0");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The caller's own text; nothing from outside reaches this.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        if (_stopped) return;
        _stopped = true;
        try
        {
            if (File.Exists($"{Folder}/data/postmaster.pid")) Stop(_keep ? "fast" : "immediate");
            if (!_keep) Directory.Delete(Folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            Console.Error.WriteLine($"The private server in {Folder} could not be removed: {failure.Message}");
        }
    }

    private void Stop(string mode) => AsServer("pg_ctl", "-D", $"{Folder}/data", "-m", mode, "-w", "-t", "100", "stop");

    // A shell that waits for this process to go: it also stops the server of a run that was killed. By number, because the folder may be gone before.
    private void EndWithThisProcess() => AsServer("sh", "-c",
        $"(while [ -d /proc/{Environment.ProcessId} ] && [ -d {Folder}/data ]; do seen=$(head -n 1 {Folder}/data/postmaster.pid); server=${{seen:-$server}}; sleep 1; done; "
        + $"grep -q {Folder}/data /proc/$server/cmdline && kill -{(_keep ? "INT" : "QUIT")} $server; {(_keep ? ":" : $"sleep 1; rm -rf {Folder}")}) </dev/null >/dev/null 2>&1 &");

    private static string FindTools()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Where(p => p.Length > 0);
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0).Select(d => Path.Combine(d, "bin"))
            : [];
        return installed.Concat(onPath).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")))
            ?? throw new InvalidOperationException("PostgreSQL is not installed on this machine (no initdb and pg_ctl were found): install the package postgresql and try again.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    // The server refuses to run as root, so root lends the work to the server's own account.
    private void AsServer(string tool, params string[] arguments)
    {
        var file = File.Exists(Path.Combine(_tools, tool)) ? Path.Combine(_tools, tool) : tool;
        if (Environment.UserName == "root") Run("runuser", ["-u", Account, "--", file, .. arguments]);
        else Run(file, arguments);
    }

    private static void Run(string file, params string[] arguments)
    {
        var start = new ProcessStartInfo(file) { RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = "/" };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start.");

        // The server inherits the pipes of pg_ctl and keeps them open, so they are read beside and not to their end.
        var errors = "";
        process.ErrorDataReceived += (_, line) => errors += line.Data + "\n";
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        if (!process.WaitForExit(Patience)) throw new InvalidOperationException($"{file} did not finish within {Patience.TotalMinutes:0} minutes.");
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} failed: {errors}");
    }
}
