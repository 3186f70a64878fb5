using System.Numerics;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Guidelines;
using Alimenta.Law.NewYork.Guidelines;

namespace Alimenta.Law.Tests.NewYork.Guidelines;

/// <summary>A second reckoning of the standards of 2026, written without the rule: whole numbers of any size, one formula a line.</summary>
internal static class NyBookkeeper
{
    private const long Cap = 19_300_000, Poverty = 1_596_000, Reserve = 2_154_600;

    /// <summary>What each parent who lacks children owes as basic support, in cents of a year times combined income times a hundred.</summary>
    public static (BigInteger Amount, NyLowIncome Rule) Basic(long own, long combined, int children)
    {
        var unit = new BigInteger(Math.Max(combined, 1)) * 100;
        var percent = children switch { 1 => 17, 2 => 25, 3 => 29, 4 => 31, _ => 35 };
        var owed = new BigInteger(Math.Min(combined, Cap)) * percent * own;
        var left = own * unit - owed;
        if (left < Poverty * unit) return (25_00 * 12 * unit, NyLowIncome.BelowPoverty);
        if (left < Reserve * unit) return (Math.Max(50_00 * 12, own - Reserve) * unit, NyLowIncome.BelowReserve);
        return (owed, NyLowIncome.None);
    }

    /// <summary>Cents of a period: half a cent goes up.</summary>
    public static long Each(BigInteger amount, long combined, int periods)
    {
        var by = new BigInteger(Math.Max(combined, 1)) * 100 * periods;
        return (long)((2 * amount + by) / (2 * by));
    }

    /// <summary>A parent's income of a year.</summary>
    public static long Income(NyGuidelineFacts facts, NyWho who)
    {
        var parent = who == NyWho.ParentA ? facts.ParentA : facts.ParentB;
        var maintenance = facts.Maintenance is { } m ? m.Amount.Cents * Times(m.Per) * (m.PaidBy == who ? -1 : 1) : 0;
        return Math.Max(0, maintenance - Fica(parent.FicaFrom) + parent.Income.Sum(p => p.Amount.Cents * Times(p.Per) * (p.Item >= NyIncomeItem.EmployeeExpenses ? -1 : 1)));
    }

    /// <summary>FICA of 2026 from earnings of a month: 6.2 and 1.45 percent, up to 184,500 the first; of self-employment twice, on 92.35 percent.</summary>
    private static long Fica(NyFicaEarnings? of)
    {
        if (of is null) return 0;
        const long Most = 18_450_000;
        long wages = of.Wages.Cents * 12, counted = Half(of.SelfEmployment.Cents * 12 * 9235, 10_000);
        return Half(Math.Min(wages, Most) * 62, 1000) + Half(wages * 145, 10_000)
            + Half(Math.Min(counted, Math.Max(0, Most - wages)) * 124, 1000) + Half(counted * 29, 1000);

        static long Half(long amount, long by) => (2 * amount + by) / (2 * by);
    }

    public static int Times(Frequency per) => per switch { Frequency.Weekly => 52, Frequency.Biweekly => 26, Frequency.Semimonthly => 24, Frequency.Monthly => 12, Frequency.Quarterly => 4, _ => 1 };

    public static GuidelineParty Party(NyWho who) => who switch { NyWho.ParentA => GuidelineParty.ParentA, NyWho.ParentB => GuidelineParty.ParentB, _ => GuidelineParty.Caretaker };
}
