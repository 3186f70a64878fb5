using System.Globalization;

namespace Alimenta.Office.Enforcement;

/// <summary>A range of obligors by their row numbers, as a part of the selection names it.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal readonly record struct ObligorRange(long First, long Last)
{
    /// <summary>Ranges of so many obligors.</summary>
    public static IReadOnlyList<string> Cut(IEnumerable<long> inOrder, int size) => [.. inOrder.Chunk(size).Select(c => new ObligorRange(c[0], c[^1]).ToString())];

    /// <summary>Its halves, without a gap between them, each with some of those who are there; nothing where there is one only.</summary>
    /// <param name="there">Who is there, in order.</param>
    public IReadOnlyList<string> Halves(IReadOnlyList<long> there) =>
        there.Count < 2 ? [] : [(this with { Last = there[(there.Count - 1) / 2] }).ToString(), (this with { First = there[(there.Count - 1) / 2] + 1 }).ToString()];

    /// <summary>Reads a range.</summary>
    public static ObligorRange Parse(string content)
    {
        var ends = content.Split('-');
        return new(long.Parse(ends[0], CultureInfo.InvariantCulture), long.Parse(ends[1], CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
}
