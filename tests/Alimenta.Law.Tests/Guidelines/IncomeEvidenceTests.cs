using System.Text.Json;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.Tests.Guidelines;

/// <summary>Income out of its documents: each state counts periods of pay in its own way.</summary>
public sealed class IncomeEvidenceTests
{
    private const string Weekly = """{"source":"pay_stubs","paid_every":"weekly","stubs":[{"paid":"2026-07-10","gross_cents":90000},{"paid":"2026-07-17","gross_cents":110000,"year_to_date_cents":2900000}]}""";

    [Theory]
    // 1,000 a week: 52 of them by twelve; 52 in a year; 4.33 a month by the agency's rule.
    [InlineData("or", 433_333, 5_200_000)]
    [InlineData("ny", 433_333, 5_200_000)]
    [InlineData("ia", 433_000, 5_196_000)]
    public void A_week_becomes_a_month(string state, long monthly, long yearly)
    {
        var answer = Ask(state, Weekly);
        Assert.Equal((monthly, yearly), (answer.Monthly.Cents, answer.Yearly.Cents));
        // 29,000 in 198 of 365 days.
        Assert.Equal(445_497, answer.MonthlyByYearToDate!.Value.Cents);
    }

    [Theory]
    [InlineData("or", "biweekly", 216_667)]
    [InlineData("or", "semimonthly", 200_000)]
    [InlineData("or", "monthly", 100_000)]
    [InlineData("or", "annual", 8_333)]
    [InlineData("ia", "biweekly", 217_000)]
    [InlineData("ia", "semimonthly", 200_000)]
    [InlineData("ia", "monthly", 100_000)]
    [InlineData("ia", "annual", 8_333)]
    public void Every_period_counts_as_the_state_says(string state, string period, long monthly) =>
        Assert.Equal(monthly, Ask(state, $$"""{"source":"pay_stubs","paid_every":"{{period}}","stubs":[{"paid":"2026-07-10","gross_cents":100000}]}""").Monthly.Cents);

    [Fact]
    public void Wage_records_a_business_and_what_could_be_earned()
    {
        Assert.Equal(300_000, Ask("or", """{"source":"wage_records","quarters":[{"in":"2026-01-01","wages_cents":1000000},{"in":"2026-04-01","wages_cents":800000}]}""").Monthly.Cents);
        var business = Ask("ny", """{"source":"self_employment","months":6,"receipts_cents":3000000,"expenses_cents":1200000}""");
        Assert.Equal((300_000, 3_600_000), (business.Monthly.Cents, business.Yearly.Cents));
        Assert.Equal(0, Ask("or", """{"source":"self_employment","months":6,"receipts_cents":100,"expenses_cents":200}""").Monthly.Cents);
        // $15 for 40 hours a week.
        Assert.Equal(260_000, Ask("or", """{"source":"potential","hourly_wage_cents":1500,"hours_hundredths":4000}""").Monthly.Cents);
        Assert.Equal(259_800, Ask("ia", """{"source":"potential","hourly_wage_cents":1500,"hours_hundredths":4000}""").Monthly.Cents);
        Assert.Equal(3_120_000, Ask("ny", """{"source":"potential","hourly_wage_cents":1500,"hours_hundredths":4000}""").Yearly.Cents);
    }

    [Theory]
    [InlineData("""{"source":"pay_stubs"}""", "L-INCOME-NONE", "stubs")]
    [InlineData("""{"source":"wage_records"}""", "L-INCOME-NONE", "quarters")]
    [InlineData("""{"source":"pay_stubs","stubs":[{"paid":"2026-07-10","gross_cents":1},{"paid":"2026-07-10","gross_cents":2}]}""", "L-INCOME-TWICE", "stubs[1].paid")]
    [InlineData("""{"source":"pay_stubs","stubs":[{"paid":"2026-07-10","gross_cents":500,"year_to_date_cents":499}]}""", "L-INCOME-YEAR-TO-DATE", "stubs[0].year_to_date_cents")]
    [InlineData("""{"source":"wage_records","quarters":[{"in":"2026-04-01","wages_cents":1},{"in":"2026-06-30","wages_cents":1}]}""", "L-INCOME-TWICE", "quarters[1].in")]
    [InlineData("""{"source":"self_employment","receipts_cents":5}""", "L-INCOME-MONTHS", "months")]
    [InlineData("""{"source":"potential","hours_hundredths":4000}""", "L-INCOME-POTENTIAL", "hourly_wage_cents")]
    [InlineData("""{"source":"potential","hourly_wage_cents":1500,"hours_hundredths":16801}""", "L-INCOME-POTENTIAL", "hours_hundredths")]
    public void What_cannot_be_worked_out_is_refused_with_its_place(string facts, string code, string field)
    {
        var refusal = Assert.Single(RuleCatalog.BuiltIn.Eval("or/income", new(2026, 7, 1), "us-or", facts).Refusals);
        Assert.Equal((code, field), (refusal.Code, refusal.Field));
    }

    private static IncomeEvidenceAnswer Ask(string state, string facts)
    {
        var came = RuleCatalog.BuiltIn.Eval($"{state}/income", new(2026, 7, 1), $"us-{state}", facts);
        Assert.Empty(came.Refusals);
        Assert.NotEmpty(came.Answer!.Why.Steps);
        return came.Answer.Value.Deserialize<IncomeEvidenceAnswer>(LawJson.Options)!;
    }
}
