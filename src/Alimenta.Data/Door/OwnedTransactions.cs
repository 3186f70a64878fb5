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
        if (eventData.Context is AlimentaDb { Owned: true }) throw new InvalidOperationException("A handler must leave the transaction to the runner.");
    }
}
