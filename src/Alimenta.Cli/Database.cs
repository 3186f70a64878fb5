using System.CommandLine;
using Alimenta.Data;
using Alimenta.Data.Postgres;
using Alimenta.Data.Sqlite;
using Alimenta.Nemesis;
using Alimenta.Office;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Enforcement;
using Alimenta.Office.Interest;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Cli;

/// <summary>The options that most commands share, and the database behind them.</summary>
internal static class Shared
{
    private const string Variable = "ALIMENTA_DATABASE";
    private const int LeaseSeconds = 300;

    public static Option<bool> Json() => new("--json") { Description = "Print one JSON value at the end; progress goes to the error stream." };

    public static Option<string?> Database() => new("--database")
    {
        Description = $"A SQLite file, or postgres://user@host:port/name. Else {Variable} from the environment, else var/alimenta.db.",
    };

    /// <summary>All runs that workers share.</summary>
    public static OfficeRuns Runs(AlimentaStore store, PolicyDesk policies, TimeSpan? lease = null)
    {
        var holds = lease ?? TimeSpan.FromSeconds(LeaseSeconds);
        return new(store, [new CircleRuns(store, policies) { Lease = holds }, new PaymentRuns(store, policies, BankSettings.Demonstration) { Lease = holds }, new SelectionRuns(store, policies) { Lease = holds }, new InterestRuns(store, policies) { Lease = holds }]);
    }

    /// <summary>How long a worker's claim holds.</summary>
    public static Option<int> Lease() => Bounds.Whole("--lease", "Seconds after which a part that was claimed and not finished may be taken over by another worker.", LeaseSeconds, 1, 86_400);

    public static Option<string> Address()
    {
        var address = new Option<string>("--address") { Description = "Where the pages listen; port 0 takes a free one.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        address.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && !(Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
                result.AddError($"\"{result.Tokens[0].Value}\" is no address to listen on. Write it as http://127.0.0.1:5080.");
        });
        return address;
    }

    /// <summary>Where the database is: the option, else the environment, else the file in the current folder.</summary>
    public static string Where(string? address) => address ?? Environment.GetEnvironmentVariable(Variable) ?? Path.Combine("var", "alimenta.db");

    /// <summary>Whether an address names a file.</summary>
    public static bool IsFile(string where) => !where.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && !where.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    /// <summary>Who acts, for the audit log: the command, and the account of this machine that gave it.</summary>
    public static Actor Actor(string command) => Data.Actor.Program($"{command} ({Environment.UserName})");

    /// <summary>Opens the database.</summary>
    /// <param name="address">The option; null takes the environment.</param>
    /// <exception cref="BadAddress">The address names no database.</exception>
    public static AlimentaStore Open(string? address) => Open(address, TimeProvider.System);

    private static AlimentaStore Open(string? address, TimeProvider clock)
    {
        var where = Where(address);
        if (!IsFile(where)) return new(new PostgresEngine(ConnectionString(where)), clock);
        if (where.Contains("://", StringComparison.Ordinal)) throw new BadAddress("Databases are SQLite files and PostgreSQL servers");
        if (Directory.Exists(where)) throw new BadAddress($"{where} is a folder");
        var folder = Path.GetDirectoryName(Path.GetFullPath(where));
        if (folder is not null) Directory.CreateDirectory(folder);
        return new(new SqliteEngine(where), clock);
    }

    /// <summary>Opens the database of an office to work in it: there must be one, and it must be up to date. A mistyped name makes none.</summary>
    public static async Task<Outcome<AlimentaStore>> OpenReadyAsync(string? address, CancellationToken cancel)
    {
        var there = await OpenThereAsync(address, cancel);
        if (there.Refusal is not null || SimulatedClock.Asked is not { } wrong) return there;
        return await SimulatedClock.RefusedAsync(there.Value, cancel) is { } refused ? refused : Open(address, wrong);
    }

    /// <summary>The same for what is recorded on the business day: one must be open. The day is data of the office and never comes from a clock.</summary>
    public static async Task<Outcome<AlimentaStore>> OpenOnDayAsync(string? address, CancellationToken cancel)
    {
        var ready = await OpenReadyAsync(address, cancel);
        if (ready.Refusal is not null) return ready;
        await using var db = ready.Value.Read();
        return await db.BusinessDays.AnyAsync(cancel) ? ready : BusinessDays.None;
    }

    /// <summary>Opens a database to look at what is in it: there must be one, and it is left as it is.</summary>
    public static async Task<Outcome<AlimentaStore>> OpenThereAsync(string? address, CancellationToken cancel)
    {
        var where = Where(address);
        var none = new Refusal("R-NO-DATABASE", $"There is no database of Alimenta in {(IsFile(where) ? where : "that place")}.", "Name it with --database, or make one: alimenta demo, alimenta migrate.");
        if (IsFile(where) && !Path.Exists(where) && !where.Contains("://", StringComparison.Ordinal)) return none;
        var store = Open(address);
        var pending = await new Migrator(store).PendingAsync(cancel);
        if (Outdated(store, pending) is { } no) return no;
        return pending.Count > 0 ? none : store;
    }

    /// <summary>The refusal of a database that an earlier program made; null for one that is new or up to date.</summary>
    public static Refusal? Outdated(AlimentaStore store, IReadOnlyList<Migration> pending) => pending.Count == 0 || pending.Count == store.Engine.Migrations.Count ? null
        : new("R-MIGRATE-FIRST", $"The database lacks {pending.Count} migration(s), first of them \"{pending[0].Name}\".", "Run: alimenta migrate");

    /// <summary>The connection string of a PostgreSQL server.</summary>
    /// <exception cref="BadAddress">The address names no server.</exception>
    public static string ConnectionString(string where)
    {
        try
        {
            var address = PostgresAddress.ToConnectionString(where);
            return string.IsNullOrEmpty(new Npgsql.NpgsqlConnectionStringBuilder(address).Host) ? throw new BadAddress("The address of the PostgreSQL server names no server") : address;
        }
        catch (Exception wrong) when (wrong is UriFormatException or ArgumentException or FormatException)
        {
            throw new BadAddress("The address of the PostgreSQL server cannot be read", wrong);
        }
    }
}

/// <summary>An address that names no database. The address itself is not repeated: a password may be in it.</summary>
internal sealed class BadAddress(string what, Exception? inner = null) : Exception(what, inner);
