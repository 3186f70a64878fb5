using Alimenta.Kernel;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Iowa.Guidelines;
using Alimenta.Law.NewYork.Guidelines;
using Alimenta.Law.Oregon.Guidelines;

namespace Alimenta.Cli.Bench;

/// <summary>Made-up families such as a caseload has: one to three children, wages, some with child care, a premium, other children. The same seed makes the same families.</summary>
internal sealed class MadeUpFamilies(int seed)
{
    private static readonly DateOnly Born = new(2017, 3, 9);

    private readonly Random _dice = new(seed);

    /// <summary>Of Oregon.</summary>
    public OregonFacts Oregon(DateOnly day)
    {
        var nights = _dice.Next(0, 183) * 100;
        return new()
        {
            ParentA = Parent(nights),
            ParentB = Parent(36500 - nights),
            MinorChildren = Children(),
            ChildrenAttendingSchool = One(10) ? 1 : 0,
            Coverage = OregonCoverage.EitherWhenAvailable,
            CashMedical = One(3) ? OregonCashMedical.Contingent : OregonCashMedical.No,
            ChildCare = One(3) ? [new() { Child = "1", Born = day.AddYears(-4), Payer = OregonPayer.ParentB, Cost = Dollars(900), Area = OregonCareArea.Elsewhere }] : [],
        };

        OregonParentFacts Parent(int overnights) => new()
        {
            Income = Dollars(8_000),
            OvernightsHundredths = overnights,
            UnionDues = One(6) ? Dollars(80) : Money.Zero,
            NonJointChildren = One(4) ? 1 : 0,
            CoverageCost = One(2) ? Dollars(400) : null,
        };
    }

    /// <summary>Of New York.</summary>
    public NyGuidelineFacts NewYork()
    {
        return new()
        {
            ParentA = Parent(),
            ParentB = Parent(),
            Children = [.. Enumerable.Repeat(new NyChild { LivesWith = NyHome.ParentB }, Children())],
            ChildCare = One(3) ? [new() { Amount = Dollars(300), Per = Frequency.Weekly, PaidBy = NyWho.ParentB }] : [],
            Insurance = One(2) ? [new() { Plan = "Plan", Amount = Dollars(400), Per = Frequency.Monthly, CarriedBy = One(2) ? NyWho.ParentA : NyWho.ParentB }] : [],
        };

        NyParent Parent() => new()
        {
            Income =
            [
                new() { Item = NyIncomeItem.GrossIncome, Amount = Dollars(100_000) },
                .. One(3) ? (NyIncomePart[])[new() { Item = NyIncomeItem.OtherChildSupport, Amount = Dollars(300), Per = Frequency.Monthly }] : [],
                new() { Item = NyIncomeItem.Fica, Amount = Dollars(7_000) },
            ],
        };
    }

    /// <summary>Of Iowa.</summary>
    /// <param name="wages">The most that a parent earns in a month, in dollars: above the rows of the schedule at hand nothing is calculated.</param>
    public IowaFacts Iowa(int wages)
    {
        return new()
        {
            Children = [.. Enumerable.Range(1, Children()).Select(i => new IowaChild { Name = $"{i}", Born = Born, Care = IowaPhysicalCare.ParentB })],
            ParentA = Parent(),
            ParentB = Parent() with { ChildCare = One(3) ? new() { Monthly = Dollars(500) } : null },
            VisitationOvernights = One(3) ? _dice.Next(0, 183) : 0,
            HealthPlans = One(2) ? [new() { Payer = IowaParty.ParentA, FamilyPremium = Dollars(400), SinglePremium = Money.Zero }] : [],
        };

        IowaParent Parent() => new()
        {
            Incomes = [new() { Kind = IowaIncomeKind.Wages, Amount = Dollars(wages) }],
            OtherChildren = One(4) ? [new() { Name = "Another", ShownBy = IowaDutyShownBy.Order }] : [],
        };
    }

    private int Children() => _dice.Next(1, 4);

    private bool One(int inHowMany) => _dice.Next(inHowMany) == 0;

    private Money Dollars(int most) => new(_dice.Next(0, most * 100 + 1));
}
