using System.Text.Json;
using Alimenta.Law.Guidelines;
using Alimenta.Law.NewYork.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.NewYork.Guidelines;

/// <summary>What must be true of every family.</summary>
public class NyGuidelineProperties
{
    private static readonly LawOn Law = LawStore.BuiltIn.On(new(2026, 6, 1), "us-ny");

    private static void Always(int families, Func<NyGuidelineFacts, NyGuidelineAnswer, string?> fault)
    {
        var dice = new Random(20260601);
        for (var i = 0; i < families; i++)
        {
            var facts = NyFamilies.One(dice);
            var outcome = NyGuideline.Decide(Law, facts);
            var wrong = outcome.Ok ? fault(facts, outcome.Value) : $"refused: {outcome.Refusal}";
            if (wrong is not null) Assert.Fail($"Family {i}: {wrong}\n{JsonSerializer.Serialize(facts, LawJson.Options)}");
        }
    }

    [Fact]
    public void A_hundred_thousand_families_agree_with_the_second_reckoning_and_add_up() =>
        Always(100_000, (facts, answer) => Reckoned(facts, answer) ?? Incomes(answer) ?? Sums(answer));

    private static string? Reckoned(NyGuidelineFacts facts, NyGuidelineAnswer answer)
    {
        long a = NyBookkeeper.Income(facts, NyWho.ParentA), b = NyBookkeeper.Income(facts, NyWho.ParentB), combined = a + b;
        if (answer.CombinedIncome.Cents != combined) return $"combined income is {combined}";
        if (answer.DecisionNeeded != combined > answer.Cap.Cents) return "the decision above the cap";
        foreach (var owed in answer.Support.Obligations)
        {
            var (amount, rule) = NyBookkeeper.Basic(owed.Parent == GuidelineParty.ParentA ? a : b, combined, owed.Children);
            if (owed.LowIncome != rule) return $"{owed.Parent} is {rule}";
            var line = answer.Support.Order.First(l => l.Kind == PaymentKind.Cash && l.From == owed.Parent);
            if ((line.Yearly.Cents, line.Monthly.Cents, line.Weekly.Cents) != (NyBookkeeper.Each(amount, combined, 1), NyBookkeeper.Each(amount, combined, 12), NyBookkeeper.Each(amount, combined, 52)))
                return $"{owed.Parent} owes {NyBookkeeper.Each(amount, combined, 1)}";
        }

        return null;
    }

    /// <summary>Each parent's income is what is added less what is deducted, at least nothing; both make combined income, of which no more counts than the cap.</summary>
    private static string? Incomes(NyGuidelineAnswer answer)
    {
        long combined = 0;
        foreach (var who in (GuidelineParty[])[GuidelineParty.ParentA, GuidelineParty.ParentB])
        {
            long gross = 0, deducted = 0, saidGross = 0, saidDeducted = 0, income = 0;
            foreach (var line in answer.Lines)
            {
                if (line.Who != who || !line.Number.StartsWith("(b)(5)", StringComparison.Ordinal)) continue;
                if (line.Label == "Income before deductions") saidGross = line.Value;
                else if (line.Label == "Deductions") saidDeducted = line.Value;
                else if (line.Label == "Income") income = line.Value;
                else if (line.Label.StartsWith("Less: ", StringComparison.Ordinal)) deducted += line.Value;
                else gross += line.Value;
            }

            if (gross != saidGross || deducted != saidDeducted || income != Math.Max(0, gross - deducted)) return $"the income of {who} does not add up";
            combined += income;
        }

        if (combined != answer.CombinedIncome.Cents) return "the incomes do not make combined income";
        return answer.Lines.First(l => l.Label == "Combined income up to the cap").Value == Math.Min(combined, answer.Cap.Cents) ? null : "more counts than the cap";
    }

    private static string? Sums(NyGuidelineAnswer answer)
    {
        foreach (var total in answer.Support.Totals)
        {
            var lines = answer.Support.Order;
            var tied = answer.Support.Totals.Any(t => t.From == total.To && t.To == total.From);
            var forward = lines.Where(l => l.From == total.From && l.To == total.To).ToList();
            var back = lines.Where(l => l.From == total.To && l.To == total.From).ToList();
            foreach (var (sum, of) in new (Money, Func<NyOrderLine, Money>)[] { (total.Yearly, l => l.Yearly), (total.Monthly, l => l.Monthly), (total.Weekly, l => l.Weekly) })
            {
                var basic = forward.Where(l => l.Kind == PaymentKind.Cash).Sum(of) - back.Where(l => l.Kind == PaymentKind.Cash).Sum(of);
                var costs = forward.Where(l => l.Kind != PaymentKind.Cash).Sum(of);
                var deducted = tied ? Money.Zero : back.Where(l => l.Kind != PaymentKind.Cash).Sum(of);
                if (sum != (basic - deducted).OrZero + costs || sum.IsNegative) return $"{total}";
            }

            if (answer.Support.Payments.Where(p => p.From == total.From && p.To == total.To).Sum(p => p.Amount) != total.Monthly) return "payments differ from the total of a month";
        }

        return answer.Support.Order.All(l => answer.Support.Totals.Any(t => (t.From == l.From && t.To == l.To) || (t.From == l.To && t.To == l.From))) ? null : "a line in no total";
    }

    [Fact]
    public void Exchanging_the_parents_exchanges_the_result() => Always(10_000, (facts, answer) =>
    {
        var other = NyGuideline.Decide(Law, NyFamilies.Swapped(facts)).Value;
        var (one, two) = (Picture(answer, false), Picture(other, true));
        return one == two ? null : $"\n{one}\nand\n{two}";
    });

    [Fact]
    public void A_cent_more_income_never_lowers_what_the_payer_owes() => Always(3_000, (facts, answer) =>
    {
        if (answer.Support.Obligations is not [{ Parent: GuidelineParty.ParentA } before] || facts.Children.Any(c => c.LivesWith == NyHome.Equal)) return null;
        NyParent Plus(long cents) => facts.ParentA with { Income = [.. facts.ParentA.Income, new() { Item = NyIncomeItem.GrossIncome, Amount = new(cents) }] };
        foreach (var cents in (long[])[1, 100, 99_999, 2_000_000])
        {
            var more = NyGuideline.Decide(Law, facts with { ParentA = Plus(cents) }).Value.Support.Obligations[0];
            // Income above deductions only: where they are greater, a cent changes nothing.
            if (more.Basic < before.Basic) return $"{cents} cents more and {more.Basic} instead of {before.Basic}";
        }

        return null;
    });

    [Fact]
    public void The_reserve_is_left_unless_a_least_amount_is_owed() => Always(10_000, (_, answer) =>
        answer.Support.Obligations.FirstOrDefault(o => o.LowIncome switch
        {
            NyLowIncome.None => (o.Income - o.Basic).Cents < 2_154_600,
            NyLowIncome.BelowReserve => o.Basic.Cents != Math.Max(60_000, o.Income.Cents - 2_154_600),
            _ => o.Basic.Cents != 30_000,
        })?.ToString());

    [Fact]
    public void Facts_and_result_survive_the_way_through_JSON() => Always(500, (facts, answer) =>
    {
        var text = JsonSerializer.Serialize(facts, LawJson.Options);
        var again = JsonSerializer.Serialize(JsonSerializer.Deserialize<NyGuidelineFacts>(text, LawJson.Options), LawJson.Options);
        if (text != again) return again;
        var called = RuleCatalog.BuiltIn.Eval(NyGuideline.RuleId, Law.Date, Law.Policy, text);
        return called.Ok && called.Answer!.Value.ToJsonString() == JsonSerializer.SerializeToNode(answer, LawJson.Options)!.ToJsonString() ? null : string.Join(' ', called.Refusals);
    });

    /// <summary>Who owes and pays what, without the order in which it stands.</summary>
    private static string Picture(NyGuidelineAnswer answer, bool swapped)
    {
        GuidelineParty Who(GuidelineParty party) => !swapped ? party : party switch { GuidelineParty.ParentA => GuidelineParty.ParentB, GuidelineParty.ParentB => GuidelineParty.ParentA, _ => party };
        IEnumerable<string> Of(NyOrder order) =>
            order.Order.Select(l => $"{l.Number} {Who(l.From)} {Who(l.To)} {l.Yearly} {l.Monthly} {l.Weekly}")
                .Concat(order.Totals.Select(t => $"{Who(t.From)} {Who(t.To)} {t.Yearly} {t.Monthly} {t.Weekly}"))
                .Concat(order.Payments.Select(p => $"{Who(p.From)} {Who(p.To)} {p.Kind} {p.Amount} {p.SharePpm}"))
                .Concat(order.Obligations.Select(o => $"{Who(o.Parent)} {o.Children} {o.Basic} {o.LowIncome}"))
                .Order(StringComparer.Ordinal);
        return string.Join('\n', Of(answer.Support).Concat(answer.AfterMaintenance is { } after ? Of(after) : []).Concat(answer.Lines.Select(l => $"{l.Number} {Who(l.Who)} {l.Value}").Order(StringComparer.Ordinal)));
    }
}
