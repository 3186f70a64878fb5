using System.Numerics;

namespace Alimenta.Bench;

/// <summary>What a made-up caseload is made of. The same plan gives the same caseload.</summary>
/// <param name="Cases">How many cases.</param>
public sealed record CaseloadPlan(int Cases)
{
    /// <summary>The months of history before the business date.</summary>
    public const int Months = 6;

    /// <summary>Counted up when the same plan makes another caseload.</summary>
    public const int Version = 2;

    /// <summary>Months of support that every case owed before the history begins: enough that no run of the bench pays a debt off.</summary>
    public const int MonthsOwed = 24;

    /// <summary>How many payments a case may get from runs of the bench before its caseload is made anew.</summary>
    public const int MostPaymentsACase = 40;

    /// <summary>The business date on which the history ends.</summary>
    public static readonly DateOnly Today = new(2026, 11, 19);

    /// <summary>The first day of the history.</summary>
    public static readonly DateOnly Began = new DateOnly(Today.Year, Today.Month, 1).AddMonths(-Months);

    /// <summary>The case at a place in an order that mixes the whole caseload, each case once in a turn.</summary>
    public int Scattered(long place) => (int)(place % Cases * Stride % Cases);

    // Near the golden section of the caseload, and without a common divisor, so that every case is met.
    private long Stride
    {
        get
        {
            var stride = Math.Max(1, Cases * 618L / 1000);
            while (BigInteger.GreatestCommonDivisor(stride, Cases) > 1) stride++;
            return stride;
        }
    }

    /// <summary>Every tenth case is the second one of the obligor of the case before it: then the two make one circle.</summary>
    public static bool SharesObligor(int i) => i % 10 == 9;

    /// <summary>Every twentieth family has cash assistance now.</summary>
    public static bool Assisted(int i) => i % 20 == 0;

    /// <summary>Every tenth other family had it until the third month.</summary>
    public static bool AssistedEarlier(int i) => i % 10 == 5;

    /// <summary>What falls due each month.</summary>
    public static Money Monthly(int i) => Money.Of(150 + i % 37 * 11, i % 3 == 0 ? 0 : i % 100);
}
