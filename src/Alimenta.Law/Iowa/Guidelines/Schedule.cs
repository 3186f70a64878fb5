using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>Look-ups in the schedule of basic support obligations (rule 9.26) of one calculation.</summary>
/// <remarks>An agency's own schedule (agency/policy/guidelines/ia-schedule) goes before the one that comes with the product. Rows that are
/// missing are never filled in; each look-up outside the rows is kept, so that the refusal names them all.</remarks>
internal sealed class Schedule
{
    /// <summary>The parameter that comes with the product.</summary>
    public const string BuiltIn = "ia/guidelines/schedule";

    /// <summary>The agency's, as rules ask for it.</summary>
    public const string Agency = "policy/guidelines/ia-schedule";

    private readonly IReadOnlyList<IReadOnlyList<LawCell>> _rows;
    private readonly ScheduleBrackets _brackets;
    private readonly List<Money> _missing = [];

    public Schedule(GuidelineLaw law)
    {
        _rows = law.Table(law.Covers(Agency) ? Agency : BuiltIn).Rows;
        _brackets = ScheduleBrackets.Of(law.Table(ScheduleBrackets.Id));
    }

    /// <summary>The greatest income that the schedule speaks of.</summary>
    public Money Top => _brackets.Top;

    /// <summary>The basic obligation; above the top the amount of the top row. Nothing when the row is missing.</summary>
    public Money Of(Money income, int children)
    {
        var bound = _brackets.BoundOf(income);
        var (low, high) = (0, _rows.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = _rows[middle][0].Number;
            if (at == bound.Cents) return _rows[middle][Math.Min(children, _rows[middle].Count - 1)].Money;
            if (at < bound.Cents) low = middle + 1;
            else high = middle - 1;
        }

        if (!_missing.Contains(bound)) _missing.Add(bound);
        return Money.Zero;
    }

    /// <summary>The refusal that names every row that was asked for and is missing; null when none was.</summary>
    public Refusal? Missing()
    {
        if (_missing.Count == 0) return null;
        var rows = string.Join(" and ", _missing.Order().Select(bound => $"of incomes up to {bound}"));
        var gaps = string.Join("; ", _missing.Order().Select(Gap).Distinct());
        return new("L-IA-SCHEDULE-ROW",
            $"The schedule at hand is not whole: the {(_missing.Count == 1 ? "row" : "rows")} {rows} {(_missing.Count == 1 ? "is" : "are")} missing. Missing there: {gaps}. No amount is made up for a missing row.",
            "Write the whole official schedule as a file with the columns income_up_to, one, two, three, four, five and load it: alimenta law import-schedule FILE (docs/law/iowa-schedule.md).",
            "Iowa Ct. R. 9.26");
    }

    /// <summary>The missing rows around a bound: how many, between which two that are there.</summary>
    private string Gap(Money bound)
    {
        var below = Money.Zero;
        var above = _brackets.Top;
        foreach (var row in _rows)
        {
            if (row[0].Money < bound) below = row[0].Money;
            else
            {
                above = row[0].Money;
                break;
            }
        }

        List<Money> missing = [];
        for (var next = _brackets.After(below); next < above; next = _brackets.After(next)) missing.Add(next);
        return missing.Count == 1 ? missing[0].ToString() : missing.Count == 0 ? bound.ToString() : $"{missing[0]} to {missing[^1]} ({missing.Count} rows)";
    }
}
