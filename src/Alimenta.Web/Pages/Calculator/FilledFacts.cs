using System.Globalization;
using System.Text.Json.Nodes;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>The facts that answers make, and the way from a fact back to its field.</summary>
/// <remarks>Nothing is checked here. What cannot be read stays in the facts as it was typed, so that the rule itself refuses it, with the code that programs get too.</remarks>
public sealed class FilledFacts
{
    private const int HundredthPlaces = 2;
    private const int PercentPlaces = 4;

    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    private FilledFacts()
    {
    }

    /// <summary>The facts.</summary>
    public JsonObject Facts { get; } = [];

    /// <summary>Fills the facts of a rule from answers.</summary>
    public static FilledFacts Of(Flow flow, Answers answers)
    {
        var filled = new FilledFacts();
        // Both parents are there even when nothing is said of them: then what is missing of them is named.
        filled.Facts["parent_a"] = new JsonObject();
        filled.Facts["parent_b"] = new JsonObject();
        var asks = flow.Steps.SelectMany(s => s.Asks).ToList();
        foreach (var rows in asks.OfType<Rows>()) filled.Put(rows, answers);
        var questions = asks.OfType<Question>().Where(q => q.Path[0] != '_').ToList();
        foreach (var question in questions) filled._fields.TryAdd(question.Path, question.Path);
        foreach (var question in questions.Where(q => answers.Makes(q, q.Path)))
            Put(filled.Owner(question.Path, make: true)!, Member(question.Path), Value(question, question.Path, answers));
        // A choice that is always made, and a box that is not ticked, belong to a group only when it is there for another reason.
        foreach (var question in questions.Where(q => !answers.Makes(q, q.Path) && (q.Preset.Length > 0 || q.Kind == AnswerKind.Check)))
            if (filled.Owner(question.Path, make: false) is { } owner) Put(owner, Member(question.Path), Value(question, question.Path, answers));
        return filled;
    }

    /// <summary>The field of the form that a fact came from; for a group or a list, the first field of it; empty when there is none.</summary>
    /// <param name="path">The fact, as a refusal names it.</param>
    public string FieldOf(string path)
    {
        if (path.Length == 0) return "";
        if (_fields.TryGetValue(path, out var field)) return field;
        if (_fields.FirstOrDefault(f => f.Key.StartsWith(path + ".", StringComparison.Ordinal) || f.Key.StartsWith(path + "[", StringComparison.Ordinal)) is { Value: { } within }) return within;
        // Of a list that has no such member, the list itself.
        var end = Math.Max(path.LastIndexOf('.'), path.LastIndexOf('['));
        return end > 0 ? FieldOf(path[..end]) : "";
    }

    private void Put(Rows rows, Answers answers)
    {
        _fields.TryAdd(rows.Path, rows.NameOf(0, rows.Cells[0]));
        var list = (JsonArray?)null;
        for (var row = 0; row < rows.Most; row++)
        {
            if (!answers.Makes(rows, row)) continue;
            if (list is null)
            {
                var owner = Owner(rows.Path, make: true)!;
                list = owner[Member(rows.Path)] as JsonArray;
                if (list is null) owner[Member(rows.Path)] = list = [];
            }

            JsonObject item = [];
            foreach (var (path, value) in rows.Fixed) item[path] = value;
            foreach (var cell in rows.Cells)
            {
                var name = rows.NameOf(row, cell);
                _fields[$"{rows.Path}[{list.Count}].{cell.Path}"] = name;
                if (answers.Says(cell, name, row) || cell.PresetAt(row).Length > 0 || cell.Kind == AnswerKind.Check) Put(item, cell.Path, Value(cell, name, answers, row));
            }

            list.Add(item);
        }
    }

    private static void Put(JsonObject owner, string member, JsonNode? value)
    {
        // A group that has facts already keeps them.
        if (value is not null && !(value is JsonObject && owner[member] is JsonObject)) owner[member] = value;
    }

    /// <summary>The group in which a fact stands; null when it is not there and shall not be made.</summary>
    private JsonObject? Owner(string path, bool make)
    {
        var at = Facts;
        foreach (var part in path.Split('.')[..^1])
        {
            if (at[part] is not JsonObject next)
            {
                if (!make) return null;
                at[part] = next = [];
            }

            at = next;
        }

        return at;
    }

    private static string Member(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static JsonNode? Value(Question question, string name, Answers answers, int row = 0)
    {
        var text = question.Kind is AnswerKind.Date ? "" : answers.Of(question, name, row);
        return question.Kind switch
        {
            AnswerKind.Check => text == "on",
            AnswerKind.Group => text == "on" ? new JsonObject() : null,
            AnswerKind.Several or AnswerKind.Children => new JsonArray([.. answers.Several(name).Where(t => t.Length > 0).Select(t => (JsonNode)t)]),
            AnswerKind.Date => Day(answers.Text($"{name}-year"), answers.Text($"{name}-month"), answers.Text($"{name}-day")),
            _ when text.Length == 0 => null,
            AnswerKind.Money => Cents(text),
            AnswerKind.Count => Whole(text),
            AnswerKind.Hundredths => Scaled(text, HundredthPlaces),
            AnswerKind.Percent => Scaled(text.TrimEnd('%', ' '), PercentPlaces),
            _ => text,
        };
    }

    private static JsonNode Cents(string text)
    {
        var minus = text.StartsWith('-');
        return Money.TryParse(minus ? text[1..] : text, out var amount) ? minus ? -amount.Cents : amount.Cents : text;
    }

    private static JsonNode Whole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text;

    private static JsonNode Scaled(string text, int places)
    {
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || Math.Abs(number) > int.MaxValue) return text;
        for (var i = 0; i < places; i++) number *= 10;
        return decimal.IsInteger(number) ? (long)number : text;
    }

    // A day that is none stays so: the rule says that there is no such day.
    private static string Day(string year, string month, string day) => $"{year.PadLeft(4, '0')}-{month.PadLeft(2, '0')}-{day.PadLeft(2, '0')}";
}
