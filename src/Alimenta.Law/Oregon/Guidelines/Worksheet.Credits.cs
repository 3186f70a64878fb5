using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

internal sealed partial class Worksheet
{
    /// <summary>Lines 6a to 6f: OAR 137-050-0730 and -0710(1)(h). The credit for time is taken from the whole of line 2a and leaves out children attending school.</summary>
    private void FillInCredits() => Each(p =>
    {
        p.Overnights = Intake.Overnights(p.Who);
        p.CreditShare = ParentingTimeCredit.Share(p.Overnights, _terms.NightsAYear, _terms.CreditSteepness, _terms.CreditOffset);
        p.TimeCredit = Rounding.Cent(BasicObligation * Minors * p.CreditShare / Children);
        p.CoverageCredit = p.Provides ? p.Premium!.Value : 0;
        p.AfterCredits = p.AfterCoverage - p.TimeCredit - p.ChildCare - p.SpecialCredit - p.CoverageCredit;
    });

    /// <summary>Lines 7a to 7c: OAR 137-050-0710(1)(i). The greater net obligation pays for minors; at equal ones nobody; to a caretaker both.</summary>
    private void SayWhoPays()
    {
        Each(p =>
        {
            p.MinorsBasic = p.Basic * Minors / Children;
            p.NetTimesChildren = (p.Basic + p.CoverageCost - p.CoverageCredit) * Minors + (p.ChildCareShare + p.SpecialShare - p.TimeCredit - p.ChildCare - p.SpecialCredit) * Children;
            p.Net = p.NetTimesChildren / Children;
        });
        if (Minors == 0) return;
        var both = WithCaretaker;
        A.PaysForMinors = both || A.NetTimesChildren > B.NetTimesChildren;
        B.PaysForMinors = both || B.NetTimesChildren > A.NetTimesChildren;
    }

    /// <summary>Whether children are with a caretaker or in state care for some nights.</summary>
    public bool WithCaretaker => Intake.Overnights(GuidelineParty.Caretaker) > 0;
}
