using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>Who pays how much a month before any variance.</summary>
/// <param name="Payer">Who pays; null when nobody does or both do.</param>
/// <param name="Amount">The guideline amount; of both together when nothing is offset.</param>
/// <param name="Area">With sole care, the area that decided; else empty.</param>
internal readonly record struct Supported(IowaParty? Payer, Money Amount, string Area);

/// <summary>Adjusted net incomes of both parents.</summary>
internal readonly record struct Nets(Money A, Money B)
{
    public Money Combined => A + B;

    public Money Of(IowaParty parent) => parent == IowaParty.ParentA ? A : B;
}

/// <summary>Joint and split care: what each parent owes, offset, one rounding on the difference (rule 9.14; convention G5).</summary>
internal static class TwoHomes
{
    private const string Citation = "Iowa Ct. R. 9.14";
    private const string NoOffset = "Iowa Admin. Code r. 441-99.4(2)\"b\"(3)";

    /// <summary>Joint physical care: the obligation raised for two homes, each parent's share for half of the time. No low-income areas.</summary>
    public static Supported Joint(IowaSheet sheet, Schedule schedule, IowaFacts facts, Nets nets)
    {
        var (cost, time) = (sheet.Law.Ppm("ia/guidelines/care/joint-cost"), sheet.Law.Ppm("ia/guidelines/care/joint-time"));
        if (facts.VisitationOvernights > 0) sheet.Why?.Step("In joint physical care the offset counts whatever the days; no visitation credit is given.", "In re Marriage of Seay, 746 N.W.2d 833 (Iowa 2008)", "support");
        return Offset(sheet, facts, Owes(IowaParty.ParentA), Owes(IowaParty.ParentB));

        decimal Owes(IowaParty who)
        {
            // The factors go before the division, so that nothing is lost in it.
            var basic = schedule.Of(nets.Combined, facts.Children.Count);
            if (who == IowaParty.ParentA) sheet.Line("4-C", "Schedule amount for both incomes", GuidelineParty.Total, basic, "Iowa Ct. R. 9.26");
            var factor = (decimal)cost * time / (1_000_000m * 1_000_000m);
            var owed = nets.Combined.IsZero ? 0m : basic.Cents * factor * nets.Of(who).Cents / nets.Combined.Cents;
            sheet.Exact("4-E", "Obligation in joint physical care", who.Party(), owed, Citation);
            sheet.Why?.Step($"The schedule gives {basic} for both. The share of {who.Name()}, times {LawWords.Percent(cost)} for two homes and {LawWords.Percent(time)} of the time, is {IowaSheet.Dollars(owed)}.", Citation, "support");
            return owed;
        }
    }

    /// <summary>Split care: each parent's obligation for the children with the other, from the column for that number.</summary>
    public static Supported Split(IowaSheet sheet, Schedule schedule, IowaFacts facts, Nets nets)
    {
        var areas = sheet.Law.Flag("ia/guidelines/areas/in-split-care");
        return Offset(sheet, facts, Owes(IowaParty.ParentA), Owes(IowaParty.ParentB));

        decimal Owes(IowaParty who)
        {
            var children = IowaCare.With(facts.Children, who.Other());
            var owed = areas
                ? Obligation.WithAreas(sheet, schedule, who, nets.Of(who), nets.Combined, children).Cents
                : Obligation.Shared(sheet, schedule, who, nets.Of(who), nets.Combined, children);
            sheet.Exact("4-E", "Obligation for the children with the other parent", who.Party(), owed, Citation);
            return owed;
        }
    }

    private static Supported Offset(IowaSheet sheet, IowaFacts facts, decimal a, decimal b)
    {
        if (facts.PublicFunds != IowaPublicFunds.None)
        {
            var (owedA, owedB) = (sheet.Round(a), sheet.Round(b));
            sheet.Line("7-B", "Guideline amount, not offset", GuidelineParty.ParentA, owedA, NoOffset);
            sheet.Line("7-B", "Guideline amount, not offset", GuidelineParty.ParentB, owedB, NoOffset);
            sheet.Why?.Step($"Public money is paid for the children, so nothing is offset: parent A owes {owedA} and parent B owes {owedB}.", NoOffset, "support");
            sheet.Find("IA-NO-OFFSET", $"Nothing is offset while public money is paid for the children: parent A owes {owedA} and parent B owes {owedB}.", NoOffset);
            Pay(sheet, IowaParty.ParentA, owedA);
            Pay(sheet, IowaParty.ParentB, owedB);
            return new(null, owedA + owedB, "");
        }

        IowaParty? payer = a > b ? IowaParty.ParentA : b > a ? IowaParty.ParentB : null;
        var exact = Math.Abs(a - b);
        sheet.Exact("7-A", "Difference before rounding", payer?.Party() ?? GuidelineParty.Total, exact, Citation);
        var amount = sheet.Round(exact);
        sheet.Why?.Step($"Offset, {(payer is { } one ? one.Name() : "nobody")} owes the difference of {IowaSheet.Dollars(exact)}.", Citation, "support");
        return new(amount.IsZero ? null : payer, amount, "");
    }

    private static void Pay(IowaSheet sheet, IowaParty payer, Money amount)
    {
        if (amount.IsPositive) sheet.Payments.Add(new(payer.Party(), payer.Other().Party(), PaymentKind.Cash, amount, null, NoOffset));
    }
}
