using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>Variances from the guideline amount, each with its written finding (rules 9.4, 9.11, 9.11A).</summary>
internal static class Variances
{
    /// <summary>Who pays how much after them. Child care is judged apart from any other ground.</summary>
    public static (IowaParty? Payer, Money Amount) Of(IowaSheet sheet, IowaFacts facts, IowaCare care, Nets nets, Supported supported)
    {
        var (payer, amount) = (supported.Payer, supported.Amount);
        if (facts.Variance is { } variance)
        {
            (payer, amount) = (variance.Payer, variance.Amount);
            sheet.Find("IA-VARIANCE", $"In place of the guideline amount of {supported.Amount}, {amount} a month is ordered from {variance.Payer.Name()}: {variance.Finding}", "Iowa Ct. R. 9.4, 9.11; Iowa Code 598.21B");
            sheet.Why?.Step($"A variance puts {amount} in the place of the guideline amount of {supported.Amount}.", "Iowa Ct. R. 9.11", "support");
        }

        if (care.Custodial is { } custodial && facts.Of(custodial).ChildCare is { Variance: { } asked } child)
        {
            var other = custodial.Other();
            var most = Most(child.Monthly, nets.Of(other), nets.Combined);
            var added = Money.Min(asked, most);
            sheet.Line("7-C", "Variance for child care", other.Party(), added, "Iowa Ct. R. 9.11A");
            sheet.Find("IA-CHILD-CARE-VARIANCE", $"{added} a month is added for child care, at most the income share of {most} of its cost: {child.Finding}{(child.OlderChildBecause.Length > 0 ? $" An older child counts: {child.OlderChildBecause}" : "")}", "Iowa Ct. R. 9.11A");
            if (added < asked) sheet.Why?.Step($"The variance for child care of {asked} is cut to the income share of {most}.", "Iowa Ct. R. 9.11A", "support");
            sheet.Why?.Step($"A variance for child care adds {added}; the cost is not deducted from income.", "Iowa Ct. R. 9.11A", "support");
            amount = payer is null || payer == other ? amount + added : (amount - added).OrZero;
            payer ??= other;
        }

        return (payer, amount);
    }

    /// <summary>The other parent's income share of the cost, with the part of a cent cut off: the variance may not be above it.</summary>
    private static Money Most(Money cost, Money own, Money combined) => combined.IsZero ? Money.Zero : cost.ShareDown(own.Cents, combined.Cents);
}
