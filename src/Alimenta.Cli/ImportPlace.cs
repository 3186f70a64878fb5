using Alimenta.Data;
using Alimenta.Data.Sqlite;

namespace Alimenta.Cli;

/// <summary>The database that a file is imported into. A dry run into a database that is not there yet is tried in one that goes afterwards, so that nothing is left.</summary>
internal sealed class ImportPlace : IDisposable
{
    private readonly DirectoryInfo? _folder;

    private ImportPlace(AlimentaStore store, DirectoryInfo? folder = null) => (Store, _folder) = (store, folder);

    public AlimentaStore Store { get; }

    /// <summary>Whether it goes afterwards.</summary>
    public bool Temporary => _folder is not null;

    /// <summary>Opens it with its schema, but without a first day: a whole book brings its own.</summary>
    public static async Task<Outcome<ImportPlace>> OpenAsync(string? address, bool dryRun, CancellationToken cancel)
    {
        var where = Shared.Where(address);
        if (dryRun && Shared.IsFile(where) && !Path.Exists(where) && !where.Contains("://", StringComparison.Ordinal)) return await TryAsync(cancel);
        var store = Shared.Open(address);
        var pending = await new Migrator(store).PendingAsync(cancel);
        if (Shared.Outdated(store, pending) is { } no) return no;
        if (pending.Count > 0 && dryRun) return await TryAsync(cancel);
        if (pending.Count > 0) await new Migrator(store).ApplyAsync(cancel);
        return new ImportPlace(store);
    }

    public void Dispose()
    {
        if (_folder is null) return;
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(true);
    }

    private static async Task<ImportPlace> TryAsync(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("alimenta-import");
        var place = new ImportPlace(new(new SqliteEngine(Path.Combine(folder.FullName, "dry-run.db")), TimeProvider.System), folder);
        try
        {
            await new Migrator(place.Store).ApplyAsync(cancel);
            return place;
        }
        catch
        {
            place.Dispose();
            throw;
        }
    }
}
