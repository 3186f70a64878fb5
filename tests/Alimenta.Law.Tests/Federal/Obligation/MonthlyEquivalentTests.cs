using Alimenta.Law.Federal.History;
using Alimenta.Law.Federal.Obligation;

namespace Alimenta.Law.Tests.Federal.Obligation;

public class MonthlyEquivalentTests
{
    [Fact] // 45 CFR 302.51(a)(2)
    public void The_rule_and_the_play_of_a_history_agree_on_support_of_a_month()
    {
        var law = LawStore.BuiltIn.On(new(2026, 6, 1));
        foreach (var frequency in Enum.GetValues<Frequency>().Where(f => f != Frequency.Once))
            for (var cents = 0; cents < 40000; cents += 7)
            {
                var term = new Term(new(cents), frequency, new(new(2026, 1, 1)), new(2026, 1, 1));
                Assert.Equal(ChargeSchedule.MonthlyEquivalent(term), MonthlyEquivalent.Decide(law, new() { Amount = new(cents), Frequency = frequency }).Value.Monthly);
            }
    }
}
