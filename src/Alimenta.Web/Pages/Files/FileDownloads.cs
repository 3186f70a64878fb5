using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Access;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;
using Alimenta.Web.Api;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Pages.Files;

/// <summary>What leaves the house as a file: a released file for the bank, and lists as spreadsheets. Each is recorded before it is given.</summary>
internal static class FileDownloads
{
    public static void MapFileDownloads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/files.csv", CameInAsync).RequireAuthorization(Permissions.FileRead).ExcludeFromDescription();
        endpoints.MapGet("/files/out.csv", WentOutAsync).RequireAuthorization(Permissions.FileRead).ExcludeFromDescription();
        endpoints.MapGet("/files/out/{id:long}/content", ContentAsync).RequireAuthorization(Permissions.DisbursementRelease).ExcludeFromDescription();
        endpoints.MapGet("/files/out/{id:long}/payments.csv", PaymentsAsync).RequireAuthorization(Permissions.MoneyRead).ExcludeFromDescription();
        endpoints.MapGet("/files/{id:long}/entries.csv", EntriesAsync).RequireAuthorization(Permissions.MoneyRead).ExcludeFromDescription();
    }

    private static Task<IResult> CameInAsync(HttpContext http, FilesIn files, ListReads reads) =>
        ListDownload.WriteAsync(http, reads, "files-in", FileInListPage.Table, paging => files.ListAsync(new(FileInListPage.StatusIn(Query(http, FileInListPage.Table.SortKeys))), paging, http.RequestAborted, SortIn(Query(http, FileInListPage.Table.SortKeys))));

    private static Task<IResult> WentOutAsync(HttpContext http, FilesOut files, ListReads reads)
    {
        var query = Query(http, FileOutListPage.SortKeys);
        return ListDownload.WriteAsync(http, reads, "files-out", FileOutListPage.Files(f => ControlTotal.IsWithheld(f, http.User, http.Caller().UserId)),
            paging => files.ListAsync(new(FileOutListPage.StatusIn(query)), paging, http.RequestAborted, SortIn(query)));
    }

    private static ListQuery Query(HttpContext http, IEnumerable<string> sortKeys) => ListQuery.Read(http.Request, sortKeys, "", false, "status");

    private static Sorting SortIn(ListQuery query) => new(query.Sort, query.Down);

    private static async Task<IResult> ContentAsync(HttpContext http, long id, FilesOut files)
    {
        var outcome = await files.ContentAsync(http.Caller().Actor, id, http.RequestAborted);
        if (outcome.Refusal is { } no) return Problems.From(no, no.Code == "R-NO-FILE-OUT" ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity);
        var ending = outcome.Value.Kind == DisbursementFileKind.Warrant ? "csv" : "ach";
        return Results.Bytes(outcome.Value.Bytes, "application/octet-stream", $"{outcome.Value.Identity}.{ending}");
    }

    private static async Task<IResult> PaymentsAsync(HttpContext http, long id, FilesOut files, ListReads reads)
    {
        var rows = new List<PaymentRow>();
        for (var page = 1; ; page++)
        {
            var outcome = await files.ReadAsync(http.Caller().Actor, id, new(page, Paging.Most), http.RequestAborted);
            if (outcome.Refusal is not null) return Results.NotFound();
            rows.AddRange(outcome.Value.Payments.Items);
            if (page >= outcome.Value.Payments.Pages) break;
        }

        await reads.ExportedAsync(http.Caller().Actor, "payments of a file", rows.Count, http.RequestAborted);
        return Csv.Download(FileTables.Payments(false), rows, string.Create(CultureInfo.InvariantCulture, $"payments-{id}"));
    }

    private static async Task<IResult> EntriesAsync(HttpContext http, long id, FilesIn files, ListReads reads)
    {
        InboundItemStatus? status = Enum.TryParse<InboundItemStatus>(http.Request.Query["status"], true, out var wanted) && Enum.IsDefined(wanted) ? wanted : null;
        var rows = new List<FileItemRow>();
        for (var page = 1; ; page++)
        {
            var outcome = await files.ReadAsync(http.Caller().Actor, id, status, new(page, Paging.Most), http.RequestAborted);
            if (outcome.Refusal is not null) return Results.NotFound();
            rows.AddRange(outcome.Value.Items.Items);
            if (page >= outcome.Value.Items.Pages) break;
        }

        await reads.ExportedAsync(http.Caller().Actor, "entries of a file", rows.Count, http.RequestAborted);
        return Csv.Download(FileTables.Entries(false), rows, string.Create(CultureInfo.InvariantCulture, $"entries-{id}"));
    }
}
