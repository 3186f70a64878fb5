using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>The filled-in worksheet as lines, in its own order.</summary>
internal static class WorksheetLines
{
    private const string Income = "OAR 137-050-0715";
    private const string Adjusted = "OAR 137-050-0720";
    private const string Basic = "OAR 137-050-0725";
    private const string Time = "OAR 137-050-0730";
    private const string Care = "OAR 137-050-0735";
    private const string Benefits = "OAR 137-050-0740";
    private const string Reserve = "OAR 137-050-0745";
    private const string Medical = "OAR 137-050-0750";
    private const string Minimum = "OAR 137-050-0755";
    private const string Support = "OAR 137-050-0710";
    private const string Rebuttal = "OAR 137-050-0760";

    /// <summary>All lines from 1a to 9g; with the changes of a rebuttal where they are made.</summary>
    public static IReadOnlyList<WorksheetLine> Of(Worksheet s, OregonFacts facts)
    {
        List<WorksheetLine> lines = new(WorksheetLine.Room);
        OfIncome(lines, s, facts);
        OfChildCare(lines, s);
        OfCoverage(lines, s, facts);
        OfCredits(lines, s);
        OfMinimum(lines, s);
        OfSupport(lines, s);
        return lines;
    }

    private static void OfIncome(List<WorksheetLine> lines, Worksheet s, OregonFacts facts)
    {
        Each(lines, s, "1a", "Income", Income, p => p.Income);
        Each(lines, s, "1b", "Income after additions and subtractions", Adjusted, p => p.AfterAdditions);
        Counts(lines, s, "1c", "Non-joint children", p => p.Facts.NonJointChildren);
        lines.Add(WorksheetLine.Count("1d", "Joint minor children", GuidelineParty.Total, facts.MinorChildren, Adjusted));
        lines.Add(WorksheetLine.Count("1e", "Joint children attending school", GuidelineParty.Total, facts.ChildrenAttendingSchool, Adjusted));
        Counts(lines, s, "1f", "All children", p => p.Children);
        Each(lines, s, "1g", "Deduction for non-joint children", Adjusted, p => p.NonJointDeduction);
        if (s.Rebutted) Each(lines, s, "rebuttal-income", "Change of income by the rebuttal", Rebuttal, p => Rounding.Dollars(p.Change!.IncomeChange));
        Each(lines, s, "1h", "Adjusted income", Adjusted, p => p.Adjusted);
        Total(lines, "1h", "Adjusted income", Adjusted, s.TotalAdjusted);
        Shares(lines, s, "1i", "Share of income", Adjusted, p => p.Share);
        Each(lines, s, "1j", "Income available for support", Reserve, p => p.Available);
        Total(lines, "2a", "Basic support obligation from the scale", Basic, s.BasicObligation);
        Each(lines, s, "2b", "Basic support obligation after the self-support reserve", Basic, p => p.Basic);
    }

    private static void OfChildCare(List<WorksheetLine> lines, Worksheet s)
    {
        Each(lines, s, "3a", "Child care costs paid", Care, p => p.ChildCare);
        if (s.WithCaretaker || s.CaretakerChildCare != 0) lines.Add(WorksheetLine.Of("3a", "Child care costs paid", GuidelineParty.Caretaker, Rounding.Money(s.CaretakerChildCare), Care));
        Each(lines, s, "3b", "Income available for child care", Care, p => p.AvailableForChildCare);
        foreach (var p in Columns(s)) lines.Add(WorksheetLine.Unrounded("3c", "Share of child care costs", p.Who, p.ChildCareShare, Care));
        Each(lines, s, "3d", "Support after child care", Care, p => p.AfterChildCare);
        if (s.Rebutted) Each(lines, s, "rebuttal-costs", "Share of special costs", Rebuttal, p => p.SpecialShare);
    }

    private static void OfCoverage(List<WorksheetLine> lines, Worksheet s, OregonFacts facts)
    {
        foreach (var p in Columns(s))
            lines.Add(p.Premium is { } premium
                ? WorksheetLine.Of("4a", "Cost of health coverage for the children", p.Who, Rounding.Money(premium), Medical)
                : WorksheetLine.Words("4a", "Cost of health coverage for the children", p.Who, "none", Medical));
        Each(lines, s, "4b", "Income available for health coverage", Medical, p => p.AvailableForCoverage);
        Each(lines, s, "4c", "Reasonable cost", Medical, p => p.ReasonableCost);
        Total(lines, "4c", "Reasonable cost", Medical, s.TotalReasonableCost);
        foreach (var p in Columns(s)) lines.Add(WorksheetLine.YesNo("4d", "Coverage can be had at a reasonable cost", p.Who, p.CanProvide, Medical));
        lines.Add(WorksheetLine.YesNo("4d", "Coverage of both together can be had", GuidelineParty.Total, s.BothCanProvide, Medical));
        lines.Add(WorksheetLine.YesNo("4e", "Coverage ordered at a higher amount", GuidelineParty.Total, facts.CoverageAtHigherAmount, Medical));
        foreach (var p in Columns(s)) lines.Add(WorksheetLine.YesNo("4f", "Provides coverage", p.Who, p.Provides, Medical));
        Total(lines, "4f", "Cost of the ordered coverage", Medical, s.OrderedCoverageCost);
        Shares(lines, s, "4g", "Share of coverage costs", Medical, p => p.CoverageShare);
        Each(lines, s, "4h", "Share of coverage costs in dollars", Medical, p => p.CoverageCost);
        Each(lines, s, "4i", "Support after health coverage", Medical, p => p.AfterCoverage);
        lines.Add(WorksheetLine.Words("5a", "Cash medical support", GuidelineParty.Total, Words(facts.CashMedical), Medical));
        Each(lines, s, "5b", "Cash medical support in dollars", Medical, p => p.CashMedical);
    }

    private static void OfCredits(List<WorksheetLine> lines, Worksheet s)
    {
        foreach (var p in Columns(s)) lines.Add(WorksheetLine.Decimal("6a", "Average overnights in a year", p.Who, p.Overnights, Time));
        if (s.WithCaretaker) lines.Add(WorksheetLine.Decimal("6a", "Average overnights in a year", GuidelineParty.Caretaker, s.Intake.NightsCaretaker, Time));
        Shares(lines, s, "6b", "Share of the credit for parenting time", Time, p => p.CreditShare);
        Each(lines, s, "6c", "Credit for parenting time", Time, p => p.TimeCredit);
        Each(lines, s, "6d", "Credit for child care paid", Care, p => p.ChildCare);
        if (s.Rebutted) Each(lines, s, "rebuttal-credit", "Credit for special costs paid", Rebuttal, p => p.SpecialCredit);
        Each(lines, s, "6e", "Credit for health coverage paid", Medical, p => p.CoverageCredit);
        Each(lines, s, "6f", "Support after credits", Support, p => p.AfterCredits);
        foreach (var p in Columns(s)) lines.Add(WorksheetLine.Unrounded("7a", "Basic support obligation for minor children", p.Who, p.MinorsBasic, Support));
        foreach (var p in Columns(s)) lines.Add(WorksheetLine.Unrounded("7b", "Net obligation for minor children", p.Who, p.Net, Support));
        foreach (var p in Columns(s)) lines.Add(WorksheetLine.YesNo("7c", "Pays for minor children", p.Who, p.PaysForMinors, Support));
    }

    private static void OfMinimum(List<WorksheetLine> lines, Worksheet s)
    {
        Each(lines, s, "8a", "Support with medical support", Minimum, p => p.WithMedical);
        foreach (var p in Columns(s)) lines.Add(WorksheetLine.YesNo("8b", "Exception to the minimum order", p.Who, p.Excepted, Minimum));
        Each(lines, s, "8c", "Added for the minimum order", Minimum, p => p.TopUp);
        Each(lines, s, "8d", "Cash support after the minimum order", Minimum, p => p.AfterMinimum);
        Each(lines, s, "8e", "Benefits paid to the children", Benefits, p => p.Benefits);
        Each(lines, s, "8f", "Cash support after benefits", Benefits, p => p.AfterBenefits);
        Each(lines, s, "8g", "Benefits that are left", Benefits, p => p.BenefitsLeft);
        Each(lines, s, "8h", "Cash medical support after benefits", Benefits, p => p.MedicalAfterBenefits);
    }

    private static void OfSupport(List<WorksheetLine> lines, Worksheet s)
    {
        Each(lines, s, "9a", "Cash support for minor children", Support, p => p.CashMinors);
        Each(lines, s, "9b", "Cash medical support for minor children", Support, p => p.MedicalMinors);
        Each(lines, s, "9c", "Cash support for children attending school", Support, p => p.CashSchool);
        Each(lines, s, "9d", "Cash medical support for children attending school", Support, p => p.MedicalSchool);
        Each(lines, s, "9e", "Total support", Support, p => p.Total);
        foreach (var p in Columns(s)) lines.Add(WorksheetLine.YesNo("9f", "Provides health coverage", p.Who, p.Provides, Medical));
        Total(lines, "9g", "Reasonable cost stated in the order", Medical, s.StatedReasonableCost);
    }

    private static Column[] Columns(Worksheet s) => [s.A, s.B];

    private static void Each(List<WorksheetLine> lines, Worksheet s, string number, string label, string citation, Func<Column, decimal> value)
    {
        lines.Add(WorksheetLine.Of(number, label, s.A.Who, Rounding.Money(value(s.A)), citation));
        lines.Add(WorksheetLine.Of(number, label, s.B.Who, Rounding.Money(value(s.B)), citation));
    }

    private static void Total(List<WorksheetLine> lines, string number, string label, string citation, decimal value) =>
        lines.Add(WorksheetLine.Of(number, label, GuidelineParty.Total, Rounding.Money(value), citation));

    private static void Counts(List<WorksheetLine> lines, Worksheet s, string number, string label, Func<Column, int> value)
    {
        foreach (var p in Columns(s)) lines.Add(WorksheetLine.Count(number, label, p.Who, value(p), Adjusted));
    }

    private static void Shares(List<WorksheetLine> lines, Worksheet s, string number, string label, string citation, Func<Column, decimal> value)
    {
        foreach (var p in Columns(s)) lines.Add(WorksheetLine.Share(number, label, p.Who, Rounding.Ppm(value(p)), citation));
    }

    private static string Words(OregonCashMedical election) => election switch
    {
        OregonCashMedical.No => "no",
        OregonCashMedical.Yes => "yes",
        _ => "whenever the parent does not provide coverage",
    };
}
