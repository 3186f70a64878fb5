using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Alimenta.Bench;

/// <summary>How long database transactions of this process took, from their start to their commit, as the database library tells it.</summary>
internal sealed class CommitClock : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private const string Library = "Microsoft.EntityFrameworkCore";
    private readonly List<IDisposable> _subscriptions = [];
    private long _began;
    private TimeSpan _sum;

    public CommitClock() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>Milliseconds since the last restart that were spent in transactions.</summary>
    public double Milliseconds => _sum.TotalMilliseconds;

    /// <summary>Begins again at nothing.</summary>
    public void Restart() => _sum = TimeSpan.Zero;

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == Library) _subscriptions.Add(value.Subscribe(this, (name, _, _) => name == RelationalEventId.TransactionStarting.Name || name == RelationalEventId.TransactionCommitted.Name));
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Key == RelationalEventId.TransactionStarting.Name) _began = Stopwatch.GetTimestamp();
        else if (value.Key == RelationalEventId.TransactionCommitted.Name) _sum += Stopwatch.GetElapsedTime(_began);
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
