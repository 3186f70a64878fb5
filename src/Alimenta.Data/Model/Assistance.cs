namespace Alimenta.Data;

public enum AssistanceProgram
{
    Tanf,
    Ive,
    Medicaid,
}

/// <summary>A run of public assistance that a custodian's household gets.</summary>
public class AssistanceSpell : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public AssistanceProgram Program { get; set; }

    public long CustodianId { get; set; }

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }

    /// <summary>The placement agency, for foster care.</summary>
    public long? AgencyPersonId { get; set; }

    public DateTime RecordedAt { get; set; }

    /// <summary>Recorded in error; kept, and counted as never there.</summary>
    public bool Voided { get; set; }
}

public class SpellMember : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long SpellId { get; set; }

    public long PersonId { get; set; }

    public DateOnly From { get; set; }

    public DateOnly? To { get; set; }
}

/// <summary>Assistance paid for a month (below nothing for a correction). It raises what is not reimbursed.</summary>
public class AssistanceGrant : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    [NaturalKey]
    public string NaturalKey { get; set; } = "";

    public long? SpellId { get; set; }

    public long CustodianId { get; set; }

    public AssistanceProgram Program { get; set; }

    public SupportMonth Month { get; set; }

    public DateOnly EffectiveOn { get; set; }

    public Money Amount { get; set; }

    public long? MemberId { get; set; }

    public DateTime RecordedAt { get; set; }
}
