namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>A part of income, an imputed amount or a deduction of (b)(5). Its subparagraph and effect stand in ny/guidelines/income/items.</summary>
public enum NyIncomeItem
{
    /// <summary>Gross income as on the most recent federal return, or as it should be there.</summary>
    GrossIncome,

    /// <summary>Net investment income not already in it.</summary>
    InvestmentIncome,

    /// <summary>Income that was voluntarily deferred.</summary>
    DeferredIncome,

    /// <summary>Workers' compensation.</summary>
    WorkersCompensation,

    /// <summary>Disability benefits.</summary>
    DisabilityBenefits,

    /// <summary>Unemployment insurance benefits.</summary>
    UnemploymentBenefits,

    /// <summary>Social Security benefits.</summary>
    SocialSecurity,

    /// <summary>Veterans' benefits.</summary>
    VeteransBenefits,

    /// <summary>Pensions and retirement benefits.</summary>
    Pension,

    /// <summary>Fellowships and stipends.</summary>
    Fellowship,

    /// <summary>Annuity payments.</summary>
    Annuity,

    /// <summary>Maintenance to be received in this case; set by the maintenance step.</summary>
    MaintenanceReceived,

    /// <summary>Imputed: assets that bring no income.</summary>
    NonIncomeAssets,

    /// <summary>Imputed: perquisites.</summary>
    Perquisites,

    /// <summary>Imputed: fringe benefits.</summary>
    FringeBenefits,

    /// <summary>Imputed: help from relatives and friends.</summary>
    HelpFromRelatives,

    /// <summary>Imputed: former income that was reduced to avoid support.</summary>
    FormerIncome,

    /// <summary>Depreciation above the straight-line method.</summary>
    AcceleratedDepreciation,

    /// <summary>Entertainment and travel that lower personal spending.</summary>
    EntertainmentTravel,

    /// <summary>Deducted: unreimbursed employee business expenses.</summary>
    EmployeeExpenses,

    /// <summary>Deducted: maintenance paid to a spouse who is no party to this case.</summary>
    MaintenancePaidFormerSpouse,

    /// <summary>Deducted: maintenance paid in this case; set by the maintenance step.</summary>
    MaintenancePaid,

    /// <summary>Deducted: child support paid for other children by order or written agreement.</summary>
    OtherChildSupport,

    /// <summary>Deducted: public assistance.</summary>
    PublicAssistance,

    /// <summary>Deducted: Supplemental Security Income.</summary>
    SupplementalSecurityIncome,

    /// <summary>Deducted: New York City or Yonkers income tax paid.</summary>
    CityTax,

    /// <summary>Deducted: FICA paid.</summary>
    Fica,
}
