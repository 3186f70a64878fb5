namespace Alimenta.Law.Oregon.Guidelines;

internal sealed partial class Worksheet
{
    /// <summary>Line 9g: the reasonable cost that the order states.</summary>
    public decimal StatedReasonableCost => _facts.CoverageAtHigherAmount ? Math.Max(TotalReasonableCost, OrderedCoverageCost) : TotalReasonableCost;

    /// <summary>Lines 8a to 8h: OAR 137-050-0755 and -0740. A benefit may bring support below the minimum order.</summary>
    private void FillInMinimum()
    {
        var minimum = Rounding.Dollars(_terms.MinimumOrder);
        Each(p =>
        {
            p.WithMedical = p.AfterCredits + Math.Max(p.CoverageCredit, p.CashMedical);
            p.TopUp = p.Excepted ? 0 : Math.Max(0, minimum - p.WithMedical);
            p.AfterMinimum = p.PaysForMinors || School > 0 ? Math.Max(0, Rounding.Cent(p.AfterCredits + p.TopUp)) : 0;
            p.AfterBenefits = Math.Max(p.AfterMinimum - p.Benefits, 0);
            p.BenefitsLeft = Math.Max(p.Benefits - p.AfterMinimum, 0);
            p.MedicalAfterBenefits = Math.Max(p.CashMedical - p.BenefitsLeft, 0);
        });
    }

    /// <summary>Lines 9a to 9d: OAR 137-050-0710. First the part of one child to the cent, then all of them to the dollar.</summary>
    private void FillInSupport() => Each(p =>
    {
        if (p.PaysForMinors) (p.CashMinors, p.MedicalMinors) = (Part(p.AfterBenefits, Minors), Part(p.MedicalAfterBenefits, Minors));
        if (School > 0)
            (p.CashSchool, p.MedicalSchool) = p.PaysForMinors
                ? (Part(p.AfterBenefits, School), Part(p.MedicalAfterBenefits, School))
                : (Rounding.Dollar(p.AfterBenefits), Rounding.Dollar(p.MedicalAfterBenefits));
        if (p.Change is not { } change) return;
        p.CashMinors = Changed(p.CashMinors, change.CashMinors);
        p.MedicalMinors = Changed(p.MedicalMinors, change.MedicalMinors);
        p.CashSchool = Changed(p.CashSchool, change.CashSchool);
        p.MedicalSchool = Changed(p.MedicalSchool, change.MedicalSchool);
    });

    private decimal Part(decimal amount, int children) => Rounding.Dollar(Rounding.Cent(amount / Children) * children);

    private static decimal Changed(decimal amount, Money change) => Math.Max(0, Rounding.Dollar(amount + Rounding.Dollars(change)));
}
