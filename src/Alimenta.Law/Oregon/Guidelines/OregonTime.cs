using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>Average overnights of a year of each party, for all minor children together: line 6a, by one of the ways of OAR 137-050-0730(2) to (4).</summary>
/// <param name="A">Of the first parent.</param>
/// <param name="B">Of the second parent.</param>
/// <param name="Caretaker">Of the caretaker.</param>
internal readonly record struct OregonTime(decimal A, decimal B, decimal Caretaker)
{
    private const int Hundredths = 100;
    private const int Years = 2;
    private const decimal Halves = 2;

    /// <summary>Works them out. The checks have seen that one way is chosen and that it adds up.</summary>
    public static OregonTime Of(OregonFacts facts, GuidelineLaw law) => facts switch
    {
        { NightsInTwoYears: { Count: > 0 } nights } => OfNights(nights),
        { TimeByHours: { } hours } => OfHours(hours, facts.MinorChildren, law),
        { WithoutPlan: { } homes } => OfHomes(homes, NightsAYear(law)),
        _ => new(Average(facts.ParentA.OvernightsHundredths), Average(facts.ParentB.OvernightsHundredths), Average(facts.Caretaker?.OvernightsHundredths ?? 0)),
    };

    /// <summary>Half days of two years that a child's blocks make: by hours a block is a day, half a day, or nothing.</summary>
    public static long HalfDays(IEnumerable<OregonTimeBlock> blocks, GuidelineLaw law)
    {
        var (day, half) = (law.Whole("or/guidelines/parenting-time/day-hours"), law.Whole("or/guidelines/parenting-time/half-day-hours"));
        return blocks.Sum(b => (b.Hours >= day ? 2L : b.Hours >= half ? 1L : 0L) * b.Times);
    }

    /// <summary>Overnights in the year of the rule.</summary>
    public static int NightsAYear(GuidelineLaw law) => law.Whole("or/guidelines/parenting-time/nights-a-year");

    private static decimal Average(int hundredths) => (decimal)hundredths / Hundredths;

    private static OregonTime OfNights(IReadOnlyList<OregonChildNights> nights)
    {
        decimal years = nights.Count * Years;
        return new(nights.Sum(n => (long)n.ParentA) / years, nights.Sum(n => (long)n.ParentB) / years, nights.Sum(n => (long)n.Caretaker) / years);
    }

    private static OregonTime OfHours(OregonTimeByHours hours, int children, GuidelineLaw law)
    {
        var counted = new OregonTime(Days(OregonHome.ParentA), Days(OregonHome.ParentB), Days(OregonHome.Caretaker));
        var rest = NightsAYear(law) - counted.A - counted.B - counted.Caretaker;
        return hours.RestWith switch
        {
            OregonHome.ParentA => counted with { A = rest },
            OregonHome.ParentB => counted with { B = rest },
            _ => counted with { Caretaker = rest },
        };

        decimal Days(OregonHome home) => HalfDays(hours.Blocks.Where(b => b.With == home), law) / Halves / (Years * children);
    }

    /// <summary>The children with a party, of all children, times the year: with all of them at one home that parent has the whole year.</summary>
    private static OregonTime OfHomes(OregonWithoutPlan homes, int year)
    {
        decimal all = homes.ParentA + homes.ParentB + homes.Caretaker;
        return new(homes.ParentA * year / all, homes.ParentB * year / all, homes.Caretaker * year / all);
    }
}
