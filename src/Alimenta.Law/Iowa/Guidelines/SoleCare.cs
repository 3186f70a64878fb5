using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>Sole care: the other parent's obligation, the visitation credit, the shared premium, one rounding (convention G5).</summary>
internal static class SoleCare
{
    private const long Whole = 1_000_000;

    public static Supported Of(IowaSheet sheet, Schedule schedule, IowaFacts facts, IowaParty payer, Nets nets, Premiums premiums)
    {
        var owed = Obligation.WithAreas(sheet, schedule, payer, nets.Of(payer), nets.Combined, facts.Children.Count);
        var after = owed.Cents - Credit(sheet, facts, payer, owed.Cents);
        var exact = after;
        if (sheet.Law.Flag("ia/guidelines/medical/premium-shared") && !(premiums.A + premiums.B).IsZero)
        {
            var premium = Medical.Shared(premiums, payer, nets.Of(payer), nets.Of(payer.Other()));
            sheet.Exact("6-C", "Health insurance added, or credited to the one who pays it", payer.Party(), premium, "Iowa Ct. R. 9.12, 9.27");
            sheet.Why?.Step(premium >= 0
                ? $"The other parent pays the premium: {payer.Name()} adds a share of {IowaSheet.Dollars(premium)}."
                : $"{payer.Begins()} pays the premium and is credited the other parent's share of {IowaSheet.Dollars(-premium)}.", "Iowa Ct. R. 9.12", "support");
            exact = Math.Max(after + premium, 0m);
        }

        sheet.Exact("7-A", "Amount before rounding", payer.Party(), exact, "Iowa Ct. R. 9.27");
        return new(payer, sheet.Round(exact), owed.Area);
    }

    /// <summary>The extraordinary visitation credit (rule 9.9), which may not take support below the minimum order.</summary>
    private static decimal Credit(IowaSheet sheet, IowaFacts facts, IowaParty payer, decimal owed)
    {
        const string citation = "Iowa Ct. R. 9.9";
        if (facts.VisitationOvernights == 0) return 0m;
        sheet.Lines.Add(WorksheetLine.Count("5-A", "Court-ordered overnights of a year", payer.Party(), facts.VisitationOvernights, citation));
        if (sheet.Law.Table("ia/guidelines/care/visitation-credit").AtOrBelow("overnights", facts.VisitationOvernights) is not { } band)
        {
            sheet.Why?.Step($"{facts.VisitationOvernights} overnights are too few for a credit.", citation, "support");
            return 0m;
        }

        var minimum = Obligation.Minimum(sheet.Law, facts.Children.Count);
        var credit = owed * band[1].Number / Whole;
        var most = Math.Max(owed - minimum.Cents, 0m);
        sheet.Lines.Add(WorksheetLine.Share("5-B", "Extraordinary visitation credit", payer.Party(), band[1].Number, citation));
        sheet.Why?.Step(credit > most
            ? $"For {facts.VisitationOvernights} overnights the credit of {LawWords.Percent(band[1].Number)} stops at the minimum order of {minimum}."
            : $"For {facts.VisitationOvernights} overnights {LawWords.Percent(band[1].Number)} is credited: {IowaSheet.Dollars(credit)}.", citation, "support");
        credit = Math.Min(credit, most);
        sheet.Exact("5-C", "Credit", payer.Party(), credit, citation);
        return credit;
    }
}
