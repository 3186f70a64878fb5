using System.Globalization;
using Alimenta.Office.Reading;

namespace Alimenta.Web.Components;

/// <summary>How dates, times, numbers and shares are written on screen: the same everywhere.</summary>
public static class Words
{
    /// <summary>20 Nov 2026.</summary>
    public static string Date(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>20 Nov 2026, or a dash when there is none.</summary>
    public static string Date(DateOnly? date) => date is { } d ? Date(d) : "–";

    /// <summary>20 Nov: for a date whose year is plain from its place.</summary>
    public static string Day(DateOnly date) => date.ToString("d MMM", CultureInfo.InvariantCulture);

    /// <summary>Nov 2026.</summary>
    public static string Month(SupportMonth month) => month.FirstDay.ToString("MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>20 Nov 2026, 10:42 UTC.</summary>
    public static string Instant(DateTime utc) => utc.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>1,043.</summary>
    public static string Count(long number) => number.ToString("#,##0", CultureInfo.InvariantCulture);

    /// <summary>1 hold, 3 holds.</summary>
    public static string Count(long number, string one, string many) => $"{Count(number)} {(number == 1 ? one : many)}";

    /// <summary>How many a list holds: 3 holds; more than 20,000 receipts where it was counted no further.</summary>
    public static string Found(long total, string one, string many) => total > Paging.MostCounted ? $"more than {Count(Paging.MostCounted)} {many}" : Count(total, one, many);

    /// <summary>The same figure alone: 3; more than 20,000.</summary>
    public static string Found(long total) => total > Paging.MostCounted ? $"more than {Count(Paging.MostCounted)}" : Count(total);

    /// <summary>What so many come to; where they are too many, that they were not added up.</summary>
    public static string Sum(Money? amount) => amount?.ToString() ?? "not added up";

    /// <summary>A share in millionths as percent with at most two decimals: 62.5 %.</summary>
    public static string Share(long ppm) => (ppm / 10_000m).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    /// <summary>A whole-dollar amount for the axis of a chart: $1,500.</summary>
    public static string Dollars(Money amount) => $"{(amount.IsNegative ? "-" : "")}${Count(Math.Abs(amount.Cents) / 100)}";

    /// <summary>A heading inside a sentence: its first letter small, names and months as they are.</summary>
    public static string InSentence(string heading) => heading.Length == 0 ? heading : char.ToLowerInvariant(heading[0]) + heading[1..];

    /// <summary>A name for a figure of law, made of the last two parts of its id: Joint hold, months.</summary>
    public static string NameOfFigure(string id)
    {
        var parts = id.Split('/');
        var name = string.Join(", ", parts.Skip(Math.Max(1, parts.Length - 2)).Where(p => p != "policy")).Replace('-', ' ');
        return name.Length == 0 ? id : char.ToUpperInvariant(name[0]) + name[1..];
    }

    /// <summary>2026-11-20T10:42:00Z: for files and machines.</summary>
    public static string Iso(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>2026-11: for files and machines; empty when undated.</summary>
    public static string Iso(SupportMonth month) => month.IsUndated ? "" : month.FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    /// <summary>2026-11-20: for files and machines.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
