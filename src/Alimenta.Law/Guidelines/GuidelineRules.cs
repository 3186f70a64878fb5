using Alimenta.Law.Rules;
using Alimenta.Law.Store;

namespace Alimenta.Law.Guidelines;

/// <summary>The guideline of each state as one address: the rule and the policy under which it is read.</summary>
/// <param name="State">The state in two small letters.</param>
/// <param name="Name">Its name.</param>
/// <param name="Rule">Id of its rule.</param>
/// <param name="Policy">The policy.</param>
public sealed record GuidelineRules(string State, string Name, string Rule, string Policy)
{
    /// <summary>Code of the refusal of a state that has none.</summary>
    public const string Unknown = "L-GUIDELINE-STATE";

    /// <summary>Code of the refusal of a law date that is missing or no day.</summary>
    public const string NoDate = "L-AS-OF";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<GuidelineRules> All { get; } =
    [
        new("or", "Oregon", Oregon.Guidelines.OregonGuideline.RuleId, "us-or"),
        new("ny", "New York", NewYork.Guidelines.NyGuideline.RuleId, "us-ny"),
        new("ia", "Iowa", Iowa.Guidelines.IowaGuideline.RuleId, "us-ia"),
    ];

    /// <summary>The guideline of a state, or that there is none.</summary>
    /// <param name="state">The state in two small letters.</param>
    public static Outcome<GuidelineRules> Of(string state) =>
        All.FirstOrDefault(g => g.State == state) is { } found ? found
        : new Refusal(Unknown, $"There is no guideline of \"{state}\".", $"Use one of {string.Join(", ", All.Select(g => g.State))}.", Field: "state");

    /// <summary>Refuses a question without facts.</summary>
    public static Refusal NoFacts { get; } = new("L-FACT-MISSING", "facts is missing.", "Add it; the rule's schema says what it is.", Field: "facts");

    /// <summary>The law date as a person or program writes it, or why it is none.</summary>
    /// <param name="written">The day as YYYY-MM-DD; null where it is missing.</param>
    public static Outcome<DateOnly> LawDate(string? written) =>
        written is not null && ValueReader.TryDate(written, out var day) ? day
        : new Refusal(NoDate, written is null ? "as_of, the law date, is missing." : "as_of is not a day.", "Write the law date as \"YYYY-MM-DD\".", Field: "as_of");

    /// <summary>Calculates for one family.</summary>
    /// <param name="catalog">The rules and the law that they read.</param>
    /// <param name="asOf">The law date.</param>
    /// <param name="factsJson">The facts as JSON.</param>
    public RuleEvaluation Ask(RuleCatalog catalog, DateOnly asOf, string factsJson) => catalog.Eval(Rule, asOf, Policy, factsJson);
}
