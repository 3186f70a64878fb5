using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Law;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Guidelines.Forms;
using Alimenta.Law.Rules;

namespace Alimenta.Office.Establishment;

/// <summary>The guidelines of the states at hand for the office: their forms, and what they give for what was typed.</summary>
public sealed class GuidelineDesk(RuleCatalog catalog)
{
    /// <summary>The law that is read.</summary>
    public LawStore Law => catalog.Store;

    /// <summary>The guideline of a state, or that there is none.</summary>
    public static Outcome<GuidelineRules> Of(string state) => GuidelineRules.Of(state);

    /// <summary>What the guideline of a state asks for.</summary>
    public FactGroup Form(string state) => FactForm.Of(catalog, Of(state).Value);

    /// <summary>What the guideline gives.</summary>
    /// <param name="state">The state.</param>
    /// <param name="lawDate">The day whose law is read.</param>
    /// <param name="typed">The texts by the place of their fact.</param>
    public Calculation Calculate(string state, DateOnly lawDate, IReadOnlyDictionary<string, string> typed)
    {
        var form = Form(state);
        var (facts, unread) = TypedFacts.Read(form, typed);
        var evaluation = Of(state).Value.Ask(catalog, lawDate, facts.ToJsonString(LawJson.Options));
        // What did not parse is missing too; it is told once.
        var faults = unread.Count == 0 ? evaluation.Refusals : [.. unread, .. evaluation.Refusals.Where(r => r.Code == "L-FACT-MISSING" && !unread.Any(u => u.Field == r.Field))];
        return new(facts, [.. faults.Select(FaultWords.Of)], unread.Count == 0 ? evaluation.Answer?.Value : null, catalog.Store.Version, unread.Count == 0 ? evaluation.Answer?.Why : null);
    }

    /// <summary>What of facts as JSON the rule could not read: wrong kinds and unknown members; what is only missing is told by the calculation.</summary>
    public IReadOnlyList<Refusal> Unreadable(string state, JsonElement facts) =>
        [.. FactsCheck.Of(facts, catalog.Find(Of(state).Value.Rule)!.Facts).Where(f => f.Code != "L-FACT-MISSING")];

    /// <summary>What documents of an income come to by the state's own count.</summary>
    public WorkedIncome WorkOut(string state, DateOnly lawDate, IReadOnlyDictionary<string, string> working) => WorkedIncome.Of(catalog, state, lawDate, working);

    /// <summary>The same for facts as they are kept: for an explanation that is asked for later, and for the law of another day.</summary>
    public RuleEvaluation Recalculate(string state, DateOnly lawDate, string factsJson) => Of(state).Value.Ask(catalog, lawDate, factsJson);
}

/// <summary>What a guideline gave for what was typed.</summary>
/// <param name="Facts">The facts, without what did not parse.</param>
/// <param name="Faults">Every reason why there is no value, in the words of the form.</param>
/// <param name="Value">The value; null when there is none.</param>
/// <param name="LawVersion">The version of the law that was read.</param>
/// <param name="Why">The explanation of the value.</param>
public sealed record Calculation(JsonObject Facts, IReadOnlyList<Refusal> Faults, JsonNode? Value, string LawVersion, Explanation? Why);

/// <summary>Texts and faults as they are kept.</summary>
public static class KeptJson
{
    /// <summary>Texts by the place of their fact.</summary>
    public static string Of(IReadOnlyDictionary<string, string> typed) => JsonSerializer.Serialize(new SortedDictionary<string, string>(typed.ToDictionary(), StringComparer.Ordinal), LawJson.Options);

    /// <summary>The texts that <see cref="Of(IReadOnlyDictionary{string, string})"/> wrote.</summary>
    public static Dictionary<string, string> Typed(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    /// <summary>Faults as JSON.</summary>
    public static string Of(IReadOnlyList<Refusal> faults) => JsonSerializer.Serialize(faults, LawJson.Options);

    /// <summary>The faults that <see cref="Of(IReadOnlyList{Refusal})"/> wrote.</summary>
    public static IReadOnlyList<Refusal> Faults(string json) => json.Length == 0 ? [] : JsonSerializer.Deserialize<List<Refusal>>(json, LawJson.Options)!;

    /// <summary>What was found on each condition of imputed income.</summary>
    public static string Of(IReadOnlyList<ConditionFound> conditions) => conditions.Count == 0 ? "" : JsonSerializer.Serialize(conditions, LawJson.Options);

    /// <summary>The conditions that <see cref="Of(IReadOnlyList{ConditionFound})"/> wrote.</summary>
    public static IReadOnlyList<ConditionFound> Conditions(string json) => json.Length == 0 ? [] : JsonSerializer.Deserialize<List<ConditionFound>>(json, LawJson.Options)!;
}

/// <summary>What was found on one condition under which a state lets income be imputed.</summary>
/// <param name="Code">The condition, as the law's list names it.</param>
/// <param name="Found">What was found, in words; empty while nobody looked.</param>
public sealed record ConditionFound(string Code, string Found);
