using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>Facts that Oregon's guideline cannot take, each with its place and what to do.</summary>
internal static class OregonChecks
{
    // Far above any family, so that sums of counts always fit.
    private const int MostChildren = 100;

    /// <summary>The first fault; null when there is none.</summary>
    public static Refusal? Of(OregonFacts facts, OregonTerms terms, GuidelineLaw law) =>
        Children(facts) ?? Parent(facts.ParentA, "parent_a", law) ?? Parent(facts.ParentB, "parent_b", law) ?? OregonTimeChecks.Of(facts, terms.NightsAYear, law) ?? Premium(facts)
        ?? ChildCare(facts, law) ?? Rebuttal(facts) ?? Agreement(facts);

    private static Refusal? Children(OregonFacts facts)
    {
        if (facts.MinorChildren > MostChildren) return TooMany("minor_children");
        if (facts.ChildrenAttendingSchool > MostChildren) return TooMany("children_attending_school");
        return facts.MinorChildren + facts.ChildrenAttendingSchool == 0
            ? new Refusal("L-OR-CHILDREN", "There is no joint child.", "Say how many minor children or children attending school the parents have together.", "OAR 137-050-0720", "minor_children")
            : null;
    }

    private static Refusal TooMany(string field) =>
        new("L-OR-COUNT", $"{field} is above {MostChildren}.", "Correct the number of children.", Field: field);

    private static Refusal? Parent(OregonParentFacts parent, string path, GuidelineLaw law)
    {
        if (parent.NonJointChildren > MostChildren) return TooMany($"{path}.non_joint_children");
        return parent.MinimumWageHoursAWeek > OregonTerms.FullWeek(law)
            ? new Refusal("L-OR-HOURS", $"{path}.minimum_wage_hours_a_week is {parent.MinimumWageHoursAWeek}.", $"Give the hours of a week, {OregonTerms.FullWeek(law)} at most.", "OAR 137-050-0715(3)", $"{path}.minimum_wage_hours_a_week")
            : null;
    }

    private static Refusal? Premium(OregonFacts facts) =>
        facts.ParentA.CoveragePolicy.Length > 0 && string.Equals(facts.ParentA.CoveragePolicy.Trim(), facts.ParentB.CoveragePolicy.Trim(), StringComparison.OrdinalIgnoreCase)
            ? new Refusal("L-OR-PREMIUM-TWICE", "Both parents name the same policy, so one premium would count twice.", "Give its cost to the parent who pays it and take it from the other.", "OAR 137-050-0750", "parent_b.coverage_policy")
            : null;

    private static Refusal? ChildCare(OregonFacts facts, GuidelineLaw law)
    {
        if (facts.ChildCare.Count == 0) return null;
        var age = law.Whole("or/guidelines/child-care/age");
        for (var i = 0; i < facts.ChildCare.Count; i++)
        {
            var (care, path) = (facts.ChildCare[i], $"child_care[{i}]");
            if (care.Born > law.Date) return new Refusal("L-OR-BORN", $"The child's day of birth, {Days.Words(care.Born)}, is after the day of the calculation.", "Correct the day of birth.", Field: $"{path}.born");
            if (!care.Disabled && ChildCareCosts.Age(care.Born, law.Date) >= age)
                return new Refusal("L-OR-CHILD-CARE-AGE", $"The child is {ChildCareCosts.Age(care.Born, law.Date)}; care counts below {age} or for a disabled child.", "Take this cost out, or say that the child is disabled.", "OAR 137-050-0735", $"{path}.born");
            if (care.Payer == OregonPayer.Caretaker && facts.Caretaker is null && OregonTime.Of(facts, law).Caretaker == 0)
                return new Refusal("L-OR-CARETAKER", "A caretaker pays for child care, but there is no caretaker.", "Add the caretaker, or name the parent who pays.", Field: $"{path}.payer");
            var first = facts.ChildCare.First(c => string.Equals(c.Child, care.Child, StringComparison.Ordinal));
            if (first.Born != care.Born || first.Disabled != care.Disabled || first.Area != care.Area)
                return new Refusal("L-OR-CHILD-CARE-DIFFERS", $"The entries of child \"{care.Child}\" differ in birth, disability or place.", "Give the same for each entry of one child, or name the children apart.", Field: $"{path}.child");
        }

        var children = facts.ChildCare.Select(c => c.Child).Distinct(StringComparer.Ordinal).Count();
        return children > facts.MinorChildren + facts.ChildrenAttendingSchool
            ? new Refusal("L-OR-CHILD-CARE-CHILDREN", $"Child care is given for {children} children, more than there are.", "Name each joint child once and the same way in each entry.", "OAR 137-050-0735", "child_care")
            : null;
    }

    private static Refusal? Rebuttal(OregonFacts facts)
    {
        if (facts.Rebuttal is not { } rebuttal) return null;
        const string Law = "OAR 137-050-0760";
        if (rebuttal.Factors.Count == 0) return new Refusal("L-OR-REBUTTAL", "A rebuttal names what it rests on.", "Give at least one of the criteria.", Law, "rebuttal.factors");
        return string.IsNullOrWhiteSpace(rebuttal.Reason)
            ? new Refusal("L-OR-REBUTTAL", "A rebuttal gives a reason.", "Say why the presumed amount is unjust or inappropriate.", Law, "rebuttal.reason")
            : null;
    }

    private static Refusal? Agreement(OregonFacts facts)
    {
        if (facts.Agreement is not { } agreement) return null;
        const string Law = "OAR 137-050-0765";
        if (!agreement.WrittenConsent) return new Refusal("L-OR-AGREED", "An agreed amount needs written consent.", "Get the consent in writing, or leave the agreed amount out.", Law, "agreement.written_consent");
        return agreement.ParentA is null && agreement.ParentB is null
            ? new Refusal("L-OR-AGREED", "The agreement names no amount.", "Say what a parent is to pay in all.", Law, "agreement.parent_a_cents")
            : null;
    }

    /// <summary>The coverage that was chosen cannot be ordered.</summary>
    public static Refusal CoverageNotAvailable(Worksheet sheet) =>
        new("L-OR-COVERAGE",
            $"The chosen coverage is not available: a parent must have a premium, an income above {Rounding.Money(sheet.HighestWage)} unless it is free, and a cost of at most {Rounding.Money(sheet.TotalReasonableCost)} unless a higher amount is ordered.",
            $"Choose {(sheet.A.CanProvide || sheet.B.CanProvide ? string.Join(" or ", new[] { sheet.A.CanProvide ? "parent_a" : "", sheet.B.CanProvide ? "parent_b" : "", sheet.BothCanProvide ? "both" : "" }.Where(w => w.Length > 0)) : "either_when_available")}, or order a higher amount for compelling factors.",
            "OAR 137-050-0750", "coverage");

    /// <summary>Two coverages that the rule cannot tell apart.</summary>
    public static Refusal CoverageTie() =>
        new("L-OR-COVERAGE", "Both parents can provide coverage, with equal time and equal cost.", "Choose parent_a or parent_b.", "OAR 137-050-0750", "coverage");
}
