using System.ComponentModel;

namespace Alimenta.Law.Federal.Offset;

/// <summary>A remedy for which debt is certified.</summary>
public enum OffsetRemedy
{
    /// <summary>Offset of a federal tax refund.</summary>
    FederalTaxRefund,

    /// <summary>Offset of another federal payment.</summary>
    FederalAdministrative,

    /// <summary>Offset of a state tax refund.</summary>
    StateTaxRefund,

    /// <summary>Denial of a passport.</summary>
    Passport,
}

/// <summary>An obligor's past-due support.</summary>
public sealed record OffsetThresholdFacts
{
    /// <summary>The remedy.</summary>
    [Description("The remedy for which the debt would be submitted.")]
    public required OffsetRemedy Remedy { get; init; }

    /// <summary>His cases.</summary>
    [Description("The obligor's cases with what is past due, fees and court costs left out.")]
    public required IReadOnlyList<PastDueCase> Cases { get; init; }
}

/// <summary>What is past due in one case.</summary>
public sealed record PastDueCase
{
    /// <summary>The case.</summary>
    [Description("The case.")]
    public required string Case { get; init; }

    /// <summary>Past-due support assigned to the state.</summary>
    [Description("Past-due support that is assigned to the state.")]
    public Money Assigned { get; init; }

    /// <summary>Past-due support owed to the family.</summary>
    [Description("Past-due support that is owed to the family.")]
    public Money Family { get; init; }
}

/// <summary>What may be submitted.</summary>
/// <param name="Eligible">Whether anything may be.</param>
/// <param name="Assigned">Assigned debt that may be submitted; nothing below the threshold.</param>
/// <param name="Family">Debt owed to the family that may be submitted; nothing below the threshold.</param>
/// <param name="CasesLeftOut">Cases that are too small to count by the state's rule.</param>
public sealed record OffsetThresholdAnswer(bool Eligible, Money Assigned, Money Family, IReadOnlyList<string> CasesLeftOut);

/// <summary>From what debt on a remedy may be used: 45 CFR 303.72(a), 303.102; 31 CFR 285.1(e); 42 USC 652(k)(1).</summary>
public static class OffsetThresholds
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/offset-thresholds";

    /// <summary>What may be submitted on the law's day.</summary>
    /// <param name="law">The law on the day of submission under the state's policy.</param>
    /// <param name="facts">The remedy and the debt.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    /// <exception cref="LawNotCovered">The state's threshold is not recorded.</exception>
    public static OffsetThresholdAnswer Decide(LawOn law, OffsetThresholdFacts facts, Explanation? why = null) => facts.Remedy switch
    {
        OffsetRemedy.FederalTaxRefund => TaxRefund(law, facts, why),
        OffsetRemedy.FederalAdministrative => AtLeast(facts, law.Money("us/offset/administrative", why), "federal administrative offset", "31 CFR 285.1(e)", why),
        OffsetRemedy.StateTaxRefund => AtLeast(facts, law.Money("policy/offset/state-tax", why), "state tax refund offset", "45 CFR 303.102", why),
        _ => Passport(law, facts, why),
    };

    /// <summary>Assigned debt and debt owed to the family have thresholds of their own and are never added together.</summary>
    private static OffsetThresholdAnswer TaxRefund(LawOn law, OffsetThresholdFacts facts, Explanation? why)
    {
        var least = law.Money("policy/offset/federal-least-case", why);
        var assigned = Counted("assigned debt", [.. facts.Cases.Select(c => (c.Case, c.Assigned))], least, law.Money("us/offset/tax-refund/assigned", why), "45 CFR 303.72(a)(2)", why);
        var family = Counted("debt owed to the family", [.. facts.Cases.Select(c => (c.Case, c.Family))], least, law.Money("us/offset/tax-refund/family", why), "45 CFR 303.72(a)(3)", why);
        List<string> left = [.. facts.Cases.Where(c => (c.Assigned.IsPositive && c.Assigned < least) || (c.Family.IsPositive && c.Family < least)).Select(c => c.Case)];
        return new(assigned.IsPositive || family.IsPositive, assigned, family, left);
    }

    private static Money Counted(string what, IReadOnlyList<(string Case, Money Debt)> debts, Money leastCase, Money threshold, string citation, Explanation? why)
    {
        var sum = debts.Where(d => d.Debt >= leastCase).Sum(d => d.Debt);
        why?.Step(sum >= threshold
            ? $"The {what} of {sum} reaches the threshold of {threshold}."
            : $"The {what} of {sum} does not reach the threshold of {threshold}.", citation, "eligible");
        return sum >= threshold ? sum : Money.Zero;
    }

    private static OffsetThresholdAnswer AtLeast(OffsetThresholdFacts facts, Money threshold, string remedy, string citation, Explanation? why)
    {
        var (assigned, family) = (facts.Cases.Sum(c => c.Assigned), facts.Cases.Sum(c => c.Family));
        var enough = assigned + family >= threshold;
        why?.Step($"The debt of {assigned + family} {(enough ? "reaches" : "does not reach")} the threshold of {threshold} for {remedy}.", citation, "eligible");
        return enough ? new(true, assigned, family, []) : new(false, Money.Zero, Money.Zero, []);
    }

    private static OffsetThresholdAnswer Passport(LawOn law, OffsetThresholdFacts facts, Explanation? why)
    {
        var (assigned, family) = (facts.Cases.Sum(c => c.Assigned), facts.Cases.Sum(c => c.Family));
        var above = law.Money("us/offset/passport", why);
        var enough = assigned + family > above;
        why?.Step($"The debt of {assigned + family} is {(enough ? "" : "not ")}more than {above}.", "42 USC 652(k)(1)", "eligible");
        return enough ? new(true, assigned, family, []) : new(false, Money.Zero, Money.Zero, []);
    }
}
