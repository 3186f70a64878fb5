using Alimenta.Office.Access;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Pages.Oversight;

/// <summary>The lists of oversight as spreadsheets. Each is recorded before it is given.</summary>
internal static class OversightDownloads
{
    private const int MostEvents = 20_000;

    public static void MapOversightDownloads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/oversight/runs.csv", RunsAsync).RequireAuthorization(Permissions.BatchRead).ExcludeFromDescription();
        endpoints.MapGet("/oversight/audit.csv", AuditAsync).RequireAuthorization(Permissions.AuditRead).ExcludeFromDescription();
    }

    private static Task<IResult> RunsAsync(HttpContext http, BatchLists lists, ListReads reads) =>
        ListDownload.WriteAsync(http, reads, "runs", RunListPage.Table, paging => lists.ListAsync("", RunListPage.StatusIn(ListQuery.Read(http.Request, [], "", false, "status")), paging, http.RequestAborted));

    private static async Task<IResult> AuditAsync(HttpContext http, AuditLogs logs, ListReads reads)
    {
        var filter = AuditQuery.Filter(AuditQuery.Read(http.Request)) with { Before = null };
        var rows = new List<AuditRow>();
        AuditPage page;
        do
        {
            page = await logs.ReadAsync(http.Caller().Actor, filter, Paging.Most, http.RequestAborted);
            rows.AddRange(page.Rows);
            filter = filter with { Before = page.Next };
        }
        while (page.Next is not null && rows.Count < MostEvents);
        await reads.ExportedAsync(http.Caller().Actor, "audit log", rows.Count, http.RequestAborted);
        return Csv.Download(AuditLogPage.Table, rows, page.Next is null ? "audit-log" : $"audit-log-latest-{rows.Count}");
    }
}
