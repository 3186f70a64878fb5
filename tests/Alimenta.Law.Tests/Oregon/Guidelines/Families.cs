using Alimenta.Law.Oregon.Guidelines;

namespace Alimenta.Law.Tests.Oregon.Guidelines;

/// <summary>Made-up families, the same for the same seed.</summary>
internal sealed class Families(int seed)
{
    private const int YearHundredths = 36500;
    private readonly Random _random = new(seed);

    public static readonly DateOnly Day = new(2026, 9, 1);

    /// <summary>Any family that the checks let through; the coverage that is chosen may still not be available.</summary>
    public OregonFacts Any()
    {
        var caretaker = One(8);
        var minors = _random.Next(0, 6);
        var school = minors == 0 ? _random.Next(1, 3) : One(4) ? _random.Next(1, 4) : 0;
        var forCaretaker = caretaker ? _random.Next(0, YearHundredths + 1) : 0;
        var a = _random.Next(0, YearHundredths - forCaretaker + 1);
        var family = new OregonFacts
        {
            ParentA = Parent(a),
            ParentB = Parent(YearHundredths - forCaretaker - a),
            MinorChildren = minors,
            ChildrenAttendingSchool = school,
            Caretaker = caretaker ? new() { OvernightsHundredths = forCaretaker } : null,
            Coverage = One(2) ? OregonCoverage.ByRule : Word<OregonCoverage>(),
            CoverageAtHigherAmount = One(6),
            CashMedical = Word<OregonCashMedical>(),
        };
        if (minors > 0 && !caretaker && One(10)) family = One(2) ? ByHours(family) : WithoutPlan(family);
        return One(3) ? family with { ChildCare = [.. Enumerable.Range(0, _random.Next(1, minors + school + 1)).SelectMany(child => Care(child, caretaker))] } : family;
    }

    /// <summary>A family with minor children only, whose coverage does not depend on time.</summary>
    public OregonFacts WithMinors() => Any() with { MinorChildren = _random.Next(1, 6), TimeByHours = null, WithoutPlan = null, ChildrenAttendingSchool = 0, Coverage = OregonCoverage.EitherWhenAvailable, Caretaker = null, ChildCare = [] };

    public int Below(int most) => _random.Next(0, most + 1);

    /// <summary>The same family with its time counted by hours.</summary>
    public OregonFacts ByHours(OregonFacts family) => Untimed(family) with
    {
        TimeByHours = new()
        {
            RestWith = OregonHome.ParentB,
            Blocks = [.. Enumerable.Range(0, family.MinorChildren).Select(child => new OregonTimeBlock { Child = $"{child}", With = OregonHome.ParentA, Hours = _random.Next(0, 25), Times = _random.Next(0, 731) })],
        },
    };

    private OregonFacts WithoutPlan(OregonFacts family)
    {
        var a = _random.Next(0, family.MinorChildren + 1);
        return Untimed(family) with { WithoutPlan = new() { ParentA = a, ParentB = family.MinorChildren - a } };
    }

    private static OregonFacts Untimed(OregonFacts family) =>
        family with { ParentA = family.ParentA with { OvernightsHundredths = 0 }, ParentB = family.ParentB with { OvernightsHundredths = 0 } };

    private OregonParentFacts Parent(int nights) => new()
    {
        // Often near the thresholds: the reserve, the highest minimum wage, the top of the scale.
        Income = One(10) ? Money.Zero : One(6) ? new(291200 + _random.Next(-1, 2)) : One(8) ? Cents(3_500_000) : Cents(900_000),
        PotentialIncome = One(8) ? Cents(100_000) : Money.Zero,
        MinimumWageHoursAWeek = One(8) ? _random.Next(0, 41) : 0,
        SpousalSupportDue = One(8) ? Cents(100_000) : Money.Zero,
        SpousalSupportOwed = One(8) ? Cents(100_000) : Money.Zero,
        UnionDues = One(6) ? Cents(10_000) : Money.Zero,
        OwnHealthInsurance = One(4) ? Cents(40_000) : Money.Zero,
        NonJointChildren = One(4) ? _random.Next(1, 12) : 0,
        CoverageCost = One(2) ? null : One(4) ? Money.Zero : Cents(60_000),
        OvernightsHundredths = nights,
        MinimumOrderException = One(8) ? (OregonMinimumException)_random.Next((int)OregonMinimumException.MedicalOnly, (int)OregonMinimumException.PublicBenefits + 1) : OregonMinimumException.None,
        ChildBenefits = One(8) ? Cents(80_000) : Money.Zero,
    };

    private IEnumerable<OregonChildCareFacts> Care(int child, bool caretaker)
    {
        var born = Day.AddDays(-_random.Next(0, 18 * 365));
        var area = Word<OregonCareArea>();
        for (var i = One(4) ? 2 : 1; i > 0; i--)
            yield return new() { Child = $"{child}", Born = born, Disabled = born <= Day.AddYears(-13), Area = area, Cost = Cents(120_000), Payer = (OregonPayer)_random.Next(0, caretaker ? 3 : 2) };
    }

    private bool One(int inHowMany) => _random.Next(inHowMany) == 0;

    private Money Cents(int most) => new(_random.Next(0, most + 1));

    private T Word<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];
}
