namespace Alimenta.Kernel;

/// <summary>The legal public holidays of 5 USC 6103(a) and the weekdays on which they are observed (5 USC 6103(b); Executive Order 11582).</summary>
/// <remarks>Known from 1971, when the Uniform Monday Holiday Act (Public Law 90-363) took effect. Inauguration Day is left out: it
/// closes offices in and around the District of Columbia only (5 USC 6103(c)).</remarks>
public static class FederalHolidays
{
    /// <summary>The first year that is known.</summary>
    public const int FirstYear = 1971;

    /// <summary>The name of the holiday observed on a day, or null. A holiday on Saturday is observed on the Friday before, on Sunday on the Monday after.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The day lies before <see cref="FirstYear"/>.</exception>
    public static string? ObservedOn(DateOnly day)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(day.Year, FirstYear, nameof(day));
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday or DayOfWeek.Sunday => null,
            DayOfWeek.Friday when day < DateOnly.MaxValue => NameOf(day) ?? NameOf(day.AddDays(1)),
            DayOfWeek.Monday => NameOf(day) ?? NameOf(day.AddDays(-1)),
            _ => NameOf(day),
        };
    }

    /// <summary>The holidays of a year on their own dates, in order, under the law in force in that year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year lies before <see cref="FirstYear"/> or after 9999.</exception>
    public static IReadOnlyList<(string Name, DateOnly Date)> In(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        var first = new DateOnly(year, 1, 1);
        var holidays = new List<(string, DateOnly)>();
        for (var i = 0; i < (DateTime.IsLeapYear(year) ? 366 : 365); i++)
            if (NameOf(first.AddDays(i)) is { } name) holidays.Add((name, first.AddDays(i)));
        return holidays;
    }

    /// <summary>The holiday that falls on a date itself, or null.</summary>
    private static string? NameOf(DateOnly date) => (date.Month, date.Day, date.DayOfWeek) switch
    {
        (1, 1, _) => "New Year's Day",
        (1, >= 15 and <= 21, DayOfWeek.Monday) when date.Year >= 1986 => "Birthday of Martin Luther King, Jr.", // Public Law 98-144
        (2, >= 15 and <= 21, DayOfWeek.Monday) => "Washington's Birthday",
        (5, >= 25, DayOfWeek.Monday) => "Memorial Day",
        (6, 19, _) when date.Year >= 2021 => "Juneteenth National Independence Day", // Public Law 117-17
        (7, 4, _) => "Independence Day",
        (9, <= 7, DayOfWeek.Monday) => "Labor Day",
        (10, >= 8 and <= 14, DayOfWeek.Monday) => "Columbus Day",
        (10, >= 22 and <= 28, DayOfWeek.Monday) when date.Year <= 1977 => "Veterans Day", // until Public Law 94-97 took it back to 11 November
        (11, 11, _) when date.Year >= 1978 => "Veterans Day",
        (11, >= 22 and <= 28, DayOfWeek.Thursday) => "Thanksgiving Day",
        (12, 25, _) => "Christmas Day",
        _ => null,
    };
}
