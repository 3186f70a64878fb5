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

    /// <summary>Whether the offices are open on the day. A state's own closed day wins over everything, a weekend is always closed.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A calendar with federal holidays is asked for a weekday before <see cref="FederalHolidays.FirstYear"/>.</exception>
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
        while (from < to)
        {
            from = from.AddDays(1);
            if (IsOpen(from)) count++;
        }

        return count;
    }
}
