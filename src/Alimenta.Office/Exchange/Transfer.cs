using System.Text.Json;
using Alimenta.Data;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Exchange;

/// <summary>What an export holds.</summary>
public enum ExportKind
{
    /// <summary>The facts: people, cases, orders, assistance, receipts, as documented JSON lines.</summary>
    Caseload,

    /// <summary>Everything, to move to another engine or to keep.</summary>
    Book,
}

/// <summary>What an export wrote.</summary>
/// <param name="Kind">caseload or book.</param>
/// <param name="Lines">Lines written.</param>
/// <param name="Written">Rows by type of line or table.</param>
/// <param name="LedgerHash">The ledger hash of the book; empty for a caseload.</param>
public sealed record ExportReport(string Kind, long Lines, IReadOnlyDictionary<string, long> Written, string LedgerHash);

/// <summary>Moves caseloads and whole books in and out as JSON lines.</summary>
public static class Transfer
{
    private const int MostHead = 4_096;

    /// <summary>Imports a file: a caseload into an office, or a whole book into an empty database; its first line says which it is.</summary>
    /// <param name="store">The database.</param>
    /// <param name="policies">The law at hand.</param>
    /// <param name="from">The file; it must be possible to go back in it.</param>
    /// <param name="asked">Who asks, under which key. The same key and file again gives the first answer.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancel">Stops it before the commit.</param>
    public static async Task<Outcome<ImportReport>> ImportAsync(
        AlimentaStore store, PolicyDesk policies, Stream from, Asked asked, ImportOptions? options = null, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        if (!from.CanSeek) throw new ArgumentException("The file must be one in which it is possible to go back.", nameof(from));
        options ??= new();
        using var head = await HeadAsync(from, cancel);
        from.Position = 0;
        if (head is not null && head.RootElement.TryGetProperty("book", out var version) && version.TryGetInt32(out var book))
        {
            var root = head.RootElement;
            return await new ImportBook(store, progress).RunAsync(
                from, new(book, root.TryGetProperty("schema", out var schema) && schema.TryGetInt32(out var number) ? number : 0, root.TryGetProperty("ledger_hash", out var hash) ? hash.GetString() ?? "" : ""), options, asked, cancel);
        }

        if (head is null || !head.RootElement.TryGetProperty("caseload", out var format))
            return new Refusal("R-IMPORT-HEAD", "The first line does not say what the file is.", $"A caseload begins with {{\"caseload\":{CaseloadFormat.Version}}}, a whole book with its own head.");
        if (!format.TryGetInt32(out var caseload) || caseload != CaseloadFormat.Version)
            return new Refusal("R-IMPORT-VERSION", $"The caseload has format {format}; this program reads {CaseloadFormat.Version}.", "Write it in the format of docs/interfaces/caseload.md.");
        DateOnly? day = head.RootElement.TryGetProperty("business_date", out var date) && DateOnly.TryParse(date.GetString(), System.Globalization.CultureInfo.InvariantCulture, out var read) ? read : null;
        return await new ImportCaseload(store, policies, options, progress, day).RunAsync(from, asked, cancel);
    }

    /// <summary>Writes a caseload or a whole book as of one moment. That it was written is noted in the audit log before the first line.</summary>
    public static async Task<ExportReport> ExportAsync(
        AlimentaStore store, Stream to, ExportKind kind, Actor by, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        await store.Audit.ReadAsync(by, kind == ExportKind.Book ? "book.export" : "caseload.export", "book", "all", "Names, Social Security numbers and account numbers are in the file.", cancel);
        return kind == ExportKind.Book ? await new ExportBook(store, progress).RunAsync(to, cancel) : await new ExportCaseload(store, progress).RunAsync(to, cancel);
    }

    /// <summary>The first line as JSON; null when it is none.</summary>
    private static async Task<JsonDocument?> HeadAsync(Stream from, CancellationToken cancel)
    {
        var bytes = new byte[MostHead];
        from.Position = 0;
        var length = await from.ReadAtLeastAsync(bytes, MostHead, throwOnEndOfStream: false, cancel);
        var line = bytes.AsMemory(0, length);
        if (line.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) line = line[3..];
        var end = line.Span.IndexOf((byte)'\n');
        try
        {
            var head = JsonDocument.Parse(end < 0 ? line : line[..end]);
            if (head.RootElement.ValueKind == JsonValueKind.Object) return head;
            head.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
