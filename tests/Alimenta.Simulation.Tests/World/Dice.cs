namespace Alimenta.Simulation.Tests.World;

/// <summary>Chance that is the same for the same seed on every machine (SplitMix64).</summary>
public sealed class Dice(ulong seed)
{
    // Mixed once, so that the lives of neighbouring seeds have nothing in common.
    private ulong _state = Mixed(unchecked(seed * 0x9E3779B97F4A7C15));

    /// <summary>A number from 0 to below the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number from the first to the last, both included.</summary>
    public int From(int first, int last) => first + Below(last - first + 1);

    /// <summary>Whether something happens that happens so often in a hundred.</summary>
    public bool Percent(int chance) => Below(100) < chance;

    /// <summary>One of some.</summary>
    public T One<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    private ulong Next() => Mixed(_state = unchecked(_state + 0x9E3779B97F4A7C15));

    private static ulong Mixed(ulong z)
    {
        unchecked
        {
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
