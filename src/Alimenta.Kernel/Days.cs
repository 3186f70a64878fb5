using System.Globalization;

namespace Alimenta.Kernel;

/// <summary>How days are written and counted.</summary>
public static class Days
{
    /// <summary>A day as people read it: 20 Nov 2026.</summary>
    public static string Words(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day as files and programs read it: 2026-11-20.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The federal fiscal year in which a day lies: it begins on 1 October of the year before.</summary>
    public static int FederalFiscalYear(DateOnly day) => day.Month >= 10 ? day.Year + 1 : day.Year;

    /// <summary>The day some months later (earlier when negative); a day that the month lacks becomes its last day (our convention K2).</summary>
    public static DateOnly PlusMonths(DateOnly day, int months) => SupportMonth.Of(day).Plus(months).Day(day.Day);

    /// <summary>The age in whole years on a day; below nothing before the birth. A birthday of 29 February falls on <paramref name="leapBirthday"/> in common years.</summary>
    public static int Age(DateOnly born, DateOnly on, LeapBirthday leapBirthday = LeapBirthday.February28)
    {
        var years = on.Year - born.Year;
        return on < Birthday(born, on.Year, leapBirthday) ? years - 1 : years;
    }

    /// <summary>The birthday in a year. A birthday of 29 February falls on <paramref name="leapBirthday"/> in common years.</summary>
    public static DateOnly Birthday(DateOnly born, int year, LeapBirthday leapBirthday = LeapBirthday.February28) =>
        born is { Month: 2, Day: 29 } && !DateTime.IsLeapYear(year)
            ? leapBirthday == LeapBirthday.March1 ? new(year, 3, 1) : new(year, 2, 28)
            : new(year, born.Month, born.Day);
}

/// <summary>The day on which someone born on 29 February comes of age in a common year; states differ.</summary>
public enum LeapBirthday
{
    /// <summary>28 February.</summary>
    February28,

    /// <summary>1 March.</summary>
    March1,
}
