using System.Globalization;
using Alimenta.Office.Reading;
using Microsoft.AspNetCore.WebUtilities;

namespace Alimenta.Web.Components.Tables;

/// <summary>How a list is asked for in an address: which filters, sorted by what, which page. Only known keys are taken; anything else falls back.</summary>
/// <remarks>An address stays in histories and logs: a filter here is a status, a date or an opaque number, never a name or a Social Security number.</remarks>
public sealed record ListQuery
{
    /// <summary>Rows on a page.</summary>
    public const int DefaultSize = 50;

    private const int LargestSize = 500;

    /// <summary>The path of the page.</summary>
    public string Path { get; private init; } = "";

    /// <summary>The filters that were given, by name.</summary>
    public IReadOnlyDictionary<string, string> Filters { get; private init; } = new Dictionary<string, string>();

    /// <summary>The key to sort by.</summary>
    public string Sort { get; private init; } = "";

    /// <summary>Whether the largest comes first.</summary>
    public bool Down { get; private init; }

    /// <summary>The page, from 1.</summary>
    public int Page { get; private init; } = 1;

    /// <summary>Rows on a page.</summary>
    public int Size { get; private init; } = DefaultSize;

    /// <summary>How many rows come before this page.</summary>
    public int Skip => (Page - 1) * Size;

    /// <summary>Reads a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sortKeys">The keys by which the list can be sorted.</param>
    /// <param name="sort">The key when none, or an unknown one, was given.</param>
    /// <param name="down">Whether that key goes from the largest down.</param>
    /// <param name="filters">The names of the filters that the list takes.</param>
    public static ListQuery Read(HttpRequest request, IEnumerable<string> sortKeys, string sort, bool down = false, params IEnumerable<string> filters)
    {
        var query = request.Query;
        var asked = query["sort"].ToString();
        var known = sortKeys.Contains(asked, StringComparer.Ordinal);
        return new()
        {
            Path = request.PathBase + request.Path,
            Filters = filters.Select(f => (Name: f, Value: query[f].ToString().Trim())).Where(f => f.Value.Length > 0).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal),
            Sort = known ? asked : sort,
            Down = known ? query["dir"] == "down" : down,
            Page = Number(query["page"], 1, 100_000, 1),
            Size = Number(query["size"], 1, LargestSize, DefaultSize),
        };
    }

    /// <summary>Reads the page that is asked for; the last one where the list does not go so far.</summary>
    /// <param name="read">Reads a page of the list.</param>
    /// <param name="page">The page in what was read.</param>
    /// <returns>What was read, and how it was asked for in the end.</returns>
    public async Task<(TList List, ListQuery Query)> ReadAsync<TList, TItem>(Func<ListQuery, Task<TList>> read, Func<TList, Page<TItem>> page)
    {
        var list = await read(this);
        var found = page(list);
        if (found.Items.Count > 0 || found.Total == 0 || Page == 1) return (list, this);
        var last = this with { Page = (int)((Math.Min(found.Total, Paging.MostCounted) + Size - 1) / Size) };
        return (await read(last), last);
    }

    /// <summary>A filter that was given, or empty.</summary>
    public string Filter(string name) => Filters.GetValueOrDefault(name, "");

    /// <summary>The same list in its own order, for one that is too long to be sorted as was asked.</summary>
    /// <param name="own">The key of that order; empty where it has none.</param>
    public ListQuery Unsorted(string own = "") => this with { Sort = own, Down = false };

    /// <summary>The address of another page of the same list.</summary>
    public string ToPage(int page) => Link(Sort, Down, page);

    /// <summary>The address of the list sorted by a key; again by the same key turns it round.</summary>
    public string SortedBy(string key) => Link(key, key == Sort && !Down, 1);

    /// <summary>The address of the list with one filter set, or taken away when the value is empty.</summary>
    public string With(string filter, string value) =>
        (this with { Filters = Filters.Where(f => f.Key != filter).Concat(value.Length > 0 ? [new(filter, value)] : []).ToDictionary(f => f.Key, f => f.Value) }).Link(Sort, Down, 1);

    /// <summary>The same list at another path, such as that of its spreadsheet.</summary>
    public string At(string path) => (this with { Path = path }).Link(Sort, Down, 1);

    private string Link(string sort, bool down, int page)
    {
        var parts = Filters.Select(f => KeyValuePair.Create(f.Key, (string?)f.Value)).ToList();
        if (sort.Length > 0)
        {
            parts.Add(new("sort", sort));
            if (down) parts.Add(new("dir", "down"));
        }

        if (page > 1) parts.Add(new("page", page.ToString(CultureInfo.InvariantCulture)));
        if (Size != DefaultSize) parts.Add(new("size", Size.ToString(CultureInfo.InvariantCulture)));
        return QueryHelpers.AddQueryString(Path, parts);
    }

    private static int Number(string? text, int least, int most, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : otherwise;
}
