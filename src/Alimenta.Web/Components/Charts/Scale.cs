namespace Alimenta.Web.Components.Charts;

/// <summary>A round scale for an axis of money: lines at 1, 2, 2.5 or 5 times a power of ten.</summary>
/// <param name="Least">The amount at the bottom line.</param>
/// <param name="Most">The amount at the top line.</param>
/// <param name="Step">From line to line.</param>
public sealed record Scale(Money Least, Money Most, Money Step)
{
    private const int MostLines = 5;

    /// <summary>The scale that holds nothing and all amounts.</summary>
    public static Scale For(IEnumerable<Money> amounts)
    {
        var (least, most) = (0L, 100L);
        foreach (var amount in amounts) (least, most) = (Math.Min(least, amount.Cents), Math.Max(most, amount.Cents));
        var step = RoundSteps().First(s => Up(most, s) / s + Up(-least, s) / s <= MostLines);
        return new(new(-Up(-least, step)), new(Up(most, step)), new(step));
    }

    /// <summary>The amounts at the lines, from the bottom.</summary>
    public IEnumerable<Money> Lines
    {
        get
        {
            for (var line = Least; line <= Most; line += Step) yield return line;
        }
    }

    /// <summary>Where an amount lies between bottom (0) and top (1).</summary>
    public decimal At(Money amount) => (decimal)(amount - Least).Cents / (Most - Least).Cents;

    // From one dollar on: the axis is labelled in whole dollars.
    private static IEnumerable<long> RoundSteps()
    {
        for (var power = 100L; ; power *= 10)
        {
            yield return power;
            yield return power * 2;
            if (power >= 1000) yield return power * 5 / 2;
            yield return power * 5;
        }
    }

    private static long Up(long amount, long step) => (amount + step - 1) / step * step;
}
