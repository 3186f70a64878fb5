using Alimenta.Data;
using Alimenta.Law.Rules;

namespace Alimenta.Office.Establishment;

/// <summary>Puts what a guideline gives on the row of its scenario.</summary>
internal static class ScenarioCalculation
{
    /// <summary>Calculates from what was typed.</summary>
    public static Calculation Fill(GuidelineDesk desk, Determination determination, SupportScenario scenario, IReadOnlyDictionary<string, string> typed)
    {
        var came = desk.Calculate(determination.State, determination.LawDate, typed);
        scenario.TypedJson = KeptJson.Of(typed);
        scenario.FactsJson = came.Facts.ToJsonString(LawJson.Options);
        scenario.ResultJson = came.Value?.ToJsonString(LawJson.Options) ?? "";
        scenario.FaultsJson = came.Value is null ? KeptJson.Of(came.Faults) : "";
        scenario.LawVersion = came.Value is null ? "" : came.LawVersion;
        return came;
    }
}
