namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>What a schedule must be to be used: every row of its brackets once and in order, no amount that falls with income or with children.</summary>
internal static class ScheduleChecks
{
    private const string Lowest = "Compare the row with the official print.";

    public static void Check(string file, IReadOnlyList<(int Line, Money[] Cells)> rows, ScheduleBrackets brackets, List<LawFault> faults)
    {
        var expected = brackets.After(Money.Zero);
        Money[]? before = null;
        foreach (var (line, cells) in rows)
        {
            var bound = cells[0];
            if (before is not null && bound <= before[0])
                faults.Add(new(file, line, 1, $"The row for incomes up to {bound} stands after that for {before[0]}.", "Order the rows by income, each once."));
            else if (bound > brackets.Top || brackets.BoundOf(bound) != bound)
                faults.Add(new(file, line, 1, $"{bound} is no bound of the schedule.", $"Its rows end on whole brackets up to {brackets.Top}."));
            else
            {
                if (bound > expected) faults.Add(Gap(file, line, expected, bound, brackets));
                expected = brackets.After(bound);
            }

            Amounts(file, line, cells, before, faults);
            before = cells;
        }

        var last = rows[^1];
        if (expected <= brackets.Top && last.Cells[0] < brackets.Top)
            faults.Add(new(file, last.Line, 1, $"The schedule ends at {last.Cells[0]} instead of {brackets.Top}.", "Write all rows."));
    }

    private static LawFault Gap(string file, int line, Money from, Money next, ScheduleBrackets brackets)
    {
        var (count, last) = (0, from);
        for (var bound = from; bound < next; bound = brackets.After(bound)) (count, last) = (count + 1, bound);
        return new(file, line, 1, count == 1 ? $"The row for incomes up to {from} is missing before this one." : $"{count} rows are missing before this one: incomes up to {from} to {last}.", "Add them; no row may be left out or made up.");
    }

    private static void Amounts(string file, int line, Money[] cells, Money[]? before, List<LawFault> faults)
    {
        for (var i = 1; i < cells.Length; i++)
        {
            if (!cells[i].IsPositive) faults.Add(new(file, line, 1, $"The amount in column {i + 1} is nothing.", Lowest));
            if (before is not null && cells[i] < before[i]) faults.Add(new(file, line, 1, $"The amount in column {i + 1} falls from {before[i]} to {cells[i]} while income rises.", Lowest));
            if (i > 1 && cells[i] < cells[i - 1]) faults.Add(new(file, line, 1, $"For more children the amount falls from {cells[i - 1]} to {cells[i]}.", Lowest));
        }
    }
}
