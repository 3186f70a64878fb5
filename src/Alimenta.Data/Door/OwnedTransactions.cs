using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Alimenta.Data;

/// <summary>A handler cannot commit: the runner owns its transaction until every promise was checked.</summary>
internal sealed class OwnedTransactions : DbTransactionInterceptor
{
    public static readonly OwnedTransactions Instance = new();

    public override InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        Check(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Check(eventData);
        return ValueTask.FromResult(result);
    }

    private static void Check(TransactionEventData eventData)
    {
        if (eventData.Context is AlimentaDb { Owned: true, Committing: false }) throw new InvalidOperationException("A handler must leave the transaction to the runner.");
    }
}

/// <summary>Where the connection breaks inside an owned transaction, the framework would open another and go on without the transaction. It must not.</summary>
internal sealed class OwnedConnections : DbConnectionInterceptor
{
    public static readonly OwnedConnections Instance = new();

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        Check(eventData);
        return result;
    }

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Check(eventData);
        return ValueTask.FromResult(result);
    }

    private static void Check(ConnectionEventData eventData)
    {
        if (eventData.Context is AlimentaDb { Owned: true }) throw new ConnectionLostException("The connection to the database broke in the middle of a command.");
    }
}

/// <summary>The connection broke under a transaction: whether a commit that was under way happened is not known.</summary>
public sealed class ConnectionLostException : Exception
{
    public ConnectionLostException(string message)
        : base(message)
    {
    }

    public ConnectionLostException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
