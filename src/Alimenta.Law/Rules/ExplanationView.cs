using System.Text;
using System.Text.Json.Nodes;

namespace Alimenta.Law.Rules;

/// <summary>An explanation as JSON and as text: the same tree, two ways to read it.</summary>
public static class ExplanationView
{
    /// <summary>The tree as JSON: rule, citation, steps, parameters, children.</summary>
    public static JsonObject ToJson(Explanation why) => new()
    {
        ["rule"] = why.Rule,
        ["citation"] = why.Citation,
        ["steps"] = new JsonArray([.. why.Steps.Select(s => (JsonNode)new JsonObject
        {
            ["sentence"] = s.Sentence, ["citation"] = s.Citation, ["part"] = s.Part,
        })]),
        ["parameters"] = new JsonArray([.. why.Parameters.Select(p => (JsonNode)new JsonObject
        {
            ["id"] = p.Id, ["from"] = Days.Iso(p.From), ["value"] = p.Value, ["citation"] = p.Citation, ["status"] = p.Status,
        })]),
        ["children"] = new JsonArray([.. why.Children.Select(c => (JsonNode)ToJson(c))]),
    };

    /// <summary>The tree as text: one line a step, parameters below, rules that were called set in.</summary>
    public static string ToText(Explanation why)
    {
        var text = new StringBuilder();
        Write(text, why, "");
        return text.ToString();
    }

    /// <summary>The ids of all parameters read anywhere in the tree that no source confirms.</summary>
    public static IReadOnlyList<string> Unconfirmed(Explanation why) =>
        [.. All(why).SelectMany(e => e.Parameters).Where(p => p.Status == LawWords.Of(LawStatus.Unconfirmed)).Select(p => p.Id).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The parameters read anywhere in the tree that no official text confirms, secondary ones too: each once, by id and day.</summary>
    public static IReadOnlyList<ParameterRead> ToConfirm(Explanation why) =>
        [.. All(why).SelectMany(e => e.Parameters).Where(p => p.Status == LawWords.Of(LawStatus.Unconfirmed) || p.Status == LawWords.Of(LawStatus.Secondary)).Distinct().OrderBy(p => p.Id, StringComparer.Ordinal).ThenBy(p => p.From)];

    private static IEnumerable<Explanation> All(Explanation why) => why.Children.SelectMany(All).Prepend(why);

    private static void Write(StringBuilder text, Explanation why, string margin)
    {
        text.Append(margin).Append(why.Rule).Append(" (").Append(why.Citation).Append(")\n");
        foreach (var step in why.Steps)
            text.Append(margin).Append("  ").Append(step.Sentence).Append(step.Citation.Length > 0 ? $" ({step.Citation})" : "").Append('\n');
        foreach (var read in why.Parameters)
            text.Append(margin).Append("  - ").Append(read.Id).Append(" = ").Append(read.Value).Append(" from ").Append(Days.Words(read.From))
                .Append(" (").Append(read.Citation).Append("; ").Append(read.Status).Append(")\n");
        foreach (var child in why.Children) Write(text, child, margin + "  ");
    }
}
