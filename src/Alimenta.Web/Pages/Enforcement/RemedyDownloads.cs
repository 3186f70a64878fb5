using Alimenta.Office.Access;
using Alimenta.Office.Reading;
using Alimenta.Web.Access;

namespace Alimenta.Web.Pages.Enforcement;

/// <summary>The list of who is selected as a spreadsheet, recorded before it is given.</summary>
internal static class RemedyDownloads
{
    public static void MapRemedyDownloads(this IEndpointRouteBuilder endpoints) => endpoints.MapGet("/enforcement.csv", ListAsync).RequireAuthorization(Permissions.CaseRead).ExcludeFromDescription();

    private static async Task<IResult> ListAsync(HttpContext http, SelectionLists lists, BusinessDates dates, ListReads reads)
    {
        if (await dates.FindAsync(http.RequestAborted) is null) return Results.NotFound();
        var query = RemedyQuery.Read(http.Request);
        var filter = RemedyQuery.Of(query);
        return await ListDownload.WriteAsync(http, reads, "selection", filter.Ended ? RemedyTables.Ended : RemedyTables.Standing,
            async paging => (await lists.ReadAsync(http.Caller().Actor, filter, paging, http.RequestAborted, new(query.Sort, query.Down))).Page);
    }
}
