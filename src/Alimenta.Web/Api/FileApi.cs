using System.Globalization;
using Alimenta.Data;
using Alimenta.Formats;
using Alimenta.Office.Access;
using Alimenta.Office.Reading;
using Alimenta.Office.Receipts;
using Alimenta.Web.Access;

namespace Alimenta.Web.Api;

/// <summary>A file that came in with a part of its entries.</summary>
public sealed record FileInAnswer(FileInRow File, IReadOnlyList<FileFault> Faults, IReadOnlyDictionary<InboundItemStatus, int> ByStatus, EarlierFile? Earlier, FileDistribution? Distribution, Listing<FileItemRow> Items);

/// <summary>Payment files that come in. The file itself is the key: sent again, under any name, nothing of it is posted twice.</summary>
internal static class FileApi
{
    private const int LongestName = 100;

    public static void MapFileApi(this IEndpointRouteBuilder api)
    {
        var files = api.MapGroup("/files").WithTags("Files");
        files.MapPost("", ReceiveAsync).RequireAuthorization(Permissions.ReceiptPost).WithName("receiveFile").WithSummary("Takes in a payment file (NACHA): all of it or nothing, once, whatever its name")
            .Accepts<Stream>("application/octet-stream", "text/plain").Produces<FileReceived>()
            .WithDescription("The body is the file. name: what it is called. No key is needed: the same file again answers with status duplicate. A refused file is 422 with each fault; instance is its address.");
        files.MapGet("", ListAsync).RequireAuthorization(Permissions.FileRead).WithName("listFilesIn").WithSummary("Files that came in, the latest first")
            .WithDescription($"status: {string.Join(", ", Word<InboundFileStatus>.All)}. from, to: business days. name: a part of the name.");
        files.MapGet("/{id:long}", OneAsync).RequireAuthorization(Permissions.FileRead).WithName("getFileIn").WithSummary("One file with its faults and entries").Produces<FileInAnswer>()
            .WithDescription($"status: only entries that are {string.Join(", ", Word<InboundItemStatus>.All)}.");
    }

    private static async Task<IResult> ReceiveAsync(HttpContext http, ReceiveFile desk, WebOptions options, string name = "file")
    {
        if (http.Request.ContentLength > options.LargestUpload) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        using var arrived = await ArrivedFile.TakeAsync(http.Request.Body, http.RequestAborted);
        if (arrived.Bytes.Length == 0) return Problems.Of(StatusCodes.Status422UnprocessableEntity, "W-FILE-EMPTY", "The request holds no file.", "Send the content of the file as the body.");
        var received = await desk.RunAsync(NameOf(name), arrived.Bytes, http.Caller().Actor, cancel: http.RequestAborted);
        if (received.Refusal is { } no) return Problems.From(no);
        return received.Value.Status == "refused" ? Refused(received.Value) : Results.Ok(received.Value);
    }

    private static IResult Refused(FileReceived file) => Problems.Of(
        "W-FILE-REFUSED", "The file was refused; nothing of it was posted.", "Correct what the faults say, or ask the sender for a new file.",
        string.Create(CultureInfo.InvariantCulture, $"/api/v1/files/{file.FileId}"), [.. file.Faults.Select(f => new Fault(f.Code, f.Where.Length > 0 ? $"{f.Where}: {f.Reason}" : f.Reason, f.Remedy, "", f.Field))]);

    private static async Task<Listing<FileInRow>> ListAsync(HttpContext http, ListingQuery query, FilesIn files, Word<InboundFileStatus>? status = null, DateOnly? from = null, DateOnly? to = null, string name = "") =>
        query.Of(http, await files.ListAsync(new(status?.Value, from, to, name), query.Page, http.RequestAborted));

    private static async Task<IResult> OneAsync(HttpContext http, long id, ListingQuery query, FilesIn files, Word<InboundItemStatus>? status = null) =>
        (await files.ReadAsync(http.Caller().Actor, id, status?.Value, query.Page, http.RequestAborted)).Shown(f => new FileInAnswer(f.File, f.Faults, f.ByStatus, f.Earlier, f.Distribution, query.Of(http, f.Items)));

    /// <summary>The name without folders and signs that no file name has.</summary>
    private static string NameOf(string name)
    {
        var plain = new string([.. Path.GetFileName(name.Replace('\\', '/')).Where(c => !char.IsControl(c))]).Trim();
        return plain.Length == 0 ? "file" : plain[..Math.Min(plain.Length, LongestName)];
    }
}
