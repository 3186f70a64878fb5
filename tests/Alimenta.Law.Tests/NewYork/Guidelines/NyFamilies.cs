using Alimenta.Law.Federal.History;
using Alimenta.Law.NewYork.Guidelines;

namespace Alimenta.Law.Tests.NewYork.Guidelines;

/// <summary>Made-up families of every kind that the guideline takes, the same for the same seed.</summary>
internal static class NyFamilies
{
    private static readonly NyIncomeItem[] Added = [.. Enum.GetValues<NyIncomeItem>().Where(i => i < NyIncomeItem.EmployeeExpenses && i != NyIncomeItem.MaintenanceReceived)];
    private static readonly NyIncomeItem[] Deducted = [.. Enum.GetValues<NyIncomeItem>().Where(i => i >= NyIncomeItem.EmployeeExpenses && i != NyIncomeItem.MaintenancePaid)];
    private static readonly Frequency[] Often = [Frequency.Weekly, Frequency.Biweekly, Frequency.Semimonthly, Frequency.Monthly, Frequency.Quarterly, Frequency.Yearly];

    public static NyGuidelineFacts One(Random dice)
    {
        NyHome[] homes = dice.Next(8) switch
        {
            0 => [NyHome.Caretaker],
            1 => [NyHome.Equal],
            2 => [NyHome.ParentA, NyHome.ParentB],
            3 => [NyHome.ParentA, NyHome.ParentB, NyHome.Equal],
            < 6 => [NyHome.ParentA],
            _ => [NyHome.ParentB],
        };
        NyWho[] payers = homes[0] == NyHome.Caretaker ? [NyWho.ParentA, NyWho.ParentB, NyWho.Caretaker] : [NyWho.ParentA, NyWho.ParentB];
        return new()
        {
            Court = Pick(dice, Enum.GetValues<NyCourt>()),
            ParentA = Parent(dice),
            ParentB = Parent(dice),
            Children = [.. Enumerable.Range(0, 1 + dice.Next(7)).Select(_ => new NyChild { LivesWith = Pick(dice, homes) })],
            EqualTimeCustodian = Pick(dice, NyWho.ParentA, NyWho.ParentB),
            Maintenance = dice.Next(4) == 0 ? new() { PaidBy = Pick(dice, NyWho.ParentA, NyWho.ParentB), Amount = new(dice.Next(300_000)), Per = Frequency.Monthly } : null,
            ChildCare = [.. Enumerable.Range(0, dice.Next(3)).Select(_ => new NyChildCare { Amount = new(dice.Next(60_000)), Per = Pick(dice, Often), PaidBy = Pick(dice, payers), Reason = Pick(dice, Enum.GetValues<NyCareReason>()), Ordered = dice.Next(2) == 0 })],
            Insurance = [.. Enumerable.Range(0, dice.Next(3)).Select(i => new NyInsurance { Plan = $"{i}", Amount = new(dice.Next(60_000)), Per = Pick(dice, Often), CarriedBy = Pick(dice, payers) })],
            Education = [.. Enumerable.Range(0, dice.Next(2)).Select(_ => new NyEducation { Amount = new(dice.Next(900_000)), PaidBy = Pick(dice, payers), Ordered = dice.Next(2) == 0 })],
        };
    }

    /// <summary>The same family with the parents exchanged.</summary>
    public static NyGuidelineFacts Swapped(NyGuidelineFacts facts) => facts with
    {
        ParentA = facts.ParentB,
        ParentB = facts.ParentA,
        Children = [.. facts.Children.Select(c => c with { LivesWith = c.LivesWith switch { NyHome.ParentA => NyHome.ParentB, NyHome.ParentB => NyHome.ParentA, _ => c.LivesWith } })],
        EqualTimeCustodian = facts.EqualTimeCustodian is { } who ? Other(who) : null,
        Maintenance = facts.Maintenance is { } m ? m with { PaidBy = Other(m.PaidBy) } : null,
        ChildCare = [.. facts.ChildCare.Select(c => c with { PaidBy = Other(c.PaidBy) })],
        Insurance = [.. facts.Insurance.Select(c => c with { CarriedBy = Other(c.CarriedBy) })],
        Education = [.. facts.Education.Select(c => c with { PaidBy = Other(c.PaidBy) })],
    };

    private static NyParent Parent(Random dice)
    {
        var parent = new NyParent
        {
            Income = dice.Next(10) == 0 ? [] :
            [
                new() { Item = NyIncomeItem.GrossIncome, Amount = new(dice.Next(4) == 0 ? dice.Next(3_000_000) : dice.Next(15_000_000)) },
                .. Enumerable.Range(0, dice.Next(3)).Select(_ => new NyIncomePart { Item = Pick(dice, Added), Amount = new(dice.Next(30_000)), Per = Pick(dice, Often), Because = "Made up." }),
                .. Enumerable.Range(0, dice.Next(3)).Select(_ => new NyIncomePart { Item = Pick(dice, Deducted), Amount = new(dice.Next(20_000)), Per = Pick(dice, Often) }),
            ],
        };
        if (dice.Next(4) > 0 || parent.Income.Any(p => p.Item == NyIncomeItem.Fica)) return parent;
        return parent with { FicaFrom = new() { Wages = new(dice.Next(1_700_000)), SelfEmployment = dice.Next(3) == 0 ? new(dice.Next(1_700_000)) : Money.Zero, Per = Frequency.Monthly } };
    }

    private static NyWho Other(NyWho who) => who switch { NyWho.ParentA => NyWho.ParentB, NyWho.ParentB => NyWho.ParentA, _ => who };

    private static T Pick<T>(Random dice, params T[] all) => all[dice.Next(all.Length)];
}
