using System.ComponentModel;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>What Oregon's guideline wants to know. Amounts are for a month.</summary>
public sealed record OregonFacts
{
    /// <summary>The first parent.</summary>
    [Description("The first parent.")]
    public required OregonParentFacts ParentA { get; init; }

    /// <summary>The second parent.</summary>
    [Description("The second parent.")]
    public required OregonParentFacts ParentB { get; init; }

    /// <summary>Joint minor children.</summary>
    [Description("Joint minor children (line 1d), with those of 18 who live with a parent and attend high school.")]
    public required int MinorChildren { get; init; }

    /// <summary>Joint children attending school.</summary>
    [Description("Joint children attending school from 18 to 20 (line 1e), without those counted as minors.")]
    public int ChildrenAttendingSchool { get; init; }

    /// <summary>A caretaker or the state, when a child lives with neither parent.</summary>
    [Description("Someone other than a parent, or the state, who has the care of the children.")]
    public OregonCaretakerFacts? Caretaker { get; init; }

    /// <summary>Nights of each minor child over two years, instead of the averages of the parents.</summary>
    [Description("Nights of each minor child over two years in a row; the averages are then worked out. Leave overnights_hundredths out everywhere.")]
    public IReadOnlyList<OregonChildNights> NightsInTwoYears { get; init; } = [];

    /// <summary>Time counted by hours, instead of overnights.</summary>
    [Description("Parenting time counted by blocks of hours instead of overnights. Leave overnights_hundredths and nights_in_two_years out.")]
    public OregonTimeByHours? TimeByHours { get; init; }

    /// <summary>With whom the minor children live where there is no plan or order.</summary>
    [Description("Without a plan or order: with whom the minor children live. The parent with all of them has all of the time. Leave every other count of time out.")]
    public OregonWithoutPlan? WithoutPlan { get; init; }

    /// <summary>Child care costs.</summary>
    [Description("What is paid for the care of joint children under 13 or disabled, one entry for each child and payer.")]
    public IReadOnlyList<OregonChildCareFacts> ChildCare { get; init; } = [];

    /// <summary>Who provides health coverage.</summary>
    [Description("Who is to provide health coverage for the children (line 4f).")]
    public OregonCoverage Coverage { get; init; }

    /// <summary>Whether coverage is ordered at more than a reasonable cost.</summary>
    [Description("Whether compelling factors call for coverage at more than a reasonable cost (line 4e).")]
    public bool CoverageAtHigherAmount { get; init; }

    /// <summary>Cash medical support.</summary>
    [Description("Whether cash medical support is ordered (line 5a): contingent means whenever the parent does not provide coverage.")]
    public OregonCashMedical CashMedical { get; init; }

    /// <summary>Rebuttal of the presumption.</summary>
    [Description("Rebuttal of the presumed amount under OAR 137-050-0760.")]
    public OregonRebuttalFacts? Rebuttal { get; init; }

    /// <summary>An amount on which the parties agree.</summary>
    [Description("An agreed amount under OAR 137-050-0765.")]
    public OregonAgreementFacts? Agreement { get; init; }
}

/// <summary>A parent. Amounts are for a month.</summary>
public sealed record OregonParentFacts
{
    /// <summary>Actual gross income.</summary>
    [Description("Actual gross income.")]
    public required Money Income { get; init; }

    /// <summary>Potential income that is added.</summary>
    [Description("Potential income that is added to actual income, found by work history, hours, qualifications, health and local jobs.")]
    public Money PotentialIncome { get; init; }

    /// <summary>Hours a week at minimum wage that the parent is found able to earn.</summary>
    [Description("Hours a week, up to 40, for which the parent is found able to earn minimum wage; added at the lowest rate of the state's regions.")]
    public int MinimumWageHoursAWeek { get; init; }

    /// <summary>Spousal support owed to the parent.</summary>
    [Description("Spousal support owed to this parent by anyone, paid or not.")]
    public Money SpousalSupportDue { get; init; }

    /// <summary>Spousal support that the parent owes.</summary>
    [Description("Spousal support that this parent owes to anyone, paid or not.")]
    public Money SpousalSupportOwed { get; init; }

    /// <summary>Mandatory union dues.</summary>
    [Description("Mandatory union dues.")]
    public Money UnionDues { get; init; }

    /// <summary>Cost of the parent's own health insurance.</summary>
    [Description("Cost of this parent's own health insurance.")]
    public Money OwnHealthInsurance { get; init; }

    /// <summary>Non-joint children.</summary>
    [Description("Children not of both parents who live in this parent's household or for whom this parent is ordered to pay (line 1c).")]
    public int NonJointChildren { get; init; }

    /// <summary>What coverage of the children would cost this parent, or null when none can be had.</summary>
    [Description("What health coverage of the joint children would cost this parent; 0 when it is free, left out when there is none.")]
    public Money? CoverageCost { get; init; }

    /// <summary>The policy behind that cost.</summary>
    [Description("Number or name of the policy behind that cost, so that one premium is not counted for both parents.")]
    public string CoveragePolicy { get; init; } = "";

    /// <summary>Average overnights in a year, in hundredths.</summary>
    [Description("Average overnights a year with the minor children, in hundredths: 18250 is 182.5 (line 6a). Those of both parents and the caretaker make a whole year.")]
    public int OvernightsHundredths { get; init; }

    /// <summary>Why the minimum order is not presumed for this parent.</summary>
    [Description("Why the presumption of the minimum order does not apply to this parent (line 8b).")]
    public OregonMinimumException MinimumOrderException { get; init; }

    /// <summary>Benefits paid to the children because of this parent.</summary>
    [Description("Social Security or veterans benefits paid to the joint children because of this parent's disability or retirement (line 8e).")]
    public Money ChildBenefits { get; init; }
}

/// <summary>Someone other than a parent who has the care of the children.</summary>
public sealed record OregonCaretakerFacts
{
    /// <summary>Average overnights in a year, in hundredths.</summary>
    [Description("Average overnights a year with the caretaker or in state care, in hundredths.")]
    public int OvernightsHundredths { get; init; }
}

/// <summary>What one party pays for the care of one child.</summary>
public sealed record OregonChildCareFacts
{
    /// <summary>The child.</summary>
    [Description("Name or number of the child; the same for each entry of one child.")]
    public required string Child { get; init; }

    /// <summary>The day of birth.</summary>
    [Description("The child's day of birth.")]
    public required DateOnly Born { get; init; }

    /// <summary>Who pays.</summary>
    [Description("Who pays.")]
    public required OregonPayer Payer { get; init; }

    /// <summary>What is paid.</summary>
    [Description("What is paid in a month.")]
    public required Money Cost { get; init; }

    /// <summary>Whether the child is disabled.</summary>
    [Description("Whether the child is disabled; care then counts at any age.")]
    public bool Disabled { get; init; }

    /// <summary>Where the care is given.</summary>
    [Description("Where care is given: in a listed area (Portland, Bend, Eugene, Corvallis, Springfield, Monmouth, Ashland) or elsewhere.")]
    public required OregonCareArea Area { get; init; }
}

/// <summary>A rebuttal: why, and what it changes.</summary>
public sealed record OregonRebuttalFacts
{
    /// <summary>The criteria.</summary>
    [Description("The criteria on which it rests.")]
    public required IReadOnlyList<OregonRebuttalFactor> Factors { get; init; }

    /// <summary>The reason.</summary>
    [Description("Why the presumed amount is unjust or inappropriate and the other should be ordered.")]
    public required string Reason { get; init; }

    /// <summary>What changes for the first parent.</summary>
    [Description("What it changes for the first parent.")]
    public OregonRebuttalParent? ParentA { get; init; }

    /// <summary>What changes for the second parent.</summary>
    [Description("What it changes for the second parent.")]
    public OregonRebuttalParent? ParentB { get; init; }

    /// <summary>Special costs that the caretaker pays.</summary>
    [Description("Special costs of the children that the caretaker pays.")]
    public Money CaretakerSpecialCosts { get; init; }
}

/// <summary>What a rebuttal changes for a parent. Amounts are for a month.</summary>
public sealed record OregonRebuttalParent
{
    /// <summary>Added to income before line 1h.</summary>
    [Description("Added to income before adjusted income is taken (line 1h); negative lowers it.")]
    [MayBeNegative]
    public Money IncomeChange { get; init; }

    /// <summary>Special costs that the parent pays.</summary>
    [Description("Special costs of the children that this parent pays; shared like child care.")]
    public Money SpecialCosts { get; init; }

    /// <summary>Added to cash support for minors.</summary>
    [Description("Added to cash support for minor children (line 9a); negative lowers it, to nothing at the least.")]
    [MayBeNegative]
    public Money CashMinors { get; init; }

    /// <summary>Added to cash medical support for minors.</summary>
    [Description("Added to cash medical support for minor children (line 9b).")]
    [MayBeNegative]
    public Money MedicalMinors { get; init; }

    /// <summary>Added to cash support for children attending school.</summary>
    [Description("Added to cash support for children attending school (line 9c).")]
    [MayBeNegative]
    public Money CashSchool { get; init; }

    /// <summary>Added to cash medical support for children attending school.</summary>
    [Description("Added to cash medical support for children attending school (line 9d).")]
    [MayBeNegative]
    public Money MedicalSchool { get; init; }
}

/// <summary>An agreed amount.</summary>
public sealed record OregonAgreementFacts
{
    /// <summary>What the first parent pays in all.</summary>
    [Description("What the first parent is to pay in all each month; left out when that stays.")]
    public Money? ParentA { get; init; }

    /// <summary>What the second parent pays in all.</summary>
    [Description("What the second parent is to pay in all each month; left out when that stays.")]
    public Money? ParentB { get; init; }

    /// <summary>Whether all parties consent in writing.</summary>
    [Description("Whether the parties consent in writing.")]
    public required bool WrittenConsent { get; init; }
}
