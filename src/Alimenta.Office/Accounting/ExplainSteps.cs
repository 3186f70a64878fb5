using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;

namespace Alimenta.Office.Accounting;

/// <summary>Puts the steps of a played history that decide nothing by themselves into words: charges, month ends, grants, corrections, balances brought in.</summary>
internal static class ExplainSteps
{
    public static Explanation Why(Step step, CircleFacts facts)
    {
        var why = new Explanation(Replay.RuleId, Citation(step.Kind));
        foreach (var charge in step.Charges) Charge(step, charge, facts, why);
        foreach (var change in step.Assistance) Assistance(change, why);
        foreach (var move in step.Debts) Move(move, why);
        return why;
    }

    /// <summary>A move of debt in words.</summary>
    public static (string Sentence, string Citation) Words(DebtPlace from, DebtPlace to, Money amount, SupportMonth month) => (from, to) switch
    {
        (DebtPlace.Charged, DebtPlace.Current) => ($"{amount} became due as current support of {month.Words}.", "45 CFR 302.51(a)(1)"),
        (DebtPlace.Charged, _) => ($"{amount} was adjudged for {month.Words}: arrears from the first day, never current support.", "45 CFR 302.51(a)(1)"),
        (DebtPlace.Current, DebtPlace.NA) => ($"{amount} of {month.Words} stayed unpaid. The family had no assistance in that month, so it is the family's: never assigned.", "42 USC 657(a)(4), 608(a)(3)"),
        (DebtPlace.Current, DebtPlace.PA) => ($"{amount} of {month.Words} stayed unpaid. It accrued while the family had assistance, so it is assigned to the state.", "42 USC 608(a)(3)"),
        (DebtPlace.Current, DebtPlace.FC) => ($"{amount} of {month.Words} stayed unpaid. A child was in foster care, so it is assigned for that.", "42 USC 671(a)(17); 45 CFR 302.52(c)"),
        (DebtPlace.Current, DebtPlace.MED) => ($"{amount} of medical support of {month.Words} stayed unpaid. It is assigned to the Medicaid agency.", "45 CFR 302.51(c)"),
        (DebtPlace.NA, DebtPlace.TA) => ($"{amount} of {month.Words} was assigned for as long as the assistance runs: the spell began under the older law.", "former 42 USC 608(a)(3)(A)"),
        (DebtPlace.TA, DebtPlace.CA) => ($"{amount} of {month.Words} is conditionally assigned now that the assistance has ended: the state keeps it only out of federal tax refunds.", "former 42 USC 657(a)(2)(B); conventions H4"),
        (DebtPlace.TA, DebtPlace.UPA) => ($"{amount} of {month.Words} is above the unreimbursed assistance, and the assistance has ended: it is the family's.", "42 USC 657(a)(3); conventions H4"),
        (DebtPlace.PA, DebtPlace.UDA) => ($"{amount} of {month.Words} is above the unreimbursed assistance: it is no longer assigned and is the family's.", "42 USC 657(a)(3), 608(a)(3); conventions D7"),
        (DebtPlace.UDA, DebtPlace.PA) => ($"{amount} of {month.Words} is assigned again, because unreimbursed assistance has risen.", "42 USC 657(a)(3), 608(a)(3); conventions D7"),
        (_, DebtPlace.Satisfied) => ($"{amount} of {month.Words} was paid.", "45 CFR 302.51"),
        (_, DebtPlace.SatisfiedByPartner) => ($"{amount} of {month.Words} was paid by another person who owes the same debt.", ""),
        (DebtPlace.Adjusted, _) => ($"{amount} was added to {month.Words} by decision.", ""),
        (_, DebtPlace.Adjusted) => ($"{amount} was taken off {month.Words} by decision.", ""),
        (DebtPlace.Opening, _) => ($"{amount} of {month.Words} was taken over from an earlier record.", ""),
        _ => ($"{amount} of {month.Words} moved from {from} to {to}.", ""),
    };

    private static string Citation(StepKind kind) => kind switch
    {
        StepKind.Charge => "45 CFR 302.51(a)(1)",
        StepKind.Grant => "42 USC 608(a)(3), 657(a)(3)",
        StepKind.MonthEnd or StepKind.SpellBegin => "42 USC 657(a), 608(a)(3)",
        _ => "",
    };

    private static void Charge(Step step, Charge charge, CircleFacts facts, Explanation why)
    {
        var keys = step.Debts.Select(d => d.Obligation).ToHashSet();
        var term = facts.Cases.SelectMany(c => c.Obligations).Where(o => keys.Contains(o.Key)).SelectMany(o => o.Terms).FirstOrDefault(t => t.Period.Contains(charge.Due));
        why.Step(term is null
            ? $"{charge.Amount} fell due on {Days.Words(charge.Due)}."
            : $"{charge.Amount} fell due on {Days.Words(charge.Due)}: the order says {term.Amount} {Often(term.Frequency)} from {Days.Words(term.Period.From)}{(term.Prorate ? ", and a part of a period in proportion" : "")}.", "", "due");
    }

    private static void Assistance(AssistanceMove change, Explanation why) => why.Step(change.Retained
        ? $"{-change.Amount} was kept to reimburse assistance of {change.Custodian}: so much less is unreimbursed."
        : $"{change.Amount} of assistance was paid to {change.Custodian}: so much more is unreimbursed.", "42 USC 657(a)(3)");

    private static void Move(DebtMove move, Explanation why)
    {
        var (sentence, citation) = Words(move.From, move.To, move.Amount, move.Month);
        why.Step(sentence, citation, move.To.ToString());
    }

    /// <summary>How often an amount falls due, after the amount.</summary>
    public static string Often(Frequency frequency) => frequency switch
    {
        Frequency.Weekly => "every week",
        Frequency.Biweekly => "every two weeks",
        Frequency.Semimonthly => "twice a month",
        Frequency.Monthly => "every month",
        Frequency.Quarterly => "every three months",
        Frequency.Yearly => "every year",
        _ => "once",
    };
}
