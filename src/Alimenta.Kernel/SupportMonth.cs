using System.Globalization;

namespace Alimenta.Kernel;

/// <summary>A calendar month for which support is due, from January 0001 to December 9999.</summary>
/// <param name="Number">Months since January of the year 0: year * 12 + month - 1. The value 0 stands for "undated" (older than every month).</param>
/// <exception cref="ArgumentOutOfRangeException">The number is neither 0 nor that of a month from January 0001 to December 9999.</exception>
public readonly record struct SupportMonth(int Number) : IComparable<SupportMonth>
{
    private const int First = 1 * 12;
    private const int Last = 9999 * 12 + 11;

    /// <summary>Months since January of the year 0: year * 12 + month - 1; or 0 for "undated".</summary>
    public int Number { get; init => field = Valid(value); } = Valid(Number);

    private static int Valid(int number) => number is 0 or (>= First and <= Last) ? number
        : throw new ArgumentOutOfRangeException(nameof(number), number, "There is no such month.");

    /// <summary>The month of a debt whose month is not known; it counts as older than every month (our convention D6).</summary>
    public static SupportMonth Undated => default;

    /// <summary>The month of a calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static SupportMonth Of(int year, int month) => Of(new DateOnly(year, month, 1));

    /// <summary>The month in which a date lies.</summary>
    public static SupportMonth Of(DateOnly date) => new(date.Year * 12 + date.Month - 1);

    /// <summary>Whether the month is not known.</summary>
    public bool IsUndated => Number == 0;

    /// <summary>The calendar year; 0 when undated.</summary>
    public int Year => Number / 12;

    /// <summary>The month of the year, 1 to 12; 1 when undated.</summary>
    public int Month => Number % 12 + 1;

    /// <summary>The first day of the month.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month is undated; so for every day of it and every month before or after it.</exception>
    public DateOnly FirstDay => new(Year, Month, 1);

    /// <summary>The last day of the month.</summary>
    public DateOnly LastDay => new(Year, Month, DateTime.DaysInMonth(Year, Month));

    /// <summary>The month that follows.</summary>
    public SupportMonth Next => new(Number + 1);

    /// <summary>The month before.</summary>
    public SupportMonth Previous => new(Number - 1);

    /// <summary>The month that lies so many months later (earlier when negative).</summary>
    public SupportMonth Plus(int months) => new(Number + months);

    /// <summary>The date in this month with a day of month, 1 to 31; a day that the month lacks becomes its last day (our convention K2).</summary>
    /// <exception cref="ArgumentOutOfRangeException">No month has such a day.</exception>
    public DateOnly Day(int day)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(day, 31);
        return new(Year, Month, Math.Min(day, DateTime.DaysInMonth(Year, Month)));
    }

    /// <inheritdoc/>
    public int CompareTo(SupportMonth other) => Number.CompareTo(other.Number);

    /// <summary>Whether the left month is before the right one.</summary>
    public static bool operator <(SupportMonth a, SupportMonth b) => a.Number < b.Number;

    /// <summary>Whether the left month is after the right one.</summary>
    public static bool operator >(SupportMonth a, SupportMonth b) => a.Number > b.Number;

    /// <summary>Whether the left month is not after the right one.</summary>
    public static bool operator <=(SupportMonth a, SupportMonth b) => a.Number <= b.Number;

    /// <summary>Whether the left month is not before the right one.</summary>
    public static bool operator >=(SupportMonth a, SupportMonth b) => a.Number >= b.Number;

    /// <summary>Reads a month written as 2026-11.</summary>
    public static bool TryParse(string? text, out SupportMonth month)
    {
        month = default;
        if (!DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)) return false;
        month = Of(first);
        return true;
    }

    /// <summary>The month as 2026-11, or "undated".</summary>
    public override string ToString() => IsUndated ? "undated" : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");

    /// <summary>The month as people read it, such as November 2026.</summary>
    public string Words => IsUndated ? "undated" : FirstDay.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
}
