using Alimenta.Law.Guidelines;

namespace Alimenta.Law.NewYork.Guidelines;

/// <summary>The child support guideline of New York: Family Court Act 413(1) and, for divorce, Domestic Relations Law 240(1-b).</summary>
/// <remarks>Shares stay unrounded and every line is rounded from the figure of the year (convention G3). Above the cap the statute gives no
/// formula: the calculation stops there until a person's decision is recorded (convention G4).</remarks>
public static class NyGuideline
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "ny/guideline";

    /// <summary>Decides what the guideline says.</summary>
    /// <param name="law">The law on the day of the calculation.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<NyGuidelineAnswer> Decide(LawOn law, NyGuidelineFacts facts, Explanation? why = null)
    {
        var given = new GuidelineLaw(law, why);
        var read = NyTerms.Read(law.Store, given, facts.Court);
        if (!read.Ok) return read.Refusal!;
        var terms = read.Value;
        if (NyCheck.Fault(given, terms, facts) is { } fault) return Cited(fault, terms);

        var with = Settle(terms, facts, facts.Maintenance, why);
        if (!with.Ok) return Cited(with.Refusal!, terms);
        var now = with.Value;
        if (Undecided(terms, facts, now) is { } wrong) return Cited(wrong, terms);

        NyOrder? after = null;
        if (facts.Maintenance is { Amount.IsPositive: true } maintenance)
        {
            var without = Settle(terms, facts, null, why?.Child(RuleId, terms.Cite("(b)(5)(iii)(I), (vii)(C)")).Step("The same from the day after maintenance ends."));
            if (!without.Ok) return Cited(without.Refusal!, terms);
            after = without.Value.Order;
            now.Findings.Add(new("NY-MAINTENANCE-ENDS", $"The order must say what child support becomes when maintenance ends{(maintenance.Ends is { } day ? $" on {Days.Words(day)}" : "")}: {string.Join("; ", after.Totals.Select(Words))}. That does not stand in the way of a modification.", terms.Cite("(b)(5)(iii)(I), (vii)(C)")));
        }

        var ordered = Ordered(terms, facts, now);
        if (!ordered.Ok) return Cited(ordered.Refusal!, terms);
        Findings(terms, facts, now);
        var needed = now.Findings.Exists(f => f.Code == AboveCap);
        return new NyGuidelineAnswer(needed, now.Shares.Combined, terms.Cap, NyWorksheet.Lines(terms, facts, now.Shares, now.A, now.B, now.Basics, now.Order), now.Order,
            ordered.Value.Payment, facts.Maintenance?.Ends, after, now.FeeForService, now.Findings, given.ToConfirm);
    }

    private const string AboveCap = "NY-ABOVE-CAP";

    private sealed record Settled(NyIncome A, NyIncome B, NyShares Shares, IReadOnlyList<NyBasic> Basics, NyOrder Order, Money? FeeForService, List<GuidelineFinding> Findings);

    private static Outcome<Settled> Settle(NyTerms terms, NyGuidelineFacts facts, NyMaintenance? maintenance, Explanation? why)
    {
        List<GuidelineFinding> findings = [];
        var (a, b) = Incomes(terms, facts, maintenance, why);
        var duties = NyCustody.Duties(terms, facts, a, b, why);
        if (!duties.Ok) return duties.Refusal!;
        var shares = new NyShares(terms, facts, a, b);
        why?.Step($"Combined parental income is {shares.Combined}; {shares.Counted} of it counts up to the cap of {terms.Cap}.", terms.Cite("(b)(4), (c)(2)"), "basic");
        List<NyBasic> basics = [.. duties.Value.Select(duty => shares.Basic(duty, why))];
        if (facts.CashMedical is not null && basics.Count != 1)
            return new Refusal("L-NY-CASH-MEDICAL", "Cash medical support is computed for one parent who does not have the children, but here both owe.", "Calculate without it and record the court's decision.", "FCA 413(1)(c)(5)(iii)", "cash_medical");
        var costs = new NyAddOns(terms, facts, shares, a, b, basics, findings);
        var order = NyOrdering.Make(terms, shares, basics, costs.All(why), findings, why);
        return new Settled(a, b, shares, basics, order, costs.FeeForService(why), findings);
    }

    private static (NyIncome A, NyIncome B) Incomes(NyTerms terms, NyGuidelineFacts facts, NyMaintenance? maintenance, Explanation? why)
    {
        var yearly = maintenance is null ? Money.Zero : terms.OfYear(maintenance.Amount, maintenance.Per);
        var counts = yearly.IsPositive && terms.Flag("income/maintenance-counts");
        var a = NyIncome.Of(terms, GuidelineParty.ParentA, facts.ParentA, Part(NyWho.ParentA), counts ? Part(NyWho.ParentB) : Money.Zero);
        var b = NyIncome.Of(terms, GuidelineParty.ParentB, facts.ParentB, Part(NyWho.ParentB), counts ? Part(NyWho.ParentA) : Money.Zero);
        foreach (var parent in new[] { a, b })
        {
            foreach (var line in parent.Lines)
                why?.Step($"{NyCustody.Name(parent.Who)}: {(line.Deducted ? "less " : "")}{line.Amount}, {line.Label}{(line.Because.Length > 0 ? $" ({line.Because})" : "")}.", terms.Cite("(b)(5)" + line.Clause), "income");
            why?.Step($"{NyCustody.Name(parent.Who)} has {parent.Gross} - {parent.Deductions} = {parent.Income} a year.", terms.Cite("(b)(5)"), "income");
        }

        return (a, b);

        Money Part(NyWho who) => maintenance?.PaidBy == who ? yearly : Money.Zero;
    }

    /// <summary>Decisions that do not fit what was computed.</summary>
    private static Refusal? Undecided(NyTerms terms, NyGuidelineFacts facts, Settled now)
    {
        if (facts.AboveCap is { } above)
        {
            if (now.Shares.Combined <= terms.Cap)
                return new("L-NY-ABOVE-CAP", $"Combined income of {now.Shares.Combined} is not above the cap of {terms.Cap}: there is nothing to decide.", "Leave the decision out.", "FCA 413(1)(c)(3)", "above_cap");
            if (above.Method == NyAboveCapMethod.Amount && now.Basics.Count != 1)
                return new("L-NY-ABOVE-CAP", "An amount above the cap names one payer, but both parents owe.", "Use the percentage.", "FCA 413(1)(c)(3)", "above_cap.method");
            if (above.UpTo is { } bound && bound < terms.Cap)
                return new("L-NY-ABOVE-CAP", $"The bound of {bound} is below the cap of {terms.Cap}.", "Give a bound above the cap, or use stop_at_cap.", "FCA 413(1)(c)(3)", "above_cap.up_to_cents");
        }

        return facts.BelowPoverty is not null && now.Basics.All(b => b.LowIncome != NyLowIncome.BelowPoverty)
            ? new("L-NY-BELOW-POVERTY", "Nobody's income falls below the poverty income guideline: there is no least amount to replace.", "Leave it out, or record a deviation.", "FCA 413(1)(d)", "below_poverty")
            : null;
    }

    private sealed record Replaced(GuidelinePayment? Payment);

    private static Outcome<Replaced> Ordered(NyTerms terms, NyGuidelineFacts facts, Settled now)
    {
        if (facts.Deviation is not { } other) return new Replaced(null);
        List<GuidelinePayment> cash = [.. now.Order.Payments.Where(p => p.Kind == PaymentKind.Cash)];
        if (cash is not [var one])
            return new Refusal("L-NY-DEVIATION", "Another amount takes the place of one parent's basic support, but here not exactly one parent pays it.", "Record each parent's amount by itself.", "FCA 413(1)(f)", "deviation");
        var paragraph = other.By == NyDecidedBy.Court ? "(f), (g)" : "(h)";
        now.Findings.Add(new(other.By == NyDecidedBy.Court ? "NY-UNJUST" : "NY-AGREEMENT",
            $"The basic obligation would be {one.Amount} a month; {other.AmountMonthly} is {(other.By == NyDecidedBy.Court ? "ordered instead" : "agreed instead")}. The order states the obligation, each party's share and the reasons: {other.Reasons.Trim()}", terms.Cite(paragraph)));
        return new Replaced(one with { Amount = other.AmountMonthly, Citation = terms.Cite(paragraph) });
    }

    private static void Findings(NyTerms terms, NyGuidelineFacts facts, Settled now)
    {
        var combined = now.Shares.Combined;
        if (combined > terms.Cap && facts.AboveCap is null)
            now.Findings.Insert(0, new(AboveCap, $"Combined income is {combined - terms.Cap} above the cap of {terms.Cap}. There is no formula above it: the court decides by the factors of paragraph (f), the percentage, or both. The amounts here stop at the cap.", terms.Cite("(c)(3)")));
        else if (facts.AboveCap is { } decided)
            now.Findings.Add(new("NY-ABOVE-CAP-DECIDED", $"Above the cap as decided{(decided.Factors.Count > 0 ? $" by the factors {string.Join(", ", decided.Factors.Select(f => $"{(int)f + 1}"))} of paragraph (f)" : "")}: {decided.Reasons.Trim()}", terms.Cite("(c)(3)")));
        if (facts.Children.Count >= terms.LeastFrom && facts.FiveOrMorePpm is null)
            now.Findings.Add(new("NY-FIVE-OR-MORE", $"For {facts.Children.Count} children the percentage is no less than {LawWords.Percent(terms.Percentages.Rows[^1][1].Number)}: the least one is used.", terms.Cite("(b)(3)(v)")));
        foreach (var basic in now.Basics)
        {
            if (basic.LowIncome == NyLowIncome.BelowPoverty && facts.BelowPoverty is { } unjust)
                now.Findings.Add(new("NY-BELOW-POVERTY", $"{unjust.AmountMonthly} a month in the place of {terms.Money("minimum/below-poverty")}: {unjust.Reasons.Trim()}", terms.Cite("(d)")));
            if (basic.Income.Income <= terms.Poverty)
                now.Findings.Add(new("NY-ARREARS-LIMIT", $"The income of {NyCustody.Name(basic.Duty.Owes)} is at or below the poverty income guideline: unpaid arrears above {terms.Money("minimum/arrears-limit")} do not accrue.", terms.Cite("(g)")));
        }

        foreach (var parent in new[] { (facts.ParentA, Name: "Parent A"), (facts.ParentB, Name: "Parent B") })
            foreach (var part in parent.Item1.Income.Where(p => p.Amount.IsPositive && NyIncome.Imputes(terms, p.Item)))
                now.Findings.Add(new("NY-IMPUTED", $"{parent.Name} is attributed {terms.OfYear(part.Amount, part.Per)} a year: {part.Because.Trim()}", terms.Cite("(b)(5)(iv), (v)")));
        foreach (var parent in new[] { now.A, now.B })
            if ((parent.Who == GuidelineParty.ParentA ? facts.ParentA : facts.ParentB).FicaFrom is not null)
                now.Findings.Add(new("NY-FICA-COMPUTED", $"FICA of {NyCustody.Name(parent.Who)} is {parent.Lines.First(l => l.Item == NyIncomeItem.Fica).Amount} a year, computed from earnings without the further Medicare tax on high wages; what was actually paid is deducted when it is shown.", terms.Cite("(b)(5)(vii)(H)")));
        Reasonable(terms, facts, now);
    }

    private static void Reasonable(NyTerms terms, NyGuidelineFacts facts, Settled now)
    {
        if (facts.Insurance.Count == 0 || !terms.Covers("medical/reasonable-share")) return;
        var premium = facts.Insurance.Sum(p => terms.OfYear(p.Amount, p.Per));
        var share = terms.Ppm("medical/reasonable-share");
        var bound = now.Shares.Part(now.A.Gross + now.B.Gross, share).Year;
        if (premium > bound)
            now.Findings.Add(new("NY-INSURANCE-COST", $"The premiums of {premium} a year are more than {LawWords.Percent(share)} of the parents' combined gross income ({bound}): the court finds whether the coverage is reasonable in cost.", "FCA 416(d)"));
    }

    private static Refusal Cited(Refusal refusal, NyTerms terms) =>
        refusal with { Citation = refusal.Citation.Replace("FCA 413(1)", terms.Statute, StringComparison.Ordinal) };

    private static string Words(NyTotal total) => $"{NyCustody.Name(total.From)} pays {NyCustody.Name(total.To)} {total.Monthly} a month";
}
