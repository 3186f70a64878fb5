using Alimenta.Law.Federal.Allocation;
using FsCheck;
using FsCheck.Fluent;

namespace Alimenta.Law.Tests.Federal.Allocation;

using Allocation = Alimenta.Law.Federal.Allocation.Allocation;

/// <summary>What must be true of every allocation (45 CFR 303.100(a)(5); conventions A1 to A3).</summary>
public class AllocationProperties
{
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static Gen<Money> Cents(int most) => Gen.Choose(0, most).Select(c => new Money(c));

    private static readonly Gen<List<OrderClaim>> Claims =
        Gen.Choose(0, 6).SelectMany(count => Gen.Sized(_ => Gen.ListOf(
            Cents(5000).SelectMany(current => Cents(500).SelectMany(medical => Cents(500).SelectMany(spousal => Cents(900).SelectMany(payment => Cents(4000).Select(arrears => (current, medical, spousal, payment, arrears)))))), count)))
            .Select(list => list.Select((c, i) => new OrderClaim($"{i + 1}", $"c{i % 2}", c.current, c.medical, c.spousal, c.payment, c.arrears)).ToList());

    private static void Always(Func<Money, List<OrderClaim>, bool> property) =>
        Check.One(Runs, Prop.ForAll(Arb.From(Cents(40000)), Arb.From(Claims), property));

    [Fact]
    public void The_shares_and_the_rest_add_up_and_no_claim_gets_more_than_it_wants() => Always((amount, claims) =>
    {
        var result = Allocation.Decide(amount, claims);
        return result.Shares.Sum(s => s.Total) + result.Unallocated == amount
            && result.Shares.All(s => s.Current <= s.Claim.AllCurrent && s.ArrearsPayment <= s.Claim.ArrearsPayment && s.ArrearsPayment + s.Arrears <= s.Claim.Arrears)
            && (result.Unallocated.IsZero || result.Shares.All(s => s.Total == s.Claim.AllCurrent + s.Claim.Arrears));
    });

    [Fact]
    public void Nothing_goes_to_arrears_while_current_support_is_unpaid() => Always((amount, claims) =>
    {
        var result = Allocation.Decide(amount, claims);
        return result.Shares.All(s => s.Current == s.Claim.AllCurrent) || result.Shares.All(s => (s.ArrearsPayment + s.Arrears).IsZero);
    });

    [Fact]
    public void The_order_in_which_the_claims_are_given_does_not_matter() => Always((amount, claims) =>
        Allocation.Decide(amount, claims).Shares.SequenceEqual(Allocation.Decide(amount, [.. claims.AsEnumerable().Reverse()]).Shares));

    [Fact]
    public void A_share_is_within_a_cent_of_the_exact_proportion_unless_it_was_given_its_one_cent() => Always((amount, claims) =>
    {
        var single = claims.Select(c => c with { CurrentMedical = Money.Zero, CurrentSpousal = Money.Zero }).ToList();
        var result = Allocation.Decide(amount, single);
        var total = single.Sum(c => c.Current).Cents;
        var spread = Math.Min(amount.Cents, total);
        // The order that gives cents to orders which would have none may be lower by as many.
        return result.Shares.All(s => total == 0
            || (Int128)s.Current.Cents * total > (Int128)spread * s.Claim.Current.Cents - (Int128)total * (1 + single.Count)
            && ((Int128)s.Current.Cents * total < (Int128)spread * s.Claim.Current.Cents + total || s.Current.Cents == 1));
    });

    [Fact]
    public void Every_order_with_current_support_gets_something_when_the_cents_suffice() => Always((amount, claims) =>
        amount.Cents < claims.Count(c => c.Current.IsPositive)
        || Allocation.Decide(amount, claims).Shares.All(s => !s.Claim.Current.IsPositive || s.Current.IsPositive));

    [Fact]
    public void Nothing_goes_to_a_type_while_one_before_it_is_unpaid() => Always((amount, claims) =>
    {
        var (child, medical) = (claims.Sum(c => c.Current), claims.Sum(c => c.CurrentMedical));
        return Allocation.Decide(Money.Min(amount, child), claims).Shares.All(s => s.Current <= s.Claim.Current)
            && Allocation.Decide(child + Money.Min(amount, medical), claims).Shares.All(s => s.Current >= s.Claim.Current && s.Current <= s.Claim.Current + s.Claim.CurrentMedical);
    });

    [Fact]
    public void A_dollar_more_never_takes_more_than_a_cent_from_anyone() => Always((amount, claims) =>
    {
        var less = Allocation.Decide(amount, claims).Shares;
        var more = Allocation.Decide(amount + Money.Of(1), claims).Shares;
        return less.Zip(more).All(pair => pair.Second.Total.Cents >= pair.First.Total.Cents - 1);
    });

    [Fact]
    public void Where_only_arrears_are_paid_current_support_gets_nothing() => Always((amount, claims) =>
        Allocation.Decide(amount, claims, arrearsOnly: true).Shares.All(s => s.Current.IsZero));

    [Fact]
    public void Tracing_changes_nothing() => Always((amount, claims) =>
        Allocation.Decide(amount, claims).Shares.SequenceEqual(Allocation.Decide(amount, claims, why: new Explanation("us/allocation", "x")).Shares));
}
