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
        endpoints.MapGet("/money/recoveries.csv", RecoveriesAsync).RequireAuthorization(Permissions.MoneyRead).ExcludeFromDescription();
    }

    private static async Task<IResult> DueAsync(HttpContext http, DueLists lists, BusinessDates dates, ListReads reads)
    {
        if (await dates.FindAsync(http.RequestAborted) is not { } today) return Results.NotFound();
        var show = http.Request.Query["show"].ToString();
        return await WriteAsync(http, reads, "due", MoneyTables.Due(today, false, new Dictionary<long, Explanation>()),
            async paging => (await lists.ReadAsync(show == "all" ? today.AddYears(1) : null, show == "late", paging, http.RequestAborted)).Rows);
    }

    private static async Task<IResult> HoldsAsync(HttpContext http, HoldLists lists, BusinessDates dates, ListReads reads)
    {
        if (await dates.FindAsync(http.RequestAborted) is not { } today) return Results.NotFound();
        var query = ListQuery.Read(http.Request, [], "", false, "reason", "owner", "age", "status");
        return await WriteAsync(http, reads, "holds", MoneyTables.Holds(today, false), async paging => (await lists.ReadAsync(HoldQuery.Of(query), paging, http.RequestAborted)).Page);
    }

    private static Task<IResult> RecoveriesAsync(HttpContext http, RecoveryLists lists, ListReads reads) =>
        WriteAsync(http, reads, "recoveries", MoneyTables.Recoveries(false), async paging => (await lists.ReadAsync(null, paging, http.RequestAborted)).Page);

    private static async Task<IResult> WriteAsync<T>(HttpContext http, ListReads reads, string name, TableOf<T> table, Func<Paging, Task<Page<T>>> read)
    {
        var rows = new List<T>();
        for (var number = 1; ; number++)
        {
            var page = await read(new(number, Paging.Most));
            rows.AddRange(page.Items);
            if (number >= page.Pages) break;
        }

        await reads.ExportedAsync(http.Caller().Actor, name, rows.Count, http.RequestAborted);
        return Csv.Download(table, rows, name);
    }
}
