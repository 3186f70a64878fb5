using Alimenta.Office.Access;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Pages.Financial;

/// <summary>The lists of money on its way as spreadsheets. Each is recorded before it is given.</summary>
internal static class MoneyDownloads
{
    public static void MapMoneyDownloads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/money/due.csv", DueAsync).RequireAuthorization(Permissions.MoneyRead).ExcludeFromDescription();
        endpoints.MapGet("/money/holds.csv", HoldsAsync).RequireAuthorization(Permissions.MoneyRead).ExcludeFromDescription();
        endpoints.MapGet("/money/unidentified.csv", UnidentifiedAsync).RequireAuthorization(Permissions.MoneyRead).ExcludeFromDescription();
        endpoints.MapGet("/money/batches.csv", BatchesAsync).RequireAuthorization(Permissions.ReceiptPost).ExcludeFromDescription();
        endpoints.MapGet("/money/batches/{id:long}/items.csv", ItemsAsync).RequireAuthorization(Permissions.ReceiptPost).ExcludeFromDescription();
        endpoints.MapGet("/money/recoveries.csv", RecoveriesAsync).RequireAuthorization(Permissions.MoneyRead).ExcludeFromDescription();
    }

    private static async Task<IResult> DueAsync(HttpContext http, DueLists lists, BusinessDates dates, ListReads reads)
    {
        if (await dates.FindAsync(http.RequestAborted) is not { } today) return Results.NotFound();
        var query = DuePage.ReadQuery(http.Request);
        var show = query.Filter("show");
        return await ListDownload.WriteAsync(http, reads, "due", MoneyTables.Due(today, false, new Dictionary<long, Explanation>()),
            async paging => (await lists.ReadAsync(show == "all" ? today.AddYears(1) : null, show == "late", paging, http.RequestAborted, new(query.Sort, query.Down))).Rows);
    }

    private static async Task<IResult> HoldsAsync(HttpContext http, HoldLists lists, BusinessDates dates, ListReads reads)
    {
        if (await dates.FindAsync(http.RequestAborted) is not { } today) return Results.NotFound();
        var query = HoldQuery.Read(http.Request);
        return await ListDownload.WriteAsync(http, reads, "holds", MoneyTables.Holds(today, false, new Dictionary<long, Explanation>()), async paging => (await lists.ReadAsync(HoldQuery.Of(query), paging, http.RequestAborted, new(query.Sort, query.Down))).Page);
    }

    private static Task<IResult> RecoveriesAsync(HttpContext http, RecoveryLists lists, ListReads reads)
    {
        var query = RecoveryListPage.ReadQuery(http.Request);
        return ListDownload.WriteAsync(http, reads, "recoveries", MoneyTables.Recoveries(false), async paging => (await lists.ReadAsync(RecoveryListPage.StatusIn(query), paging, http.RequestAborted, new(query.Sort, query.Down))).Page);
    }

    private static async Task<IResult> UnidentifiedAsync(HttpContext http, UnidentifiedQueue queue, BusinessDates dates, ListReads reads)
    {
        if (await dates.FindAsync(http.RequestAborted) is null) return Results.NotFound();
        var query = UnidentifiedPage.ReadQuery(http.Request);
        return await ListDownload.WriteAsync(http, reads, "unidentified", MoneyTables.Unidentified, paging => queue.ReadAsync(http.Caller().Actor, paging, http.RequestAborted, new(query.Sort, query.Down)));
    }

    private static Task<IResult> BatchesAsync(HttpContext http, KeyedBatches batches, ListReads reads) =>
        ListDownload.WriteAsync(http, reads, "batches", BatchListPage.Table, paging => batches.ListAsync(null, paging, http.RequestAborted));

    private static async Task<IResult> ItemsAsync(HttpContext http, long id, KeyedBatches batches, ListReads reads)
    {
        var outcome = await batches.ReadAsync(http.Caller().Actor, id, http.RequestAborted);
        if (outcome.Refusal is { } refusal) return Results.StatusCode(Components.RefusalView.StatusOf(refusal));
        var items = outcome.Value.Items;
        return await ListDownload.WriteAsync(http, reads, "batch-items", BatchItems.Columns, paging => Task.FromResult(paging.Of(items, items.Count)));
    }
}
