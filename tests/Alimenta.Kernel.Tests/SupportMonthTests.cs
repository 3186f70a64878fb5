using FsCheck.Fluent;

namespace Alimenta.Kernel.Tests;

public class SupportMonthTests
{
    [Fact]
    public void Knows_its_year_month_and_days()
    {
        var month = SupportMonth.Of(2024, 2);
        Assert.Equal((2024, 2), (month.Year, month.Month));
        Assert.Equal(new DateOnly(2024, 2, 1), month.FirstDay);
        Assert.Equal(new DateOnly(2024, 2, 29), month.LastDay);
        Assert.Equal(month, SupportMonth.Of(new DateOnly(2024, 2, 17)));
        Assert.Equal("2024-02", month.ToString());
        Assert.Equal("February 2024", month.Words);
    }

    [Theory]
    [InlineData(2023, 31, 28)]
    [InlineData(2024, 31, 29)]
    [InlineData(2024, 29, 29)]
    [InlineData(2023, 15, 15)]
    public void A_day_that_the_month_lacks_becomes_its_last(int year, int day, int expected) =>
        Assert.Equal(new DateOnly(year, 2, expected), SupportMonth.Of(year, 2).Day(day));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(32)]
    public void No_month_has_such_a_day(int day) => Assert.Throws<ArgumentOutOfRangeException>(() => SupportMonth.Of(2024, 1).Day(day));

    [Fact]
    public void Steps_over_the_new_year()
    {
        var december = SupportMonth.Of(2025, 12);
        Assert.Equal(SupportMonth.Of(2026, 1), december.Next);
        Assert.Equal(december, SupportMonth.Of(2026, 1).Previous);
        Assert.Equal(SupportMonth.Of(2024, 12), december.Plus(-12));
    }

    [Fact]
    public void Has_bounds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportMonth.Of(9999, 12).Next);
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportMonth.Of(1, 1).Previous);
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportMonth.Of(2026, 13));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SupportMonth(11));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SupportMonth(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportMonth.Of(2026, 1) with { Number = 5 });
        Assert.Throws<OverflowException>(() => SupportMonth.Of(2026, 1).Plus(int.MaxValue));
    }

    [Fact]
    public void An_undated_month_is_older_than_every_month_and_has_no_days()
    {
        Assert.True(SupportMonth.Undated.IsUndated);
        Assert.True(SupportMonth.Undated < SupportMonth.Of(1, 1));
        Assert.Equal("undated", SupportMonth.Undated.ToString());
        Assert.Equal("undated", SupportMonth.Undated.Words);
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportMonth.Undated.FirstDay);
        Assert.Throws<ArgumentOutOfRangeException>(() => SupportMonth.Undated.Next);
        Assert.False(SupportMonth.Of(2026, 1).IsUndated);
    }

    [Fact]
    public void Is_in_the_order_of_time()
    {
        SupportMonth may = SupportMonth.Of(2026, 5), june = SupportMonth.Of(2026, 6);
        Assert.True(may < june && june > may && may <= june && june >= may && may <= SupportMonth.Of(2026, 5) && may >= SupportMonth.Of(2026, 5));
        Assert.False(june < may || may > june || june <= may || may >= june);
        Assert.Equal([SupportMonth.Undated, may, june], new[] { june, SupportMonth.Undated, may }.Order());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("26-01")]
    [InlineData("2026-1")]
    [InlineData("2026-01-01")]
    [InlineData("undated")]
    public void Refuses_text_that_is_no_month(string? text) => Assert.False(SupportMonth.TryParse(text, out _));

    [Fact]
    public void Reads_back_what_it_wrote_and_counts_without_loss() => Properties.Hold(
        from number in Gen.Choose(12, 9999 * 12 + 11)
        from other in Gen.Choose(12, 9999 * 12 + 11)
        select (Month: new SupportMonth(number), Other: new SupportMonth(other)),
        x => SupportMonth.TryParse(x.Month.ToString(), out var back) && back == x.Month
            && SupportMonth.Of(x.Month.Year, x.Month.Month) == x.Month
            && x.Month.Plus(x.Other.Number - x.Month.Number) == x.Other
            && x.Month.FirstDay.Day == 1 && (x.Month.LastDay == DateOnly.MaxValue || x.Month.LastDay.AddDays(1).Day == 1));
}
