using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>What must be found or decided for a result under Oregon's guideline to stand.</summary>
internal static class OregonFindings
{
    /// <summary>Those of the presumed amount.</summary>
    public static List<GuidelineFinding> Of(Worksheet sheet, OregonTerms terms, OregonFacts facts)
    {
        List<GuidelineFinding> findings = [];
        foreach (var p in new[] { sheet.A, sheet.B })
        {
            var potential = sheet.Intake.Income(p.Who) - p.Facts.Income;
            if (potential.IsPositive) findings.Add(new("OR-POTENTIAL-INCOME", $"{Name(p)} can earn {potential} a month beyond actual income.", "OAR 137-050-0715"));
            if (p.TopUp > 0 && p.AfterMinimum > 0) findings.Add(new("OR-MINIMUM-ORDER", $"{Name(p)} is presumed able to pay {terms.MinimumOrder}; the presumption can be rebutted.", "OAR 137-050-0755(1)"));
            if (p.TopUp > 0 && p.AfterMinimum > 0 && sheet.A.Overnights == sheet.B.Overnights && sheet.Minors > 0 && !sheet.WithCaretaker)
                findings.Add(new("OR-EQUAL-TIME", $"Each parent has half of the overnights, so the minimum order is not presumed; say so as an exception for {Name(p, inside: true)}.", "OAR 137-050-0755(2)(a)"));
            if (p.Excepted) findings.Add(new("OR-MINIMUM-EXCEPTION", $"An exception to the minimum order holds for {Name(p, inside: true)}.", "OAR 137-050-0755(2)"));
            if (p.Benefits > 0) findings.Add(new("OR-CHILD-BENEFITS", $"The children are paid {p.Facts.ChildBenefits} because of disability or retirement of {Name(p, inside: true)}, not because of their own disability.", "OAR 137-050-0740"));
        }

        if (Rounding.Money(sheet.TotalAdjusted) > terms.ScaleTop)
            findings.Add(new("OR-ABOVE-SCALE", $"Combined adjusted income is above {terms.ScaleTop}; the obligation stays at the top of the scale unless rebutted.", "OAR 137-050-0725(3)"));
        if (facts.CoverageAtHigherAmount)
            findings.Add(new("OR-COVERAGE-HIGHER", $"Compelling factors call for coverage at {Rounding.Money(sheet.OrderedCoverageCost)}, where {Rounding.Money(sheet.TotalReasonableCost)} is reasonable.", "OAR 137-050-0750"));
        if (sheet.Intake.ChildCare.CutOff.IsPositive)
            findings.Add(new("OR-CHILD-CARE-CAPPED", $"{sheet.Intake.ChildCare.CutOff} of child care is above what the rule allows for age and place, and does not count.", "OAR 137-050-0735"));
        return findings;
    }

    /// <summary>The finding of a rebuttal.</summary>
    public static GuidelineFinding Rebuttal(OregonRebuttalFacts rebuttal, IReadOnlyList<OregonSupport> presumed, IReadOnlyList<OregonSupport> after) =>
        new("OR-REBUTTAL",
            $"The presumed amount ({Both(presumed)}) is unjust or inappropriate; {Both(after)} is ordered instead. Reason: {Sentence(rebuttal.Reason)}", "OAR 137-050-0760(1)");

    /// <summary>The finding of an agreement.</summary>
    public static GuidelineFinding Agreement(IReadOnlyList<OregonSupport> before, IReadOnlyList<OregonSupport> agreed) =>
        new("OR-AGREED", $"The parties consent in writing to {Both(agreed)} in place of {Both(before)}.", "OAR 137-050-0765");

    // What people write often ends without a full stop.
    private static string Sentence(string said) => said.Trim() is var text && text.Length > 0 && char.IsLetterOrDigit(text[^1]) ? text + "." : text;

    private static string Both(IReadOnlyList<OregonSupport> support) => $"{support[0].Total} by parent A, {support[1].Total} by parent B";

    /// <summary>The parent as sentences name him or her.</summary>
    public static string Name(Column p, bool inside = false) => $"{(inside ? "p" : "P")}arent {(p.Who == GuidelineParty.ParentA ? "A" : "B")}";
}
