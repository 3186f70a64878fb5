using System.Text.Json;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Rules;

/// <summary>A history that would keep the machine busy for minutes is refused before it is played.</summary>
public class HistoryLimitsTests
{
    private static RuleEvaluation Play(object facts) => RuleCatalog.BuiltIn.Eval("us/history", new(2026, 6, 1), "us", JsonSerializer.Serialize(facts));

    private static object Terms(string from, string through, string? known = null) =>
        new { through, terms = new[] { new { amount_cents = 40000, from, known_on = known ?? from } } };

    [Theory]
    [InlineData("2026-01-01", "8999-12-31")]
    [InlineData("1001-01-01", "2026-06-01")]
    [InlineData("1986-05-31", "2026-06-01")]
    public void More_than_forty_years_are_refused_with_the_days_and_the_remedy(string from, string through)
    {
        var refusal = Assert.Single(Play(Terms(from, through)).Refusals);
        Assert.Equal(("L-HISTORY-LONG", "through"), (refusal.Code, refusal.Field));
        Assert.Contains("more than 40 years", refusal.What, StringComparison.Ordinal);
        Assert.Contains("opening balances", refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_year_9999_is_no_day_of_facts() =>
        Assert.Equal(("L-FACT-RANGE", "through"), Assert.Single(Play(Terms("2026-01-01", "9999-12-31")).Refusals) is var no ? (no.Code, no.Field) : default);

    [Fact]
    public void What_became_known_long_before_counts_too() =>
        Assert.Equal("L-HISTORY-LONG", Assert.Single(Play(Terms("2026-01-01", "2026-06-01", known: "1200-01-01")).Refusals).Code);

    [Fact]
    public void Thousands_of_events_are_refused()
    {
        var receipts = Enumerable.Range(0, 2_001).Select(i => new { id = $"r{i}", on = "2026-03-01", amount_cents = 100 });
        var refusal = Assert.Single(Play(new { through = "2026-06-01", receipts }).Refusals);
        Assert.Equal("L-HISTORY-MANY", refusal.Code);
        Assert.Contains("2001 dated events", refusal.What, StringComparison.Ordinal);
    }

    [Fact]
    public void Forty_years_to_the_month_are_played_to_their_end()
    {
        var answer = Play(Terms("1986-06-01", "2026-06-01", known: "2026-06-01"));
        Assert.True(answer.Ok, string.Join(' ', answer.Refusals));
        Assert.Equal(481, answer.Answer!.Value["month_ends"]!.AsArray().Count);
    }
}
