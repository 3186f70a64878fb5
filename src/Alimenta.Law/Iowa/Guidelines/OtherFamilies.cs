namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>What a parent pays for children outside the case.</summary>
internal static class OtherFamilies
{
    /// <summary>Support actually paid under orders that are prior by the day of the original order.</summary>
    public static Money PriorOrders(IowaSheet sheet, IowaFacts facts, IowaParty who)
    {
        const string citation = "Iowa Ct. R. 9.5(2)";
        var sum = Money.Zero;
        foreach (var order in facts.Of(who).OtherOrders)
        {
            var months = sheet.Law.Whole("ia/guidelines/income/prior-order-months");
            if (facts.OriginalOrder is { } here && order.Original >= here)
                sheet.Why?.Step($"The order of {Days.Words(order.Original)} for other children of {who.Name()} is not prior to that of this case ({Days.Words(here)}), whatever changed it later; nothing is deducted.", citation, "net");
            else if (order.VerifiedMonths < months)
            {
                sheet.Why?.Step($"Payment under the prior order of {Days.Words(order.Original)} is shown for {order.VerifiedMonths} of {months} months; nothing is deducted.", citation, "net");
                sheet.Find("IA-PRIOR-NOT-SHOWN", $"{who.Begins()} pays {order.PaidMonthly} a month under a prior order, but payment is shown for {order.VerifiedMonths} of {months} months, so it is not deducted.", citation);
            }
            else
            {
                sum += order.PaidMonthly;
                sheet.Why?.Step($"{order.PaidMonthly} a month actually paid under the prior order of {Days.Words(order.Original)} is deducted for {who.Name()}.", citation, "net");
            }
        }

        return sum;
    }

    /// <summary>The deduction for qualified additional dependents: a share of gross income with a limit, taken from net income.</summary>
    public static Money Dependents(IowaSheet sheet, IowaParent parent, IowaParty who, Money gross)
    {
        if (parent.OtherChildren.Count == 0) return Money.Zero;
        var count = 0;
        foreach (var child in parent.OtherChildren)
        {
            if (Qualifies(sheet, child)) count++;
            else sheet.Why?.Step($"Child {child.Name} of {who.Name()} is no qualified additional dependent: {(child.UnderPriorOrder ? "support under a prior order is deducted already" : "the duty of support is not shown")}.", "Iowa Ct. R. 9.7, 9.8", "net");
        }

        if (count == 0) return Money.Zero;
        var row = sheet.Law.Table("ia/guidelines/qadd/deduction").AtOrBelow("dependents", count)!;
        var amount = Money.Min(gross.ShareHalfUp(row[1].Number, 1_000_000L), row[2].Money);
        sheet.Why?.Step($"For {count} qualified additional {(count == 1 ? "dependent" : "dependents")} {who.Name()} deducts {LawWords.Percent(row[1].Number)} of gross income, at most {row[2].Money}: {amount}.", "Iowa Ct. R. 9.8(1)", "net");
        return amount;
    }

    private static bool Qualifies(IowaSheet sheet, IowaOtherChild child) => !child.UnderPriorOrder && child.ShownBy switch
    {
        IowaDutyShownBy.NotShown => false,
        IowaDutyShownBy.PaternityAffidavit => child.AffidavitOn is { } signed && signed >= sheet.Law.Day("ia/guidelines/qadd/affidavit-from"),
        _ => true,
    };
}
