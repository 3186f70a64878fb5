namespace Alimenta.Law.Federal.Performance;

/// <summary>Performance penalties: 42 USC 652(g); 45 CFR 305.40, 305.61; our conventions I2 and I3.</summary>
public static class Penalties
{
    /// <summary>Id of the rule.</summary>
    public const string RuleId = "us/penalties";

    private const string Standards = "us/penalties/standards/";
    private const long Whole = 1_000_000;

    /// <summary>Whether a fiscal year's performance leads to a penalty. An automatic corrective action year comes before any reduction.</summary>
    /// <param name="law">The law on a day of the fiscal year.</param>
    /// <param name="facts">Performance and findings.</param>
    /// <param name="why">Takes the explanation; null costs nothing.</param>
    public static Outcome<PenaltyAnswer> Decide(LawOn law, PenaltyFacts facts, Explanation? why = null)
    {
        if (facts.FailuresInARow < 1)
            return new Refusal("L-PEN-FAILURES", "A finding is at least the first.", "Give 1 for the first finding in a row.", "45 CFR 305.61", "failures_in_a_row");
        var audits = law.Flag(Standards + "audit-counts", why);
        List<PenaltyFinding> findings =
        [
            Finding("paternity", law.Table(Standards + "paternity", why), facts.Paternity, audits, why),
            Finding("orders", law.Table(Standards + "orders", why), facts.Orders, audits, why),
            Finding("current", law.Table(Standards + "current", why), facts.Current, audits, why),
            new("compliance", 0, 0, audits && !facts.Compliant, facts.Compliant ? "compliant" : "not-compliant"),
        ];
        if (!facts.Compliant)
            why?.Step(audits ? "The state was not in substantial compliance." : "The state was not in substantial compliance, which is not penalised for this fiscal year.", "45 CFR 305.63; 305.61(e)", "compliance");
        if (findings.All(f => !f.Penalty)) return new PenaltyAnswer(false, findings, 0, 0, facts.AssistanceGrant is null ? null : Money.Zero, facts.AssistanceGrant is null ? null : Money.Zero);

        var row = law.Table(Standards + "reduction", why).AtOrBelow("failures", facts.FailuresInARow)!;
        var (least, most) = (row[1].Number, row[2].Number);
        why?.Step($"After a year of corrective action the grant is cut by {LawWords.Percent(least)} to {LawWords.Percent(most)} (finding {facts.FailuresInARow} in a row).", "45 CFR 305.61", "reduction");
        return new PenaltyAnswer(true, findings, least, most, facts.AssistanceGrant?.ShareHalfUp(least, Whole), facts.AssistanceGrant?.ShareHalfUp(most, Whole));
    }

    private static PenaltyFinding Finding(string what, LawTable standard, PerformanceMeasure measure, bool audits, Explanation? why)
    {
        // Only the paternity percentage is rounded, in both years (652(g)(1); convention I3).
        var rounded = what == "paternity";
        IReadOnlyList<LawCell>? row = null;
        foreach (var candidate in standard.Rows)
            if ((rounded ? measure.WholePercentPpm >= candidate[0].Number : measure.AtLeast(candidate[0].Number) || candidate[0].Number == 0)
                && (row is null || candidate[0].Number > row[0].Number)) row = candidate;
        var needed = row![1].Number;
        var level = rounded ? measure.WholePercentPpm : measure.LevelPpm;
        var rose = rounded ? measure.PriorWholePercentPpm is { } before && level - before >= needed : measure.RoseBy(needed);
        var (penalty, reason) = !measure.Reliable ? (audits, "unreliable") : needed == 0 ? (false, "level") : rose ? (false, "improvement") : (true, "no-improvement");
        why?.Step(reason switch
        {
            "unreliable" => $"The data of the {what} measure are not reliable{(audits ? ": a penalty." : ", which is not penalised for this fiscal year.")}",
            "level" => $"The {what} measure stands at {LawWords.Percent(level)}: no penalty.",
            "improvement" => $"The {what} measure stands at {LawWords.Percent(level)} and rose by at least the {LawWords.Percent(needed)} needed: no penalty.",
            _ => $"The {what} measure stands at {LawWords.Percent(level)} and did not rise by the {LawWords.Percent(needed)} needed: a penalty.",
        }, "45 CFR 305.40", what);
        return new(what, level, needed, penalty, reason);
    }
}
