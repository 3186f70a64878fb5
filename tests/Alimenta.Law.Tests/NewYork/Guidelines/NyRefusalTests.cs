using System.Text.Json.Nodes;
using Alimenta.Law.NewYork.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.NewYork.Guidelines;

/// <summary>Bad facts: each with its code, the member at fault and what to do.</summary>
public class NyRefusalTests
{
    private const string Start = """{ "parent_a": { "income": [ { "item": "gross_income", "amount_cents": 6000000 } ] }, "parent_b": {}, "children": [ { "name": "Ana", "lives_with": "parent_b" } ] }""";

    private static RuleEvaluation Eval(string more)
    {
        var facts = JsonNode.Parse(Start)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(more)!.AsObject()) facts[name] = value?.DeepClone();
        return RuleCatalog.BuiltIn.Eval(NyGuideline.RuleId, new(2026, 6, 1), "us", facts.ToJsonString());
    }

    [Theory]
    [InlineData("""{ "children": [] }""", "L-NY-NO-CHILD", "children")]
    [InlineData("""{ "children": [ { "lives_with": "parent_a" }, { "name": "Ben", "born": "2026-06-02", "lives_with": "parent_a" } ] }""", "L-NY-BORN", "children[1].born")]
    [InlineData("""{ "children": [ { "born": "2005-06-01", "lives_with": "parent_a" } ] }""", "L-NY-GROWN", "children[0].born")]
    [InlineData("""{ "children": [ { "lives_with": "nobody" } ] }""", "L-FACT-TYPE", "children[0].lives_with")]
    [InlineData("""{ "parent_b": { "income": [ { "item": "gross_income", "amount_cents": -1 } ] } }""", "L-FACT-NEGATIVE", "parent_b.income[0].amount_cents")]
    [InlineData("""{ "parent_b": { "income": [ { "item": "gross_income", "amount_cents": "many" } ] } }""", "L-FACT-TYPE", "parent_b.income[0].amount_cents")]
    [InlineData("""{ "parent_b": { "income": [ { "item": "fringe_benefits", "amount_cents": 1 } ] } }""", "L-NY-IMPUTED", "parent_b.income[0].because")]
    [InlineData("""{ "parent_b": { "income": [ { "item": "maintenance_paid", "amount_cents": 1 } ] } }""", "L-NY-MAINTENANCE", "parent_b.income[0].item")]
    [InlineData("""{ "maintenance": { "paid_by": "caretaker", "amount_cents": 1 } }""", "L-NY-MAINTENANCE", "maintenance.paid_by")]
    [InlineData("""{ "insurance": [ { "plan": "A", "amount_cents": 1, "carried_by": "parent_a" }, { "plan": " a", "amount_cents": 1, "carried_by": "parent_b" } ] }""", "L-NY-PLAN-TWICE", "insurance[1].carried_by")]
    [InlineData("""{ "child_care": [ { "amount_cents": 1, "paid_by": "caretaker" } ] }""", "L-NY-CARETAKER", "child_care[0].paid_by")]
    [InlineData("""{ "education": [ { "amount_cents": 1, "per": "once", "paid_by": "parent_b" } ] }""", "L-NY-ONCE", "education[0].per")]
    [InlineData("""{ "child_care": [ { "amount_cents": 900000000000000, "per": "weekly", "paid_by": "parent_b" } ] }""", "L-FACT-RANGE", "child_care")]
    [InlineData("""{ "five_or_more_ppm": 350000 }""", "L-NY-PERCENTAGE", "five_or_more_ppm")]
    [InlineData("""{ "above_cap": { "method": "stop_at_cap", "reasons": "R." } }""", "L-NY-ABOVE-CAP", "above_cap")]
    [InlineData("""{ "above_cap": { "method": "amount", "reasons": "R." } }""", "L-NY-ABOVE-CAP", "above_cap.amount_yearly_cents")]
    [InlineData("""{ "below_poverty": { "amount_monthly_cents": 0, "factors": [ "other" ], "reasons": "R." } }""", "L-NY-BELOW-POVERTY", "below_poverty")]
    [InlineData("""{ "deviation": { "amount_monthly_cents": 0, "reasons": "R." } }""", "L-NY-FACTORS", "deviation.factors")]
    [InlineData("""{ "cash_medical": { "medicaid": "fee_for_service", "family_contribution_monthly_cents": 1, "months": 13 } }""", "L-FACT-RANGE", "cash_medical.months")]
    public void A_fault_names_its_member_and_the_remedy(string more, string code, string field)
    {
        var refusal = Eval(more).Refusals[0];
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
        Assert.NotEqual("", refusal.Remedy);
    }

    [Fact]
    public void Each_court_cites_its_statute()
    {
        Assert.StartsWith("FCA 413(1)", Eval("""{ "children": [] }""").Refusals[0].Citation, StringComparison.Ordinal);
        Assert.StartsWith("DRL 240(1-b)", Eval("""{ "court": "supreme_court", "children": [] }""").Refusals[0].Citation, StringComparison.Ordinal);
        Assert.All(Eval("""{ "court": "supreme_court" }""").Answer!.Value["lines"]!.AsArray(), l => Assert.StartsWith("DRL 240(1-b)", l!["citation"]!.GetValue<string>(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_largest_amounts_that_facts_may_have_are_reckoned_exactly()
    {
        var most = $$"""[ { "item": "gross_income", "amount_cents": {{FactsCheck.Most}} } ]""";
        var answer = Eval($$"""
            { "parent_a": { "income": {{most}} }, "parent_b": { "income": {{most}} }, "maintenance": { "paid_by": "parent_b", "amount_cents": {{FactsCheck.Most}} },
              "above_cap": { "method": "percentage", "reasons": "R." },
              "insurance": [ { "plan": "A", "amount_cents": {{FactsCheck.Most}}, "carried_by": "parent_b" } ] }
            """);
        Assert.True(answer.Ok, string.Join(' ', answer.Refusals));
        // All income is parent A's, who owes 17 percent of it and the whole premium.
        Assert.Equal(FactsCheck.Most * 2 / 100 * 17 + FactsCheck.Most, answer.Answer!.Value["support"]!["totals"]![0]!["yearly_cents"]!.GetValue<long>());
    }
}
