using Alimenta.Data;

namespace Alimenta.Office.Assistance;

/// <summary>Which spells of assistance cannot be true together.</summary>
public static class SpellRules
{
    /// <summary>A program in words.</summary>
    public static string Words(AssistanceProgram program) => program switch
    {
        AssistanceProgram.Tanf => "Cash assistance (TANF)",
        AssistanceProgram.Ive => "Foster care (IV-E)",
        _ => "Medicaid",
    };

    /// <summary>A refusal when a spell of the program lies on the same days for the same people. Cash assistance is that of the whole household.</summary>
    /// <param name="program">The program.</param>
    /// <param name="period">The days.</param>
    /// <param name="members">The people; empty: the whole household.</param>
    /// <param name="others">The custodian's other spells with their people.</param>
    public static Refusal? Overlap(AssistanceProgram program, DatePeriod period, IReadOnlyCollection<long> members, IEnumerable<(AssistanceSpell Spell, IReadOnlyCollection<long> Members)> others)
    {
        foreach (var (spell, people) in others.Where(o => !o.Spell.Voided && o.Spell.Program == program && new DatePeriod(o.Spell.From, o.Spell.To).Overlaps(period)).OrderBy(o => o.Spell.From))
        {
            if (program != AssistanceProgram.Tanf && members.Count > 0 && people.Count > 0 && !members.Intersect(people).Any()) continue;
            return new("R-SPELL-OVERLAP", $"{Words(program)} is on record {new DatePeriod(spell.From, spell.To)} for this custodian already.",
                spell.To is null ? "End that one first, or correct the dates." : "Correct the dates of one of the two, or void the one that is wrong.", Field: "from");
        }

        return null;
    }
}
