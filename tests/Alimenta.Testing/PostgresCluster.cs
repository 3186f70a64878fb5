using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Alimenta.Testing;

/// <summary>A private PostgreSQL server in a temporary folder, one for each test process; it ends with the process, however that ends.</summary>
/// <remarks>Its own settings are fast and unsafe (no fsync), as befits tests of logic; <see cref="Start"/> with durable true is for tests of crashes.</remarks>
public sealed class PostgresCluster : IDisposable
{
    private const string Account = "postgres";
    private static readonly Lazy<PostgresCluster> One = new(() => Start(durable: false));

    private readonly string _tools;
    private bool _stopped;

    private PostgresCluster(string tools, string folder, int port) => (_tools, Folder, Port) = (tools, folder, port);

    /// <summary>The server of this test process, started on first use.</summary>
    public static PostgresCluster Shared => One.Value;

    public string Folder { get; }

    public int Port { get; }

    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={Port};Username={Account};Database={database};Maximum Pool Size=40;Timeout=20;Command Timeout=120";

    /// <summary>Starts a server of its own.</summary>
    public static PostgresCluster Start(bool durable)
    {
        var tools = FindTools();
        var folder = durable ? Directory.CreateTempSubdirectory("alimenta-pg-").FullName : Directory.CreateDirectory(Path.Combine(TestFolder.Path, "pg")).FullName;
        var cluster = new PostgresCluster(tools, folder, FreePort());
        if (Environment.UserName == "root") Run("chown", Account, folder);
        cluster.AsServer("initdb", "-D", $"{folder}/data", "-U", Account, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var settings = $"""
            listen_addresses = '127.0.0.1'
            port = {cluster.Port}
            unix_socket_directories = '{folder}'
            max_connections = 200
            {(durable ? "" : "fsync = off\nsynchronous_commit = off\nfull_page_writes = off")}
            """;
        cluster.AsServer("sh", "-c", $"cat >> {folder}/data/postgresql.conf <<'END'\n{settings}\nEND");
        cluster.StartServer();
        cluster.EndWithThisProcess();
        return cluster;
    }

    /// <summary>Starts the server again after it was stopped hard.</summary>
    public void StartServer() => AsServer("pg_ctl", "-D", $"{Folder}/data", "-l", $"{Folder}/log", "-w", "start");

    /// <summary>Stops the server as a crash would: nothing is finished, and it must recover when it starts again.</summary>
    public void Crash() => AsServer("pg_ctl", "-D", $"{Folder}/data", "-m", "immediate", "-w", "stop");

    /// <summary>Runs one statement in a database.</summary>
    public void Execute(string database, string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString(database) + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Test code, own text.
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
            Crash();
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            Console.Error.WriteLine($"The test server in {Folder} could not be removed: {failure.Message}");
        }
    }

    // A shell that waits for this process to go: it also stops the server of a test run that was killed. By number, because the folder may be gone before.
    private void EndWithThisProcess() => AsServer("sh", "-c",
        $"(while [ -d /proc/{Environment.ProcessId} ] && [ -d {Folder}/data ]; do seen=$(head -n 1 {Folder}/data/postmaster.pid); server=${{seen:-$server}}; sleep 1; done; "
        + $"grep -q {Folder}/data /proc/$server/cmdline && kill -QUIT $server; sleep 1; rm -rf {Folder}) </dev/null >/dev/null 2>&1 &");

    private static string FindTools()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Where(p => p.Length > 0);
        var installed = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var version) ? version : 0).Select(d => Path.Combine(d, "bin"))
            : [];
        return installed.Concat(onPath).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")))
            ?? throw new InvalidOperationException("PostgreSQL is not installed on this machine (no initdb and pg_ctl were found): install the package postgresql and run the tests again.");
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
        if (!process.WaitForExit(TimeSpan.FromSeconds(60))) throw new InvalidOperationException($"{file} did not finish within a minute.");
        if (process.ExitCode != 0) throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} failed: {errors}");
    }
}
