using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Guidelines.Forms;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Guidelines;

/// <summary>Forms that are read off the facts of a guideline: what is typed becomes facts, facts become texts again, and nothing is lost.</summary>
public sealed class FactFormTests
{
    public static TheoryData<string, string> Families() =>
        [.. GuidelineRules.All.SelectMany(g => LawCases.BuiltIn().Where(c => c.Rule == g.Rule && c.Refusal.Length == 0).Select(c => (g.State, $"{c.File} {c.Id}")))];

    [Theory, MemberData(nameof(Families))]
    public void Facts_written_as_texts_and_read_again_give_the_same_result(string state, string id)
    {
        var guideline = GuidelineRules.Of(state).Value;
        var family = LawCases.BuiltIn().Single(c => $"{c.File} {c.Id}" == id);
        var form = FactForm.Of(RuleCatalog.BuiltIn, guideline);
        using var facts = JsonDocument.Parse(family.Facts.ToJsonString());
        var typed = WrittenFacts.Of(form, facts.RootElement);
        var (read, faults) = TypedFacts.Read(form, typed);
        Assert.Empty(faults);
        var again = guideline.Ask(RuleCatalog.BuiltIn, family.AsOf, read.ToJsonString());
        Assert.Empty(again.Refusals);
        Assert.Equal(guideline.Ask(RuleCatalog.BuiltIn, family.AsOf, family.Facts.ToJsonString()).Answer!.Value.ToJsonString(), again.Answer!.Value.ToJsonString());
        Assert.Equal(typed, TypedFacts.Tidy(form, typed).Typed);
    }

    [Fact]
    public void Every_member_of_the_facts_is_in_the_form()
    {
        foreach (var guideline in GuidelineRules.All)
        {
            var form = FactForm.Of(RuleCatalog.BuiltIn, guideline);
            Assert.All(form.All, f => Assert.True(f.Label.Length > 0 && f.Hint.Length > 0, f.Path));
            Assert.Equal(form.All.Select(f => f.Path).Distinct().Count(), form.All.Count());
            Assert.Contains(form.All, f => f.Path.StartsWith("parent_a.", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void An_empty_entry_is_no_entry_and_the_others_move_up()
    {
        var form = FactForm.Of(RuleCatalog.BuiltIn, GuidelineRules.Of("or").Value);
        Dictionary<string, string> typed = new() { ["child_care[0].area"] = "", ["child_care[2].child"] = "Mara", ["child_care[2].cost_cents"] = "12", ["minor_children"] = " 1 ", ["unknown"] = "x" };
        var (tidy, moved) = TypedFacts.Tidy(form, typed);
        Assert.Equal("Mara", tidy["child_care[0].child"]);
        Assert.Equal(" 1 ", tidy["minor_children"]);
        Assert.DoesNotContain("unknown", tidy.Keys);
        Assert.Equal("child_care[0].cost_cents", moved["child_care[2].cost_cents"]);
        var facts = TypedFacts.Read(form, typed).Facts;
        Assert.Equal(1200, facts["child_care"]![0]!["cost_cents"]!.GetValue<long>());
        Assert.Equal(1, facts["minor_children"]!.GetValue<int>());
        Assert.Null(facts["rebuttal"]);
    }

    [Theory]
    [InlineData("parent_a.income_cents", "three", "L-FACT-TYPE")]
    [InlineData("parent_a.income_cents", "-1", "L-FACT-NEGATIVE")]
    [InlineData("parent_a.income_cents", "NaN", "L-FACT-TYPE")]
    [InlineData("minor_children", "2.5", "L-FACT-TYPE")]
    [InlineData("minor_children", "-2", "L-FACT-NEGATIVE")]
    [InlineData("parent_a.overnights_hundredths", "182,5x", "L-FACT-TYPE")]
    [InlineData("child_care[0].born", "31 June", "L-FACT-TYPE")]
    public void What_does_not_parse_is_told_with_its_place(string path, string text, string code)
    {
        var (facts, faults) = TypedFacts.Read(FactForm.Of(RuleCatalog.BuiltIn, GuidelineRules.Of("or").Value), new Dictionary<string, string> { [path] = text });
        var fault = Assert.Single(faults);
        Assert.Equal((code, path), (fault.Code, fault.Field));
        Assert.NotEmpty(fault.Remedy);
        Assert.DoesNotContain(text, facts.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Faults_are_said_with_the_names_of_the_form()
    {
        Assert.Equal("Actual gross income of parent A: this is missing.", FaultWords.Of(new("L-FACT-MISSING", "parent_a.income_cents is missing.", "Add it.", Field: "parent_a.income_cents")).What);
        Assert.Equal("Overnights a year of parent B is more than a year has nights.", FaultWords.Of(new("L-OR-OVERNIGHTS", "parent_b.overnights_hundredths is more than a year has nights.", "", Field: "")).What);
        Assert.Equal("Cost, child care 2", FaultWords.Label("child_care[1].cost_cents"));
        Assert.Equal("Choose parent A or both.", FaultWords.Of(new("X", "", "Choose parent_a or both.")).Remedy);
        Assert.Equal("Without a plan, say under homes without a plan or order who has the children; stop at cap is a choice.", FaultWords.Say("without a plan, say under without_plan who has the children; stop_at_cap is a choice."));
        Assert.Equal("Amount, income 1 of parent A", FaultWords.Label("parent_a.income[0].amount_cents"));
    }

    [Fact]
    public void No_name_in_a_form_is_a_raw_word_of_the_facts()
    {
        foreach (var form in GuidelineRules.All.Select(g => FactForm.Of(RuleCatalog.BuiltIn, g)))
            foreach (var text in form.All.SelectMany(f => (string[])[f.Label, FaultWords.Say(f.Hint)]))
                Assert.DoesNotContain('_', text);
    }
}
