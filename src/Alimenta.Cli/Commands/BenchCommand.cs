using System.CommandLine;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Alimenta.Cli.Bench;
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

/// <summary>Times the program on this machine: the parts of the money road on a private made-up county, the guidelines, or the goals of speed and size on a private server.</summary>
internal static class BenchCommand
{
    public static Command Make()
    {
        var cases = new Option<int>("--cases") { Description = "Families in the private county.", DefaultValueFactory = _ => 500 };
        var orders = new Option<int>("--orders") { Description = "Orders of a state that are calculated anew.", DefaultValueFactory = _ => 1_100_000 };
        var scale = new ScaleOptions();
        var guidelines = new Option<bool>("--guidelines") { Description = "Time the guidelines only." };
        var json = Shared.Json();
        var command = new Command("bench", "Time reading, deciding, posting and proving on a private made-up county, and the guidelines of the states.") { cases, orders, guidelines, json };
        scale.AddTo(command);
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            if (scale.IsAsked(parsed)) return await ScaleRun.RunAsync(terminal, law, scale.Settings(parsed, parsed.GetValue(cases)), parsed.GetValue(orders), scale.Out(parsed), cancel);
            List<BenchRow> rows = [];
            if (!parsed.GetValue(guidelines))
            {
                var road = await RoadAsync(terminal, law, parsed.GetValue(cases), cancel);
                if (road.Refusal is { } refusal) return terminal.Refuse(refusal);
                rows.AddRange(road.Value);
            }

            rows.AddRange(GuidelineBench.Run(law, GuidelineBench.Day, parsed.GetValue(orders), state => terminal.Report($"guideline of {state}")));
            terminal.Done();
            foreach (var row in rows) terminal.Say(row.ToLine());
            terminal.Value(new JsonObject { ["cases"] = parsed.GetValue(cases), ["processors"] = Environment.ProcessorCount, ["results"] = new JsonArray([.. rows.Select(r => (JsonNode)r.ToJson())]) });
            return 0;
        }));
        return command;
    }

    private static async Task<Outcome<List<BenchRow>>> RoadAsync(Terminal terminal, LawStore law, int cases, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("alimenta-bench");
        try
        {
            var store = new AlimentaStore(new SqliteEngine(Path.Combine(folder.FullName, "bench.db")), TimeProvider.System);
            await new Migrator(store).ApplyAsync(cancel);
            var policies = new PolicyDesk(law);
            var rows = new List<BenchRow>();
            var clock = Stopwatch.StartNew();
            var demo = await new Demo(store, policies, BankSettings.Demonstration).RunAsync(new() { Cases = cases }, terminal, cancel);
            if (demo.Refusal is { } refusal) return refusal;
            rows.Add(new("county with two years of history", demo.Value.Receipts / clock.Elapsed.TotalSeconds, "receipts"));

            List<LoadedCircle> circles;
            byte[] file;
            await using (var db = store.Read())
            {
                circles = [.. await CircleLoader.LoadAsync(db, await db.Cases.OrderBy(c => c.Id).Select(c => c.CircleId).Distinct().Take(400).ToListAsync(cancel), cancel)];
                file = await db.InboundFiles.OrderByDescending(f => f.ItemCount).Select(f => f.Content).FirstAsync(cancel);
            }

            var steps = circles.Sum(c => CirclePlay.Run(c.Facts, policies.On, demo.Value.Date).Steps.Count);
            rows.Add(new("play of whole histories", steps / Clocked.Median(() => circles.ForEach(c => CirclePlay.Run(c.Facts, policies.On, demo.Value.Date))), "steps"));
            var entries = NachaReader.Read(file).File!.Entries.Count();
            rows.Add(new("reading of a payment file", entries / Clocked.Median(() => entries = NachaReader.Read(file).File!.Entries.Count()), "entries"));
            var lines = 0L;
            await using (var db = store.Read()) lines = await db.JournalLines.LongCountAsync(cancel);
            clock.Restart();
            await Proof.ProveAsync(store, policies, null, terminal, cancel);
            rows.Add(new("proof of the books", lines / clock.Elapsed.TotalSeconds, "lines"));
            return rows;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(true);
        }
    }
}
