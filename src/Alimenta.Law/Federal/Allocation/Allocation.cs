namespace Alimenta.Law.Federal.Allocation;

/// <summary>What one order of an obligor claims when money is allocated.</summary>
/// <param name="Order">The order's number: it settles ties (ordinal text order).</param>
/// <param name="Case">Key of the case.</param>
/// <param name="Current">Current support due; where the state allocates by type, child support.</param>
/// <param name="CurrentMedical">Current cash medical support where the state allocates by type; else nothing.</param>
/// <param name="CurrentSpousal">Current spousal support where the state allocates by type; else nothing.</param>
/// <param name="ArrearsPayment">The payment toward arrears that the order says is due.</param>
/// <param name="Arrears">What is owed in arrears.</param>
public sealed record OrderClaim(string Order, string Case, Money Current, Money CurrentMedical, Money CurrentSpousal, Money ArrearsPayment, Money Arrears)
{
    /// <summary>Current support of all types.</summary>
    public Money AllCurrent => Current + CurrentMedical + CurrentSpousal;

    /// <summary>A claim with current support by type, or together where the state does not allocate by type.</summary>
    /// <param name="byType">Whether it does.</param>
    /// <param name="order">The order's number.</param>
    /// <param name="inCase">Key of the case.</param>
    /// <param name="child">Current child support.</param>
    /// <param name="medical">Current cash medical support.</param>
    /// <param name="spousal">Current spousal support.</param>
    /// <param name="arrearsPayment">The ordered payment toward arrears.</param>
    /// <param name="arrears">What is owed in arrears.</param>
    public static OrderClaim Of(bool byType, string order, string inCase, Money child, Money medical, Money spousal, Money arrearsPayment, Money arrears) =>
        byType ? new(order, inCase, child, medical, spousal, arrearsPayment, arrears) : new(order, inCase, child + medical + spousal, Money.Zero, Money.Zero, arrearsPayment, arrears);
}

/// <summary>What one order gets.</summary>
/// <param name="Claim">The order.</param>
/// <param name="Current">Toward current support of all types.</param>
/// <param name="ArrearsPayment">Toward the ordered payment of arrears.</param>
/// <param name="Arrears">Toward arrears beyond it.</param>
public sealed record OrderShare(OrderClaim Claim, Money Current, Money ArrearsPayment, Money Arrears)
{
    /// <summary>All of it.</summary>
    public Money Total => Current + ArrearsPayment + Arrears;
}

/// <summary>An amount allocated over orders.</summary>
/// <param name="Shares">One for each order, in the order of their numbers.</param>
/// <param name="Unallocated">What is beyond every claim.</param>
public sealed record AllocationResult(IReadOnlyList<OrderShare> Shares, Money Unallocated);

/// <summary>Allocation of money over the orders of one obligor.</summary>
/// <remarks>45 CFR 303.100(a)(5): current support first, and every order gets something. The basis is the state's; ours is pro rata (A1 to A3).</remarks>
public static class Allocation
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/allocation";

    /// <summary>Allocates the amount; the shares and the rest add up to it.</summary>
    /// <param name="amount">At least nothing.</param>
    /// <param name="claims">The orders; their own order does not matter.</param>
    /// <param name="arrearsOnly">Whether current support gets nothing (federal tax refund offset under the PRWORA election).</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static AllocationResult Decide(Money amount, IReadOnlyList<OrderClaim> claims, bool arrearsOnly = false, Explanation? why = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(amount.Cents);
        var orders = claims.OrderBy(c => c.Order, StringComparer.Ordinal).ThenBy(c => c.Case, StringComparer.Ordinal).ToList();
        var left = amount;
        var current = new Money[orders.Count];
        if (!arrearsOnly)
        {
            left -= Spread(left, [.. orders.Select(o => o.Current)], true, current);
            left -= Spread(left, [.. orders.Select(o => o.CurrentMedical)], true, current);
            left -= Spread(left, [.. orders.Select(o => o.CurrentSpousal)], true, current);
        }

        var payment = new Money[orders.Count];
        left -= Spread(left, [.. orders.Select(o => Money.Min(o.ArrearsPayment, o.Arrears))], false, payment);
        var arrears = new Money[orders.Count];
        left -= Spread(left, [.. orders.Select((o, i) => o.Arrears - payment[i])], false, arrears);
        var shares = orders.Select((o, i) => new OrderShare(o, current[i], payment[i], arrears[i])).ToList();
        if (shares.Sum(s => s.Total) + left != amount || shares.Any(s => s.Current.IsNegative || s.ArrearsPayment.IsNegative || s.Arrears.IsNegative))
            throw new InvalidOperationException($"Allocation of {amount} does not add up.");
        if (why is not null) Explain(amount, shares, left, arrearsOnly, why);
        return new(shares, left);
    }

    /// <summary>Spreads money over claims in proportion, up to the claims; adds to <paramref name="parts"/> and returns what was spread.</summary>
    private static Money Spread(Money amount, IReadOnlyList<Money> claims, bool eachGetsSomething, Money[] parts)
    {
        var total = claims.Sum();
        var spread = Money.Min(amount, total);
        if (spread.IsZero) return Money.Zero;
        var shares = spread == total ? [.. claims] : spread.Apportion([.. claims.Select(c => c.Cents)]);
        if (eachGetsSomething && spread.Cents >= claims.Count(c => c.IsPositive)) GiveEachACent(claims, shares);
        for (var i = 0; i < parts.Length; i++) parts[i] += shares[i];
        return spread;
    }

    /// <summary>Every order with current support due gets at least a cent, taken from the largest share; on a tie the highest order number gives (A1).</summary>
    private static void GiveEachACent(IReadOnlyList<Money> claims, Money[] shares)
    {
        for (var i = 0; i < shares.Length; i++)
        {
            if (!claims[i].IsPositive || !shares[i].IsZero) continue;
            var giver = 0;
            for (var j = 1; j < shares.Length; j++)
                if (shares[j] >= shares[giver]) giver = j;
            shares[giver] -= new Money(1);
            shares[i] += new Money(1);
        }
    }

    private static void Explain(Money amount, List<OrderShare> shares, Money left, bool arrearsOnly, Explanation why)
    {
        if (shares.Count == 1)
        {
            why.Step($"{amount} was collected; {shares[0].Total} goes to order {shares[0].Claim.Order}, the only one that it can pay.", "45 CFR 303.100(a)(5)", "allocation");
        }
        else
        {
            why.Step(arrearsOnly
                ? $"{amount} is shared over {shares.Count} orders in proportion to their arrears."
                : $"{amount} is shared over {shares.Count} orders: current support first in proportion to what is due, then ordered payments toward arrears, then arrears.", "45 CFR 303.100(a)(5); conventions A1 to A3", "allocation");
            foreach (var share in shares)
                why.Step($"Order {share.Claim.Order} gets {share.Total}: {share.Current} of {share.Claim.AllCurrent} current support and {share.ArrearsPayment + share.Arrears} of {share.Claim.Arrears} arrears.", "", "allocation");
        }

        if (!left.IsZero) why.Step($"{left} is beyond what these orders are owed.", "", "allocation");
    }
}
