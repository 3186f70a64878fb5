namespace Alimenta.Formats.Nacha;

/// <summary>How records are set apart.</summary>
public enum LineEnd
{
    /// <summary>A line feed after each record.</summary>
    Lf,

    /// <summary>Carriage return and line feed after each record.</summary>
    CrLf,

    /// <summary>Nothing: one unbroken string.</summary>
    None,
}

/// <summary>Who sends a file to whom.</summary>
/// <param name="Destination">The receiving point.</param>
/// <param name="Origin">The sending point as agreed with the bank: a routing number of nine digits, or up to ten characters.</param>
/// <param name="DestinationName">The name of the receiving point.</param>
/// <param name="OriginName">The name of the sending point.</param>
/// <param name="Reference">Free.</param>
public sealed record FileSender(AbaRouting Destination, string Origin, string DestinationName = "", string OriginName = "", string Reference = "");

/// <summary>What tells one file of a sender from another.</summary>
/// <param name="On">The day on which it is made.</param>
/// <param name="At">The time at which it is made; only hour and minute are written.</param>
/// <param name="Modifier">A to Z, then 0 to 9, for the files of one day.</param>
public sealed record FileStamp(DateOnly On, TimeOnly At, char Modifier = 'A');

/// <summary>A file to be written.</summary>
/// <param name="Sender">Who sends it to whom.</param>
/// <param name="Stamp">What tells it from others.</param>
/// <param name="Batches">At least one batch.</param>
public sealed record PaymentFile(FileSender Sender, FileStamp Stamp, IReadOnlyList<PaymentBatch> Batches)
{
    /// <summary>The last seven digits of the first trace number, 1 to 9,999,999. A sender that goes on from its last file never uses a number twice.</summary>
    public long FirstSequence { get; init; } = 1;

    /// <summary>How records are set apart.</summary>
    public LineEnd LineEnd { get; init; }
}

/// <summary>Entries of one originator, kind and day.</summary>
/// <param name="Terms">What they share.</param>
/// <param name="Entries">At least one; all of one entry class.</param>
public sealed record PaymentBatch(BatchTerms Terms, IReadOnlyList<PaymentEntry> Entries);

/// <summary>What the entries of a batch share.</summary>
/// <param name="CompanyName">The originator, as the receiver's bank shows it.</param>
/// <param name="CompanyId">The originator's number, up to ten characters: usually 1 and an EIN.</param>
/// <param name="OriginatingBank">The originator's bank.</param>
/// <param name="EntryDescription">What the entries are for, such as CHILD SUPP.</param>
/// <param name="EffectiveOn">The day on which they should settle.</param>
public sealed record BatchTerms(string CompanyName, string CompanyId, AbaRouting OriginatingBank, string EntryDescription, DateOnly EffectiveOn)
{
    /// <summary>Free for the originator.</summary>
    public string DiscretionaryData { get; init; } = "";

    /// <summary>Free; shown to the receiver.</summary>
    public string DescriptiveDate { get; init; } = "";

    /// <summary>Whether the batch takes back earlier entries: debits in place of credits, and the description REVERSAL.</summary>
    public bool Reverses { get; init; }
}

/// <summary>An account at a bank. Protected data.</summary>
/// <param name="Bank">The bank.</param>
/// <param name="Number">The account number, or a card's account number.</param>
/// <param name="Kind">The kind of account.</param>
public sealed record BankAccount(AbaRouting Bank, string Number, AccountKind Kind = AccountKind.Checking)
{
    /// <summary>The bank and the last four characters of the number.</summary>
    public override string ToString() => $"{Bank} {Masked.Ending(Number)}";
}
