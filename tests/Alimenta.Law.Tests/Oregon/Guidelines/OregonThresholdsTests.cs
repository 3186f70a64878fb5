using Alimenta.Law.Guidelines;
using Alimenta.Law.Oregon.Guidelines;

namespace Alimenta.Law.Tests.Oregon.Guidelines;

/// <summary>One cent around every threshold.</summary>
public class OregonThresholdsTests
{
    private static readonly LawOn Law = LawStore.BuiltIn.On(new(2026, 7, 1), "us-or");

    private static OregonFacts Family(long centsA, long centsB) => new()
    {
        ParentA = new() { Income = new(centsA), OvernightsHundredths = 6000 },
        ParentB = new() { Income = new(centsB), OvernightsHundredths = 30500 },
        MinorChildren = 1,
    };

    private static OregonAnswer Answer(OregonFacts facts) => OregonGuideline.Decide(Law, facts).Value;

    private static long Line(OregonAnswer answer, string number, GuidelineParty who = GuidelineParty.ParentA) =>
        answer.Lines.Single(l => l.Number == number && l.Who == who && l.Kind is LineKind.Money or LineKind.Share).Value;

    [Theory]
    [InlineData(172899, 0)]
    [InlineData(172900, 0)]
    [InlineData(172901, 1)]
    public void Nothing_is_available_up_to_the_reserve(long income, long available) => Assert.Equal(available, Line(Answer(Family(income, 300000)), "1j"));

    [Theory]
    [InlineData(100099, 50)]
    [InlineData(100100, 65)]
    [InlineData(105099, 65)]
    public void The_scale_takes_the_lower_row(long income, int dollars) =>
        Assert.Equal(Money.Of(dollars).Cents, Line(Answer(Family(income, 0)), "2a", GuidelineParty.Total));

    [Theory]
    [InlineData(3_000_000, false)]
    [InlineData(3_000_001, true)]
    public void Above_the_scale_the_decider_is_told(long income, bool told) =>
        Assert.Equal(told, Answer(Family(income, 0)).Findings.Any(f => f.Code == "OR-ABOVE-SCALE"));

    // Reasonable cost of both parents together is 4 percent of 5,000 and 4,000: 200 + 160.
    [Theory]
    [InlineData(36000, true)]
    [InlineData(36001, false)]
    public void Coverage_may_cost_what_is_reasonable_for_both(long premium, bool available)
    {
        var facts = Family(500000, 400000);
        var answer = Answer(facts with { ParentA = facts.ParentA with { CoverageCost = new(premium) } });
        Assert.Equal(36000, Line(answer, "4c", GuidelineParty.Total));
        Assert.Equal(available ? [GuidelineParty.ParentA] : [], answer.Coverage);
    }

    [Theory]
    [InlineData(291200, false)]
    [InlineData(291201, true)]
    public void At_the_highest_minimum_wage_only_free_coverage_is_ordered(long income, bool paid)
    {
        var facts = Family(income, 500000);
        Assert.Equal(paid ? [GuidelineParty.ParentA] : [], Answer(facts with { ParentA = facts.ParentA with { CoverageCost = new(1) } }).Coverage);
        Assert.Equal([GuidelineParty.ParentA], Answer(facts with { ParentA = facts.ParentA with { CoverageCost = Money.Zero } }).Coverage);
    }

    [Fact]
    public void The_minimum_order_begins_one_cent_below_it()
    {
        // Every cent of income above the reserve is one of support, until the share of the scale is reached.
        var (at, below) = (0, 0);
        for (var cents = 172900L; cents < 192900; cents++)
        {
            var answer = Answer(Family(cents, 300000));
            var (before, added) = (Line(answer, "8a"), Line(answer, "8c"));
            Assert.Equal(Math.Max(0, 10000 - before), added);
            if (before == 10000) at++;
            if (before == 9999) below++;
        }

        Assert.True(at > 0 && below > 0);
    }

    // Cash support of 390.56 and cash medical support of 128.
    [Theory]
    [InlineData(0, 39056, 12800)]
    [InlineData(39055, 1, 12800)]
    [InlineData(39056, 0, 12800)]
    [InlineData(39057, 0, 12799)]
    [InlineData(51855, 0, 1)]
    [InlineData(51856, 0, 0)]
    [InlineData(51857, 0, 0)]
    public void Benefits_go_to_cash_first_and_what_is_left_to_cash_medical(long benefits, long cash, long medical)
    {
        var facts = Family(320000, 300000) with { CashMedical = OregonCashMedical.Yes };
        var answer = Answer(facts with { ParentA = facts.ParentA with { ChildBenefits = new(benefits) } });
        Assert.Equal((cash, medical), (Line(answer, "8f"), Line(answer, "8h")));
    }
}
