namespace Alimenta.Data;

public enum HoldReason
{
    Unidentified,
    Future,
    JointOffset,
    NoAddress,
    NoAccount,
    Deceased,
    Dispute,
    ReturnedPayment,
    Prenote,
    Minimum,
}

public enum HoldStatus
{
    Active,
    Released,
    Voided,
}

/// <summary>Why money waits: a reason with its rule, an owner and a day on which it is looked at again.</summary>
public class Hold : IRow
{
    public long Id { get; set; }

    public long? ReceiptId { get; set; }

    public long? CaseId { get; set; }

    public long? PayeeId { get; set; }

    public Money Amount { get; set; }

    public HoldReason Reason { get; set; }

    public string Citation { get; set; } = "";

    public string Owner { get; set; } = "";

    public DateOnly PlacedOn { get; set; }

    public DateOnly ReviewOn { get; set; }

    public DateOnly? ReleaseOn { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    public long? ReleasedBy { get; set; }

    public string? ReleaseReason { get; set; }

    public HoldStatus Status { get; set; }
}

public enum PayeeKind
{
    Family,
    State,
    Federal,
    Medicaid,
    Agency,
    OtherState,
    Refund,

    /// <summary>The state's annual fee.</summary>
    Fee,
}

public enum PayableStatus
{
    Open,
    Held,
    InFile,
    Paid,
    Void,
}

/// <summary>What must leave, to whom and by when.</summary>
public class Payable : IRow
{
    public long Id { get; set; }

    public long PayeeId { get; set; }

    public PayeeKind PayeeKind { get; set; }

    public long? CaseId { get; set; }

    public long? ReceiptId { get; set; }

    /// <summary>The key of the entry that made it payable.</summary>
    public string EntryKey { get; set; } = "";

    public Money Amount { get; set; }

    public DateOnly DueOn { get; set; }

    /// <summary>The rule of the clock that set the due day.</summary>
    public string ClockId { get; set; } = "";

    public PayableStatus Status { get; set; }

    public long? HoldId { get; set; }

    public long? DisbursementId { get; set; }

    public DateOnly CreatedOn { get; set; }
}

public enum DisbursementStatus
{
    Created,
    Released,
    Returned,
    Voided,
    Cleared,
}

/// <summary>One payment to one payee.</summary>
public class Disbursement : IRow
{
    public long Id { get; set; }

    [NaturalKey]
    public string NaturalKey { get; set; } = "";

    public long? FileId { get; set; }

    public long PayeeId { get; set; }

    public PaymentMethod Method { get; set; }

    public Money Amount { get; set; }

    public DateOnly On { get; set; }

    public long? BankAccountId { get; set; }

    public string? Trace { get; set; }

    public DisbursementStatus Status { get; set; }

    /// <summary>What the payee reads beside the payment: cases, receipts, amounts.</summary>
    public string StubJson { get; set; } = "";
}

public enum DisbursementFileKind
{
    Ach,
    Warrant,
    Card,
    StateCcd,
}

public enum DisbursementFileStatus
{
    Created,
    Released,
    Voided,
}

/// <summary>A file of disbursements: made by one person, released once by another.</summary>
public class DisbursementFile : IRow
{
    public long Id { get; set; }

    [NaturalKey]
    public string Identity { get; set; } = "";

    public DisbursementFileKind Kind { get; set; }

    public DateOnly BusinessDate { get; set; }

    public long CreatedBy { get; set; }

    public DateTime CreatedAt { get; set; }

    public long? ReleasedBy { get; set; }

    public DateTime? ReleasedAt { get; set; }

    public int Count { get; set; }

    public Money Amount { get; set; }

    public DisbursementFileStatus Status { get; set; }

    public string ContentKey { get; set; } = "";

    public byte[] Content { get; set; } = [];
}

public enum RecoveryConsent
{
    None,
    Written,
    Refused,
}

public enum RecoveryStatus
{
    Potential,
    Active,
    Closed,
    Waived,
}

/// <summary>What a payee was paid without being owed it. Taken from later support only with written consent.</summary>
public class Recovery : IRow
{
    public long Id { get; set; }

    public long PayeeId { get; set; }

    public long? CaseId { get; set; }

    public long? ReceiptId { get; set; }

    public Money Amount { get; set; }

    public Money Recovered { get; set; }

    public RecoveryConsent Consent { get; set; }

    public DateOnly? ConsentOn { get; set; }

    /// <summary>The part of later payments that may be taken, in millionths.</summary>
    public long Ppm { get; set; }

    public RecoveryStatus Status { get; set; }
}
