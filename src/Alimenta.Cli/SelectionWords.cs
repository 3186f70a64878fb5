using Alimenta.Data;
using Alimenta.Law.Federal.Offset;
using Alimenta.Office;
using Alimenta.Office.Accounting;
using Alimenta.Office.Enforcement;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Cli;

/// <summary>A selection, told on the terminal.</summary>
internal static class SelectionWords
{
    /// <summary>Says where it stands and what it found.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> SayAsync(Terminal terminal, AlimentaStore store, PolicyDesk policies, long run, CancellationToken cancel)
    {
        var stands = await RunStands.OfAsync(store, run, cancel);
        await using var db = store.Read();
        var totals = SelectionTotals.Read(await db.BatchRuns.Where(r => r.Id == run).Select(r => r.TotalsJson).SingleAsync(cancel));
        terminal.Done();
        terminal.Say($"{stands.Key}: {stands.Status}, {stands.Done} of {stands.Partitions} parts, {stands.Entries:N0} obligors.");
        foreach (var failure in stands.Failures) terminal.Say($"  {failure}");
        if (totals is not null)
        {
            foreach (var total in totals.List) terminal.Say($"  {Of(total.Remedy, total.Debt),-45} {Of(total.Standing),-16} {total.Count,9:N0} {total.AmountCents,18}");
            terminal.Say($"  {totals.Begun - totals.Changed:N0} began, {totals.Changed:N0} changed, {totals.Ended:N0} ended. Nothing is submitted by this.");
            if (!totals.Agrees) terminal.Say($"  The parts selected {totals.SelectedCents}, and the list says otherwise: prove the books, and look at the list.");
        }

        terminal.Value(new { run = stands, totals });
        return stands.Failures.Count == 0 && totals?.Agrees != false ? 0 : 1;
    }

    /// <summary>Says what would be decided of one obligor, and why.</summary>
    public static void Say(Terminal terminal, IReadOnlyList<CheckedSelection> told)
    {
        foreach (var one in told)
        {
            terminal.Say($"Under {one.Policy}, as things stand on {Days.Words(one.AsOf)}:");
            foreach (var d in one.Answer.Decisions) terminal.Say($"  {Of(d),-45} {ExplainWords.Word(d.Standing)}, {ExplainWords.Word(d.Reason)}{(d.Amount.IsZero ? "" : $": {d.Amount}")}");
            ExplainWords.Tree(terminal, one.Why, "  ");
        }

        if (told.Count == 0) terminal.Say("There is no open case with a balance: nothing would be selected.");
    }

    private static string Of(Remedy remedy, SelectedDebt debt) => remedy switch
    {
        Remedy.FederalTaxRefund => $"federal tax refund, {(debt == SelectedDebt.Assigned ? "debt assigned to the state" : "debt to the family")}",
        Remedy.StateTaxRefund => "state tax refund",
        _ => "passport denial",
    };

    private static string Of(RemedyDecision decision) => Of(
        decision.Remedy switch { OffsetRemedy.FederalTaxRefund => Remedy.FederalTaxRefund, OffsetRemedy.StateTaxRefund => Remedy.StateTaxRefund, _ => Remedy.Passport }, decision.Debt == RemedyDebt.Assigned ? SelectedDebt.Assigned : SelectedDebt.Family);

    private static string Of(SelectionStanding standing) => standing switch { SelectionStanding.Selected => "selected", SelectionStanding.NeedsPerson => "needs a person", _ => "left out" };
}
