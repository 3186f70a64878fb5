using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Nemesis;

/// <summary>What the same days came to on one engine with so many workers.</summary>
/// <param name="Engine">postgres or sqlite.</param>
/// <param name="Workers">How many workers shared every run and every file.</param>
/// <param name="Entries">Entries of the ledger.</param>
/// <param name="LedgerHash">The hash over all of them.</param>
/// <param name="FilesHash">The hash over all files that left: identity, payments and amount of each.</param>
/// <param name="Faults">What the proof of the books found; nothing when all is well.</param>
/// <param name="Parts">How the parts of runs were shared.</param>
/// <param name="Seconds">How long the days took.</param>
public sealed record BooksMade(string Engine, int Workers, long Entries, string LedgerHash, string FilesHash, IReadOnlyList<string> Faults, IReadOnlyList<PartsShared> Parts, long Seconds);

/// <summary>Who worked the parts of runs of one kind.</summary>
/// <param name="Kind">The kind of run.</param>
/// <param name="All">All parts.</param>
/// <param name="ByOthers">Of them, by another worker than the first.</param>
public sealed record PartsShared(string Kind, int All, int ByOthers);

/// <summary>The same days of the same county, lived on both engines and by different numbers of workers.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Days">Business days.</param>
/// <param name="Cases">Families.</param>
/// <param name="Made">What each came to.</param>
public sealed record SameBooksReport(long Seed, int Days, int Cases, IReadOnlyList<BooksMade> Made)
{
    /// <summary>Whether all have the same ledger and gave out the same files, and each proves itself.</summary>
    public bool Ok => Made.Select(m => (m.LedgerHash, m.FilesHash)).Distinct().Count() == 1 && Made.All(m => m.Faults.Count == 0);
}

/// <summary>Lives the same days with different numbers of workers on PostgreSQL and with one on SQLite: the ledger must be the same, entry for entry.</summary>
/// <remarks>The workers have nothing in common but the database: each its own connections, its own blocks of ids. Files from two receipts on, and disbursements from two payments on, are shared out in parts of two; a worker that did not begin a run takes parts of it as soon as it sees it.</remarks>
public static class SameBooks
{
    /// <summary>The most workers.</summary>
    public const int MostWorkers = 16;

    /// <summary>Lives them.</summary>
    /// <param name="plan">Seed, days and families; faults do not count here.</param>
    /// <param name="workers">How many workers, one life on PostgreSQL for each number.</param>
    /// <param name="sqlite">Opens a SQLite file.</param>
    /// <param name="law">The law.</param>
    /// <param name="folder">An empty folder; removed by the caller.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<SameBooksReport> LiveAsync(StormPlan plan, IReadOnlyList<int> workers, Func<string, IEngine> sqlite, LawStore law, string folder, IProgress<string>? progress, CancellationToken cancel)
    {
        using var server = StormServer.Start(folder);
        var policies = new PolicyDesk(law);
        server.Execute("create database made");
        await Storm.MakeAsync(Storm.Open(server.ConnectionString("made")), policies, plan, progress, cancel);
        Npgsql.NpgsqlConnection.ClearAllPools();
        var made = new List<BooksMade>();
        foreach (var count in workers)
        {
            server.Execute($"create database w{count} template made");
            made.Add(await OneAsync(plan, [.. Enumerable.Range(0, count).Select(_ => Storm.Open(server.ConnectionString($"w{count}")))], policies, progress, cancel));
        }

        var file = new AlimentaStore(sqlite(Path.Combine(folder, "one.db")), TimeProvider.System);
        await Storm.MakeAsync(file, policies, plan, progress, cancel);
        made.Add(await OneAsync(plan, [file], policies, progress, cancel));
        return new(plan.Seed, plan.Days, plan.Cases, made);
    }

    private static async Task<BooksMade> OneAsync(StormPlan plan, IReadOnlyList<AlimentaStore> workers, PolicyDesk policies, IProgress<string>? progress, CancellationToken cancel)
    {
        var store = workers[0];
        var county = new CalmCounty(store, policies, new DayFiles(plan.Seed, await DayFiles.PayorsAsync(store, cancel)), plan.Seed) { Workers = workers, Parts = new(1, 2), Payments = new(1, 2), CirclesAPart = 2 };
        var clock = Stopwatch.StartNew();
        foreach (var day in Storm.Days(plan.Days))
        {
            progress?.Report($"Seed {plan.Seed}: {Days.Words(day)} on {store.Engine.Name} with {workers.Count} {(workers.Count == 1 ? "worker" : "workers")}");
            await county.LiveAsync(day, cancel);
        }

        var took = (long)clock.Elapsed.TotalSeconds;
        progress?.Report($"Seed {plan.Seed}: proving the books on {store.Engine.Name}");
        var proof = await Proof.ProveAsync(store, policies, new(ProofPlays.All), cancel: cancel);
        var end = await DayEnd.OfAsync(store, cancel);
        var files = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', end.Out.Select(f => $"{f.Identity} {f.Count} {f.Amount.Cents}")))));
        return new(store.Engine.Name, workers.Count, proof.Entries, end.Hash.Ledger, files, [.. proof.Checks.Where(c => !c.Ok).SelectMany(c => c.Faults.Select(f => $"{c.Name}: {f.Where}: {f.What}"))], await SharedAsync(store, workers.Count, cancel), took);
    }

    private static async Task<IReadOnlyList<PartsShared>> SharedAsync(AlimentaStore store, int workers, CancellationToken cancel)
    {
        var others = Enumerable.Range(1, workers - 1).Select(CalmCounty.Worker).ToList();
        await using var db = store.Read();
        return await (from r in db.BatchRuns
                      join s in db.BatchSteps on r.Id equals s.RunId
                      join p in db.BatchPartitions on s.Id equals p.StepId
                      group p by r.Kind into g
                      orderby g.Key
                      select new PartsShared(g.Key, g.Count(), g.Count(p => others.Contains(p.Worker)))).ToListAsync(cancel);
    }
}
