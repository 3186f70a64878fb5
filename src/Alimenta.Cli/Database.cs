using System.CommandLine;
using Alimenta.Data;
using Alimenta.Data.Postgres;
using Alimenta.Data.Sqlite;
using Alimenta.Office.Intake;

namespace Alimenta.Cli;

/// <summary>The options that most commands share, and the database behind them.</summary>
internal static class Shared
{
    private const string Variable = "ALIMENTA_DATABASE";

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON value at the end; progress goes to the error stream." };

    public static Option<string?> Database() => new("--database")
    {
        Description = $"A SQLite file, or postgres://user@host:port/name. Else {Variable} from the environment, else var/alimenta.db.",
    };

    /// <summary>Where the database is: the option, else the environment, else the file in the current folder.</summary>
    public static string Where(string? address) => address ?? Environment.GetEnvironmentVariable(Variable) ?? Path.Combine("var", "alimenta.db");

    /// <summary>Whether an address names a file.</summary>
    public static bool IsFile(string where) => !where.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && !where.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Opens the database.</summary>
    /// <param name="address">The option; null takes the environment.</param>
    public static AlimentaStore Open(string? address)
    {
        var where = Where(address);
        if (!IsFile(where)) return new(new PostgresEngine(PostgresAddress.ToConnectionString(where)), TimeProvider.System);
        var folder = Path.GetDirectoryName(Path.GetFullPath(where));
        if (folder is not null) Directory.CreateDirectory(folder);
        return new(new SqliteEngine(where), TimeProvider.System);
    }

    /// <summary>Opens a database that must be up to date. A new one is made ready: schema, public payees, today's business date.</summary>
    public static async Task<Outcome<AlimentaStore>> OpenReadyAsync(string? address, CancellationToken cancel)
    {
        var store = Open(address);
        var migrator = new Migrator(store);
        var pending = await migrator.PendingAsync(cancel);
        if (pending.Count > 0 && pending.Count < store.Engine.Migrations.Count)
            return new Refusal("R-MIGRATE-FIRST", $"The database lacks {pending.Count} migration(s), first of them \"{pending[0].Name}\".", "Run: alimenta migrate");
        if (pending.Count > 0)
        {
            await migrator.ApplyAsync(cancel);
            await FirstDay.EnsureAsync(store, DateOnly.FromDateTime(store.Now), cancel);
        }

        return store;
    }
}
