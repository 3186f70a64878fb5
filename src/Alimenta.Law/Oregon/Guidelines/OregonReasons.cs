using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>Tells in sentences how the worksheet came out.</summary>
internal static class OregonReasons
{
    /// <summary>The steps from income to support.</summary>
    public static void Tell(Worksheet s, OregonTerms terms, OregonFacts facts, Explanation why)
    {
        foreach (var p in new[] { s.A, s.B })
            why.Step($"{Name(p)} has adjusted income of {M(p.Adjusted)}, {Share(p.Share)} of both; after the self-support reserve of {terms.SelfSupportReserve} there is {M(p.Available)} for support.", "OAR 137-050-0720, -0745", "1");
        why.Step($"The scale gives {M(s.BasicObligation)} for {M(s.TotalAdjusted)} and {Number(s.Children)}.", "OAR 137-050-0725", "2");
        foreach (var p in new[] { s.A, s.B })
            why.Step(p.Basic == p.Available && s.BasicObligation * p.Share > p.Available
                ? $"{Name(p)}'s share would be {M(s.BasicObligation * p.Share)}, but only {M(p.Basic)} is available; the rest is not moved to the other parent."
                : $"{Name(p)}'s share is {M(p.Basic)}.", "OAR 137-050-0725(6)", "2");
        if (s.Intake.ChildCare is { } care && (care.ParentA + care.ParentB + care.Caretaker).IsPositive)
            why.Step($"Child care of {care.ParentA + care.ParentB + care.Caretaker} adds {M(s.A.ChildCareShare)} for parent A and {M(s.B.ChildCareShare)} for parent B.", "OAR 137-050-0735", "3");
        if (s.OrderedCoverageCost > 0)
            why.Step($"Health coverage of {M(s.OrderedCoverageCost)} is shared by what is reasonable for each: {M(s.A.CoverageCost)} and {M(s.B.CoverageCost)}.", "OAR 137-050-0750", "4");
        if (s.Minors > 0) TellTime(s, facts, why);
        foreach (var p in new[] { s.A, s.B }) TellSupport(s, p, terms, why);
    }

    private static void TellTime(Worksheet s, OregonFacts facts, Explanation why)
    {
        if (facts.TimeByHours is not null) why.Step("Time is counted by blocks of hours instead of overnights; the rest of the two years is with the other party.", "OAR 137-050-0730(2)", "6");
        if (facts.WithoutPlan is not null) why.Step("There is no plan or order: each party's time is the children who live there of all children, times the year.", "OAR 137-050-0730(3), (4)", "6");
        foreach (var p in new[] { s.A, s.B })
            why.Step($"With {p.Overnights.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)} overnights {Name(p, true)} is credited {Share(p.CreditShare)} of the basic obligation: {M(p.TimeCredit)}.", "OAR 137-050-0730", "6");
        why.Step(s.WithCaretaker ? "Children are with a caretaker, so both parents pay for them."
            : s.A.PaysForMinors || s.B.PaysForMinors ? $"{Name(s.A.PaysForMinors ? s.A : s.B)} has the greater net obligation for {Number(facts.MinorChildren)} and pays: {M(s.A.Net)} against {M(s.B.Net)}."
            : $"Both net obligations are {M(s.A.Net)}, so neither parent pays for minor children.", "OAR 137-050-0710(1)(i)", "7");
    }

    private static void TellSupport(Worksheet s, Column p, OregonTerms terms, Explanation why)
    {
        if (!p.PaysForMinors && s.School == 0) return;
        if (p.TopUp > 0 && p.AfterMinimum > 0) why.Step($"{Name(p)}'s support would be below the minimum order of {terms.MinimumOrder}; {M(p.TopUp)} is added.", "OAR 137-050-0755", "8");
        if (p.Benefits > 0) why.Step($"Benefits of {M(p.Benefits)} paid to the children are taken off dollar for dollar.", "OAR 137-050-0740", "8");
        why.Step($"{Name(p)} pays {M(p.CashMinors + p.CashSchool)} in cash and {M(p.MedicalMinors + p.MedicalSchool)} toward health care, {M(p.Total)} in all.", "OAR 137-050-0710", "9");
    }

    private static string Name(Column p, bool inside = false) => OregonFindings.Name(p, inside);

    private static Money M(decimal dollars) => Rounding.Money(dollars);

    private static string Share(decimal share) => LawWords.Percent(Rounding.Ppm(share));

    private static string Number(int children) => children == 1 ? "one child" : $"{children} children";
}
