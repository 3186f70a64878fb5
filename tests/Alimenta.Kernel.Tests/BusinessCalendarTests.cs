using FsCheck.Fluent;

namespace Alimenta.Kernel.Tests;

public class BusinessCalendarTests
{
    private static readonly BusinessCalendar Federal = BusinessCalendar.Federal;

    [Theory]
    [InlineData("2026-07-02", true)]
    [InlineData("2026-07-03", false)] // Independence Day observed
    [InlineData("2026-07-04", false)]
    [InlineData("2026-07-05", false)]
    [InlineData("2026-07-06", true)]
    public void Is_closed_on_weekends_and_observed_holidays(string day, bool open) =>
        Assert.Equal(open, Federal.IsOpen(DateOnly.Parse(day)));

    [Fact]
    public void A_state_closes_and_opens_days_of_its_own()
    {
        var friday = new DateOnly(2026, 11, 27); // the day after Thanksgiving
        var columbus = new DateOnly(2026, 10, 12);
        var saturday = new DateOnly(2026, 10, 10);
        var state = new BusinessCalendar(closed: [friday], openDespiteHoliday: [columbus, saturday]);
        Assert.True(Federal.IsOpen(friday));
        Assert.False(state.IsOpen(friday));
        Assert.False(Federal.IsOpen(columbus));
        Assert.True(state.IsOpen(columbus));
        Assert.False(state.IsOpen(saturday)); // no list opens a weekend
        Assert.False(new BusinessCalendar(closed: [columbus], openDespiteHoliday: [columbus]).IsOpen(columbus));
    }

    [Fact]
    public void Federal_holidays_can_be_left_out()
    {
        var bare = new BusinessCalendar(federalHolidays: false);
        Assert.True(bare.IsOpen(new(2026, 12, 25)));
        Assert.False(bare.IsOpen(new(2026, 12, 26)));
        Assert.True(bare.IsOpen(new(1960, 7, 4))); // so no year is too early
    }

    [Theory]
    [InlineData("2026-07-02", "2026-07-02")]
    [InlineData("2026-07-03", "2026-07-06")]
    [InlineData("2021-12-31", "2022-01-03")] // New Year on Saturday
    public void Moves_to_the_next_open_day(string day, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Federal.OnOrAfter(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2026-07-01", 0, "2026-07-01")]
    [InlineData("2026-07-01", 1, "2026-07-02")]
    [InlineData("2026-07-01", 2, "2026-07-06")] // two business days over a holiday weekend
    [InlineData("2026-07-04", 1, "2026-07-06")]
    [InlineData("2026-06-01", 5, "2026-06-08")] // 45 CFR 307.11(c)(3)(ii): five business days
    [InlineData("2026-07-04", 0, "2026-07-04")] // nothing is added, nothing moves
    public void Counts_business_days_without_the_day_of_the_event(string day, int count, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Federal.Plus(DateOnly.Parse(day), count));

    [Fact]
    public void Business_days_are_not_counted_backwards() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Federal.Plus(new(2026, 7, 1), -1));

    [Theory]
    [InlineData("2026-07-01", "2026-07-06", 2)]
    [InlineData("2026-07-01", "2026-07-01", 0)]
    [InlineData("2026-07-06", "2026-07-01", 0)]
    [InlineData("2026-07-03", "2026-07-05", 0)]
    [InlineData("9999-12-30", "9999-12-31", 1)] // the end of time does not overflow
    public void Counts_how_many_lie_between(string from, string to, int expected) =>
        Assert.Equal(expected, Federal.Between(DateOnly.Parse(from), DateOnly.Parse(to)));

    [Fact]
    public void Adding_and_counting_agree() => Properties.Hold(
        from day in Properties.Dates(new(1998, 10, 1), new(2060, 12, 31))
        from count in Gen.Choose(1, 60)
        select (day, count),
        x => Federal.Plus(x.day, x.count) is var to && Federal.IsOpen(to) && Federal.Between(x.day, to) == x.count
            && Federal.Plus(x.day, x.count) == Federal.Plus(Federal.Plus(x.day, x.count - 1), 1));
}
