using Alimenta.Law.Guidelines;
using Alimenta.Law.Oregon.Guidelines;

namespace Alimenta.Law.Tests.Oregon.Guidelines;

/// <summary>The scale, the curve of the credit and the figures that are dated.</summary>
public class OregonTablesTests
{
    private static readonly LawTable Table = LawStore.BuiltIn.On(new(2026, 7, 1), "us-or").Table("or/guidelines/scale");
    private static readonly ObligationScale Scale = new(Table);

    [Fact]
    public void The_scale_rises_with_income_and_with_children_and_has_no_gap()
    {
        Assert.Equal(581, Table.Rows.Count);
        Assert.Equal(10, Scale.MostChildren);
        for (var row = 0; row < Table.Rows.Count; row++)
        {
            if (row > 1) Assert.Equal(5000, Table.Rows[row][0].Number - Table.Rows[row - 1][0].Number);
            for (var column = 1; column < Table.Columns.Count; column++)
            {
                if (row > 0) Assert.True(Table.Rows[row][column].Number >= Table.Rows[row - 1][column].Number);
                if (column > 1) Assert.True(Table.Rows[row][column].Number >= Table.Rows[row][column - 1].Number);
            }
        }
    }

    [Theory]
    [InlineData(-1, 1, 50)]
    [InlineData(0, 1, 50)]
    [InlineData(100099, 10, 50)]
    [InlineData(100100, 1, 65)]
    [InlineData(770000, 2, 1340)]
    [InlineData(2995099, 1, 1985)]
    [InlineData(2995100, 1, 1987)]
    [InlineData(9000000, 10, 5578)]
    [InlineData(9000000, 11, 5578)]
    public void A_row_holds_up_to_the_next(long cents, int children, int dollars) => Assert.Equal(Money.Of(dollars), Scale.Of(new(cents), children));

    // Read in the workbook, line 6b.
    [Theory]
    [InlineData(0, 0)]
    [InlineData(3000, 253)]
    [InlineData(6000, 651)]
    [InlineData(8000, 1033)]
    [InlineData(9100, 1293)]
    [InlineData(10000, 1537)]
    [InlineData(11000, 1841)]
    [InlineData(12000, 2181)]
    [InlineData(13200, 2638)]
    [InlineData(15000, 3413)]
    [InlineData(18250, 5000)]
    [InlineData(26500, 8463)]
    [InlineData(30500, 9349)]
    [InlineData(36500, 10000)]
    public void The_credit_is_that_of_the_workbook(int hundredths, int tenThousandths) =>
        Assert.Equal(tenThousandths / 10_000m, ParentingTimeCredit.Share(hundredths / 100m, 365, 7.14m, 0.0274m));

    [Fact]
    public void The_credit_rises_with_every_night_and_both_parents_make_one()
    {
        for (var night = 0; night < 365; night++)
        {
            var (one, next, other) = (Share(night), Share(night + 1), Share(365 - night));
            Assert.True(next > one);
            Assert.InRange(one + other, 0.9999m, 1.0001m);
        }

        static decimal Share(int nights) => ParentingTimeCredit.Share(nights, 365, 7.14m, 0.0274m);
    }

    // Digits of e and its powers from printed tables.
    [Theory]
    [InlineData("0", "1.000000000000000")]
    [InlineData("1", "2.718281828459045")]
    [InlineData("-1", "0.367879441171442")]
    [InlineData("0.5", "1.648721270700128")]
    [InlineData("3.57", "35.516593")]
    [InlineData("-20", "0.000000002061154")]
    [InlineData("10", "22026.465794806717")]
    public void The_exponential_function_has_the_digits_of_the_tables(string exponent, string expected)
    {
        var places = expected.Length - expected.IndexOf('.', StringComparison.Ordinal) - 1;
        Assert.Equal(Number(expected), Math.Round(Exponential.Of(Number(exponent)), places));

        static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void The_exponential_function_refuses_what_it_cannot_hold() => Assert.Throws<ArgumentOutOfRangeException>(() => Exponential.Of(21m));

    // The federal poverty guideline of the year / 12 x 1.167, from 2026 x 1.30.
    [Theory]
    [InlineData(2020, 12760, 1167)]
    [InlineData(2021, 12880, 1167)]
    [InlineData(2022, 13590, 1167)]
    [InlineData(2023, 14580, 1167)]
    [InlineData(2024, 15060, 1167)]
    [InlineData(2025, 15650, 1167)]
    [InlineData(2026, 15960, 1300)]
    public void The_reserve_is_the_poverty_guideline_times_its_factor(int year, int guideline, int thousandths) =>
        Assert.Equal(new Money((long)Math.Round(guideline / 12m * thousandths / 1000m, MidpointRounding.AwayFromZero) * 100), LawStore.BuiltIn.On(new(year, 7, 1), "us-or").Money("or/guidelines/self-support-reserve"));

    [Fact]
    public void What_no_official_text_confirms_is_named_in_the_answer()
    {
        var facts = new OregonFacts { ParentA = new() { Income = Money.Of(3000), OvernightsHundredths = 6000 }, ParentB = new() { Income = Money.Of(3000), OvernightsHundredths = 30500 }, MinorChildren = 1 };
        Assert.Equal([], On(new(2026, 7, 1), facts));
        Assert.Equal(["or/guidelines/self-support-reserve", "or/guidelines/minimum-wage/highest", "or/guidelines/parenting-time/steepness", "or/guidelines/parenting-time/offset"], On(new(2026, 6, 30), facts));
        Assert.Equal(["or/guidelines/minimum-wage/lowest"], On(new(2026, 7, 1), facts with { ParentA = facts.ParentA with { MinimumWageHoursAWeek = 20 } }));

        static IEnumerable<string> On(DateOnly day, OregonFacts facts) => OregonGuideline.Decide(LawStore.BuiltIn.On(day, "us-or"), facts).Value.ToConfirm.Select(c => c.Parameter);
    }
}
