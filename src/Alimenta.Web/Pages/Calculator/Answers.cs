namespace Alimenta.Web.Pages.Calculator;

/// <summary>What a person typed into the calculator, exactly as typed. Only fields that the flow asks for are taken; it travels in the form and stays nowhere.</summary>
public sealed class Answers
{
    /// <summary>The longest text that is taken of one field.</summary>
    public const int Longest = 2000;

    private const int MostTicks = 40;

    private static readonly string[] DateParts = ["month", "day", "year"];

    private readonly Flow _flow;
    private readonly Dictionary<string, IReadOnlyList<string>> _texts = new(StringComparer.Ordinal);

    private Answers(Flow flow) => _flow = flow;

    /// <summary>Takes the answers that someone holds by field.</summary>
    /// <param name="flow">The flow.</param>
    /// <param name="read">The texts of a field; none when it was not sent.</param>
    public static Answers Of(Flow flow, Func<string, IReadOnlyList<string>> read)
    {
        var answers = new Answers(flow);
        foreach (var field in Fields(flow))
            if (read(field) is { Count: > 0 } texts) answers._texts[field] = [.. texts.Take(MostTicks).Select(t => t.Length <= Longest ? t : t[..Longest])];
        return answers;
    }

    /// <summary>Every field that was sent, with its texts.</summary>
    public IEnumerable<(string Field, string Text)> All => _texts.SelectMany(t => t.Value.Select(v => (t.Key, v)));

    /// <summary>Every field with its texts.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> ByField => _texts;

    /// <summary>Every field with its texts, and what stands at first in those that were not sent.</summary>
    public IEnumerable<(string Field, string Text)> WithPresets
    {
        get
        {
            foreach (var answer in All) yield return answer;
            foreach (var ask in _flow.Steps.SelectMany(s => s.Asks))
            {
                if (ask is Question question && question.Preset.Length > 0 && !_texts.ContainsKey(question.Path)) yield return (question.Path, question.Preset);
                if (ask is not Rows rows) continue;
                foreach (var (row, cell) in Enumerable.Range(0, rows.Most).SelectMany(r => rows.Cells.Select(c => (r, c))))
                    if (cell.PresetAt(row).Length > 0 && !_texts.ContainsKey(rows.NameOf(row, cell))) yield return (rows.NameOf(row, cell), cell.PresetAt(row));
            }
        }
    }

    /// <summary>The names of the children, where the flow asks for them.</summary>
    public IEnumerable<string> ChildNames()
    {
        foreach (var rows in _flow.Steps.SelectMany(s => s.Asks).OfType<Rows>().Where(r => r.Path == "children"))
            for (var row = 0; row < rows.Most; row++)
                if (Makes(rows, row) && rows.Cells.FirstOrDefault(c => c.Path == "name") is { } name && Of(name, rows.NameOf(row, name), row) is { Length: > 0 } text) yield return text;
    }

    /// <summary>The text of a field as typed; empty when there is none.</summary>
    public string Raw(string field) => _texts.TryGetValue(field, out var texts) ? texts[0] : "";

    /// <summary>The text of a field without blanks around it.</summary>
    public string Text(string field) => Raw(field).Trim();

    /// <summary>All texts of a field that may be ticked several times.</summary>
    public IReadOnlyList<string> Several(string field) => _texts.GetValueOrDefault(field, []);

    /// <summary>The text of a question: what was typed, or what stands there at first when nothing was sent.</summary>
    public string Of(Question question, string name, int row = 0) => _texts.ContainsKey(name) ? Text(name) : question.PresetAt(row);

    /// <summary>Whether a question was answered otherwise than it stands at first.</summary>
    public bool Says(Question question, string name, int row = 0) => question.Kind switch
    {
        AnswerKind.Date => DateParts.Any(p => Text($"{name}-{p}").Length > 0),
        AnswerKind.Several or AnswerKind.Children => Several(name).Any(t => t.Length > 0),
        _ => Of(question, name, row) is { Length: > 0 } text && text != question.PresetAt(row),
    };

    /// <summary>Whether a question was answered so that its group or row of facts is there. One of several choices where always one is chosen does not do that.</summary>
    public bool Makes(Question question, string name, int row = 0) => question.Preset.Length == 0 && Says(question, name, row);

    /// <summary>Whether anything in a row was answered.</summary>
    public bool Makes(Rows rows, int row) => rows.Cells.Any(c => Makes(c, rows.NameOf(row, c), row));

    /// <summary>Whether anything in a section was answered.</summary>
    public bool Says(Section section) => section.Asks.Any(a => a is Question q ? Says(q, q.Path) : a is Rows r && Enumerable.Range(0, r.Most).Any(i => Makes(r, i)));

    /// <summary>How many rows to show: those that were there, and every one that is filled.</summary>
    public int Count(Rows rows)
    {
        var count = int.TryParse(Text(rows.CountField), out var sent) ? sent : rows.Shown;
        for (var row = rows.Most - 1; row >= count; row--)
            if (Makes(rows, row)) return row + 1;
        return Math.Clamp(count, rows.Shown, rows.Most);
    }

    /// <summary>One more row.</summary>
    public void Add(string name)
    {
        foreach (var rows in _flow.Steps.SelectMany(s => s.Asks).OfType<Rows>().Where(r => r.Name == name))
            _texts[rows.CountField] = [Math.Min(Count(rows) + 1, rows.Most).ToString(System.Globalization.CultureInfo.InvariantCulture)];
    }

    /// <summary>The fields of a step.</summary>
    public static IEnumerable<string> Fields(Step step) => step.Asks.SelectMany(a => a is Question q ? Fields(q, q.Path)
        : a is Rows r ? Enumerable.Range(0, r.Most).SelectMany(i => r.Cells.SelectMany(c => Fields(c, r.NameOf(i, c)))).Append(r.CountField) : []);

    private static IEnumerable<string> Fields(Flow flow) => flow.Steps.SelectMany(Fields);

    private static IEnumerable<string> Fields(Question question, string name) => question.Kind == AnswerKind.Date ? DateParts.Select(p => $"{name}-{p}") : [name];
}
