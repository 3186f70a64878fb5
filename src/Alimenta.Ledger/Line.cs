namespace Alimenta.Ledger;

/// <summary>One line of an entry: an amount on an account. Debit is positive, credit negative.</summary>
/// <param name="Account">The account; it says to which book the line belongs.</param>
/// <param name="Amount">The amount; never nothing in an entry that is posted.</param>
public sealed record Line(Account Account, Money Amount)
{
    private const int Few = 24;

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
        var net = new List<Line>();
        Dictionary<Line, int>? places = null;
        foreach (var line in lines)
        {
            // Nearly every entry has a handful of lines, and to look at each is quicker than to keep a table of them; the release of a file has thousands.
            if (places is null && net.Count == Few) places = net.Select((l, at) => (l, at)).ToDictionary(x => x.l with { Amount = Money.Zero }, x => x.at);
            var place = places is null ? Find(net, line) : places.GetValueOrDefault(line with { Amount = Money.Zero }, -1);
            if (place >= 0)
            {
                net[place] = net[place] with { Amount = net[place].Amount + line.Amount };
                continue;
            }

            places?.Add(line with { Amount = Money.Zero }, net.Count);
            net.Add(line);
        }

        net.RemoveAll(line => line.Amount.IsZero);
        return net;
    }

    /// <summary>Where a line stands that differs in nothing but the amount; -1: nowhere.</summary>
    private static int Find(List<Line> net, Line line)
    {
        for (var i = 0; i < net.Count; i++)
        {
            var other = net[i];
            if (other.Account == line.Account && other.Month == line.Month && other.ObligorId == line.ObligorId && other.CaseId == line.CaseId && other.ObligationId == line.ObligationId
                && other.PersonId == line.PersonId && other.ReceiptId == line.ReceiptId) return i;
        }

        return -1;
    }
}
