using System.Security.Cryptography;
using System.Text;
using Alimenta.Data;
using Alimenta.Data.Postgres;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Bench;

/// <summary>A private PostgreSQL server with a made-up caseload, kept between runs.</summary>
public sealed class BenchOffice : IDisposable
{
    /// <summary>Durable as in production; memory and log as docs/operations/capacity.md advises for a machine of this size.</summary>
    private const string Settings = """
        shared_buffers = 4GB
        effective_cache_size = 12GB
        maintenance_work_mem = 512MB
        work_mem = 64MB
        max_wal_size = 16GB
        checkpoint_timeout = 15min
        checkpoint_completion_target = 0.9
        random_page_cost = 1.1
        log_min_duration_statement = 150ms
        """;

    private readonly PrivateServer _server;

    private BenchOffice(PrivateServer server, AlimentaStore store, PolicyDesk policies, CaseloadPlan plan) => (_server, Store, Policies, Plan) = (server, store, policies, plan);

    public AlimentaStore Store { get; }

    public PolicyDesk Policies { get; }

    public CaseloadPlan Plan { get; }

    /// <summary>Opens the caseload of a plan; makes it first where there is none of this schema.</summary>
    public static async Task<BenchOffice> OpenAsync(string folder, CaseloadPlan plan, LawStore law, IProgress<string>? progress, CancellationToken cancel)
    {
        progress?.Report("Starting a private PostgreSQL server");
        var server = PrivateServer.Start(Path.Combine(folder, "pg"), Settings, keep: true);
        try
        {
            var policies = new PolicyDesk(law);
            var name = Database(plan);
            if (!await ExistsAsync(server, name, cancel))
            {
                server.Execute("postgres", $"drop database if exists making_{name} with (force)");
                server.Execute("postgres", $"create database making_{name}");
                var making = Open(server, $"making_{name}");
                await new Migrator(making).ApplyAsync(cancel);
                await new Caseload(making, policies, plan).MakeAsync(Environment.ProcessorCount, progress, cancel);
                Npgsql.NpgsqlConnection.ClearAllPools();
                progress?.Report("Gathering statistics");
                server.Execute($"making_{name}", "vacuum (analyze)");
                server.Execute("postgres", $"alter database making_{name} rename to {name}");
            }

            return new(server, Open(server, name), policies, plan);
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Writes all that the server holds in memory to disk, so that every leg begins alike.</summary>
    public void Checkpoint() => _server.Execute("postgres", "checkpoint");

    public void Dispose()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        _server.Dispose();
    }

    private static AlimentaStore Open(PrivateServer server, string name) => new(new PostgresEngine(server.ConnectionString(name)), TimeProvider.System);

    /// <summary>Another schema, another caseload.</summary>
    private static string Database(CaseloadPlan plan)
    {
        var schema = string.Concat(new PostgresEngine("Host=none").Migrations.Select(m => m.Sql));
        return $"cases_{plan.Cases}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(schema)))[..8]}";
    }

    private static async Task<bool> ExistsAsync(PrivateServer server, string name, CancellationToken cancel)
    {
        await using var connection = new Npgsql.NpgsqlConnection(server.ConnectionString("postgres"));
        await connection.OpenAsync(cancel);
        await using var command = new Npgsql.NpgsqlCommand("select count(*) from pg_database where datname = $1", connection) { Parameters = { new() { Value = name } } };
        return (long)(await command.ExecuteScalarAsync(cancel))! > 0;
    }
}
