namespace Alimenta.Data;

public enum CaseStatus
{
    Open,
    Closed,
}

/// <summary>A IV-D case: one parent who owes and one family, agency or state that is owed.</summary>
public class CaseFile : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    [NaturalKey]
    public string Number { get; set; } = "";

    /// <summary>The accounting circle: every case joined with this one through an obligor or a custodian. The unit of locking.</summary>
    public long CircleId { get; set; }

    public long ObligorId { get; set; }

    public long CustodianId { get; set; }

    /// <summary>The state's rules that hold for it, such as us-or.</summary>
    public string Policy { get; set; } = "";

    public long OfficeId { get; set; }

    public long? WorkerId { get; set; }

    public string IvdType { get; set; } = "";

    public CaseStatus Status { get; set; }

    /// <summary>Whether the recipient must cooperate for SNAP, so that no annual fee falls due (45 CFR 302.33(e)(3)(i)(B)).</summary>
    public bool SnapMandatory { get; set; }

    public DateOnly OpenedOn { get; set; }

    public DateOnly? ClosedOn { get; set; }
}

/// <summary>A circle that became part of another when a new case joined them. Entries that were posted in it belong to the other since.</summary>
/// <remarks>Entries never change, so this is where they are found from. A circle that had taken in others hands them on: there is a row for each of them.</remarks>
public class CircleMerge : IRow
{
    public long Id { get; set; }

    public long FromId { get; set; }

    public long IntoId { get; set; }

    public DateTime MergedAt { get; set; }
}

public enum ParticipantRole
{
    Obligor,
    Custodian,
    Child,
    Other,
}

public class Participant : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long CaseId { get; set; }

    public long PersonId { get; set; }

    public ParticipantRole Role { get; set; }

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }
}

public class SupportOrder : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long CaseId { get; set; }

    public string Tribunal { get; set; } = "";

    public string Docket { get; set; } = "";

    public string IssuingState { get; set; } = "";

    public DateOnly SignedOn { get; set; }

    public DateOnly EffectiveOn { get; set; }

    public DateOnly? EndsOn { get; set; }
}

public enum ObligationKind
{
    Child,
    Spousal,
    Medical,
    Judgment,
    Payback,
}

public enum EndRule
{
    Emancipation,
    Date,
    Event,

    /// <summary>A judgment of a fixed amount ends when it is paid.</summary>
    NoneForJudgment,
}

public class Obligation : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long OrderId { get; set; }

    public long CaseId { get; set; }

    [NaturalKey]
    public string NaturalKey { get; set; } = "";

    public ObligationKind Kind { get; set; }

    public long? SupportedPersonId { get; set; }

    /// <summary>Joint and several obligations of several obligors carry the same word.</summary>
    public string? JointGroup { get; set; }

    /// <summary>Whether it is the secondary one of a primary/secondary pair.</summary>
    public bool Secondary { get; set; }

    public EndRule EndRule { get; set; }

    public DateOnly? EndsOn { get; set; }

    /// <summary>The state whose age of emancipation ends it.</summary>
    public string? EndState { get; set; }

    /// <summary>What ends it, in the order's words, when it ends by an event.</summary>
    public string EndEvent { get; set; } = "";

    /// <summary>Whether the order says that a part of a period is charged in part.</summary>
    public bool ProratePartial { get; set; }

    /// <summary>Whether the amount is medical support assigned to the Medicaid agency.</summary>
    public bool DirectToMedicaid { get; set; }
}

public enum Frequency
{
    Weekly,
    Biweekly,
    Semimonthly,
    Monthly,
    Quarterly,
    Yearly,
    Once,
}

/// <summary>What an obligation demands from a day on.</summary>
public class ObligationTerm : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long ObligationId { get; set; }

    public Money Amount { get; set; }

    public Frequency Frequency { get; set; }

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>The due day that the others follow.</summary>
    public DateOnly AnchorDate { get; set; }

    /// <summary>The second due day of a month, when it is due twice a month.</summary>
    public int? DueDay2 { get; set; }

    public DateTime RecordedAt { get; set; }
}

/// <summary>A debt taken over from an earlier record.</summary>
public class OpeningBalance : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long CaseId { get; set; }

    public long ObligationId { get; set; }

    /// <summary>Code of the account: current or an arrears class.</summary>
    public string Class { get; set; } = "";

    public SupportMonth Month { get; set; }

    public Money Amount { get; set; }

    public DateOnly AsOf { get; set; }

    public string SourceDocument { get; set; } = "";

    public bool Audited { get; set; }
}

/// <summary>A decision that raises (above nothing) or lowers (below nothing) a debt.</summary>
public class Adjustment : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    [NaturalKey]
    public string NaturalKey { get; set; } = "";

    public long CaseId { get; set; }

    public long ObligationId { get; set; }

    public string? Class { get; set; }

    public SupportMonth Month { get; set; }

    public Money Amount { get; set; }

    public DateOnly On { get; set; }

    public string Reason { get; set; } = "";

    public DateTime RecordedAt { get; set; }
}
