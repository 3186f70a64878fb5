using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>One thing owed, exactly.</summary>
internal sealed record NyOwed(string Number, string Label, PaymentKind Kind, GuidelineParty From, GuidelineParty To, YearlyFigure Amount);

/// <summary>Costs beside basic support: child care (c)(4) and (6), health (c)(5), education (c)(7). Each parent who does not pay a cost owes a share of it.</summary>
internal sealed class NyAddOns(NyTerms terms, NyGuidelineFacts facts, NyShares shares, NyIncome a, NyIncome b, IReadOnlyList<NyBasic> basics, List<GuidelineFinding> findings)
{
    /// <summary>All of them, in the order of the statute.</summary>
    public IReadOnlyList<NyOwed> All(Explanation? why)
    {
        List<NyOwed> owed = [];
        foreach (var care in facts.ChildCare) owed.AddRange(Care(care, why));
        foreach (var plan in facts.Insurance)
            owed.AddRange(Shared("(c)(5)(ii)", $"Share of the premium of {plan.Plan}", PaymentKind.HealthInsurance, terms.OfYear(plan.Amount, plan.Per), NyCustody.Party(plan.CarriedBy), why));
        if (facts.CashMedical is { Medicaid: NyMedicaid.ManagedCare } cash) owed.AddRange(CashMedical(cash, why));
        foreach (var school in facts.Education) owed.AddRange(Education(school, why));
        return owed;
    }

    /// <summary>For fee for service: the most of a year.</summary>
    public Money? FeeForService(Explanation? why)
    {
        if (facts.CashMedical is not { Medicaid: NyMedicaid.FeeForService } cash) return null;
        var contribution = new Money(cash.FamilyContributionMonthly.Cents * (cash.Months ?? terms.Months));
        var most = YearlyFigure.Min(shares.Exact(contribution), CashMedicalCap(basics[0].Income, why)).Year;
        why?.Step($"For fee for service the most of a year is {most}, paid as costs arise.", terms.Cite("(c)(5)(iii)(B)"), "medical");
        return most;
    }

    private IEnumerable<NyOwed> Care(NyChildCare care, Explanation? why)
    {
        var yearly = terms.OfYear(care.Amount, care.Per);
        if (care.Reason != NyCareReason.SeekingWork) return Shared("(c)(4)", "Share of child care", PaymentKind.ChildCare, yearly, NyCustody.Party(care.PaidBy), why);
        if (care.Ordered) return Shared("(c)(6)", "Share of child care while seeking work", PaymentKind.ChildCare, yearly, NyCustody.Party(care.PaidBy), why);
        findings.Add(new("NY-CARE-SEEKING-WORK", $"Child care of {yearly} a year while seeking work is shared only if the court orders it.", terms.Cite("(c)(6)")));
        return [];
    }

    private IEnumerable<NyOwed> Education(NyEducation school, Explanation? why)
    {
        var yearly = terms.OfYear(school.Amount, school.Per);
        if (school.Ordered) return Shared("(c)(7)", "Share of education", PaymentKind.Education, yearly, NyCustody.Party(school.PaidBy), why);
        findings.Add(new("NY-EDUCATION", $"Education of {yearly} a year is shared only if the court orders it.", terms.Cite("(c)(7)")));
        return [];
    }

    private IEnumerable<NyOwed> CashMedical(NyCashMedical cash, Explanation? why)
    {
        var parent = basics[0].Income;
        var least = new Money(Money.Min(cash.FamilyContributionMonthly, cash.ManagedCarePremiumMonthly).Cents * terms.Months);
        var amount = YearlyFigure.Min(shares.Exact(least), CashMedicalCap(parent, why));
        why?.Step($"Cash medical support: the lesser of the family contribution and the managed care premium is {least} a year; {amount.Year} is owed.", terms.Cite("(c)(5)(iii)(A)"), "medical");
        if (Allowed(parent.Who)) yield return new("(c)(5)(iii)", "Cash medical support", PaymentKind.CashMedical, parent.Who, basics[0].Duty.To, amount);
    }

    private YearlyFigure CashMedicalCap(NyIncome parent, Explanation? why)
    {
        var share = terms.Ppm("medical/cash-medical-share");
        var ofGross = shares.Part(parent.Gross, share);
        var spare = (parent.Income - terms.Reserve).OrZero;
        why?.Step($"Cash medical support is at most the lesser of {LawWords.Percent(share)} of gross income of {parent.Gross} ({ofGross.Year}) and {spare}, income above the self-support reserve.", terms.Cite("(c)(5)(iii)(A)"), "medical");
        return YearlyFigure.Min(ofGross, shares.Exact(spare));
    }

    private IEnumerable<NyOwed> Shared(string number, string label, PaymentKind kind, Money yearly, GuidelineParty paidBy, Explanation? why)
    {
        foreach (var parent in new[] { a, b })
        {
            if (parent.Who == paidBy || !Allowed(parent.Who) || !AllowedTo(paidBy, parent.Who)) continue;
            var share = shares.Share(yearly, parent);
            why?.Step($"{label}: {yearly} a year, paid by {NyCustody.Name(paidBy)}; {NyCustody.Name(parent.Who)} owes the share {parent.Income} / {shares.Combined}: {share.Year} a year.", terms.Cite(number), "add-ons");
            yield return new(number, label, kind, parent.Who, paidBy, share);
        }
    }

    /// <summary>Whether the rules for low income let further costs be ordered from a parent.</summary>
    private bool Allowed(GuidelineParty parent) =>
        basics.FirstOrDefault(basic => basic.Duty.Owes == parent)?.LowIncome switch
        {
            NyLowIncome.BelowPoverty => Ordered("minimum/add-ons-below-poverty", parent),
            NyLowIncome.BelowReserve => Ordered("minimum/add-ons-below-reserve", parent),
            _ => true,
        };

    // A share that the custodial parent owes is deducted from support; where no costs are added to it, none is deducted either.
    private bool AllowedTo(GuidelineParty paidBy, GuidelineParty from) =>
        basics.Any(basic => basic.Duty.Owes == from) || Allowed(paidBy);

    private bool Ordered(string flag, GuidelineParty parent)
    {
        if (terms.Flag(flag)) return true;
        if (!findings.Exists(f => f.Code == "NY-ADD-ONS-LOW-INCOME"))
            findings.Add(new("NY-ADD-ONS-LOW-INCOME", $"The income of {NyCustody.Name(parent)} is so low that no further costs are ordered beside the least amount.", terms.Cite("(d)")));
        return false;
    }
}
