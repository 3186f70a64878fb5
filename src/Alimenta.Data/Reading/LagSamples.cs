namespace Alimenta.Data;

/// <summary>Where the log was at which time, and so how old the data of a follower is: all that was there when the latest sample that it has reached was taken is with it.</summary>
/// <remarks>This holds for a primary where nothing happens (the latest sample is reached) and for a cut line (no further sample is reached) alike.</remarks>
internal sealed class LagSamples
{
    private const int Most = 3_600;
    private readonly Queue<(LogPosition Position, long At)> _ahead = new();
    private LogPosition _last;
    private long? _asOf;

    /// <summary>Notes where the log of the primary is.</summary>
    /// <param name="position">The position.</param>
    /// <param name="at">When it was asked for: not later than the answer.</param>
    public void Saw(LogPosition position, long at)
    {
        // Another server took over that has less: what was seen before is of a log that is no more.
        if (position < _last)
        {
            _ahead.Clear();
            _asOf = null;
        }

        _last = position;
        _ahead.Enqueue((position, at));
        if (_ahead.Count > Most) _ahead.Dequeue();
    }

    /// <summary>As of when the data of a follower is complete; null while that is not known.</summary>
    public long? AsOf(LogPosition replayed)
    {
        while (_ahead.TryPeek(out var next) && !(next.Position > replayed)) _asOf = _ahead.Dequeue().At;
        return _asOf;
    }
}
