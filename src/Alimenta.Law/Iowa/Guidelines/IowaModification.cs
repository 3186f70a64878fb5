using System.ComponentModel;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>An order and what the guideline gives today.</summary>
public sealed record IowaModificationFacts
{
    /// <summary>What is ordered now.</summary>
    [Description("Amount of a month that the order sets now.")]
    public required Money OrderMonthly { get; init; }

    /// <summary>What the guideline gives now.</summary>
    [Description("Guideline amount of a month on today's facts.")]
    public required Money GuidelineMonthly { get; init; }

    /// <summary>Whether the other parent would pay from now on.</summary>
    [Description("Whether by the guideline the other parent would pay from now on.")]
    public bool PayerChanges { get; init; }

    /// <summary>Whether a qualified additional dependent deduction went into the guideline amount.</summary>
    [Description("Whether a qualified additional dependent deduction of the parent who pays went into the guideline amount.")]
    public bool WithDependentDeduction { get; init; }

    /// <summary>The guideline amount without that deduction; null when not known.</summary>
    [Description("Guideline amount of a month without that deduction; wanted when the order would go down.")]
    public Money? GuidelineWithoutDeduction { get; init; }
}

/// <summary>Whether an order may be modified.</summary>
/// <param name="Modify">Whether the difference is large enough.</param>
/// <param name="Direction">up, down, other-parent or none.</param>
/// <param name="Difference">How far the order is from the guideline amount that counts.</param>
/// <param name="Needed">The least difference that is enough, rounded up to the cent.</param>
/// <param name="Compared">The guideline amount that counts.</param>
public sealed record IowaModificationAnswer(bool Modify, string Direction, Money Difference, Money Needed, Money Compared);

/// <summary>Whether an order differs so much from the guideline amount that it may be modified: Iowa Code 598.21C(2)(a).</summary>
public static class IowaModification
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "ia/modification";

    private const long Whole = 1_000_000;
    private const string Citation = "Iowa Code 598.21C(2)(a)";

    /// <summary>Decides.</summary>
    /// <param name="law">The law on the day.</param>
    /// <param name="facts">The order and the guideline amount.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<IowaModificationAnswer> Decide(LawOn law, IowaModificationFacts facts, Explanation? why = null)
    {
        var threshold = law.Ppm("ia/guidelines/modification/threshold", why);
        var down = !facts.PayerChanges && facts.GuidelineMonthly < facts.OrderMonthly;
        var compared = facts.GuidelineMonthly;
        if (down && facts.WithDependentDeduction)
        {
            if (facts.GuidelineWithoutDeduction is not { } without)
                return new Refusal("L-IA-MODIFY-QADD", "The order would go down, and the deduction for additional dependents may not be what reaches the threshold.",
                    "Work out the guideline amount without the deduction and give it too.", "Iowa Ct. R. 9.8", "guideline_without_deduction_cents");
            if (without < facts.GuidelineMonthly)
                return new Refusal("L-IA-MODIFY-QADD", "Without the deduction of the parent who pays the guideline amount cannot be lower.",
                    "Correct one of the two amounts.", "Iowa Ct. R. 9.8", "guideline_without_deduction_cents");
            compared = without;
            why?.Step($"The deduction for additional dependents may not serve to reach the threshold for a lower order, so {without} is compared.", "Iowa Ct. R. 9.8", "difference");
        }

        var signed = facts.PayerChanges ? facts.OrderMonthly + compared : compared - facts.OrderMonthly;
        var difference = facts.PayerChanges ? signed : new Money(Math.Abs(signed.Cents));
        var exact = (Int128)compared.Cents * threshold;
        var needed = new Money((long)((exact + Whole - 1) / Whole));
        var direction = difference.IsZero ? "none" : facts.PayerChanges ? "other-parent" : signed.IsPositive ? "up" : "down";
        var modify = difference.IsPositive && (Int128)difference.Cents * Whole >= exact && (!down || direction == "down");
        why?.Step($"The order of {facts.OrderMonthly} and the guideline amount of {compared} differ by {difference}; {LawWords.Percent(threshold)} of the guideline amount is {needed}: {(modify ? "the order may be modified" : "that is not enough")}.", Citation, "modify");
        return new IowaModificationAnswer(modify, direction, difference, needed, compared);
    }
}
