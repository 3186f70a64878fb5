using System.Text.Json.Nodes;
using Alimenta.Law.Federal.Withholding;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Rules;

public class RuleCatalogTests
{
    private const string Good = """{ "amount_cents": 100, "source": "voluntary", "orders": [ { "order": "1", "current_due_cents": 100 } ] }""";

    private static RuleEvaluation Eval(string facts, string rule = "us/allocation", string policy = "us") =>
        RuleCatalog.BuiltIn.Eval(rule, new(2026, 6, 1), policy, facts);

    [Fact]
    public void An_answer_names_its_rule_its_law_and_its_reasons()
    {
        var json = Eval(Good).ToJson();
        Assert.Equal("us/allocation", json["rule"]!.GetValue<string>());
        Assert.Equal(LawStore.BuiltIn.Version, json["law_version"]!.GetValue<string>());
        Assert.Equal(100, json["value"]!["orders"]![0]!["current_cents"]!.GetValue<long>());
        Assert.NotEmpty(json["explanation"]!["steps"]!.AsArray());
        Assert.Equal("us/policy/allocation/by-type", json["explanation"]!["parameters"]![0]!["id"]!.GetValue<string>());
        Assert.Equal("choice", json["explanation"]!["parameters"]![0]!["status"]!.GetValue<string>());
    }

    [Fact]
    public void What_is_not_confirmed_is_named_in_the_answer()
    {
        var json = Eval("""{ "born": "2008-06-15" }""", "us/emancipation", "us-ny").ToJson();
        Assert.Equal("ny/policy/emancipation/age", Assert.Single(json["unconfirmed"]!.AsArray())!.GetValue<string>());
        var open = Assert.Single(json["to_confirm"]!.AsArray())!;
        Assert.Equal(("ny/policy/emancipation/age", "21 years", "unconfirmed"), ((string)open["parameter"]!, (string)open["value"]!, (string)open["status"]!));
    }

    [Fact]
    public void Every_answer_names_each_figure_that_no_official_text_confirms()
    {
        var seen = new HashSet<LawStatus>();
        foreach (var one in LawCases.BuiltIn().Where(c => c.Refusal.Length == 0))
        {
            var answer = RuleCatalog.BuiltIn.Eval(one.Rule, one.AsOf, one.Policy, one.Facts.ToJsonString()).Answer!;
            var json = answer.ToJson();
            var said = json["to_confirm"]!.AsArray().Select(p => (string)p!["parameter"]!).ToHashSet();
            foreach (var read in Parameters(answer.Why).Where(p => p.Status is "secondary" or "unconfirmed"))
            {
                seen.Add(Enum.Parse<LawStatus>(read.Status, ignoreCase: true));
                Assert.True(said.Contains(read.Id), $"{one} does not say that {read.Id} is to be confirmed");
            }

            // A guideline says it in its result too, so that a stored result keeps it without its explanation.
            if (answer.Value is System.Text.Json.Nodes.JsonObject value && value["to_confirm"] is { } own)
                Assert.Equal(said, own.AsArray().Select(p => (string)p!["parameter"]!).ToHashSet());
        }

        Assert.Equal([LawStatus.Secondary, LawStatus.Unconfirmed], seen.Order());

        static IEnumerable<ParameterRead> Parameters(Explanation why) => why.Children.SelectMany(Parameters).Concat(why.Parameters);
    }

    [Fact]
    public void An_explanation_reads_as_text_with_what_it_rests_on()
    {
        var text = ExplanationView.ToText(Eval("""{ "disposable_earnings_cents": 120000, "supports_other_family": true, "orders": [ { "order": "1", "current_due_cents": 30000 }, { "order": "2", "current_due_cents": 50000 } ] }""", "us/withholding-limit").Answer!.Why);
        Golden.Is("Rules/explanation.golden.txt", text);
    }

    [Fact]
    public void Faulty_facts_are_refused_with_code_field_and_remedy()
    {
        string[] faulty =
        [
            "{",
            "[]",
            "null",
            """{ "amount_cents": 100, "source": "voluntary", "orders": [ { "order": "1", "current_due_cents": 100, "colour": "red" } ] }""",
            """{ "amount_cents": -1, "source": "voluntary", "orders": [ { "order": "1", "current_due_cents": -100 } ] }""",
            """{ "amount_cents": 1.5, "source": "cash", "orders": { } }""",
            """{ "amount_cents": "100", "source": 3, "orders": [ 1, null ] }""",
            """{ "amount_cents": 99999999999999999, "amount_cents": 1, "source": null }""",
            """{ "amount_cents": 1e400, "source": "voluntary", "orders": [] }""",
        ];
        var page = string.Join("\n\n", faulty.Select(facts => facts + "\n" + string.Join('\n', Eval(facts).Refusals.Select(r => $"  {r.Code} [{r.Field}] {r.What} {r.Remedy}"))));
        page += "\n\n(other)\n" + string.Join('\n',
            new[] { Eval(Good, "us/nothing"), Eval(Good, policy: "us-zz"), Eval("""{ "date": "0001-01-02" }""", "us/business-calendar"), Eval("""{ "date": "2026-02-30" }""", "us/business-calendar"), RuleCatalog.BuiltIn.Eval("us/allocation", new(1990, 1, 1), "us", Good) }
                .SelectMany(e => e.Refusals).Select(r => $"  {r.Code} [{r.Field}] {r.What} {r.Remedy}"));
        Golden.Is("Rules/faulty-facts.golden.txt", page);
        Assert.All(faulty, facts => Assert.False(Eval(facts).Ok));
    }

    [Fact]
    public void Words_are_read_in_any_case_and_comments_are_allowed() =>
        Assert.True(Eval("""{ "amount_cents": 100, /* cash */ "source": "Voluntary", "orders": [], }""").Ok);

    [Fact]
    public void A_schema_names_each_fact_with_its_meaning_its_bounds_and_whether_it_is_wanted()
    {
        foreach (var rule in RuleCatalog.BuiltIn.Rules)
        {
            var schema = RuleCatalog.BuiltIn.Schema(rule.Id).Value;
            Assert.Equal(rule.Id, schema["title"]!.GetValue<string>());
            Assert.False(schema["additionalProperties"]!.GetValue<bool>());
            Walk(rule.Id, schema);
        }

        var money = RuleCatalog.BuiltIn.Schema("us/allocation").Value["properties"]!["amount_cents"]!;
        Assert.Equal(("integer", 0), (money["type"]!.GetValue<string>(), money["minimum"]!.GetValue<int>()));
        Assert.Equal("L-RULE-UNKNOWN", RuleCatalog.BuiltIn.Schema("us/nothing").Refusal!.Code);

        static void Walk(string rule, JsonObject schema)
        {
            foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
            {
                Assert.True(member!["description"] is not null, $"{rule}: {name} is not described");
                if (member["items"] is JsonObject items) Walk(rule, items);
                if (member["properties"] is not null) Walk(rule, member.AsObject());
            }
        }
    }

    [Fact]
    public void What_a_schema_asks_for_is_what_is_read()
    {
        // The smallest facts that a schema asks for must pass the check; without any one of them they must not.
        foreach (var rule in RuleCatalog.BuiltIn.Rules)
        {
            var facts = Smallest(RuleCatalog.BuiltIn.Schema(rule.Id).Value);
            Assert.DoesNotContain(Codes(rule, facts), code => code.StartsWith("L-FACT-", StringComparison.Ordinal));
            foreach (var name in facts.Select(m => m.Key).ToList())
            {
                var less = facts.DeepClone().AsObject();
                less.Remove(name);
                Assert.Contains("L-FACT-MISSING", Codes(rule, less));
            }
        }

        static IEnumerable<string> Codes(ILawRule rule, JsonObject facts) =>
            RuleCatalog.BuiltIn.Eval(rule.Id, new(2026, 6, 1), "us", facts.ToJsonString()).Refusals.Select(r => r.Code);

        static JsonObject Smallest(JsonObject schema) =>
            new((schema["required"]?.AsArray() ?? []).Select(n => n!.GetValue<string>()).Select(name => KeyValuePair.Create(name, Value(schema["properties"]![name]!.AsObject()))));

        static JsonNode? Value(JsonObject schema) =>
            schema["enum"] is JsonArray words ? words[0]!.DeepClone()
            : schema["type"]!.GetValue<string>() switch
            {
                "integer" => 0,
                "boolean" => false,
                "array" => new JsonArray(),
                "object" => Smallest(schema),
                _ => schema["format"]?.GetValue<string>() == "date" ? "2026-06-01" : "x",
            };
    }

    [Fact]
    public void The_same_rule_without_tracing_gives_the_same_result()
    {
        foreach (var one in LawCases.BuiltIn().Where(c => c.Refusal.Length == 0))
        {
            var law = LawStore.BuiltIn.On(one.AsOf, one.Policy);
            var facts = System.Text.Json.JsonSerializer.SerializeToElement(one.Facts);
            var rule = RuleCatalog.BuiltIn.Find(one.Rule)!;
            var why = new Explanation(rule.Id, rule.Citation);
            var traced = rule.Eval(law, facts, why).Value.ToJsonString();
            Assert.Equal(traced, rule.Eval(law, facts, null).Value.ToJsonString());
            if (rule.Id == Alimenta.Law.Federal.History.Replay.RuleId) continue; // explains the one distribution it is asked about
            Assert.NotEmpty(why.Steps);
            Assert.NotEmpty(why.Parameters);
        }
    }

    [Fact]
    public void Another_rule_can_be_added_and_an_id_stands_once()
    {
        var more = new LawRule<WithholdingFacts, WithholdingAnswer>("us/test", "S.", "C", WithholdingLimit.Decide);
        Assert.NotNull(RuleCatalog.BuiltIn.With(more).Find("us/test"));
        Assert.Throws<ArgumentException>(() => RuleCatalog.BuiltIn.With(more, more));
    }
}
