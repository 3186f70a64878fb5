using System.CommandLine;
using Alimenta.Office.Accounting;

namespace Alimenta.Cli.Commands;

/// <summary>Proves the books.</summary>
internal static class ProveCommand
{
    public static Command Make()
    {
        var database = Shared.Database();
        var json = Shared.Json();
        var balances = new Option<bool>("--balances") { Description = "Only make every kept balance again from the entries and compare: quick enough for every night." };
        var command = new Command("prove", "Replay every entry and prove the books to the cent. Exit code 1 when anything is off.") { database, balances, json };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var opened = await Shared.OpenThereAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
            if (parsed.GetValue(balances)) return Balances(terminal, await BalanceReplay.RunAsync(opened.Value, cancel));
            var report = await Proof.ProveAsync(opened.Value, new PolicyDesk(law), null, terminal, cancel);
            terminal.Done();
            foreach (var check in report.Checks)
            {
                terminal.Say($"{(check.Ok ? "ok  " : "OFF ")} {check.Says} {check.Counted,12:N0} checked{(check.DifferenceCents.IsZero ? "" : $", difference {check.DifferenceCents}")}");
                foreach (var fault in check.Faults) terminal.Say($"       {fault.Where}: {fault.What}");
            }

            terminal.Say(report.Ok ? $"The books are proved. Ledger hash {report.LedgerHash}" : "The books are NOT proved.");
            terminal.Value(report);
            return report.Ok ? 0 : 1;
        }));
        return command;
    }

    private static int Balances(Terminal terminal, BalanceReplayReport report)
    {
        foreach (var off in report.Differences) terminal.Say($"OFF  {off.Where}: {off.Kept} is kept, the entries come to {off.Made}");
        if (report.Found > report.Differences.Count) terminal.Say($"     and {report.Found - report.Differences.Count:N0} more");
        terminal.Say($"{report.Entries:N0} entries, {report.Lines:N0} lines, {report.Cases:N0} cases: {(report.Ok ? "every balance is what its entries come to." : "the balances are NOT what the entries come to.")}");
        terminal.Value(report);
        return report.Ok ? 0 : 1;
    }
}
