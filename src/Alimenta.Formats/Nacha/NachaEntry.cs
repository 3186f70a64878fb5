namespace Alimenta.Formats.Nacha;

/// <summary>An entry: one movement of money to or from one account, with what its addenda say.</summary>
public sealed record NachaEntry
{
    /// <summary>The batch to which it belongs.</summary>
    public required NachaBatch Batch { get; init; }

    /// <summary>The line of its record 6.</summary>
    public required long Line { get; init; }

    /// <summary>The fifteen digits of its trace number.</summary>
    public required string Trace { get; init; }

    /// <summary>Kind of account, direction and purpose.</summary>
    public required TransactionCode Code { get; init; }

    /// <summary>The nine digits of the receiver's bank.</summary>
    public required string ReceivingBank { get; init; }

    /// <summary>The receiver's account; protected data.</summary>
    public required string Account { get; init; }

    /// <summary>The money.</summary>
    public required Money Amount { get; init; }

    /// <summary>The receiver's number with the originator; may be a Social Security number in entries of others.</summary>
    public required string Id { get; init; }

    /// <summary>The receiver's name.</summary>
    public required string Name { get; init; }

    /// <summary>Free for the originator's bank.</summary>
    public required string DiscretionaryData { get; init; }

    /// <summary>The 80 characters of each addenda 05 in order; protected data.</summary>
    public required IReadOnlyList<string> Addenda { get; init; }

    /// <summary>What the entry is, read from its addenda.</summary>
    public required EntryContent Content { get; init; }

    /// <summary>What makes it the same entry.</summary>
    public required EntryKey Key { get; init; }

    /// <summary>SHA-256 over company, trace, amount, effective date and remittance (its segments where they can be read, else the addenda): the same item
    /// sent again under a new file header has the same.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The standard entry class of its batch.</summary>
    public string EntryClass => Batch.Header.EntryClass;

    /// <summary>The day on which the originator wants settlement, or null.</summary>
    public DateOnly? EffectiveOn => Batch.Header.EffectiveOn;

    /// <summary>Whether it takes back an earlier entry.</summary>
    public bool IsReversal => Batch.Header.IsReversal;

    /// <summary>Whether it only tries out an account.</summary>
    public bool IsPrenote => Code.Purpose == EntryPurpose.Prenote;

    /// <summary>Whether it carries information and no money, other than a prenote, a return or a notification of change.</summary>
    public bool IsZeroDollar => Code.Purpose == EntryPurpose.ZeroDollar || (Code.Purpose == EntryPurpose.Live && Amount.IsZero);

    /// <summary>The entry without protected data.</summary>
    public override string ToString() => $"entry {Trace} of {Amount} on line {Line}";
}
