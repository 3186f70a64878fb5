using System.CommandLine;
using System.Text.Json.Nodes;
using Alimenta.Data.Sqlite;
using Alimenta.Nemesis;

namespace Alimenta.Cli.Commands;

/// <summary>Lives days of made-up counties in processes that are killed, stopped and cut off at random, and proves that not a cent is off.</summary>
internal static class SimulateCommand
{
    private const int BusinessDaysAYear = 250;
    private const int MostYears = 50;

    /// <summary>The last seed that may be named; those that --seeds or --hours add go on beyond it.</summary>
    public const long LastSeed = 1_000_000_000_000;

    public static Command Make()
    {
        var seeds = Bounds.Whole("--seeds", "How many counties, each from its own seed.", 1, 1, 1_000_000);
        var first = Bounds.Long("--first", "The first seed; a failure is played again with its seed here.", 1, 0, LastSeed);
        var years = Bounds.WholeOrNone("--years", "How many years of business days each lives.", 1, MostYears);
        var days = Bounds.Whole("--days", "How many business days each lives, where no years are given.", 5, 1, MostYears * BusinessDaysAYear);
        var hours = Bounds.NumberOrNone("--hours", "Go on with further seeds for so long, whatever --seeds says.", 0.01, 1_000);
        var cases = Bounds.Whole("--cases", "Families in each county.", 40, 5, 2_000);
        var faults = new Option<string>("--faults") { Description = "What may go wrong: all, or names with commas between.", DefaultValueFactory = _ => "all" };
        var workers = new Option<string?>("--workers") { Description = "Instead of a storm: live the days with so many workers each (such as 1,2,4) on PostgreSQL and with one on SQLite, and compare the ledgers and files." };
        var json = Shared.Json();
        var command = new Command("simulate", "Live days of made-up counties on a private PostgreSQL server while processes, server, network and files fail, and prove that not a cent is off.") { seeds, first, years, days, hours, cases, faults, workers, json };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var chosen = Faults.Parse(parsed.GetValue(faults)!);
            if (chosen.Refusal is { } unknown) return terminal.Refuse(unknown);
            var length = parsed.GetValue(years) is { } y ? y * BusinessDaysAYear : parsed.GetValue(days);
            if (parsed.GetValue(workers) is { } counts) return await SameAsync(counts, new(parsed.GetValue(first), length, parsed.GetValue(cases), []), law, terminal, cancel);
            var until = parsed.GetValue(hours) is { } h ? TimeProvider.System.GetTimestamp() + (long)(h * 3_600 * TimeProvider.System.TimestampFrequency) : 0;
            var reports = new List<StormReport>();
            for (var seed = parsed.GetValue(first); until > 0 ? TimeProvider.System.GetTimestamp() < until : seed < parsed.GetValue(first) + parsed.GetValue(seeds); seed++)
            {
                var report = await OneAsync(new(seed, length, parsed.GetValue(cases), chosen.Value), law, terminal, cancel);
                reports.Add(report);
                terminal.Done();
                Say(terminal, report, $" --cases {parsed.GetValue(cases)} --faults {parsed.GetValue(faults)}");
            }

            terminal.Value(Json(reports));
            return reports.TrueForAll(r => r.Ok) ? 0 : 1;
        }));
        return command;
    }

    /// <summary>The same days by different numbers of workers.</summary>
    private static async Task<int> SameAsync(string text, StormPlan plan, Law.LawStore law, Terminal terminal, CancellationToken cancel)
    {
        var counts = text.Split(',', StringSplitOptions.TrimEntries).Select(w => int.TryParse(w, out var count) ? count : 0).Distinct().ToList();
        if (counts.Exists(c => c is < 1 or > SameBooks.MostWorkers))
            return terminal.Refuse(new("R-SIMULATE-WORKERS", $"\"{text}\" is no list of numbers of workers.", $"Write numbers from 1 to {SameBooks.MostWorkers} with commas between, such as 1,2,4.", "", "workers"));
        var report = await InFolderAsync(folder => SameBooks.LiveAsync(plan, counts, file => new SqliteEngine(file), law, folder, terminal, cancel));
        terminal.Done();
        foreach (var made in report.Made)
        {
            terminal.Say($"{made.Engine,-8} {made.Workers,2} {(made.Workers == 1 ? "worker " : "workers")} {made.Entries,9:N0} entries {made.Seconds,6:N0} s {made.LedgerHash}");
            if (made.Workers > 1) terminal.Say($"         parts by other workers than the first: {string.Join(", ", made.Parts.Select(p => FormattableString.Invariant($"{p.Kind} {p.ByOthers:N0} of {p.All:N0}")))}");
            foreach (var fault in made.Faults) terminal.Say($"  {fault}");
        }

        terminal.Say(report.Ok ? $"Seed {report.Seed}, {report.Days:N0} days: one ledger, the same files." : $"Seed {report.Seed}, {report.Days:N0} days: the ledgers or files are NOT the same, or one does not prove itself.");
        terminal.Value(report);
        return report.Ok ? 0 : 1;
    }

    private static Task<StormReport> OneAsync(StormPlan plan, Law.LawStore law, Terminal terminal, CancellationToken cancel) =>
        InFolderAsync(folder => Storm.LiveAsync(plan, Self(), law, folder, terminal, cancel));

    private static async Task<T> InFolderAsync<T>(Func<string, Task<T>> work)
    {
        var folder = Directory.CreateTempSubdirectory("alimenta-storm");
        try
        {
            return await work(folder.FullName);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>This program: by itself, or by the runtime that runs it.</summary>
    private static ProgramFile Self()
    {
        var running = Environment.ProcessPath ?? throw new InvalidOperationException("The program does not know its own file.");
        return Path.GetFileNameWithoutExtension(running) == "dotnet" ? new(running, [Path.Combine(AppContext.BaseDirectory, "alimenta.dll")]) : new(running, []);
    }

    private static void Say(Terminal terminal, StormReport r, string again)
    {
        terminal.Say($"Seed {r.Seed}: {r.Days} days, {r.Started} processes, {r.Faults.Values.Sum()} faults ({string.Join(", ", r.Faults.Select(f => $"{f.Key} {f.Value}"))}), {r.Again} steps done again, {r.Acknowledged} files and {r.Written} writes of clerks acknowledged and found: {(r.Ok ? "all well" : "BROKEN")}");
        terminal.Say($"  {r.PagesRead} pages read meanwhile, {r.PagesSaidSo} answered with why not, {r.PagesSilent} not answered");
        terminal.Say($"  {r.Parts} parts of runs, {r.PartsTakenOver} taken over from who was dead, asleep or cut off, {r.CommitsFenced} commits refused because the part was taken over");
        if (r.TurnedRound > 0) terminal.Say($"  files came in another order {(r.TurnedRound == 1 ? "once" : $"{r.TurnedRound} times")}: what stands is compared, not the steps that led there");
        foreach (var left in r.LeftOut) terminal.Say($"  left out: {left}");
        foreach (var broken in r.Broken) terminal.Say($"  {Days.Words(broken.Day)}, {broken.Step}: {broken.What}");
        if (r.Broken.Count == 0 && !r.Ok) terminal.Say($"  the ledger hash is {r.LedgerHash}; without faults it is {r.CalmHash}");
        if (!r.Ok) terminal.Say($"  again: alimenta simulate --first {r.Seed} --days {Math.Max(1, r.Days + 1)}{again}");
    }

    private static JsonObject Json(List<StormReport> reports) => new()
    {
        ["ok"] = reports.TrueForAll(r => r.Ok), ["seeds"] = reports.Count, ["faults"] = reports.Sum(r => r.Faults.Values.Sum()), ["processes"] = reports.Sum(r => r.Started),
        ["parts"] = reports.Sum(r => r.Parts), ["parts_taken_over"] = reports.Sum(r => r.PartsTakenOver), ["commits_fenced"] = reports.Sum(r => r.CommitsFenced),
        ["storms"] = new JsonArray([.. reports.Select(r => System.Text.Json.JsonSerializer.SerializeToNode(r, Law.Rules.LawJson.Options))]),
    };
}
