namespace Alimenta.Nemesis;

/// <summary>Chance that a seed fixes (SplitMix64): the same seed chooses the same faults, files and moments.</summary>
internal sealed class Chance(long seed)
{
    private ulong _state = unchecked((ulong)seed);

    /// <summary>A number from 0 to one below the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>One of several.</summary>
    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    private ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
