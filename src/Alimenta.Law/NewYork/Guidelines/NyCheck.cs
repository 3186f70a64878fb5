using Alimenta.Law.Federal.History;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>Facts that the guideline cannot take, each with the member at fault and what to do.</summary>
internal static class NyCheck
{
    /// <summary>The first fault, or null.</summary>
    public static Refusal? Fault(GuidelineLaw law, NyTerms terms, NyGuidelineFacts facts) =>
        Children(law, facts) ?? Frequencies(facts) ?? Parent(terms, facts.ParentA, "parent_a") ?? Parent(terms, facts.ParentB, "parent_b")
        ?? Sizes(terms, facts) ?? Maintenance(facts) ?? Plans(facts) ?? Medical(terms, facts) ?? Percentage(terms, facts) ?? Decisions(facts);

    private static Refusal? Children(GuidelineLaw law, NyGuidelineFacts facts)
    {
        if (facts.Children.Count == 0) return new("L-NY-NO-CHILD", "No child is named.", "Name each child who is to be supported.", "FCA 413(1)(b)(3)", "children");
        var elsewhere = facts.Children.Count(c => c.LivesWith == NyHome.Caretaker);
        if (elsewhere > 0 && elsewhere < facts.Children.Count)
            return new("L-NY-CARETAKER", "Some children live with a caretaker and others with a parent.", "Calculate the children with the caretaker by themselves.", "FCA 413(1)(c)", "children");
        for (var i = 0; i < facts.Children.Count; i++)
        {
            if (facts.Children[i].Born is not { } born) continue;
            if (born > law.Date) return new("L-NY-BORN", $"{Name(facts.Children[i], i)} is born on {Days.Words(born)}, after the day of the calculation, {Days.Words(law.Date)}.", "Correct the day of birth, or calculate for a later day.", Field: $"children[{i}].born");
            var until = law.Whole("ny/policy/emancipation/age");
            if (born.AddYears(until) <= law.Date) return new("L-NY-GROWN", $"{Name(facts.Children[i], i)} is {until} or older on {Days.Words(law.Date)}.", "Leave the child out: the duty to support has ended.", "FCA 413(1)(a)", $"children[{i}].born");
        }

        return null;
    }

    private static string Name(NyChild child, int i) => child.Name.Length > 0 ? child.Name : $"Child {i + 1}";

    private static Refusal? Frequencies(NyGuidelineFacts facts)
    {
        return First("parent_a.income", facts.ParentA.Income, static p => p.Per) ?? First("parent_b.income", facts.ParentB.Income, static p => p.Per)
            ?? Fica("parent_a", facts.ParentA) ?? Fica("parent_b", facts.ParentB) ?? First("child_care", facts.ChildCare, static p => p.Per) ?? First("insurance", facts.Insurance, static p => p.Per) ?? First("education", facts.Education, static p => p.Per)
            ?? (facts.Maintenance is { Per: Frequency.Once } ? Once("maintenance.per") : null);

        static Refusal? Fica(string at, NyParent parent) => parent.FicaFrom is { Per: Frequency.Once } ? Once($"{at}.fica_from.per") : null;

        static Refusal? First<T>(string list, IReadOnlyList<T> parts, Func<T, Frequency> per)
        {
            for (var i = 0; i < parts.Count; i++)
                if (per(parts[i]) == Frequency.Once) return Once($"{list}[{i}].per");
            return null;
        }

        static Refusal Once(string field) =>
            new("L-NY-ONCE", $"{field} is \"once\", but the guideline works with the amount of a year.", "Give the amount of a year. What comes only once may be shared by paragraph (e), outside this calculation.", "FCA 413(1)(e)", field);
    }

    private static Refusal? Parent(NyTerms terms, NyParent parent, string at)
    {
        for (var i = 0; i < parent.Income.Count; i++)
        {
            var part = parent.Income[i];
            var field = $"{at}.income[{i}]";
            if (part.Item is NyIncomeItem.MaintenancePaid or NyIncomeItem.MaintenanceReceived)
                return new("L-NY-MAINTENANCE", "Maintenance of this case is a step of its own, for both parents at once.", "Give it as \"maintenance\" and leave it out of the incomes.", "FCA 413(1)(b)(5)(iii)(I), (vii)(C)", $"{field}.item");
            if (NyIncome.Imputes(terms, part.Item) && part.Amount.IsPositive && string.IsNullOrWhiteSpace(part.Because))
                return new("L-NY-IMPUTED", $"{NyIncome.Word(part.Item)} is imputed, and no reason is given.", "Say in \"because\" why the court attributes it.", "FCA 413(1)(b)(5)(iv), (v)", $"{field}.because");
            if (part.Item == NyIncomeItem.FormerIncome && part.Amount.IsPositive && parent.Incarceration == NyIncarceration.Other && terms.Flag("income/incarceration-protected"))
                return new("L-NY-INCARCERATED", "Incarceration is no voluntary unemployment, unless it comes from not paying support or from an offense against the custodial parent or the child.",
                    "Leave the former income out, or correct why the parent is incarcerated.", "FCA 413(1)(b)(5)(v)", $"{field}.item");
        }

        return NyFica.Fault(terms, parent, at);
    }

    /// <summary>Sums so large that no family has them are refused here, so that the arithmetic behind stays exact.</summary>
    private static Refusal? Sizes(NyTerms terms, NyGuidelineFacts facts)
    {
        return Sum("parent_a.income", facts.ParentA.Income, static p => (p.Amount, p.Per)) ?? Sum("parent_b.income", facts.ParentB.Income, static p => (p.Amount, p.Per))
            ?? Fica("parent_a", facts.ParentA) ?? Fica("parent_b", facts.ParentB) ?? Sum("child_care", facts.ChildCare, static p => (p.Amount, p.Per)) ?? Sum("insurance", facts.Insurance, static p => (p.Amount, p.Per)) ?? Sum("education", facts.Education, static p => (p.Amount, p.Per))
            ?? (facts.Maintenance is { } m ? Over("maintenance", Yearly(m.Amount, m.Per)) : null)
            ?? (facts.CashMedical is { } c ? Over("cash_medical", Yearly(c.FamilyContributionMonthly, Frequency.Monthly) + Yearly(c.ManagedCarePremiumMonthly, Frequency.Monthly)) : null)
            ?? (facts.AboveCap is { } a ? Over("above_cap", (a.UpTo ?? Money.Zero).Cents + (Int128)(a.AmountYearly ?? Money.Zero).Cents) : null)
            ?? (facts.BelowPoverty is { } b ? Over("below_poverty", Yearly(b.AmountMonthly, Frequency.Monthly)) : null);

        Refusal? Fica(string at, NyParent parent) => parent.FicaFrom is { } from ? Over($"{at}.fica_from", Yearly(from.Wages, from.Per) + Yearly(from.SelfEmployment, from.Per)) : null;

        Int128 Yearly(Money amount, Frequency per) => (Int128)amount.Cents * terms.Periods(per);

        Refusal? Sum<T>(string field, IReadOnlyList<T> parts, Func<T, (Money Amount, Frequency Per)> of)
        {
            Int128 sum = 0;
            for (var i = 0; i < parts.Count; i++)
            {
                var (amount, per) = of(parts[i]);
                sum += Yearly(amount, per);
            }

            return Over(field, sum);
        }

        static Refusal? Over(string field, Int128 yearly) =>
            yearly > FactsCheck.Most ? new("L-FACT-RANGE", $"{field} comes to more than {new Money(FactsCheck.Most)} a year.", "Correct the amounts.", Field: field) : null;
    }

    private static Refusal? Maintenance(NyGuidelineFacts facts) =>
        facts.Maintenance is { PaidBy: NyWho.Caretaker }
            ? new("L-NY-MAINTENANCE", "Only a parent pays maintenance to the other.", "Use parent_a or parent_b.", "FCA 413(1)(b)(5)(iii)(I)", "maintenance.paid_by")
            : null;

    private static Refusal? Plans(NyGuidelineFacts facts)
    {
        for (var i = 0; i < facts.Insurance.Count; i++)
            for (var j = 0; j < i; j++)
                if (facts.Insurance[i].Plan.Trim().Equals(facts.Insurance[j].Plan.Trim(), StringComparison.OrdinalIgnoreCase))
                    return new("L-NY-PLAN-TWICE", facts.Insurance[i].CarriedBy == facts.Insurance[j].CarriedBy ? $"Plan {facts.Insurance[i].Plan} stands twice." : $"Plan {facts.Insurance[i].Plan} has two payers.",
                        "Name each plan once, with the one who carries it.", "FCA 413(1)(c)(5)(ii)", $"insurance[{i}].carried_by");
        return CaretakerPays(facts);
    }

    private static Refusal? CaretakerPays(NyGuidelineFacts facts)
    {
        if (facts.Children.Any(c => c.LivesWith == NyHome.Caretaker)) return null;
        var costs = facts.Insurance.Select((c, i) => (Who: c.CarriedBy, Field: $"insurance[{i}].carried_by"))
            .Concat(facts.ChildCare.Select((c, i) => (Who: c.PaidBy, Field: $"child_care[{i}].paid_by")))
            .Concat(facts.Education.Select((c, i) => (Who: c.PaidBy, Field: $"education[{i}].paid_by")));
        return costs.FirstOrDefault(c => c.Who == NyWho.Caretaker) is { Field: { } field }
            ? new("L-NY-CARETAKER", "A caretaker pays a cost, but no child lives with a caretaker.", "Correct who pays, or with whom the children live.", Field: field)
            : null;
    }

    private static Refusal? Medical(NyTerms terms, NyGuidelineFacts facts)
    {
        if (facts.CashMedical is not { } cash) return null;
        if (facts.Insurance.Count > 0) return new("L-NY-CASH-MEDICAL", "Cash medical support is for a child without available health insurance, but a plan is named.", "Leave out one of the two.", "FCA 413(1)(c)(5)(iii)", "cash_medical");
        if (cash.Months is { } months && (months < 1 || months > terms.Months)) return new("L-FACT-RANGE", $"A year has 1 to {terms.Months} months.", $"Give a number from 1 to {terms.Months}.", Field: "cash_medical.months");
        return null;
    }

    private static Refusal? Percentage(NyTerms terms, NyGuidelineFacts facts)
    {
        if (facts.FiveOrMorePpm is not { } own) return null;
        var least = terms.Percentages.Rows[^1][1].Number;
        if (facts.Children.Count < terms.LeastFrom) return new("L-NY-PERCENTAGE", $"The percentage for {facts.Children.Count} is set by the statute.", $"Leave it out for fewer than {terms.LeastFrom} children.", "FCA 413(1)(b)(3)", "five_or_more_ppm");
        if (own < least || own > NyTerms.Whole) return new("L-NY-PERCENTAGE", $"The percentage is no less than {LawWords.Percent(least)} and no more than {LawWords.Percent(NyTerms.Whole)}.", "Give millionths in these bounds.", "FCA 413(1)(b)(3)(v)", "five_or_more_ppm");
        return null;
    }

    private static Refusal? Decisions(NyGuidelineFacts facts)
    {
        if (facts.EqualTimeCustodian == NyWho.Caretaker) return new("L-NY-EQUAL", "Equal time is between the parents.", "Use parent_a or parent_b.", Field: "equal_time_custodian");
        if (facts.AboveCap is { } above)
        {
            if (string.IsNullOrWhiteSpace(above.Reasons)) return new("L-NY-REASONS", "The decision above the cap gives no reasons.", "Write down the court's reasons.", "FCA 413(1)(c)(3)", "above_cap.reasons");
            if ((above.Method == NyAboveCapMethod.Amount) != (above.AmountYearly is not null)) return new("L-NY-ABOVE-CAP", "An amount above the cap goes with the method \"amount\".", "Give both or neither.", "FCA 413(1)(c)(3)", "above_cap.amount_yearly_cents");
            if (above.UpTo is not null && above.Method != NyAboveCapMethod.Percentage) return new("L-NY-ABOVE-CAP", "A bound above the cap goes with the method \"percentage\".", "Leave it out.", "FCA 413(1)(c)(3)", "above_cap.up_to_cents");
            if (above.Method == NyAboveCapMethod.Amount && above.Factors.Count == 0) return new("L-NY-FACTORS", "An amount above the cap rests on factors, and none is named.", "Name at least one factor of paragraph (f).", "FCA 413(1)(c)(3), (f)", "above_cap.factors");
        }

        return Finding(facts.BelowPoverty, "below_poverty") ?? Finding(facts.Deviation, "deviation");
    }

    private static Refusal? Finding(NyFinding? finding, string field)
    {
        if (finding is null) return null;
        if (string.IsNullOrWhiteSpace(finding.Reasons)) return new("L-NY-REASONS", "Another amount needs its reasons in writing.", "Write down why.", "FCA 413(1)(f), (g), (h)", $"{field}.reasons");
        if (finding.By == NyDecidedBy.Court && finding.Factors.Count == 0) return new("L-NY-FACTORS", "The court names the factors that it weighed, and none is named.", "Name at least one factor of paragraph (f).", "FCA 413(1)(f), (g)", $"{field}.factors");
        return null;
    }
}
