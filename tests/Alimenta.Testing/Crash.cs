using Alimenta.Data;

namespace Alimenta.Testing;

/// <summary>The program dies here, as far as the test is concerned.</summary>
public sealed class SimulatedCrash(string point) : Exception($"The program died at {point}.");

/// <summary>Dies at the nth place it comes to. Raise n until the work completes: then every place was tried.</summary>
/// <param name="nth">Counts from 1; 0 never dies.</param>
public sealed class CrashAt(int nth) : IFailPoints
{
    private int _hits;

    /// <summary>The places it came to.</summary>
    public int Hits => _hits;

    /// <summary>Where it died; null while it has not.</summary>
    public string? DiedAt { get; private set; }

    public ValueTask HitAsync(string point)
    {
        if (Interlocked.Increment(ref _hits) != nth) return ValueTask.CompletedTask;
        DiedAt = point;
        throw new SimulatedCrash(point);
    }
}

/// <summary>Runs something once at the first time a place is reached.</summary>
public sealed class OnceAt(string place, Func<Task> act) : IFailPoints
{
    private int _done;

    public async ValueTask HitAsync(string point)
    {
        if (point == place && Interlocked.Exchange(ref _done, 1) == 0) await act();
    }
}
