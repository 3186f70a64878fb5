using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>Who owes support for how many children, and to whom.</summary>
/// <param name="Owes">Who owes.</param>
/// <param name="To">Who has the children.</param>
/// <param name="Children">How many.</param>
internal sealed record NyDuty(GuidelineParty Owes, GuidelineParty To, int Children);

/// <summary>With whom the children live decides who owes: (c). Equal time is settled by income, as the courts do.</summary>
internal static class NyCustody
{
    /// <summary>The duties, or why nobody can say.</summary>
    public static Outcome<IReadOnlyList<NyDuty>> Duties(NyTerms terms, NyGuidelineFacts facts, NyIncome a, NyIncome b, Explanation? why)
    {
        var all = facts.Children.Count;
        if (facts.Children.Any(c => c.LivesWith == NyHome.Caretaker))
        {
            why?.Step($"{Children(all)} with a caretaker: each parent owes that parent's share.", terms.Cite("(c)"), "custody");
            return (NyDuty[])[new(GuidelineParty.ParentA, GuidelineParty.Caretaker, all), new(GuidelineParty.ParentB, GuidelineParty.Caretaker, all)];
        }

        var withA = facts.Children.Count(c => c.LivesWith == NyHome.ParentA);
        var equal = facts.Children.Count(c => c.LivesWith == NyHome.Equal);
        if (equal > 0)
        {
            terms.Word("custody/equal-time-payer");
            if (Custodian(facts, a, b) is not { } custodian)
                return new Refusal("L-NY-EQUAL", "The children spend equal time with both parents, and the incomes are equal: no rule says who is the non-custodial parent.",
                    "Give the court's decision as equal_time_custodian.", "Matter of Conway v Gartmond (2d Dept 27 June 2018)", "equal_time_custodian");
            if (custodian == GuidelineParty.ParentA) withA += equal;
            why?.Step($"{Children(equal)} in equal time: {Name(custodian)} is treated as the custodial parent{(a.Income == b.Income ? " as decided" : ", because the other has the higher income")}.", "Matter of Conway v Gartmond (2d Dept 27 June 2018)", "custody");
        }

        List<NyDuty> duties = [];
        if (withA < all) duties.Add(new(GuidelineParty.ParentA, GuidelineParty.ParentB, all - withA));
        if (withA > 0) duties.Add(new(GuidelineParty.ParentB, GuidelineParty.ParentA, withA));
        foreach (var duty in duties) why?.Step($"{Name(duty.Owes)} owes for {(duty.Children == 1 ? "1 child" : $"{duty.Children} children")} with {Name(duty.To)}.", terms.Cite("(c)"), "custody");
        if (duties.Count > 1) why?.Step($"Each parent has children: the {terms.Word("custody/split")} of the two obligations is paid.", terms.Cite("(c)") + "; our choice", "custody");
        return duties;
    }

    /// <summary>A party in words.</summary>
    public static string Name(GuidelineParty party) => party switch
    {
        GuidelineParty.ParentA => "Parent A",
        GuidelineParty.ParentB => "Parent B",
        _ => "the caretaker",
    };

    /// <summary>The party that a fact names.</summary>
    public static GuidelineParty Party(NyWho who) => who switch
    {
        NyWho.ParentA => GuidelineParty.ParentA,
        NyWho.ParentB => GuidelineParty.ParentB,
        _ => GuidelineParty.Caretaker,
    };

    private static GuidelineParty? Custodian(NyGuidelineFacts facts, NyIncome a, NyIncome b) =>
        a.Income < b.Income ? GuidelineParty.ParentA
        : b.Income < a.Income ? GuidelineParty.ParentB
        : facts.EqualTimeCustodian is { } decided ? Party(decided) : null;

    private static string Children(int count) => count == 1 ? "1 child is" : $"{count} children are";
}
