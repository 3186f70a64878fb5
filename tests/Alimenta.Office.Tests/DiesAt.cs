using Alimenta.Data;

namespace Alimenta.Office.Tests;

/// <summary>Dies at the nth of some places, and is dead from then on.</summary>
internal sealed class DiesAt(int nth, Func<string, bool>? at = null) : IFailPoints
{
    private int _passed;

    public bool Died { get; private set; }

    public ValueTask HitAsync(string point)
    {
        if (!Died && (at?.Invoke(point) == false || Interlocked.Increment(ref _passed) < nth)) return ValueTask.CompletedTask;
        Died = true;
        throw new InvalidOperationException($"killed at {point}");
    }
}
