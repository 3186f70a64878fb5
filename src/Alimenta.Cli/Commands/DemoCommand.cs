using System.CommandLine;
using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Training;
using Alimenta.Web;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Cli.Commands;

/// <summary>An empty folder to a running system: a made-up county, its payday, its proof, its pages.</summary>
internal static class DemoCommand
{
    public static Command Make()
    {
        var seed = Bounds.Long("--seed", "The same seed makes the same county.", 1, 0, SimulateCommand.LastSeed);
        var cases = Bounds.Whole("--cases", "How many families.", 2_000, 1, 50_000);
        var date = new Option<DateOnly>("--date") { Description = "The business date of the payday.", DefaultValueFactory = _ => new(2026, 11, 20) };
        var noServe = new Option<bool>("--no-serve") { Description = "Stop after the summary instead of starting the pages." };
        var address = Shared.Address();
        var database = Shared.Database();
        var json = Shared.Json();
        var command = new Command("demo", "Make up a county, let its payday happen before your eyes, prove the books, and start the pages.") { seed, cases, date, noServe, address, database, json };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, (terminal, law) => RunAsync(
            terminal, law, new() { Seed = parsed.GetValue(seed), Cases = parsed.GetValue(cases), Date = parsed.GetValue(date) }, parsed.GetValue(database), parsed.GetValue(noServe), parsed.GetValue(address)!, cancel)));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, LawStore law, DemoOptions options, string? database, bool noServe, string address, CancellationToken cancel)
    {
        await SetAsideAsync(Shared.Where(database), terminal, cancel);
        var store = Shared.Open(database);
        await new Migrator(store).ApplyAsync(cancel);
        var policies = new PolicyDesk(law);
        var outcome = await new Demo(store, policies, BankSettings.Demonstration).RunAsync(options, terminal, cancel);
        if (outcome.Refusal is { } refusal) return terminal.Refuse(refusal);
        var summary = await DemoSummary.ReadAsync(store, policies, outcome.Value, terminal, cancel);
        terminal.Done();
        Say(terminal, summary);
        if (noServe)
        {
            terminal.Value(summary.ToJson());
            return summary.Ok ? 0 : 1;
        }

        return await ServeCommand.ServeAsync(terminal, store, law, new WebOptions { Address = address, Demo = true, Office = "Demonstration county" }, demo: true, cancel, summary.ToJson());
    }

    /// <summary>An earlier demonstration in the file is set aside, never written over; a file with real cases is left alone and the demonstration refuses.</summary>
    private static async Task SetAsideAsync(string where, Terminal terminal, CancellationToken cancel)
    {
        if (!Shared.IsFile(where) || !File.Exists(where)) return;
        await using (var db = Shared.Open(where).Read())
        {
            if ((await new Migrator(Shared.Open(where)).PendingAsync(cancel)).Count > 0 || !await db.Commands.AnyAsync(c => c.Kind == "demo", cancel)) return;
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var n = 1;
        string Aside() => Path.ChangeExtension(where, $"{n}.db");
        while (File.Exists(Aside())) n++;
        foreach (var end in new[] { "", "-wal", "-shm" })
            if (File.Exists(where + end)) File.Move(where + end, Aside() + end);
        terminal.Say($"The demonstration that was in {where} is now in {Aside()}.");
    }

    private static void Say(Terminal terminal, DemoSummary s)
    {
        terminal.Say();
        terminal.Say($"Payday {Days.Words(s.Date)} of a made-up county of {s.Cases:N0} families (seed {s.Seed}). Every person and case in it is made up.");
        terminal.Say();
        terminal.Say($"  payment files received      {s.Files,10:N0}");
        terminal.Say($"  receipts in two years       {s.Receipts,10:N0}");
        terminal.Say($"    identified                {s.Identified,10:N0}");
        terminal.Say($"    unidentified              {s.Unidentified,10:N0}");
        terminal.Say($"  received                {s.Received,18}");
        terminal.Say($"    distributed           {s.Distributed,18}");
        terminal.Say($"    paid out              {s.Disbursed,18}");
        terminal.Say($"    ready to leave, in time {s.OnTheWay,16}");
        terminal.Say($"    held, each with a reason {s.Held,15}");
        terminal.Say($"  late                        {s.Late,10:N0}");
        terminal.Say($"  difference              {s.Difference,18}");
        terminal.Say($"  ledger hash             {s.LedgerHash}");
        terminal.Say();
    }
}
