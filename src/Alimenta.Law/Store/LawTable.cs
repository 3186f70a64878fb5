namespace Alimenta.Law;

/// <summary>Rows under named columns.</summary>
/// <param name="columns">The columns and their units, in order.</param>
/// <param name="rows">The rows; each has a cell for each column.</param>
public sealed class LawTable(IReadOnlyList<(string Name, LawUnit Unit)> columns, IReadOnlyList<IReadOnlyList<LawCell>> rows)
{
    /// <summary>The columns and their units, in order.</summary>
    public IReadOnlyList<(string Name, LawUnit Unit)> Columns { get; } = columns;

    /// <summary>The cells, row by row.</summary>
    public IReadOnlyList<IReadOnlyList<LawCell>> Rows { get; } = rows;

    /// <summary>The place of a column.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int Column(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == name) return i;
        throw new ArgumentException($"The table has no column {name}.", nameof(name));
    }

    /// <summary>The row with the greatest bound at or below a number, when <paramref name="column"/> holds lower bounds; null below the lowest.</summary>
    public IReadOnlyList<LawCell>? AtOrBelow(string column, long number)
    {
        var at = Column(column);
        IReadOnlyList<LawCell>? best = null;
        foreach (var row in Rows)
            if (row[at].Number <= number && (best is null || row[at].Number > best[at].Number)) best = row;
        return best;
    }
}

/// <summary>A cell of a table.</summary>
/// <param name="Number">A whole number; a day as its number; 1 for yes.</param>
/// <param name="Word">A word.</param>
public readonly record struct LawCell(long Number, string Word)
{
    /// <summary>The cell as money, when its column is in cents.</summary>
    public Money Money => new(Number);
}
