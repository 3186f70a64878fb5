using System.Collections.Concurrent;

using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>The share of the basic support obligation with which a parent is credited for time with the children: line 6b.</summary>
/// <remarks>OAR 137-050-0730: an S-shaped curve over the overnights of a year. There is no least number of overnights.</remarks>
public static class ParentingTimeCredit
{
    // The curve takes longer than the rest of the worksheet; of whole hundredths of a night there are few enough to keep.
    private static readonly ConcurrentDictionary<(int Hundredths, int Year, decimal Steepness, decimal Offset), decimal> Known = new();

    /// <summary>The share, rounded to four places.</summary>
    /// <param name="overnights">Average overnights in a year, from none to all.</param>
    /// <param name="year">Overnights in the year of the rule.</param>
    /// <param name="steepness">How steep the curve is in its middle.</param>
    /// <param name="offset">By how much it is shifted at its ends.</param>
    public static decimal Share(decimal overnights, int year, decimal steepness, decimal offset)
    {
        var hundredths = overnights * 100m;
        return overnights >= 0 && overnights <= year && decimal.Truncate(hundredths) == hundredths
            ? Known.GetOrAdd(((int)hundredths, year, steepness, offset), static of => Curve(of.Hundredths / 100m, of.Year, of.Steepness, of.Offset))
            : Curve(overnights, year, steepness, offset);
    }

    private static decimal Curve(decimal overnights, int year, decimal steepness, decimal offset)
    {
        var part = overnights / year;
        var curve = 1m / (1m + Exponential.Of(-steepness * (part - 1m / 2)));
        return Rounding.Share(curve - offset + 2m * offset * part);
    }
}
