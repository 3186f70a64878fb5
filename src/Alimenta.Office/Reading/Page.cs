namespace Alimenta.Office.Reading;

/// <summary>A part of a long list.</summary>
/// <param name="Items">The items of the page.</param>
/// <param name="Total">How many there are in all; in lists that grow with the caseload counted up to one more than <see cref="Paging.MostCounted"/>.</param>
/// <param name="Number">The page, from 1.</param>
/// <param name="Size">Items a page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long Total, int Number, int Size)
{
    /// <summary>How many pages there are; at least one.</summary>
    public int Pages => (int)Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Number">The page, from 1.</param>
/// <param name="Size">Items a page.</param>
public readonly record struct Paging(int Number = 1, int Size = Paging.Usual)
{
    /// <summary>Items a page unless asked otherwise.</summary>
    public const int Usual = 50;

    /// <summary>The most items a page.</summary>
    public const int Most = 1_000;

    /// <summary>A long list is counted so far; what lies beyond is "more than". To count it all would take longer than to show it.</summary>
    public const int MostCounted = 20_000;

    /// <summary>Where no index helps, a list looks through so many rows and says so; it does not read the caseload.</summary>
    public const int MostLookedThrough = 10_000;

    /// <summary>A question how many rows there are, counted up to one more than <see cref="MostCounted"/>.</summary>
    /// <param name="rows">From where, and which.</param>
    internal static string Counted(string rows) => $"select count(*) from (select 1 {rows} limit {MostCounted + 1}) as counted";

    /// <summary>Items a page within bounds.</summary>
    public int Take => Math.Clamp(Size == 0 ? Usual : Size, 1, Most);

    /// <summary>Items before the page.</summary>
    public int Skip => checked((Page - 1) * Take);

    /// <summary>The page within bounds.</summary>
    public int Page => Math.Clamp(Number, 1, int.MaxValue / Most);

    /// <summary>The page of some items out of a total.</summary>
    public Page<T> Of<T>(IReadOnlyList<T> items, long total) => new(items, total, Page, Take);
}
