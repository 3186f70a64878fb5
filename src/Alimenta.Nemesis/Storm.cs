using System.Globalization;
using Alimenta.Data;
using Alimenta.Data.Postgres;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Training;

namespace Alimenta.Nemesis;

/// <summary>Days of a small county in processes of their own, while everything around them fails: the books must be those of the same days in calm.</summary>
/// <remarks>Every step is repeated until it is acknowledged, as an operator would; what was acknowledged must be in the database afterwards, once.</remarks>
public static class Storm
{
    private const int MonthsOfHistory = 3;
    private const int SpoolMib = 24;
    internal static readonly DateOnly Before = new(2026, 11, 20);

    /// <summary>Lives through a storm.</summary>
    /// <param name="plan">What it is made of.</param>
    /// <param name="program">The program under test.</param>
    /// <param name="law">The law.</param>
    /// <param name="folder">An empty folder for the server and the files; removed by the caller.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<StormReport> LiveAsync(StormPlan plan, ProgramFile program, LawStore law, string folder, IProgress<string>? progress, CancellationToken cancel)
    {
        using var server = StormServer.Start(folder);
        var policies = new PolicyDesk(law);
        server.Execute("create database calm");
        var calmStore = Open(server.ConnectionString("calm"));
        await MakeAsync(calmStore, policies, plan, progress, cancel);
        var files = new DayFiles(plan.Seed, await DayFiles.PayorsAsync(calmStore, cancel));
        Npgsql.NpgsqlConnection.ClearAllPools();
        server.Execute("create database storm template calm");

        var days = Days(plan.Days).ToList();
        var calm = new CalmCounty(calmStore, policies, files, plan.Seed);
        var expected = new List<DayEnd>();
        foreach (var day in days)
        {
            progress?.Report($"Seed {plan.Seed}: {Kernel.Days.Words(day)} in calm");
            await calm.LiveAsync(day, cancel);
            expected.Add(await DayEnd.OfAsync(calmStore, cancel));
        }

        using var spool = OwnDisk.Mount(Path.Combine(folder, "spool"), SpoolMib);
        using var network = new FaultyNetwork(server.Port);
        using var county = new StormyCounty(plan, program, server, network, spool, files, policies);
        try
        {
            await county.BeginAsync(cancel);
            foreach (var (day, end) in days.Zip(expected))
            {
                progress?.Report(string.Create(CultureInfo.InvariantCulture, $"Seed {plan.Seed}: {Kernel.Days.Words(day)}, {county.FaultsDone} faults so far"));
                await county.LiveAsync(day, end, cancel);
                if (county.Broken.Count > 0) break;
            }

            return await county.ReportAsync(expected[^1].Hash, await BookHash.OfAsync(county.Store, cancel), cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // What stops the storm itself is told like what it found: with seed, day and step, so that it can be played again.
            return county.Ended(expected[^1].Hash, failure);
        }
    }

    /// <summary>Makes up the county of a seed in an empty database.</summary>
    internal static async Task MakeAsync(AlimentaStore store, PolicyDesk policies, StormPlan plan, IProgress<string>? progress, CancellationToken cancel)
    {
        await new Migrator(store).ApplyAsync(cancel);
        progress?.Report($"Seed {plan.Seed}: making up a county on {store.Engine.Name}");
        var made = await new Demo(store, policies, BankSettings.Demonstration).RunAsync(new() { Cases = plan.Cases, Months = MonthsOfHistory, Seed = plan.Seed, Date = Before }, null, cancel);
        if (made.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
    }

    internal static AlimentaStore Open(string connection) => new(new PostgresEngine(connection), TimeProvider.System);

    internal static IEnumerable<DateOnly> Days(int count)
    {
        var day = Before;
        for (var i = 0; i < count; i++) yield return day = BusinessCalendar.Federal.Plus(day, 1);
    }
}
