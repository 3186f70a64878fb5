namespace Alimenta.Data;

/// <summary>Records that someone read protected data. The data is shown only after the record is committed.</summary>
public sealed class ReadAudit(AlimentaStore store)
{
    /// <summary>Records a read; throws when it cannot, so that nothing is shown.</summary>
    public async Task ReadAsync(Actor by, string action, string objectKind, string objectId, string detail = "", CancellationToken cancel = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await WriteAsync(by, new(action, objectKind, objectId, detail), cancel);
                return;
            }
            catch (Exception failure) when (attempt < 5 && failure is not OperationCanceledException && store.Engine.Classify(failure).Passes())
            {
                // A read that is recorded twice does no harm.
                await Task.Delay(TimeSpan.FromMilliseconds(10 * attempt * (1 + Random.Shared.NextDouble())), store.Clock, cancel);
            }
        }
    }

    private async Task WriteAsync(Actor by, AuditNote note, CancellationToken cancel)
    {
        using var turn = await store.Engine.EnterWriterAsync(cancel);
        await using var db = store.NewContext();
#pragma warning disable RS0030 // The audit log of reads is the second and last writer beside CommandRunner.
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
#pragma warning restore RS0030
        db.Owned = true;
        await store.Engine.LockChainAsync(db, cancel);
        AuditTrail.Append(db, await ChainHeads.ReadAsync(db, cancel), store.Now, by, [note]);
        await CommandWrites.SaveAsync(db, cancel);
        db.Committing = true;
        await transaction.CommitAsync(cancel);
    }
}
