using Alimenta.Web.Components;
using Alimenta.Web.Components.Charts;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>What the pictures of the calculator say.</summary>
internal static class CurveWords
{
    public static readonly Phrase Here = ("your answer", "su respuesta");
    public static readonly Phrase AsTable = ("The figures as a table", "Las cifras en una tabla");
    public static readonly Phrase None = ("cannot be calculated", "no se puede calcular");

    /// <summary>A picture in words, for those who do not see it.</summary>
    public static string Of(CurveData data, Tongue tongue) => string.Join(" ", data.Lines.Select(line =>
    {
        var known = data.Places.Zip(line.Values).Where(p => p.Second is not null).ToList();
        if (known.Count == 0) return $"{line.Name}: {None.In(tongue)}.";
        var (first, last, most) = (known[0], known[^1], known.MaxBy(p => p.Second!.Value.Cents));
        return tongue == Tongue.Spanish
            ? $"{line.Name} {first.Second} con {first.First.Label}, {last.Second} con {last.First.Label}; lo más es {most.Second} con {most.First.Label}."
            : $"{line.Name} {first.Second} at {first.First.Label}, {last.Second} at {last.First.Label}; the most is {most.Second} at {most.First.Label}.";
    }));
}
