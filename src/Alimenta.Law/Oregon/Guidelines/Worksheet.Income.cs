namespace Alimenta.Law.Oregon.Guidelines;

internal sealed partial class Worksheet
{
    /// <summary>Line 1h, total: not rounded again.</summary>
    public decimal TotalAdjusted { get; private set; }

    /// <summary>Line 2a.</summary>
    public decimal BasicObligation { get; private set; }

    /// <summary>Lines 1a to 1j: OAR 137-050-0715, -0720, -0745.</summary>
    private void FillInIncome()
    {
        Each(FillInAdjustedIncome);
        TotalAdjusted = A.Adjusted + B.Adjusted;
        var reserve = Rounding.Dollars(_terms.SelfSupportReserve);
        Each(p =>
        {
            // Each share is rounded by itself; the two need not make exactly one.
            p.Share = TotalAdjusted == 0 ? 0 : Rounding.Share(p.Adjusted / TotalAdjusted);
            p.Available = Math.Max(0, Rounding.Cent(p.Adjusted - reserve));
        });
    }

    private void FillInAdjustedIncome(Column p)
    {
        var f = p.Facts;
        p.Income = Rounding.Dollars(Intake.Income(p.Who));
        p.AfterAdditions = Rounding.Cent(p.Income + Rounding.Dollars(f.SpousalSupportDue - f.SpousalSupportOwed - f.UnionDues - f.OwnHealthInsurance));
        p.Children = f.NonJointChildren + Children;
        p.NonJointDeduction = Rounding.Cent(Scale(p.AfterAdditions, p.Children) / p.Children * f.NonJointChildren);
        p.Adjusted = Math.Max(0, p.AfterAdditions - p.NonJointDeduction + (p.Change is { } change ? Rounding.Dollars(change.IncomeChange) : 0));
    }

    /// <summary>Lines 2a and 2b: OAR 137-050-0725. What the reserve cuts off one parent is not moved to the other.</summary>
    private void FillInBasicSupport()
    {
        BasicObligation = Scale(TotalAdjusted, Children);
        Each(p => p.Basic = BasicObligation * p.Share < p.Available ? Rounding.Cent(BasicObligation * p.Share) : p.Available);
    }

    // Income below nothing takes the lowest row (our choice: the workbook finds none).
    private decimal Scale(decimal income, int children) => Rounding.Dollars(_terms.Scale.Of(Rounding.Money(income), children));
}
