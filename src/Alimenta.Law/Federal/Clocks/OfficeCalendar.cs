namespace Alimenta.Law.Federal.Clocks;

/// <summary>A day in the calendar of the offices.</summary>
/// <param name="Date">The day.</param>
/// <param name="Open">Whether it is a business day.</param>
/// <param name="Reason">Why it is closed; empty when open.</param>
/// <param name="OnOrAfter">The day itself when open, else the next business day.</param>
/// <param name="Holidays">The days of its year on which the offices are closed for a reason other than a weekend.</param>
public sealed record OfficeDay(DateOnly Date, bool Open, string Reason, DateOnly OnOrAfter, IReadOnlyList<ClosedDay> Holidays);

/// <summary>A day on which the offices are closed, other than a weekend.</summary>
/// <param name="Date">The day.</param>
/// <param name="Name">Why.</param>
public sealed record ClosedDay(DateOnly Date, string Name);

/// <summary>The business calendar of a policy: federal legal holidays where the state keeps them, and the state's own days as dated data.</summary>
/// <remarks>Business days are the days on which state offices are open: 45 CFR 307.1; 42 USC 654a(g)(2), 654b(d).</remarks>
public static class OfficeCalendar
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/business-calendar";

    /// <summary>The calendar in force on the law's day under its policy. Worth keeping: it is read in one go.</summary>
    /// <param name="law">The law on a day under a policy.</param>
    /// <param name="why">Notes each parameter that was read.</param>
    public static BusinessCalendar Of(LawOn law, Explanation? why = null)
    {
        var closed = law.Table("policy/calendar/closed-days", why).Rows.Select(Date);
        var open = law.Table("policy/calendar/open-days", why).Rows.Select(Date);
        return new(closed, open, law.Flag("policy/calendar/federal-holidays", why));
    }

    /// <summary>Whether a day is open, why not, and the closed days of its year.</summary>
    /// <param name="law">The law on a day under a policy.</param>
    /// <param name="date">The day asked about.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static OfficeDay Day(LawOn law, DateOnly date, Explanation? why = null)
    {
        var calendar = Of(law, why);
        var reason = Reason(law, date, calendar);
        var next = calendar.OnOrAfter(date);
        why?.Step(reason.Length == 0
            ? $"{date.DayOfWeek}, {Days.Words(date)}, is a business day."
            : $"{date.DayOfWeek}, {Days.Words(date)}, is closed ({reason}); the next business day is {Days.Words(next)}.", "45 CFR 307.1; 42 USC 654b(d)", "open");
        List<ClosedDay> holidays = [];
        for (var day = new DateOnly(date.Year, 1, 1); day.Year == date.Year && day < DateOnly.MaxValue; day = day.AddDays(1))
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !calendar.IsOpen(day)) holidays.Add(new(day, Reason(law, day, calendar)));
        return new(date, reason.Length == 0, reason, next, holidays);
    }

    private static string Reason(LawOn law, DateOnly day, BusinessCalendar calendar)
    {
        if (calendar.IsOpen(day)) return "";
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) return "weekend";
        foreach (var row in law.Table("policy/calendar/closed-days").Rows)
            if (Date(row) == day) return row[1].Word;
        return FederalHolidays.ObservedOn(day) ?? "closed";
    }

    private static DateOnly Date(IReadOnlyList<LawCell> row) => DateOnly.FromDayNumber((int)row[0].Number);
}
