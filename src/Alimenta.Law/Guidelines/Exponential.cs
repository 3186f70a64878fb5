namespace Alimenta.Law.Guidelines;

/// <summary>The exponential function in decimal arithmetic.</summary>
/// <remarks>Binary floating point may differ in the last place between platforms, and a credit is rounded at the fourth; decimals give every platform the
/// same digits. The argument is divided by 2^6, the series is summed until its terms vanish, and the sum is squared six times.</remarks>
public static class Exponential
{
    private const int Halvings = 6;

    /// <summary>The greatest argument, either way, for which the result keeps at least fifteen places.</summary>
    public const decimal Most = 20m;

    /// <summary>e to the power of a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is beyond <see cref="Most"/>.</exception>
    public static decimal Of(decimal exponent)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(exponent), Most);
        // A small negative power loses places when it is squared down; its reciprocal does not.
        if (exponent < 0) return 1m / Of(-exponent);
        var small = exponent / (1 << Halvings);
        var (sum, term) = (1m, 1m);
        for (var n = 1; term != 0; n++)
        {
            term = term * small / n;
            sum += term;
        }

        for (var i = 0; i < Halvings; i++) sum *= sum;
        return sum;
    }
}
