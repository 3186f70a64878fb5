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
/// server writes it into the server's log, which no rollback takes back.</remarks>
internal sealed class PartsInHand(AlimentaStore store, StormServer server)
{
    private const string Mark = "LOG:  storm: a commit was fenced";

    // Who claims a part and finds none free meets no row either; that statement alone skips what others have locked.
    private static readonly string Trigger = $"""
        create function storm_fenced() returns trigger language plpgsql as $fenced$
        begin
          if not exists (select 1 from changed) and current_query() not like '%skip locked%' then raise log '{Mark["LOG:  ".Length..]}'; end if;
          return null;
        end $fenced$;
        create trigger storm_fenced after update on batch_partition referencing new table as changed for each statement execute function storm_fenced()
        """;

    /// <summary>Lets the server write down what is refused from now on.</summary>
    public void Watch(string database) => server.Execute(database, Trigger);

    /// <summary>The parts that are held now.</summary>
    public async Task<IReadOnlyList<PartInHand>> NowAsync(CancellationToken cancel)
    {
        await using var db = store.Read();
        return await db.BatchPartitions.Where(p => p.Status == PartitionStatus.Claimed).Select(p => new PartInHand(p.Id, p.Token, p.Worker)).ToListAsync(cancel);
    }

    /// <summary>Parts in all, and how often one was taken over because the lease of who held it was over. Nobody sets parts of a storm free in another way.</summary>
    public async Task<(int Parts, int TakenOver)> CountAsync(CancellationToken cancel)
    {
        await using var db = store.Read();
        var claims = await db.BatchPartitions.Where(p => p.Token > 0).Select(p => p.Token).ToListAsync(cancel);
        return (claims.Count, (int)claims.Sum(c => c - 1));
    }

    /// <summary>Commits that were refused because another had the part by then.</summary>
    public async Task<int> FencedAsync(CancellationToken cancel)
    {
        await using var log = new FileStream(server.LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(log);
        var fenced = 0;
        while (await reader.ReadLineAsync(cancel) is { } line)
            if (line.Contains(Mark, StringComparison.Ordinal)) fenced++;
        return fenced;
    }
}
