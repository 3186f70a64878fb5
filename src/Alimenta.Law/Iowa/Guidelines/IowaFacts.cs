using System.ComponentModel;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>What the Iowa guideline wants to know.</summary>
public sealed record IowaFacts
{
    /// <summary>The children of both parents for whom support is set.</summary>
    [Description("The children of both parents for whom support is set.")]
    public required IReadOnlyList<IowaChild> Children { get; init; }

    /// <summary>The first parent.</summary>
    [Description("The first parent.")]
    public required IowaParent ParentA { get; init; }

    /// <summary>The second parent.</summary>
    [Description("The second parent.")]
    public required IowaParent ParentB { get; init; }

    /// <summary>Spousal support of this case, which is set before child support; null when none.</summary>
    [Description("Spousal support between these parents in this case, which is set before child support.")]
    public IowaSpousalSupport? SpousalSupport { get; init; }

    /// <summary>The day of the first support order of this case; null when there is none yet.</summary>
    [Description("Day of the first support order of this case, whatever changed it later. Left out: there is none yet, and every order for another family is prior.")]
    public DateOnly? OriginalOrder { get; init; }

    /// <summary>Court-ordered overnights a year with the parent without physical care.</summary>
    [Description("Overnights a year that the court orders with the parent who does not have physical care (sole care only).")]
    public int VisitationOvernights { get; init; }

    /// <summary>Health plans that cover the children.</summary>
    [Description("Health plans of the parents that cover or can cover the children.")]
    public IReadOnlyList<IowaHealthPlan> HealthPlans { get; init; } = [];

    /// <summary>The premium of the state's children's plan; null when the children are not in it.</summary>
    [Description("Monthly premium of the state's children's plan (Hawki) when the children are in it.")]
    public Money? HawkiPremium { get; init; }

    /// <summary>Why no cash medical support is set although no plan is at hand; empty when nothing speaks against it.</summary>
    [Description("Why no cash medical support is set although no plan is at hand at reasonable cost. Left out: it is set.")]
    public string NoCashMedicalBecause { get; init; } = "";

    /// <summary>Public money for the children.</summary>
    [Description("Public money paid for the children: with FIP or foster care, what two parents owe one another is not offset.")]
    public IowaPublicFunds PublicFunds { get; init; }

    /// <summary>A variance from the guideline; null when none.</summary>
    [Description("A variance from the guideline amount that the court or agency has decided.")]
    public IowaVariance? Variance { get; init; }
}

/// <summary>One of the two parents.</summary>
public enum IowaParty
{
    /// <summary>The first parent.</summary>
    ParentA,

    /// <summary>The second parent.</summary>
    ParentB,
}

/// <summary>Who has physical care of a child.</summary>
public enum IowaPhysicalCare
{
    /// <summary>The first parent.</summary>
    ParentA,

    /// <summary>The second parent.</summary>
    ParentB,

    /// <summary>Both: joint physical care.</summary>
    Joint,
}

/// <summary>Public money for children.</summary>
public enum IowaPublicFunds
{
    /// <summary>None.</summary>
    None,

    /// <summary>The family investment programme.</summary>
    Fip,

    /// <summary>Foster care.</summary>
    FosterCare,
}

/// <summary>A child of both parents.</summary>
public sealed record IowaChild
{
    /// <summary>A name that stands once in the case.</summary>
    [Description("A name or letter for the child, once in the case.")]
    public required string Name { get; init; }

    /// <summary>The day of birth.</summary>
    [Description("Day of birth.")]
    public required DateOnly Born { get; init; }

    /// <summary>Who has physical care.</summary>
    [Description("Who has physical care: one parent, or both (joint).")]
    public required IowaPhysicalCare Care { get; init; }

    /// <summary>Who takes the child as a dependent for taxes; null: the parent with physical care.</summary>
    [Description("Which parent takes the child as a dependent for taxes. Left out: the parent with sole care; in joint or split care the decree must say.")]
    public IowaParty? ClaimedBy { get; init; }
}

/// <summary>Spousal support of this case.</summary>
public sealed record IowaSpousalSupport
{
    /// <summary>Who pays.</summary>
    [Description("Who pays it.")]
    public required IowaParty Payer { get; init; }

    /// <summary>The amount of a month.</summary>
    [Description("Amount of a month.")]
    public required Money Monthly { get; init; }

    /// <summary>Whether it counts for taxes: income of the one, deduction of the other.</summary>
    [Description("Whether tax law counts it as income of the one who gets it and deducts it for the payer.")]
    public bool Taxable { get; init; }

    /// <summary>Whether it pays back what a spouse gave; then it counts for neither.</summary>
    [Description("Whether it is reimbursement spousal support, which counts for neither parent.")]
    public bool Reimbursement { get; init; }
}

/// <summary>A health plan.</summary>
public sealed record IowaHealthPlan
{
    /// <summary>Whose plan it is and who pays.</summary>
    [Description("Whose plan it is; this parent pays the premium.")]
    public required IowaParty Payer { get; init; }

    /// <summary>The premium with the children.</summary>
    [Description("Monthly premium for a family plan.")]
    public required Money FamilyPremium { get; init; }

    /// <summary>The premium without them.</summary>
    [Description("Monthly premium for the parent alone; the difference is the children's part.")]
    public Money SinglePremium { get; init; }

    /// <summary>The children that it covers; empty: all.</summary>
    [Description("Names of the children that it covers; none named: all.")]
    public IReadOnlyList<string> Covers { get; init; } = [];
}

/// <summary>A variance that was decided.</summary>
public sealed record IowaVariance
{
    /// <summary>Who pays.</summary>
    [Description("Who pays.")]
    public required IowaParty Payer { get; init; }

    /// <summary>What is to be paid instead.</summary>
    [Description("Amount of a month that is ordered instead of the guideline amount.")]
    public required Money Amount { get; init; }

    /// <summary>The written finding.</summary>
    [Description("The written finding: why the guideline amount would be unjust or inappropriate.")]
    public required string Finding { get; init; }
}
