using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

internal sealed partial class Worksheet
{
    /// <summary>Line 4c, total.</summary>
    public decimal TotalReasonableCost { get; private set; }

    /// <summary>Line 4f: the cost of the coverage that is ordered.</summary>
    public decimal OrderedCoverageCost { get; private set; }

    /// <summary>Whether both could provide together.</summary>
    public bool BothCanProvide { get; private set; }

    /// <summary>Lines 4a to 4i and 5b: OAR 137-050-0750.</summary>
    private Refusal? FillInCoverage(GuidelineLaw law)
    {
        Each(p =>
        {
            p.AvailableForCoverage = p.Available - p.AfterChildCare - p.SpecialShare;
            p.AboveWage = p.Income > _terms.HighestWageFullTime;
            p.ReasonableCost = p.AboveWage ? Rounding.Dollar(Math.Min(_terms.ReasonableCostRate * p.Adjusted, p.AvailableForCoverage)) : 0;
        });
        TotalReasonableCost = A.ReasonableCost + B.ReasonableCost;
        Each(p => p.CanProvide = MayPay(p) && Reasonable(p.Premium!.Value));
        BothCanProvide = MayPay(A) && MayPay(B) && Reasonable(A.Premium!.Value + B.Premium!.Value);
        if (Choose(law) is { } refusal) return refusal;

        OrderedCoverageCost = Ordered(A) + Ordered(B);
        Each(p =>
        {
            // Shared by what is reasonable for each, not by income (line 1i).
            p.CoverageShare = TotalReasonableCost == 0 ? 0 : Rounding.Share(p.ReasonableCost / TotalReasonableCost);
            p.CoverageCost = Rounding.Cent(OrderedCoverageCost * p.CoverageShare);
            p.AfterCoverage = p.AfterChildCare + p.SpecialShare + p.CoverageCost;
            p.CashMedical = _facts.CashMedical == OregonCashMedical.No ? 0 : p.ReasonableCost;
        });
        return null;

        // A parent at or below the highest minimum wage is never made to pay a premium; free coverage can be had from anyone.
        static bool MayPay(Column p) => p.Premium is { } premium && (p.AboveWage || premium == 0);

        bool Reasonable(decimal premium) => premium <= TotalReasonableCost || _facts.CoverageAtHigherAmount;

        static decimal Ordered(Column p) => p.Provides ? p.Premium!.Value : 0;
    }

    private Refusal? Choose(GuidelineLaw law)
    {
        switch (_facts.Coverage)
        {
            case OregonCoverage.ByRule: return ChooseByRule(law);
            case OregonCoverage.ParentA when A.CanProvide: A.Provides = true; return null;
            case OregonCoverage.ParentB when B.CanProvide: B.Provides = true; return null;
            case OregonCoverage.Both when BothCanProvide: A.Provides = B.Provides = true; return null;
            case OregonCoverage.EitherWhenAvailable: return null;
            default: return OregonChecks.CoverageNotAvailable(this);
        }
    }

    /// <summary>Of two who can provide, the one with more parenting time does; at equal time the cheaper coverage is taken.</summary>
    private Refusal? ChooseByRule(GuidelineLaw law)
    {
        if (!A.CanProvide || !B.CanProvide)
        {
            (A.Provides, B.Provides) = (A.CanProvide, B.CanProvide);
            return null;
        }

        law.Word("or/guidelines/coverage-choice");
        var (a, b) = (Intake.Overnights(A.Who), Intake.Overnights(B.Who));
        if (a == b) (a, b) = (B.Premium!.Value, A.Premium!.Value);
        if (a == b) return OregonChecks.CoverageTie();
        (A.Provides, B.Provides) = (a > b, b > a);
        return null;
    }
}
