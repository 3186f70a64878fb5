using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Data.Sqlite;
using Alimenta.Formats.Nacha;
using Alimenta.Law;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Rules;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Training;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Cli.Commands;

/// <summary>Times the parts of the money road on this machine, on a private made-up county. Reports; judges nothing.</summary>
internal static class BenchCommand
{
    private const int Rounds = 5;

    public static Command Make()
    {
        var cases = new Option<int>("--cases") { Description = "Families in the private county.", DefaultValueFactory = _ => 500 };
        var json = Shared.Json();
        var command = new Command("bench", "Time reading, deciding, posting and proving on a private made-up county.") { cases, json };
        command.SetAction((parsed, cancel) => Guarded.RunAsync(parsed.GetValue(json), terminal => RunAsync(terminal, parsed.GetValue(cases), cancel)));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, int cases, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("alimenta-bench");
        try
        {
            var store = new AlimentaStore(new SqliteEngine(Path.Combine(folder.FullName, "bench.db")), TimeProvider.System);
            await new Migrator(store).ApplyAsync(cancel);
            var policies = new PolicyDesk(LawStore.BuiltIn);
            var rows = new List<(string Name, double PerSecond, string Unit)>();
            var clock = Stopwatch.StartNew();
            var demo = await new Demo(store, policies, BankSettings.Demonstration).RunAsync(new() { Cases = cases }, terminal, cancel);
            if (demo.Refusal is { } refusal) return terminal.Refuse(refusal);
            rows.Add(("county with two years of history", demo.Value.Receipts / clock.Elapsed.TotalSeconds, "receipts"));

            List<LoadedCircle> circles;
            byte[] file;
            await using (var db = store.Read())
            {
                circles = [.. await CircleLoader.LoadAsync(db, await db.Cases.OrderBy(c => c.Id).Select(c => c.CircleId).Distinct().Take(400).ToListAsync(cancel), cancel)];
                file = await db.InboundFiles.OrderByDescending(f => f.ItemCount).Select(f => f.Content).FirstAsync(cancel);
            }

            var steps = circles.Sum(c => CirclePlay.Run(c.Facts, policies.On, demo.Value.Date).Steps.Count);
            rows.Add(("play of whole histories", steps / Median(() => circles.ForEach(c => CirclePlay.Run(c.Facts, policies.On, demo.Value.Date))), "steps"));
            var entries = NachaReader.Read(file).File!.Entries.Count();
            rows.Add(("reading of a payment file", entries / Median(() => entries = NachaReader.Read(file).File!.Entries.Count()), "entries"));
            var lines = 0L;
            await using (var db = store.Read()) lines = await db.JournalLines.LongCountAsync(cancel);
            clock.Restart();
            await Proof.ProveAsync(store, policies, null, terminal, cancel);
            rows.Add(("proof of the books", lines / clock.Elapsed.TotalSeconds, "lines"));
            terminal.Done();
            foreach (var (name, rate, unit) in rows) terminal.Say($"{name,-36} {rate,14:N0} {unit} a second");
            terminal.Value(new JsonObject { ["cases"] = cases, ["results"] = new JsonArray([.. rows.Select(r => (JsonNode)new JsonObject { ["name"] = r.Name, ["per_second"] = Math.Round(r.PerSecond), ["unit"] = r.Unit })]) });
            return 0;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(true);
        }
    }

    private static double Median(Action work)
    {
        work();
        var times = new List<double>();
        for (var i = 0; i < Rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return times.Order().ElementAt(Rounds / 2);
    }
}
