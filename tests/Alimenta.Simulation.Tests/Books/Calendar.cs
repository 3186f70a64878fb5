namespace Alimenta.Simulation.Tests.Books;

/// <summary>What falls due when, and which months are months of assistance: counted anew, day by day, from what was told.</summary>
internal static class Calendar
{
    /// <summary>What an obligation charges in a month.</summary>
    public static long Charged(ObligationTold o, SupportMonth month)
    {
        long cents = 0;
        for (var day = month.FirstDay; day <= month.LastDay; day = day.AddDays(1))
        {
            if (day > o.LastDay) break;
            var holds = o.Terms.LastOrDefault(t => t.From <= day && (t.To is null || day <= t.To));
            if (holds is not null) cents += holds.Cents * TimesDue(holds, day);
        }

        return cents;
    }

    /// <summary>Whether anything will be charged after a month.</summary>
    public static bool ChargesAfter(ObligationTold o, SupportMonth month) => Enumerable.Range(1, 13).Any(i => Charged(o, month.Plus(i)) > 0);

    /// <summary>Whether a household gets cash assistance in a month: one day makes the month.</summary>
    public static bool Assisted(Told told, string custodian, SupportMonth month) =>
        told.Spells.Any(s => s.Custodian == custodian && s.From <= month.LastDay && (s.To is null || s.To >= month.FirstDay));

    private static int TimesDue(TermTold t, DateOnly day)
    {
        var month = SupportMonth.Of(day);
        return t.Often switch
        {
            Often.Weekly => (day.DayNumber - t.Anchor.DayNumber) % 7 == 0 ? 1 : 0,
            Often.Biweekly => (day.DayNumber - t.Anchor.DayNumber) % 14 == 0 ? 1 : 0,
            Often.Semimonthly => (month.Day(t.Anchor.Day) == day ? 1 : 0) + (month.Day(t.SecondDay) == day ? 1 : 0),
            _ => month.Day(t.Anchor.Day) == day ? 1 : 0,
        };
    }
}
