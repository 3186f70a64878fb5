namespace Alimenta.Kernel.Tests;

public class FederalHolidaysTests
{
    /// <summary>The days off as the Office of Personnel Management publishes them, by the year in which the day off lies.</summary>
    [Theory]
    [InlineData(2010, "01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25 12-24 12-31")] // New Year 2011 was a Saturday
    [InlineData(2011, "01-17 02-21 05-30 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(2012, "01-02 01-16 02-20 05-28 07-04 09-03 10-08 11-12 11-22 12-25")]
    [InlineData(2020, "01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2021, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")] // the first Juneteenth, on a Saturday
    [InlineData(2022, "01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26")]
    [InlineData(2023, "01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25")]
    [InlineData(2024, "01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25")]
    [InlineData(2025, "01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25")]
    [InlineData(2026, "01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25")]
    [InlineData(2027, "01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31")]
    [InlineData(2028, "01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25")]
    public void Days_off_are_the_published_ones(int year, string published)
    {
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(d => new DateOnly(year, 1, 1).AddDays(d));
        Assert.Equal(published, string.Join(' ', days.Where(d => FederalHolidays.ObservedOn(d) is not null).Select(d => Days.Iso(d)[5..])));
    }

    [Theory]
    [InlineData("2021-12-31", "New Year's Day")]
    [InlineData("2022-01-01", null)] // the Saturday itself is no day off
    [InlineData("2021-06-18", "Juneteenth National Independence Day")]
    [InlineData("2020-06-19", null)] // not yet law
    [InlineData("1985-01-21", null)]
    [InlineData("1986-01-20", "Birthday of Martin Luther King, Jr.")]
    [InlineData("1977-10-24", "Veterans Day")]
    [InlineData("1977-11-11", null)]
    [InlineData("1978-11-10", "Veterans Day")] // 11 November 1978 was a Saturday
    [InlineData("1978-10-23", null)]
    [InlineData("9999-12-31", null)] // the last day there is
    public void A_day_is_named_after_its_holiday(string day, string? name) =>
        Assert.Equal(name, FederalHolidays.ObservedOn(DateOnly.Parse(day)));

    [Fact]
    public void The_holidays_of_a_year_stand_on_their_own_dates_in_order()
    {
        var holidays = FederalHolidays.In(2022);
        Assert.Equal(11, holidays.Count);
        Assert.Equal(("New Year's Day", new DateOnly(2022, 1, 1)), holidays[0]);
        Assert.Equal(("Christmas Day", new DateOnly(2022, 12, 25)), holidays[^1]);
        Assert.Equal(holidays.OrderBy(h => h.Date), holidays);
        Assert.Equal(9, FederalHolidays.In(1985).Count);
        Assert.Equal(10, FederalHolidays.In(1986).Count);
        Assert.Equal(11, FederalHolidays.In(9999).Count);
    }

    [Fact]
    public void Years_before_the_Monday_holidays_are_refused_not_guessed()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FederalHolidays.In(1970));
        Assert.Throws<ArgumentOutOfRangeException>(() => FederalHolidays.ObservedOn(new(1970, 12, 31)));
        Assert.Equal(9, FederalHolidays.In(FederalHolidays.FirstYear).Count);
    }

    [Fact]
    public void Every_holiday_is_observed_once_within_a_day_of_its_date()
    {
        for (var year = FederalHolidays.FirstYear + 1; year < 2200; year++)
            foreach (var (name, date) in FederalHolidays.In(year))
                Assert.Single([date.AddDays(-1), date, date.AddDays(1)], d => FederalHolidays.ObservedOn(d) == name);
    }
}
