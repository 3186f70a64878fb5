using System.ComponentModel;
using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.Allocation;

/// <summary>What the allocation rule wants to know when it is called by itself.</summary>
public sealed record AllocationFacts
{
    /// <summary>The money collected.</summary>
    [Description("The money collected.")]
    public required Money Amount { get; init; }

    /// <summary>How it was collected.</summary>
    [Description("How it was collected. A federal tax refund offset pays arrears only where the state keeps the PRWORA order.")]
    public required CollectionSource Source { get; init; }

    /// <summary>The orders of the obligor.</summary>
    [Description("The obligor's orders.")]
    public required IReadOnlyList<AllocationOrderFacts> Orders { get; init; }
}

/// <summary>One order of the obligor.</summary>
public sealed record AllocationOrderFacts
{
    /// <summary>Its number.</summary>
    [Description("The order's number; between equal claims the lowest number, as text, goes first.")]
    public required string Order { get; init; }

    /// <summary>The case.</summary>
    [Description("The case to which the order belongs.")]
    public string Case { get; init; } = "";

    /// <summary>Current support due.</summary>
    [Description("Current child support due and unpaid; with cash medical support, unless that stands by itself.")]
    public required Money CurrentDue { get; init; }

    /// <summary>Current cash medical support due.</summary>
    [Description("Current cash medical support due and unpaid; shared after child support where the state shares by type.")]
    public Money MedicalDue { get; init; }

    /// <summary>Current spousal support due.</summary>
    [Description("Current spousal support due and unpaid; shared last where the state shares by type.")]
    public Money SpousalDue { get; init; }

    /// <summary>The ordered payment toward arrears.</summary>
    [Description("The payment toward arrears that the order says is due.")]
    public Money ArrearsPayment { get; init; }

    /// <summary>The arrears.</summary>
    [Description("All that is owed in arrears.")]
    public Money ArrearsBalance { get; init; }
}

/// <summary>What the allocation rule answers when it is called by itself.</summary>
/// <param name="Orders">One for each order, in the order of their numbers.</param>
/// <param name="Unallocated">What is beyond every claim.</param>
public sealed record AllocationAnswer(IReadOnlyList<AllocationOrderAnswer> Orders, Money Unallocated);

/// <summary>What one order gets.</summary>
/// <param name="Order">Its number.</param>
/// <param name="Case">The case.</param>
/// <param name="Current">Toward current support.</param>
/// <param name="ArrearsPayment">Toward the ordered payment of arrears.</param>
/// <param name="Arrears">Toward arrears beyond it.</param>
/// <param name="Total">All of it.</param>
public sealed record AllocationOrderAnswer(string Order, string Case, Money Current, Money ArrearsPayment, Money Arrears, Money Total);

/// <summary>The allocation rule under the policy of a day.</summary>
public static class AllocationByLaw
{
    /// <summary>Allocates the amount over the orders.</summary>
    /// <param name="law">The law on the date of collection.</param>
    /// <param name="facts">The money and the orders.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<AllocationAnswer> Decide(LawOn law, AllocationFacts facts, Explanation? why = null)
    {
        if (facts.Orders.GroupBy(o => (o.Order, o.Case)).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new Refusal("L-ALLOC-TWICE", $"Order {twice.Key.Order} of case \"{twice.Key.Case}\" stands twice.", "Name each order once.", Field: "orders");
        var byType = law.Flag("policy/allocation/by-type", why);
        var arrearsOnly = facts.Source == CollectionSource.FederalTaxOffset && law.Word("policy/distribution/offset-election", why) == "prwora";
        List<OrderClaim> claims = [.. facts.Orders.Select(o => OrderClaim.Of(byType, o.Order, o.Case, o.CurrentDue, o.MedicalDue, o.SpousalDue, o.ArrearsPayment, o.ArrearsBalance))];
        var result = Allocation.Decide(facts.Amount, claims, arrearsOnly, why);
        return new AllocationAnswer(
            [.. result.Shares.Select(s => new AllocationOrderAnswer(s.Claim.Order, s.Claim.Case, s.Current, s.ArrearsPayment, s.Arrears, s.Total))],
            result.Unallocated);
    }
}
