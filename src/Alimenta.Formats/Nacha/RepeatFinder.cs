namespace Alimenta.Formats.Nacha;

/// <summary>Finds entries of one file that are alike in originating bank, trace and effective date.</summary>
/// <remarks>Some originators number each batch anew. Such entries are different money, counted by the bank's totals; their place among the alike keeps
/// their keys apart and the same when the file comes again.</remarks>
internal sealed class RepeatFinder
{
    private readonly Dictionary<(long Bank, DateOnly? EffectiveOn), Dictionary<long, int>> _seen = [];
    private readonly Dictionary<long, int> _byLine = [];

    /// <summary>Occurrence by line, only for those above 0.</summary>
    public IReadOnlyDictionary<long, int> ByLine => _byLine;

    public void Note(long bank, DateOnly? effectiveOn, long trace, long line)
    {
        if (!_seen.TryGetValue((bank, effectiveOn), out var traces)) _seen[(bank, effectiveOn)] = traces = [];
        var before = traces.GetValueOrDefault(trace);
        traces[trace] = before + 1;
        if (before > 0) _byLine[line] = before;
    }
}
