using System.ComponentModel;

namespace Alimenta.Law.Guidelines;

/// <summary>From what income is worked out.</summary>
public enum IncomeSource
{
    /// <summary>Pay stubs.</summary>
    PayStubs,

    /// <summary>Wage records, by the quarter.</summary>
    WageRecords,

    /// <summary>Receipts and expenses of a business.</summary>
    SelfEmployment,

    /// <summary>What a parent could earn: a wage an hour and the hours of a week.</summary>
    Potential,
}

/// <summary>How often wages are paid.</summary>
public enum PayPeriod
{
    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every two weeks.</summary>
    Biweekly,

    /// <summary>Twice a month.</summary>
    Semimonthly,

    /// <summary>Once a month.</summary>
    Monthly,

    /// <summary>Once a year.</summary>
    Annual,
}

/// <summary>Documents of one income. Only what belongs to its source is looked at.</summary>
public sealed record IncomeEvidenceFacts
{
    /// <summary>From what it is worked out.</summary>
    [Description("From what it is worked out: pay_stubs, wage_records, self_employment or potential.")]
    public required IncomeSource Source { get; init; }

    /// <summary>How often wages are paid.</summary>
    [Description("For pay stubs: how often wages are paid.")]
    public PayPeriod PaidEvery { get; init; }

    /// <summary>Pay stubs.</summary>
    [Description("For pay stubs: one entry for each.")]
    public IReadOnlyList<PayStub> Stubs { get; init; } = [];

    /// <summary>Quarters of wage records.</summary>
    [Description("For wage records: one entry for each quarter in which the parent worked.")]
    public IReadOnlyList<WageQuarter> Quarters { get; init; } = [];

    /// <summary>The months of a business that are looked at.</summary>
    [Description("For self-employment: for how many months receipts and expenses are given.")]
    public int Months { get; init; }

    /// <summary>Receipts of the business.</summary>
    [Description("For self-employment: what the business took in.")]
    public Money Receipts { get; init; }

    /// <summary>Ordinary and necessary expenses.</summary>
    [Description("For self-employment: ordinary and necessary expenses, with no more depreciation than the state lets count.")]
    public Money Expenses { get; init; }

    /// <summary>Wage of an hour.</summary>
    [Description("For potential income: the wage of an hour.")]
    public Money HourlyWage { get; init; }

    /// <summary>Hours of a week, in hundredths.</summary>
    [Description("For potential income: hours a week, in hundredths.")]
    public int HoursHundredths { get; init; }
}

/// <summary>A pay stub.</summary>
public sealed record PayStub
{
    /// <summary>The day of pay.</summary>
    [Description("The day of pay.")]
    public required DateOnly Paid { get; init; }

    /// <summary>Gross pay.</summary>
    [Description("Gross pay of the period.")]
    public required Money Gross { get; init; }

    /// <summary>Gross pay of the year so far.</summary>
    [Description("Gross pay of the calendar year so far, as the stub says; left out when it does not.")]
    public Money? YearToDate { get; init; }
}

/// <summary>Wages of a quarter.</summary>
public sealed record WageQuarter
{
    /// <summary>A day of the quarter.</summary>
    [Description("Any day of the quarter.")]
    public required DateOnly In { get; init; }

    /// <summary>The wages.</summary>
    [Description("Wages of the quarter, as the employer reported them.")]
    public required Money Wages { get; init; }
}

/// <summary>What an income comes to.</summary>
/// <param name="Monthly">A month.</param>
/// <param name="Yearly">A year.</param>
/// <param name="MonthlyByYearToDate">A month by the year-to-date of the last stub, to compare; null where there is none.</param>
/// <param name="ToConfirm">Figures behind it that no official text has confirmed.</param>
public sealed record IncomeEvidenceAnswer(Money Monthly, Money Yearly, Money? MonthlyByYearToDate, IReadOnlyList<ToConfirm> ToConfirm);
