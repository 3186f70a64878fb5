using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Iowa;
using Alimenta.Law.Tests.Distribution;

namespace Alimenta.Law.Tests.Iowa;

/// <summary>On which debts of a played history interest is counted, and what met them when.</summary>
public sealed class InterestDebtsTests
{
    private static readonly DateOnly Through = new(2025, 6, 15);

    [Fact]
    public void Each_payment_that_is_late_bears_interest_from_thirty_days_after_it_fell_due()
    {
        // 100.00 due on the 15th, unpaid from January: 121, 90, 62, 31 and 1 days at 10 % by the 15th of June; what falls due that day bears none yet.
        var facts = Facts(Monthly(new(2025, 1, 15), 100));
        Assert.Equal([332, 247, 170, 85, 3, 0], Interest(facts));
        // 100.00 in March meets the support of March.
        Assert.Equal([332, 247, 0, 85, 3, 0], Interest(facts with { Receipts = [Paid("r1", new(2025, 3, 20), 100)] }));
        // 150.00 in March meets March, then the oldest month: half of January, which bore 34 days in full and 87 for the half.
        Assert.Equal([93 + 119, 247, 0, 85, 3, 0], Interest(facts with { Receipts = [Paid("r1", new(2025, 3, 20), 150)] }));
    }

    [Fact]
    public void In_a_month_of_several_due_days_a_payment_meets_what_fell_due_first()
    {
        var facts = Facts(new Term(Money.Of(25), Frequency.Weekly, new(new(2025, 1, 6)), new(2025, 1, 6))) with { Receipts = [Paid("r1", new(2025, 1, 31), 60)] };
        var dues = Debts(facts, new(2025, 1, 31)).Dues;
        Assert.Equal([(6, 25), (13, 25), (20, 10), (27, 0)], dues.Select(d => (d.Installment.Due.Day, (int)(d.Installment.Paid.Sum(p => p.Amount).Cents / 100))));
        Assert.All(dues.SelectMany(d => d.Installment.Paid), p => Assert.Equal(new DateOnly(2025, 1, 31), p.On));
    }

    [Fact]
    public void What_has_no_known_due_day_or_no_recorded_law_is_named_with_what_is_owed_of_it()
    {
        var facts = Facts(Monthly(new(2014, 12, 1), 100)) with
        {
            Openings = [new("o1", "c", "c/1", DebtPlace.NA, SupportMonth.Of(2014, 6), new(2014, 12, 1), Money.Of(500))],
            Adjustments = [new("a1", "c", "c/1", DebtPlace.NA, SupportMonth.Of(2015, 2), new(2015, 2, 10), Money.Of(40)), new("a2", "c", "c/1", DebtPlace.NA, SupportMonth.Of(2014, 6), new(2015, 3, 1), -Money.Of(30))],
            Receipts = [Paid("r1", new(2015, 3, 20), 150)],
        };
        facts = facts with { Cases = [facts.Cases[0] with { Obligations = [.. facts.Cases[0].Obligations, Obligation("c/2", ObligationKind.Judgment, new Term(Money.Of(900), Frequency.Once, new(new(2015, 2, 3)), new(2015, 2, 3)))] }] };
        var debts = Debts(facts, new(2015, 3, 31));
        // The payment meets March, and half of it the oldest arrears.
        Assert.Equal([(NotCountedWhy.TakenOver, 420), (NotCountedWhy.BeforeRecordedLaw, 100), (NotCountedWhy.BeforeRecordedLaw, 100), (NotCountedWhy.RaisedByDecision, 40), (NotCountedWhy.Judgment, 900)], debts.NotCounted.Select(n => (n.Why, (int)(n.Left.Cents / 100))));
        Assert.Equal([new(2015, 2, 1), new(2015, 3, 1)], debts.Dues.Select(d => d.Installment.Due));
    }

    [Fact]
    public void Orders_of_other_states_and_days_before_the_order_are_named()
    {
        var facts = Facts(Monthly(new(2025, 1, 15), 100));
        var other = IowaInterestDebts.Of(Law(Through), Play(facts, Through).Steps, "c", Orders("OR", new(2024, 1, 1)), Through);
        Assert.Empty(other.Dues);
        Assert.All(other.NotCounted, n => Assert.Equal((NotCountedWhy.OtherState, Money.Of(100)), (n.Why, n.Left)));
        var late = IowaInterestDebts.Of(Law(Through), Play(facts, Through).Steps, "c", Orders("IA", new(2025, 3, 1)), Through);
        Assert.Equal([new(2025, 3, 15), new(2025, 4, 15), new(2025, 5, 15), new(2025, 6, 15)], late.Dues.Select(d => d.Installment.Due));
        Assert.Equal([NotCountedWhy.BeforeOrder, NotCountedWhy.BeforeOrder], late.NotCounted.Select(n => n.Why));
    }

    [Fact]
    public void A_decision_that_lowers_a_debt_ends_its_interest_on_its_day()
    {
        var facts = Facts(Monthly(new(2025, 1, 15), 100)) with { Adjustments = [new("a1", "c", "c/1", DebtPlace.NA, SupportMonth.Of(2025, 1), new(2025, 3, 20), -Money.Of(100))] };
        Assert.Equal([93, 247, 170, 85, 3, 0], Interest(facts));
    }

    [Fact]
    public void Taking_back_what_a_decision_raised_leaves_the_interest_of_the_month_alone()
    {
        var facts = Facts(Monthly(new(2025, 1, 15), 100)) with
        {
            Adjustments = [new("a1", "c", "c/1", DebtPlace.NA, SupportMonth.Of(2025, 1), new(2025, 2, 10), Money.Of(1000)), new("a2", "c", "c/1", DebtPlace.NA, SupportMonth.Of(2025, 1), new(2025, 2, 11), -Money.Of(1000))],
        };
        Assert.Equal([332, 247, 170, 85, 3, 0], Interest(facts));
        Assert.Empty(Debts(facts, Through).NotCounted);
    }

    [Fact]
    public void What_another_person_pays_of_a_joint_debt_ends_its_interest_in_both_cases()
    {
        var alone = Facts(Monthly(new(2025, 1, 15), 100));
        var mine = alone.Cases[0] with { Obligations = [alone.Cases[0].Obligations[0] with { JointGroup = "both" }] };
        var other = mine with { Key = "d", Obligor = "partner", Obligations = [mine.Obligations[0] with { Key = "d/1" }] };
        var facts = new CircleFacts { Cases = [mine, other], Receipts = [Paid("r1", new(2025, 3, 20), 150) with { Obligor = "partner" }] };
        var steps = Play(facts, Through).Steps;
        var both = new Dictionary<string, OrderBehind> { ["c/1"] = new("IA", new(2024, 1, 1)), ["d/1"] = new("IA", new(2024, 1, 1)) };
        foreach (var key in (string[])["c", "d"])
            Assert.Equal([93 + 119, 247, 0, 85, 3, 0], IowaInterest.Decide(Law(Through), new() { Through = Through, Installments = [.. IowaInterestDebts.Of(Law(Through), steps, key, both, Through).Dues.Select(d => d.Installment)] }).Value.Installments.Select(i => i.Interest.Cents));
    }

    [Fact]
    public void What_is_unpaid_here_is_what_the_play_says_is_owed()
    {
        for (var seed = 1; seed <= 300; seed++)
        {
            var dice = new Random(seed);
            var facts = Facts(dice.Next(2) == 0 ? Monthly(new(2025, 1, dice.Next(1, 28)), dice.Next(50, 400)) : new Term(Money.Of(dice.Next(20, 90)), Frequency.Weekly, new(new(2025, 1, 6)), new(2025, 1, 6))) with
            {
                Receipts = [.. Enumerable.Range(0, dice.Next(12)).Select(i => Paid($"r{i:00}", new DateOnly(2025, 1, 10).AddDays(dice.Next(300)), dice.Next(5, 500)))],
                Openings = [.. Enumerable.Range(0, dice.Next(3)).Select(i => new OpeningFacts($"o{i}", "c", "c/1", DebtPlace.NA, SupportMonth.Of(2025, dice.Next(1, 4)), new(2025, 1, 1), Money.Of(dice.Next(10, 600))))],
                Adjustments = [.. Enumerable.Range(0, dice.Next(6)).Select(i => new AdjustmentFacts($"a{i}", "c", "c/1", DebtPlace.NA, SupportMonth.Of(2025, dice.Next(1, 9)), new DateOnly(2025, 1, 10).AddDays(dice.Next(300)), Money.Of(dice.Next(-300, 300))))],
            };
            facts = facts with { Adjustments = [.. facts.Adjustments.Where(a => !a.Amount.IsZero)] };
            var through = SupportMonth.Of(2025, dice.Next(2, 12)).LastDay;
            var played = Play(facts, through);
            var debts = Debts(facts, through);
            Assert.Equal(played.Debts.Rows.Sum(r => r.Left), debts.Dues.Sum(d => d.Installment.Amount - d.Installment.Paid.Sum(p => p.Amount)) + debts.NotCounted.Sum(n => n.Left));
            Assert.All(debts.Dues, d => Assert.True(d.Installment.Paid.Sum(p => p.Amount) <= d.Installment.Amount));
            Assert.True(IowaInterest.Decide(Law(through), new() { Through = through, Installments = [.. debts.Dues.Select(d => d.Installment)] }).Ok);
        }
    }

    private static Played Play(CircleFacts facts, DateOnly through) => CirclePlay.Run(facts, (_, _) => TestPolicy.Us, through);

    private static Dictionary<string, OrderBehind> Orders(string state, DateOnly signed) => new() { ["c/1"] = new(state, signed), ["c/2"] = new(state, signed) };

    private static LawOn Law(DateOnly on) => LawStore.BuiltIn.On(on, "us-ia");

    private static IowaInterestDebts Debts(CircleFacts facts, DateOnly through) => IowaInterestDebts.Of(Law(through), Play(facts, through).Steps, "c", Orders("IA", new(2014, 1, 1)), through);

    private static IEnumerable<long> Interest(CircleFacts facts) =>
        IowaInterest.Decide(Law(Through), new() { Through = Through, Installments = [.. Debts(facts, Through).Dues.Select(d => d.Installment)] }).Value.Installments.Select(i => i.Interest.Cents);

    private static CircleFacts Facts(Term term) => new() { Cases = [new() { Key = "c", Obligor = "payor", Custodian = "parent", Policy = "us-ia", Obligations = [Obligation("c/1", ObligationKind.Child, term)] }] };

    private static ObligationFacts Obligation(string key, ObligationKind kind, Term term) => new() { Key = key, Order = "order", Kind = kind, Terms = [term] };

    private static Term Monthly(DateOnly from, int dollars) => new(Money.Of(dollars), Frequency.Monthly, new(from), from);

    private static ReceiptFacts Paid(string key, DateOnly on, int dollars) => new() { Key = key, Obligor = "payor", Amount = Money.Of(dollars), Source = CollectionSource.IncomeWithholding, CollectedOn = on };
}
