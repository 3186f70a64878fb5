namespace Alimenta.Data;

/// <summary>A view of the database at one moment: what others commit meanwhile is not seen. Reads only.</summary>
public sealed class Snapshot : IAsyncDisposable
{
    private readonly IAsyncDisposable _transaction;

    internal Snapshot(AlimentaDb db, IAsyncDisposable transaction) => (Db, _transaction) = (db, transaction);

    public AlimentaDb Db { get; }

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await Db.DisposeAsync();
    }
}
