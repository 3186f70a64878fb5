using Alimenta.Law.Federal.Performance;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Federal.Performance;

/// <summary>The tables of 45 CFR 305.33 as a whole.</summary>
public class IncentivesTests
{
    private static readonly LawOn Law = LawStore.BuiltIn.On(new(2024, 9, 30));

    private static IReadOnlyList<MeasureAnswer> Measures(long numerator, long denominator) =>
        Incentives.Decide(Law, new()
        {
            Paternity = new() { Numerator = numerator, Denominator = denominator },
            Orders = new() { Numerator = numerator, Denominator = denominator },
            Current = new() { Numerator = numerator, Denominator = denominator },
            Arrears = new() { Numerator = numerator, Denominator = denominator },
            Cost = new() { Numerator = numerator, Denominator = denominator },
            CurrentAssistance = Money.Zero,
            FormerAssistance = Money.Zero,
            OtherCollections = Money.Of(1),
        }).Value.Measures;

    [Fact]
    public void At_each_whole_percent_and_one_part_below_it_the_statute_is_met()
    {
        for (var percent = 1; percent <= 120; percent++)
        {
            Assert.Equal(Expected(percent, lowest: 50), Measures(percent, 100)[0].AppliesPpm / 10000);
            Assert.Equal(Expected(percent, lowest: 40), Measures(percent, 100)[3].AppliesPpm / 10000);
            Assert.Equal(Expected(percent - 1, lowest: 50), Measures(percent * 1_000_000 - 1, 100_000_000)[1].AppliesPpm / 10000);
            Assert.Equal(Expected(percent - 1, lowest: 40), Measures(percent * 1_000_000 - 1, 100_000_000)[2].AppliesPpm / 10000);
        }

        // 42 USC 658a(b)(6): two points of percentage for each percent from 70 to 80, one below.
        static int Expected(int percent, int lowest) => percent >= 80 ? 100 : percent < lowest ? 0 : percent >= 70 ? 80 + 2 * (percent - 70) : percent + 10;
    }

    [Theory]
    [InlineData(199, 0)]
    [InlineData(200, 40)]
    [InlineData(249, 40)]
    [InlineData(250, 50)]
    [InlineData(300, 60)]
    [InlineData(350, 70)]
    [InlineData(400, 80)]
    [InlineData(449, 80)]
    [InlineData(450, 90)]
    [InlineData(499, 90)]
    [InlineData(500, 100)]
    public void Collections_for_each_dollar_spent_earn_in_steps(int cents, int percent) =>
        Assert.Equal(percent, Measures(cents, 100)[4].AppliesPpm / 10000);

    [Fact]
    public void Figures_of_any_size_do_not_overflow()
    {
        const long largest = FactsCheck.Most;
        Assert.Equal(1_000_000, Measures(largest, 1)[0].AppliesPpm);
        Assert.Equal(0, Measures(1, largest)[0].AppliesPpm);
    }
}
