using Alimenta.Law.Federal.Allocation;

namespace Alimenta.Law.Federal.Withholding;

using Allocation = Alimenta.Law.Federal.Allocation.Allocation;

/// <summary>How much may be withheld from earnings for support, and how several orders share it.</summary>
/// <remarks>15 USC 1673(b)(2); 45 CFR 303.100(a)(3), (5), (e)(1)(i); our conventions A4 and A5.</remarks>
public static class WithholdingLimit
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/withholding-limit";

    private const long Whole = 1_000_000;

    /// <summary>Decides for one pay period.</summary>
    /// <param name="law">The law on the pay day under the policy of the state in which the obligor works.</param>
    /// <param name="facts">Earnings and orders.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<WithholdingAnswer> Decide(LawOn law, WithholdingFacts facts, Explanation? why = null)
    {
        if (facts.Orders.GroupBy(o => o.Order).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new Refusal("L-WITHHOLD-TWICE", $"Order {twice.Key} stands twice.", "Name each order once.", Field: "orders");
        if (facts.Orders.FirstOrDefault(o => o.OldArrears > o.ArrearsPayment) is { } odd)
            return new Refusal("L-WITHHOLD-OLD", $"Order {odd.Order} enforces more old arrears ({odd.OldArrears}) than its whole arrears payment ({odd.ArrearsPayment}).",
                "Give the part of the arrears payment that is old.", "15 USC 1673(b)(2)", "orders");

        var limit = Limit(law, facts, why);
        var wanted = facts.Orders.Sum(o => o.AllCurrent + o.ArrearsPayment);
        var fee = wanted.IsPositive && limit > facts.EmployerFee ? facts.EmployerFee : Money.Zero;
        if (facts.EmployerFee.IsPositive)
            why?.Step(fee.IsZero
                ? $"The employer's fee of {facts.EmployerFee} is not taken: the limit does not exceed it."
                : $"The employer's fee of {fee} counts inside the limit, so {limit - fee} may be withheld for support.", "45 CFR 303.100(e)(1)(i); convention A5", "fee");
        var support = Money.Min(limit - fee, wanted);
        var shares = Share(law, facts, support, why);
        return new WithholdingAnswer(limit, support + fee, fee, support, wanted - support, shares);
    }

    /// <summary>The most that may be withheld in all.</summary>
    private static Money Limit(LawOn law, WithholdingFacts facts, Explanation? why)
    {
        var earnings = facts.DisposableEarnings;
        var share = Ceiling(law, facts.SupportsOtherFamily ? "with-other-family" : "without-other-family", why);
        var limit = earnings.ShareDown(share, Whole);
        why?.Step($"{LawWords.Percent(share)} of disposable earnings of {earnings} is {limit}, because the obligor {(facts.SupportsOtherFamily ? "supports" : "does not support")} another spouse or child.", "15 USC 1673(b)(2)", "limit");

        var old = facts.Orders.Sum(o => o.OldArrears);
        if (old.IsPositive)
        {
            // The law allows 55 or 65 percent; the further part is the difference of the two limits, each with the part of a cent cut off.
            var further = earnings.ShareDown(share + Ceiling(law, "old-arrears", why), Whole) - limit;
            var weeks = law.Whole("us/withholding/limit/old-after-weeks", why);
            var used = Money.Min(old, further);
            limit += used;
            why?.Step($"{old} enforces arrears older than {weeks} weeks, so up to {further} more may be withheld: {used}.", "15 USC 1673(b)(2)", "limit");
        }

        if (facts.PriorityGarnishments.IsPositive)
        {
            limit = (limit - facts.PriorityGarnishments).OrZero;
            why?.Step($"Garnishments of {facts.PriorityGarnishments} go before; {limit} is left.", "29 CFR 870.11(b)(2)", "limit");
        }

        return limit;
    }

    /// <summary>The share of federal law, or a lower one of the state or agency: 15 USC 1673(b)(2) says how much at most.</summary>
    private static long Ceiling(LawOn law, string name, Explanation? why)
    {
        var federal = law.Ppm($"us/withholding/limit/{name}", why);
        var id = $"policy/withholding/{name}";
        if (!law.Covers(id) || law.Ppm(id, why) is var own && own >= federal) return federal;
        why?.Step($"The state's own ceiling of {LawWords.Percent(own)} is below the federal {LawWords.Percent(federal)}.", "State law", "limit");
        return own;
    }

    private static WithholdingShare[] Share(LawOn law, WithholdingFacts facts, Money support, Explanation? why)
    {
        var method = facts.Method ?? (law.Word("policy/allocation/withholding-method", why) == "equal" ? SharingMethod.Equal : SharingMethod.Prorate);
        List<WithholdingOrderFacts> orders = [.. facts.Orders.OrderBy(o => o.Order, StringComparer.Ordinal)];
        if (method == SharingMethod.Prorate)
        {
            var byType = law.Flag("policy/allocation/by-type", why);
            var result = Allocation.Decide(support, [.. orders.Select(o => OrderClaim.Of(byType, o.Order, "", o.CurrentDue, o.MedicalDue, o.SpousalDue, o.ArrearsPayment, o.ArrearsPayment))], why: why);
            return [.. result.Shares.Select(s => new WithholdingShare(s.Claim.Order, s.Current, s.ArrearsPayment + s.Arrears, s.Total))];
        }

        var current = EqualParts.Of(support, [.. orders.Select(o => o.AllCurrent)]);
        var arrears = EqualParts.Of(support - current.Sum(), [.. orders.Select(o => o.ArrearsPayment)]);
        for (var i = 0; i < orders.Count; i++)
            why?.Step($"In equal parts up to what is due, order {orders[i].Order} gets {current[i]} of {orders[i].AllCurrent} current support and {arrears[i]} of {orders[i].ArrearsPayment} arrears.", "45 CFR 303.100(a)(5)", "orders");
        return [.. orders.Select((o, i) => new WithholdingShare(o.Order, current[i], arrears[i], current[i] + arrears[i]))];
    }
}
