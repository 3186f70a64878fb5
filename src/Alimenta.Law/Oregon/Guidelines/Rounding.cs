namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>Rounding as the worksheet does it: half away from nothing, and only where the worksheet says so.</summary>
internal static class Rounding
{
    private const int CentPlaces = 2;

    /// <summary>To the dollar.</summary>
    public static decimal Dollar(decimal value) => Math.Round(value, MidpointRounding.AwayFromZero);

    /// <summary>To the cent.</summary>
    public static decimal Cent(decimal value) => Math.Round(value, CentPlaces, MidpointRounding.AwayFromZero);

    /// <summary>A share to a hundredth of a percent: four places.</summary>
    public static decimal Share(decimal value) => Cent(value * 100m) / 100m;

    /// <summary>Money as dollars with decimals.</summary>
    public static decimal Dollars(Money money) => money.Cents / 100m;

    /// <summary>Dollars as money, to the cent.</summary>
    public static Money Money(decimal dollars) => new((long)(Cent(dollars) * 100m));

    /// <summary>A share as millionths.</summary>
    public static long Ppm(decimal share) => (long)Math.Round(share * 1_000_000m, MidpointRounding.AwayFromZero);
}
