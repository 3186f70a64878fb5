using System.Globalization;
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
    private const int Default = 50, Most = 500;

    /// <summary>Reads limit and after from the address.</summary>
    public static ValueTask<ListingQuery> BindAsync(HttpContext http) => new(new ListingQuery(
        int.TryParse(http.Request.Query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= Most ? limit : Default,
        http.Request.Query["after"].ToString()));

    /// <summary>The part of a list that was read with one item more than the limit, so that it is known whether there are others.</summary>
    /// <param name="http">The request.</param>
    /// <param name="rows">At most limit + 1 rows, in order.</param>
    /// <param name="mark">The mark of a row.</param>
    public Listing<T> Of<T>(HttpContext http, IReadOnlyList<T> rows, Func<T, string> mark)
    {
        if (rows.Count <= Limit) return new(rows, null);
        var kept = http.Request.Query.Where(q => q.Key != "after").Select(q => KeyValuePair.Create(q.Key, (string?)q.Value.ToString()));
        return new([.. rows.Take(Limit)], QueryHelpers.AddQueryString(http.Request.Path, kept.Append(new("after", mark(rows[Limit - 1])))));
    }
}
