using System.Text.Json;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Oregon.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Oregon.Guidelines;

/// <summary>What must be true of every family.</summary>
public class OregonProperties
{
    private static readonly LawOn Law = LawStore.BuiltIn.On(Families.Day, "us-or");

    [Fact]
    public void A_hundred_thousand_families_add_up_and_stay_within_bounds()
    {
        var families = new Families(20260901);
        var (answered, refused) = (0, 0);
        while (answered < 100_000)
        {
            var facts = families.Any();
            var outcome = OregonGuideline.Decide(Law, facts);
            if (outcome.Refusal is { } refusal)
            {
                refused++;
                Assert.True(refusal.Code == "L-OR-COVERAGE", $"{refusal} {JsonSerializer.Serialize(facts, LawJson.Options)}");
                continue;
            }

            answered++;
            if (Fault(facts, outcome.Value) is { } fault) Assert.Fail($"{fault} {JsonSerializer.Serialize(facts, LawJson.Options)}");
        }

        Assert.True(refused is > 0 and < 50_000, $"{refused} families chose coverage that cannot be had");
    }

    private static string? Fault(OregonFacts facts, OregonAnswer answer)
    {
        var pays = 0;
        foreach (var s in answer.Presumed)
        {
            var at = answer.Lines.Where(l => l.Who == s.Parent && l.Kind is LineKind.Money or LineKind.YesNo).ToLookup(l => l.Number, l => l.Value);
            long V(string number) => at[number].First();
            if (V("9a") + V("9b") + V("9c") + V("9d") != V("9e") || V("9e") != s.Total.Cents) return "9e is not the sum";
            if (new[] { s.CashMinors, s.MedicalMinors, s.CashSchool, s.MedicalSchool }.Any(m => m.IsNegative || m.Cents % 100 != 0)) return "support is below nothing or not in dollars";
            if (V("2b") > V("1j") || V("3d") > V("1j")) return "more than the income available";
            if (!facts.CoverageAtHigherAmount && V("4i") > V("1j") + 100) return "more with coverage than the income available";
            if (V("6f") != V("4i") - V("6c") - V("6d") - V("6e")) return "6f is not the sum";
            if (V("8a") != V("6f") + Math.Max(V("6e"), V("5b"))) return "8a is not the sum";
            if (V("8f") != Math.Max(0, V("8d") - V("8e")) || V("8h") != Math.Max(0, V("5b") - V("8g"))) return "benefits are not taken off";
            if (!facts.CoverageAtHigherAmount && s.CashMinors.Cents + s.CashSchool.Cents > Math.Max(10_000, V("1j") + 100) + 200) return "cash support beyond its bound";
            var pays7c = V("7c") == 1;
            if (V("9a") != (pays7c ? Part(V("8f"), facts.MinorChildren) : 0) || V("9b") != (pays7c ? Part(V("8h"), facts.MinorChildren) : 0)) return "9a or 9b is not the part of the minors, first of one child to the cent, then to the dollar";
            if (V("9c") != School(V("8f")) || V("9d") != School(V("8h"))) return "9c or 9d is not the part of the children attending school";
            if (pays7c) pays++;

            long Part(long cents, int count) => Half(Half(cents, facts.MinorChildren + facts.ChildrenAttendingSchool) * count, 100) * 100;
            long School(long cents) => facts.ChildrenAttendingSchool == 0 ? 0 : pays7c ? Part(cents, facts.ChildrenAttendingSchool) : Half(cents, 100) * 100;
            static long Half(long amount, long by) => (2 * amount + by) / (2 * by);
            if (V("7c") == 0 && (s.CashMinors.IsPositive || s.MedicalMinors.IsPositive)) return "pays for minors without being the one who does";
            if (facts.ChildrenAttendingSchool == 0 && (s.CashSchool.IsPositive || s.MedicalSchool.IsPositive)) return "support for a child attending school that is not there";
            if (V("7c") == 1 && facts is { ChildrenAttendingSchool: 0 } && V("8b") == 0 && V("8e") == 0 && s.Total.Cents + V("6e") < 9_900) return "below the minimum order";
        }

        var one = answer.Lines.Where(l => l.Number == "1h").ToDictionary(l => l.Who, l => l.Value);
        if (one[GuidelineParty.ParentA] + one[GuidelineParty.ParentB] != one[GuidelineParty.Total]) return "1h does not add up";
        if (facts.Caretaker is not { OvernightsHundredths: > 0 } && pays > 1) return "both pay for minors";
        return answer.Payments.Sum(p => p.Amount) == answer.Presumed.Sum(s => s.Total) ? null : "the payments are not the support";
    }

    [Fact]
    public void Parents_who_change_places_change_results()
    {
        var families = new Families(7);
        for (var i = 0; i < 10_000; i++)
        {
            var facts = families.Any();
            var (one, other) = (OregonGuideline.Decide(Law, facts), OregonGuideline.Decide(Law, Swapped(facts)));
            Assert.Equal(one.Refusal?.Code, other.Refusal?.Code);
            if (!one.Ok) continue;
            Assert.Equal(one.Value.Lines.Select(l => (l.Number, Other(l.Who), l.Value)).Order(), other.Value.Lines.Select(l => (l.Number, l.Who, l.Value)).Order());
            Assert.Equal(one.Value.Payments.Select(p => (Other(p.From), Other(p.To), p.Kind, p.Amount)).Order(), other.Value.Payments.Select(p => (p.From, p.To, p.Kind, p.Amount)).Order());
        }
    }

    [Fact]
    public void More_overnights_never_raise_what_that_parent_pays()
    {
        var families = new Families(11);
        for (var i = 0; i < 10_000; i++)
        {
            var facts = families.WithMinors();
            var less = families.Below(36500);
            var more = less + families.Below(36500 - less);
            Assert.True(Pays(facts, more) <= Pays(facts, less), $"{less} {more} {JsonSerializer.Serialize(facts, LawJson.Options)}");
        }

        static Money Pays(OregonFacts facts, int nights) => OregonGuideline.Decide(Law, facts with
        {
            TimeByHours = null,
            WithoutPlan = null,
            ParentA = facts.ParentA with { OvernightsHundredths = nights },
            ParentB = facts.ParentB with { OvernightsHundredths = 36500 - nights },
        }).Value.Presumed[0].Total;
    }

    [Fact]
    public void More_hours_never_raise_what_that_parent_pays()
    {
        var families = new Families(17);
        for (var i = 0; i < 5_000; i++)
        {
            var facts = families.ByHours(families.WithMinors());
            var more = facts.TimeByHours!.Blocks.Select(b => b with { Hours = Math.Min(24, b.Hours + families.Below(12)) });
            Assert.True(Pays(facts with { TimeByHours = facts.TimeByHours with { Blocks = [.. more] } }) <= Pays(facts), JsonSerializer.Serialize(facts, LawJson.Options));
        }

        static Money Pays(OregonFacts facts) => OregonGuideline.Decide(Law, facts).Value.Presumed[0].Total;
    }

    [Fact]
    public void Facts_written_as_JSON_and_read_again_give_the_same()
    {
        var families = new Families(13);
        for (var i = 0; i < 500; i++)
        {
            var facts = families.Any();
            var json = JsonSerializer.Serialize(facts, LawJson.Options);
            var outcome = OregonGuideline.Decide(Law, facts);
            var evaluation = RuleCatalog.BuiltIn.Eval(OregonGuideline.RuleId, Families.Day, "us-or", json);
            Assert.Equal(outcome.Refusal?.Code, evaluation.Refusals.SingleOrDefault()?.Code);
            if (outcome.Ok) Assert.Equal(JsonSerializer.Serialize(outcome.Value, LawJson.Options), evaluation.Answer!.Value.ToJsonString(LawJson.Options));
        }
    }

    [Fact]
    public void Nobody_has_income_and_the_one_with_less_time_owes_the_minimum_order()
    {
        var answer = OregonGuideline.Decide(Law, new()
        {
            ParentA = new() { Income = Money.Zero, OvernightsHundredths = 5000 },
            ParentB = new() { Income = Money.Zero, OvernightsHundredths = 31500 },
            MinorChildren = 1,
        }).Value;
        Assert.Equal([Money.Of(100), Money.Zero], answer.Presumed.Select(s => s.Total));
        Assert.Contains(answer.Findings, f => f.Code == "OR-MINIMUM-ORDER");
    }

    private static OregonFacts Swapped(OregonFacts facts) => facts with
    {
        ParentA = facts.ParentB,
        ParentB = facts.ParentA,
        TimeByHours = facts.TimeByHours is { } hours ? new() { RestWith = Other(hours.RestWith), Blocks = [.. hours.Blocks.Select(b => b with { With = Other(b.With) })] } : null,
        WithoutPlan = facts.WithoutPlan is { } homes ? homes with { ParentA = homes.ParentB, ParentB = homes.ParentA } : null,
        Coverage = facts.Coverage switch { OregonCoverage.ParentA => OregonCoverage.ParentB, OregonCoverage.ParentB => OregonCoverage.ParentA, var same => same },
        ChildCare = [.. facts.ChildCare.Select(c => c with { Payer = c.Payer switch { OregonPayer.ParentA => OregonPayer.ParentB, OregonPayer.ParentB => OregonPayer.ParentA, var same => same } })],
    };

    private static OregonHome Other(OregonHome home) => home switch { OregonHome.ParentA => OregonHome.ParentB, OregonHome.ParentB => OregonHome.ParentA, _ => home };

    private static GuidelineParty Other(GuidelineParty who) => who switch { GuidelineParty.ParentA => GuidelineParty.ParentB, GuidelineParty.ParentB => GuidelineParty.ParentA, _ => who };
}
