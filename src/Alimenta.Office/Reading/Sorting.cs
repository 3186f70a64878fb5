namespace Alimenta.Office.Reading;

/// <summary>In which order a list is wanted: by the key of a column, turned round or not. An unknown key gives the list's own order.</summary>
public readonly record struct Sorting(string Key = "", bool Down = false)
{
    /// <summary>The order as SQL; only columns that the list names are taken from an address.</summary>
    /// <param name="columns">What each key sorts by.</param>
    /// <param name="own">The list's own order.</param>
    /// <param name="last">What settles rows that are equal, so that pages do not overlap.</param>
    internal string Sql(IReadOnlyDictionary<string, string> columns, string own, string last) =>
        columns.TryGetValue(Key ?? "", out var column) ? $"order by {column}{(Down ? " desc" : "")}, {last}" : $"order by {own}";
}
