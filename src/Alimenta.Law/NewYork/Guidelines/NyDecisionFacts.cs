using System.ComponentModel;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>The ten factors of paragraph (f).</summary>
public enum NyFactor
{
    /// <summary>The financial resources of the parents and the child.</summary>
    Resources,

    /// <summary>The child's health, special needs and aptitudes.</summary>
    Needs,

    /// <summary>The standard of living the child would have had.</summary>
    StandardOfLiving,

    /// <summary>Taxes.</summary>
    Tax,

    /// <summary>What the parents contribute other than money.</summary>
    OtherContributions,

    /// <summary>A parent's education.</summary>
    ParentEducation,

    /// <summary>That one parent's gross income is much less than the other's.</summary>
    IncomeGap,

    /// <summary>The needs of the payer's other children, where they have less.</summary>
    OtherChildren,

    /// <summary>Extraordinary costs of visits, or costs during extended visits, when the child is not on assistance.</summary>
    VisitCosts,

    /// <summary>Any other factor that the court finds relevant.</summary>
    Other,
}

/// <summary>How income above the cap counts.</summary>
public enum NyAboveCapMethod
{
    /// <summary>It does not: support stops at the cap.</summary>
    StopAtCap,

    /// <summary>The percentage applies to it, or to a part of it.</summary>
    Percentage,

    /// <summary>An amount set by the factors.</summary>
    Amount,
}

/// <summary>What the court decided on combined income above the cap: (c)(3).</summary>
public sealed record NyAboveCap
{
    /// <summary>How it counts.</summary>
    [Description("How income above the cap counts: stop_at_cap, percentage or amount.")]
    public required NyAboveCapMethod Method { get; init; }

    /// <summary>Up to which combined income.</summary>
    [Description("For percentage: the combined income of a year up to which the percentage applies; left out: all of it.")]
    public Money? UpTo { get; init; }

    /// <summary>The amount.</summary>
    [Description("For amount: what the payer owes each year for income above the cap.")]
    public Money? AmountYearly { get; init; }

    /// <summary>The factors.</summary>
    [Description("The factors of paragraph (f) that the court weighed.")]
    public IReadOnlyList<NyFactor> Factors { get; init; } = [];

    /// <summary>The reasons.</summary>
    [Description("The court's reasons.")]
    public required string Reasons { get; init; }
}

/// <summary>Who set another amount.</summary>
public enum NyDecidedBy
{
    /// <summary>The court, because the guideline amount is unjust or inappropriate.</summary>
    Court,

    /// <summary>The parties, in a written agreement.</summary>
    Agreement,
}

/// <summary>Another amount than the rule's, with the finding for it.</summary>
public sealed record NyFinding
{
    /// <summary>The amount.</summary>
    [Description("The amount of a month.")]
    public required Money AmountMonthly { get; init; }

    /// <summary>Who decided.</summary>
    [Description("Who decided: court or agreement.")]
    public NyDecidedBy By { get; init; }

    /// <summary>The factors.</summary>
    [Description("The factors of paragraph (f) that were weighed; the court names at least one.")]
    public IReadOnlyList<NyFactor> Factors { get; init; } = [];

    /// <summary>The reasons.</summary>
    [Description("Why the rule's amount is unjust or inappropriate, or why the parties agreed otherwise.")]
    public required string Reasons { get; init; }
}
