using System.Security.Cryptography;
using System.Text;
using Alimenta.Data;
using Alimenta.Data.Postgres;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Receipts;
using Npgsql;

namespace Alimenta.Bench;

/// <summary>A made-up caseload in a database of the private server, kept between runs.</summary>
public sealed class BenchOffice
{
    private const int MostOfAFile = 10_000;
    private readonly BenchServer _server;

    private BenchOffice(BenchServer server, string database, PolicyDesk policies, CaseloadPlan plan)
    {
        (_server, Database, Policies, Plan) = (server, database, policies, plan);
        ConnectionString = server.ConnectionString(database);
        Store = new(new PostgresEngine(ConnectionString), TimeProvider.System);
    }

    public string Database { get; }

    public string ConnectionString { get; }

    public AlimentaStore Store { get; }

    public PolicyDesk Policies { get; }

    public CaseloadPlan Plan { get; }

    /// <summary>Opens the caseload of a plan; makes it first where there is none of this schema, or where so much was paid by earlier runs that the families owe too little.</summary>
    public static async Task<BenchOffice> OpenAsync(BenchServer server, CaseloadPlan plan, LawStore law, IProgress<string> progress, CancellationToken cancel)
    {
        var policies = new PolicyDesk(law);
        var name = Name(plan);
        if (await server.HasAsync(name, cancel) && await IsWornAsync(server, name, plan, cancel)) server.Drop(name);
        if (!await server.HasAsync(name, cancel))
        {
            // Those of other schemas are as large, and of no use to this program.
            foreach (var other in await server.NamesAsync(Prefix(plan), cancel)) server.Drop(other);
            await MakeAsync(server, name, plan, policies, progress, cancel);
        }

        return new(server, name, policies, plan);
    }

    /// <summary>A copy of it, for a leg that changes more than payments do. Drop it when done.</summary>
    public BenchOffice Copy(string name)
    {
        NpgsqlConnection.ClearAllPools();
        _server.Drop(name);
        _server.Execute("postgres", $"create database {name} template {Database} strategy file_copy");
        return new(_server, name, Policies, Plan);
    }

    /// <summary>Lets go of every connection, so that new settings of the database hold.</summary>
    public static void Reconnect() => NpgsqlConnection.ClearAllPools();

    /// <summary>Drops a copy.</summary>
    public void Drop()
    {
        NpgsqlConnection.ClearAllPools();
        _server.Drop(Database);
    }

    /// <summary>The number of a case, as people write it.</summary>
    public static string CaseNumber(int i) => CaseloadFacts.Number(i).ToString();

    /// <summary>Last and first name of whoever pays in a case.</summary>
    public static (string Last, string First) Payor(int i) => CaseloadFacts.Payor(i);

    /// <summary>Posts the next file of payments.</summary>
    public Task PostAsync(int payments, CancellationToken cancel) => PostedFile.PostAsync(this, payments, cancel);

    /// <summary>A file that no office has seen yet, of as many payments as one file can hold.</summary>
    public async Task<byte[]> FileAsync(int payments, CancellationToken cancel) => Payday.WholeBank(await NextFileAsync(cancel), payments, Plan);

    /// <summary>Posts files whose payors nobody knows, until so many receipts wait to be identified.</summary>
    public async Task StrangersAsync(int receipts, CancellationToken cancel)
    {
        for (var wanted = receipts - await CountAsync(); wanted > 0; wanted = receipts - await CountAsync())
        {
            var number = await NextFileAsync(cancel);
            var done = await new ReceiveFile(Store, Policies).RunAsync($"strangers-{number}.ach", Payday.File(number, 0, Math.Min(wanted, MostOfAFile), Plan, strangers: true), Actor.Program("bench"), null, cancel);
            if (!done.Ok || done.Value.Unidentified == 0) throw new InvalidOperationException($"Nobody's money did not come in: {done.Refusal?.ToString() ?? done.Value.Status}");
        }

        async Task<int> CountAsync() => (int)await AskAsync<long>("select count(*) from receipt where status = 'unidentified'", cancel);
    }

    /// <summary>How many payments fit into a file of so many records.</summary>
    public static int PaymentsIn(int records) => Payday.PaymentsIn(records);

    /// <summary>The number of the next file: one that no earlier run has used. Numbers of rows do not tell: each program takes them out of a block of its own.</summary>
    public async Task<int> NextFileAsync(CancellationToken cancel) => (int)await _server.AskAsync<long>(Database, "select count(*) + 1 from inbound_file", cancel);

    /// <summary>The first column of the first row.</summary>
    public Task<T> AskAsync<T>(string sql, CancellationToken cancel) => _server.AskAsync<T>(Database, sql, cancel);

    /// <summary>Runs a statement as the owner of the server, past every guard of the product.</summary>
    public void Execute(string sql) => _server.Execute(Database, sql);

    private static async Task MakeAsync(BenchServer server, string name, CaseloadPlan plan, PolicyDesk policies, IProgress<string> progress, CancellationToken cancel)
    {
        server.Drop($"making_{name}");
        server.Execute("postgres", $"create database making_{name}");
        var making = new AlimentaStore(new PostgresEngine(server.ConnectionString($"making_{name}")), TimeProvider.System);
        await new Migrator(making).ApplyAsync(cancel);
        await new Caseload(making, policies, plan).MakeAsync(Environment.ProcessorCount, progress, cancel);
        NpgsqlConnection.ClearAllPools();
        progress.Report("Gathering statistics");
        server.Execute($"making_{name}", "vacuum (analyze)");
        server.Execute("postgres", $"alter database making_{name} rename to {name}");
    }

    private static async Task<bool> IsWornAsync(BenchServer server, string name, CaseloadPlan plan, CancellationToken cancel) =>
        await server.AskAsync<long>(name, "select coalesce(sum(posted_count), 0)::bigint from inbound_file", cancel) > CaseloadPlan.MostPaymentsACase * (long)plan.Cases;

    private static string Prefix(CaseloadPlan plan) => $"cases_{plan.Cases}_";

    /// <summary>Another schema or another way to make it, another caseload.</summary>
    private static string Name(CaseloadPlan plan)
    {
        var schema = string.Concat(new PostgresEngine("Host=none").Migrations.Select(m => m.Sql));
        return $"{Prefix(plan)}{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{CaseloadPlan.Version}{schema}")))[..8]}";
    }
}
