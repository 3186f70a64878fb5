using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Exchange;

/// <summary>Writes the whole book as of one moment: every table with its row numbers, history, journal and chains. Passwords, sessions and tokens stay behind.</summary>
internal sealed class ExportBook(AlimentaStore store, IProgress<string>? progress)
{
    private const int Told = 100_000;

    public async Task<ExportReport> RunAsync(Stream to, CancellationToken cancel)
    {
        await using var moment = await store.SnapshotAsync(cancel);
        var db = moment.Db;
        progress?.Report("Making the ledger hash");
        var hash = await db.LedgerHashAsync(cancel);
        using var lines = new HashedLines(to);
        await lines.WriteAsync(w =>
        {
            w.WriteStartObject();
            w.WriteNumber("book", BookFile.Version);
            w.WriteNumber("schema", store.Engine.Migrations[^1].Number);
            w.WriteString("ledger_hash", hash);
            w.WriteEndObject();
        }, cancel);
        var counts = new Dictionary<string, long>();
        foreach (var table in BookTable.Of(db)) counts[table.Name] = await TableAsync(db, table, lines, cancel);
        await lines.WriteAsync(w =>
        {
            var sha = lines.Hash;
            w.WriteStartObject();
            w.WriteNumber("rows", counts.Values.Sum());
            w.WriteString("sha256", sha);
            w.WriteEndObject();
        }, cancel);
        return new("book", lines.Lines, counts, hash);
    }

    private async Task<long> TableAsync(AlimentaDb db, BookTable table, HashedLines lines, CancellationToken cancel)
    {
        await lines.WriteAsync(w =>
        {
            w.WriteStartObject();
            w.WriteString("table", table.Name);
            w.WriteStartArray("columns");
            foreach (var column in table.Columns) w.WriteStringValue(column.Name);
            w.WriteEndArray();
            w.WriteEndObject();
        }, cancel);
        var count = 0L;
        await foreach (var row in table.ReadAsync(db, cancel))
        {
            await lines.WriteAsync(w =>
            {
                w.WriteStartArray();
                foreach (var value in row) BookFile.Write(w, value);
                w.WriteEndArray();
            }, cancel);
            if (++count % Told == 0) progress?.Report($"Writing {table.Name}: {count:n0} rows");
        }

        return count;
    }
}
