using System.ComponentModel;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>What is known of a parent.</summary>
public sealed record IowaParent
{
    /// <summary>The incomes.</summary>
    [Description("Each income of the parent.")]
    public IReadOnlyList<IowaIncome> Incomes { get; init; } = [];

    /// <summary>Net income that has been found already; null when it is to be worked out.</summary>
    [Description("Adjusted net monthly income that a court or worksheet has found; then incomes, taxes and deductions are not worked out.")]
    public IowaStatedNet? StatedNet { get; init; }

    /// <summary>Whether the agency's estimate takes the place of taxes.</summary>
    [Description("Whether the agency's estimate of income after taxes takes the place of the tax lines, because the deductions are not known.")]
    public bool AgencyEstimate { get; init; }

    /// <summary>Where the figures of income come from.</summary>
    [Description("Where the figures of income come from: the parent's statement or verified, another source, or the agency's median income.")]
    public IowaIncomeBasis Basis { get; init; }

    /// <summary>Whether the parent is married.</summary>
    [Description("Whether the parent is married; the rule then counts taxes as married filing separately.")]
    public bool Married { get; init; }

    /// <summary>The rate of the school district's surtax.</summary>
    [Description("School district surtax as millionths of the Iowa tax: 60000 for six percent.")]
    public long SchoolSurtaxPpm { get; init; }

    /// <summary>Whether wages are exempt from Social Security.</summary>
    [Description("Whether wages are exempt from Social Security and Medicare because of a mandatory public pension.")]
    public bool SocialSecurityExempt { get; init; }

    /// <summary>What goes to that pension in a month.</summary>
    [Description("Mandatory pension contribution of a month in place of Social Security; deducted up to the employee's rate.")]
    public Money MandatoryPension { get; init; }

    /// <summary>Mandatory occupational license fees of a month.</summary>
    [Description("Mandatory occupational license fees of a month.")]
    public Money LicenseFees { get; init; }

    /// <summary>Union dues of a month.</summary>
    [Description("Actual union dues of a month.")]
    public Money UnionDues { get; init; }

    /// <summary>Health insurance premium for other children.</summary>
    [Description("Health insurance premium actually paid in a month for children who are not in this case.")]
    public Money OtherChildrenPremium { get; init; }

    /// <summary>Cash medical support for other children.</summary>
    [Description("Cash medical support actually paid in a month for children who are not in this case.")]
    public Money OtherChildrenCashMedical { get; init; }

    /// <summary>Child support orders for other children.</summary>
    [Description("Child support orders for other children that the parent pays.")]
    public IReadOnlyList<IowaOtherOrder> OtherOrders { get; init; } = [];

    /// <summary>Spousal support of another case that the parent gets; null when none.</summary>
    [Description("Spousal support that the parent actually gets under a prior order of another case.")]
    public IowaPriorSpousal? PriorSpousalReceived { get; init; }

    /// <summary>Spousal support of another case that the parent pays; null when none.</summary>
    [Description("Spousal support that the parent actually pays under a prior order of another case.")]
    public IowaPriorSpousal? PriorSpousalPaid { get; init; }

    /// <summary>Other children whom the parent must support.</summary>
    [Description("Other children whom the parent must support (qualified additional dependents).")]
    public IReadOnlyList<IowaOtherChild> OtherChildren { get; init; } = [];

    /// <summary>Work-related child care that the parent pays; null when none.</summary>
    [Description("Work-related child care that the parent pays as the one with physical care.")]
    public IowaChildCare? ChildCare { get; init; }
}

/// <summary>Where figures of income come from (form 2).</summary>
public enum IowaIncomeBasis
{
    /// <summary>The parent's statement, or verified.</summary>
    StatementOrVerified,

    /// <summary>Another source.</summary>
    Other,

    /// <summary>The agency's median income.</summary>
    CssMedian,
}

/// <summary>Kinds of income.</summary>
public enum IowaIncomeKind
{
    /// <summary>Wages and salary.</summary>
    Wages,

    /// <summary>Self-employment.</summary>
    SelfEmployment,

    /// <summary>Other income that is taxed, such as rent, interest or unemployment benefits.</summary>
    OtherTaxable,

    /// <summary>Other income that is not taxed, such as some disability benefits.</summary>
    NotTaxable,

    /// <summary>Supplemental Security Income; does not count.</summary>
    Ssi,

    /// <summary>Public assistance; does not count.</summary>
    PublicAssistance,

    /// <summary>The earned income tax credit; does not count.</summary>
    EarnedIncomeCredit,

    /// <summary>Child support received; does not count.</summary>
    ChildSupport,
}

/// <summary>How often income comes.</summary>
public enum IowaFrequency
{
    /// <summary>Once a month.</summary>
    Monthly,

    /// <summary>Every week.</summary>
    Weekly,

    /// <summary>Every two weeks.</summary>
    Biweekly,

    /// <summary>Twice a month.</summary>
    Semimonthly,

    /// <summary>Once a year, or the sum of a year.</summary>
    Annual,
}

/// <summary>Whether income is imputed, and on what ground.</summary>
public enum IowaImputation
{
    /// <summary>It is real income.</summary>
    None,

    /// <summary>Imputed because both parties agree.</summary>
    Agreed,

    /// <summary>Imputed on request with a written finding (rule 9.11).</summary>
    Finding,
}

/// <summary>An income.</summary>
public sealed record IowaIncome
{
    /// <summary>Its kind.</summary>
    [Description("Kind of income.")]
    public required IowaIncomeKind Kind { get; init; }

    /// <summary>What comes each time.</summary>
    [Description("What comes each time, before any deduction.")]
    public required Money Amount { get; init; }

    /// <summary>How often it comes.</summary>
    [Description("How often it comes.")]
    public IowaFrequency Frequency { get; init; }

    /// <summary>Business expenses of the same period.</summary>
    [Description("Reasonable business expenses of the same period, with straight-line depreciation only (self-employment).")]
    public Money BusinessExpenses { get; init; }

    /// <summary>Whether it is imputed.</summary>
    [Description("Whether it is imputed: by agreement, or by written finding.")]
    public IowaImputation Imputed { get; init; }

    /// <summary>The finding behind imputed income.</summary>
    [Description("The written finding behind income that is imputed without agreement.")]
    public string Finding { get; init; } = "";
}

/// <summary>Net income that has been found.</summary>
public sealed record IowaStatedNet
{
    /// <summary>The adjusted net income of a month.</summary>
    [Description("Adjusted net income of a month.")]
    public required Money Monthly { get; init; }

    /// <summary>Gross income of a month, when known.</summary>
    [Description("Gross income of a month when known; medical support is tested against it.")]
    public Money? GrossMonthly { get; init; }

    /// <summary>Where it was found.</summary>
    [Description("Where it was found, such as a decree or worksheet.")]
    public required string Source { get; init; }
}

/// <summary>A support order for other children.</summary>
public sealed record IowaOtherOrder
{
    /// <summary>The day of the original order.</summary>
    [Description("Day of the original order; later changes do not move it.")]
    public required DateOnly Original { get; init; }

    /// <summary>What is actually paid in a month.</summary>
    [Description("What is actually paid in a month.")]
    public required Money PaidMonthly { get; init; }

    /// <summary>For how many months payment is shown.</summary>
    [Description("For how many months payment has been verified.")]
    public required int VerifiedMonths { get; init; }
}

/// <summary>Spousal support of another case.</summary>
public sealed record IowaPriorSpousal
{
    /// <summary>The amount of a month.</summary>
    [Description("Amount of a month that is actually paid.")]
    public required Money Monthly { get; init; }

    /// <summary>Whether it counts for taxes.</summary>
    [Description("Whether tax law counts it as income of the one who gets it and deducts it for the payer.")]
    public bool Taxable { get; init; }

    /// <summary>Whether it pays back what a spouse gave.</summary>
    [Description("Whether it is reimbursement spousal support, which does not count.")]
    public bool Reimbursement { get; init; }
}

/// <summary>How a duty to support another child is shown (rule 9.7).</summary>
public enum IowaDutyShownBy
{
    /// <summary>It is not shown.</summary>
    NotShown,

    /// <summary>An order.</summary>
    Order,

    /// <summary>Paternity admitted in court with the mother's concurrence.</summary>
    AdmissionInCourt,

    /// <summary>A registered paternity affidavit.</summary>
    PaternityAffidavit,

    /// <summary>Birth in marriage, unless paternity was decided otherwise.</summary>
    BornInMarriage,
}

/// <summary>Another child whom a parent must support.</summary>
public sealed record IowaOtherChild
{
    /// <summary>A name that stands once.</summary>
    [Description("A name or letter for the child, once for this parent.")]
    public required string Name { get; init; }

    /// <summary>How the duty is shown.</summary>
    [Description("How the legal duty to support the child is shown.")]
    public required IowaDutyShownBy ShownBy { get; init; }

    /// <summary>The day on which the affidavit was signed; null when there is none.</summary>
    [Description("Day on which the paternity affidavit was signed.")]
    public DateOnly? AffidavitOn { get; init; }

    /// <summary>Whether support for this child is deducted as a prior order.</summary>
    [Description("Whether support for this child is already deducted under a prior order; then it is not deducted twice.")]
    public bool UnderPriorOrder { get; init; }
}

/// <summary>Child care that a parent pays.</summary>
public sealed record IowaChildCare
{
    /// <summary>The cost of a month.</summary>
    [Description("Actual work-related cost of a month, less third-party help.")]
    public required Money Monthly { get; init; }

    /// <summary>The children in care.</summary>
    [Description("Names of the children in care; none named: all who live with this parent.")]
    public IReadOnlyList<string> Children { get; init; } = [];

    /// <summary>Variance granted for it; null when it is deducted from income instead.</summary>
    [Description("Amount of a month by which a variance for child care raises support. With it the cost is not deducted from income.")]
    public Money? Variance { get; init; }

    /// <summary>The written finding for the variance.</summary>
    [Description("The written finding for that variance.")]
    public string Finding { get; init; } = "";

    /// <summary>Why a child at or above the age counts.</summary>
    [Description("Why child care for a child at or above the age limit gives ground for the variance.")]
    public string OlderChildBecause { get; init; } = "";
}
