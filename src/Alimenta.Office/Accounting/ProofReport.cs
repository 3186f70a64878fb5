namespace Alimenta.Office.Accounting;

/// <summary>Something that is not as it must be.</summary>
/// <param name="Where">What it concerns, by its natural key.</param>
/// <param name="What">What is wrong with it.</param>
/// <param name="OffCents">By how much; nothing where it is not a matter of an amount.</param>
public sealed record ProofFault(string Where, string What, Money OffCents);

/// <summary>One thing that was proved, or not.</summary>
/// <param name="Name">A short name for programs.</param>
/// <param name="Says">What is proved, in a sentence.</param>
/// <param name="Ok">Whether no fault was found.</param>
/// <param name="Counted">How many things were looked at.</param>
/// <param name="DifferenceCents">The sum of all differences, whatever their sign.</param>
/// <param name="FaultCount">How many faults there are.</param>
/// <param name="Faults">The first of them.</param>
public sealed record ProofCheck(string Name, string Says, bool Ok, long Counted, Money DifferenceCents, long FaultCount, IReadOnlyList<ProofFault> Faults);

/// <summary>What a proof of the books looked at and found. One cent of difference, and it is not ok.</summary>
public sealed record ProofReport
{
    /// <summary>Whether every check is ok.</summary>
    public required bool Ok { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Entries replayed.</summary>
    public required long Entries { get; init; }

    /// <summary>Lines replayed.</summary>
    public required long Lines { get; init; }

    /// <summary>Receipts whose money was followed.</summary>
    public required long Receipts { get; init; }

    /// <summary>Cases whose balances were made again.</summary>
    public required long Cases { get; init; }

    /// <summary>Money that came in.</summary>
    public required Money CashInCents { get; init; }

    /// <summary>Money that went out.</summary>
    public required Money CashOutCents { get; init; }

    /// <summary>Money in the bank that belongs to someone.</summary>
    public required Money InCustodyCents { get; init; }

    /// <summary>The sum of the differences of all checks.</summary>
    public required Money DifferenceCents { get; init; }

    /// <summary>One hash over all entries: two runs with the same say the same.</summary>
    public required string LedgerHash { get; init; }

    /// <summary>What was checked.</summary>
    public required IReadOnlyList<ProofCheck> Checks { get; init; }
}

/// <summary>Which circles are played again and compared with what is posted.</summary>
public enum ProofPlays
{
    /// <summary>None.</summary>
    None,

    /// <summary>Some, chosen evenly over all.</summary>
    Sample,

    /// <summary>All.</summary>
    All,
}

/// <summary>How thorough a proof is.</summary>
/// <param name="Plays">Which circles are played again.</param>
/// <param name="SampleSize">How many, for a sample.</param>
public sealed record ProofOptions(ProofPlays Plays = ProofPlays.Sample, int SampleSize = 200);

/// <summary>A check under way.</summary>
internal sealed class ProofTally(string name, string says)
{
    private const int MostKept = 10;
    private readonly List<ProofFault> _faults = [];
    private long _count;
    private Money _difference;

    /// <summary>How many things were looked at.</summary>
    public long Counted { get; set; }

    /// <summary>Whether the next fault will be kept with its words, so that they are worth finding.</summary>
    public bool WantsWords => _faults.Count < MostKept;

    public void Fault(string where, string what, Money off = default)
    {
        _count++;
        _difference += off.IsNegative ? -off : off;
        if (WantsWords) _faults.Add(new(where, what, off));
    }

    /// <summary>Compares two amounts and keeps a fault when they differ.</summary>
    public async Task CompareAsync(Money expected, Money found, Func<Task<string>> where, string what)
    {
        Counted++;
        if (expected == found) return;
        Fault(WantsWords ? await where() : "", $"{what}: {found} instead of {expected}", found - expected);
    }

    public ProofCheck Done() => new(name, says, _count == 0, Counted, _difference, _count, _faults);
}
