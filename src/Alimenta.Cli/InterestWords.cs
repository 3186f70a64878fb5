using Alimenta.Data;
using Alimenta.Law.Iowa;
using Alimenta.Office;
using Alimenta.Office.Interest;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Cli;

/// <summary>A count of interest, told on the terminal.</summary>
internal static class InterestWords
{
    /// <summary>Says where it stands and what it counted.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> SayAsync(Terminal terminal, AlimentaStore store, long run, CancellationToken cancel)
    {
        var stands = await RunStands.OfAsync(store, run, cancel);
        await using var db = store.Read();
        var totals = InterestTotals.Read(await db.BatchRuns.Where(r => r.Id == run).Select(r => r.TotalsJson).SingleAsync(cancel));
        terminal.Done();
        terminal.Say($"{stands.Key}: {stands.Status}, {stands.Done} of {stands.Partitions} parts, {stands.Entries:N0} cases.");
        foreach (var failure in stands.Failures) terminal.Say($"  {failure}");
        if (totals is not null)
        {
            terminal.Say($"  {totals.InterestCents} of interest in {totals.WithInterest:N0} cases, on support of which {totals.UnpaidCents} is unpaid. No debt is raised by this.");
            if (totals.NotCountedCents.IsPositive) terminal.Say($"  On {totals.NotCountedCents} of debt none is counted: the day on which it fell due, or the law of that day, is not known; the cases say which.");
            if (!totals.Agrees) terminal.Say("  The statements do not say what the parts counted: prove the books, and look at the statements.");
        }

        terminal.Value(new { run = stands, totals });
        return stands.Failures.Count == 0 && totals?.Agrees != false ? 0 : 1;
    }

    /// <summary>Says what it comes to in one case, and why.</summary>
    public static void Say(Terminal terminal, CaseInterest told)
    {
        if (told.Count is { } count)
        {
            terminal.Say($"Interest in case {told.Case} through {Days.Words(told.Through)}: {count.Interest}, with {count.Unpaid} of support unpaid.");
            foreach (var none in count.NotCounted) terminal.Say($"  none counted on {none.Left} of {none.Month}, {Of(none.Why)}");
        }
        else terminal.Say($"No interest is counted in case {told.Case}.");

        ExplainWords.Tree(terminal, told.Why, "  ");
        foreach (var stated in told.Stated) terminal.Say($"  stated through {Days.Words(stated.Through)}: {stated.Interest}");
    }

    private static string Of(NotCountedWhy why) => why switch
    {
        NotCountedWhy.TakenOver => "taken over: its due day is not known",
        NotCountedWhy.RaisedByDecision => "raised by decision: its due day is not known",
        NotCountedWhy.Judgment => "a judgment for the past: from when it bears this interest is not settled by what was read",
        NotCountedWhy.BeforeOrder => "due before its order was signed: whether it bears interest from then is not settled by what was read",
        NotCountedWhy.OtherState => "by an order of another state: which state's interest it bears is not settled by what was read",
        _ => "due before the first day of the recorded law",
    };
}
