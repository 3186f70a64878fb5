using System.ComponentModel;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>The court of the case: the two statutes are parallel, each court cites its own.</summary>
public enum NyCourt
{
    /// <summary>Family Court Act 413(1).</summary>
    FamilyCourt,

    /// <summary>Domestic Relations Law 240(1-b).</summary>
    SupremeCourt,
}

/// <summary>One of those who care for the children or pay.</summary>
public enum NyWho
{
    /// <summary>The first parent.</summary>
    ParentA,

    /// <summary>The second parent.</summary>
    ParentB,

    /// <summary>A person or agency other than a parent.</summary>
    Caretaker,
}

/// <summary>With whom a child lives most of the time.</summary>
public enum NyHome
{
    /// <summary>The first parent.</summary>
    ParentA,

    /// <summary>The second parent.</summary>
    ParentB,

    /// <summary>Equal time with both.</summary>
    Equal,

    /// <summary>A person or agency other than a parent.</summary>
    Caretaker,
}

/// <summary>What the guideline of New York wants to know. Amounts are of a year unless a frequency says otherwise.</summary>
public sealed record NyGuidelineFacts
{
    /// <summary>The court.</summary>
    [Description("The court of the case; it decides which of the two parallel statutes is cited.")]
    public NyCourt Court { get; init; }

    /// <summary>The first parent.</summary>
    [Description("The first parent.")]
    public required NyParent ParentA { get; init; }

    /// <summary>The second parent.</summary>
    [Description("The second parent.")]
    public required NyParent ParentB { get; init; }

    /// <summary>The children of both.</summary>
    [Description("The children of these parents who are to be supported.")]
    public required IReadOnlyList<NyChild> Children { get; init; }

    /// <summary>Who is the custodial parent when time and incomes are equal; null: nobody decided.</summary>
    [Description("Who is treated as the custodial parent when time and incomes are both equal: parent_a or parent_b, as the court decided.")]
    public NyWho? EqualTimeCustodian { get; init; }

    /// <summary>Maintenance in this case.</summary>
    [Description("Maintenance that one parent pays the other in this case; it is settled before child support.")]
    public NyMaintenance? Maintenance { get; init; }

    /// <summary>The share for five or more children.</summary>
    [Description("For five or more children: the share of income that the court sets, in millionths; left out, the least share.")]
    public long? FiveOrMorePpm { get; init; }

    /// <summary>The decision above the cap.</summary>
    [Description("What the court decided on combined income above the cap.")]
    public NyAboveCap? AboveCap { get; init; }

    /// <summary>Another amount than the least one below the poverty guideline.</summary>
    [Description("What the court ordered because the least amount below the poverty income guideline is unjust.")]
    public NyFinding? BelowPoverty { get; init; }

    /// <summary>Child care.</summary>
    [Description("Child care costs.")]
    public IReadOnlyList<NyChildCare> ChildCare { get; init; } = [];

    /// <summary>Health insurance.</summary>
    [Description("Premiums for the children's health insurance.")]
    public IReadOnlyList<NyInsurance> Insurance { get; init; } = [];

    /// <summary>Cash medical support.</summary>
    [Description("What cash medical support is computed from when no coverage is available and a child has Medicaid.")]
    public NyCashMedical? CashMedical { get; init; }

    /// <summary>Education.</summary>
    [Description("Education costs.")]
    public IReadOnlyList<NyEducation> Education { get; init; } = [];

    /// <summary>Another amount than the guideline's.</summary>
    [Description("An amount other than the guideline's: by the court because that is unjust, or by agreement.")]
    public NyFinding? Deviation { get; init; }
}

/// <summary>A parent.</summary>
public sealed record NyParent
{
    /// <summary>Income and deductions.</summary>
    [Description("Each part of the income, each imputed amount and each deduction; none for a parent without income.")]
    public IReadOnlyList<NyIncomePart> Income { get; init; } = [];

    /// <summary>Earnings from which FICA is computed; null where it is given as an item, or none is paid.</summary>
    [Description("Earnings from which FICA is computed when what was paid is not at hand. Left out: it is given among the deductions, or none is paid.")]
    public NyFicaEarnings? FicaFrom { get; init; }

    /// <summary>Whether and why incarcerated.</summary>
    [Description("Whether the parent is incarcerated, and whether for not paying support or an offense against the custodial parent or the child.")]
    public NyIncarceration Incarceration { get; init; }
}

/// <summary>Whether a parent is incarcerated.</summary>
public enum NyIncarceration
{
    /// <summary>No.</summary>
    None,

    /// <summary>Yes, for another reason than the two below: no voluntary unemployment.</summary>
    Other,

    /// <summary>Yes, for not paying support or an offense against the custodial parent or the child.</summary>
    NonpaymentOrOffense,
}

/// <summary>One part of a parent's income, or a deduction.</summary>
public sealed record NyIncomePart
{
    /// <summary>What it is.</summary>
    [Description("What it is. The parameter ny/guidelines/income/items gives each its subparagraph and says whether it is added, imputed or deducted.")]
    public required NyIncomeItem Item { get; init; }

    /// <summary>How much.</summary>
    [Description("How much.")]
    public required Money Amount { get; init; }

    /// <summary>For which time.</summary>
    [Description("The time for which the amount is; left out: a year.")]
    public Frequency Per { get; init; } = Frequency.Yearly;

    /// <summary>Why it is imputed.</summary>
    [Description("For an imputed amount: why the court attributes it.")]
    public string Because { get; init; } = "";
}

/// <summary>A child.</summary>
public sealed record NyChild
{
    /// <summary>A name.</summary>
    [Description("A name, so that lines and refusals can name the child.")]
    public string Name { get; init; } = "";

    /// <summary>Day of birth.</summary>
    [Description("Day of birth.")]
    public DateOnly? Born { get; init; }

    /// <summary>With whom.</summary>
    [Description("With whom the child lives most of the time.")]
    public required NyHome LivesWith { get; init; }
}

/// <summary>Maintenance between the parents.</summary>
public sealed record NyMaintenance
{
    /// <summary>Who pays.</summary>
    [Description("Who pays it: parent_a or parent_b.")]
    public required NyWho PaidBy { get; init; }

    /// <summary>How much.</summary>
    [Description("How much.")]
    public required Money Amount { get; init; }

    /// <summary>For which time.</summary>
    [Description("The time for which the amount is; left out: a year.")]
    public Frequency Per { get; init; } = Frequency.Yearly;

    /// <summary>The last day.</summary>
    [Description("The day on which it ends, when known.")]
    public DateOnly? Ends { get; init; }
}
