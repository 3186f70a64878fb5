namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>The brackets of the schedule: which rows it has when it is whole (convention G5).</summary>
internal sealed class ScheduleBrackets
{
    /// <summary>The parameter.</summary>
    public const string Id = "ia/guidelines/areas/brackets";

    private readonly IReadOnlyList<IReadOnlyList<LawCell>> _steps;

    private ScheduleBrackets(IReadOnlyList<IReadOnlyList<LawCell>> steps) => _steps = steps;

    public static ScheduleBrackets Of(LawTable table) => new(table.Rows);

    /// <summary>The greatest bound.</summary>
    public Money Top => _steps[^1][0].Money;

    /// <summary>The bound of the row for an income: the first at or above it; the top for all above.</summary>
    public Money BoundOf(Money income)
    {
        var begins = 0L;
        foreach (var step in _steps)
        {
            var (ends, width) = (step[0].Number, step[1].Number);
            if (income.Cents <= ends)
            {
                var brackets = (income.Cents - begins + width - 1) / width;
                return new(begins + Math.Max(brackets, 1) * width);
            }

            begins = ends;
        }

        return Top;
    }

    /// <summary>The bound after one.</summary>
    public Money After(Money bound)
    {
        foreach (var step in _steps)
            if (bound.Cents < step[0].Number) return bound + step[1].Money;
        return new(bound.Cents + _steps[^1][1].Number);
    }
}
