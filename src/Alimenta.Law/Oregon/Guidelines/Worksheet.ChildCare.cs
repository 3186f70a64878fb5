namespace Alimenta.Law.Oregon.Guidelines;

internal sealed partial class Worksheet
{
    /// <summary>What the caretaker pays for child care.</summary>
    public decimal CaretakerChildCare => Rounding.Dollars(Intake.ChildCare.Caretaker);

    /// <summary>Lines 3a to 3d: OAR 137-050-0735. The share is not rounded.</summary>
    private void FillInChildCare()
    {
        A.ChildCare = Rounding.Dollars(Intake.ChildCare.ParentA);
        B.ChildCare = Rounding.Dollars(Intake.ChildCare.ParentB);
        var total = A.ChildCare + B.ChildCare + CaretakerChildCare;
        Each(p =>
        {
            p.AvailableForChildCare = p.Available - p.Basic;
            p.ChildCareShare = Math.Min(p.Share * total, p.AvailableForChildCare);
            p.AfterChildCare = Rounding.Cent(p.ChildCareShare + p.Basic);
        });
    }

    /// <summary>Special costs of a rebuttal: shared by line 1i out of what line 3d leaves, before coverage. Without a rebuttal there are none.</summary>
    private void FillInSpecialCosts()
    {
        if (!Rebutted) return;
        Each(p => p.SpecialCredit = Rounding.Dollars(p.Change!.SpecialCosts));
        var total = A.SpecialCredit + B.SpecialCredit + CaretakerSpecialCosts;
        Each(p => p.SpecialShare = Rounding.Cent(Math.Min(p.Share * total, p.Available - p.AfterChildCare)));
    }
}
