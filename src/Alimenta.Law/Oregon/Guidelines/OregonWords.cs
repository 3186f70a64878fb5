namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>Who is to provide health coverage: line 4f.</summary>
public enum OregonCoverage
{
    /// <summary>By the rule: who can at a reasonable cost; of two the one with more parenting time; at equal time the cheaper coverage.</summary>
    ByRule,

    /// <summary>The first parent.</summary>
    ParentA,

    /// <summary>The second parent.</summary>
    ParentB,

    /// <summary>Both.</summary>
    Both,

    /// <summary>Either of them when coverage becomes available; no cost is shared now.</summary>
    EitherWhenAvailable,
}

/// <summary>Whether cash medical support is ordered: line 5a.</summary>
public enum OregonCashMedical
{
    /// <summary>It is not.</summary>
    No,

    /// <summary>It is.</summary>
    Yes,

    /// <summary>Whenever the parent does not provide coverage.</summary>
    Contingent,
}

/// <summary>Why the minimum order is not presumed: OAR 137-050-0755(2).</summary>
public enum OregonMinimumException
{
    /// <summary>It is presumed.</summary>
    None,

    /// <summary>Each parent has exactly 182.5 overnights.</summary>
    EqualTime,

    /// <summary>The order is for medical support only.</summary>
    MedicalOnly,

    /// <summary>The order is suspended because the parent is incarcerated.</summary>
    Suspended,

    /// <summary>Disability benefits are the only income.</summary>
    DisabilityBenefitsOnly,

    /// <summary>The parent is an incarcerated obligor.</summary>
    Incarcerated,

    /// <summary>The parent receives public benefits.</summary>
    PublicBenefits,
}

/// <summary>Who pays for child care.</summary>
public enum OregonPayer
{
    /// <summary>The first parent.</summary>
    ParentA,

    /// <summary>The second parent.</summary>
    ParentB,

    /// <summary>The caretaker.</summary>
    Caretaker,
}

/// <summary>Where child care is given.</summary>
public enum OregonCareArea
{
    /// <summary>In one of the metropolitan areas that the rule lists.</summary>
    Listed,

    /// <summary>Anywhere else.</summary>
    Elsewhere,
}

/// <summary>What a rebuttal may rest on: OAR 137-050-0760(1)(a) to (q); the list is not closed.</summary>
public enum OregonRebuttalFactor
{
    /// <summary>(a) Other resources of the parent.</summary>
    OtherResources,

    /// <summary>(b) What the parent reasonably needs.</summary>
    Necessities,

    /// <summary>(c) Net income that is left.</summary>
    NetIncome,

    /// <summary>(d) Ability to borrow.</summary>
    AbilityToBorrow,

    /// <summary>(e) Number and needs of other dependents.</summary>
    OtherDependents,

    /// <summary>(f) Special hardships.</summary>
    SpecialHardships,

    /// <summary>(g) A parent stays at home for the children.</summary>
    ParentAtHome,

    /// <summary>(h) Taxes.</summary>
    TaxConsequences,

    /// <summary>(i) Income of a spouse or partner.</summary>
    SpouseIncome,

    /// <summary>(j) Benefits of employment.</summary>
    EmploymentBenefits,

    /// <summary>(k) The child is with neither parent.</summary>
    ChildWithNeitherParent,

    /// <summary>(l) Earlier findings.</summary>
    EarlierFindings,

    /// <summary>(m) Mutual debts.</summary>
    MutualDebts,

    /// <summary>(n) A tax advantage.</summary>
    TaxAdvantage,

    /// <summary>(o) Extraordinary or diminished needs of the child.</summary>
    NeedsOfChild,

    /// <summary>(p) Return of capital.</summary>
    ReturnOfCapital,

    /// <summary>(q) Cost of a child attending school.</summary>
    ChildAttendingSchoolCost,

    /// <summary>Something else; the list of the rule is not closed.</summary>
    Other,
}
