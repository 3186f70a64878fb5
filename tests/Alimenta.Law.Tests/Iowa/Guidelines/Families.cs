using System.Globalization;
using System.Text;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Iowa.Guidelines;

namespace Alimenta.Law.Tests.Iowa.Guidelines;

/// <summary>Made-up families, and a whole made-up schedule so that every look-up finds its row.</summary>
internal static class Families
{
    public static readonly DateOnly Day = new(2026, 6, 1);

    /// <summary>The product's own law on the day.</summary>
    public static readonly LawOn Law = LawStore.BuiltIn.On(Day, "us-ia");

    /// <summary>The same with the whole made-up schedule.</summary>
    public static readonly LawOn Whole = LawStore.WithAgency([Schedule().ToLaw(new(2026, 1, 1), "Made up for tests", compared: false)]).On(Day, "us-ia");

    /// <summary>A whole schedule: no official figures, but all of its rows.</summary>
    public static string Csv()
    {
        var text = new StringBuilder("# made up\nincome_up_to,one,two,three,four,five\n");
        for (var bound = 100; bound <= 30000; bound += bound < 800 ? 100 : 50)
        {
            var one = Math.Max(50, bound / 5 - bound * bound / 400000);
            if (bound > 20000) one = 3000 + (bound - 20000) / 50;
            text.Append(CultureInfo.InvariantCulture, $"{bound},{one},{one * 3 / 2},{Math.Max(100, one * 7 / 4)},{Math.Max(100, one * 2)},{Math.Max(100, one * 9 / 4)}\n");
        }

        return text.ToString();
    }

    public static ScheduleFile Schedule() =>
        ScheduleFile.Read(new("schedule.csv", Csv()), Law, out var faults) ?? throw new InvalidOperationException(string.Join('\n', faults));

    /// <summary>The product's law with an agency's rows.</summary>
    public static LawOn Agency(string rows) => LawStore.WithAgency([new(ScheduleFile.Path,
        $$"""
        { "id": "agency/policy/guidelines/ia-schedule", "says": "S.", "unit": "table", "citation": "C", "status": "secondary", "source": "Test",
          "columns": { "income-up-to": "cents", "one": "cents", "two": "cents", "three": "cents", "four": "cents", "five": "cents" },
          "values": [ { "from": "2026-01-01", "value": {{rows}} } ] }
        """)]).On(Day, "us-ia");

    public static IowaFacts Stated(long a, long b, params IowaPhysicalCare[] care) => new()
    {
        Children = [.. care.Select((c, i) => new IowaChild { Name = $"C{i}", Born = new(2018, 4, 2), Care = c })],
        ParentA = new() { StatedNet = new() { Monthly = new(a), Source = "Test" } },
        ParentB = new() { StatedNet = new() { Monthly = new(b), Source = "Test" } },
    };

    /// <summary>A parent with wages of a month, in sole care cases.</summary>
    public static IowaParent Wages(long cents) => new() { Incomes = [new() { Kind = IowaIncomeKind.Wages, Amount = new(cents) }] };

    public static IowaFacts Sole(IowaParent payer, IowaParent custodian) => new()
    {
        Children = [new() { Name = "C", Born = new(2018, 4, 2), Care = IowaPhysicalCare.ParentB }],
        ParentA = payer, ParentB = custodian, NoCashMedicalBecause = "Test",
    };

    public static long Line(this IowaAnswer answer, string number, GuidelineParty who = GuidelineParty.ParentA) =>
        answer.Lines.Single(l => l.Number == number && l.Who == who).Value;

    /// <summary>A family by chance, with most of what a family can have.</summary>
    public static IowaFacts Any(Random chance)
    {
        var arrangement = chance.Next(4);
        var children = Enumerable.Range(0, 1 + chance.Next(6)).Select(i => new IowaChild
        {
            Name = $"C{i}", Born = Day.AddDays(-chance.Next(1, 6500)), ClaimedBy = (IowaParty)chance.Next(2),
            Care = arrangement switch { 0 => IowaPhysicalCare.ParentA, 1 => IowaPhysicalCare.ParentB, 2 => IowaPhysicalCare.Joint, _ => (IowaPhysicalCare)(i % 2) },
        }).ToList();
        var care = IowaCare(children);
        return new()
        {
            Children = children,
            ParentA = Parent(chance, care is IowaCareKind.Split || arrangement == 0),
            ParentB = Parent(chance, care is IowaCareKind.Split || arrangement == 1),
            OriginalOrder = chance.Next(2) == 0 ? null : Day.AddDays(-chance.Next(3000)),
            VisitationOvernights = care == IowaCareKind.Sole && chance.Next(2) == 0 ? chance.Next(183) : 0,
            HealthPlans = chance.Next(2) == 0 ? [] : [new() { Payer = (IowaParty)chance.Next(2), FamilyPremium = new(chance.Next(20000, 60000)), SinglePremium = new(chance.Next(20000)) }],
            HawkiPremium = chance.Next(8) == 0 ? new(chance.Next(4000)) : null,
            PublicFunds = chance.Next(8) == 0 ? (IowaPublicFunds)chance.Next(3) : IowaPublicFunds.None,
        };
    }

    private static IowaCareKind IowaCare(List<IowaChild> children) =>
        children.Any(c => c.Care == IowaPhysicalCare.Joint) ? IowaCareKind.Joint
        : children.Any(c => c.Care == IowaPhysicalCare.ParentA) && children.Any(c => c.Care == IowaPhysicalCare.ParentB) ? IowaCareKind.Split : IowaCareKind.Sole;

    private static IowaParent Parent(Random chance, bool custodial)
    {
        if (chance.Next(8) == 0) return new() { StatedNet = new() { Monthly = new(chance.Next(2000000)), Source = "Test" } };
        return new()
        {
            Incomes = [.. Enumerable.Range(0, chance.Next(3)).Select(_ =>
            {
                var kind = (IowaIncomeKind)chance.Next(8);
                return new IowaIncome
                {
                    Kind = kind, Amount = new(chance.Next(chance.Next(2) == 0 ? 300000 : 900000)), Frequency = (IowaFrequency)chance.Next(5),
                    BusinessExpenses = kind == IowaIncomeKind.SelfEmployment ? new(chance.Next(100000)) : Money.Zero,
                };
            })],
            AgencyEstimate = chance.Next(8) == 0, Married = chance.Next(3) == 0, SchoolSurtaxPpm = chance.Next(3) == 0 ? chance.Next(200000) : 0,
            SocialSecurityExempt = chance.Next(8) == 0, MandatoryPension = new(chance.Next(50000)), UnionDues = new(chance.Next(5000)), LicenseFees = new(chance.Next(2000)),
            OtherOrders = chance.Next(4) > 0 ? [] : [new() { Original = Day.AddDays(-chance.Next(3000)), PaidMonthly = new(chance.Next(60000)), VerifiedMonths = chance.Next(24) }],
            OtherChildren = [.. Enumerable.Range(0, chance.Next(3)).Select(i => new IowaOtherChild { Name = $"D{i}", ShownBy = (IowaDutyShownBy)chance.Next(5), AffidavitOn = new(1993, 6, 30 - chance.Next(20)) })],
            ChildCare = custodial && chance.Next(3) == 0 ? new() { Monthly = new(chance.Next(80000)) } : null,
        };
    }

    /// <summary>The same family with the parents in each other's place.</summary>
    public static IowaFacts Swapped(IowaFacts facts) => facts with
    {
        ParentA = facts.ParentB, ParentB = facts.ParentA,
        Children = [.. facts.Children.Select(c => c with { Care = c.Care == IowaPhysicalCare.Joint ? c.Care : 1 - c.Care, ClaimedBy = c.ClaimedBy is { } who ? 1 - who : null })],
        HealthPlans = [.. facts.HealthPlans.Select(p => p with { Payer = 1 - p.Payer })],
    };
}
