using Alimenta.Office.Access;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;
using Alimenta.Web.Components.Tables;
using Alimenta.Web.Pages.Receipts;

namespace Alimenta.Web.Pages.Cases;

/// <summary>The lists of cases and receipts as spreadsheets, with the filters of the page that they were asked from.</summary>
internal static class CaseExports
{
    public static void MapExports(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/cases.csv", CasesAsync).RequireAuthorization(Permissions.CaseRead).ExcludeFromDescription();
        endpoints.MapGet("/cases/{Number}/ledger.csv", LedgerAsync).RequireAuthorization(Permissions.CaseRead).ExcludeFromDescription();
        endpoints.MapGet("/cases/{Number}/receipts.csv", CaseReceiptsAsync).RequireAuthorization(Permissions.CaseRead).ExcludeFromDescription();
        endpoints.MapGet("/cases/{Number}/interest.csv", InterestAsync).RequireAuthorization(Permissions.CaseRead).ExcludeFromDescription();
        endpoints.MapGet("/receipts.csv", ReceiptsAsync).RequireAuthorization(Permissions.MoneyRead).ExcludeFromDescription();
    }

    private static async Task<IResult> CasesAsync(HttpContext http, CaseLists lists, ListReads reads)
    {
        var query = CaseTables.Query(http.Request);
        var cut = false;
        var (rows, more) = await AllAsync(async page =>
        {
            var list = await lists.ReadAsync(http.Caller().Actor, CaseTables.Filter(query, http.Caller().Actor), query.Sort, query.Down, page, http.RequestAborted);
            cut = list.Cut;
            return list.Page;
        });
        return await DownloadAsync(http, reads, CaseTables.Cases(query), (rows, more || cut), "cases");
    }

    private static async Task<IResult> LedgerAsync(HttpContext http, string number, CaseLedgers ledgers, ListReads reads)
    {
        var filter = LedgerQuery.Filter(LedgerQuery.Read(http.Request));
        var first = await ledgers.ReadAsync(http.Caller().Actor, number, filter, new(1, Paging.Most), http.RequestAborted);
        if (first.Refusal is { } refusal) return Results.StatusCode(Components.RefusalView.StatusOf(refusal));
        var rows = await AllAsync(async page => page.Page == 1 ? first.Value.Page : (await ledgers.ReadAsync(http.Caller().Actor, number, filter, page, http.RequestAborted)).Value.Page);
        return await DownloadAsync(http, reads, LedgerQuery.Columns(false, null), rows, $"ledger-{first.Value.Number}");
    }

    private static async Task<IResult> CaseReceiptsAsync(HttpContext http, string number, CaseReceipts receipts, ListReads reads)
    {
        var first = await receipts.ReadAsync(http.Caller().Actor, number, new(1, Paging.Most), http.RequestAborted);
        if (first.Refusal is { } refusal) return Results.StatusCode(Components.RefusalView.StatusOf(refusal));
        var rows = await AllAsync(async page => page.Page == 1 ? first.Value : (await receipts.ReadAsync(http.Caller().Actor, number, page, http.RequestAborted)).Value);
        return await DownloadAsync(http, reads, CaseTables.Receipts(false), rows, "payments");
    }

    private static async Task<IResult> InterestAsync(HttpContext http, string number, CaseInterests interests, ListReads reads)
    {
        var read = await interests.ReadAsync(http.Caller().Actor, number, http.RequestAborted);
        if (read.Refusal is { } refusal) return Results.StatusCode(Components.RefusalView.StatusOf(refusal));
        return await DownloadAsync(http, reads, InterestTables.Parts(), (read.Value.Count?.Parts ?? [], false), $"interest-{read.Value.Case}");
    }

    private static async Task<IResult> ReceiptsAsync(HttpContext http, ReceiptLists lists, ListReads reads)
    {
        var query = ReceiptTables.Query(http.Request);
        var cut = false;
        var (rows, more) = await AllAsync(async page =>
        {
            var list = await lists.ReadAsync(http.Caller().Actor, ReceiptTables.Filter(query), page, http.RequestAborted, new(query.Sort, query.Down));
            cut = list.Cut;
            return list.Page;
        });
        return await DownloadAsync(http, reads, ReceiptTables.List, (rows, more || cut), "receipts");
    }

    // The name says when there would have been more.
    private static async Task<IResult> DownloadAsync<T>(HttpContext http, ListReads reads, TableOf<T> table, (IReadOnlyList<T> Rows, bool More) list, string name)
    {
        await reads.ExportedAsync(http.Caller().Actor, name, list.Rows.Count, http.RequestAborted);
        return Csv.Download(table, list.Rows, list.More ? $"{name}-first-{list.Rows.Count}" : name);
    }

    private static async Task<(IReadOnlyList<T> Rows, bool More)> AllAsync<T>(Func<Paging, Task<Page<T>>> read)
    {
        var rows = new List<T>();
        for (var number = 1; ; number++)
        {
            var page = await read(new(number, Paging.Most));
            rows.AddRange(page.Items);
            if (rows.Count >= page.Total || page.Items.Count == 0 || rows.Count >= ListDownload.MostRows) return (rows, rows.Count < page.Total);
        }
    }
}
