using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>A place in the order in which the events of a circle are played: day, kind of event, key (our convention H2).</summary>
/// <param name="On">The day.</param>
/// <param name="Rank">0 openings, 1 grants, 2 adjustments, 3 receipts.</param>
/// <param name="Key">The natural key of the fact.</param>
public readonly record struct PlayPlace(DateOnly On, int Rank, string Key) : IComparable<PlayPlace>
{
    /// <summary>The rank of receipts.</summary>
    public const int Receipt = 3;

    /// <inheritdoc/>
    public int CompareTo(PlayPlace other) =>
        On != other.On ? On.CompareTo(other.On) : Rank != other.Rank ? Rank.CompareTo(other.Rank) : string.CompareOrdinal(Key, other.Key);

    /// <summary>Whether <paramref name="a"/> is played before <paramref name="b"/>.</summary>
    public static bool operator <(PlayPlace a, PlayPlace b) => a.CompareTo(b) < 0;

    /// <summary>Whether <paramref name="a"/> is played after <paramref name="b"/>.</summary>
    public static bool operator >(PlayPlace a, PlayPlace b) => a.CompareTo(b) > 0;

    /// <summary>Whether <paramref name="a"/> is played no later than <paramref name="b"/>.</summary>
    public static bool operator <=(PlayPlace a, PlayPlace b) => a.CompareTo(b) <= 0;

    /// <summary>Whether <paramref name="a"/> is played no earlier than <paramref name="b"/>.</summary>
    public static bool operator >=(PlayPlace a, PlayPlace b) => a.CompareTo(b) >= 0;
}

/// <summary>Where a play stands after its last step: all that the next step needs of the past. A cache of the play of the facts, never the truth.</summary>
/// <remarks>Valid while nothing before <see cref="Last"/> changes; whoever changes the past plays it whole.</remarks>
public sealed record PlayState
{
    /// <summary>The month that is open.</summary>
    public required SupportMonth Month { get; init; }

    /// <summary>The last event that was played.</summary>
    public required PlayPlace Last { get; init; }

    /// <summary>The rows of debt in their order, those with nothing left too: their order decides who is paid first.</summary>
    public required IReadOnlyList<DebtRow> Debts { get; init; }

    /// <summary>Unreimbursed assistance by custodian and programme.</summary>
    public required IReadOnlyList<(string Custodian, AssistanceProgram Program, Money Amount)> Unreimbursed { get; init; }

    /// <summary>Money held as future support, in the order in which it came to be held.</summary>
    public required IReadOnlyList<FutureHeld> Futures { get; init; }

    /// <summary>What is counted within the month or the federal fiscal year.</summary>
    public required IReadOnlyList<PlayCount> Counts { get; init; }
}

/// <summary>One row of debt as it is kept.</summary>
public readonly record struct DebtRow(string Case, string Obligation, ObligationKind Kind, DebtPlace Place, SupportMonth Month, Assignment Assignment, Money Left);

/// <summary>Something that a play counts.</summary>
public enum PlayCounter
{
    /// <summary>Passed through to a custodian's family in the month.</summary>
    PassedThrough,

    /// <summary>Kept for foster care maintenance of a custodian's month.</summary>
    MaintenanceKept,

    /// <summary>Paid on the arrears of a case in the month.</summary>
    ArrearsPaid,

    /// <summary>Reached the family of a case in the federal fiscal year.</summary>
    ReachedFamily,

    /// <summary>Annual fee taken in a case in the federal fiscal year.</summary>
    FeePaid,
}

/// <summary>A count of a play.</summary>
/// <param name="Counter">What is counted.</param>
/// <param name="Key">Key of the custodian or case.</param>
/// <param name="Year">The federal fiscal year, or 0 for a count of the month.</param>
/// <param name="Amount">How much.</param>
public readonly record struct PlayCount(PlayCounter Counter, string Key, int Year, Money Amount);
