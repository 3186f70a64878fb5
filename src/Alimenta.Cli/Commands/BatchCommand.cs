using System.CommandLine;
using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Office;
using Alimenta.Office.Accounting;
using Alimenta.Office.Enforcement;
using Alimenta.Office.Interest;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Cli.Commands;

/// <summary>The day's batch: opening a business day, accrual, and where runs stand.</summary>
internal static class BatchCommand
{
    private static readonly string Name = $"{Environment.MachineName}/{Environment.ProcessId}";

    public static Command Make()
    {
        var database = Shared.Database();
        var json = Shared.Json();
        (database.Recursive, json.Recursive) = (true, true);
        return new("batch", "Open a business day, run accrual for every family, select obligors for remedies, count interest, and see where runs stand.") { database, json, Open(database, json), Accrual(database, json), Selection(database, json), Interest(database, json), Status(database, json), Retry(database, json) };
    }

    private static Command Open(Option<string?> database, Option<bool> json)
    {
        var date = new Argument<DateOnly>("DATE") { Description = "The business date, as 2026-11-23." };
        var command = new Command("open", "Open a business day.") { date };
        command.SetAction((parsed, cancel) => Guarded.RunAsync(parsed.GetValue(json), async terminal =>
        {
            var opened = await Shared.OpenReadyAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
            var day = parsed.GetValue(date);
            var outcome = await new BusinessDays(opened.Value).OpenAsync(day, Actor.Program("batch"), cancel);
            if (outcome.Refusal is { } no) return terminal.Refuse(no);
            terminal.Say($"Business date {Days.Words(outcome.Value.Date)}, after {Days.Words(outcome.Value.Before)}.");
            foreach (var left in outcome.Value.Left) terminal.Say($"Run {left.Run}, {left.Key}, is not at its end: {left.Parts} of its parts are left. A worker goes on with it: alimenta worker --once");
            terminal.Value(outcome.Value);
            return 0;
        }));
        return command;
    }

    private static Command Accrual(Option<string?> database, Option<bool> json)
    {
        var part = new Option<int>("--part") { Description = "Families whose money hangs together are a circle; so many circles a worker brings up in one command.", DefaultValueFactory = _ => 1000 };
        part.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValue(part) < 1) result.AddError("A part has at least one circle.");
        });
        var lease = Shared.Lease();
        var command = new Command("accrual", "Bring every family's books up to the business date. Run twice it does nothing the second time.") { part, lease };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var opened = await Shared.OpenReadyAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
            var runs = new CircleRuns(opened.Value, new PolicyDesk(law)) { Lease = TimeSpan.FromSeconds(parsed.GetValue(lease)) };
            var started = await new AccrualRun(opened.Value) { CirclesAPart = parsed.GetValue(part) }.StartAsync(cancel);
            if (started.Refusal is { } no) return terminal.Refuse(no);
            if (started.Value.Before is { } before)
                terminal.Say($"Run {started.Value.Run}, the accrual of {Days.Words(started.Value.Date)}, {(before == RunStatus.Done ? "is done: nothing is left to do." : "is under way already: its parts that nobody has in hand are worked here.")}");
            await runs.FinishAsync(started.Value.Run, Name, terminal, cancel);
            return Told(terminal, await RunStands.OfAsync(opened.Value, started.Value.Run, cancel));
        }));
        return command;
    }

    private static Command Selection(Option<string?> database, Option<bool> json)
    {
        var part = new Option<int>("--part") { Description = "So many obligors a worker looks at in one command.", DefaultValueFactory = _ => 1000 };
        part.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValue(part) < 1) result.AddError("A part has at least one obligor.");
        });
        var lease = Shared.Lease();
        var command = new Command("selection", "Hold every obligor against the thresholds of tax refund offset and passport denial, once for a business day. It makes the list and submits nothing.") { part, lease };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var opened = await Shared.OpenReadyAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
            var started = await new SelectionRun(opened.Value) { ObligorsAPart = parsed.GetValue(part) }.StartAsync(cancel);
            if (started.Refusal is { } no) return terminal.Refuse(no);
            if (started.Value.Found) terminal.Say($"Run {started.Value.Run} is under way already: its parts that nobody has in hand are worked here.");
            if (!started.Value.Accrued) terminal.Say("The accrual of this day is not done: what falls due on it is not counted. Next time run batch accrual first.");
            var policies = new PolicyDesk(law);
            await new SelectionRuns(opened.Value, policies) { Lease = TimeSpan.FromSeconds(parsed.GetValue(lease)) }.FinishAsync(started.Value.Run, Name, terminal, cancel);
            return await SelectionWords.SayAsync(terminal, opened.Value, policies, started.Value.Run, cancel);
        }));
        return command;
    }

    private static Command Interest(Option<string?> database, Option<bool> json)
    {
        var part = new Option<int>("--part") { Description = "So many circles a worker counts in one command.", DefaultValueFactory = _ => 200 };
        part.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && result.GetValue(part) < 1) result.AddError("A part has at least one circle.");
        });
        var lease = Shared.Lease();
        var command = new Command("interest", "Count interest on late support in every open case of a state whose law lets it bear interest, once for a business day. It states what it counts and raises no debt.") { part, lease };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var opened = await Shared.OpenReadyAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
            var started = await new InterestRun(opened.Value) { CirclesAPart = parsed.GetValue(part) }.StartAsync(cancel);
            if (started.Refusal is { } no) return terminal.Refuse(no);
            if (started.Value.Found) terminal.Say($"Run {started.Value.Run} is under way already: its parts that nobody has in hand are worked here.");
            await new InterestRuns(opened.Value, new PolicyDesk(law)) { Lease = TimeSpan.FromSeconds(parsed.GetValue(lease)) }.FinishAsync(started.Value.Run, Name, terminal, cancel);
            return await InterestWords.SayAsync(terminal, opened.Value, started.Value.Run, cancel);
        }));
        return command;
    }

    private static Command Retry(Option<string?> database, Option<bool> json)
    {
        var run = new Argument<long>("RUN") { Description = "The run's number, as status prints it." };
        var command = new Command("retry", "Work the parts of a run that failed again, after what was wrong with them is mended.") { run };
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var opened = await Shared.OpenReadyAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
            var runs = Shared.Runs(opened.Value, new PolicyDesk(law));
            var id = parsed.GetValue(run);
            var freed = await runs.RetryAsync(id, $"retry:{Guid.NewGuid():N}", Actor.Program("batch"), cancel);
            if (freed.Refusal is { } no) return terminal.Refuse(no);
            await runs.FinishAsync(id, Name, terminal, cancel);
            var stands = await RunStands.OfAsync(opened.Value, id, cancel);
            return stands.Kind switch
            {
                SelectionRun.Kind => await SelectionWords.SayAsync(terminal, opened.Value, new(law), id, cancel),
                InterestRun.Kind => await InterestWords.SayAsync(terminal, opened.Value, id, cancel),
                _ => Told(terminal, stands),
            };
        }));
        return command;
    }

    private static int Told(Terminal terminal, RunStands done)
    {
        terminal.Done();
        terminal.Say($"{done.Key}: {done.Status}, {done.Done} of {done.Partitions} parts, {done.Entries} entries.");
        SaySetAside(terminal, done.Id, done.Failures);
        terminal.Value(done);
        return done.Failures.Count == 0 && done.Done == done.Partitions ? 0 : 1;
    }

    /// <summary>Says what a run set aside, and how it is worked again.</summary>
    public static void SaySetAside(Terminal terminal, long run, IReadOnlyList<string> failures)
    {
        foreach (var failure in failures) terminal.Say($"         {failure}");
        if (failures.Count > 0) terminal.Say($"         When what is wrong is mended, work {(failures.Count == 1 ? "it" : "them")} again with: alimenta batch retry {run}");
    }

    private static void SayRun(Terminal terminal, RunStands run)
    {
        var counts = run.Kind switch { SelectionRun.Kind => "obligors", InterestRun.Kind => "cases", "disbursement" => "payments", _ => "entries" };
        terminal.Say($"{run.Id,8} {run.Key,-28} {run.Status,-8} {run.Done,5} of {run.Partitions,5} parts {run.Entries,10:N0} {counts}");
        var left = run.Partitions - run.Done - run.Failures.Count;
        var hands = left == 0 ? "" : run.InHand == 0 ? $"nobody works on the {left} that {(left == 1 ? "is" : "are")} left: alimenta worker" : $"{run.InHand} in hand";
        var pace = run.Pace?.Words(counts) ?? "";
        if (hands.Length + pace.Length > 0) terminal.Say($"         {string.Join("; ", ((string[])[pace, hands]).Where(w => w.Length > 0))}");
        SaySetAside(terminal, run.Id, run.Failures);
    }

    private static Command Status(Option<string?> database, Option<bool> json)
    {
        var command = new Command("status", "Where the last runs stand.");
        command.SetAction((parsed, cancel) => Guarded.WithLawAsync(parsed, json, cancel, async (terminal, law) =>
        {
            var opened = await Shared.OpenThereAsync(parsed.GetValue(database), cancel);
            if (opened.Refusal is { } refusal) return terminal.Refuse(refusal);
            await using var db = opened.Value.Read();
            var date = await db.BusinessDays.Select(d => (DateOnly?)d.Date).SingleOrDefaultAsync(cancel);
            var runs = await RunStands.LastAsync(opened.Value, 20, cancel);
            terminal.Say(date is { } day ? $"Business date {Days.Words(day)}" : "No business day is open.");
            foreach (var run in runs) SayRun(terminal, run);
            if (runs.Count == 0) terminal.Say("No run yet.");
            terminal.Value(new { date, runs });
            return 0;
        }));
        return command;
    }
}
