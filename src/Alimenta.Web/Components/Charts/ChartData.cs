namespace Alimenta.Web.Components.Charts;

/// <summary>One line of figures in a chart.</summary>
/// <param name="Name">What it is, in a few words: owed to the family.</param>
/// <param name="Values">One amount for each month.</param>
public sealed record Series(string Name, IReadOnlyList<Money> Values);

/// <summary>The figures of a chart over months; the table beside the picture shows the same.</summary>
public sealed record ChartData
{
    /// <summary>How many series can be told apart.</summary>
    public const int MostSeries = 6;

    /// <summary>Figures for some months.</summary>
    /// <exception cref="ArgumentException">A series has not one amount for each month, or there are too many to tell apart.</exception>
    public ChartData(IReadOnlyList<SupportMonth> months, IReadOnlyList<Series> series)
    {
        if (series.Any(s => s.Values.Count != months.Count)) throw new ArgumentException("Each series has one amount for each month.", nameof(series));
        if (series.Count > MostSeries) throw new ArgumentException($"More than {MostSeries} series cannot be told apart.", nameof(series));
        (Months, Series) = (months, series);
    }

    /// <summary>The months from left to right.</summary>
    public IReadOnlyList<SupportMonth> Months { get; }

    /// <summary>The series; in a stack, the first lies at the bottom.</summary>
    public IReadOnlyList<Series> Series { get; }

    /// <summary>Whether there is anything to draw.</summary>
    public bool IsEmpty => Months.Count == 0 || Series.Count == 0;

    /// <summary>What a reader who cannot see the picture is told.</summary>
    public string InWords => IsEmpty ? "There are no figures yet."
        : $"{Words.Month(Months[0])} to {Words.Month(Months[^1])}. " + string.Join(" ", Series.Select(s => $"{Capital(s.Name)}: {s.Values[0]} at first, {s.Values[^1]} at last, at most {s.Values.Max()}."));

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
