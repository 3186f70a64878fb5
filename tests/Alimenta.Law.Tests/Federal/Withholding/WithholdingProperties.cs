using Alimenta.Law.Federal.Withholding;
using FsCheck;
using FsCheck.Fluent;

namespace Alimenta.Law.Tests.Federal.Withholding;

/// <summary>What must be true of every withholding (15 USC 1673(b)(2); conventions A4 and A5).</summary>
public class WithholdingProperties
{
    private static readonly LawOn Law = LawStore.BuiltIn.On(new(2026, 6, 1));

    private static Gen<Money> Cents(int most) => Gen.Choose(0, most).Select(c => new Money(c));

    private static readonly Gen<WithholdingFacts> Facts =
        from earnings in Cents(300000)
        from other in Gen.Elements(true, false)
        from fee in Cents(700)
        from before in Gen.Frequency((3, Gen.Constant(Money.Zero)), (1, Cents(50000)))
        from method in Gen.Elements<SharingMethod?>(null, SharingMethod.Prorate, SharingMethod.Equal)
        from count in Gen.Choose(0, 5)
        from orders in Gen.ListOf(from current in Cents(80000) from medical in Gen.Frequency((2, Gen.Constant(Money.Zero)), (1, Cents(9000))) from spousal in Gen.Frequency((2, Gen.Constant(Money.Zero)), (1, Cents(9000))) from arrears in Cents(30000) from old in Cents(30000) select (current, medical, spousal, arrears, old), count)
        select new WithholdingFacts
        {
            DisposableEarnings = earnings,
            SupportsOtherFamily = other,
            EmployerFee = fee,
            PriorityGarnishments = before,
            Method = method,
            Orders = [.. orders.Select((o, i) => new WithholdingOrderFacts { Order = $"{i}", CurrentDue = o.current, MedicalDue = o.medical, SpousalDue = o.spousal, ArrearsPayment = o.arrears, OldArrears = Money.Min(o.old, o.arrears) })],
        };

    private static readonly string[] Policies = ["us", "us-or", "us-ny", "us-ia"];

    private static Money Current(WithholdingOrderFacts order) => order.CurrentDue + order.MedicalDue + order.SpousalDue;

    private static void Always(Func<WithholdingFacts, WithholdingAnswer, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(Facts), facts => Policies.All(p => property(facts, WithholdingLimit.Decide(LawStore.BuiltIn.On(Law.Date, p), facts).Value))));

    [Fact]
    public void Never_more_than_the_law_allows() => Always((facts, answer) =>
        answer.Withheld <= answer.Limit
        && answer.Limit.Cents * 100 <= facts.DisposableEarnings.Cents * (facts.SupportsOtherFamily ? 55 : 65)
        && (facts.Orders.Any(o => o.OldArrears.IsPositive) || answer.Limit.Cents * 100 <= facts.DisposableEarnings.Cents * (facts.SupportsOtherFamily ? 50 : 60)));

    [Fact]
    public void The_shares_and_the_fee_add_up_to_what_is_withheld() => Always((facts, answer) =>
        answer.Orders.Sum(o => o.Total) == answer.Support
        && answer.Support + answer.EmployerFee == answer.Withheld
        && answer.Support + answer.Unwithheld == facts.Orders.Sum(o => Current(o) + o.ArrearsPayment));

    [Fact]
    public void Current_support_comes_before_arrears_and_nobody_gets_more_than_is_due() => Always((facts, answer) =>
        answer.Orders.Zip(facts.Orders).All(p => p.First.Current <= Current(p.Second) && p.First.Arrears <= p.Second.ArrearsPayment)
        && (answer.Orders.All(o => o.Arrears.IsZero) || answer.Orders.Zip(facts.Orders).All(p => p.First.Current == Current(p.Second))));

    [Fact]
    public void What_may_be_withheld_is_used_as_far_as_the_orders_want_it() => Always((facts, answer) =>
        answer.Unwithheld.IsZero || answer.Withheld == answer.Limit);

    [Fact]
    public void Every_order_with_current_support_gets_something_when_the_cents_suffice() => Always((facts, answer) =>
        answer.Support.Cents < facts.Orders.Count || answer.Orders.Zip(facts.Orders).All(p => p.Second.CurrentDue.IsZero || p.First.Current.IsPositive));

    [Fact]
    public void A_state_or_agency_may_set_a_lower_ceiling_but_no_higher_one()
    {
        var lower = Own("with-other-family", 400_000);
        Assert.Equal(40_000, Limit(lower, true));
        Assert.Equal(60_000, Limit(lower, false));
        Assert.Equal(50_000, Limit(Own("with-other-family", 700_000), true));
        Assert.Equal(53_000, Limit(Own("old-arrears", 30_000), true, old: 20_000));

        static long Limit(LawOn law, bool other, long old = 0) => WithholdingLimit.Decide(law, new()
        {
            DisposableEarnings = new(100_000), SupportsOtherFamily = other,
            Orders = [new() { Order = "1", CurrentDue = new(90_000), ArrearsPayment = new(old), OldArrears = new(old) }],
        }).Value.Limit.Cents;

        static LawOn Own(string name, long ppm) => LawStore.WithAgency([new($"agency/policy/withholding/{name}.jsonc",
            $$"""{ "id": "agency/policy/withholding/{{name}}", "says": "S.", "unit": "ppm", "citation": "C", "status": "verified", "source": "Test", "values": [ { "from": "2020-01-01", "value": {{ppm}} } ] }""")]).On(Law.Date);
    }

    [Fact]
    public void Higher_earnings_never_lower_the_limit() => Always((facts, answer) =>
        WithholdingLimit.Decide(Law, facts with { DisposableEarnings = facts.DisposableEarnings + new Money(1) }).Value.Limit >= answer.Limit);

    [Fact]
    public void Equal_parts_differ_by_a_cent_at_most_unless_a_claim_is_full() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Arb.From(Cents(5000)), Arb.From(Gen.ListOf(Cents(1500))), (amount, claims) =>
        {
            var parts = EqualParts.Of(amount, claims);
            var open = parts.Zip(claims).Where(p => p.First < p.Second).Select(p => p.First.Cents).ToList();
            return parts.Sum() == Money.Min(amount, claims.Sum())
                && parts.Zip(claims).All(p => p.First <= p.Second)
                && (open.Count == 0 || parts.Max(p => p.Cents) - open.Min() <= 1);
        }));
}
