namespace Alimenta.Office;

/// <summary>What every module asks of dates.</summary>
public static class DateChecks
{
    /// <summary>A refusal when a period ends before it begins.</summary>
    public static Refusal? Backwards(DateOnly from, DateOnly? to, string field = "to") => to is { } end && end < from
        ? new("R-DATES-BACKWARDS", $"It ends on {Days.Words(end)}, before it begins on {Days.Words(from)}.", "Correct one of the two dates.", Field: field)
        : null;

    /// <summary>A refusal when a day lies after the business date.</summary>
    public static Refusal? InFuture(DateOnly day, DateOnly today, string field) => day > today
        ? new("R-DATE-FUTURE", $"{Days.Words(day)} lies after the business date, {Days.Words(today)}.", "Enter the day on which it happened.", Field: field)
        : null;

    /// <summary>A refusal when a day is too far back or ahead to be meant.</summary>
    public static Refusal? Unlikely(DateOnly day, DateOnly today, string field) => day.Year < 1900 || day > today.AddYears(50)
        ? new("R-DATE-UNLIKELY", $"{Days.Words(day)} cannot be right.", "Check the year.", Field: field)
        : null;
}
