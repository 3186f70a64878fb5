namespace Alimenta.Data;

/// <summary>A remedy for past-due support for which the office selects.</summary>
public enum Remedy
{
    /// <summary>Offset of a federal tax refund.</summary>
    FederalTaxRefund,

    /// <summary>Offset of a tax refund of the state.</summary>
    StateTaxRefund,

    /// <summary>Denial of a passport.</summary>
    Passport,
}

/// <summary>Which part of the debt a remedy counts.</summary>
public enum SelectedDebt
{
    Assigned,
    Family,
    All,
}

/// <summary>Where an obligor who owes enough stands with a remedy.</summary>
public enum SelectionStanding
{
    Selected,
    NeedsPerson,
    LeftOut,
}

/// <summary>Why he stands there.</summary>
public enum SelectionReason
{
    ReachesThreshold,
    StaysUntilPaid,
    NoNumber,
    NumberNotVerified,
    NoCustodianAddress,
    FamilyViolence,
    Died,
}

/// <summary>How a selection ended.</summary>
public enum SelectionEnd
{
    /// <summary>Another row goes on from it: the amount, the standing or the reason changed.</summary>
    Changed,

    /// <summary>He owes less than the threshold.</summary>
    BelowThreshold,

    /// <summary>Nothing that counts is owed.</summary>
    Paid,

    /// <summary>He has no open case left.</summary>
    NoOpenCase,

    /// <summary>The state's threshold is not recorded for the day.</summary>
    NotRecorded,
}

/// <summary>An obligor who owes enough for a remedy, over a span of business days in which nothing of it changed. What runs today has no end.</summary>
public class RemedySelection : IRow
{
    public long Id { get; set; }

    public long ObligorId { get; set; }

    /// <summary>The state's rules that decided, such as us-or: each state submits for itself.</summary>
    public string Policy { get; set; } = "";

    public Remedy Remedy { get; set; }

    public SelectedDebt Debt { get; set; }

    public SelectionStanding Standing { get; set; }

    public SelectionReason Reason { get; set; }

    public Money Amount { get; set; }

    /// <summary>What the rule was told, as JSON, so that it can say again why.</summary>
    public string Facts { get; set; } = "";

    /// <summary>Since when he stands so without a break, whatever the amount was.</summary>
    public DateOnly Since { get; set; }

    public DateOnly From { get; set; }

    /// <summary>The first day on which it was so no longer.</summary>
    public DateOnly? To { get; set; }

    public SelectionEnd? Ended { get; set; }

    public long RunId { get; set; }

    /// <summary>The run that ended it.</summary>
    public long? EndRunId { get; set; }
}
