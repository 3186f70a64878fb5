using System.Security.Cryptography;
using System.Text.Json;
using Alimenta.Data;

namespace Alimenta.Office.Exchange;

/// <summary>Imports a whole book into an empty database in one transaction, and proves it there: the chains and the ledger hash are made again from the rows.</summary>
internal sealed class ImportBook(AlimentaStore store, IProgress<string>? progress)
{
    private const int RowsAtOnce = 4_000;
    private const int BytesAtOnce = 16 << 20;

    public async Task<Outcome<ImportReport>> RunAsync(Stream from, BookHead head, ImportOptions options, Asked asked, CancellationToken cancel) =>
        await (asked with { Preview = options.DryRun }).RunAsync<ImportReport>(store, "book.import", new { head.LedgerHash }, ("book", head.LedgerHash), async ctx =>
        {
            if (head.Version != BookFile.Version || head.Schema != store.Engine.Migrations[^1].Number)
                return new Refusal("R-BOOK-VERSION", $"The book was written by another version of the program (schema {head.Schema}; this one has {store.Engine.Migrations[^1].Number}).", "Export it again with the version that is to import it.");
            foreach (var table in BookTable.Of(ctx.Db))
                if (table.Name != "id_block" && await table.AnyAsync(ctx.Db, ctx.Cancel))
                    return new Refusal("R-BOOK-NOT-EMPTY", $"The database is not empty: there are rows in {table.Name}.", "Import a whole book into a new database.");
            progress?.Report("Checking that the file is whole");
            if (await WholeAsync(from, ctx.Cancel) is { } torn) return torn;
            from.Position = 0;
            var run = new Run(ctx, progress);
            if (await run.ReadAsync(from) is { } broken) return broken;
            progress?.Report("Proving the book");
            var hash = await ctx.Db.LedgerHashAsync(ctx.Cancel);
            if (hash != head.LedgerHash) return new Refusal("R-BOOK-HASH", "The ledger hash of what was read is not that of the book.", "The file was changed: export it again.");
            var chains = await new ChainProof(ctx.Db).RunAsync(ctx.Cancel);
            if (!chains.Ok) return new Refusal("R-BOOK-CHAIN", $"The book does not prove itself: {chains.Problems[0].Where}: {chains.Problems[0].What}.", "The file was changed, or the book was before it was exported: run the proof there.");
            return new ImportReport { Kind = "book", Status = options.DryRun ? "dry-run" : "imported", Lines = run.Lines, Added = run.Counts, Entries = (int)chains.Entries, LedgerHash = hash };
        }, cancel);

    /// <summary>Whether the foot is there and is that of all lines before it. Nothing is written before this is known.</summary>
    private static async Task<Refusal?> WholeAsync(Stream from, CancellationToken cancel)
    {
        from.Position = 0;
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var (number, rows, foot) = (0L, 0L, "");
        await foreach (var line in JsonLines.ReadAsync(from, cancel))
        {
            number++;
            if (foot.Length > 0) return At(number, "something follows the foot of the book");
            if (line.AsSpan().StartsWith("{\"rows\""u8)) foot = System.Text.Encoding.UTF8.GetString(line);
            else
            {
                if (line.Length > 0 && line[0] == '[') rows++;
                sha.AppendData(line);
                sha.AppendData("\n"u8);
            }
        }

        if (foot.Length == 0) return At(number, "the book is cut off, its foot is missing");
        return foot == $"{{\"rows\":{rows.ToString(System.Globalization.CultureInfo.InvariantCulture)},\"sha256\":\"{Convert.ToHexStringLower(sha.GetHashAndReset())}\"}}" ? null : At(number, "the count or hash in the foot is not that of the book");
    }

    private static Refusal At(long line, string what) => new("R-BOOK-FILE", $"Line {line}: {what}.", "Export the book again, and copy the file whole.");

    /// <summary>One reading of the file.</summary>
    private sealed class Run(CommandContext ctx, IProgress<string>? progress)
    {
        private readonly Dictionary<string, BookTable> _tables = BookTable.Of(ctx.Db).ToDictionary(t => t.Name);
        private readonly List<object?[]> _rows = [];
        private BookTable? _table;
        private Type[] _types = [];
        private long _bytes;

        public long Lines { get; private set; }

        public Dictionary<string, long> Counts { get; } = [];

        public async Task<Refusal?> ReadAsync(Stream from)
        {
            await foreach (var line in JsonLines.ReadAsync(from, ctx.Cancel))
            {
                Lines++;
                if (line.Length == 0 || Lines == 1) continue;
                try
                {
                    if (line[0] == '[')
                    {
                        await RowAsync(line);
                        continue;
                    }

                    using var json = JsonDocument.Parse(line);
                    if (json.RootElement.TryGetProperty("table", out var name) && await TableAsync(name.GetString() ?? "", json.RootElement) is { } no) return no;
                }
                catch (JsonException)
                {
                    return At(Lines, "it cannot be read as a row of its table");
                }
            }

            await FlushAsync();
            return null;
        }

        private async Task<Refusal?> TableAsync(string name, JsonElement head)
        {
            await FlushAsync();
            if (!_tables.TryGetValue(name, out var table)) return At(Lines, $"this program has no table {name}");
            var columns = head.GetProperty("columns").EnumerateArray().Select(c => c.GetString()).ToList();
            if (!columns.SequenceEqual(table.Columns.Select(c => c.Name))) return At(Lines, $"table {name} has other columns in this program");
            (_table, _types, Counts[name]) = (table, [.. table.Columns.Select(c => c.Type)], 0);
            progress?.Report($"Reading {name}");
            return null;
        }

        private async Task RowAsync(byte[] line)
        {
            var row = Parse(line);
            if (_rows.Count >= RowsAtOnce || _bytes > BytesAtOnce) await FlushAsync();
            _rows.Add(row);
            _bytes += line.Length;
            Counts[_table!.Name]++;
        }

        private object?[] Parse(byte[] line)
        {
            if (_table is null) throw new JsonException("A row before its table.");
            var reader = new Utf8JsonReader(line);
            reader.Read();
            var row = new object?[_types.Length];
            for (var i = 0; i < row.Length; i++)
            {
                if (!reader.Read() || reader.TokenType == JsonTokenType.EndArray) throw new JsonException("Too few values.");
                row[i] = BookFile.Read(ref reader, _types[i]);
            }

            return reader.Read() && reader.TokenType == JsonTokenType.EndArray && !reader.Read() ? row : throw new JsonException("Too many values.");
        }

        /// <summary>Writes what was read.</summary>
        private async Task FlushAsync()
        {
            if (_rows.Count == 0) return;
            if (_table!.Name == "id_block") foreach (var row in _rows) await ctx.TakeIdsAsync((string)row[0]!, (long)row[1]!);
            else await ctx.BulkAddBookAsync(_table, _rows);
            _rows.Clear();
            _bytes = 0;
        }
    }
}

/// <summary>The head of a book.</summary>
/// <param name="Version">The version of the format.</param>
/// <param name="Schema">The number of the last script of the schema.</param>
/// <param name="LedgerHash">The ledger hash of the book.</param>
internal sealed record BookHead(int Version, int Schema, string LedgerHash);
