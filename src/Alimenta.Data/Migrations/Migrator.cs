using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Alimenta.Data;

/// <summary>Brings the schema up to the program: plain scripts in order, each in its own transaction together with its row in the version table.</summary>
/// <remarks>Killed midway and started again it goes on where it stopped; started twice at once, one waits for the other.</remarks>
public sealed class Migrator(AlimentaStore store)
{
    private const string VersionTable = """
        create table if not exists schema_version (
            number integer not null primary key,
            name text not null,
            checksum text not null,
            applied_at text not null)
        """;

    /// <summary>Applies what is missing.</summary>
    /// <returns>The scripts that were applied now.</returns>
    public async Task<IReadOnlyList<Migration>> ApplyAsync(CancellationToken cancel = default)
    {
        using var turn = await store.Engine.EnterWriterAsync(cancel);
        await using var connection = store.Engine.Connect();
        await connection.OpenAsync(cancel);
        await store.Engine.PrepareDatabaseAsync(connection, cancel);
        var applied = new List<Migration>();
        foreach (var migration in store.Engine.Migrations)
        {
            if (await ApplyAsync(connection, migration, cancel)) applied.Add(migration);
        }

        return applied;
    }

    /// <summary>The scripts that are not applied yet; the look leaves nothing. Throws when the database was made by a newer or another program.</summary>
    public async Task<IReadOnlyList<Migration>> PendingAsync(CancellationToken cancel = default)
    {
        await using var connection = store.Engine.Connect();
        await connection.OpenAsync(cancel);
        await using var transaction = await store.Engine.BeginMigrationAsync(connection, cancel);
        await ExecuteAsync(connection, transaction, VersionTable, cancel);
        var pending = new List<Migration>();
        foreach (var migration in store.Engine.Migrations)
        {
            if (!await IsAppliedAsync(connection, transaction, migration, cancel)) pending.Add(migration);
        }

        await transaction.RollbackAsync(cancel);
        return pending;
    }

    /// <summary>The scripts embedded in an engine's assembly, by their number.</summary>
    public static IReadOnlyList<Migration> Embedded(Assembly assembly) =>
        [.. assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Select(n => Read(assembly, n)).OrderBy(m => m.Number)];

    /// <summary>SHA-256 of a script, whatever its line ends.</summary>
    public static string Checksum(Migration migration) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(migration.Sql.ReplaceLineEndings("\n"))));

    private async Task<bool> ApplyAsync(DbConnection connection, Migration migration, CancellationToken cancel)
    {
        await using var transaction = await store.Engine.BeginMigrationAsync(connection, cancel);
        await ExecuteAsync(connection, transaction, VersionTable, cancel);
        if (await IsAppliedAsync(connection, transaction, migration, cancel)) return false;
        await store.FailPoints.HitAsync(FailPoint.BeforeStatement);
        await ExecuteAsync(connection, transaction, migration.Sql, cancel);
        await store.FailPoints.HitAsync(FailPoint.AfterStatement);
        await ExecuteAsync(connection, transaction, "insert into schema_version (number, name, checksum, applied_at) values (@number, @name, @checksum, @at)", cancel,
            ("@number", migration.Number), ("@name", migration.Name), ("@checksum", Checksum(migration)),
            ("@at", store.Now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        await store.FailPoints.HitAsync(FailPoint.BeforeCommit);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private async Task<bool> IsAppliedAsync(DbConnection connection, DbTransaction transaction, Migration migration, CancellationToken cancel)
    {
        await using var command = Command(connection, transaction, "select number, checksum from schema_version where number >= @number order by number", ("@number", migration.Number));
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var applied = false;
        while (await rows.ReadAsync(cancel))
        {
            var number = Convert.ToInt32(rows.GetValue(0), CultureInfo.InvariantCulture);
            if (number > store.Engine.Migrations[^1].Number)
                throw new InvalidOperationException($"The database is at version {number} and this program knows only {store.Engine.Migrations[^1].Number}: use the newer program.");
            if (number != migration.Number) continue;
            applied = true;
            if (rows.GetString(1) != Checksum(migration))
                throw new InvalidOperationException($"Migration {migration.Number} ({migration.Name}) was applied with other content: the database and the program do not belong together.");
        }

        return applied;
    }

    private static async Task ExecuteAsync(
        DbConnection connection, DbTransaction transaction, string sql, CancellationToken cancel, params (string Name, object Value)[] parameters)
    {
        await using var command = Command(connection, transaction, sql, parameters);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static DbCommand Command(DbConnection connection, DbTransaction transaction, string sql, params (string Name, object Value)[] parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The text is a script of the program or a constant.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static Migration Read(Assembly assembly, string resource)
    {
        var file = resource.Split('.')[^2];
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!, Encoding.UTF8);
        return new(int.Parse(file[..4], CultureInfo.InvariantCulture), file[5..], reader.ReadToEnd());
    }
}
