namespace Alimenta.Ledger;

/// <summary>One line of an entry: an amount on an account. Debit is positive, credit negative.</summary>
/// <param name="Account">The account; it says to which book the line belongs.</param>
/// <param name="Amount">The amount; never nothing in an entry that is posted.</param>
public sealed record Line(Account Account, Money Amount)
{
    /// <summary>The book of the account.</summary>
    public Book Book => Account.Book;

    /// <summary>The obligor who owes, or whose money it is.</summary>
    public long? ObligorId { get; init; }

    /// <summary>The case.</summary>
    public long? CaseId { get; init; }

    /// <summary>The obligation.</summary>
    public long? ObligationId { get; init; }

    /// <summary>The person or agency that is paid or that got assistance.</summary>
    public long? PersonId { get; init; }

    /// <summary>The receipt.</summary>
    public long? ReceiptId { get; init; }

    /// <summary>The support month; "undated" where there is none.</summary>
    public SupportMonth Month { get; init; }

    /// <summary>What the line says besides account and amount.</summary>
    public Dimensions Says =>
        (ObligorId is null ? 0 : Dimensions.Obligor) | (CaseId is null ? 0 : Dimensions.Case) | (ObligationId is null ? 0 : Dimensions.Obligation)
        | (PersonId is null ? 0 : Dimensions.Person) | (ReceiptId is null ? 0 : Dimensions.Receipt) | (Month.IsUndated ? 0 : Dimensions.Month);

    /// <summary>The same line with the opposite sign.</summary>
    public Line Reversed() => this with { Amount = -Amount };

    /// <summary>Adds up lines that differ in nothing but the amount and leaves out what comes to nothing; the order of first appearance stays.</summary>
    public static IReadOnlyList<Line> Net(IEnumerable<Line> lines)
    {
        var order = new List<Line>();
        var sums = new Dictionary<Line, Money>();
        foreach (var line in lines)
        {
            var bare = line with { Amount = Money.Zero };
            if (sums.TryGetValue(bare, out var sum))
            {
                sums[bare] = sum + line.Amount;
                continue;
            }

            sums.Add(bare, line.Amount);
            order.Add(bare);
        }

        return [.. order.Where(bare => !sums[bare].IsZero).Select(bare => bare with { Amount = sums[bare] })];
    }
}
