namespace Alimenta.Simulation.Tests.Books;

/// <summary>The class that the dated assistance history demands of an unpaid cent, derived anew as a certified system does it: from the month in which it fell due and what
/// assistance came after, under the rules of each era. Nothing is carried from month to month.</summary>
public static class ClassHistory
{
    private static readonly SupportMonth NewLaw = SupportMonth.Of(2009, 10);

    /// <summary>What is wrong with the classes of a case's unpaid items; empty when they are what history demands.</summary>
    /// <param name="told">What was told.</param>
    /// <param name="now">The running month.</param>
    /// <param name="custodian">Whose cases.</param>
    /// <param name="items">The unpaid items of all cases of the custodian: obligation|class|month|cents.</param>
    /// <param name="unreimbursed">Assistance paid to the custodian and not retained.</param>
    public static IReadOnlyList<string> Faults(Told told, SupportMonth now, string custodian, IEnumerable<string> items, long unreimbursed)
    {
        var faults = new List<string>();
        var during = new SortedDictionary<(SupportMonth Month, string Obligation), (long Assigned, long Unassigned)>(Comparer<(SupportMonth Month, string Obligation)>.Create(
            (a, b) => a.Month.CompareTo(b.Month) is var c && c != 0 ? c : string.CompareOrdinal(a.Obligation, b.Obligation)));
        foreach (var item in items)
        {
            var parts = item.Split('|');
            SupportMonth.TryParse(parts[2], out var month);
            var cents = long.Parse(parts[3], System.Globalization.CultureInfo.InvariantCulture);
            var demanded = Demanded(told, now, custodian, month);
            if (!demanded.Contains(parts[1])) faults.Add($"{item} must be one of {string.Join(", ", demanded)}");
            if (parts[1] is not ("PA" or "UDA")) continue;
            var (assigned, unassigned) = during.GetValueOrDefault((month, parts[0]));
            during[(month, parts[0])] = parts[1] == "PA" ? (assigned + cents, unassigned) : (assigned, unassigned + cents);
        }

        // What accrued during assistance is the state's up to what is not reimbursed, the oldest first.
        var room = Math.Max(0, unreimbursed);
        foreach (var ((month, obligation), (assigned, unassigned)) in during)
        {
            var must = Math.Min(room, assigned + unassigned);
            if (assigned != must) faults.Add($"{obligation} {month}: {assigned} is assigned, and {must} must be");
            room -= must;
        }

        return faults;
    }

    private static string[] Demanded(Told told, SupportMonth now, string custodian, SupportMonth month)
    {
        if (month == now) return ["Current"];
        if (Calendar.Assisted(told, custodian, month)) return ["PA", "UDA"];
        // The first assistance of the older law that began after the month took it along; when that ended, it was released for good.
        for (var m = month.Next; m <= now; m = m.Next)
        {
            if (m >= NewLaw || !Calendar.Assisted(told, custodian, m) || Calendar.Assisted(told, custodian, m.Previous)) continue;
            var last = m;
            while (Calendar.Assisted(told, custodian, last.Next) && last < now) last = last.Next;
            return last < now ? ["CA", "UPA"] : ["TA"];
        }

        return ["NA"];
    }
}
