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
    private const int Hundredths = 100;
    private const int Years = 2;

    /// <summary>Works it out.</summary>
    public static OregonIntake Of(OregonFacts facts, GuidelineLaw law)
    {
        var (a, b, caretaker) = Overnights(facts);
        return new(Income(facts.ParentA, law), Income(facts.ParentB, law), ChildCareCosts.Of(facts.ChildCare, law), a, b, caretaker);
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

    /// <summary>As stated, or the nights of all children over two years, for one child and one year: OAR 137-050-0730.</summary>
    public static (decimal A, decimal B, decimal Caretaker) Overnights(OregonFacts facts)
    {
        if (facts.NightsInTwoYears is not { Count: > 0 } nights)
            return (Average(facts.ParentA.OvernightsHundredths), Average(facts.ParentB.OvernightsHundredths), Average(facts.Caretaker?.OvernightsHundredths ?? 0));
        decimal years = nights.Count * Years;
        return (nights.Sum(n => n.ParentA) / years, nights.Sum(n => n.ParentB) / years, nights.Sum(n => n.Caretaker) / years);

        static decimal Average(int hundredths) => (decimal)hundredths / Hundredths;
    }
}
