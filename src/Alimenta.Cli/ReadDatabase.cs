using System.CommandLine;
using Alimenta.Data;
using Alimenta.Data.Postgres;

namespace Alimenta.Cli;

/// <summary>The follower that pages may be read from.</summary>
internal static class ReadDatabase
{
    private const string Variable = "ALIMENTA_READ_DATABASE";
    private const int UsualAge = 30, OldestAge = 3_600;

    public static Option<string?> Address() => new("--read-database")
    {
        Description = $"A streaming follower of the database (postgres://user@host:port/name) from which pages are read; they say how old their figures are. Else {Variable} from the environment, else none.",
    };

    /// <summary>How old the data of the follower may be.</summary>
    public static Option<int> Age() => Bounds.Whole("--max-data-age", "Seconds that the data of the follower may be old; pages are read from the database itself while it is older.", UsualAge, 1, OldestAge);

    /// <summary>Lets a store read from the follower that is named, if one is.</summary>
    /// <param name="store">The store.</param>
    /// <param name="primary">Where the database is.</param>
    /// <param name="named">The option; null takes the environment.</param>
    /// <param name="age">Seconds that its data may be old.</param>
    /// <param name="cancel">Stops it.</param>
    /// <returns>Why it cannot be, or null.</returns>
    /// <exception cref="BadAddress">The address names no server.</exception>
    public static async Task<Refusal?> AddAsync(AlimentaStore store, string primary, string? named, int age, CancellationToken cancel)
    {
        if ((named ?? Environment.GetEnvironmentVariable(Variable)) is not { Length: > 0 } where) return null;
        if (Shared.IsFile(primary)) return new("R-READ-SQLITE", "A SQLite database is one file and has no follower to read from.", "Leave --read-database away, or move to PostgreSQL.");
        if (Shared.IsFile(where)) return new("R-READ-ADDRESS", "The follower to read from is not the address of a PostgreSQL server.", "Name it as postgres://user@host:port/name after --read-database.");
        var follower = new Follower(new PostgresFollowing(Shared.ConnectionString(primary), Shared.ConnectionString(where)), store.Clock, TimeSpan.FromSeconds(age));
        if (await follower.CheckAsync(failure => !store.Engine.Classify(failure).Passes(), cancel) is { } refusal) return refusal;
        store.ReadAlsoFrom(follower);
        return null;
    }
}
