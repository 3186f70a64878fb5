using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>What is worked out from the facts before the worksheet begins.</summary>
/// <param name="IncomeA">Line 1a of the first parent: actual and potential income.</param>
/// <param name="IncomeB">Line 1a of the second parent.</param>
/// <param name="ChildCare">Child care costs after their caps.</param>
/// <param name="NightsA">Average overnights of the first parent.</param>
/// <param name="NightsB">Average overnights of the second parent.</param>
/// <param name="NightsCaretaker">Average overnights of the caretaker.</param>
internal sealed record OregonIntake(Money IncomeA, Money IncomeB, ChildCareCosts ChildCare, decimal NightsA, decimal NightsB, decimal NightsCaretaker)
{
    /// <summary>Works it out.</summary>
    public static OregonIntake Of(OregonFacts facts, GuidelineLaw law)
    {
        var time = OregonTime.Of(facts, law);
        return new(Income(facts.ParentA, law), Income(facts.ParentB, law), ChildCareCosts.Of(facts.ChildCare, law), time.A, time.B, time.Caretaker);
    }

    /// <summary>Line 1a.</summary>
    public Money Income(GuidelineParty parent) => parent == GuidelineParty.ParentA ? IncomeA : IncomeB;

    /// <summary>Line 6a.</summary>
    public decimal Overnights(GuidelineParty party) => party switch
    {
        GuidelineParty.ParentA => NightsA,
        GuidelineParty.ParentB => NightsB,
        _ => NightsCaretaker,
    };

    private static Money Income(OregonParentFacts parent, GuidelineLaw law) =>
        parent.Income + parent.PotentialIncome + OregonTerms.LowestWage(parent.MinimumWageHoursAWeek, law);
}
