using Alimenta.Law.NewYork.Guidelines;

namespace Alimenta.Law.Tests.NewYork.Guidelines;

/// <summary>One cent and one day around every threshold.</summary>
public class NyThresholdTests
{
    private static NyParent Gross(long cents) => new() { Income = [new() { Item = NyIncomeItem.GrossIncome, Amount = new(cents) }] };

    private static NyGuidelineAnswer Decide(long a, long b, int children, DateOnly? on = null, NyHome home = NyHome.ParentB) =>
        NyGuideline.Decide(LawStore.BuiltIn.On(on ?? new(2026, 6, 1)), new() { ParentA = Gross(a), ParentB = Gross(b), Children = [.. Enumerable.Repeat(new NyChild { LivesWith = home }, children)] }).Value;

    [Theory] // Two children: 25 percent leave 75. 15,960 / 0.75 = 21,280 and 21,546 / 0.75 = 28,728, both to the cent.
    [InlineData(2_127_999, NyLowIncome.BelowPoverty, 30_000)]
    [InlineData(2_128_000, NyLowIncome.BelowReserve, 60_000)]
    [InlineData(2_128_001, NyLowIncome.BelowReserve, 60_000)]
    [InlineData(2_214_600, NyLowIncome.BelowReserve, 60_000)]
    [InlineData(2_214_601, NyLowIncome.BelowReserve, 60_001)]
    [InlineData(2_872_799, NyLowIncome.BelowReserve, 718_199)]
    [InlineData(2_872_800, NyLowIncome.None, 718_200)]
    [InlineData(2_872_801, NyLowIncome.None, 718_200)]
    public void Below_is_strict(long income, NyLowIncome rule, long yearly)
    {
        var owed = Assert.Single(Decide(income, 0, 2).Support.Obligations);
        Assert.Equal((rule, yearly), (owed.LowIncome, owed.Basic.Cents));
    }

    [Theory]
    [InlineData(19_299_999, false, 3_280_999_83)]
    [InlineData(19_300_000, false, 3_281_000_00)]
    [InlineData(19_300_001, true, 3_281_000_00)]
    [InlineData(99_000_000, true, 3_281_000_00)]
    public void It_stops_at_the_cap_and_says_that_a_decision_is_needed(long income, bool needed, long hundredths)
    {
        var answer = Decide(income, 0, 1);
        Assert.Equal((needed, (hundredths + 50) / 100), (answer.DecisionNeeded, answer.Support.Totals[0].Yearly.Cents));
        Assert.Equal(needed, answer.Findings.Any(f => f.Code == "NY-ABOVE-CAP"));
    }

    [Theory] // Social Security ends at 184,500 of wages: 6.2 percent of it is 11,439; Medicare goes on at 1.45 percent.
    [InlineData(18_449_900, 11_438_94, 2_675_24)]
    [InlineData(18_450_000, 11_439_00, 2_675_25)]
    [InlineData(18_450_100, 11_439_00, 2_675_26)]
    public void Fica_ends_at_its_base(long wages, long security, long medicare)
    {
        var answer = NyGuideline.Decide(LawStore.BuiltIn.On(new(2026, 6, 1)), new() { ParentA = Gross(wages) with { FicaFrom = new() { Wages = new(wages) } }, ParentB = Gross(0), Children = [new() { LivesWith = NyHome.ParentB }] }).Value;
        Assert.Equal(wages - security - medicare, answer.CombinedIncome.Cents);
    }

    [Fact]
    public void The_percentage_rises_with_the_children_and_the_cap_with_time()
    {
        var rows = LawStore.BuiltIn.On(new(2026, 6, 1)).Table("ny/guidelines/percentages").Rows;
        Assert.Equal([1, 2, 3, 4, 5], rows.Select(r => r[0].Number));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.True(pair.First[1].Number < pair.Second[1].Number));
        var caps = LawStore.BuiltIn.Find("ny/guidelines/cap")!.Values;
        Assert.All(caps.Zip(caps.Skip(1)), pair => Assert.True(pair.First.Number < pair.Second.Number));
    }

    [Theory]
    [InlineData("2014-04-01", 141_000, 11_670, 15_755)]
    [InlineData("2015-02-28", 141_000, 11_670, 15_755)]
    [InlineData("2015-03-01", 141_000, 11_770, 15_890)]
    [InlineData("2016-02-29", 141_000, 11_770, 15_890)]
    [InlineData("2016-03-01", 143_000, 11_880, 16_038)]
    [InlineData("2018-02-28", 143_000, 12_060, 16_281)]
    [InlineData("2023-03-01", 163_000, 14_580, 19_683)]
    [InlineData("2026-02-28", 183_000, 15_650, 21_128)]
    [InlineData("2026-03-01", 193_000, 15_960, 21_546)]
    [InlineData("2027-02-28", 193_000, 15_960, 21_546)]
    [InlineData("2003-04-01", 80_000, 8_980, 12_123)]
    [InlineData("2007-12-31", 80_000, 10_210, 13_783)]
    public void Each_day_has_its_cap_guideline_and_reserve(string day, int cap, int poverty, int reserve)
    {
        var lines = Decide(5_000_000, 5_000_000, 1, DateOnly.ParseExact(day, "yyyy-MM-dd", null)).Lines;
        Assert.Equal(cap * 100L, lines.First(l => l.Label == "Cap").Value);
        Assert.Equal(poverty * 100L, lines.First(l => l.Label == "Poverty income guideline for one person").Value);
        Assert.Equal(reserve * 100L, lines.First(l => l.Label == "Self-support reserve").Value);
    }

    [Theory]
    [InlineData("2014-03-31")]
    [InlineData("2018-03-01")]
    [InlineData("2023-02-28")]
    [InlineData("2024-03-01")]
    [InlineData("2025-02-28")]
    [InlineData("2027-03-01")]
    public void A_year_without_a_published_chart_is_refused_with_the_years_that_have_one(string day)
    {
        var outcome = NyGuideline.Decide(LawStore.BuiltIn.On(DateOnly.ParseExact(day, "yyyy-MM-dd", null)), new() { ParentA = Gross(1), ParentB = Gross(1), Children = [new() { LivesWith = NyHome.ParentA }] });
        Assert.Equal(LawNotCovered.Code, outcome.Refusal!.Code);
        Assert.Contains("1 Mar 2025", outcome.Refusal.What, StringComparison.Ordinal);
        Assert.Contains("never computed", outcome.Refusal.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void With_equal_time_a_cent_decides_who_pays()
    {
        Assert.Equal(Alimenta.Law.Guidelines.GuidelineParty.ParentA, Decide(5_000_001, 5_000_000, 1, home: NyHome.Equal).Support.Totals[0].From);
        Assert.Equal(Alimenta.Law.Guidelines.GuidelineParty.ParentB, Decide(5_000_000, 5_000_001, 1, home: NyHome.Equal).Support.Totals[0].From);
    }

    [Fact]
    public void Each_item_of_income_has_its_subparagraph_in_its_place()
    {
        var rows = LawStore.BuiltIn.On(new(2026, 6, 1)).Table("ny/guidelines/income/items").Rows;
        Assert.Equal(Enum.GetNames<NyIncomeItem>(), rows.Select(r => string.Concat(r[0].Word.Split('_').Select(w => char.ToUpperInvariant(w[0]) + w[1..]))));
        Assert.Equal(rows.Count, rows.Select(r => r[2].Word).Distinct().Count());
        Assert.All(rows, r => Assert.Contains(r[1].Word, (string[])["add", "impute", "deduct"]));
    }

    [Fact]
    public void What_is_not_confirmed_is_named_with_the_result()
    {
        var confirm = Decide(5_000_000, 5_000_000, 1).ToConfirm;
        Assert.Contains(confirm, c => c is { Parameter: "ny/guidelines/cap", Status: LawStatus.Secondary });
        Assert.Contains(confirm, c => c.Parameter == "ny/guidelines/low-income/reserve");
        Assert.DoesNotContain(confirm, c => c.Parameter == "ny/guidelines/percentages");
    }

    [Fact]
    public void Without_maintenance_nothing_changes_when_it_would_end()
    {
        var facts = new NyGuidelineFacts { ParentA = Gross(8_000_000), ParentB = Gross(3_000_000), Children = [new() { LivesWith = NyHome.ParentB }], Maintenance = new() { PaidBy = NyWho.ParentA, Amount = new(1_000_000) } };
        var with = NyGuideline.Decide(LawStore.BuiltIn.On(new(2026, 6, 1)), facts).Value;
        var without = NyGuideline.Decide(LawStore.BuiltIn.On(new(2026, 6, 1)), facts with { Maintenance = null }).Value;
        Assert.Null(without.AfterMaintenance);
        Assert.Equal(without.Support.Totals, with.AfterMaintenance!.Totals);
        Assert.NotEqual(with.Support.Totals, without.Support.Totals);
        Assert.Contains(with.Findings, f => f.Code == "NY-MAINTENANCE-ENDS");
    }
}
