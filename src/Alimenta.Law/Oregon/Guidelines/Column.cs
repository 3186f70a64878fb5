using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>One parent's column of the worksheet, filled in from top to bottom. Amounts are dollars with decimals, because some lines are not rounded.</summary>
internal sealed class Column(GuidelineParty who, OregonParentFacts facts, OregonRebuttalParent? change)
{
    public GuidelineParty Who => who;

    public OregonParentFacts Facts => facts;

    /// <summary>What a rebuttal changes; null while the presumed amount is calculated.</summary>
    public OregonRebuttalParent? Change => change;

    // 1. Income
    public decimal Income { get; set; }

    public decimal AfterAdditions { get; set; }

    public int Children { get; set; }

    public decimal NonJointDeduction { get; set; }

    public decimal Adjusted { get; set; }

    public decimal Share { get; set; }

    public decimal Available { get; set; }

    // 2. Basic support obligation
    public decimal Basic { get; set; }

    // 3. Child care
    public decimal ChildCare { get; set; }

    public decimal AvailableForChildCare { get; set; }

    public decimal ChildCareShare { get; set; }

    public decimal AfterChildCare { get; set; }

    /// <summary>Share of the special costs of a rebuttal.</summary>
    public decimal SpecialShare { get; set; }

    // 4. Health coverage
    public decimal? Premium => facts.CoverageCost is { } cost ? Rounding.Dollars(cost) : null;

    public decimal AvailableForCoverage { get; set; }

    public bool AboveWage { get; set; }

    public decimal ReasonableCost { get; set; }

    public bool CanProvide { get; set; }

    public bool Provides { get; set; }

    public decimal CoverageShare { get; set; }

    public decimal CoverageCost { get; set; }

    public decimal AfterCoverage { get; set; }

    // 5. Cash medical support
    public decimal CashMedical { get; set; }

    // 6. Credits
    public decimal Overnights { get; set; }

    public decimal CreditShare { get; set; }

    public decimal TimeCredit { get; set; }

    public decimal CoverageCredit { get; set; }

    public decimal SpecialCredit { get; set; }

    public decimal AfterCredits { get; set; }

    // 7. Who pays for minors
    /// <summary>Line 7b times the number of joint children: without the division two equal figures are exactly equal.</summary>
    public decimal NetTimesChildren { get; set; }

    public decimal MinorsBasic { get; set; }

    public decimal Net { get; set; }

    public bool PaysForMinors { get; set; }

    // 8. Minimum order and benefits
    public decimal WithMedical { get; set; }

    public bool Excepted => facts.MinimumOrderException != OregonMinimumException.None;

    public decimal TopUp { get; set; }

    public decimal AfterMinimum { get; set; }

    public decimal Benefits => Rounding.Dollars(facts.ChildBenefits);

    public decimal AfterBenefits { get; set; }

    public decimal BenefitsLeft { get; set; }

    public decimal MedicalAfterBenefits { get; set; }

    // 9. Support
    public decimal CashMinors { get; set; }

    public decimal MedicalMinors { get; set; }

    public decimal CashSchool { get; set; }

    public decimal MedicalSchool { get; set; }

    public decimal Total => CashMinors + MedicalMinors + CashSchool + MedicalSchool;
}
