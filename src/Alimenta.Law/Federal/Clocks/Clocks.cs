namespace Alimenta.Law.Federal.Clocks;

/// <summary>When a program clock runs out.</summary>
/// <param name="Clock">The id of the clock.</param>
/// <param name="Row">Its number in the table of program clocks.</param>
/// <param name="Event">The day of the event that starts it.</param>
/// <param name="Due">The last day in time; null where the law sets no number (promptly, as the state sets, none).</param>
/// <param name="Limit">The time limit in words.</param>
/// <param name="Stops">What stops the clock; empty when nothing is named.</param>
public sealed record ClockDue(string Clock, int Row, DateOnly Event, DateOnly? Due, string Limit, string Stops);

/// <summary>The clocks of the program: each is a dated parameter of unit clock, such as us/clocks/enforcement/action.</summary>
/// <remarks>The day of the event is not counted (K1). Days and months do not move off closed days; a day that a month lacks becomes its
/// last day (K2). Working days are business days (K3).</remarks>
public static class Clocks
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/clocks";

    /// <summary>When a clock runs out under the law of the day of the event.</summary>
    /// <param name="law">The law; its own date does not count, the event's does.</param>
    /// <param name="id">The clock's id.</param>
    /// <param name="eventDate">The day of the event.</param>
    /// <param name="calendar">The days on which the offices are open.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    /// <exception cref="LawNotCovered">There is no such clock, or none recorded for the day.</exception>
    public static ClockDue Due(LawOn law, string id, DateOnly eventDate, BusinessCalendar calendar, Explanation? why = null)
    {
        var then = law.At(eventDate);
        var span = then.Clock(id, why);
        var (parameter, value) = then.Find(id);
        var due = Reach(span, eventDate, calendar);
        why?.Step(
            due is { } day
                ? $"{parameter.Says} {span} from {Days.Words(eventDate)}: the last day is {Days.Words(day)}."
                : $"{parameter.Says} The law names no number of days: {span}.",
            value.Citation, "due");
        return new(id, parameter.Row, eventDate, due, span.ToString(), parameter.Stops);
    }

    /// <summary>The last day of a time limit, or null where it has no number.</summary>
    /// <param name="span">The time limit.</param>
    /// <param name="eventDate">The day of the event.</param>
    /// <param name="calendar">The days on which the offices are open.</param>
    public static DateOnly? Reach(ClockSpan span, DateOnly eventDate, BusinessCalendar calendar)
    {
        if (!span.HasAmount) return null;
        var start = span.Start switch
        {
            ClockStart.MonthEnd => SupportMonth.Of(eventDate).LastDay,
            ClockStart.QuarterEnd => QuarterEnd(eventDate),
            _ => eventDate,
        };
        var amount = span.Before ? -span.Amount : span.Amount;
        var due = span.Unit switch
        {
            ClockUnit.CalendarDays => start.AddDays(amount),
            ClockUnit.BusinessDays => span.Before ? Back(start, span.Amount, calendar) : calendar.Plus(start, span.Amount),
            ClockUnit.Months => Days.PlusMonths(start, amount),
            _ => Days.PlusMonths(start, amount * MonthsOfYear),
        };
        return span.ToMonthEnd ? SupportMonth.Of(due).LastDay : due;
    }

    private const int MonthsOfYear = 12;

    private static DateOnly QuarterEnd(DateOnly day)
    {
        var month = SupportMonth.Of(day);
        return month.Plus(2 - (month.Month - 1) % 3).LastDay;
    }

    private static DateOnly Back(DateOnly day, int businessDays, BusinessCalendar calendar)
    {
        for (var left = businessDays; left > 0;)
        {
            day = day.AddDays(-1);
            if (calendar.IsOpen(day)) left--;
        }

        return day;
    }
}
