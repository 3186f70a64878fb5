namespace Alimenta.Nemesis;

/// <summary>What a storm is made of.</summary>
/// <param name="Seed">The seed: it makes the county, its payments, and what goes wrong when.</param>
/// <param name="Days">Business days.</param>
/// <param name="Cases">Families.</param>
/// <param name="Faults">What may go wrong.</param>
public sealed record StormPlan(long Seed, int Days, int Cases, IReadOnlyList<Fault> Faults);

/// <summary>Something that a storm broke: it must never be.</summary>
/// <param name="Seed">The seed that does it again.</param>
/// <param name="Day">The business day.</param>
/// <param name="Step">The step of the day.</param>
/// <param name="What">What is wrong.</param>
public sealed record Broken(long Seed, DateOnly Day, string Step, string What);

/// <summary>What came of a storm.</summary>
public sealed record StormReport
{
    /// <summary>The seed.</summary>
    public required long Seed { get; init; }

    /// <summary>Business days lived.</summary>
    public required int Days { get; init; }

    /// <summary>Processes of the program that were started.</summary>
    public required int Started { get; init; }

    /// <summary>Steps that had to be done again until they were acknowledged.</summary>
    public required int Again { get; init; }

    /// <summary>How often each fault was done.</summary>
    public required IReadOnlyDictionary<string, int> Faults { get; init; }

    /// <summary>Faults that could not be done on this machine, and why.</summary>
    public required IReadOnlyList<string> LeftOut { get; init; }

    /// <summary>Parts of runs that were worked: distribution of files, accrual, selection, disbursement.</summary>
    public int Parts { get; init; }

    /// <summary>How often a part was taken over because the lease of who held it was over: it was dead, asleep, or had lost its connection.</summary>
    public int PartsTakenOver { get; init; }

    /// <summary>Commits that were refused because their part was taken over meanwhile.</summary>
    public int CommitsFenced { get; init; }

    /// <summary>Files acknowledged, each found in the database with what was acknowledged.</summary>
    public required int Acknowledged { get; init; }

    /// <summary>Writes of clerks acknowledged over HTTP, each found done once.</summary>
    public required int Written { get; init; }

    /// <summary>Pages that were read meanwhile.</summary>
    public required int PagesRead { get; init; }

    /// <summary>Requests for pages that were answered with words on why there is none now.</summary>
    public required int PagesSaidSo { get; init; }

    /// <summary>Requests for pages without an answer: the web server was killed or stopped.</summary>
    public required int PagesSilent { get; init; }

    /// <summary>How often files came in another order than in the calm; then the books stand alike and were made in other steps.</summary>
    public required int TurnedRound { get; init; }

    /// <summary>The ledger hash after the storm.</summary>
    public required string LedgerHash { get; init; }

    /// <summary>The ledger hash of the same days without a fault.</summary>
    public required string CalmHash { get; init; }

    /// <summary>The hash over what stands after the storm.</summary>
    public required string StandingHash { get; init; }

    /// <summary>The hash over what stands after the same days without a fault.</summary>
    public required string CalmStandingHash { get; init; }

    /// <summary>What broke; nothing when all is well.</summary>
    public required IReadOnlyList<Broken> Broken { get; init; }

    /// <summary>Whether all is well: nothing broke, what stands is what stands in the calm, and so is every step that led there where files came in the same order.</summary>
    public bool Ok => Broken.Count == 0 && StandingHash == CalmStandingHash && (LedgerHash == CalmHash || TurnedRound > 0);
}
