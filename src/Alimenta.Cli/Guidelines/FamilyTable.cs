using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Cli.Guidelines;

/// <summary>A table of families: a heading with the paths of their facts, a row for each. Two columns are no facts: family, which is passed on, and as_of, the law date of the row.</summary>
internal sealed class FamilyTable
{
    /// <summary>How the headings of results begin.</summary>
    public const string Result = "result.";

    private const string Family = "family";
    private const string AsOf = "as_of";
    private const string Error = "error";

    private readonly Type _facts;
    private readonly List<string> _headings;
    private readonly IReadOnlyList<FactColumn?> _columns;

    private FamilyTable(Type facts, List<string> headings, IReadOnlyList<FactColumn?> columns) => (_facts, _headings, _columns) = (facts, headings, columns);

    /// <summary>The table of a heading; a refusal when a column of it is none.</summary>
    public static Outcome<FamilyTable> Of(CsvRow? heading, ILawRule rule)
    {
        if (heading is null) return new Refusal("R-CSV-EMPTY", "The table has no heading.", "Write the paths of the facts into the first line, such as parent_a.income_cents.");
        if (heading.Open) return new Refusal("R-CSV-QUOTE", "A quote in the heading is never closed.", "Close it, or take it out.");
        List<string> names = [.. heading.Cells.Select(c => c.Trim())];
        List<FactColumn?> columns = [];
        for (var i = 0; i < names.Count; i++)
        {
            if (names.IndexOf(names[i]) < i) return Column("R-CSV-COLUMN-TWICE", $"\"{names[i]}\" heads two columns.", "Keep one of the two.", names[i]);
            columns.Add(Passed(names[i]) ? null : FactColumn.Of(names[i], rule.Facts));
            if (columns[i] is null && !Passed(names[i]))
                return Column("R-CSV-COLUMN", $"Column {i + 1}, \"{names[i]}\", is no fact of {rule.Id} that a cell can hold.",
                    $"Write its path, such as parent_a.income_cents or children[0].born; \"alimenta law schema {rule.Id}\" lists the facts. {Family} and {AsOf} may stand beside them.", names[i]);
        }

        return new FamilyTable(rule.Facts, names, columns);
    }

    /// <summary>The headings of the answer: those of the table, the results, the error. Results of an earlier run give way to the new ones.</summary>
    public IEnumerable<string> Headings(IEnumerable<string> results) => [.. Kept(_headings), .. results.Select(r => Result + r), Error];

    /// <summary>The cells of the answer to a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="results">The headings of the results.</param>
    /// <param name="asOf">The law date of rows that name none.</param>
    /// <param name="ask">Calculates.</param>
    /// <param name="answered">Whether there was an answer.</param>
    public IEnumerable<string> Answer(CsvRow row, IReadOnlyList<string> results, DateOnly asOf, Func<DateOnly, string, RuleEvaluation> ask, out bool answered)
    {
        var came = Ask(row, asOf, ask);
        answered = came.Refusals.Count == 0;
        var cells = Enumerable.Range(0, _headings.Count).Select(i => i < row.Cells.Count ? row.Cells[i] : "").ToList();
        var error = string.Join(" | ", came.Refusals.Select(r => $"{r.Code}: {r.What} {r.Remedy}"));
        var found = came.Answer is { } value ? MainResults.Of(value) : [];
        return [.. Kept(cells), .. results.Select(r => found.GetValueOrDefault(r, "")), error];
    }

    private (RuleAnswer? Answer, IReadOnlyList<Refusal> Refusals) Ask(CsvRow row, DateOnly asOf, Func<DateOnly, string, RuleEvaluation> ask)
    {
        if (row.Open) return (null, [new("R-CSV-QUOTE", $"A quote in line {row.Line} is never closed.", "Close it, or take it out; the whole line stands in the first cell.")]);
        if (row.Cells.Count != _headings.Count)
        {
            var beyond = row.Cells.Skip(_headings.Count).ToList();
            return (null, [new("R-CSV-CELLS", $"Line {row.Line} has {row.Cells.Count} cells instead of {_headings.Count}{(beyond.Count > 0 ? $"; beyond the columns: {string.Join(", ", beyond.Select(b => $"\"{b}\""))}" : "")}.", "Give each column one cell; a cell with a comma stands between quotes.")]);
        }

        var day = _headings.IndexOf(AsOf) is var at && at >= 0 && row.Cells[at].Trim() is { Length: > 0 } written ? GuidelineRules.LawDate(written) : asOf;
        if (day.Refusal is { } no) return (null, [no]);
        var facts = FactColumn.Facts([.. _columns.Index().Where(c => c.Item is not null).Select(c => (c.Item!, row.Cells[c.Index]))], _facts);
        var came = ask(day.Value, facts.ToJsonString());
        return (came.Answer, came.Refusals);
    }

    private IEnumerable<string> Kept(IReadOnlyList<string> cells) => cells.Where((_, i) => !Earlier(_headings[i]));

    private static bool Passed(string heading) => heading is Family or AsOf || Earlier(heading);

    private static bool Earlier(string heading) => heading == Error || heading.StartsWith(Result, StringComparison.Ordinal);

    private static Refusal Column(string code, string what, string remedy, string field) => new(code, what, remedy, Field: field);
}
