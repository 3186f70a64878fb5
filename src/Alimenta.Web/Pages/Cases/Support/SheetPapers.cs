using System.Text.Json.Nodes;
using Alimenta.Law.Guidelines.Forms;
using Alimenta.Office.Establishment;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Worksheets;
using Alimenta.Web.Hosting;

namespace Alimenta.Web.Pages.Cases.Support;

/// <summary>Kept results as the worksheet shows them, on the screen and on paper.</summary>
internal static class SheetPapers
{
    /// <summary>The worksheet of a scenario with its explanation worked out again; null where there is no result.</summary>
    public static GuidelineSheet? Of(GuidelineDesk desk, DeterminationPage sheet, ScenarioView scenario) => scenario.Result is null ? null : GuidelineSheet.Of(
        GuidelineDesk.Of(sheet.State).Value.Rule, sheet.LawDate, scenario.LawVersion, JsonNode.Parse(scenario.ResultJson)!, desk.Recalculate(sheet.State, sheet.LawDate, scenario.FactsJson).Answer?.Why);

    /// <summary>The worksheet of a scenario to print; null where there is no result.</summary>
    public static WorksheetPrint? Print(GuidelineDesk desk, DeterminationPage sheet, ScenarioView scenario) => Of(desk, sheet, scenario) is not { } view ? null
        : new(view) { Names = Names(sheet), Purpose = Purpose(sheet, scenario), Stated = Stated(desk.Form(sheet.State), sheet, scenario) };

    /// <summary>The parents by name.</summary>
    public static PartyNames Names(DeterminationPage sheet) => new(sheet.Parents.A, sheet.Parents.B);

    /// <summary>What the paper is for.</summary>
    public static string Purpose(DeterminationPage sheet, ScenarioView scenario) =>
        $"Case {sheet.Key.Case}, support calculation {sheet.Key.Number}, edition {sheet.Key.Edition} ({SupportWords.Of(sheet.Status)}), scenario {scenario.Name}, {SupportWords.Of(sheet.Purpose)}."
        + (sheet.Accepted == scenario.Ordinal ? $" Accepted on {Words.Date(sheet.DecidedOn)} by {sheet.DecidedBy}." : "");

    /// <summary>The inputs, each with how it is known, and what was found.</summary>
    public static IReadOnlyList<(string Label, string Value)> Stated(FactGroup form, DeterminationPage sheet, ScenarioView scenario)
    {
        var order = form.All.Select(f => f.Path).ToList();
        return
        [
            .. scenario.Typed.OrderBy(t => order.IndexOf(FactPath.Open(t.Key))).ThenBy(t => FactPath.Entry(t.Key)).Select(t => (FaultWords.Label(t.Key), SupportWords.Word(sheet, t.Value) + Known(scenario, t.Key))),
            .. scenario.Findings.Values.Select(f => ($"Found by {f.FoundBy} on {Words.Date(f.FoundOn)}", $"{f.Says} {f.Reason}")),
        ];
    }

    private static string Known(ScenarioView scenario, string path) =>
        scenario.Evidence.TryGetValue(path, out var evidence) ? $" ({SupportWords.Short(evidence)}{(evidence.Reason.Length > 0 ? $": {evidence.Reason}" : "")})" : "";
}
