namespace Alimenta.Simulation.Tests.Books;

/// <summary>How one payment is shared over the orders of one person: current support first in proportion, a cent at least for each; then arrears in proportion.</summary>
internal static class Allocation
{
    /// <summary>The share of each order; the same order of the list. What is beyond all of them is left out.</summary>
    public static IReadOnlyList<long> Share(long cents, IReadOnlyList<(string Order, long Current, long Arrears)> claims, bool arrearsOnly)
    {
        // The last cents go by the order's number, so the list is put in that order and back.
        var byNumber = claims.Select((c, i) => (c, i)).OrderBy(x => x.c.Order, StringComparer.Ordinal).ToList();
        var current = arrearsOnly ? new long[claims.Count] : Spread(cents, [.. byNumber.Select(x => x.c.Current)], aCentEach: true);
        var arrears = Spread(cents - current.Sum(), [.. byNumber.Select(x => x.c.Arrears)], aCentEach: false);
        var shares = new long[claims.Count];
        for (var k = 0; k < byNumber.Count; k++) shares[byNumber[k].i] = current[k] + arrears[k];
        return shares;
    }

    private static long[] Spread(long cents, long[] claims, bool aCentEach)
    {
        var amount = Math.Min(cents, claims.Sum());
        if (amount == 0) return new long[claims.Length];
        var parts = new Money(amount).Apportion(claims).Select(m => m.Cents).ToArray();
        if (!aCentEach || amount < claims.Count(c => c > 0)) return parts;
        for (var i = 0; i < parts.Length; i++)
        {
            if (claims[i] == 0 || parts[i] > 0) continue;
            var giver = Array.LastIndexOf(parts, parts.Max());
            (parts[giver], parts[i]) = (parts[giver] - 1, 1);
        }

        return parts;
    }
}
