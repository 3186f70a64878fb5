using System.Globalization;

namespace Alimenta.Bench;

/// <summary>All that a run of the bench found.</summary>
public sealed record BenchReport(DateTime At, Machine Machine, string Server, BenchSettings Settings, IReadOnlyList<LegResult> Legs)
{
    /// <summary>The results of all legs.</summary>
    public IEnumerable<Result> Results => Legs.SelectMany(l => l.Results);

    /// <summary>Whether every leg came to its end and none found what must not be.</summary>
    public bool Ok => Legs.All(l => l.Failure is null) && !Results.Any(r => r.IsBroken);

    /// <summary>What came of it, in sentences: what broke, then what is only short of its floor.</summary>
    public IEnumerable<string> Sentences()
    {
        foreach (var leg in Legs.Where(l => l.Failure is not null)) yield return $"BROKEN OFF  {leg.Leg}: {leg.Failure}";
        foreach (var r in Results.Where(r => r.IsBroken)) yield return $"FAILED  {r.Goal.Id}: {Number(r.Figure.Most)} {r.Goal.Unit} where there must be none ({r.Goal.Sentence}).";
        var shorts = Results.Where(r => r.Verdict == Verdict.Short && !r.IsBroken).Select(r => r.Goal.Id).ToList();
        if (shorts.Count > 0) yield return $"Short of their floor: {string.Join(", ", shorts)}.";
    }

    /// <summary>How a verdict is said.</summary>
    public static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Met => "met",
        Verdict.FloorMet => "floor met",
        Verdict.Short => "short",
        _ => "",
    };

    /// <summary>A number with three places that count.</summary>
    public static string Number(double value) => Math.Abs(value) switch
    {
        >= 1000 => value.ToString("#,##0", CultureInfo.InvariantCulture),
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        >= 1 => value.ToString("0.##", CultureInfo.InvariantCulture),
        0 => "0",
        _ => value.ToString("0.####", CultureInfo.InvariantCulture),
    };

    /// <summary>A bound, or nothing where there is none.</summary>
    public static string Bound(double? value) => value is { } bound ? Number(bound) : "";

    /// <summary>From the least to the most.</summary>
    public static string Range(Spread spread) => spread.Count == 1 ? "" : $"{Number(spread.Least)} to {Number(spread.Most)}";

    /// <summary>Ours beside the yardstick, where there is one.</summary>
    public static string Compared(Result result) => result.Yardstick is not { } yardstick ? ""
        : $"{Number(result.Ours.Median)} {result.Goal.OursUnit}; {result.Goal.Yardstick} {Number(yardstick.Median)}";
}
