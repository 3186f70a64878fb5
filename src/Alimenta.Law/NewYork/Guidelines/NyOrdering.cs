using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>Makes the order: every line rounded from the exact figure of the year, the rounded lines set off and added (convention G3).</summary>
internal static class NyOrdering
{
    private const string BasicNumber = "(c)(2)";

    /// <summary>The lines, the totals and the payments.</summary>
    public static NyOrder Make(NyTerms terms, NyShares shares, IReadOnlyList<NyBasic> basics, IReadOnlyList<NyOwed> addOns, List<GuidelineFinding> findings, Explanation? why)
    {
        List<NyOrderLine> lines = [];
        foreach (var basic in basics)
        {
            var number = basic.LowIncome == NyLowIncome.None ? BasicNumber : "(d)";
            lines.Add(Line(terms, new(number, "Basic child support", PaymentKind.Cash, basic.Duty.Owes, basic.Duty.To, basic.Amount)));
        }

        lines.AddRange(addOns.Select(owed => Line(terms, owed)));
        List<NyTotal> totals = [];
        List<GuidelinePayment> payments = [];
        var pairs = Pairs(basics, lines);
        foreach (var (from, to) in pairs) Settle(terms, from, to, lines, totals, payments, pairs.Contains((to, from)), findings, why);
        foreach (var basic in basics)
            if (basic.LowIncome != NyLowIncome.BelowPoverty || terms.Flag("minimum/add-ons-below-poverty"))
                payments.Add(new(basic.Duty.Owes, basic.Duty.To, PaymentKind.UncoveredHealth, Money.Zero, Millionths(shares, basic.Income), terms.Cite("(c)(5)(v)")));
        return new([.. basics.Select(b => new NyObligation(b.Duty.Owes, b.Income.Income, b.Duty.Children, b.UpToCap.Year, b.AboveCap.Year, b.LowIncome, b.Amount.Year))], lines, totals, payments);
    }

    private static long Millionths(NyShares shares, NyIncome parent) =>
        shares.Combined.IsZero ? 0 : new Money(NyTerms.Whole).ShareHalfUp(parent.Income.Cents, shares.Combined.Cents).Cents;

    private static NyOrderLine Line(NyTerms terms, NyOwed owed) =>
        new(owed.Number, owed.Label, owed.Kind, owed.From, owed.To, owed.Amount.Year, owed.Amount.Each(terms.Months), owed.Amount.Each(terms.Weeks), terms.Cite(owed.Number));

    /// <summary>Who settles with whom, first the one who owes more basic support; where both owe the same, neither's costs are set off against the other's.</summary>
    private static List<(GuidelineParty From, GuidelineParty To)> Pairs(IReadOnlyList<NyBasic> basics, List<NyOrderLine> lines)
    {
        List<(GuidelineParty, GuidelineParty)> pairs = [];
        if (basics is [var one, var other] && one.Duty.To == other.Duty.Owes)
        {
            if (!(one.Amount < other.Amount)) pairs.Add((one.Duty.Owes, one.Duty.To));
            if (!(other.Amount < one.Amount)) pairs.Add((other.Duty.Owes, other.Duty.To));
        }
        else
            pairs.AddRange(basics.Select(b => (b.Duty.Owes, b.Duty.To)));
        // With a caretaker a parent may carry a plan: the other parent's share goes to that parent.
        foreach (var line in lines)
            if (!pairs.Contains((line.From, line.To)) && !pairs.Contains((line.To, line.From))) pairs.Add((line.From, line.To));
        return pairs;
    }

    private static void Settle(NyTerms terms, GuidelineParty from, GuidelineParty to, List<NyOrderLine> lines, List<NyTotal> totals, List<GuidelinePayment> payments, bool alone, List<GuidelineFinding> findings, Explanation? why)
    {
        List<NyOrderLine> owed = [.. lines.Where(l => l.From == from && l.To == to)];
        List<NyOrderLine> back = [.. lines.Where(l => l.From == to && l.To == from && (l.Kind == PaymentKind.Cash || !alone))];
        var year = Net(owed, back, l => l.Yearly);
        var month = Net(owed, back, l => l.Monthly);
        var week = Net(owed, back, l => l.Weekly);
        totals.Add(new(from, to, year.Total, month.Total, week.Total));
        if (month.Cash.IsPositive || owed.Exists(l => l.Kind == PaymentKind.Cash)) payments.Add(new(from, to, PaymentKind.Cash, month.Cash, null, terms.Cite(BasicNumber)));
        payments.AddRange(owed.Where(l => l.Kind != PaymentKind.Cash).GroupBy(l => (l.Kind, l.Citation)).Select(g => new GuidelinePayment(from, to, g.Key.Kind, g.Sum(l => l.Monthly), null, g.Key.Citation)));
        if (back.Count > 0)
            why?.Step($"{NyCustody.Name(from)} owes basic support of {month.Basic} a month after the other's; what {NyCustody.Name(to)} owes for costs, {month.Back}, is deducted: {month.Cash}.", terms.Cite("(c)(5)(ii)"), "order");
        if (month.Back > month.Basic)
            findings.Add(new("NY-DEDUCTION", $"{NyCustody.Name(to)} owes {month.Back} a month for costs that {NyCustody.Name(from)} pays, more than the basic support of {month.Basic}: {month.Back - month.Basic} a month is not deducted, and the court decides on it.", terms.Cite("(c)(5)(ii)")));
        why?.Step($"{NyCustody.Name(from)} pays {NyCustody.Name(to)} {month.Total} a month, or {week.Total} a week.", "", "order");
    }

    /// <summary>Basic support set off; then the other's shares deducted from it, never below nothing; then the costs added.</summary>
    private static (Money Basic, Money Back, Money Cash, Money Total) Net(List<NyOrderLine> owed, List<NyOrderLine> back, Func<NyOrderLine, Money> of)
    {
        var basic = (owed.Where(l => l.Kind == PaymentKind.Cash).Sum(of) - back.Where(l => l.Kind == PaymentKind.Cash).Sum(of)).OrZero;
        var deducted = back.Where(l => l.Kind != PaymentKind.Cash).Sum(of);
        var cash = (basic - deducted).OrZero;
        return (basic, deducted, cash, cash + owed.Where(l => l.Kind != PaymentKind.Cash).Sum(of));
    }
}
