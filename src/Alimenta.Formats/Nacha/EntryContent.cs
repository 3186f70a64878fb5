namespace Alimenta.Formats.Nacha;

/// <summary>What an entry is. One of: <see cref="SupportRemittance"/>, <see cref="UnreadRemittance"/>, <see cref="ReturnedEntry"/>,
/// <see cref="ChangeNotice"/>, <see cref="PrenoteEntry"/>.</summary>
public abstract record EntryContent
{
    private protected EntryContent()
    {
    }
}

/// <summary>Money for support, with the obligors and cases that the sender names. The parts add up to the entry's amount.</summary>
/// <param name="Items">At least one part.</param>
public sealed record SupportRemittance(IReadOnlyList<RemittanceItem> Items) : EntryContent;

/// <summary>One obligor's part of an entry.</summary>
/// <param name="Ded">What the sender says of it.</param>
/// <param name="Sent">The money in the entry. Differs from the collected amount in <see cref="DedSegment.Amount"/> only where another state kept a fee (RI, RT, RO).</param>
public sealed record RemittanceItem(DedSegment Ded, Money Sent);

/// <summary>Money whose remittance cannot be read or does not agree with it. The whole amount of the entry is unidentified; the file stands (our convention F1).</summary>
/// <param name="Fault">Why.</param>
public sealed record UnreadRemittance(RemittanceFault Fault) : EntryContent;

/// <summary>One of our entries that came back.</summary>
/// <param name="ReasonCode">The code as sent, such as R03.</param>
/// <param name="Reason">Its meaning; null for a code that we do not know.</param>
/// <param name="OriginalTrace">The trace number of our entry.</param>
/// <param name="OriginalDfi">Eight digits of the bank that received it.</param>
/// <param name="DateOfDeath">With R14 and R15, when given.</param>
/// <param name="Information">Words of the returning bank.</param>
/// <param name="Trace">The number of the return.</param>
public sealed record ReturnedEntry(string ReasonCode, ReturnReason? Reason, string OriginalTrace, string OriginalDfi, DateOnly? DateOfDeath, string Information, string Trace) : EntryContent;

/// <summary>A notification of change: our entry was paid, but its data must be corrected before the next.</summary>
/// <param name="ChangeCode">The code as sent, such as C01.</param>
/// <param name="Change">Its meaning; null for a code that we do not know.</param>
/// <param name="OriginalTrace">The trace number of our entry.</param>
/// <param name="OriginalDfi">Eight digits of the bank that received it.</param>
/// <param name="Corrections">The right data, split as the code says.</param>
/// <param name="Trace">The number of the notice.</param>
public sealed record ChangeNotice(string ChangeCode, ChangeMeaning? Change, string OriginalTrace, string OriginalDfi, Corrections Corrections, string Trace) : EntryContent;

/// <summary>A trial of an account without money.</summary>
public sealed record PrenoteEntry : EntryContent;
