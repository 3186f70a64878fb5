using System.CommandLine;
using Alimenta.Office.Accounting;

namespace Alimenta.Cli.Commands;

/// <summary>A process that claims parts of open runs until stopped; any number may run on any number of hosts.</summary>
internal static class WorkerCommand
{
    private const int MostPauses = 15;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static Command Make()
    {
        var once = new Option<bool>("--once") { Description = "Stop when nothing is left to claim." };
        var lease = Shared.Lease();
        var database = Shared.Database();
        var json = Shared.Json();
        var command = new Command("worker", "Claim and work parts of open runs, until stopped.") { once, lease, database, json };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var opened = await Shared.OpenReadyAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
            var runs = Shared.Runs(opened.Value, new PolicyDesk(law), TimeSpan.FromSeconds(parsed.GetValue(lease)));
            var name = $"{Environment.MachineName}/{Environment.ProcessId}";
            var (worked, broken) = (0, 0);
            terminal.Say($"Worker {name}");
            while (!cancel.IsCancellationRequested)
            {
                var wait = Pause;
                try
                {
                    foreach (var run in await runs.OpenRunsAsync(cancel)) worked += await runs.WorkAsync(run, name, terminal, cancel);
                    if (parsed.GetValue(once)) break;
                    broken = 0;
                }
                catch (Exception gone) when (!parsed.GetValue(once) && Guarded.OfDatabase(gone))
                {
                    // A server that is started anew, or a follower that takes over, is back after a while; whoever looks after the worker need not.
                    wait = Pause * Math.Min(MostPauses, ++broken);
                    terminal.Say(FormattableString.Invariant($"The database does not answer as it should: {Guarded.Said(gone)}. Asking again in {wait.TotalSeconds:0} seconds."));
                }

                try
                {
                    await Task.Delay(wait, cancel);
                }
                catch (OperationCanceledException)
                {
                    break;
                }
            }

            terminal.Say($"{worked} parts worked.");
            terminal.Value(new { worker = name, parts = worked });
            return 0;
        }));
        return command;
    }
}
