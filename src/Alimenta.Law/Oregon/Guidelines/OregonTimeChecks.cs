using System.Globalization;
using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Oregon.Guidelines;

/// <summary>Counts of parenting time that do not fit: each with its place and what to do.</summary>
internal static class OregonTimeChecks
{
    private const string Code = "L-OR-OVERNIGHTS";
    private const string Law = "OAR 137-050-0730";
    private const int Hundredths = 100;
    private const long HoursADay = TimeSpan.HoursPerDay;

    /// <summary>The first fault; null when there is none.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="year">Overnights in the year of the rule.</param>
    /// <param name="law">The law of the day.</param>
    public static Refusal? Of(OregonFacts facts, int year, GuidelineLaw law)
    {
        (string Path, int Nights)[] stated =
        [
            ("parent_a.overnights_hundredths", facts.ParentA.OvernightsHundredths), ("parent_b.overnights_hundredths", facts.ParentB.OvernightsHundredths),
            ("caretaker.overnights_hundredths", facts.Caretaker?.OvernightsHundredths ?? 0),
        ];
        return Year(stated, year) ?? Ways(facts, stated) ?? facts switch
        {
            { NightsInTwoYears.Count: > 0 } => Nights(facts, year),
            { TimeByHours: { } hours } => Hours(facts, hours, year, law),
            { WithoutPlan: { } homes } => Homes(facts.MinorChildren, homes),
            _ => Averages(facts, stated, year),
        } ?? EqualTime(facts, year, law);
    }

    private static Refusal? Year((string Path, int Nights)[] stated, int year) =>
        Array.Find(stated, s => s.Nights > year * Hundredths) is { Path: { } path }
            ? new(Code, $"{path} is more than a year has nights.", $"Give at most {year * Hundredths}: {year} nights in hundredths.", Law, path)
            : null;

    /// <summary>One way of counting only: the rule does not mix them.</summary>
    private static Refusal? Ways(OregonFacts facts, (string Path, int Nights)[] stated)
    {
        List<(string Path, string Words)> ways = [];
        if (Array.Find(stated, s => s.Nights > 0).Path is { } average) ways.Add((average, "as averages"));
        if (facts.NightsInTwoYears.Count > 0) ways.Add(("nights_in_two_years", "as nights of two years"));
        if (facts.TimeByHours is not null) ways.Add(("time_by_hours", "by hours"));
        if (facts.WithoutPlan is not null) ways.Add(("without_plan", "by homes without a plan"));
        return ways.Count < 2 ? null : new("L-OR-TIME-TWICE", $"Parenting time is given {string.Join(" and ", ways.Select(w => w.Words))}.", "Keep one of them.", Law, ways[0].Path);
    }

    private static Refusal? Averages(OregonFacts facts, (string Path, int Nights)[] stated, int year)
    {
        var total = stated.Sum(s => (long)s.Nights);
        return total == year * Hundredths || (facts.MinorChildren == 0 && total == 0)
            ? null
            : new(Code, $"The overnights make {Written(total / (decimal)Hundredths)}, not {year}.", $"Give average overnights of both parents and any caretaker that make {year}. Without a plan or order, say under without_plan with whom the children live.", Law, "parent_a.overnights_hundredths");
    }

    private static Refusal? Nights(OregonFacts facts, int year)
    {
        for (var i = 0; i < facts.NightsInTwoYears.Count; i++)
        {
            var child = facts.NightsInTwoYears[i];
            var sum = (long)child.ParentA + child.ParentB + child.Caretaker;
            if (sum != 2 * year) return new(Code, $"The nights of this child make {sum}.", $"Give nights that make {2 * year}; leave a leap day out.", Law, $"nights_in_two_years[{i}]");
        }

        return facts.NightsInTwoYears.Count == facts.MinorChildren ? null
            : new(Code, $"Nights are given for {facts.NightsInTwoYears.Count} children, but there are {facts.MinorChildren} minors.", "Give one entry for each minor child.", Law, "nights_in_two_years");
    }

    private static Refusal? Hours(OregonFacts facts, OregonTimeByHours hours, int year, GuidelineLaw law)
    {
        if (facts.MinorChildren == 0) return new(Code, "Parenting time is given, but there is no minor child.", "Leave it out.", Law, "time_by_hours");
        for (var i = 0; i < hours.Blocks.Count; i++)
        {
            var (block, path) = (hours.Blocks[i], $"time_by_hours.blocks[{i}]");
            if (block.Hours > HoursADay) return new(Code, $"A block has {block.Hours} hours.", $"Give 0 to {HoursADay} hours; enter a longer visit day by day.", Law, $"{path}.hours");
            if (block.With == hours.RestWith) return new(Code, "The rest of the time is with this party already.", "Give blocks of the others only.", Law, $"{path}.with");
        }

        var children = hours.Blocks.GroupBy(b => b.Child, StringComparer.Ordinal).ToList();
        if (children.Count > facts.MinorChildren)
            return new(Code, $"Blocks are given for {children.Count} children, but there are {facts.MinorChildren} minors.", "Name each minor child the same way in each entry.", Law, "time_by_hours.blocks");
        if (children.Find(c => OregonTime.HalfDays(c, law) > 2L * 2 * year) is { } over)
            return new(Code, $"The blocks of child \"{over.Key}\" make {Written(OregonTime.HalfDays(over, law) / 2m)} days, more than two years have.", $"Give blocks of two years that make at most {2 * year} days.", Law, "time_by_hours.blocks");
        return null;
    }

    private static Refusal? Homes(int minors, OregonWithoutPlan homes)
    {
        var sum = (long)homes.ParentA + homes.ParentB + homes.Caretaker;
        return sum > 0 && sum == minors ? null
            : new(Code, $"Homes are given for {sum} children, but there are {minors} minors.", "Say of each minor child with whom it lives.", Law, "without_plan");
    }

    /// <summary>The exception for equal time is stated, not detected (convention G2); it must not contradict the overnights.</summary>
    private static Refusal? EqualTime(OregonFacts facts, int year, GuidelineLaw law)
    {
        (string Path, OregonParentFacts Parent)[] parents = [("parent_a", facts.ParentA), ("parent_b", facts.ParentB)];
        if (Array.Find(parents, p => p.Parent.MinimumOrderException == OregonMinimumException.EqualTime).Path is not { } claimed) return null;
        var time = OregonTime.Of(facts, law);
        return time.A * 2 == year && time.B * 2 == year ? null
            : new("L-OR-EQUAL-TIME", "The exception for equal time is claimed, but the parents do not have half of the overnights each.", "Choose another exception, or correct the overnights.",
                "OAR 137-050-0755(2)(a)", $"{claimed}.minimum_order_exception");
    }

    private static string Written(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
