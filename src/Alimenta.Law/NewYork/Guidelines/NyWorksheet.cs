using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>Writes every line of the calculation, numbered by its paragraph.</summary>
internal static class NyWorksheet
{
    private const GuidelineParty All = GuidelineParty.Total;

    /// <summary>The lines of one calculation.</summary>
    public static List<WorksheetLine> Lines(NyTerms terms, NyGuidelineFacts facts, NyShares shares, NyIncome a, NyIncome b, IReadOnlyList<NyBasic> basics, NyOrder order)
    {
        List<WorksheetLine> lines = new(WorksheetLine.Room);
        Income(terms, a, lines);
        Income(terms, b, lines);
        lines.Add(Money("(b)(4)", "Combined parental income", All, shares.Combined));
        foreach (var parent in new[] { a, b }) lines.Add(WorksheetLine.UnroundedShare("(c)(2)", "Share of combined parental income", parent.Who, shares.Shown(parent), terms.Cite("(c)(2)")));
        lines.Add(Money("(c)(2)", "Cap", All, terms.Cap));
        lines.Add(Money("(c)(2)", "Combined income up to the cap", All, shares.Counted));
        if (shares.Combined > terms.Cap)
        {
            lines.Add(Money("(c)(3)", "Combined income above the cap", All, shares.Combined - terms.Cap));
            lines.Add(WorksheetLine.Words("(c)(3)", "Decision above the cap", All, Decision(facts.AboveCap), terms.Cite("(c)(3)")));
        }

        foreach (var basic in basics) Basic(terms, shares, basic, lines);
        foreach (var line in order.Order.Skip(basics.Count)) lines.Add(Money(line.Number, $"{line.Label}, for a year, owed to {NyCustody.Name(line.To)}", line.From, line.Yearly));
        foreach (var basic in basics) lines.Add(WorksheetLine.UnroundedShare("(c)(5)(v)", "Share of health costs that no insurance pays", basic.Duty.Owes, shares.Shown(basic.Income), terms.Cite("(c)(5)(v)")));
        foreach (var total in order.Totals)
        {
            lines.Add(Money("(c)", $"All that is paid to {NyCustody.Name(total.To)} in a year", total.From, total.Yearly));
            lines.Add(Money("(c)", $"In a month, to {NyCustody.Name(total.To)}", total.From, total.Monthly));
            lines.Add(Money("(c)", $"In a week, to {NyCustody.Name(total.To)}", total.From, total.Weekly));
        }

        return lines;

        WorksheetLine Money(string number, string label, GuidelineParty who, Money amount) => WorksheetLine.Of(number, label, who, amount, terms.Cite(number));
    }

    private static void Income(NyTerms terms, NyIncome parent, List<WorksheetLine> lines)
    {
        foreach (var part in parent.Lines)
            lines.Add(WorksheetLine.Of("(b)(5)" + part.Clause, part.Deducted ? $"Less: {part.Label}" : part.Label, parent.Who, part.Amount, terms.Cite("(b)(5)" + part.Clause)));
        lines.Add(WorksheetLine.Of("(b)(5)", "Income before deductions", parent.Who, parent.Gross, terms.Cite("(b)(5)(i) to (vi)")));
        lines.Add(WorksheetLine.Of("(b)(5)", "Deductions", parent.Who, parent.Deductions, terms.Cite("(b)(5)(vii)")));
        lines.Add(WorksheetLine.Of("(b)(5)", "Income", parent.Who, parent.Income, terms.Cite("(b)(5)")));
    }

    private static void Basic(NyTerms terms, NyShares shares, NyBasic basic, List<WorksheetLine> lines)
    {
        var who = basic.Duty.Owes;
        lines.Add(WorksheetLine.Count("(b)(3)", $"Children with {NyCustody.Name(basic.Duty.To)}", who, basic.Duty.Children, terms.Cite("(b)(3)")));
        lines.Add(WorksheetLine.Share("(b)(3)", "Child support percentage", who, basic.Percentage, terms.Cite("(b)(3)")));
        lines.Add(WorksheetLine.Of("(c)(2)", "Obligation of both parents up to the cap", All, shares.Part(shares.Counted, basic.Percentage).Year, terms.Cite("(c)(2)")));
        lines.Add(WorksheetLine.Of("(c)(2)", "Share of the obligation up to the cap", who, basic.UpToCap.Year, terms.Cite("(c)(2)")));
        if (basic.AboveCap.Numerator > 0) lines.Add(WorksheetLine.Of("(c)(3)", "Share above the cap, as decided", who, basic.AboveCap.Year, terms.Cite("(c)(3)")));
        lines.Add(WorksheetLine.Of("(d)", "Income less the obligation", who, basic.Left.Year, terms.Cite("(d)")));
        lines.Add(WorksheetLine.Of("(d)", "Poverty income guideline for one person", All, terms.Poverty, terms.Cite("(d)")));
        lines.Add(WorksheetLine.Of("(b)(6)", "Self-support reserve", All, terms.Reserve, terms.Cite("(b)(6)")));
        lines.Add(WorksheetLine.YesNo("(d)", "Below the poverty income guideline", who, basic.LowIncome == NyLowIncome.BelowPoverty, terms.Cite("(d)")));
        lines.Add(WorksheetLine.YesNo("(d)", "Below the self-support reserve, not below the guideline", who, basic.LowIncome == NyLowIncome.BelowReserve, terms.Cite("(d)")));
        lines.Add(WorksheetLine.Of("(c)", "Basic child support obligation", who, basic.Amount.Year, terms.Cite("(c), (d)")));
    }

    private static string Decision(NyAboveCap? decided) => decided?.Method switch
    {
        null => "needed",
        NyAboveCapMethod.StopAtCap => "support stops at the cap",
        NyAboveCapMethod.Percentage => decided.UpTo is { } bound ? $"the percentage applies up to {bound}" : "the percentage applies to all of it",
        _ => $"{decided.AmountYearly} a year",
    };
}
