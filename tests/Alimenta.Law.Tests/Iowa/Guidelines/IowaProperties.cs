using System.Text.Json;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Iowa.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Iowa.Guidelines;

/// <summary>What must be true of every family, over a whole made-up schedule.</summary>
public class IowaProperties
{
    private const int Count = 100_000;

    [Fact]
    public void In_100000_families_the_lines_add_up_and_the_result_is_bounded()
    {
        var chance = new Random(20260101);
        for (var i = 0; i < Count; i++)
        {
            var facts = Families.Any(chance);
            var answer = IowaGuideline.Decide(Families.Whole, facts);
            Assert.True(answer.Ok, $"Family {i}: {answer}");
            Assert.True(Wrong(facts, answer.Value) is not { } wrong, $"Family {i}: {Wrong(facts, answer.Value)}\n{JsonSerializer.Serialize(facts, LawJson.Options)}");
        }
    }

    [Fact]
    public void The_parents_can_be_swapped()
    {
        var chance = new Random(20260102);
        for (var i = 0; i < Count / 10; i++)
        {
            var facts = Families.Any(chance);
            var answer = IowaGuideline.Decide(Families.Whole, facts);
            var other = IowaGuideline.Decide(Families.Whole, Families.Swapped(facts)).Value;
            Assert.True(other.GuidelineAmount == answer.Value.GuidelineAmount && other.OrderAmount == answer.Value.OrderAmount && other.CashMedical == answer.Value.CashMedical
                && other.Payer == Other(answer.Value.Payer) && Same(other.Payments, answer.Value.Payments), $"Family {i} gives something else when its parents are swapped:\n{JsonSerializer.Serialize(facts, LawJson.Options)}");
        }
    }

    private static string? Wrong(IowaFacts facts, IowaAnswer answer)
    {
        foreach (var who in (GuidelineParty[])[GuidelineParty.ParentA, GuidelineParty.ParentB])
        {
            var lines = answer.Lines.Where(l => l.Who == who).ToDictionary(l => l.Number, l => l.Value);
            if (lines.ContainsKey("2-I"))
            {
                var deducted = "BCDEFGHIJ".Sum(letter => lines.GetValueOrDefault($"2-{letter}"));
                if (lines["2-K"] != Math.Max(lines["2-A"] - deducted, 0)) return "line K is not A less B to J";
            }

            if (lines["3-B"] > lines["2-K"] || lines["3-B"] < 0) return "adjusted net income is not between nothing and line K";
            if (lines["3-C"] is < 0 or > 1_000_000) return "a share is no share";
        }

        var both = answer.Line("3-B") + answer.Line("3-B", GuidelineParty.ParentB);
        if (both != answer.Line("3-D", GuidelineParty.Total)) return "the incomes do not add up";
        if (answer.GuidelineAmount.Cents % 100 != 0 || answer.GuidelineAmount.IsNegative) return "the amount is not in whole dollars";
        if (answer.GuidelineAmount.Cents > 30000 * 100 / 5 * 3) return "the amount is above any row of the schedule";
        if (answer.OrderAmount.IsZero != (answer.Payer is null) && facts.PublicFunds == IowaPublicFunds.None) return "who pays does not go with what is paid";
        if (facts.HealthPlans.Count == 0 && answer is { Care: IowaCareKind.Sole, Area.Length: > 0 } && answer.GuidelineAmount.Cents < Minimum(facts.Children.Count)) return "support is below the minimum order";
        if (answer.Payments.Where(p => p.Kind == PaymentKind.Cash).Sum(p => p.Amount) != answer.OrderAmount) return "the payments do not add up to what is ordered";
        if (answer.Payments.Any(p => p.From == p.To || p.Amount.IsNegative)) return "a payment goes nowhere";
        return null;
    }

    [Fact]
    public void More_overnights_never_raise_support()
    {
        var chance = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var facts = Families.Stated(chance.Next(1000000), chance.Next(1000000), [.. Enumerable.Repeat(IowaPhysicalCare.ParentB, 1 + chance.Next(5))]);
            var before = Money.Of(1_000_000);
            for (var nights = 0; nights < 183; nights += 1 + chance.Next(12))
            {
                var now = IowaGuideline.Decide(Families.Whole, facts with { VisitationOvernights = nights }).Value.GuidelineAmount;
                Assert.True(now <= before, $"{nights} overnights raise support from {before} to {now}");
                before = now;
            }
        }
    }

    [Fact]
    public void More_income_of_the_one_with_care_never_raises_what_the_other_pays_by_more_than_a_bracket()
    {
        // The share falls while the schedule steps up by at most one bracket; above the top it only falls.
        var facts = Families.Stated(2_500_000, 0, IowaPhysicalCare.ParentB);
        var before = Money.Of(1_000_000);
        for (var own = 600_000L; own < 4_000_000; own += 100_000)
        {
            var now = IowaGuideline.Decide(Families.Whole, facts with { ParentB = new() { StatedNet = new() { Monthly = new(own), Source = "Test" } } }).Value.GuidelineAmount;
            Assert.True(now <= before, $"With {own} it is {now} after {before}");
            before = now;
        }
    }

    [Fact]
    public void Families_without_any_income_owe_the_minimum_order_or_nothing()
    {
        for (var children = 1; children <= 7; children++)
        {
            Assert.Equal(Minimum(children), IowaGuideline.Decide(Families.Law, Families.Stated(0, 0, [.. Enumerable.Repeat(IowaPhysicalCare.ParentA, children)])).Value.GuidelineAmount.Cents);
            var joint = IowaGuideline.Decide(Families.Law, Families.Stated(0, 0, [.. Enumerable.Repeat(IowaPhysicalCare.Joint, children)])).Value;
            Assert.Equal((Money.Zero, (GuidelineParty?)null), (joint.GuidelineAmount, joint.Payer));
        }
    }

    [Fact]
    public void The_largest_figures_are_worked_out_and_larger_ones_refused()
    {
        const long most = 1_000_000L * 1_000_000L;
        foreach (var care in Enum.GetValues<IowaPhysicalCare>())
            foreach (var kind in Enum.GetValues<IowaIncomeKind>())
            {
                IowaParent With(long cents) => new()
                {
                    Incomes = [new() { Kind = kind, Amount = new(cents), Frequency = IowaFrequency.Weekly }], MandatoryPension = new(FactsCheck.Most), UnionDues = new(FactsCheck.Most), SocialSecurityExempt = true, SchoolSurtaxPpm = 1_000_000,
                    OtherOrders = [new() { Original = Families.Day, PaidMonthly = new(FactsCheck.Most), VerifiedMonths = int.MaxValue }],
                };
                IowaFacts Family(long cents) => new()
                {
                    Children = [new() { Name = "C", Born = new(2018, 4, 2), Care = care, ClaimedBy = IowaParty.ParentA }], ParentA = With(cents), ParentB = With(cents) with { UnionDues = Money.Zero, OtherOrders = [] },
                    HealthPlans = [new() { Payer = IowaParty.ParentB, FamilyPremium = new(cents) }], HawkiPremium = new(FactsCheck.Most),
                    Variance = new() { Payer = IowaParty.ParentA, Amount = new(FactsCheck.Most), Finding = "Test" }, PublicFunds = IowaPublicFunds.FosterCare,
                };
                Assert.True(IowaGuideline.Decide(Families.Whole, Family(most)).Ok, $"{care} {kind}");
                Assert.Equal("L-IA-TOO-LARGE", IowaGuideline.Decide(Families.Whole, Family(most + 1)).Refusal!.Code);
            }
    }

    [Fact]
    public void Facts_and_answers_come_back_from_json_as_they_were()
    {
        var chance = new Random(11);
        for (var i = 0; i < 300; i++)
        {
            var json = JsonSerializer.Serialize(Families.Any(chance), LawJson.Options);
            Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<IowaFacts>(json, LawJson.Options), LawJson.Options));
            Assert.Empty(FactsCheck.Of(JsonDocument.Parse(json).RootElement, typeof(IowaFacts)));
            var answer = JsonSerializer.Serialize(IowaGuideline.Decide(Families.Whole, JsonSerializer.Deserialize<IowaFacts>(json, LawJson.Options)!).Value, LawJson.Options);
            Assert.Equal(answer, JsonSerializer.Serialize(JsonSerializer.Deserialize<IowaAnswer>(answer, LawJson.Options), LawJson.Options));
        }
    }

    private static long Minimum(int children) => children switch { 1 => 5000, 2 => 7500, _ => 10000 };

    private static GuidelineParty? Other(GuidelineParty? who) => who is { } one ? 1 - one : null;

    private static bool Same(IReadOnlyList<GuidelinePayment> some, IReadOnlyList<GuidelinePayment> others) =>
        some.Count == others.Count && some.All(p => others.Any(o => o.Kind == p.Kind && o.Amount == p.Amount && o.SharePpm == p.SharePpm && o.From == 1 - p.From && o.To == 1 - p.To));
}
