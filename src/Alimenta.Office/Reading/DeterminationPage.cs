using Alimenta.Data;
using Alimenta.Law.Guidelines;
using Alimenta.Office.Establishment;

namespace Alimenta.Office.Reading;

/// <summary>A support calculation in the list of a case: its latest edition.</summary>
/// <param name="Key">What people call it.</param>
/// <param name="State">The state whose guideline it is.</param>
/// <param name="Purpose">Why it was made.</param>
/// <param name="LawDate">The day whose law is read.</param>
/// <param name="Status">How far it is.</param>
/// <param name="StartedOn">The day on which the edition was begun.</param>
/// <param name="ChangedOn">The last day on which it was completed or decided.</param>
/// <param name="Scenarios">How many scenarios it has.</param>
/// <param name="Monthly">What parent A pays each month in the accepted scenario, or in the only one; null where that is open.</param>
/// <param name="Docket">The order that it became; empty when none.</param>
public sealed record DeterminationRow(DeterminationKey Key, string State, DeterminationPurpose Purpose, DateOnly LawDate, DeterminationStatus Status, DateOnly StartedOn, DateOnly? ChangedOn, int Scenarios, Money? Monthly, string Docket);

/// <summary>An edition of a support calculation with all that belongs to it.</summary>
public sealed record DeterminationPage
{
    public required DeterminationKey Key { get; init; }

    public required int Version { get; init; }

    public required string State { get; init; }

    public required DeterminationPurpose Purpose { get; init; }

    public required DateOnly LawDate { get; init; }

    public required DeterminationStatus Status { get; init; }

    /// <summary>Names of parent A and parent B; the second is empty where the one who receives is no parent.</summary>
    public required (string A, string B) Parents { get; init; }

    public required DateOnly StartedOn { get; init; }

    public DateOnly? CompletedOn { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public required string DecidedBy { get; init; }

    public required string Decision { get; init; }

    /// <summary>The scenario that was accepted.</summary>
    public int? Accepted { get; init; }

    public required IReadOnlyList<ScenarioView> Scenarios { get; init; }

    /// <summary>All editions, the latest first.</summary>
    public required IReadOnlyList<EditionRow> Editions { get; init; }

    /// <summary>The proposal of an order; null before one is accepted.</summary>
    public ProposalView? Proposal { get; init; }

    /// <summary>What the record of the case may help with.</summary>
    public required IReadOnlyList<CaseHint> Hints { get; init; }

    /// <summary>The business date.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Whether it is the latest edition.</summary>
    public bool IsLatest => Editions[0].Edition == Key.Edition;

    /// <summary>The name of a party: a parent, the one who receives, the child.</summary>
    public string NameOf(GuidelineParty who) => who switch
    {
        GuidelineParty.ParentA => Parents.A,
        GuidelineParty.ParentB => Parents.B.Length > 0 ? Parents.B : "Parent B",
        GuidelineParty.Caretaker => "the caretaker",
        GuidelineParty.Child => "the child",
        _ => "both",
    };
}

/// <summary>A scenario of a support calculation.</summary>
/// <param name="Ordinal">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Typed">The texts by the place of their fact.</param>
/// <param name="FactsJson">The facts as the rule takes them.</param>
/// <param name="ResultJson">The value as the rule gave it; empty when there is none.</param>
/// <param name="Result">The value, read.</param>
/// <param name="Faults">Why there is no value.</param>
/// <param name="LawVersion">The version of the law that was read.</param>
/// <param name="Evidence">Why its inputs are what they are, by place.</param>
/// <param name="Findings">What was found, by code.</param>
public sealed record ScenarioView(
    int Ordinal, string Name, int Version, IReadOnlyDictionary<string, string> Typed, string FactsJson, string ResultJson, GuidelineResult? Result, IReadOnlyList<Refusal> Faults, string LawVersion,
    IReadOnlyDictionary<string, EvidenceView> Evidence, IReadOnlyDictionary<string, FindingView> Findings)
{
    /// <summary>Incomes for which nobody said yet how they are known.</summary>
    public IReadOnlyList<string> Unproven => [.. IncomeInputs.Of(Typed).Where(p => !Evidence.ContainsKey(p))];

    /// <summary>Findings that must be recorded before it is accepted.</summary>
    public IReadOnlyList<string> Open => Result is null ? [] : FindingRules.Open(Result, Findings.Values.Select(f => (f.Code, f.Says)));
}

/// <summary>Why an input is what it is.</summary>
public sealed record EvidenceView(long Id, string Path, EvidenceKind Kind, string SaidBy, string Document, DateOnly? DocumentDate, string Reason, IReadOnlyList<ConditionFound> Conditions, string WorkingJson, Money? Worked);

/// <summary>What someone found.</summary>
public sealed record FindingView(string Code, string Says, string FoundBy, DateOnly FoundOn, string Reason);

/// <summary>An edition.</summary>
public sealed record EditionRow(int Edition, DeterminationStatus Status, DateOnly LawDate, DateOnly StartedOn, DateOnly? CompletedOn, DateOnly? DecidedOn, string DecidedBy, string Decision);

/// <summary>A proposal of an order.</summary>
public sealed record ProposalView(int Version, ProposalStatus Status, Frequency Frequency, DateOnly BeginsOn, IReadOnlyList<ProposedRow> Parts, string Docket, DateOnly? EnteredOn)
{
    /// <summary>All of it each time.</summary>
    public Money Total => Parts.Sum(p => p.Amount);
}

/// <summary>An obligation of a proposal.</summary>
public sealed record ProposedRow(ObligationKind Kind, string PaymentKind, string Child, Money Amount, string Citation, string ObligationKey);

/// <summary>Something the record of the case knows that may bear on an input.</summary>
/// <param name="About">Whom it is about.</param>
/// <param name="Says">What is known, and from where.</param>
public sealed record CaseHint(string About, string Says);
