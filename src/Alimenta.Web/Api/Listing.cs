using System.Globalization;
using Alimenta.Office.Reading;
using Microsoft.AspNetCore.WebUtilities;

namespace Alimenta.Web.Api;

/// <summary>A part of a list.</summary>
/// <param name="Items">The items.</param>
/// <param name="Next">The address of the next part; null at the end.</param>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Which part of a list is asked for: so many items after a mark. Stable while rows are added, unlike page numbers.</summary>
/// <param name="Limit">How many items: 1 to 500, by default 50.</param>
/// <param name="After">The mark that the part before gave; empty at the start.</param>
public sealed record ListingQuery(int Limit, string After)
{
    /// <summary>How many items unless asked otherwise.</summary>
    internal const int Usual = 50;

    /// <summary>The most items at once.</summary>
    internal const int Most = 500;

    /// <summary>Reads limit and after from the address.</summary>
    /// <exception cref="BadHttpRequestException">The limit is not one: nobody should take a short list for the whole.</exception>
    public static ValueTask<ListingQuery> BindAsync(HttpContext http) => new(new ListingQuery(Bound(http.Request.Query["limit"].ToString()), http.Request.Query["after"].ToString()));

    private static int Bound(string text) => text.Length == 0 ? Usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most ? limit : throw new BadHttpRequestException($"limit is not a number from 1 to {Most}.");

    /// <summary>The part of a list that was read with one item more than the limit, so that it is known whether there are others.</summary>
    /// <param name="http">The request.</param>
    /// <param name="rows">At most limit + 1 rows, in order.</param>
    /// <param name="mark">The mark of a row.</param>
    public Listing<T> Of<T>(HttpContext http, IReadOnlyList<T> rows, Func<T, string> mark)
    {
        if (rows.Count <= Limit) return new(rows, null);
        return new([.. rows.Take(Limit)], Next(http, mark(rows[Limit - 1])));
    }

    /// <summary>The page of a list that the office reads by pages. Rows that come in meanwhile may make a row come again, never be missed.</summary>
    public Paging Page => new(int.TryParse(After, NumberStyles.None, CultureInfo.InvariantCulture, out var read) && read < int.MaxValue ? read + 1 : 1, Limit);

    /// <summary>The part of a list that was read as a page; its mark is the number of the page. A list that was counted no further goes on while its pages are full.</summary>
    public Listing<T> Of<T>(HttpContext http, Page<T> page) => page.Items.Count < page.Size || (page.Total <= Paging.MostCounted && page.Number >= page.Pages) ? new(page.Items, null) : new(page.Items, Next(http, page.Number.ToString(CultureInfo.InvariantCulture)));

    private static string Next(HttpContext http, string mark)
    {
        var kept = http.Request.Query.Where(q => q.Key != "after").Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString()));
        return QueryHelpers.AddQueryString(http.Request.Path, kept.Append(new("after", mark)));
    }
}
