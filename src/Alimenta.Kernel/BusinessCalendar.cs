namespace Alimenta.Kernel;

/// <summary>Which days an office is open. Business days are the days on which state offices are open (45 CFR 307.1; 42 USC 654b(d)).</summary>
/// <remarks>Saturdays and Sundays are closed. Federal legal holidays are computed from 5 USC 6103 with their observed days; a state's own
/// closed days, and federal holidays on which it stays open, are dated data handed in.</remarks>
public sealed class BusinessCalendar
{
    private readonly HashSet<DateOnly> _closed;
    private readonly HashSet<DateOnly> _open;
    private readonly bool _federal;

    /// <summary>A calendar with a state's own closed days and the federal holidays on which it is open.</summary>
    /// <param name="closed">Days closed beyond weekends and federal holidays.</param>
    /// <param name="openDespiteHoliday">Federal holidays on which the offices are open.</param>
    /// <param name="federalHolidays">Whether federal holidays are closed days at all.</param>
    public BusinessCalendar(IEnumerable<DateOnly>? closed = null, IEnumerable<DateOnly>? openDespiteHoliday = null, bool federalHolidays = true)
    {
        _closed = [.. closed ?? []];
        _open = [.. openDespiteHoliday ?? []];
        _federal = federalHolidays;
    }

    /// <summary>The calendar of the federal holidays alone.</summary>
    public static BusinessCalendar Federal { get; } = new();

    /// <summary>Whether the offices are open on the day.</summary>
    public bool IsOpen(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        && !_closed.Contains(day)
        && (!_federal || _open.Contains(day) || FederalHolidays.ObservedOn(day) is null);

    /// <summary>The day itself when open, else the next open day.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsOpen(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The day that lies so many business days after another; the day of the event is not counted (our convention K1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative.</exception>
    public DateOnly Plus(DateOnly day, int businessDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(businessDays);
        for (var left = businessDays; left > 0;)
        {
            day = day.AddDays(1);
            if (IsOpen(day)) left--;
        }

        return day;
    }

    /// <summary>How many business days lie after <paramref name="from"/> up to and including <paramref name="to"/>; nothing when it is not later.</summary>
    public int Between(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from.AddDays(1); day <= to; day = day.AddDays(1))
            if (IsOpen(day)) count++;
        return count;
    }
}

/// <summary>The legal public holidays of 5 USC 6103(a) and the weekdays on which they are observed (5 USC 6103(b); Executive Order 11582).</summary>
public static class FederalHolidays
{
    /// <summary>The name of the holiday observed on a day, or null. A holiday on Saturday is observed on the Friday before, on Sunday on the Monday after.</summary>
    public static string? ObservedOn(DateOnly day)
    {
        foreach (var (name, date) in In(day.Year))
            if (Observed(date) == day) return name;
        // New Year's Day of the next year is observed in this one when it falls on a Saturday.
        return Observed(new(day.Year + 1, 1, 1)) == day ? "New Year's Day" : null;
    }

    /// <summary>The holidays of a year on their own dates, in order, under the law in force in that year.</summary>
    public static IEnumerable<(string Name, DateOnly Date)> In(int year)
    {
        yield return ("New Year's Day", new(year, 1, 1));
        if (year >= 1986) yield return ("Birthday of Martin Luther King, Jr.", Nth(year, 1, DayOfWeek.Monday, 3));
        yield return ("Washington's Birthday", Nth(year, 2, DayOfWeek.Monday, 3));
        yield return ("Memorial Day", Last(year, 5, DayOfWeek.Monday));
        if (year >= 2021) yield return ("Juneteenth National Independence Day", new(year, 6, 19));
        yield return ("Independence Day", new(year, 7, 4));
        yield return ("Labor Day", Nth(year, 9, DayOfWeek.Monday, 1));
        yield return ("Columbus Day", Nth(year, 10, DayOfWeek.Monday, 2));
        yield return ("Veterans Day", new(year, 11, 11));
        yield return ("Thanksgiving Day", Nth(year, 11, DayOfWeek.Thursday, 4));
        yield return ("Christmas Day", new(year, 12, 25));
    }

    private static DateOnly Observed(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(-1),
        DayOfWeek.Sunday => date.AddDays(1),
        _ => date,
    };

    private static DateOnly Nth(int year, int month, DayOfWeek weekday, int nth)
    {
        var first = new DateOnly(year, month, 1);
        return first.AddDays(((int)weekday - (int)first.DayOfWeek + 7) % 7 + 7 * (nth - 1));
    }

    private static DateOnly Last(int year, int month, DayOfWeek weekday)
    {
        var last = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return last.AddDays(-(((int)last.DayOfWeek - (int)weekday + 7) % 7));
    }
}
