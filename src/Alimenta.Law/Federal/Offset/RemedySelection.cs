namespace Alimenta.Law.Federal.Offset;

/// <summary>For which remedies an obligor is selected: offset of a federal tax refund, offset of the state's tax refund, denial of a passport. 42 USC 652(k), 664; 45 CFR 303.72, 303.102.</summary>
/// <remarks>Federal administrative offset is not among them: a state chooses it, and no state's choice is recorded. Nor are reports to credit bureaus: their thresholds are the states' own.</remarks>
public static class RemedySelection
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/remedy-selection";

    /// <summary>Its place in the law.</summary>
    public const string Citation = "42 USC 652(k), 664; 45 CFR 303.72, 303.102";

    private const string StateThreshold = "policy/offset/state-tax";
    private const string Submission = "45 CFR 303.72(a)";

    /// <summary>Whether the threshold of the state's own tax refunds is recorded.</summary>
    public static bool HasStateThreshold(LawOn law) => law.Covers(StateThreshold);

    /// <summary>Decides on the law's day.</summary>
    /// <param name="law">The law on the day of the selection under the state's policy.</param>
    /// <param name="facts">The obligor with his open cases in that state.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static RemedyAnswer Decide(LawOn law, RemedyFacts facts, Explanation? why = null)
    {
        Sums(facts, why);
        return new([.. TaxRefund(law, facts, why), StateTax(law, facts, why), Passport(law, facts, why)]);
    }

    /// <summary>Decides of one remedy alone, as <see cref="Decide"/> does of all: for whoever asks why of this one.</summary>
    /// <param name="law">The law on the day of the selection under the state's policy.</param>
    /// <param name="facts">The obligor with his open cases in that state.</param>
    /// <param name="remedy">The remedy.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static IReadOnlyList<RemedyDecision> DecideOne(LawOn law, RemedyFacts facts, OffsetRemedy remedy, Explanation? why = null)
    {
        Sums(facts, why);
        return remedy switch
        {
            OffsetRemedy.FederalTaxRefund => [.. TaxRefund(law, facts, why)],
            OffsetRemedy.StateTaxRefund => [StateTax(law, facts, why)],
            OffsetRemedy.Passport => [Passport(law, facts, why)],
            _ => throw new ArgumentOutOfRangeException(nameof(remedy), remedy, "Nobody is selected for it."),
        };
    }

    private static void Sums(RemedyFacts facts, Explanation? why)
    {
        if (why is null) return;
        why.Step($"Past due in {facts.Cases.Count} open case{(facts.Cases.Count == 1 ? "" : "s")}: {facts.Cases.Sum(c => c.Assigned)} assigned to the state, {facts.Cases.Sum(c => c.Family + c.Conditional)} for the family.", "42 USC 664(c)", "cases");
        if (facts.Cases.Sum(c => c.Medical) is { IsPositive: true } medical)
            why.Step($"Medical support of {medical} in arrears is left out: a dollar amount that was ordered may count, but under which of the two thresholds is not recorded.", Submission, "cases");
    }

    private static IEnumerable<RemedyDecision> TaxRefund(LawOn law, RemedyFacts facts, Explanation? why)
    {
        const OffsetRemedy remedy = OffsetRemedy.FederalTaxRefund;
        // What an offset would pay to the state counts as the state's.
        var states = law.Word("policy/distribution/offset-election", why) == "prwora";
        if (facts.Cases.Sum(c => c.Conditional) is { IsPositive: true } conditional)
            why?.Step($"Conditionally assigned arrears of {conditional} count as {(states ? "assigned: an offset pays them to the state" : "the family's: an offset pays them to the family")}.", "42 USC 657(a)(2)(B), 654(34); our choice", "cases");
        List<PastDueCase> all = [.. facts.Cases.Select(c => new PastDueCase { Case = c.Case, Assigned = c.Assigned + (states ? c.Conditional : Money.Zero), Family = c.Family + (states ? Money.Zero : c.Conditional) })];
        var addressed = facts.Cases.Where(c => c.CustodianAddress).Select(c => c.Case).ToHashSet(StringComparer.Ordinal);
        var reached = OffsetThresholds.Decide(law, new() { Remedy = remedy, Cases = all }, why);
        yield return reached.Assigned.IsPositive ? Reached(remedy, RemedyDebt.Assigned, reached.Assigned, facts, why) : Below(remedy, RemedyDebt.Assigned);
        if (!reached.Family.IsPositive)
        {
            yield return Below(remedy, RemedyDebt.Family);
            yield break;
        }

        var missing = all.Where(c => c.Family.IsPositive && !addressed.Contains(c.Case)).Select(c => c.Case).ToList();
        if (missing.Count == 0)
        {
            yield return Reached(remedy, RemedyDebt.Family, reached.Family, facts, why);
            yield break;
        }

        why?.Step($"The present address of the custodian is missing in case {string.Join(", ", missing)}: the family's debt there does not count.", Submission, "federal_tax_refund");
        var known = OffsetThresholds.Decide(law, new() { Remedy = remedy, Cases = [.. all.Where(c => addressed.Contains(c.Case))] }, why);
        yield return known.Family.IsPositive ? Reached(remedy, RemedyDebt.Family, known.Family, facts, why) : new(remedy, RemedyDebt.Family, RemedyStanding.LeftOut, RemedyReason.NoCustodianAddress, reached.Family);
    }

    private static RemedyDecision StateTax(LawOn law, RemedyFacts facts, Explanation? why)
    {
        const OffsetRemedy remedy = OffsetRemedy.StateTaxRefund;
        if (!HasStateThreshold(law))
        {
            why?.Step("The state's threshold for offset of its own tax refunds is not recorded, so nobody is selected for it.", "45 CFR 303.102", "state_tax_refund");
            return new(remedy, RemedyDebt.All, RemedyStanding.NotRecorded, RemedyReason.ThresholdNotRecorded, Money.Zero);
        }

        var reached = OffsetThresholds.Decide(law, new() { Remedy = remedy, Cases = Whole(facts) }, why);
        return reached.Eligible ? Reached(remedy, RemedyDebt.All, reached.Assigned + reached.Family, facts, why) : Below(remedy, RemedyDebt.All);
    }

    private static RemedyDecision Passport(LawOn law, RemedyFacts facts, Explanation? why)
    {
        const OffsetRemedy remedy = OffsetRemedy.Passport;
        var cases = Whole(facts);
        var debt = cases.Sum(c => c.Assigned + c.Family);
        var reached = OffsetThresholds.Decide(law, new() { Remedy = remedy, Cases = cases }, why);
        if (reached.Eligible) return Reached(remedy, RemedyDebt.All, debt, facts, why);
        if (!facts.PassportSelected || !debt.IsPositive) return Below(remedy, RemedyDebt.All);
        why?.Step($"The obligor was selected when more was owed. A lower debt does not give the passport back: the obligor stays selected until the {debt} are paid or the state asks for it.", "Guidance of the federal office on passport denial (secondary source)", "passport");
        return Reached(remedy, RemedyDebt.All, debt, facts, why, RemedyReason.StaysUntilPaid);
    }

    // What a person has to look at comes first: a number that is missing changes nothing about it.
    private static RemedyDecision Reached(OffsetRemedy remedy, RemedyDebt debt, Money amount, RemedyFacts facts, Explanation? why, RemedyReason reached = RemedyReason.ReachesThreshold)
    {
        var (standing, reason) = facts switch
        {
            { FamilyViolence: true } => (RemedyStanding.NeedsPerson, RemedyReason.FamilyViolence),
            { Died: true } => (RemedyStanding.NeedsPerson, RemedyReason.Died),
            { Number: NumberStanding.None or NumberStanding.Invalid } => (RemedyStanding.LeftOut, RemedyReason.NoNumber),
            { Number: NumberStanding.Unverified } when remedy != OffsetRemedy.StateTaxRefund => (RemedyStanding.LeftOut, RemedyReason.NumberNotVerified),
            _ => (RemedyStanding.Selected, reached),
        };
        if (standing != RemedyStanding.Selected) why?.Step(Says(reason), reason is RemedyReason.FamilyViolence ? "42 USC 654(26); our choice" : reason is RemedyReason.Died ? "Our choice" : Submission, "standing");
        return new(remedy, debt, standing, reason, amount);
    }

    private static string Says(RemedyReason reason) => reason switch
    {
        RemedyReason.FamilyViolence => "Someone in the obligor's cases has a family violence indicator: nothing is selected by itself, a person decides.",
        RemedyReason.Died => "The obligor died: a person decides.",
        RemedyReason.NoNumber => "There is no Social Security number that could be submitted.",
        _ => "The Social Security number is not verified; it must be before it is submitted.",
    };

    private static RemedyDecision Below(OffsetRemedy remedy, RemedyDebt debt) => new(remedy, debt, RemedyStanding.NotReached, RemedyReason.BelowThreshold, Money.Zero);

    private static List<PastDueCase> Whole(RemedyFacts facts) => [.. facts.Cases.Select(c => new PastDueCase { Case = c.Case, Assigned = c.Assigned, Family = c.Family + c.Conditional })];
}
