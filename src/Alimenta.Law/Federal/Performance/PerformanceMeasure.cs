using System.ComponentModel;

namespace Alimenta.Law.Federal.Performance;

/// <summary>A performance measure of a fiscal year as an exact fraction, with that of the year before.</summary>
public sealed record PerformanceMeasure
{
    /// <summary>What was achieved, such as children with paternity established, cases with orders, or cents paid.</summary>
    [Description("What was achieved in the fiscal year: children, cases or cents.")]
    public required long Numerator { get; init; }

    /// <summary>Out of what.</summary>
    [Description("Out of what: children, cases or cents.")]
    public required long Denominator { get; init; }

    /// <summary>The numerator of the year before; null when not known.</summary>
    [Description("The numerator of the fiscal year before.")]
    public long? PriorNumerator { get; init; }

    /// <summary>The denominator of the year before; null when not known.</summary>
    [Description("The denominator of the fiscal year before.")]
    public long? PriorDenominator { get; init; }

    /// <summary>Whether the data were found complete and reliable.</summary>
    [Description("Whether the data were found complete and reliable.")]
    public bool Reliable { get; init; } = true;

    private const long Whole = 1_000_000;

    /// <summary>Whether the level is at least a bound in millionths; exact. False when nothing was to be achieved.</summary>
    internal bool AtLeast(long ppm) => Denominator > 0 && (Int128)Numerator * Whole >= (Int128)ppm * Denominator;

    /// <summary>Whether the level rose by at least so many millionths over the year before; exact. False when a year is not known.</summary>
    internal bool RoseBy(long ppm) =>
        Denominator > 0 && PriorNumerator is { } before && PriorDenominator is { } of && of > 0
        && ((Int128)Numerator * of - (Int128)before * Denominator) * Whole >= (Int128)ppm * Denominator * of;

    /// <summary>The level in millionths with the rest cut off, to show.</summary>
    internal long LevelPpm => Denominator > 0 ? Shown((Int128)Numerator * Whole / Denominator) : 0;

    /// <summary>The level rounded half up to whole percents, in millionths.</summary>
    internal long WholePercentPpm => Rounded(Numerator, Denominator);

    /// <summary>The same for the year before; null when it is not known.</summary>
    internal long? PriorWholePercentPpm => PriorNumerator is { } before && PriorDenominator is { } of && of > 0 ? Rounded(before, of) : null;

    private static long Rounded(long numerator, long denominator) =>
        denominator > 0 ? Shown(((Int128)numerator * 100 * 2 + denominator) / ((Int128)denominator * 2) * (Whole / 100)) : 0;

    // A level of a million times and more is nonsense, but must not overflow.
    private static long Shown(Int128 ppm) => (long)Int128.Min(ppm, (Int128)Whole * Whole);
}
