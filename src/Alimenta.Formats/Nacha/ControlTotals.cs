namespace Alimenta.Formats.Nacha;

/// <summary>The totals that records 8 and 9 declare and that reading computes again.</summary>
/// <param name="Count">How many records 6 and 7.</param>
/// <param name="EntryHash">Sum of the receiving banks' eight digits; its last ten digits.</param>
/// <param name="Debits">Money taken from accounts.</param>
/// <param name="Credits">Money put into accounts.</param>
public readonly record struct ControlTotals(long Count, long EntryHash, Money Debits, Money Credits)
{
    private const long HashModulus = 10_000_000_000;

    /// <summary>The totals with one entry more.</summary>
    public ControlTotals WithEntry(long receivingDfi, Money amount, bool credit) =>
        new(Count + 1, (EntryHash + receivingDfi) % HashModulus, credit ? Debits : Debits + amount, credit ? Credits + amount : Credits);

    /// <summary>The totals with one addenda record more.</summary>
    public ControlTotals WithAddenda() => this with { Count = Count + 1 };

    /// <summary>The totals of two parts together.</summary>
    public static ControlTotals operator +(ControlTotals a, ControlTotals b) =>
        new(a.Count + b.Count, (a.EntryHash + b.EntryHash) % HashModulus, a.Debits + b.Debits, a.Credits + b.Credits);
}
