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
        var command = new Command("prove", "Replay every entry and prove the books to the cent. Exit code 1 when anything is off.") { database, json };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var opened = await Shared.OpenThereAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
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
}
