using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>The children's parts of premiums at reasonable cost, by who pays them, and the children without such a plan.</summary>
/// <param name="A">Paid by the first parent.</param>
/// <param name="B">Paid by the second parent.</param>
/// <param name="Uncovered">How many children no such plan covers.</param>
internal readonly record struct Premiums(Money A, Money B, int Uncovered)
{
    public Money Of(IowaParty payer) => payer == IowaParty.ParentA ? A : B;
}

/// <summary>Medical support (rule 9.12; Iowa Code 252E.1A).</summary>
internal static class Medical
{
    /// <summary>An agency's table of rule 9.12(4), as rules ask for it.</summary>
    public const string AgencyTable = "policy/guidelines/ia-medical";

    private const string Citation = "Iowa Ct. R. 9.12";
    private const long Whole = 1_000_000;

    /// <summary>Tests each plan for reasonable cost.</summary>
    public static Premiums Plans(IowaSheet sheet, IowaFacts facts, NetIncome a, NetIncome b)
    {
        var (paidA, paidB) = (Money.Zero, Money.Zero);
        HashSet<string> covered = new(StringComparer.Ordinal);
        foreach (var plan in facts.HealthPlans)
        {
            var part = plan.FamilyPremium - plan.SinglePremium;
            var count = plan.Covers.Count == 0 ? facts.Children.Count : plan.Covers.Count;
            sheet.Line("6-A", "Children's part of the health insurance premium", plan.Payer.Party(), part, Citation);
            if (!Reasonable(sheet, plan.Payer, plan.Payer == IowaParty.ParentA ? a : b, part, count)) continue;
            if (plan.Payer == IowaParty.ParentA) paidA += part;
            else paidB += part;
            covered.UnionWith(plan.Covers.Count == 0 ? facts.Children.Select(c => c.Name) : plan.Covers);
        }

        return new(paidA, paidB, facts.Children.Count - covered.Count);
    }

    private static bool Reasonable(IowaSheet sheet, IowaParty payer, NetIncome income, Money part, int children)
    {
        if (income.Gross is not { } gross)
        {
            sheet.Find("IA-COST-NOT-TESTED", $"The gross income of {payer.Name()} is not stated, so whether {part} a month is a reasonable cost was not tested; it is taken as reasonable.", Citation);
            return true;
        }

        var share = Percent(sheet, income.Preliminary, children);
        var limit = gross.ShareHalfUp(share, Whole);
        sheet.Line("6-B", "Reasonable cost", payer.Party(), limit, "Iowa Ct. R. 9.12(2); Iowa Code 252E.1A");
        var reasonable = part <= limit;
        sheet.Why?.Step($"A premium of {part} for the children is {(reasonable ? "" : "not ")}reasonable for {payer.Name()}: {LawWords.Percent(share)} of gross income of {gross} is {limit}.", Citation, "medical");
        if (!reasonable)
            sheet.Find("IA-COST-ABOVE", $"The children's part of the premium, {part}, is above the reasonable cost of {limit}. The plan is not ordered without a finding and its premium is not shared.", Citation);
        return reasonable;
    }

    /// <summary>Cash medical support of the parent who pays, when children have no plan at reasonable cost and care is sole.</summary>
    public static Money Cash(IowaSheet sheet, IowaFacts facts, IowaCare care, IowaParty payer, NetIncome income, Premiums premiums)
    {
        if (premiums.Uncovered == 0) return Money.Zero;
        if (care.Kind != IowaCareKind.Sole)
        {
            sheet.Find("IA-CASH-MEDICAL-CARE", "No plan at reasonable cost covers all children. Who pays cash medical support in joint or split care is not known to the rule as it was read: decide it and write it down.", "Iowa Ct. R. 9.12, 9.14");
            return Money.Zero;
        }

        if (!string.IsNullOrWhiteSpace(facts.NoCashMedicalBecause))
        {
            sheet.Find("IA-NO-CASH-MEDICAL", $"No cash medical support is set: {facts.NoCashMedicalBecause}", Citation);
            return Money.Zero;
        }

        if (income.OnlySsi || Obligation.AreaOf(sheet.Law, income.Preliminary, facts.Children.Count) == "A")
        {
            sheet.Why?.Step($"{payer.Begins()} is in Area A: no cash medical support.", "Iowa Ct. R. 9.12(3)", "medical");
            return Money.Zero;
        }

        if (income.Gross is not { } gross)
        {
            sheet.Find("IA-CASH-MEDICAL-OPEN", $"No plan at reasonable cost is named, and the gross income of {payer.Name()} is not stated, so cash medical support was not worked out.", Citation);
            return Money.Zero;
        }

        var share = Percent(sheet, income.Preliminary, premiums.Uncovered);
        var amount = sheet.Round((decimal)gross.Cents * share / Whole);
        if (facts.HawkiPremium is { } hawki && hawki < amount)
        {
            sheet.Why?.Step($"The children are in the state's plan: its premium of {hawki} is below {amount} and counts.", "Iowa Ct. R. 9.12(3)", "medical");
            amount = hawki;
        }
        else sheet.Why?.Step($"No plan at reasonable cost is at hand: {payer.Name()} pays {LawWords.Percent(share)} of gross income of {gross} as cash medical support, {amount} a month.", "Iowa Ct. R. 9.12(3)", "medical");

        // Income taken up wholly by deductions leaves nothing to pay from.
        if (!income.Stated && amount > income.Preliminary) amount = income.Preliminary;
        return amount;
    }

    /// <summary>What the children's premiums move between the parents, as the payer of support owes it: the share of what the other pays less the other's share of what this one pays.</summary>
    public static decimal Shared(Premiums premiums, IowaParty payer, Money own, Money other)
    {
        var combined = own + other;
        return combined.IsZero ? 0m
            : ((decimal)premiums.Of(payer.Other()).Cents * own.Cents - (decimal)premiums.Of(payer).Cents * other.Cents) / combined.Cents;
    }

    /// <summary>Costs that no plan pays: who pays first, and the shares of the rest (rule 9.12(5)).</summary>
    public static void UncoveredCosts(IowaSheet sheet, IowaCare care, Money a, Money b, int children)
    {
        const string law = "Iowa Ct. R. 9.12(5)";
        if (care.Kind == IowaCareKind.Split)
        {
            sheet.Find("IA-UNCOVERED-SPLIT", "How uncovered medical costs are shared in split care is not known to the rule as it was read: decide it and write it down.", law);
            return;
        }

        if (care.Custodial is { } first)
        {
            var least = Money.Min(new(sheet.Law.Money("ia/guidelines/medical/uncovered-first").Cents * children), sheet.Law.Money("ia/guidelines/medical/uncovered-first-all"));
            sheet.Line("8-A", "Uncovered medical costs of a calendar year that this parent pays first", first.Party(), least, law);
        }

        foreach (var payer in (IowaParty[])[IowaParty.ParentA, IowaParty.ParentB])
        {
            var share = IowaSheet.Ppm(payer == IowaParty.ParentA ? a : b, a + b);
            sheet.Lines.Add(WorksheetLine.Share("8-B", care.Custodial is null ? "Share of uncovered medical costs" : "Share of the uncovered medical costs above it", payer.Party(), share, law));
            if (payer != care.Custodial) sheet.Payments.Add(new(payer.Party(), payer.Other().Party(), PaymentKind.UncoveredHealth, Money.Zero, share, law));
        }
    }

    /// <summary>The percentage of rule 9.12(4): the agency's table by net income and children, else the share that stands in for it.</summary>
    private static long Percent(IowaSheet sheet, Money net, int children)
    {
        if (!sheet.Law.Covers(AgencyTable)) return sheet.Law.Ppm("ia/guidelines/medical/reasonable-cost");
        var rows = sheet.Law.Table(AgencyTable).Rows;
        var row = rows.FirstOrDefault(r => net.Cents <= r[0].Number) ?? rows[^1];
        return row[Math.Min(children, row.Count - 1)].Number;
    }
}
