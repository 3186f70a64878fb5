using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Law;
using Alimenta.Law.Guidelines;
using Alimenta.Law.NewYork.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Cli.Guidelines;

/// <summary>A calculation as a worksheet to read: every line, who pays, what must be found, what is to be confirmed.</summary>
internal static class WorksheetWords
{
    private const int Width = 110;

    /// <summary>Says it.</summary>
    /// <param name="terminal">Where.</param>
    /// <param name="state">The guideline.</param>
    /// <param name="answer">The calculation.</param>
    /// <param name="explain">Whether its explanation follows.</param>
    public static void Say(Terminal terminal, GuidelineRules state, RuleAnswer answer, bool explain)
    {
        var value = answer.Value;
        terminal.Say($"Child support guideline of {state.Name}, law of {Days.Words(answer.AsOf)}");
        Lines(terminal, "", value["lines"]);
        Lines(terminal, "With the rebuttal", value["rebuttal_lines"]);
        Lines(terminal, "Agreed amount", value["agreement_lines"]);
        if (value["support"] is { } support) Order(terminal, "Order", support);
        if (value["after_maintenance"] is { } after) Order(terminal, "Order after maintenance ends", after);

        Head(terminal, "Payments");
        var payments = MainResults.Payments(value);
        foreach (var payment in payments) Item(terminal, $"{PartyWords.Sentence(payment)}. ({payment.Citation})");
        if (payments.Count == 0) Item(terminal, "Nobody pays anything.");
        if (value["coverage"] is JsonArray coverage)
            Item(terminal, coverage.Count == 0 ? "Nobody provides health coverage now." : $"Health coverage: {string.Join(", ", coverage.Deserialize<IReadOnlyList<GuidelineParty>>(LawJson.Options)!.Select(PartyWords.Object))}.");
        if (value["decision_needed"]?.GetValue<bool>() == true) Item(terminal, "A decision is needed before the amount stands: see the findings.");

        if (Read<GuidelineFinding>(value["findings"]) is { Count: > 0 } findings)
        {
            Head(terminal, "To be found or decided");
            foreach (var finding in findings) Item(terminal, $"{finding.Code}  {finding.Says} ({finding.Citation})");
        }

        if (Read<ToConfirm>(value["to_confirm"]) is { Count: > 0 } open)
        {
            Head(terminal, "To be confirmed: no official text has confirmed these figures");
            foreach (var one in open) Item(terminal, $"{one.Parameter} = {one.Value}, from {Days.Words(one.From)}, {LawWords.Of(one.Status)} ({one.Citation})");
        }

        if (!explain) return;
        Head(terminal, "Why");
        terminal.Say(ExplanationView.ToText(answer.Why).TrimEnd());
    }

    private static void Lines(Terminal terminal, string title, JsonNode? node)
    {
        if (Read<WorksheetLine>(node) is not { Count: > 0 } lines) return;
        if (title.Length > 0) Head(terminal, title);
        else terminal.Say();
        foreach (var line in WorksheetTable.Of(lines)) terminal.Say(line);
    }

    /// <summary>New York's order: each line by year, month and week.</summary>
    private static void Order(Terminal terminal, string title, JsonNode node)
    {
        var order = node.Deserialize<NyOrder>(LawJson.Options)!;
        Head(terminal, title);
        foreach (var line in order.Order)
            Item(terminal, $"{line.Number}  {line.Label}, {PartyWords.Object(line.From)} to {PartyWords.Object(line.To)}: {line.Yearly} a year, {line.Monthly} a month, {line.Weekly} a week");
        foreach (var total in order.Totals)
            Item(terminal, $"All, {PartyWords.Object(total.From)} to {PartyWords.Object(total.To)}: {total.Yearly} a year, {total.Monthly} a month, {total.Weekly} a week");
    }

    private static void Head(Terminal terminal, string title)
    {
        terminal.Say();
        terminal.Say(title);
    }

    private static void Item(Terminal terminal, string text)
    {
        var margin = "  ";
        foreach (var line in WorksheetTable.Wrapped(text, Width))
        {
            terminal.Say(margin + line);
            margin = "    ";
        }
    }

    private static IReadOnlyList<T> Read<T>(JsonNode? node) => node.Deserialize<IReadOnlyList<T>>(LawJson.Options) ?? [];
}
