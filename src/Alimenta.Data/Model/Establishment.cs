namespace Alimenta.Data;

/// <summary>Why support is determined.</summary>
public enum DeterminationPurpose
{
    /// <summary>There is no order yet.</summary>
    Establish,

    /// <summary>An order is to be changed.</summary>
    Modify,

    /// <summary>An order is reviewed, whether it is changed or not.</summary>
    Review,
}

public enum DeterminationStatus
{
    Draft,
    Completed,
    Accepted,
    SetAside,
}

/// <summary>What support a state's guideline gives for the family of a case: one edition of it. A completed edition never changes; whoever changes something makes the next edition.</summary>
public class Determination : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    /// <summary>The case, the number in the case and the edition, such as 26-104-00731-4/s2.1.</summary>
    [NaturalKey]
    public string NaturalKey { get; set; } = "";

    public long CaseId { get; set; }

    /// <summary>The number in the case; the same for all editions.</summary>
    public int Number { get; set; }

    public int Edition { get; set; }

    /// <summary>The state whose guideline it is, in two small letters.</summary>
    public string State { get; set; } = "";

    public DeterminationPurpose Purpose { get; set; }

    /// <summary>The day whose law is read.</summary>
    public DateOnly LawDate { get; set; }

    public DeterminationStatus Status { get; set; }

    /// <summary>Who parent A is.</summary>
    public long ObligorId { get; set; }

    /// <summary>Who parent B is; null where the one who receives is no parent.</summary>
    public long? OtherParentId { get; set; }

    /// <summary>The day on which the edition was begun.</summary>
    public DateOnly StartedOn { get; set; }

    public DateOnly? CompletedOn { get; set; }

    /// <summary>The day on which it was accepted or set aside.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>Who decided, in words: a court, a hearing officer, the agency.</summary>
    public string DecidedBy { get; set; } = "";

    /// <summary>Why it was accepted or set aside.</summary>
    public string Decision { get; set; } = "";

    /// <summary>The scenario that was accepted.</summary>
    public int? AcceptedOrdinal { get; set; }
}

/// <summary>One set of inputs of a determination with its result. What was typed is kept as typed.</summary>
public class SupportScenario : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long DeterminationId { get; set; }

    public int Ordinal { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The texts by the place of their fact, as JSON.</summary>
    public string TypedJson { get; set; } = "{}";

    /// <summary>The facts as the rule takes them, without what did not parse.</summary>
    public string FactsJson { get; set; } = "{}";

    /// <summary>The value that the rule gave; empty when there is none.</summary>
    public string ResultJson { get; set; } = "";

    /// <summary>Why there is no value, as JSON; empty when there is one.</summary>
    public string FaultsJson { get; set; } = "";

    /// <summary>The version of the law that was read.</summary>
    public string LawVersion { get; set; } = "";

    /// <summary>Whether it was taken out of the draft.</summary>
    public bool Removed { get; set; }
}

/// <summary>From where an input is known.</summary>
public enum EvidenceKind
{
    CaseRecord,
    ParentStatement,
    PayStub,
    EmployerReply,
    WageRecord,
    TaxReturn,
    BenefitRecord,
    CourtRecord,
    BusinessRecord,
    Imputed,
    Other,
}

/// <summary>Why an input of a scenario is what it is: who said so, by which document, how it was worked out, or why it is imputed.</summary>
public class InputEvidence : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long ScenarioId { get; set; }

    /// <summary>The place of the input in the facts.</summary>
    public string Path { get; set; } = "";

    public EvidenceKind Kind { get; set; }

    public string SaidBy { get; set; } = "";

    public string Document { get; set; } = "";

    public DateOnly? DocumentDate { get; set; }

    /// <summary>What else is to be said; for an imputed amount why it is attributed.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The conditions of the state's rule for imputed income, each with what was found, as JSON; empty when nothing is imputed.</summary>
    public string ConditionsJson { get; set; } = "";

    /// <summary>The figures from which the amount was worked out, as JSON; empty when it was taken as it stands.</summary>
    public string WorkingJson { get; set; } = "";

    /// <summary>What the working came to.</summary>
    public Money? Worked { get; set; }

    /// <summary>Whether it was taken back.</summary>
    public bool Voided { get; set; }
}

/// <summary>What someone found or decided for the result of a scenario to stand.</summary>
public class SupportFinding : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long ScenarioId { get; set; }

    /// <summary>The code of what the rule asks for, such as OR-REBUTTAL.</summary>
    public string Code { get; set; } = "";

    /// <summary>What the rule said at that time, with its figures.</summary>
    public string Says { get; set; } = "";

    public string FoundBy { get; set; } = "";

    public DateOnly FoundOn { get; set; }

    public string Reason { get; set; } = "";

    public bool Voided { get; set; }
}

public enum ProposalStatus
{
    Open,
    Entered,
    Withdrawn,
}

/// <summary>What a court or the agency is asked to order after a determination was accepted, and which order it became.</summary>
public class OrderProposal : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long CaseId { get; set; }

    public long DeterminationId { get; set; }

    public ProposalStatus Status { get; set; }

    public Frequency Frequency { get; set; }

    /// <summary>The first day of the obligations.</summary>
    public DateOnly BeginsOn { get; set; }

    /// <summary>The order that it became.</summary>
    public long? OrderId { get; set; }

    public DateOnly? EnteredOn { get; set; }
}

/// <summary>An obligation of a proposal.</summary>
public class ProposedObligation : IFact
{
    public long Id { get; set; }

    public int Version { get; set; }

    public long ProposalId { get; set; }

    public int Ordinal { get; set; }

    public ObligationKind Kind { get; set; }

    /// <summary>What it is for in the guideline's words, such as cash or child care.</summary>
    public string PaymentKind { get; set; } = "";

    public long SupportedPersonId { get; set; }

    public Money Amount { get; set; }

    public string Citation { get; set; } = "";

    /// <summary>The key of the obligation that it became.</summary>
    public string ObligationKey { get; set; } = "";
}
