using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace Alimenta.Web.Components.Tables;

/// <summary>The columns of a list, said once: the page draws them, the spreadsheet gets them, and only their sort keys are taken from an address.</summary>
/// <example><code>
/// static readonly TableOf&lt;Part&gt; Parts = new TableOf&lt;Part&gt;()
///     .Text("Part", p => p.Name, head: true)
///     .Money("Amount", p => p.Amount, why: p => p.Reason);
/// </code></example>
/// <typeparam name="T">What a row is.</typeparam>
public sealed class TableOf<T>
{
    private readonly ImmutableList<Column<T>> _columns;

    /// <summary>A table without columns.</summary>
    public TableOf() => _columns = [];

    private TableOf(ImmutableList<Column<T>> columns) => _columns = columns;

    /// <summary>The columns in order.</summary>
    public IReadOnlyList<Column<T>> Columns => _columns;

    /// <summary>The keys by which the list may be sorted.</summary>
    public IEnumerable<string> SortKeys => _columns.Select(c => c.Sort).Where(s => s.Length > 0);

    /// <summary>Adds a column of words; a spreadsheet gets the same unless told otherwise, as where there is a date among them.</summary>
    public TableOf<T> Text(string title, Func<T, string> value, string sort = "", bool head = false, Func<T, string>? href = null, Func<T, Tone>? tone = null, RenderFragment<T>? template = null, Func<T, string>? csv = null) =>
        Add(new() { Title = title, Kind = CellKind.Text, Text = value, Csv = csv ?? value, Sort = sort, IsHead = head, Href = href, Tone = tone, Template = template });

    /// <summary>Adds a column of numbers by which people call something, such as that of a case: never broken over two lines.</summary>
    public TableOf<T> Key(string title, Func<T, string> value, string sort = "", bool head = false, Func<T, string>? href = null) =>
        Add(new() { Title = title, Kind = CellKind.Key, Text = value, Csv = value, Sort = sort, IsHead = head, Href = href });

    /// <summary>Adds a column of dates; a missing one shows as a dash, or in words such as "goes on".</summary>
    public TableOf<T> Date(string title, Func<T, DateOnly?> value, string sort = "", Func<T, Tone>? tone = null, string none = "–") =>
        Add(new() { Title = title, Kind = CellKind.Date, Text = r => value(r) is { } d ? Words.Date(d) : none, Csv = r => value(r) is { } d ? Words.Iso(d) : "", Sort = sort, Tone = tone });

    /// <summary>Adds a column of amounts; a missing one is an empty cell.</summary>
    public TableOf<T> Money(string title, Func<T, Money?> value, string sort = "", Func<T, Reason?>? why = null, Func<T, string>? href = null) =>
        Add(new() { Title = title, Kind = CellKind.Money, Text = r => value(r)?.ToString() ?? "", Csv = r => value(r) is { } m ? Tables.Csv.Amount(m) : "", Sort = sort, Why = why, Href = href });

    /// <summary>Adds a column of whole numbers.</summary>
    public TableOf<T> Count(string title, Func<T, long> value, string sort = "", Func<T, string>? href = null) =>
        Add(new() { Title = title, Kind = CellKind.Count, Text = r => Words.Count(value(r)), Csv = r => value(r).ToString(CultureInfo.InvariantCulture), Sort = sort, Href = href });

    /// <summary>Adds columns only where a list wants them.</summary>
    public TableOf<T> When(bool wanted, Func<TableOf<T>, TableOf<T>> columns) => wanted ? columns(this) : this;

    /// <summary>Adds any column.</summary>
    public TableOf<T> Add(Column<T> column) => new(_columns.Add(column));
}
