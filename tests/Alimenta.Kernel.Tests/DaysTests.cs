using FsCheck.Fluent;

namespace Alimenta.Kernel.Tests;

public class DaysTests
{
    private static readonly DateOnly LeapDay = new(2008, 2, 29);

    [Theory]
    [InlineData("2026-02-27", LeapBirthday.February28, 17)]
    [InlineData("2026-02-28", LeapBirthday.February28, 18)]
    [InlineData("2026-02-28", LeapBirthday.March1, 17)]
    [InlineData("2026-03-01", LeapBirthday.March1, 18)]
    [InlineData("2024-02-28", LeapBirthday.February28, 15)] // in a leap year both wait for the day itself
    [InlineData("2024-02-28", LeapBirthday.March1, 15)]
    [InlineData("2024-02-29", LeapBirthday.February28, 16)]
    [InlineData("2024-02-29", LeapBirthday.March1, 16)]
    public void A_child_of_29_February_comes_of_age_as_the_rule_says(string on, LeapBirthday rule, int age) =>
        Assert.Equal(age, Days.Age(LeapDay, DateOnly.Parse(on), rule));

    [Theory]
    [InlineData(2026, LeapBirthday.February28, "2026-02-28")]
    [InlineData(2026, LeapBirthday.March1, "2026-03-01")]
    [InlineData(2024, LeapBirthday.March1, "2024-02-29")]
    [InlineData(2100, LeapBirthday.February28, "2100-02-28")] // no leap year
    public void The_birthday_of_29_February_in_a_year(int year, LeapBirthday rule, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Days.Birthday(LeapDay, year, rule));

    [Theory]
    [InlineData("2010-07-15", "2028-07-14", 17)]
    [InlineData("2010-07-15", "2028-07-15", 18)]
    [InlineData("2010-07-15", "2010-07-15", 0)]
    [InlineData("2010-07-15", "2010-07-14", -1)]
    [InlineData("2009-03-01", "2024-02-29", 14)]
    public void Age_counts_whole_years(string born, string on, int age)
    {
        Assert.Equal(age, Days.Age(DateOnly.Parse(born), DateOnly.Parse(on)));
        Assert.Equal(age, Days.Age(DateOnly.Parse(born), DateOnly.Parse(on), LeapBirthday.March1));
    }

    [Fact]
    public void Age_grows_by_one_on_each_birthday_and_on_no_other_day() => Properties.Hold(
        from born in Properties.Dates(new(1950, 1, 1), new(2020, 12, 31))
        from today in Properties.Dates(new(2021, 1, 1), new(2099, 12, 31))
        from rule in Gen.Elements(LeapBirthday.February28, LeapBirthday.March1)
        select (born, today, rule),
        x => Days.Age(x.born, x.today, x.rule) - Days.Age(x.born, x.today.AddDays(-1), x.rule)
            == (Days.Birthday(x.born, x.today.Year, x.rule) == x.today ? 1 : 0));

    [Theory]
    [InlineData("2026-01-31", 1, "2026-02-28")]
    [InlineData("2024-01-31", 1, "2024-02-29")]
    [InlineData("2026-03-31", -1, "2026-02-28")]
    [InlineData("2024-02-29", 12, "2025-02-28")]
    [InlineData("2024-02-29", 48, "2028-02-29")]
    [InlineData("2025-12-15", 1, "2026-01-15")]
    [InlineData("2026-03-02", 6, "2026-09-02")] // the six months of 45 CFR 303.72(h)(5)
    [InlineData("2026-05-31", 0, "2026-05-31")]
    public void A_day_that_the_month_lacks_becomes_its_last(string day, int months, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), Days.PlusMonths(DateOnly.Parse(day), months));

    [Fact]
    public void Months_are_counted_as_the_calendar_of_the_framework_does() => Properties.Hold(
        from day in Properties.Dates(new(1900, 1, 1), new(2200, 12, 31))
        from months in Gen.Choose(-600, 600)
        select (day, months),
        x => Days.PlusMonths(x.day, x.months) == x.day.AddMonths(x.months));

    [Theory]
    [InlineData("2025-09-30", 2025)]
    [InlineData("2025-10-01", 2026)]
    [InlineData("2026-01-01", 2026)]
    public void The_federal_fiscal_year_begins_in_October(string day, int year) =>
        Assert.Equal(year, Days.FederalFiscalYear(DateOnly.Parse(day)));

    [Fact]
    public void Days_are_written_for_people_and_for_programs()
    {
        Assert.Equal("5 Mar 2026", Days.Words(new(2026, 3, 5)));
        Assert.Equal("2026-03-05", Days.Iso(new(2026, 3, 5)));
    }
}
