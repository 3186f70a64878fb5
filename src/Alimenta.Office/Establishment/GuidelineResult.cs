using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Office.Establishment;

/// <summary>A kept result as every state gives it: lines, payments, findings and what is to be confirmed. What else a state says stays in its JSON.</summary>
/// <param name="Lines">The lines of the worksheet; those of a rebuttal or an agreement after the others.</param>
/// <param name="Payments">Who pays whom what.</param>
/// <param name="Findings">What must be found or decided.</param>
/// <param name="ToConfirm">What it rests on that no official text has confirmed.</param>
/// <param name="DecisionNeeded">Whether it stops short of a decision that a person must make.</param>
public sealed record GuidelineResult(IReadOnlyList<ResultLine> Lines, IReadOnlyList<GuidelinePayment> Payments, IReadOnlyList<GuidelineFinding> Findings, IReadOnlyList<ToConfirm> ToConfirm, bool DecisionNeeded)
{
    /// <summary>The decision that it stops short of: not found beside the result but entered among its inputs, because it changes the amount. Null when there is none.</summary>
    public GuidelineFinding? Decision => DecisionNeeded ? Findings[0] : null;

    /// <summary>Reads a kept value; null where there is none.</summary>
    public static GuidelineResult? Of(string json) => json.Length == 0 ? null : Of(JsonNode.Parse(json)!);

    /// <summary>Reads a value.</summary>
    public static GuidelineResult Of(JsonNode value) => new(
        [.. Written(value, "lines", LinePart.Guideline), .. Written(value, "rebuttal_lines", LinePart.Rebuttal), .. Written(value, "agreement_lines", LinePart.Agreement)],
        Paid(value),
        value["findings"].Deserialize<List<GuidelineFinding>>(LawJson.Options) ?? [], value["to_confirm"].Deserialize<List<ToConfirm>>(LawJson.Options) ?? [],
        value["decision_needed"]?.GetValue<bool>() ?? false);

    /// <summary>What one party pays another each month, costs that are paid as they arise left out.</summary>
    public Money Monthly(GuidelineParty from) => Payments.Where(p => p.From == from).Sum(p => p.Amount);

    private static IEnumerable<ResultLine> Written(JsonNode value, string member, LinePart part) =>
        (value[member] as JsonArray ?? []).Select(line => ResultLine.Of(line!, part));

    // New York gives its payments inside its order, and an amount that takes the place of the basic one beside it.
    private static IReadOnlyList<GuidelinePayment> Paid(JsonNode value)
    {
        List<GuidelinePayment> payments = (value["payments"] ?? value["support"]?["payments"]).Deserialize<List<GuidelinePayment>>(LawJson.Options) ?? [];
        if (value["ordered"].Deserialize<GuidelinePayment>(LawJson.Options) is not { } ordered) return payments;
        return [.. payments.Select(p => p.Kind == ordered.Kind && p.From == ordered.From && p.To == ordered.To ? ordered : p)];
    }
}

/// <summary>To what a line belongs.</summary>
public enum LinePart
{
    /// <summary>The guideline amount.</summary>
    Guideline,

    /// <summary>The worksheet with the changes of a rebuttal.</summary>
    Rebuttal,

    /// <summary>An agreed amount.</summary>
    Agreement,
}

/// <summary>A line of a kept worksheet.</summary>
/// <param name="Part">To what it belongs.</param>
/// <param name="Number">Its number as the state prints it.</param>
/// <param name="Label">What it is.</param>
/// <param name="Who">Whose figure it is.</param>
/// <param name="Kind">What the value is.</param>
/// <param name="Value">The value.</param>
/// <param name="Text">The value as people read it.</param>
/// <param name="Citation">Its place in the law.</param>
public sealed record ResultLine(LinePart Part, string Number, string Label, GuidelineParty Who, LineKind Kind, long Value, string Text, string Citation)
{
    internal static ResultLine Of(JsonNode line, LinePart part) => new(
        part, line["number"]!.GetValue<string>(), line["label"]!.GetValue<string>(), line["who"].Deserialize<GuidelineParty>(LawJson.Options), line["kind"].Deserialize<LineKind>(LawJson.Options),
        line["value"]!.GetValue<long>(), line["text"]!.GetValue<string>(), line["citation"]!.GetValue<string>());
}
