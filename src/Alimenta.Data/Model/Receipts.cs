namespace Alimenta.Data;

public enum InboundFileStatus
{
    Posted,
    Refused,
    Duplicate,
}

/// <summary>A file as it came in, byte for byte.</summary>
public class InboundFile : IRow
{
    public long Id { get; set; }

    public string Name { get; set; } = "";

    /// <summary>What makes the file the same file to its sender: origin, creation time, modifier, totals.</summary>
    public string FileKey { get; set; } = "";

    /// <summary>SHA-256 of the content.</summary>
    public string ContentKey { get; set; } = "";

    public string Kind { get; set; } = "";

    public DateTime ReceivedAt { get; set; }

    public DateOnly BusinessDate { get; set; }

    public InboundFileStatus Status { get; set; }

    public int ItemCount { get; set; }

    public int PostedCount { get; set; }

    public int DuplicateCount { get; set; }

    public Money Credits { get; set; }

    public Money Debits { get; set; }

    public Money Posted { get; set; }

    /// <summary>Faults with line, column, field, reason and remedy.</summary>
    public string FaultsJson { get; set; } = "";

    /// <summary>The key of the command that posts a file with a content.</summary>
    public static string PostedBy(string contentKey) => $"file:{contentKey}";

    /// <summary>The first <see cref="InboundFilePiece.Size"/> bytes: of most files all.</summary>
    public byte[] Content { get; set; } = [];
}

/// <summary>A further piece of the content of a large file.</summary>
public class InboundFilePiece
{
    /// <summary>The most bytes of a piece.</summary>
    public const int Size = 4 << 20;

    public long FileId { get; set; }

    /// <summary>Its place, from 2: the first piece lies in the file's own row.</summary>
    public int Number { get; set; }

    public byte[] Bytes { get; set; } = [];
}

public enum InboundItemStatus
{
    Posted,
    Duplicate,
    Unidentified,
    Returned,
    Noted,
    Refused,
}

/// <summary>One entry of a file.</summary>
public class InboundItem : IRow
{
    public long Id { get; set; }

    public long FileId { get; set; }

    public int Line { get; set; }

    public string Kind { get; set; } = "";

    public string Trace { get; set; } = "";

    /// <summary>What makes the entry the same entry under any file: posted at most once.</summary>
    public string ItemKey { get; set; } = "";

    public string ContentKey { get; set; } = "";

    public Money Amount { get; set; }

    public DateOnly? EffectiveDate { get; set; }

    public string DedText { get; set; } = "";

    public InboundItemStatus Status { get; set; }

    public long? ReceiptId { get; set; }

    public string Note { get; set; } = "";
}

public enum BatchStatus
{
    Open,
    Closed,
}

/// <summary>Receipts keyed by hand, with count and amount declared before.</summary>
public class ReceiptBatch : IRow
{
    public long Id { get; set; }

    public int DeclaredCount { get; set; }

    public Money DeclaredAmount { get; set; }

    public BatchStatus Status { get; set; }

    public long OpenedBy { get; set; }

    public long? ClosedBy { get; set; }

    public DateOnly BusinessDate { get; set; }
}

public enum ReceiptSource
{
    IncomeWithholding,
    Voluntary,
    StateTaxOffset,
    FederalTaxOffset,
    FederalAdministrativeOffset,
    Unemployment,
    OtherState,
    Other,
}

public enum Tender
{
    Ach,
    Check,
    MoneyOrder,
    Cash,
    Card,
    Transfer,
}

/// <summary>How a receipt stands.</summary>
public enum ReceiptStatus
{
    /// <summary>Nobody was found whose it is.</summary>
    Unidentified,

    /// <summary>It has an owner, and waits for the day on which it counts as collected.</summary>
    Identified,

    /// <summary>It is distributed; or a part of a run is to do it, and a <see cref="WaitingReceipt"/> says so until then.</summary>
    Distributed,

    /// <summary>All of it came back.</summary>
    Returned,
}

/// <summary>A receipt of a large file that waits for the part of the run in which it is distributed. The receipt itself is written once, as it will stand then: to change it would cost as much as to write it.</summary>
public class WaitingReceipt
{
    public long ObligorId { get; set; }

    public long ReceiptId { get; set; }
}

/// <summary>Money that came in.</summary>
public class Receipt : IRow
{
    public long Id { get; set; }

    [NaturalKey]
    public string NaturalKey { get; set; } = "";

    public ReceiptSource Source { get; set; }

    public Tender Tender { get; set; }

    /// <summary>What the obligor is credited.</summary>
    public Money Amount { get; set; }

    /// <summary>What reached the bank: less, when a fee was taken before.</summary>
    public Money NetAmount { get; set; }

    public DateOnly CollectedOn { get; set; }

    public DateOnly ReceivedOn { get; set; }

    public DateOnly? WithheldOn { get; set; }

    public long? ObligorId { get; set; }

    public long? DirectedCaseId { get; set; }

    public long? DirectedOrderId { get; set; }

    public long? EmployerId { get; set; }

    /// <summary>A tax offset of a joint return.</summary>
    public bool JointReturn { get; set; }

    /// <summary>The day of the offset notice.</summary>
    public DateOnly? NoticeOn { get; set; }

    public string PayorName { get; set; } = "";

    [Protected]
    public string? SsnDigits { get; set; }

    public string CheckNumber { get; set; } = "";

    public long? BatchId { get; set; }

    public long? InboundItemId { get; set; }

    public ReceiptStatus Status { get; set; }

    /// <summary>What of the amount came back: an item not honoured, or what the Treasury took again.</summary>
    public Money ReturnedAmount { get; set; }

    public DateOnly? ReturnedOn { get; set; }

    public string? ReturnReason { get; set; }

    /// <summary>A distribution made by hand, kept as it was decided.</summary>
    public string? ManualJson { get; set; }

    /// <summary>Its distribution stays when the past is played again, unless a person chooses otherwise.</summary>
    public bool Protected { get; set; }

    public DateTime RecordedAt { get; set; }
}

/// <summary>Who was named the obligor of a receipt, by which rule.</summary>
public class Identification : IRow
{
    public long Id { get; set; }

    public long ReceiptId { get; set; }

    public long ObligorId { get; set; }

    public string Rule { get; set; } = "";

    public string WhyText { get; set; } = "";

    public long By { get; set; }

    public DateTime At { get; set; }

    public bool Undone { get; set; }
}
