using System.ComponentModel;
using Alimenta.Law.Federal.History;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>Why there is child care.</summary>
public enum NyCareReason
{
    /// <summary>The parent works: (c)(4).</summary>
    Work,

    /// <summary>The parent is in education that leads to work: (c)(4).</summary>
    Education,

    /// <summary>The parent seeks work: the court may order a share, (c)(6).</summary>
    SeekingWork,
}

/// <summary>A child care cost.</summary>
public sealed record NyChildCare
{
    /// <summary>How much.</summary>
    [Description("How much.")]
    public required Money Amount { get; init; }

    /// <summary>For which time.</summary>
    [Description("The time for which the amount is; left out: a year.")]
    public Frequency Per { get; init; } = Frequency.Yearly;

    /// <summary>Who pays it.</summary>
    [Description("Who pays it: parent_a, parent_b or caretaker. The others owe their shares.")]
    public required NyWho PaidBy { get; init; }

    /// <summary>Why.</summary>
    [Description("Why there is child care: work, education that leads to work, or seeking work.")]
    public NyCareReason Reason { get; init; }

    /// <summary>Whether ordered where the court may.</summary>
    [Description("For seeking_work: whether the court orders the shares.")]
    public bool Ordered { get; init; }
}

/// <summary>A premium for the children's health insurance.</summary>
public sealed record NyInsurance
{
    /// <summary>The plan.</summary>
    [Description("A name of the plan; each plan has one payer.")]
    public required string Plan { get; init; }

    /// <summary>The premium.</summary>
    [Description("The part of the premium that is for the children.")]
    public required Money Amount { get; init; }

    /// <summary>For which time.</summary>
    [Description("The time for which the premium is; left out: a year.")]
    public Frequency Per { get; init; } = Frequency.Yearly;

    /// <summary>Who carries it.</summary>
    [Description("Who carries the plan: parent_a, parent_b or caretaker.")]
    public required NyWho CarriedBy { get; init; }
}

/// <summary>How Medicaid covers the child.</summary>
public enum NyMedicaid
{
    /// <summary>Managed care: an amount each month.</summary>
    ManagedCare,

    /// <summary>Fee for service: a most for a year.</summary>
    FeeForService,
}

/// <summary>What cash medical support is computed from.</summary>
public sealed record NyCashMedical
{
    /// <summary>How Medicaid covers the child.</summary>
    [Description("How Medicaid covers the child: managed_care or fee_for_service.")]
    public required NyMedicaid Medicaid { get; init; }

    /// <summary>The family contribution.</summary>
    [Description("The family contribution of a month under Child Health Plus for a household with the parents' combined income.")]
    public required Money FamilyContributionMonthly { get; init; }

    /// <summary>The managed care premium.</summary>
    [Description("For managed_care: the premium of a month that Medicaid pays for the child.")]
    public Money ManagedCarePremiumMonthly { get; init; }

    /// <summary>The months of a year.</summary>
    [Description("For fee_for_service: for how many months of the year the child is authorized; left out: all.")]
    public int? Months { get; init; }
}

/// <summary>An education cost; whether it is shared is for the court.</summary>
public sealed record NyEducation
{
    /// <summary>How much.</summary>
    [Description("How much.")]
    public required Money Amount { get; init; }

    /// <summary>For which time.</summary>
    [Description("The time for which the amount is; left out: a year.")]
    public Frequency Per { get; init; } = Frequency.Yearly;

    /// <summary>Who pays it.</summary>
    [Description("Who pays it: parent_a, parent_b or caretaker. The others owe their shares.")]
    public required NyWho PaidBy { get; init; }

    /// <summary>Whether ordered.</summary>
    [Description("Whether the court orders the shares.")]
    public bool Ordered { get; init; }
}
