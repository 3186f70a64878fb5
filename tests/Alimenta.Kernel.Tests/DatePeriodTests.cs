using FsCheck.Fluent;

namespace Alimenta.Kernel.Tests;

public class DatePeriodTests
{
    private static readonly DateOnly First = new(2026, 1, 10);
    private static readonly DateOnly Last = new(2026, 3, 5);

    [Fact]
    public void Holds_both_ends()
    {
        var period = new DatePeriod(First, Last);
        Assert.True(period.Contains(First) && period.Contains(Last));
        Assert.False(period.Contains(First.AddDays(-1)) || period.Contains(Last.AddDays(1)));
    }

    [Fact]
    public void Without_an_end_it_goes_on()
    {
        var period = new DatePeriod(First);
        Assert.True(period.Contains(DateOnly.MaxValue));
        Assert.False(period.IsEmpty);
        Assert.False(period.Contains(First.AddDays(-1)));
    }

    [Fact]
    public void An_order_that_ends_the_day_it_begins_holds_one_day()
    {
        var day = new DatePeriod(First, First);
        Assert.False(day.IsEmpty);
        Assert.True(day.Contains(First));
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_holds_and_touches_nothing()
    {
        var nothing = new DatePeriod(Last, First);
        Assert.True(nothing.IsEmpty);
        Assert.False(nothing.Contains(First) || nothing.Contains(Last) || nothing.Overlaps(new(DateOnly.MinValue)) || new DatePeriod(DateOnly.MinValue).Overlaps(nothing));
    }

    [Fact]
    public void Touches_a_month_by_one_day()
    {
        var period = new DatePeriod(new(2026, 1, 31), new(2026, 3, 1));
        Assert.True(period.Touches(SupportMonth.Of(2026, 1)) && period.Touches(SupportMonth.Of(2026, 2)) && period.Touches(SupportMonth.Of(2026, 3)));
        Assert.False(period.Touches(SupportMonth.Of(2025, 12)) || period.Touches(SupportMonth.Of(2026, 4)));
    }

    [Fact]
    public void Overlaps_when_and_only_when_a_day_is_shared()
    {
        var day = Gen.Choose(0, 12).Select(d => First.AddDays(d));
        var period = from a in day from b in day from open in Gen.Choose(0, 4) select new DatePeriod(a, open == 0 ? null : b);
        Properties.Hold(from a in period from b in period select (a, b), x =>
        {
            var shared = Enumerable.Range(0, 20).Select(d => First.AddDays(d)).Any(d => x.a.Contains(d) && x.b.Contains(d));
            return x.a.Overlaps(x.b) == shared && x.b.Overlaps(x.a) == shared;
        });
    }

    [Fact]
    public void Is_written_as_people_read_it()
    {
        Assert.Equal("10 Jan 2026 to 5 Mar 2026", new DatePeriod(First, Last).ToString());
        Assert.Equal("from 10 Jan 2026 on", new DatePeriod(First).ToString());
    }
}
