namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>The scale of basic support obligations in the appendix to OAR 137-050-0725.</summary>
/// <param name="table">Rows by the least combined adjusted income, the lowest first; then one column for each number of children.</param>
public sealed class ObligationScale(LawTable table)
{
    private const int FirstAmount = 1;

    /// <summary>The most children for whom the scale has a column; more are as this many.</summary>
    public int MostChildren => table.Columns.Count - FirstAmount;

    /// <summary>The obligation of the row whose bound is the highest at or below the income; above the last row, that of the last row.</summary>
    /// <param name="income">Adjusted income of a month; below nothing counts as nothing.</param>
    /// <param name="children">How many children, at least one.</param>
    public Money Of(Money income, int children)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(children, 1);
        var (low, high) = (0, table.Rows.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (table.Rows[middle][0].Number <= income.Cents) low = middle;
            else high = middle - 1;
        }

        return table.Rows[low][FirstAmount + Math.Min(children, MostChildren) - 1].Money;
    }
}
