namespace Alimenta.Formats.Nacha;

/// <summary>Finds entries of one file that are alike in originating bank, trace and effective date.</summary>
/// <remarks>Some originators number each batch anew. Such entries are different money, counted by the bank's totals; their place among the alike keeps
/// their keys apart and the same when the file comes again. A bit for each trace, because traces mostly follow each other: ten million take some megabytes.</remarks>
internal sealed class RepeatFinder
{
    private const int Bits = 6;
    private readonly Dictionary<(long Bank, DateOnly? EffectiveOn, long Block), ulong> _seen = [];
    private readonly Dictionary<(long Bank, DateOnly? EffectiveOn, long Trace), int> _again = [];

    /// <summary>Notes an entry.</summary>
    /// <returns>How many entries before it are alike.</returns>
    public int Occurrence(long bank, DateOnly? effectiveOn, long trace)
    {
        ref var block = ref System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(_seen, (bank, effectiveOn, trace >> Bits), out _);
        var bit = 1UL << (int)(trace & ((1 << Bits) - 1));
        if ((block & bit) == 0)
        {
            block |= bit;
            return 0;
        }

        var key = (bank, effectiveOn, trace);
        return _again[key] = _again.GetValueOrDefault(key) + 1;
    }
}
