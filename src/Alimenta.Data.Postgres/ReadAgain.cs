using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Alimenta.Data.Postgres;

/// <summary>A read whose connection turns out to be broken is asked again on another: after a restart of the server, or when a replica took over, a page comes all the same.</summary>
/// <remarks>Only where nothing was read yet and no transaction is open, so that what is read is of one moment. Rows still stream; writes have their own rule (<see cref="CommandRunner"/>).</remarks>
internal sealed class ReadAgain(PostgresEngine engine, ExecutionStrategyDependencies of) : IExecutionStrategy
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)];

    // False: true would make the framework hold every result in memory, and refuse snapshots.
    public bool RetriesOnFailure => false;

    public TResult Execute<TState, TResult>(TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return operation(of.CurrentContext.Context, state);
            }
            catch (Exception failure) when (MayAskAgain(failure, attempt))
            {
                Thread.Sleep(Pauses[attempt]);
            }
        }
    }

    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation, Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded, CancellationToken cancellationToken = default)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await operation(of.CurrentContext.Context, state, cancellationToken);
            }
            catch (Exception failure) when (MayAskAgain(failure, attempt))
            {
                await Task.Delay(Pauses[attempt], cancellationToken);
            }
        }
    }

    private bool MayAskAgain(Exception failure, int attempt) =>
        attempt < Pauses.Length && failure is not OperationCanceledException && of.CurrentContext.Context.Database.CurrentTransaction is null && engine.Classify(failure).Passes();
}
