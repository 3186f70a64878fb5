using Microsoft.AspNetCore.Components;

namespace Alimenta.Web.Components.Tables;

/// <summary>What a column holds; it settles alignment and how a spreadsheet gets it.</summary>
public enum CellKind
{
    /// <summary>Words.</summary>
    Text,

    /// <summary>An amount of money, right-aligned.</summary>
    Money,

    /// <summary>A whole number, right-aligned.</summary>
    Count,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A number by which people call something: never broken over two lines.</summary>
    Key,
}

/// <summary>One column of a table: its heading, what a cell shows and what a spreadsheet gets.</summary>
/// <typeparam name="T">What a row is.</typeparam>
public sealed record Column<T>
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>What the column holds.</summary>
    public required CellKind Kind { get; init; }

    /// <summary>The cell as people read it.</summary>
    public required Func<T, string> Text { get; init; }

    /// <summary>The cell as a spreadsheet takes it.</summary>
    public required Func<T, string> Csv { get; init; }

    /// <summary>The key by which a list is sorted, or empty when it cannot be.</summary>
    public string Sort { get; init; } = "";

    /// <summary>Whether the cell names its row (read out with each other cell).</summary>
    public bool IsHead { get; init; }

    /// <summary>Where the cell leads, or empty.</summary>
    public Func<T, string>? Href { get; init; }

    /// <summary>Why the figure is what it is; opens under the row.</summary>
    public Func<T, Reason?>? Why { get; init; }

    /// <summary>How the cell looks.</summary>
    public Func<T, Tone>? Tone { get; init; }

    /// <summary>A cell that is more than one text; then <see cref="Text"/> serves only readers of plain text.</summary>
    public RenderFragment<T>? Template { get; init; }

    internal string Css => Kind switch { CellKind.Money or CellKind.Count => "n", CellKind.Date => "day", CellKind.Key => "key", _ => "" };

    internal bool IsNumeric => Kind is CellKind.Money or CellKind.Count;
}
