using System.Globalization;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Nemesis;

/// <summary>The clock of a machine that goes wrong by so many seconds. Only a process of <c>alimenta simulate</c> may have it: the server must be one that the simulation itself started.</summary>
public sealed class SimulatedClock(TimeSpan by) : TimeProvider
{
    /// <summary>The environment variable that asks for it: seconds, ahead or (with a minus) behind.</summary>
    public const string Variable = "ALIMENTA_SIMULATED_CLOCK";

    /// <summary>The name that the simulation's own server carries (cluster_name); no other server has it.</summary>
    internal const string Cluster = "alimenta-simulation";

    /// <summary>The clock that the surroundings ask for; null: none, so the machine's own.</summary>
    public static SimulatedClock? Asked => Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds) ? new(TimeSpan.FromSeconds(seconds))
        : throw new FormatException($"{Variable} holds no number of seconds.");

    /// <summary>Why this clock may not be used with a database; null when the database is of a simulation.</summary>
    public static async Task<Refusal?> RefusedAsync(AlimentaStore store, CancellationToken cancel)
    {
        if (store.Engine.Name == "postgres")
        {
            await using var db = store.Read();
            if (await db.Database.SqlQueryRaw<string>("select current_setting('cluster_name') as \"Value\"").SingleAsync(cancel) == Cluster) return null;
        }

        return new("R-CLOCK-SIMULATED", $"The variable {Variable} is set, and this database is not one of a simulation: instants would be recorded wrong.", $"Remove {Variable} from the environment and start again.");
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
