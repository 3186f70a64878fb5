namespace Alimenta.Law.Guidelines;

/// <summary>Income of a month and of a year out of its documents. How often a period comes in a month is each state's own.</summary>
public static class IncomeEvidence
{
    /// <summary>Id of Oregon's rule.</summary>
    public const string Oregon = "or/income";

    /// <summary>Id of New York's rule.</summary>
    public const string NewYork = "ny/income";

    /// <summary>Id of Iowa's rule.</summary>
    public const string Iowa = "ia/income";

    private const int MonthsOfYear = 12;
    private const int MonthsOfQuarter = 3;
    private const int Hundredths = 100;
    private const int MostMonths = 120;

    /// <summary>Oregon: income of a month; a period counts as often as it comes in a year, by twelve.</summary>
    public static Outcome<IncomeEvidenceAnswer> DecideOregon(LawOn on, IncomeEvidenceFacts facts, Explanation? why = null) =>
        Decide(new(on, why), facts, why, "OAR 137-050-0715", "or/guidelines/income-evidence/pay-periods", byYear: true);

    /// <summary>New York: income of a year.</summary>
    public static Outcome<IncomeEvidenceAnswer> DecideNewYork(LawOn on, IncomeEvidenceFacts facts, Explanation? why = null) =>
        Decide(new(on, why), facts, why, "FCA 413(1)(b)(5)", "ny/guidelines/income-evidence/pay-periods", byYear: true);

    /// <summary>Iowa: income of a month; the agency's rule says how many times a period counts.</summary>
    public static Outcome<IncomeEvidenceAnswer> DecideIowa(LawOn on, IncomeEvidenceFacts facts, Explanation? why = null) =>
        Decide(new(on, why), facts, why, "Iowa Ct. R. 9.5(1)", "ia/guidelines/income/frequency", byYear: false);

    private static Outcome<IncomeEvidenceAnswer> Decide(GuidelineLaw law, IncomeEvidenceFacts facts, Explanation? why, string citation, string table, bool byYear)
    {
        var periods = law.Table(table);
        if (IncomeEvidenceChecks.Of(facts, MostMonths) is { } fault) return fault with { Citation = citation };
        switch (facts.Source)
        {
            case IncomeSource.PayStubs:
                var sum = facts.Stubs.Sum(s => s.Gross);
                var (times, by) = Times(periods, facts.PaidEvery, byYear);
                var monthly = sum.ShareHalfUp(times, checked(by * facts.Stubs.Count));
                why?.Step($"{facts.Stubs.Count} {(facts.Stubs.Count == 1 ? "stub" : "stubs")}, paid {Words(facts.PaidEvery)}, come to {sum}: {sum.ShareHalfUp(1, facts.Stubs.Count)} each, {monthly} a month.", citation, "monthly");
                return Answer(law, monthly, byYear ? sum.ShareHalfUp(times, checked(by / MonthsOfYear * facts.Stubs.Count)) : null, ByYearToDate(facts, why));
            case IncomeSource.WageRecords:
                var wages = facts.Quarters.Sum(q => q.Wages);
                var month = wages.ShareHalfUp(1, MonthsOfQuarter * facts.Quarters.Count);
                why?.Step($"{facts.Quarters.Count} {(facts.Quarters.Count == 1 ? "quarter" : "quarters")} of wage records come to {wages}: {month} a month.", citation, "monthly");
                return Answer(law, month, wages.ShareHalfUp(MonthsOfYear, MonthsOfQuarter * facts.Quarters.Count), null);
            case IncomeSource.SelfEmployment:
                var net = (facts.Receipts - facts.Expenses).OrZero;
                var each = net.ShareHalfUp(1, facts.Months);
                why?.Step($"Receipts of {facts.Receipts} less ordinary and necessary expenses of {facts.Expenses}{(facts.Expenses > facts.Receipts ? ", which are more and leave nothing," : "")} over {facts.Months} {(facts.Months == 1 ? "month" : "months")}: {each} a month.", citation, "monthly");
                return Answer(law, each, net.ShareHalfUp(MonthsOfYear, facts.Months), null);
            default:
                var (weeks, part) = Times(periods, PayPeriod.Weekly, byYear);
                var could = facts.HourlyWage.ShareHalfUp(checked(weeks * facts.HoursHundredths), checked(part * Hundredths));
                why?.Step($"{facts.HourlyWage} an hour for {(facts.HoursHundredths / (decimal)Hundredths).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)} hours a week is {could} a month.", citation, "monthly");
                return Answer(law, could, byYear ? facts.HourlyWage.ShareHalfUp(checked(weeks * facts.HoursHundredths), checked(part / MonthsOfYear * Hundredths)) : null, null);
        }
    }

    // Where the state counts by the month the year is twelve of them.
    private static IncomeEvidenceAnswer Answer(GuidelineLaw law, Money monthly, Money? yearly, Money? byYearToDate) =>
        new(monthly, yearly ?? new Money(checked(monthly.Cents * MonthsOfYear)), byYearToDate, law.ToConfirm);

    /// <summary>How many times a period counts in a month, as a fraction.</summary>
    private static (long Times, long By) Times(LawTable periods, PayPeriod period, bool byYear)
    {
        var row = periods.Rows.First(r => r[0].Word.Equals(period.ToString(), StringComparison.OrdinalIgnoreCase));
        const long Millionths = 1_000_000;
        return byYear ? (row[1].Number, MonthsOfYear) : (row[1].Number, checked(row[2].Number * Millionths));
    }

    /// <summary>What the year so far says, by the days that have passed: to see whether the stubs are like the rest of the year.</summary>
    private static Money? ByYearToDate(IncomeEvidenceFacts facts, Explanation? why)
    {
        if (facts.Stubs.Where(s => s.YearToDate is not null).MaxBy(s => s.Paid) is not { } last) return null;
        var year = DateTime.IsLeapYear(last.Paid.Year) ? 366 : 365;
        var monthly = last.YearToDate!.Value.ShareHalfUp(year, (long)last.Paid.DayOfYear * MonthsOfYear);
        why?.Step($"The year to date on the stub of {Days.Words(last.Paid)}, {last.YearToDate}, is {monthly} a month over {last.Paid.DayOfYear} days. When the two differ much, ask why: overtime, a raise, weeks without work.", "", "year-to-date");
        return monthly;
    }

    private static string Words(PayPeriod period) => period switch
    {
        PayPeriod.Weekly => "every week",
        PayPeriod.Biweekly => "every two weeks",
        PayPeriod.Semimonthly => "twice a month",
        PayPeriod.Monthly => "once a month",
        _ => "once a year",
    };
}
