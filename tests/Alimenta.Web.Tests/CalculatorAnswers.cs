using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Alimenta.Law.Rules;
using Alimenta.Web.Components;
using Alimenta.Web.Pages.Calculator;

namespace Alimenta.Web.Tests;

/// <summary>Facts of a family as a person would type them into the calculator: the way back of FilledFacts, for tests.</summary>
internal static class CalculatorAnswers
{
    /// <summary>Every question with the path of its fact; items of lists as [].</summary>
    public static IEnumerable<(string Path, Question Question)> Questions(Flow flow) => flow.Steps.SelectMany(s => s.Asks).SelectMany(a =>
        a is Question q ? q.Path[0] == '_' ? [] : [(q.Path, q)] : a is Rows r ? r.Cells.Select(c => ($"{r.Path}[].{c.Path}", c)) : Array.Empty<(string, Question)>());

    /// <summary>Whether a word of a fact is what one of the rows always says.</summary>
    public static bool IsFixed(Flow flow, string path, string word) =>
        flow.Steps.SelectMany(s => s.Asks).OfType<Rows>().Any(r => r.Fixed.Any(f => $"{r.Path}[].{f.Path}" == path && f.Value == word));

    /// <summary>The type of a fact; null when there is none.</summary>
    public static Type? TypeOf(string path, Flow flow)
    {
        var type = RuleCatalog.BuiltIn.Find(flow.State.Rule)!.Facts;
        foreach (var part in path.Split('.'))
        {
            if (LawJson.Options.GetTypeInfo(type).Properties.FirstOrDefault(p => p.Name == part.Replace("[]", "", StringComparison.Ordinal) && p.Set is not null) is not { } member) return null;
            type = Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType;
            if (part.EndsWith("[]", StringComparison.Ordinal)) type = LawJson.Options.GetTypeInfo(type).ElementType!;
        }

        return type;
    }

    public static bool Fits(Question question, Type type) => question.Kind switch
    {
        AnswerKind.Money => type == typeof(Money),
        AnswerKind.Count or AnswerKind.Hundredths => type == typeof(int),
        AnswerKind.Percent => type == typeof(long),
        AnswerKind.Date => type == typeof(DateOnly),
        AnswerKind.Text or AnswerKind.Reason => type == typeof(string),
        AnswerKind.Choice or AnswerKind.Pick => type.IsEnum,
        AnswerKind.Check => type == typeof(bool),
        AnswerKind.Group => LawJson.Options.GetTypeInfo(type).Kind == JsonTypeInfoKind.Object,
        AnswerKind.Several => LawJson.Options.GetTypeInfo(type).ElementType is { IsEnum: true },
        _ => LawJson.Options.GetTypeInfo(type).ElementType == typeof(string),
    };

    /// <summary>The words for the values of an enumeration.</summary>
    public static IReadOnlyList<string> Words(Type type) => [.. Enum.GetValues(type).Cast<object>().Select(v => JsonSerializer.SerializeToElement(v, type, LawJson.Options).GetString()!)];

    /// <summary>Every phrase of a flow.</summary>
    public static IEnumerable<Phrase> Phrases(Flow flow) =>
    [
        flow.Note, flow.PicturesNote, .. flow.Refusals.Values,
        .. flow.Steps.SelectMany(s => s.Sections.SelectMany(c => (Phrase[])[c.Title, c.Lead]).Append(s.Title).Append(s.Lead)),
        .. flow.Steps.SelectMany(s => s.Asks).SelectMany(a => a is Question q ? Of(q) : a is Rows r ? r.Cells.SelectMany(Of).Append(r.Title) : []),
    ];

    private static IEnumerable<Phrase> Of(Question question) => question.Options.Select(o => o.Label).Append(question.Label).Append(question.Hint);

    /// <summary>Fills facts from fields.</summary>
    public static FilledFacts Fill(Flow flow, params (string Field, string Text)[] typed) =>
        FilledFacts.Of(flow, Answers.Of(flow, field => [.. typed.Where(t => t.Field == field).Select(t => t.Text)]));

    /// <summary>Types the family of a case into the form and asks.</summary>
    public static Asked Ask(Flow flow, LawCase one, Tongue tongue = Tongue.English)
    {
        var typed = Typed(flow, one.Facts.AsObject(), one.AsOf);
        return Asked.Of(flow, RuleCatalog.BuiltIn, Answers.Of(flow, field => typed.GetValueOrDefault(field, [])), tongue);
    }

    /// <summary>The fields of the form for a family.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Typed(Flow flow, JsonObject facts, DateOnly asOf)
    {
        Dictionary<string, IReadOnlyList<string>> typed = [];
        Date(typed, "_as_of", asOf);
        foreach (var question in flow.Steps.SelectMany(s => s.Asks).OfType<Question>().Where(q => q.Path[0] != '_')) Type(typed, question, question.Path, At(facts, question.Path), question.Path);
        Dictionary<string, List<JsonObject>> items = [];
        foreach (var rows in flow.Steps.SelectMany(s => s.Asks).OfType<Rows>().OrderBy(r => r.Key.Length == 0))
        {
            if (!items.TryGetValue(rows.Path, out var left)) items[rows.Path] = left = [.. (At(facts, rows.Path) as JsonArray ?? []).OfType<JsonObject>()];
            List<JsonObject> mine = rows.Key.Length == 0 ? [.. left]
                : left.FirstOrDefault(i => rows.Fixed.All(f => i[f.Path]?.GetValue<string>() == f.Value) && i.All(m => rows.Fixed.Any(f => f.Path == m.Key) || rows.Cells.Any(c => c.Path == m.Key))) is { } fits ? [fits] : [];
            foreach (var item in mine) left.Remove(item);
            for (var row = 0; row < mine.Count; row++)
                foreach (var cell in rows.Cells) Type(typed, cell, rows.NameOf(row, cell), mine[row][cell.Path], cell.Path);
        }

        return typed;
    }

    private static void Type(Dictionary<string, IReadOnlyList<string>> typed, Question question, string name, JsonNode? fact, string path)
    {
        // Where the form stands on something else at first than the rule takes for nothing said.
        if (fact is null && (path == "per" || path.EndsWith(".per", StringComparison.Ordinal))) typed[name] = ["yearly"];
        if (fact is null && question.Lettered) return;
        if (fact is null) return;
        if (question.Kind == AnswerKind.Group)
        {
            typed[name] = ["on"];
            return;
        }

        if (question.Kind == AnswerKind.Date)
        {
            if (DateOnly.TryParseExact(fact.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) Date(typed, name, day);
            return;
        }

        typed[name] = fact is JsonArray several ? [.. several.Select(s => s!.GetValue<string>())] : [Text(question, fact)];
    }

    private static string Text(Question question, JsonNode fact) => question.Kind switch
    {
        _ when fact.GetValueKind() == JsonValueKind.String => fact.GetValue<string>(),
        AnswerKind.Money => new Money(fact.GetValue<long>()).ToString().Replace("$", "", StringComparison.Ordinal),
        AnswerKind.Hundredths => (fact.GetValue<long>() / 100m).ToString(CultureInfo.InvariantCulture),
        AnswerKind.Percent => (fact.GetValue<long>() / 10_000m).ToString(CultureInfo.InvariantCulture),
        AnswerKind.Check => fact.GetValue<bool>() ? "on" : "",
        _ => fact.ToJsonString(),
    };

    private static void Date(Dictionary<string, IReadOnlyList<string>> typed, string name, DateOnly day)
    {
        typed[$"{name}-month"] = [day.Month.ToString(CultureInfo.InvariantCulture)];
        typed[$"{name}-day"] = [day.Day.ToString(CultureInfo.InvariantCulture)];
        typed[$"{name}-year"] = [day.Year.ToString(CultureInfo.InvariantCulture)];
    }

    private static JsonNode? At(JsonNode? facts, string path) => path.Split('.').Aggregate(facts, (at, part) => at is JsonObject o ? o[part] : null);
}
