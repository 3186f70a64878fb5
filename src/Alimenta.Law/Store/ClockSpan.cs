namespace Alimenta.Law;

/// <summary>What a time limit is counted in.</summary>
public enum ClockUnit
{
    /// <summary>Calendar days; also days without a qualifier.</summary>
    CalendarDays,

    /// <summary>Days on which the state's offices are open; also "working days" (our convention K3).</summary>
    BusinessDays,

    /// <summary>Months; a day that a month lacks becomes its last day (our convention K2).</summary>
    Months,

    /// <summary>Years.</summary>
    Years,

    /// <summary>At once or promptly, without a number.</summary>
    Promptly,

    /// <summary>A time that each state sets.</summary>
    StateSet,

    /// <summary>No time is set.</summary>
    None,
}

/// <summary>From when a time limit is counted.</summary>
public enum ClockStart
{
    /// <summary>The day of the event, which is itself not counted (our convention K1).</summary>
    Event,

    /// <summary>The last day of the event's month.</summary>
    MonthEnd,

    /// <summary>The last day of the event's calendar quarter.</summary>
    QuarterEnd,
}

/// <summary>A time limit.</summary>
/// <param name="Amount">How many units.</param>
/// <param name="Unit">Which units.</param>
/// <param name="Term">The law's own word for the unit, such as WD for working days.</param>
/// <param name="Start">From when it counts.</param>
/// <param name="ToMonthEnd">Whether it runs to the end of the month that it reaches.</param>
/// <param name="Before">Whether it is counted back from the event.</param>
public sealed record ClockSpan(int Amount, ClockUnit Unit, string Term, ClockStart Start, bool ToMonthEnd, bool Before)
{
    /// <summary>Whether it has a number at all.</summary>
    public bool HasAmount => Unit is not (ClockUnit.Promptly or ClockUnit.StateSet or ClockUnit.None);

    /// <summary>The limit as people read it: 2 business days after the end of the month.</summary>
    public override string ToString()
    {
        var unit = Unit switch
        {
            ClockUnit.CalendarDays => "calendar day",
            ClockUnit.BusinessDays => "business day",
            ClockUnit.Months => "month",
            ClockUnit.Years => "year",
            ClockUnit.Promptly => "promptly",
            ClockUnit.StateSet => "as the state sets",
            _ => "no time is set",
        };
        if (!HasAmount) return unit;
        if (Amount == 0) return "the same day";
        return $"{Amount} {unit}{(Amount == 1 ? "" : "s")}"
            + (Before ? " before" : "")
            + Start switch { ClockStart.MonthEnd => " after the end of the month", ClockStart.QuarterEnd => " after the end of the quarter", _ => "" }
            + (ToMonthEnd ? ", to the end of that month" : "");
    }
}
