namespace Alimenta.Ledger;

/// <summary>What a balance is about: an account and those dimensions that the fold keeps.</summary>
public readonly record struct BalanceKey(Account Account, long? ObligorId, long? CaseId, long? ObligationId, long? PersonId, long? ReceiptId, SupportMonth Month);

/// <summary>A balance that is not what it should be.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Expected">What it should be.</param>
/// <param name="Found">What it is.</param>
public sealed record BalanceDifference(BalanceKey Key, Money Expected, Money Found);

/// <summary>Balances as the sum of lines: a fold, never stored truth.</summary>
/// <param name="keep">The dimensions by which balances are told apart.</param>
public sealed class Balances(Dimensions keep)
{
    private readonly Dictionary<BalanceKey, Money> _sums = [];

    /// <summary>The dimensions by which balances are told apart.</summary>
    public Dimensions Keep { get; } = keep;

    /// <summary>The balances that are not nothing.</summary>
    public IEnumerable<KeyValuePair<BalanceKey, Money>> NonZero => _sums.Where(b => !b.Value.IsZero);

    /// <summary>The balances of lines, told apart by some dimensions.</summary>
    public static Balances Fold(IEnumerable<Line> lines, Dimensions keep = Dimensions.Obligor | Dimensions.Case | Dimensions.Obligation | Dimensions.Month)
    {
        var balances = new Balances(keep);
        foreach (var line in lines) balances.Add(line);
        return balances;
    }

    /// <summary>Adds a line.</summary>
    public void Add(Line line)
    {
        var key = KeyOf(line);
        _sums[key] = _sums.TryGetValue(key, out var sum) ? sum + line.Amount : line.Amount;
    }

    /// <summary>The balance of a key; nothing where no line was.</summary>
    public Money this[BalanceKey key] => _sums.GetValueOrDefault(key);

    /// <summary>The balance of an account over everything that is kept apart.</summary>
    public Money Of(Account account) => _sums.Where(b => b.Key.Account == account).Sum(b => b.Value);

    /// <summary>The balance of an account over the keys that fulfil a condition.</summary>
    public Money Of(Account account, Func<BalanceKey, bool> which) => _sums.Where(b => b.Key.Account == account && which(b.Key)).Sum(b => b.Value);

    /// <summary>The sum over a whole book: nothing, when every entry balances.</summary>
    public Money Total(Book book) => _sums.Where(b => b.Key.Account.Book == book).Sum(b => b.Value);

    /// <summary>Where these balances differ from others that keep the same dimensions; empty when they agree to the cent.</summary>
    /// <param name="found">The balances to be compared with these.</param>
    public IReadOnlyList<BalanceDifference> Differences(Balances found) =>
        [.. _sums.Keys.Union(found._sums.Keys).Where(key => this[key] != found[key]).Select(key => new BalanceDifference(key, this[key], found[key]))];

    private BalanceKey KeyOf(Line line) => new(
        line.Account,
        Has(Dimensions.Obligor) ? line.ObligorId : null,
        Has(Dimensions.Case) ? line.CaseId : null,
        Has(Dimensions.Obligation) ? line.ObligationId : null,
        Has(Dimensions.Person) ? line.PersonId : null,
        Has(Dimensions.Receipt) ? line.ReceiptId : null,
        Has(Dimensions.Month) ? line.Month : default);

    private bool Has(Dimensions dimension) => (Keep & dimension) != 0;
}
