using Alimenta.Office.Reading;
using Alimenta.Web.Access;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Pages;

/// <summary>A list as a spreadsheet, all its pages, recorded before it is given.</summary>
internal static class ListDownload
{
    // A spreadsheet is for looking at a list, not for carrying the caseload away.
    internal const int MostRows = Paging.MostCounted;

    /// <summary>Reads page after page, and gives them as one file. Its name says when there would have been more.</summary>
    public static async Task<IResult> WriteAsync<T>(HttpContext http, ListReads reads, string name, TableOf<T> table, Func<Paging, Task<Page<T>>> read)
    {
        var rows = new List<T>();
        for (var number = 1; ; number++)
        {
            var page = await read(new(number, Paging.Most));
            rows.AddRange(page.Items);
            if (rows.Count < page.Total && page.Items.Count > 0 && rows.Count < MostRows) continue;
            await reads.ExportedAsync(http.Caller().Actor, name, rows.Count, http.RequestAborted);
            return Csv.Download(table, rows, rows.Count < page.Total ? $"{name}-first-{rows.Count}" : name);
        }
    }
}
