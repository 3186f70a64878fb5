namespace Alimenta.Law.Guidelines;

/// <summary>Documents of an income from which nothing can be worked out, each with its place and what to do.</summary>
internal static class IncomeEvidenceChecks
{
    private const int MonthsOfQuarter = 3;
    private const int MostHoursHundredths = 16_800;

    /// <summary>The first fault; null when there is none.</summary>
    public static Refusal? Of(IncomeEvidenceFacts facts, int mostMonths) => facts.Source switch
    {
        IncomeSource.PayStubs => Stubs(facts),
        IncomeSource.WageRecords => Quarters(facts),
        IncomeSource.SelfEmployment => facts.Months is < 1 || facts.Months > mostMonths
            ? new("L-INCOME-MONTHS", $"Receipts and expenses are given for {facts.Months} months.", $"Give the months that they cover, from 1 to {mostMonths}.", Field: "months")
            : null,
        _ => facts.HourlyWage.IsZero || facts.HoursHundredths is 0 or > MostHoursHundredths
            ? new("L-INCOME-POTENTIAL", "Potential income needs a wage of an hour and the hours of a week.", "Give both; a week has 168 hours.", Field: facts.HourlyWage.IsZero ? "hourly_wage_cents" : "hours_hundredths")
            : null,
    };

    private static Refusal? Stubs(IncomeEvidenceFacts facts)
    {
        if (facts.Stubs.Count == 0) return new("L-INCOME-NONE", "No pay stub is given.", "Enter the day and the gross pay of at least one.", Field: "stubs");
        for (var i = 0; i < facts.Stubs.Count; i++)
        {
            var stub = facts.Stubs[i];
            if (facts.Stubs.Take(i).Any(s => s.Paid == stub.Paid)) return new("L-INCOME-TWICE", $"Two stubs are of {Days.Words(stub.Paid)}.", "Enter each once; add the amounts when two were paid on one day.", Field: $"stubs[{i}].paid");
            var so = facts.Stubs.Where(s => s.Paid.Year == stub.Paid.Year && s.Paid <= stub.Paid).Sum(s => s.Gross);
            if (stub.YearToDate is { } year && year < so)
                return new("L-INCOME-YEAR-TO-DATE", $"The year to date of {Days.Words(stub.Paid)} is {year}, less than the stubs of that year up to it, {so}.", "Check both figures.", Field: $"stubs[{i}].year_to_date_cents");
        }

        return null;
    }

    private static Refusal? Quarters(IncomeEvidenceFacts facts)
    {
        if (facts.Quarters.Count == 0) return new("L-INCOME-NONE", "No quarter of wage records is given.", "Enter a day and the wages of at least one quarter.", Field: "quarters");
        for (var i = 0; i < facts.Quarters.Count; i++)
            if (facts.Quarters.Take(i).Any(q => Quarter(q.In) == Quarter(facts.Quarters[i].In)))
                return new("L-INCOME-TWICE", $"Two entries are of the quarter of {Days.Words(facts.Quarters[i].In)}.", "Enter each quarter once; add the wages of several employers.", Field: $"quarters[{i}].in");
        return null;
    }

    private static int Quarter(DateOnly day) => day.Year * MonthsOfQuarter * 2 + (day.Month - 1) / MonthsOfQuarter;
}
