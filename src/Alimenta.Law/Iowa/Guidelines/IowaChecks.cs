namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>What the facts of a calculation must not be.</summary>
internal static class IowaChecks
{
    private const long Whole = 1_000_000;

    // The most that a month's figure may be: ten thousand million dollars. Products of two of them still fit.
    private static readonly Money Most = new(1_000_000L * 1_000_000L);

    /// <summary>The first fault; null when there is none.</summary>
    public static Refusal? Of(IowaSheet sheet, IowaFacts facts)
    {
        var day = sheet.Law.Date;
        return TooLarge(facts) ?? Children(facts, day) ?? Orders(facts, day) ?? Overnights(sheet, facts) ?? Parent(sheet, facts, IowaParty.ParentA) ?? Parent(sheet, facts, IowaParty.ParentB)
            ?? Plans(facts) ?? Variance(facts);
    }

    /// <summary>A figure that nobody has; as a refusal, not as a failure of arithmetic.</summary>
    private static Refusal? TooLarge(IowaFacts facts)
    {
        foreach (var who in Both)
        {
            var (parent, field) = (facts.Of(who), who.Field());
            for (var i = 0; i < parent.Incomes.Count; i++)
                if (parent.Incomes[i].Amount > Most) return Large($"{field}.incomes[{i}].amount_cents");
            if (parent.StatedNet is { } net && (net.Monthly > Most || net.GrossMonthly > Most)) return Large($"{field}.stated_net");
            if (parent.PriorSpousalReceived?.Monthly > Most) return Large($"{field}.prior_spousal_received.monthly_cents");
            if (parent.PriorSpousalPaid?.Monthly > Most) return Large($"{field}.prior_spousal_paid.monthly_cents");
        }

        if (facts.SpousalSupport?.Monthly > Most) return Large("spousal_support.monthly_cents");
        for (var i = 0; i < facts.HealthPlans.Count; i++)
            if (facts.HealthPlans[i].FamilyPremium > Most) return Large($"health_plans[{i}].family_premium_cents");
        return null;

        static Refusal Large(string field) => new("L-IA-TOO-LARGE", $"{field} is too large.", $"Give at most {Most}, in cents.", Field: field);
    }

    private static Refusal? Children(IowaFacts facts, DateOnly day)
    {
        if (facts.Children.Count == 0)
            return new("L-IA-CHILDREN", "No child is named.", "Name at least one child of both parents.", "Iowa Ct. R. 9.3", "children");
        HashSet<string> names = new(StringComparer.Ordinal);
        for (var i = 0; i < facts.Children.Count; i++)
        {
            var child = facts.Children[i];
            if (!names.Add(child.Name))
                return new("L-IA-CHILD-TWICE", $"Child {child.Name} stands twice.", "Name each child once.", Field: $"children[{i}].name");
            if (child.Born > day)
                return new("L-IA-BORN", $"Child {child.Name} is born on {Days.Words(child.Born)}, after the law date of {Days.Words(day)}.", "Correct the day of birth, or choose a later law date.", Field: $"children[{i}].born");
        }

        return IowaCare.Of(facts.Children) is not null ? null
            : new("L-IA-CARE-MIXED", "Some children are in joint physical care and others live with one parent alone; the rule does not say how the two are joined.",
                "Calculate each group by itself and let the court decide on both.", "Iowa Ct. R. 9.14", "children");
    }

    private static Refusal? Orders(IowaFacts facts, DateOnly day)
    {
        if (facts.OriginalOrder > day)
            return new("L-IA-ORDER-DATE", $"The first order of the case is dated {Days.Words(facts.OriginalOrder.Value)}, after the law date.", "Correct the day, or leave it out when there is no order yet.", Field: "original_order");
        foreach (var who in Both)
            for (var i = 0; i < facts.Of(who).OtherOrders.Count; i++)
                if (facts.Of(who).OtherOrders[i].Original > day)
                    return new("L-IA-ORDER-DATE", $"An order for other children is dated {Days.Words(facts.Of(who).OtherOrders[i].Original)}, after the law date.", "Correct the day.", Field: $"{who.Field()}.other_orders[{i}].original");
        return null;
    }

    private static Refusal? Overnights(IowaSheet sheet, IowaFacts facts)
    {
        if (facts.VisitationOvernights == 0) return null;
        var year = sheet.Law.Whole("ia/guidelines/care/year");
        if (facts.VisitationOvernights > year)
            return new("L-IA-OVERNIGHTS", $"A year has no {facts.VisitationOvernights} overnights.", $"Give 0 to {year}.", "Iowa Ct. R. 9.9", "visitation_overnights");
        var care = IowaCare.Of(facts.Children)!;
        if (care.Kind == IowaCareKind.Split)
            return new("L-IA-OVERNIGHTS-SPLIT", "A visitation credit in split care is not known to the rule as it was read.", "Leave the overnights out; the court may decide on a variance.", "Iowa Ct. R. 9.9, 9.14", "visitation_overnights");
        return care.Kind == IowaCareKind.Sole && facts.VisitationOvernights >= sheet.Law.Whole("ia/guidelines/care/equal-from")
            ? new("L-IA-OVERNIGHTS-EQUAL", $"{facts.VisitationOvernights} overnights are equal care or more, but physical care is said to be with the other parent alone.", "State joint physical care, or correct the overnights or who has care.", "Iowa Ct. R. 9.9, 9.14", "visitation_overnights")
            : null;
    }

    private static Refusal? Parent(IowaSheet sheet, IowaFacts facts, IowaParty who)
    {
        var (parent, field) = (facts.Of(who), who.Field());
        if (parent.StatedNet is { } stated)
        {
            if (parent.AgencyEstimate || parent.Incomes.Count > 0)
                return new("L-IA-NET-TWICE", $"For {who.Name()} net income is stated and is also to be worked out.", "Give either the stated net income or the incomes.", "Iowa Ct. R. 9.5", $"{field}.stated_net");
            if (string.IsNullOrWhiteSpace(stated.Source))
                return new("L-IA-NET-SOURCE", $"Where the net income of {who.Name()} was found is not said.", "Name the decree or worksheet.", "Iowa Ct. R. 9.5", $"{field}.stated_net.source");
            if (stated.GrossMonthly < stated.Monthly)
                return new("L-IA-NET-ABOVE-GROSS", $"The net income of {who.Name()} is above the gross income.", "Correct one of the two.", "Iowa Ct. R. 9.5", $"{field}.stated_net");
        }

        if (parent.SchoolSurtaxPpm > Whole)
            return new("L-IA-SURTAX", "A surtax is no more than the whole tax.", "Give millionths of the Iowa tax.", Field: $"{field}.school_surtax_ppm");
        for (var i = 0; i < parent.Incomes.Count; i++)
        {
            if (parent.Incomes[i].Imputed == IowaImputation.Finding && string.IsNullOrWhiteSpace(parent.Incomes[i].Finding))
                return new("L-IA-IMPUTED", "Income is imputed without the written finding.", "Write the finding, or use the real income.", "Iowa Ct. R. 9.5(1), 9.11", $"{field}.incomes[{i}].finding");
            if (parent.Incomes[i].BusinessExpenses.IsPositive && parent.Incomes[i].Kind != IowaIncomeKind.SelfEmployment)
                return new("L-IA-EXPENSES", "Business expenses are deducted from self-employment only.", "Correct the kind of income, or take the expenses out.", "Iowa Ct. R. 9.5(1)", $"{field}.incomes[{i}].business_expenses_cents");
        }

        if (parent.OtherChildren.GroupBy(c => c.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return new("L-IA-CHILD-TWICE", $"Child {twice.Key} stands twice.", "Name each child once.", Field: $"{field}.other_children");
        return parent.ChildCare is { } care ? ChildCare(sheet, facts, who, care) : null;
    }

    private static Refusal? ChildCare(IowaSheet sheet, IowaFacts facts, IowaParty who, IowaChildCare child)
    {
        var (at, care) = ($"{who.Field()}.child_care", IowaCare.Of(facts.Children)!);
        if (care.Kind == IowaCareKind.Joint || !care.Has(who))
            return new("L-IA-CHILD-CARE", $"{who.Begins()} has no sole physical care of a child, so child care is no deduction.", "Name child care for the parent with physical care only.", "Iowa Ct. R. 9.5(2), 9.11A", at);
        for (var i = 0; i < child.Children.Count; i++)
            if (!facts.Children.Any(c => c.Name == child.Children[i]))
                return new("L-IA-CHILD-UNKNOWN", $"There is no child {child.Children[i]} in this case.", "Use the names of the children.", Field: $"{at}.children[{i}]");
        if (child.Variance is null) return null;
        if (care.Kind != IowaCareKind.Sole)
            return new("L-IA-CHILD-CARE-SPLIT", "A variance for child care in split care is not known to the rule as it was read.", "Deduct the cost from income, or let the court decide on a variance.", "Iowa Ct. R. 9.11A", $"{at}.variance_cents");
        if (string.IsNullOrWhiteSpace(child.Finding))
            return new("L-IA-VARIANCE-FINDING", "A variance needs a written finding.", "Write the finding.", "Iowa Ct. R. 9.11A", $"{at}.finding");
        var age = sheet.Law.Whole("ia/guidelines/care/child-care-age");
        var inCare = facts.Children.Where(c => child.Children.Count == 0 || child.Children.Contains(c.Name));
        return inCare.FirstOrDefault(c => Days.Age(c.Born, sheet.Law.Date) >= age) is { } older && string.IsNullOrWhiteSpace(child.OlderChildBecause)
            ? new("L-IA-CHILD-CARE-AGE", $"Child {older.Name} is {age} or older, for whom no variance for child care is granted unless shown otherwise.", "Leave the child out, or say why care is needed.", "Iowa Ct. R. 9.11A", $"{at}.older_child_because")
            : null;
    }

    private static Refusal? Plans(IowaFacts facts)
    {
        Dictionary<string, int> covered = new(StringComparer.Ordinal);
        for (var i = 0; i < facts.HealthPlans.Count; i++)
        {
            var plan = facts.HealthPlans[i];
            if (plan.SinglePremium > plan.FamilyPremium)
                return new("L-IA-PREMIUM", "The premium for the parent alone is above that for the family.", "Correct one of the two.", "Iowa Ct. R. 9.12", $"health_plans[{i}].single_premium_cents");
            foreach (var name in plan.Covers.Count == 0 ? facts.Children.Select(c => c.Name) : plan.Covers)
            {
                if (!facts.Children.Any(c => c.Name == name))
                    return new("L-IA-CHILD-UNKNOWN", $"There is no child {name} in this case.", "Use the names of the children.", Field: $"health_plans[{i}].covers");
                if (!covered.TryAdd(name, i))
                    return new("L-IA-PREMIUM-TWICE", $"Two plans cover child {name}, so two would be credited with one premium.", "Name the plan that is ordered, or the children that each covers.", "Iowa Ct. R. 9.12", $"health_plans[{i}]");
            }
        }

        return null;
    }

    private static Refusal? Variance(IowaFacts facts) =>
        facts.Variance is { } variance && string.IsNullOrWhiteSpace(variance.Finding)
            ? new("L-IA-VARIANCE-FINDING", "A variance needs a written finding.", "Write the finding.", "Iowa Ct. R. 9.4, 9.11", "variance.finding")
            : null;

    private static readonly IowaParty[] Both = [IowaParty.ParentA, IowaParty.ParentB];
}
