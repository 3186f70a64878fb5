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

/// <summary>Measures the goals of speed and size on a private server; or, each by an option of its own, times the parts of the money road on a private made-up county, and the guidelines.</summary>
internal static class BenchCommand
{
    private const int UsualOnRoad = 500, MostOnRoad = 50_000;

    public static Command Make()
    {
        var cases = Bounds.WholeOrNone("--cases", $"Cases of the large caseload ({ScaleOptions.UsualCases:#,##0} unless said, {ScaleOptions.LeastCases:#,##0} or more); with --road, families of the county ({UsualOnRoad:#,##0}).", 1, ScaleOptions.MostCases);
        var orders = Bounds.Whole("--orders", "Orders of a state that are calculated anew.", 1_100_000, 1, 100_000_000);
        var scale = new ScaleOptions();
        var road = new Option<bool>("--road") { Description = "Instead, without a server: time reading, deciding, posting and proving on a small county in a file." };
        var guidelines = new Option<bool>("--guidelines") { Description = "Instead, without a server: time the guidelines of the states." };
        var json = Shared.Json();
        var command = new Command("bench", "Measure the goals of speed and size (the proof at scale) on a private PostgreSQL server with made-up caseloads, each beside its yardstick.") { cases, orders, road, guidelines, json };
        scale.AddTo(command);
        command.Validators.Add(result =>
        {
            var aside = result.GetResult(road) is not null || result.GetResult(guidelines) is not null;
            if (aside && scale.IsAsked(result)) result.AddError("--road and --guidelines measure without the server that --legs needs: say one or the other.");
            // What is no number at all, or too large for any bench, the option itself has refused.
            var (least, most) = aside ? (1, MostOnRoad) : (ScaleOptions.LeastCases, ScaleOptions.MostCases);
            if (result.GetResult(cases)?.Tokens is [var word] && int.TryParse(word.Value, out var count) && count is >= 1 and <= ScaleOptions.MostCases && (count < least || count > most))
                result.AddError(Bounds.Sentence("--cases", least, most, word.Value));
        });
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            if (!parsed.GetValue(road) && !parsed.GetValue(guidelines))
                return await ScaleRun.RunAsync(terminal, law, scale.Settings(parsed, parsed.GetValue(cases) ?? ScaleOptions.UsualCases), parsed.GetValue(orders), scale.Out(parsed), cancel);
            List<BenchRow> rows = [];
            var families = parsed.GetValue(cases) ?? UsualOnRoad;
            if (parsed.GetValue(road))
            {
                var timed = await RoadAsync(terminal, law, families, cancel);
                if (timed.Refusal is { } refusal) return terminal.Refuse(refusal);
                rows.AddRange(timed.Value);
            }

            if (parsed.GetValue(guidelines)) rows.AddRange(GuidelineBench.Run(law, GuidelineBench.Day, parsed.GetValue(orders), state => terminal.Report($"guideline of {state}")));
            terminal.Done();
            foreach (var row in rows) terminal.Say(row.ToLine());
            terminal.Value(new JsonObject { ["cases"] = families, ["processors"] = Environment.ProcessorCount, ["results"] = new JsonArray([.. rows.Select(r => (JsonNode)r.ToJson())]) });
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
