using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Alimenta.Law.Rules;

/// <summary>All rules by id, callable with facts as JSON.</summary>
public sealed class RuleCatalog
{
    private readonly SortedDictionary<string, ILawRule> _rules = new(StringComparer.Ordinal);

    /// <summary>A catalogue of rules.</summary>
    /// <param name="store">The law that they read.</param>
    /// <param name="rules">The rules; each id once.</param>
    /// <exception cref="ArgumentException">An id stands twice.</exception>
    public RuleCatalog(LawStore store, IEnumerable<ILawRule> rules)
    {
        Store = store;
        foreach (var rule in rules) _rules.Add(rule.Id, rule);
    }

    /// <summary>The federal rules and those of the states over the law that comes with the product.</summary>
    public static RuleCatalog BuiltIn { get; } = new(LawStore.BuiltIn,
    [
        .. FederalRules.All,
        .. Oregon.OregonRules.All,
        .. NewYork.NewYorkRules.All,
        .. Iowa.IowaRules.All,
    ]);

    /// <summary>The law that the rules read.</summary>
    public LawStore Store { get; }

    /// <summary>The rules, by id.</summary>
    public IReadOnlyCollection<ILawRule> Rules => _rules.Values;

    /// <summary>The rule with an id, or null.</summary>
    public ILawRule? Find(string id) => _rules.GetValueOrDefault(id);

    /// <summary>A catalogue with more rules.</summary>
    public RuleCatalog With(params IEnumerable<ILawRule> rules) => new(Store, _rules.Values.Concat(rules));

    /// <summary>The same rules over other law, such as that of the product with an agency's own.</summary>
    public RuleCatalog Over(LawStore store) => new(store, _rules.Values);

    /// <summary>The JSON schema of the facts that a rule wants.</summary>
    public Outcome<JsonObject> Schema(string id)
    {
        if (Find(id) is not { } rule) return UnknownRule(id);
        var schema = LawJson.Options.GetJsonSchemaAsNode(rule.Facts, new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = Describe,
        }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", rule.Id);
        schema.Insert(2, "description", $"{rule.Says} {rule.Citation}");
        return schema;
    }

    /// <summary>Calls a rule with facts as JSON.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="asOf">The law date.</param>
    /// <param name="policy">The policy: us, or us- and a state.</param>
    /// <param name="factsJson">The facts; comments and trailing commas are allowed.</param>
    public RuleEvaluation Eval(string id, DateOnly asOf, string policy, string factsJson)
    {
        if (Find(id) is not { } rule) return new(UnknownRule(id));
        if (!Store.Policies.Contains(policy))
            return new(new Refusal("L-POLICY-UNKNOWN", $"There is no policy \"{policy}\".", $"Use one of {string.Join(", ", Store.Policies)}.", Field: "policy"));
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(factsJson, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        }
        catch (JsonException wrong)
        {
            return new(new Refusal("L-FACT-JSON", $"The facts are not valid JSON: line {wrong.LineNumber + 1}, character {wrong.BytePositionInLine + 1}.", "Look at this place and just before it for a missing comma, quote or bracket."));
        }

        using (document) return Eval(rule, Store.On(asOf, policy), document.RootElement);
    }

    private RuleEvaluation Eval(ILawRule rule, LawOn law, JsonElement facts)
    {
        if (Faults(facts, rule.Facts) is { Count: > 0 } faults) return new(faults);
        var why = new Explanation(rule.Id, rule.Citation);
        try
        {
            var outcome = rule.Eval(law, facts, why);
            return outcome.Refusal is { } refusal ? new(refusal) : new(new RuleAnswer(rule.Id, law.Date, law.Policy, Store.Version, outcome.Value, why));
        }
        catch (LawNotCovered no)
        {
            return new(no.ToRefusal());
        }
    }

    private static IReadOnlyList<Refusal> Faults(JsonElement facts, Type type)
    {
        try
        {
            return FactsCheck.Of(facts, type);
        }
        catch (InvalidOperationException)
        {
            // JSON may escape one half of a character, which is valid to its grammar but no text.
            return [new("L-FACT-JSON", "A text in the facts has only half of a character, such as \\ud800 alone.", "Write the whole character, or take it out.")];
        }
    }

    private static Refusal UnknownRule(string id) => new("L-RULE-UNKNOWN", $"There is no rule \"{id}\".", "Ask for the list of rules and use an id from it.", Field: "id");

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        var nullable = context.PropertyInfo is { } p && (p.AssociatedParameter?.IsNullable ?? p.IsSetNullable);
        if (type == typeof(Money)) schema = Integer("A whole number of cents.", nullable);
        if (type == typeof(SupportMonth)) schema = new JsonObject { ["type"] = "string", ["pattern"] = "^\\d{4}-\\d{2}$" };
        if (schema is not JsonObject node) return schema;
        if (context.PropertyInfo?.AttributeProvider is { } member)
        {
            if (type == typeof(Money) || type == typeof(long) || type == typeof(int))
            {
                if (!member.IsDefined(typeof(MayBeNegativeAttribute), inherit: true)) node["minimum"] = 0;
                node["maximum"] = type == typeof(int) ? int.MaxValue : FactsCheck.Most;
            }

            if (member.GetCustomAttributes(typeof(DescriptionAttribute), inherit: true) is [DescriptionAttribute says, ..]) node["description"] = says.Description;
        }

        return node;
    }

    private static JsonObject Integer(string description, bool nullable) => new()
    {
        ["type"] = nullable ? new JsonArray("integer", "null") : "integer",
        ["description"] = description,
    };
}

/// <summary>What came of calling a rule: an answer, or every reason why there is none.</summary>
public sealed class RuleEvaluation
{
    internal RuleEvaluation(RuleAnswer answer) => (Answer, Refusals) = (answer, []);

    internal RuleEvaluation(Refusal refusal) => Refusals = [refusal];

    internal RuleEvaluation(IReadOnlyList<Refusal> refusals) => Refusals = refusals;

    /// <summary>Whether there is an answer.</summary>
    public bool Ok => Answer is not null;

    /// <summary>The answer, or null.</summary>
    public RuleAnswer? Answer { get; }

    /// <summary>Why there is none; empty when there is.</summary>
    public IReadOnlyList<Refusal> Refusals { get; }

    /// <summary>The answer, or { "refusals": [...] }, as JSON.</summary>
    public JsonObject ToJson() => Answer?.ToJson() ?? new JsonObject
    {
        ["refusals"] = new JsonArray([.. Refusals.Select(r => (JsonNode)new JsonObject
        {
            ["code"] = r.Code, ["what"] = r.What, ["remedy"] = r.Remedy, ["citation"] = r.Citation, ["field"] = r.Field,
        })]),
    };
}

/// <summary>The answer of a rule.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="AsOf">The law date.</param>
/// <param name="Policy">The policy.</param>
/// <param name="LawVersion">The version of the law that was read.</param>
/// <param name="Value">The result.</param>
/// <param name="Why">The explanation.</param>
public sealed record RuleAnswer(string Rule, DateOnly AsOf, string Policy, string LawVersion, JsonNode Value, Explanation Why)
{
    /// <summary>The answer as JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["rule"] = Rule,
        ["as_of"] = Days.Iso(AsOf),
        ["policy"] = Policy,
        ["law_version"] = LawVersion,
        ["value"] = Value.DeepClone(),
        ["unconfirmed"] = new JsonArray([.. ExplanationView.Unconfirmed(Why).Select(id => (JsonNode)id)]),
        ["to_confirm"] = new JsonArray([.. ExplanationView.ToConfirm(Why).Select(p => (JsonNode)new JsonObject
        {
            ["parameter"] = p.Id, ["from"] = Days.Iso(p.From), ["value"] = p.Value, ["status"] = p.Status, ["citation"] = p.Citation,
        })]),
        ["explanation"] = ExplanationView.ToJson(Why),
    };
}
