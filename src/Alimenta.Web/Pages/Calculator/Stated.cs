using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>Answers as a person reads them again: question and answer.</summary>
internal static class Stated
{
    private static readonly (string Of, Phrase Who)[] Parents = [("parent_a.", ("Parent A", "Progenitor A")), ("parent_b.", ("Parent B", "Progenitor B"))];

    /// <summary>Those of all steps, each saying whose it is: no heading of a step stands above it.</summary>
    public static IEnumerable<(string Label, string Value)> Of(Flow flow, Answers answers, Tongue tongue) => flow.Steps.SelectMany(s => All(s, answers, tongue)).Select(a => (Whose(a.Path, a.Label, tongue), a.Value));

    /// <summary>Those of a step; what was left as it stood at first is left out, except what needs an answer.</summary>
    public static IEnumerable<(string Label, string Value)> Of(Step step, Answers answers, Tongue tongue) => All(step, answers, tongue).Select(a => (a.Label, a.Value));

    private static string Whose(string path, string label, Tongue tongue) =>
        Parents.FirstOrDefault(p => path.StartsWith(p.Of, StringComparison.Ordinal)).Who is { } who && !label.Contains(who.In(tongue), StringComparison.Ordinal) ? $"{who.In(tongue)}: {label}" : label;

    private static IEnumerable<(string Path, string Label, string Value)> All(Step step, Answers answers, Tongue tongue)
    {
        foreach (var ask in step.Asks)
        {
            if (ask is Question question)
            {
                if (answers.Says(question, question.Path) || (question is { Kind: AnswerKind.Choice, Preset.Length: > 0 } && !IsFolded(step, question)))
                    yield return (question.Path, question.Label.In(tongue), Value(question, question.Path, answers, tongue));
            }
            else if (ask is Rows rows)
            {
                for (var row = 0; row < rows.Most; row++)
                {
                    if (!answers.Makes(rows, row)) continue;
                    var at = row;
                    var about = rows.Key.Length > 0 ? rows.Title.In(tongue) : $"{rows.Title.In(tongue)} {row + 1}";
                    foreach (var cell in rows.Cells.Where(c => answers.Says(c, rows.NameOf(at, c), at) || c.Preset.Length > 0))
                        yield return (rows.Path, $"{about}: {cell.Label.In(tongue)}", Value(cell, rows.NameOf(at, cell), answers, tongue, at));
                }
            }
        }
    }

    private static bool IsFolded(Step step, Question question) => step.Sections.Any(s => s.Folded && s.Asks.Contains(question));

    private static string Value(Question question, string name, Answers answers, Tongue tongue, int row = 0) => question.Kind switch
    {
        AnswerKind.Date => Day(answers.Text($"{name}-year"), answers.Text($"{name}-month"), answers.Text($"{name}-day"), tongue),
        AnswerKind.Check or AnswerKind.Group => CalculatorWords.Yes.In(tongue),
        AnswerKind.Choice or AnswerKind.Pick => Word(question, answers.Of(question, name, row), tongue),
        AnswerKind.Several => string.Join("; ", answers.Several(name).Select(v => Word(question, v, tongue))),
        AnswerKind.Children => string.Join(", ", answers.Several(name)),
        AnswerKind.Money when Money.TryParse(answers.Text(name), out var amount) => amount.ToString(),
        AnswerKind.Percent => $"{answers.Text(name).TrimEnd('%', ' ')} %",
        _ => answers.Of(question, name, row),
    };

    private static string Word(Question question, string value, Tongue tongue) => question.Options.FirstOrDefault(o => o.Value == value).Label is { } label ? label.In(tongue) : value;

    private static string Day(string year, string month, string day, Tongue tongue) =>
        DateOnly.TryParseExact($"{year}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}", "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var date)
            ? tongue.Date(date) : $"{month}/{day}/{year}";
}
