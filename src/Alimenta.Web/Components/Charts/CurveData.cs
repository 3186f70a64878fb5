namespace Alimenta.Web.Components.Charts;

/// <summary>A place on the lower axis of a curve.</summary>
/// <param name="X">How far to the right, in any unit.</param>
/// <param name="Label">As it is read: 91 nights, $4,500.</param>
/// <param name="IsHere">Whether it is what was stated.</param>
public sealed record CurvePlace(long X, string Label, bool IsHere = false);

/// <summary>One line of a picture.</summary>
/// <param name="Name">What it is, in a few words: Parent A pays.</param>
/// <param name="Values">One amount for each place; none where it cannot be calculated.</param>
public sealed record CurveLine(string Name, IReadOnlyList<Money?> Values);

/// <summary>How amounts move along something that is no time; the table beside the picture shows the same.</summary>
public sealed record CurveData
{
    /// <summary>How many lines can be told apart without colour.</summary>
    public const int MostLines = 2;

    /// <summary>Lines over places, from left to right.</summary>
    /// <exception cref="ArgumentException">A line has not one amount for each place, the places do not rise, or there are too many lines to tell apart.</exception>
    public CurveData(IReadOnlyList<CurvePlace> places, IReadOnlyList<CurveLine> lines)
    {
        if (lines.Any(l => l.Values.Count != places.Count)) throw new ArgumentException("Each line has one amount for each place.", nameof(lines));
        if (lines.Count > MostLines) throw new ArgumentException($"More than {MostLines} lines cannot be told apart.", nameof(lines));
        for (var i = 1; i < places.Count; i++)
            if (places[i].X <= places[i - 1].X) throw new ArgumentException("Places go from left to right, each once.", nameof(places));
        (Places, Lines) = (places, lines);
    }

    /// <summary>The places from left to right.</summary>
    public IReadOnlyList<CurvePlace> Places { get; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<CurveLine> Lines { get; }

    /// <summary>Whether there is anything to draw.</summary>
    public bool IsEmpty => Places.Count < 2 || !Lines.Any(l => l.Values.Any(v => v is not null));
}
