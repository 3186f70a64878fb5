using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Tests.Distribution;
using FsCheck;
using FsCheck.Fluent;

namespace Alimenta.Law.Tests.History;

/// <summary>What must hold however a payment is cut, and in whatever order payments become known.</summary>
public sealed class SplitTests
{
    private static readonly DateOnly January = new(2026, 1, 1);
    private static readonly DateOnly Through = new(2026, 5, 20);
    private static readonly DateOnly PaidOn = new(2026, 3, 12);
    private static readonly Config Tries = Config.QuickThrowOnFailure.WithMaxTest(300);

    /// <summary>One to three cases of one obligor, of two custodians; one of these may get assistance, perhaps ended before the payment.</summary>
    private sealed record Circle(int[] Cents, bool[] OfFirst, bool Assisted, bool Ended, int Grant, CollectionSource Source, int Paid, int First, int Before)
    {
        public CircleFacts Facts(params int[] payments) => new()
        {
            Cases = [.. Cents.Select((cents, i) => new CaseFacts
            {
                Key = $"{i + 1}", Obligor = "F", Custodian = OfFirst[i] ? "M" : "N", Policy = "us",
                Obligations = [new() { Key = $"o{i + 1}", Order = $"{i + 1}", Kind = ObligationKind.Child, Terms = [new(new(cents), Frequency.Monthly, new(January), January)] }],
            })],
            Spells = Assisted ? [new(AssistanceProgram.Tanf, "M", new(January, Ended ? new(2026, 2, 10) : null), [])] : [],
            Grants = Assisted ? [new("g", "M", AssistanceProgram.Tanf, January, SupportMonth.Of(January), new(Grant))] : [],
            Receipts = [Receipt("a", new(2026, 2, 3), Before, CollectionSource.IncomeWithholding), .. payments.Select((cents, i) => Receipt($"p{i + 1}", PaidOn, cents, Source))],
        };

        private static ReceiptFacts Receipt(string key, DateOnly on, int cents, CollectionSource source) =>
            new() { Key = key, Obligor = "F", Amount = new(cents), Source = source, CollectedOn = on };
    }

    private static readonly Gen<Circle> Circles =
        from cases in Gen.Choose(1, 3)
        from cents in Gen.ArrayOf(Gen.Choose(1_000, 60_000), cases)
        from first in Gen.ArrayOf(Gen.Elements(true, false), cases)
        from assisted in Gen.Elements(true, false)
        from ended in Gen.Elements(true, false)
        from grant in Gen.Choose(1, 150_000)
        from source in Gen.Elements(CollectionSource.IncomeWithholding, CollectionSource.Voluntary, CollectionSource.StateTaxOffset, CollectionSource.FederalTaxOffset)
        from paid in Gen.Choose(2, 300_000)
        from part in Gen.Choose(1, paid - 1)
        from before in Gen.Choose(1, 80_000)
        select new Circle(cents, first, assisted, ended, grant, source, paid, part, before);

    [Fact]
    public void A_payment_cut_in_two_gives_every_family_the_same_but_for_rounding() => Check.One(Tries, Prop.ForAll(Circles.ToArbitrary(), circle =>
    {
        var whole = Given(circle.Facts(circle.Paid));
        var cut = Given(circle.Facts(circle.First, circle.Paid - circle.First));
        // Each part is shared over the orders to the cent, twice (current support and arrears), and what is kept for months to come is shared again.
        var most = 8 * circle.Cents.Length;
        // Where a family on assistance has several orders, each order pays its assigned debt before its own: when unreimbursed assistance is nearly made good, it depends on
        // the cut which order comes to that end first. What family and state have together does not.
        var kept = Math.Max(whole.GetValueOrDefault("state"), cut.GetValueOrDefault("state"));
        if (circle.Assisted && circle.OfFirst.Count(first => first) > 1) (whole, cut) = (Together(whole), Together(cut));
        return whole.Keys.Union(cut.Keys).All(payee => Math.Abs(whole.GetValueOrDefault(payee) - cut.GetValueOrDefault(payee)) <= most)
            && whole.Values.Sum() == cut.Values.Sum()
            && kept <= (circle.Assisted ? circle.Grant : 0);
    }));

    [Fact]
    public void The_order_in_which_payments_become_known_changes_nothing() => Check.One(Tries, Prop.ForAll(Circles.ToArbitrary(), circle =>
    {
        var facts = circle.Facts(circle.First, circle.Paid - circle.First);
        var turned = facts with { Receipts = [.. facts.Receipts.Reverse()] };
        return Play(facts).Steps.Select(s => s.Content()).SequenceEqual(Play(turned).Steps.Select(s => s.Content()));
    }));

    private static Dictionary<string, long> Together(Dictionary<string, long> given) =>
        given.GroupBy(g => g.Key is "state" or "Family M" ? "family and state" : g.Key).ToDictionary(g => g.Key, g => g.Sum(x => x.Value));

    private static Played Play(CircleFacts facts) => CirclePlay.Run(facts, (_, _) => TestPolicy.Us, Through);

    /// <summary>What each payee has of everything, in cents; the state and the future count as payees.</summary>
    private static Dictionary<string, long> Given(CircleFacts facts)
    {
        var played = Play(facts);
        var given = played.Steps.SelectMany(s => s.Uses).Where(u => u.To != Recipient.Future).GroupBy(u => u.Payee.Length > 0 ? $"{u.To} {u.Payee}" : "state").ToDictionary(g => g.Key, g => g.Sum(u => u.Amount).Cents);
        given["future"] = played.Futures.Sum(f => f.Amount).Cents;
        return given;
    }
}
