using System.Text.RegularExpressions;

namespace Alimenta.Law.Guidelines.Forms;

/// <summary>What is wrong with facts, said to a person at a form: names of fields in place of places in the facts. Code and field stay as the interface gives them.</summary>
public static partial class FaultWords
{
    /// <summary>The refusal with the names of a form.</summary>
    public static Refusal Of(Refusal refusal)
    {
        if (refusal.Code == "L-FACT-MISSING") return refusal with { What = $"{Label(refusal.Field)}: this is missing.", Remedy = "Fill it in." };
        return refusal with { What = Sentence(Named(refusal.What)), Remedy = Sentence(Named(refusal.Remedy)) };
    }

    /// <summary>A sentence with the names of a form in place of places in the facts.</summary>
    public static string Say(string text) => Sentence(Named(text));

    /// <summary>The name of the fact at a place, with the entry of its list and whose it is: Amount, income 2 of parent A.</summary>
    public static string Label(string path)
    {
        if (path.Length == 0) return "The facts";
        var own = FactLabels.Of(path);
        var list = FactPath.Entry(path) is { } entry && path[^1] != ']'
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", {Lower(FactLabels.Of(path[..path.IndexOf('[', StringComparison.Ordinal)]))} {entry + 1}") : "";
        var parent = path.StartsWith("parent_a.", StringComparison.Ordinal) ? " of parent A" : path.StartsWith("parent_b.", StringComparison.Ordinal) ? " of parent B" : "";
        return own + list + parent;
    }

    private static string Named(string text) => Hundredths().Replace(Place().Replace(text, m => Known(m.Value) ? Lower(Label(m.Value)) : Choice(m.Value)), "$1");

    // Words of a choice are written with low lines too; a place has a dot, or is the name of a member that is money, days, nights or homes.
    private static bool Known(string word) => word.Contains('.', StringComparison.Ordinal) || word.EndsWith("_cents", StringComparison.Ordinal) || word.EndsWith("_hundredths", StringComparison.Ordinal) || word.Contains("_children", StringComparison.Ordinal)
        || word == "without_plan";

    // A word of a choice reads as it does in its list, inside a sentence: stop at cap, parent A.
    private static string Choice(string word) => word.Contains('_', StringComparison.Ordinal) ? FactLabels.Word(word) is var said && word.StartsWith("parent_", StringComparison.Ordinal) ? $"p{said[1..]}" : Lower(said) : word;

    private static string Lower(string label) => label.Length > 1 && char.IsLower(label[1]) ? char.ToLowerInvariant(label[0]) + label[1..] : label;

    private static string Sentence(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"\b[a-z]+(_[a-z]+)*(\[\d+\])?(\.[a-z_]+(\[\d+\])?)+|\b[a-z]+(_[a-z]+)+(\[\d+\])?", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b\d+: (\d+ nights) in hundredths", RegexOptions.CultureInvariant)]
    private static partial Regex Hundredths();
}
