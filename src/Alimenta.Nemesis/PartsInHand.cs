using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Nemesis;

/// <summary>A part of a run in somebody's hands.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Token">Which claim of it this is.</param>
/// <param name="Worker">Who holds it, by the name under which it was claimed.</param>
internal sealed record PartInHand(long Id, long Token, string Worker)
{
    /// <summary>Whether a process holds it. A command that works a run by itself names its machine alone.</summary>
    /// <param name="process">The process.</param>
    /// <param name="isCommand">Whether it is the command of the step, and no worker.</param>
    public bool IsOf(Running process, bool isCommand)
    {
        var name = FormattableString.Invariant($"{Environment.MachineName}/{process.Id}");
        return Worker == name || isCommand && (Worker == Environment.MachineName || Worker.StartsWith($"{name}/", StringComparison.Ordinal));
    }
}

/// <summary>Who holds which part, what was taken over, and which commits were refused for it: seen from beside the program, which says nothing of it.</summary>
/// <remarks>A worker whose lease is over ends its part with a statement that meets no row, and takes back all that it did. That leaves nothing in the database, so a trigger on the storm's own
/// server writes it into the server's log, which no rollback takes back. Parts that are taken over are written there too: a part may also be given back and claimed anew.</remarks>
internal sealed class PartsInHand(AlimentaStore store, StormServer server)
{
    private const string TakenOver = "storm: a part was taken over";
    private const string Fenced = "storm: a commit was fenced";

    // Who claims a part and finds none free meets no row either, nor does who renews a claim just after his part was done: those two alone ask the server what time it is.
    private const string Trigger = $"""
        create function storm_parts() returns trigger language plpgsql as $parts$
        begin
          if not exists (select from changed) and current_query() not like '%clock_timestamp()%' then raise log '{Fenced}'; end if;
          if exists (select from changed c join before b using (id) where b.status = 'claimed' and c.token > b.token) then raise log '{TakenOver}'; end if;
          return null;
        end $parts$;
        create trigger storm_parts after update on batch_partition referencing old table as before new table as changed for each statement execute function storm_parts()
        """;

    /// <summary>Lets the server write down what is taken over and refused from now on.</summary>
    public void Watch(string database) => server.Execute(database, Trigger);

    /// <summary>The parts that are held now.</summary>
    public async Task<IReadOnlyList<PartInHand>> NowAsync(CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.BatchPartitions.Where(p => p.Status == PartitionStatus.Claimed).Select(p => new PartInHand(p.Id, p.Token, p.Worker)).ToListAsync(cancel);
    }

    /// <summary>Parts that were worked; how often one was taken over because the lease of who held it was over; and commits that were refused because another had the part by then.</summary>
    public async Task<PartsSeen> SeenAsync(CancellationToken cancel)
    {
        await using var db = store.Read();
        var seen = new PartsSeen(await db.BatchPartitions.CountAsync(p => p.Token > 0, cancel), 0, 0);
        await using var log = new FileStream(server.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(log);
        while (await reader.ReadLineAsync(cancel) is { } line)
        {
            if (line.Contains($"LOG:  {TakenOver}", StringComparison.Ordinal)) seen = seen with { TakenOver = seen.TakenOver + 1 };
            if (line.Contains($"LOG:  {Fenced}", StringComparison.Ordinal)) seen = seen with { Fenced = seen.Fenced + 1 };
        }

        return seen;
    }
}

/// <summary>What was seen of the parts of a storm.</summary>
/// <param name="Parts">Parts that were worked.</param>
/// <param name="TakenOver">How often one was taken over.</param>
/// <param name="Fenced">Commits that were refused for it.</param>
internal sealed record PartsSeen(int Parts, int TakenOver, int Fenced);
