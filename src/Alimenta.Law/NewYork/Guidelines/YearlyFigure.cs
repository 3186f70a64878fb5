namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>An amount of a year as an exact fraction of cents. It is rounded only where it is shown or ordered (convention G3).</summary>
/// <param name="Numerator">Cents times the denominator.</param>
/// <param name="Denominator">Above nothing; the same for all figures of a calculation.</param>
public readonly record struct YearlyFigure(Int128 Numerator, Int128 Denominator)
{
    /// <summary>The sum of two figures of one calculation.</summary>
    public static YearlyFigure operator +(YearlyFigure a, YearlyFigure b) => new(checked(a.Numerator + Same(a, b).Numerator), a.Denominator);

    /// <summary>The difference of two figures of one calculation.</summary>
    public static YearlyFigure operator -(YearlyFigure a, YearlyFigure b) => new(checked(a.Numerator - Same(a, b).Numerator), a.Denominator);

    /// <summary>Whether the left figure is below the right one.</summary>
    public static bool operator <(YearlyFigure a, YearlyFigure b) => a.Numerator < Same(a, b).Numerator;

    /// <summary>Whether the left figure is above the right one.</summary>
    public static bool operator >(YearlyFigure a, YearlyFigure b) => a.Numerator > Same(a, b).Numerator;

    /// <summary>The smaller of two.</summary>
    public static YearlyFigure Min(YearlyFigure a, YearlyFigure b) => b < a ? b : a;

    /// <summary>The larger of two.</summary>
    public static YearlyFigure Max(YearlyFigure a, YearlyFigure b) => b > a ? b : a;

    /// <summary>The amount of one of so many periods of the year, rounded half up (away from nothing) to the cent.</summary>
    public Money Each(long periods)
    {
        var by = checked(Denominator * periods);
        var (whole, rest) = Int128.DivRem(Int128.Abs(Numerator), by);
        if (rest >= by - rest) whole++;
        return new(checked((long)(Numerator < 0 ? -whole : whole)));
    }

    /// <summary>The amount of the year rounded half up to the cent.</summary>
    public Money Year => Each(1);

    private static YearlyFigure Same(YearlyFigure a, YearlyFigure b) =>
        a.Denominator == b.Denominator ? b : throw new InvalidOperationException("Figures of two calculations were mixed.");
}
