namespace Alimenta.Bench;

/// <summary>The middle of several measurements and how far they lie apart.</summary>
/// <param name="Median">The middle one.</param>
/// <param name="Least">The smallest.</param>
/// <param name="Most">The largest.</param>
/// <param name="Count">How many.</param>
public readonly record struct Spread(double Median, double Least, double Most, int Count)
{
    /// <summary>Of these values.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        if (sorted.Count == 0) throw new ArgumentException("There is nothing to take the middle of.", nameof(values));
        return new(At(sorted, 50), sorted[0], sorted[^1], sorted.Count);
    }

    /// <summary>The value below which so many of a hundred lie.</summary>
    public static double Percentile(IEnumerable<double> values, int percent) => At([.. values.Order()], percent);

    private static double At(List<double> sorted, int percent)
    {
        var place = percent * (sorted.Count - 1) / 100.0;
        var below = (int)place;
        return below + 1 == sorted.Count ? sorted[below] : sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
    }
}
