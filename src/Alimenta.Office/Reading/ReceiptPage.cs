using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>One receipt from the line of a file to a deposit.</summary>
public sealed record ReceiptPage
{
    public required long Id { get; init; }

    public required string Key { get; init; }

    public required ReceiptSource Source { get; init; }

    public required Tender Tender { get; init; }

    public required Money Amount { get; init; }

    /// <summary>What reached the bank.</summary>
    public required Money NetAmount { get; init; }

    public required DateOnly CollectedOn { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    public DateOnly? WithheldOn { get; init; }

    public required ReceiptStatus Status { get; init; }

    public required string PayorName { get; init; }

    /// <summary>The number sent, last four digits only.</summary>
    public required string Ssn { get; init; }

    public required string CheckNumber { get; init; }

    public required string Employer { get; init; }

    public bool JointReturn { get; init; }

    public DateOnly? NoticeOn { get; init; }

    public required Money ReturnedAmount { get; init; }

    public DateOnly? ReturnedOn { get; init; }

    public required string ReturnReason { get; init; }

    public required DateTime RecordedAt { get; init; }

    /// <summary>Whether it was distributed by hand.</summary>
    public bool ByHand { get; init; }

    /// <summary>Whether its distribution stays when the past is played again.</summary>
    public bool Protected { get; init; }

    /// <summary>The number and name of the obligor; empty while unidentified.</summary>
    public required string ObligorNumber { get; init; }

    public required string ObligorName { get; init; }

    /// <summary>The case and order that it is for, where one was named.</summary>
    public required string DirectedCase { get; init; }

    public required string DirectedOrder { get; init; }

    /// <summary>The line of the file that it came from; null when it was keyed.</summary>
    public ReceiptOrigin? Origin { get; init; }

    /// <summary>The batch in which it was keyed.</summary>
    public long? BatchId { get; init; }

    public required IReadOnlyList<IdentificationRow> Identifications { get; init; }

    /// <summary>Every distribution of it, the standing ones first, then what was taken back, newest first.</summary>
    public required IReadOnlyList<DistributionRow> Distributions { get; init; }

    /// <summary>The distributions that stand, the latest first, without what a later one used: together they come to the receipt.</summary>
    public IReadOnlyList<DistributionRow> Standing => StandingSteps.Of(Distributions.Where(d => d.Standing), d => d.Parts, (d, parts) => d with { Parts = parts });

    /// <summary>The obligations of everyone who was named its obligor, by key: which debts its parts paid.</summary>
    public IReadOnlyDictionary<string, ObligationName> Obligations { get; init; } = new Dictionary<string, ObligationName>();

    public required IReadOnlyList<PayableRow> Payables { get; init; }

    public required IReadOnlyList<HoldRow> Holds { get; init; }

    public required IReadOnlyList<RecoveryRow> Recoveries { get; init; }

    /// <summary>Payments with money of it that were taken back before their file was released.</summary>
    public IReadOnlyList<TakenBackRow> TakenBack { get; init; } = [];

    /// <summary>What its own entries came to, by account of the custody book; what is below nothing was given to, or is in hand for, someone.</summary>
    public required IReadOnlyDictionary<string, Money> OnAccounts { get; init; }
}

/// <summary>Where a receipt came from.</summary>
public sealed record ReceiptOrigin(long FileId, string FileName, int Line, string Trace, string Remittance, string Note);

/// <summary>Who was named the obligor.</summary>
public sealed record IdentificationRow(string Person, string Name, string Rule, string Why, string By, DateTime At, bool Undone);

/// <summary>A distribution of a receipt.</summary>
/// <param name="EntryKey">The entry; with it goes "Why?".</param>
/// <param name="Version">Its version.</param>
/// <param name="EffectiveOn">The day.</param>
/// <param name="RecordedAt">When it was posted.</param>
/// <param name="Standing">False when it was taken back.</param>
/// <param name="Reason">Why it was taken back.</param>
/// <param name="Parts">What it paid to whom.</param>
public sealed record DistributionRow(string EntryKey, int Version, DateOnly EffectiveOn, DateTime RecordedAt, bool Standing, string Reason, IReadOnlyList<PaymentPart> Parts);

/// <summary>By what an obligation is called.</summary>
/// <param name="Kind">What kind of support.</param>
/// <param name="Supported">For whom; empty when nobody is named.</param>
public sealed record ObligationName(ObligationKind Kind, string Supported);

/// <summary>Money of a receipt for a payee, with the payment and file in which it left.</summary>
public sealed record PayableRow(
    long Id, string CaseNumber, PaidTo To, string Clock, bool Late, string Payment, DisbursementStatus? PaymentStatus, string Trace, long? FileId, string File, DisbursementFileStatus? FileStatus, long? HoldId, string EntryKey, long? PaymentId);

/// <summary>What a payee had too much of a receipt.</summary>
public sealed record RecoveryRow(long Id, string Payee, Money Amount, Money Recovered, RecoveryConsent Consent, RecoveryStatus Status);

/// <summary>A payment that was taken back before it left.</summary>
/// <param name="PaymentId">The payment.</param>
/// <param name="Payment">Its number.</param>
/// <param name="Payee">For whom it was.</param>
/// <param name="On">The day on which it was made.</param>
/// <param name="FileId">The file in which it stood; null when it stood in none yet.</param>
/// <param name="File">Its identity.</param>
/// <param name="OfReceipt">What of the payment was money of this receipt.</param>
public sealed record TakenBackRow(long PaymentId, string Payment, string Payee, DateOnly On, long? FileId, string File, Money OfReceipt);
