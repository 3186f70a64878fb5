using System.ComponentModel;

namespace Alimenta.Law.Federal.Offset;

/// <summary>What is known of a Social Security number.</summary>
public enum NumberStanding
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>There is one that nobody verified.</summary>
    Unverified,

    /// <summary>It was verified.</summary>
    Verified,

    /// <summary>It was found to be wrong.</summary>
    Invalid,
}

/// <summary>An obligor as far as the remedies for past-due support of one state ask for him.</summary>
public sealed record RemedyFacts
{
    /// <summary>His Social Security number.</summary>
    [Description("What is known of the obligor's Social Security number.")]
    public required NumberStanding Number { get; init; }

    /// <summary>Whether he died.</summary>
    [Description("Whether the obligor died.")]
    public bool Died { get; init; }

    /// <summary>Whether someone in his cases has a family violence indicator.</summary>
    [Description("Whether someone in the obligor's cases has a family violence indicator.")]
    public bool FamilyViolence { get; init; }

    /// <summary>Whether he is selected for denial of a passport already.</summary>
    [Description("Whether the obligor is selected for denial of a passport already.")]
    public bool PassportSelected { get; init; }

    /// <summary>His open cases in the state.</summary>
    [Description("The obligor's open cases in the state.")]
    public required IReadOnlyList<RemedyCase> Cases { get; init; }
}

/// <summary>What is past due in one case: support of months that have ended.</summary>
public sealed record RemedyCase
{
    /// <summary>The case.</summary>
    [Description("The case.")]
    public required string Case { get; init; }

    /// <summary>Arrears assigned to the state.</summary>
    [Description("Arrears assigned to the state: permanently, temporarily, or for foster care.")]
    public Money Assigned { get; init; }

    /// <summary>Arrears owed to the family.</summary>
    [Description("Arrears owed to the family.")]
    public Money Family { get; init; }

    /// <summary>Conditionally assigned arrears.</summary>
    [Description("Conditionally assigned arrears.")]
    public Money Conditional { get; init; }

    /// <summary>Medical support in arrears.</summary>
    [Description("Medical support in arrears.")]
    public Money Medical { get; init; }

    /// <summary>Whether the custodian's present address is known.</summary>
    [Description("Whether the present address of the custodian is known.")]
    public bool CustodianAddress { get; init; }
}

/// <summary>Which part of the debt a remedy counts.</summary>
public enum RemedyDebt
{
    /// <summary>Debt assigned to the state.</summary>
    Assigned,

    /// <summary>Debt owed to the family.</summary>
    Family,

    /// <summary>Both together.</summary>
    All,
}

/// <summary>Where an obligor stands with a remedy.</summary>
public enum RemedyStanding
{
    /// <summary>He owes too little for it.</summary>
    NotReached,

    /// <summary>He is selected.</summary>
    Selected,

    /// <summary>He owes enough, and a person has to decide.</summary>
    NeedsPerson,

    /// <summary>He owes enough, and something is missing.</summary>
    LeftOut,

    /// <summary>The state's threshold is not recorded, so nobody is selected.</summary>
    NotRecorded,
}

/// <summary>Why he stands there.</summary>
public enum RemedyReason
{
    /// <summary>He owes less than the threshold.</summary>
    BelowThreshold,

    /// <summary>He owes enough.</summary>
    ReachesThreshold,

    /// <summary>He owed enough when he was selected, and the remedy stays until all is paid.</summary>
    StaysUntilPaid,

    /// <summary>He has no Social Security number, or a wrong one.</summary>
    NoNumber,

    /// <summary>His Social Security number is not verified.</summary>
    NumberNotVerified,

    /// <summary>The custodian's present address is missing.</summary>
    NoCustodianAddress,

    /// <summary>Someone in his cases has a family violence indicator.</summary>
    FamilyViolence,

    /// <summary>He died.</summary>
    Died,

    /// <summary>The state's threshold is not recorded.</summary>
    ThresholdNotRecorded,
}

/// <summary>What was decided of one remedy.</summary>
/// <param name="Remedy">The remedy.</param>
/// <param name="Debt">Which part of the debt it counts.</param>
/// <param name="Standing">Where he stands.</param>
/// <param name="Reason">Why.</param>
/// <param name="Amount">What counts for it; nothing where he owes too little.</param>
public sealed record RemedyDecision(OffsetRemedy Remedy, RemedyDebt Debt, RemedyStanding Standing, RemedyReason Reason, Money Amount);

/// <summary>What was decided of all remedies.</summary>
/// <param name="Decisions">One for each remedy, and two for the federal tax refund.</param>
public sealed record RemedyAnswer(IReadOnlyList<RemedyDecision> Decisions);
