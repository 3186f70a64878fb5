using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;

namespace Alimenta.Office.Reading;

/// <summary>Why a step of a played history is what it is, as numbered sentences. The sentences of a distribution are those of the rule that decided it.</summary>
internal sealed class StepReasons(CircleReplay replay)
{
    private static readonly HashSet<string> AfterAll = [nameof(Recipient.Refund), nameof(Recipient.Future), nameof(Recipient.Gift)];

    /// <summary>The reason as one case sees it.</summary>
    public Explanation Of(Step step, string caseNumber) => step.Kind switch
    {
        StepKind.Distribution => Distribution(step, caseNumber),
        StepKind.Charge => Charge(step),
        StepKind.Grant => Grant(step, caseNumber),
        StepKind.Adjustment => Adjustment(step, caseNumber),
        StepKind.Opening => Opening(step),
        _ => Moves(new("us/distribution/classes", "42 USC 657; 608(a)(3)"), step, caseNumber),
    };

    /// <summary>How often an amount is due, after the amount.</summary>
    internal static string Often(Frequency frequency) => frequency switch
    {
        Frequency.Weekly => "a week",
        Frequency.Biweekly => "every two weeks",
        Frequency.Semimonthly => "twice a month",
        Frequency.Monthly => "a month",
        Frequency.Quarterly => "a quarter",
        Frequency.Yearly => "a year",
        _ => "once",
    };

    /// <summary>The sentences of allocation and of the case's distribution in one line of numbers, each part with its own.</summary>
    private Explanation Distribution(Step step, string caseNumber)
    {
        if (step.Why is not { } why) throw new InvalidOperationException($"The step {step.Key} was played without being asked to explain itself.");
        var flat = new Explanation(why.Rule, why.Citation);
        foreach (var first in why.Steps.Where(s => !AfterAll.Contains(s.Part))) flat.Step(first.Sentence, first.Citation, first.Part == "allocation" ? "" : first.Part);
        var cases = why.Children.Where(c => c.Rule == Alimenta.Law.Federal.Distribution.Distribution.RuleId).ToList();
        foreach (var child in why.Children)
        {
            foreach (var parameter in child.Parameters) flat.Read(parameter);
            if (cases.Contains(child) && cases.Count > 1 && child.Steps[0].Part != caseNumber) continue;
            foreach (var one in child.Steps) flat.Step(one.Sentence, one.Citation, cases.Contains(child) && one.Part != caseNumber ? one.Part : "");
        }

        foreach (var last in why.Steps.Where(s => AfterAll.Contains(s.Part))) flat.Step(last.Sentence, last.Citation, last.Part.ToLowerInvariant());
        if (step.Parts.Any(p => p.Case == caseNumber)) replay.ReadPolicy(flat, caseNumber, step);
        return flat;
    }

    private Explanation Charge(Step step)
    {
        var why = new Explanation("us/obligation/charge", "45 CFR 302.50");
        foreach (var charge in step.Charges)
        {
            var o = replay.Obligation(step.Debts[0].Obligation);
            var term = o.Terms.First(t => t.Period.Contains(charge.Due));
            why.Step($"{charge.Amount} fell due on {Days.Words(charge.Due)}: {replay.Words(o)} is {term.Amount} {Often(term.Frequency)} from {Days.Words(term.Period.From)}.", $"order {o.Order}");
        }

        foreach (var to in step.Debts.Select(d => d.To).Distinct())
            why.Step(to == DebtPlace.Current ? "While the month runs it is current support, which is paid first." : $"It is arrears from the day it is charged: {Class(to)}.", "45 CFR 302.51(a)(1)");
        return why;
    }

    private Explanation Grant(Step step, string caseNumber)
    {
        var why = new Explanation("us/distribution/assistance", "42 USC 657(a)(3), 608(a)(3)");
        foreach (var move in step.Assistance)
        {
            why.Step(move.Amount.IsNegative
                ? $"Assistance was corrected by {move.Amount}; what is not reimbursed falls by as much."
                : $"The family received {move.Amount} of {(move.Program == AssistanceProgram.FosterCare ? "foster care maintenance (title IV-E)" : "cash assistance (title IV-A)")} on {Days.Words(step.On)}; what is not reimbursed rises by as much.", "42 USC 608(a)(3)");
        }

        return Moves(why, step, caseNumber);
    }

    private Explanation Adjustment(Step step, string caseNumber)
    {
        var why = new Explanation("adjustment", "");
        var reason = replay.Reasons.GetValueOrDefault(step.Key[2..], "");
        foreach (var move in step.Debts.Where(d => d.Case == caseNumber && (d.From == DebtPlace.Adjusted || d.To == DebtPlace.Adjusted)))
        {
            var raised = move.From == DebtPlace.Adjusted;
            why.Step($"A decision {(raised ? "raised" : "lowered")} the debt for {move.Month.Words} by {move.Amount}{(reason.Length > 0 ? $": {reason.TrimEnd('.')}" : "")}.", "", (raised ? move.To : move.From).ToString());
        }

        return Moves(why, step, caseNumber);
    }

    private static Explanation Opening(Step step)
    {
        var why = new Explanation("opening-balance", "");
        foreach (var move in step.Debts.Where(d => d.From == DebtPlace.Opening))
            why.Step($"{move.Amount} of {Class(move.To)} arrears for {move.Month.Words} was taken over from an earlier record on {Days.Words(step.On)}.", "", move.To.ToString());
        return why;
    }

    private static Explanation Moves(Explanation why, Step step, string caseNumber)
    {
        foreach (var group in step.Debts.Where(d => d.Case == caseNumber && IsClassMove(d)).GroupBy(d => (d.From, d.To)))
        {
            var (sentence, citation) = MoveWords(group.Key.From, group.Key.To);
            var months = group.GroupBy(d => d.Month).Select(m => $"{m.Sum(d => d.Amount)} of {m.Key.Words}").ToList();
            why.Step($"{Listed(months)}: {sentence}", citation);
        }

        return why;
    }

    /// <summary>A class of arrears, as it is called.</summary>
    internal static string Class(DebtPlace place) => place switch
    {
        DebtPlace.NA => "never assigned",
        DebtPlace.PA => "permanently assigned",
        DebtPlace.TA => "temporarily assigned",
        DebtPlace.CA => "conditionally assigned",
        DebtPlace.UDA => "unassigned during-assistance",
        DebtPlace.UPA => "unassigned pre-assistance",
        DebtPlace.FC => "foster care",
        DebtPlace.MED => "medical",
        _ => "current",
    };

    /// <summary>Whether a debt merely went from one class to another.</summary>
    internal static bool IsClassMove(DebtMove move) => IsOwed(move.From) && IsOwed(move.To);

    /// <summary>Why debt goes from one class to another, and where that stands.</summary>
    internal static (string Sentence, string Citation) MoveWords(DebtPlace from, DebtPlace to) => (from, to) switch
    {
        (DebtPlace.Current, DebtPlace.NA) => ("unpaid when the month ended, and not assigned to anyone in that month, so it became never assigned arrears.", "45 CFR 302.51(a)(1)"),
        (DebtPlace.Current, DebtPlace.PA) => ("unpaid when the month ended, in a month in which the family received assistance, so it became permanently assigned arrears.", "42 USC 608(a)(3)"),
        (DebtPlace.Current, DebtPlace.FC) => ("unpaid when the month ended, in a month in which the child was in foster care, so it became foster care arrears.", "42 USC 671(a)(17)"),
        (DebtPlace.Current, DebtPlace.MED) => ("assigned medical support, unpaid when the month ended.", "42 USC 1396k"),
        (DebtPlace.PA, DebtPlace.UDA) => ("assigned arrears above the unreimbursed assistance are the family’s.", "42 USC 657(a)(3), 608(a)(3)"),
        (DebtPlace.UDA, DebtPlace.PA) => ("the unreimbursed assistance rose, so these arrears are assigned again.", "42 USC 657(a)(3), 608(a)(3)"),
        (DebtPlace.NA, DebtPlace.TA) => ("assistance began that under older law also assigned what was owed before it.", "42 USC 657(a)(2)"),
        (DebtPlace.TA, DebtPlace.CA) => ("assistance ended: what was assigned while it ran is assigned only for federal tax offsets.", "42 USC 657(a)(2)(B)"),
        (DebtPlace.TA, DebtPlace.UPA) => ("assistance ended: what is above the unreimbursed assistance is the family’s.", "42 USC 657(a)(2)(B)"),
        _ => ($"it went from {Class(from)} to {Class(to)}.", "42 USC 657"),
    };

    /// <summary>The first few of a list, and how many others.</summary>
    internal static string Listed(IReadOnlyList<string> items, int most = 6) =>
        items.Count <= most ? string.Join(", ", items) : $"{string.Join(", ", items.Take(most))} and {items.Count - most} more";

    private static bool IsOwed(DebtPlace place) => place is not (DebtPlace.Charged or DebtPlace.Satisfied or DebtPlace.SatisfiedByPartner or DebtPlace.Adjusted or DebtPlace.Opening);
}
