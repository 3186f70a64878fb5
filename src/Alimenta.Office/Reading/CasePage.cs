using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Office.Reading;

/// <summary>What the page of a case shows.</summary>
public sealed record CasePage
{
    public required long Id { get; init; }

    public required string Number { get; init; }

    /// <summary>Both last names: Okafor / Brandt.</summary>
    public required string Title { get; init; }

    public required string Policy { get; init; }

    public required string Office { get; init; }

    public required string State { get; init; }

    /// <summary>The worker's name; empty when nobody is named.</summary>
    public required string Worker { get; init; }

    public required CaseStatus Status { get; init; }

    public required string IvdType { get; init; }

    public required DateOnly OpenedOn { get; init; }

    public DateOnly? ClosedOn { get; init; }

    /// <summary>The business date as of which all is shown.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Assistance of the family in the month of the business date.</summary>
    public required AssistanceStatus Assistance { get; init; }

    /// <summary>Whether a person of the case has a family violence indicator: safe channels only.</summary>
    public bool FamilyViolence => People.Any(p => p.FamilyViolence);

    public required IReadOnlyList<CasePerson> People { get; init; }

    public required IReadOnlyList<CaseOrder> Orders { get; init; }

    /// <summary>Current support of an ordinary month under today's terms.</summary>
    public required Money MonthlySupport { get; init; }

    public required CaseBalances Balances { get; init; }

    /// <summary>The last payment that reached this case; null when none did.</summary>
    public LastPayment? LastPayment { get; init; }

    /// <summary>What of this calendar year's collections is the family's, what is held included.</summary>
    public required Money ToFamilyThisYear { get; init; }

    /// <summary>What of it is held.</summary>
    public required Money HeldThisYear { get; init; }

    /// <summary>What of it was paid out or is on its way.</summary>
    public Money SentThisYear => ToFamilyThisYear - HeldThisYear;

    /// <summary>What was charged in this calendar year.</summary>
    public required Money ChargedThisYear { get; init; }

    /// <summary>What of the support of this calendar year's months was paid; payments on older arrears are not in it.</summary>
    public required Money SatisfiedThisYear { get; init; }

    public required IReadOnlyList<HoldRow> Holds { get; init; }

    public required IReadOnlyList<TaskRow> Tasks { get; init; }

    /// <summary>The latest events, newest first.</summary>
    public required IReadOnlyList<EventRow> Events { get; init; }

    /// <summary>Cases that share an obligor or a custodian with this one, directly or through others.</summary>
    public required IReadOnlyList<OtherCase> OtherCases { get; init; }
}

/// <summary>A person of a case. No address is given for a person with a family violence indicator.</summary>
public sealed record CasePerson(
    long Id, string Number, string Name, ParticipantRole Role, DateOnly? Born, int? Age, DateOnly? Died, string Ssn, SsnStatus SsnStatus, bool FamilyViolence, string Language, string Employer, DateOnly? EmployedSince,
    string Address, bool AddressVerified);

/// <summary>An order with its obligations.</summary>
public sealed record CaseOrder(long Id, string Tribunal, string Docket, string IssuingState, DateOnly SignedOn, DateOnly EffectiveOn, DateOnly? EndsOn, IReadOnlyList<CaseObligation> Obligations);

/// <summary>An obligation with its terms, the latest first.</summary>
public sealed record CaseObligation(
    long Id, string Key, Alimenta.Data.ObligationKind Kind, string Supported, DateOnly? EndsOn, EndRule EndRule, string EndState, string JointGroup, IReadOnlyList<CaseTerm> Terms);

/// <summary>Terms of an obligation.</summary>
public sealed record CaseTerm(Money Amount, Frequency Frequency, DateOnly From, DateOnly? To, DateOnly Anchor, DateTime RecordedAt);

/// <summary>What is owed, by class.</summary>
public sealed record CaseBalances(Money Current, IReadOnlyDictionary<string, Money> Arrears)
{
    /// <summary>Arrears of all classes.</summary>
    public Money ArrearsTotal => Arrears.Values.Sum();

    /// <summary>All that is owed.</summary>
    public Money Total => Current + ArrearsTotal;
}

/// <summary>A payment and where it went in this case.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="ReceiptKey">Its number.</param>
/// <param name="Amount">How much came in.</param>
/// <param name="Returned">What of it came back.</param>
/// <param name="ToOthers">What of it went to other cases.</param>
/// <param name="CollectedOn">When it counts as collected.</param>
/// <param name="ReceivedOn">When it came in.</param>
/// <param name="Source">How it was collected.</param>
/// <param name="Payor">Who sent it.</param>
/// <param name="FileName">The file in which it came.</param>
/// <param name="FileLine">The line of the file.</param>
/// <param name="Steps">The steps in which it was distributed, the latest first, as this case sees them.</param>
public sealed record LastPayment(
    long ReceiptId, string ReceiptKey, Money Amount, Money Returned, Money ToOthers, DateOnly CollectedOn, DateOnly ReceivedOn, ReceiptSource Source, string Payor, string FileName, int? FileLine, IReadOnlyList<PaymentStep> Steps)
{
    /// <summary>What of it stayed.</summary>
    public Money Stayed => Amount - Returned;

    /// <summary>Its parts in this case. With what went to other cases they come to what stayed.</summary>
    public IReadOnlyList<PaymentPart> Parts => [.. Steps.SelectMany(s => s.Parts)];

    /// <summary>To whom its parts were or will be paid.</summary>
    public IReadOnlyList<PaidTo> PaidTo => [.. Steps.SelectMany(s => s.PaidTo)];
}

/// <summary>A step in which a payment was distributed.</summary>
/// <param name="EntryKey">The entry; with it goes "Why?".</param>
/// <param name="Parts">What it paid that no later step used.</param>
/// <param name="PaidTo">To whom it was or will be paid.</param>
public sealed record PaymentStep(string EntryKey, IReadOnlyList<PaymentPart> Parts, IReadOnlyList<PaidTo> PaidTo);

/// <summary>A part of a payment.</summary>
/// <param name="Case">Number of the case; empty for what concerns all.</param>
/// <param name="Bucket">What it paid: current, a class, fee, future, refund or gift.</param>
/// <param name="Obligation">The obligation paid, or empty.</param>
/// <param name="Month">The month of support.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Amount">How much.</param>
/// <param name="Rule">The step of the rule that decided.</param>
/// <param name="Before">What was owed in the row before.</param>
public sealed record PaymentPart(string Case, string Bucket, string Obligation, SupportMonth Month, Recipient To, Money Amount, string Rule, Money Before);

/// <summary>Money of a payment that was or will be paid to someone.</summary>
public sealed record PaidTo(string Payee, PayeeKind Kind, Money Amount, PayableStatus Status, DateOnly DueOn, PaymentMethod? Method, DateOnly? PaidOn);

/// <summary>Why money waits.</summary>
public sealed record HoldRow(
    long Id, HoldReason Reason, Money Amount, string Citation, string Owner, DateOnly PlacedOn, DateOnly ReviewOn, DateOnly? ReleaseOn, HoldStatus Status, long? ReceiptId, string ReceiptKey, string CaseNumber, string Payee, int DaysHeld)
{
    /// <summary>The day on which the money was received, or where no receipt is named the day on which it was due; it may have been held later.</summary>
    public required DateOnly MoneySince { get; init; }

    /// <summary>How old the money is, in days.</summary>
    public required int MoneyDays { get; init; }
}

/// <summary>Something to be done.</summary>
public sealed record TaskRow(long Id, string Kind, string Title, string Reason, string Citation, string Owner, DateOnly DueOn, bool Late);

/// <summary>Something that happened.</summary>
public sealed record EventRow(DateOnly On, string Kind, string Text);

/// <summary>Another case of the circle.</summary>
public sealed record OtherCase(string Number, string Title, CaseStatus Status, string Shares, Money Owed);
