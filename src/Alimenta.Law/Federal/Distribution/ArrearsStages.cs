namespace Alimenta.Law.Federal.Distribution;

/// <summary>One stage of the payment of arrears: a class, who gets its money, and why.</summary>
/// <param name="Place">The class.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Rule">Id of the stage.</param>
/// <param name="Sentence">The reason in words.</param>
/// <param name="Citation">The law.</param>
internal sealed record ArrearsStage(DebtPlace Place, Recipient To, string Rule, string Sentence, string Citation);

/// <summary>The stages in which arrears are paid: the state's dated order of classes, with foster care and medical arrears put in their places.</summary>
internal static class ArrearsStages
{
    public static IReadOnlyList<ArrearsStage> Of(DistributionFacts facts, DistributionPolicy policy, bool prworaOffset)
    {
        var order = prworaOffset ? policy.OffsetOrder : facts.Status switch
        {
            AssistanceStatus.Never => policy.NeverOrder,
            AssistanceStatus.Current => policy.CurrentOrder,
            _ => policy.FormerOrder,
        };
        var toFamily = facts.Status == AssistanceStatus.Former && policy.AssignedToFamily;
        var stages = new List<ArrearsStage>();
        foreach (var place in order.Select(Place).Where(p => p is not (DebtPlace.FC or DebtPlace.MED)))
        {
            var states = !toFamily && (place is DebtPlace.PA or DebtPlace.TA || (place == DebtPlace.CA && prworaOffset));
            stages.Add(states ? States(place, prworaOffset) : Family(place, facts.Status));
        }

        // What of a state class is above the unreimbursed assistance is the family's: CA in the family's order, TA after all (D6, D8).
        if (prworaOffset && !toFamily)
        {
            var after = stages.FindIndex(s => s.Place == DebtPlace.NA);
            stages.Insert(after + 1, Family(DebtPlace.CA, facts.Status));
        }

        if (!toFamily) stages.Add(Family(DebtPlace.TA, facts.Status));
        FosterCare(stages, facts.FosterCare);
        stages.Add(new(DebtPlace.MED, Recipient.Medicaid, "medical-arrears", "assigned medical arrears go to the Medicaid agency, last.", "45 CFR 302.51(c)"));
        return stages;
    }

    public static string Name(DebtPlace place) => place switch
    {
        DebtPlace.NA => "never assigned",
        DebtPlace.PA => "permanently assigned",
        DebtPlace.TA => "temporarily assigned",
        DebtPlace.CA => "conditionally assigned",
        DebtPlace.UDA => "unassigned during-assistance",
        DebtPlace.UPA => "unassigned pre-assistance",
        DebtPlace.FC => "foster care",
        DebtPlace.MED => "medical",
        _ => "current",
    };

    /// <summary>Foster care arrears come first of the state's classes while a child is in foster care, else last of them (D9).</summary>
    private static void FosterCare(List<ArrearsStage> stages, bool inFosterCare)
    {
        var at = inFosterCare
            ? Math.Max(0, stages.FindIndex(s => s.To == Recipient.StateIvA))
            : stages.FindLastIndex(s => s.To == Recipient.StateIvA) + 1;
        if (!inFosterCare && at == 0) at = stages.Count;
        stages.Insert(at, new(DebtPlace.FC, Recipient.StateIvE, "foster-care-arrears", "the state keeps it up to the unreimbursed maintenance.", "45 CFR 302.52(b)(3)"));
        stages.Insert(at + 1, new(DebtPlace.FC, Recipient.Agency, "foster-care-rest", "above the unreimbursed maintenance it goes to the agency for the child.", "45 CFR 302.52(b)(4)"));
    }

    private static ArrearsStage States(DebtPlace place, bool offset) => new(place, Recipient.StateIvA, $"assigned-{place}",
        offset ? "a federal tax refund offset pays assigned arrears first, up to the unreimbursed assistance."
            : "it is assigned to the state, up to the unreimbursed assistance.",
        offset ? "former 42 USC 657(a)(2)(B)(iv); 654(34)" : "42 USC 657(a)(1), (2), (3)");

    private static ArrearsStage Family(DebtPlace place, AssistanceStatus status) => new(place, Recipient.Family, $"family-{place}",
        status switch
        {
            AssistanceStatus.Never => "the family never had assistance, so it is the family's.",
            AssistanceStatus.Former => "the family had assistance earlier, and this class is the family's.",
            _ => "this class is the family's although it receives assistance.",
        },
        status switch
        {
            AssistanceStatus.Never => "42 USC 657(a)(4)",
            AssistanceStatus.Former => "42 USC 657(a)(2)(B)",
            _ => "42 USC 657(a)(1)(B), (3)",
        });

    private static DebtPlace Place(DebtClass debtClass) => debtClass switch
    {
        DebtClass.NA => DebtPlace.NA,
        DebtClass.PA => DebtPlace.PA,
        DebtClass.TA => DebtPlace.TA,
        DebtClass.CA => DebtPlace.CA,
        DebtClass.UDA => DebtPlace.UDA,
        DebtClass.UPA => DebtPlace.UPA,
        DebtClass.FC => DebtPlace.FC,
        _ => DebtPlace.MED,
    };
}
