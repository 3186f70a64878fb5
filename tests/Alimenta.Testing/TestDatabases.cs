using Alimenta.Data;
using Alimenta.Data.Postgres;
using Alimenta.Data.Sqlite;

namespace Alimenta.Testing;

/// <summary>Fresh migrated databases for tests, on each engine. A test that takes an engine runs on both: <c>[Theory, EachEngine]</c>.</summary>
public static class TestDatabases
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";

    private const string Template = "alimenta_template";
    private static readonly Lock Gate = new();
    private static int _count;
    private static string? _sqliteTemplate;
    private static bool _postgresTemplate;

    /// <summary>A fresh migrated database. Dispose it.</summary>
    /// <param name="engine">sqlite or postgres.</param>
    /// <param name="clock">The clock; a fixed one when null, so that runs are alike.</param>
    /// <param name="failPoints">Places to fail at, when the test wants some.</param>
    public static TestDatabase Create(string engine, TimeProvider? clock = null, IFailPoints? failPoints = null)
    {
        clock ??= new TestClock();
        var number = Interlocked.Increment(ref _count);
        if (engine == Sqlite)
        {
            var file = Path.Combine(TestFolder.Path, $"t{number}.db");
            File.Copy(SqliteTemplate(), file, overwrite: true);
            return new(engine, clock, failPoints, file);
        }

        if (engine != Postgres) throw new ArgumentOutOfRangeException(nameof(engine), engine, "There are two engines: sqlite and postgres.");
        lock (Gate) PostgresTemplate();
        var name = $"t{number}";
        lock (Gate) PostgresCluster.Shared.Execute("postgres", $"create database {name} template {Template}");
        return new(engine, clock, failPoints, PostgresCluster.Shared.ConnectionString(name));
    }

    /// <summary>A copy of a database as it stands, so that many tests can start from one long life. From then on the original is for copying only. Dispose it.</summary>
    public static TestDatabase CopyOf(TestDatabase original, TimeProvider? clock = null)
    {
        var number = Interlocked.Increment(ref _count);
        if (original.Engine == Sqlite)
        {
            var file = Path.Combine(TestFolder.Path, $"t{number}.db");
            original.Execute($"vacuum into '{file}'");
            return new(Sqlite, clock ?? original.Clock, null, file);
        }

        var name = $"t{number}";
        lock (Gate)
        {
            // Connections that its store keeps ready would stand in the way.
            PostgresCluster.Shared.Execute("postgres", $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{original.Name}'");
            PostgresCluster.Shared.Execute("postgres", $"create database {name} template {original.Name}");
        }

        return new(Postgres, clock ?? original.Clock, null, PostgresCluster.Shared.ConnectionString(name));
    }

    /// <summary>A database without any schema.</summary>
    public static TestDatabase CreateEmpty(string engine, TimeProvider? clock = null, IFailPoints? failPoints = null)
    {
        var number = Interlocked.Increment(ref _count);
        if (engine == Sqlite) return new(engine, clock ?? new TestClock(), failPoints, Path.Combine(TestFolder.Path, $"t{number}.db"));
        lock (Gate) PostgresCluster.Shared.Execute("postgres", $"create database t{number}");
        return new(engine, clock ?? new TestClock(), failPoints, PostgresCluster.Shared.ConnectionString($"t{number}"));
    }

    private static string SqliteTemplate()
    {
        lock (Gate)
        {
            if (_sqliteTemplate is not null) return _sqliteTemplate;
            var file = Path.Combine(TestFolder.Path, "template.db");
            using (var engine = new SqliteEngine(file)) Migrate(engine);
            return _sqliteTemplate = file;
        }
    }

    private static void PostgresTemplate()
    {
        if (_postgresTemplate) return;
        PostgresCluster.Shared.Execute("postgres", $"create database {Template}");
        Migrate(new PostgresEngine(PostgresCluster.Shared.ConnectionString(Template) + ";Pooling=false"));
        _postgresTemplate = true;
    }

    private static void Migrate(IEngine engine) => new Migrator(new AlimentaStore(engine, new TestClock())).ApplyAsync().GetAwaiter().GetResult();
}

/// <summary>A database of one test.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly string _place;

    internal TestDatabase(string engine, TimeProvider clock, IFailPoints? failPoints, string place)
    {
        (Engine, _place, Clock) = (engine, place, clock);
        Store = new AlimentaStore(NewEngine(), clock, failPoints);
    }

    /// <summary>sqlite or postgres.</summary>
    public string Engine { get; }

    public TimeProvider Clock { get; }

    public AlimentaStore Store { get; }

    /// <summary>The same database as another process would open it: nothing shared but the data.</summary>
    public AlimentaStore Another(IFailPoints? failPoints = null) => new(NewEngine(), Clock, failPoints);

    /// <summary>Runs one statement past every door, as a person with the password could.</summary>
    public int Execute(string sql)
    {
        using var connection = Store.Engine.Connect();
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Test code, own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row.</summary>
    public object? Scalar(string sql)
    {
        using var connection = Store.Engine.Connect();
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Test code, own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    /// <summary>Time passes: for the programs, and for the leases of a server that has a clock of its own.</summary>
    public void Pass(TimeSpan time)
    {
        ((TestClock)Clock).Advance(time);
        if (Engine == TestDatabases.Postgres) Execute(FormattableString.Invariant($"update batch_partition set lease_until = lease_until - interval '{time.TotalSeconds:0} seconds' where lease_until is not null"));
    }

    /// <summary>The name of a PostgreSQL database.</summary>
    public string Name
    {
        get
        {
            using var connection = Store.Engine.Connect();
            return connection.Database;
        }
    }

    public void Dispose()
    {
        if (Store.Engine is not SqliteEngine sqlite)
        {
            PostgresCluster.Shared.Execute("postgres", $"drop database {new Npgsql.NpgsqlConnectionStringBuilder(_place).Database} with (force)");
            return;
        }

        sqlite.Dispose();
        foreach (var end in (string[])["", "-wal", "-shm"]) File.Delete(_place + end);
    }

    private IEngine NewEngine() => Engine == TestDatabases.Sqlite ? new SqliteEngine(_place) : new PostgresEngine(_place);
}

/// <summary>A clock that stands still until it is moved.</summary>
public sealed class TestClock : TimeProvider
{
    private long _ticks = new DateTime(2026, 11, 20, 15, 0, 0, DateTimeKind.Utc).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
