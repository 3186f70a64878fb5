using Alimenta.Law.Federal.Distribution;

namespace Alimenta.Law.Federal.History;

/// <summary>Which months of which cases are months of assistance. One day of assistance makes the whole month one (our convention H3).</summary>
/// <remarks>Asked several times for every payment and every month of every case: plain loops where it is asked most.</remarks>
public sealed class AssistanceCalendar(IReadOnlyList<SpellFacts> spells)
{
    /// <summary>Whether the month is one of title IV-A assistance of the case's family.</summary>
    public bool Tanf(CaseFacts c, SupportMonth month) => Any(AssistanceProgram.Tanf, c, month);

    /// <summary>The first day of the title IV-A spells that run without a month's gap into the month, or null.</summary>
    public DateOnly? TanfRunBegan(CaseFacts c, SupportMonth month)
    {
        DateOnly? began = null;
        for (var m = month; Spells(AssistanceProgram.Tanf, c).Where(s => s.Period.Touches(m)).ToList() is { Count: > 0 } running; m = m.Previous)
        {
            began = running.Min(s => s.Period.From);
            if (began < m.FirstDay) m = SupportMonth.Of(began.Value);
        }

        return began;
    }

    /// <summary>Assistance of the family in a month: now, earlier or never.</summary>
    public AssistanceStatus Status(CaseFacts c, SupportMonth month)
    {
        var status = AssistanceStatus.Never;
        foreach (var spell in spells)
        {
            if (!Concerns(spell, AssistanceProgram.Tanf, c)) continue;
            if (spell.Period.Touches(month)) return AssistanceStatus.Current;
            if (spell.Period.From < month.FirstDay) status = AssistanceStatus.Former;
        }

        return status;
    }

    /// <summary>Whether a supported child of the case is in title IV-E foster care in the month.</summary>
    public bool FosterCare(CaseFacts c, SupportMonth month) => Any(AssistanceProgram.FosterCare, c, month);

    /// <summary>The placement agency of the month; empty when none is recorded.</summary>
    public string Agency(CaseFacts c, SupportMonth month) =>
        Spells(AssistanceProgram.FosterCare, c).FirstOrDefault(s => s.Period.Touches(month))?.Agency ?? "";

    /// <summary>How many supported children are in the assistance unit in the month; at least one while it runs.</summary>
    public int Children(CaseFacts c, SupportMonth month)
    {
        if (!Tanf(c, month)) return 1;
        var children = c.Obligations.Where(o => o.Kind == ObligationKind.Child && o.Supported.Length > 0).Select(o => o.Supported).Distinct().ToList();
        var running = Spells(AssistanceProgram.Tanf, c).Where(s => s.Period.Touches(month)).ToList();
        return Math.Max(1, children.Count(child => running.Any(s => s.Members.Count == 0 || s.Members.Contains(child))));
    }

    /// <summary>To whom the support of an obligation for a month is assigned. Foster care goes before cash assistance.</summary>
    public Assignment Assigned(CaseFacts c, ObligationFacts o, SupportMonth month)
    {
        if (o.Kind == ObligationKind.Medical) return Covered(AssistanceProgram.Medicaid, c, o, month) ? Assignment.Medicaid : Assignment.None;
        if (o.Kind == ObligationKind.Child && Covered(AssistanceProgram.FosterCare, c, o, month)) return Assignment.FosterCare;
        return Covered(AssistanceProgram.Tanf, c, o, month) ? Assignment.Tanf : Assignment.None;
    }

    private bool Any(AssistanceProgram program, CaseFacts c, SupportMonth month)
    {
        foreach (var spell in spells)
            if (spell.Period.Touches(month) && Concerns(spell, program, c)) return true;
        return false;
    }

    private bool Covered(AssistanceProgram program, CaseFacts c, ObligationFacts o, SupportMonth month)
    {
        foreach (var spell in spells)
            if (spell.Program == program && spell.Custodian == c.Custodian && spell.Period.Touches(month) && Supports(spell, o)) return true;
        return false;
    }

    private IEnumerable<SpellFacts> Spells(AssistanceProgram program, CaseFacts c) => spells.Where(s => Concerns(s, program, c));

    /// <summary>Whether a spell concerns a case: of its custodian, with a supported person among the members.</summary>
    private static bool Concerns(SpellFacts spell, AssistanceProgram program, CaseFacts c)
    {
        if (spell.Program != program || spell.Custodian != c.Custodian) return false;
        if (spell.Members.Count == 0) return true;
        foreach (var o in c.Obligations)
            if (Supports(spell, o)) return true;
        return false;
    }

    private static bool Supports(SpellFacts spell, ObligationFacts o) => spell.Members.Count == 0 || o.Supported.Length == 0 || spell.Members.Contains(o.Supported);
}
