using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Law.Federal.History;
using Alimenta.Law.Iowa.Guidelines;
using Alimenta.Law.NewYork.Guidelines;
using Alimenta.Law.Oregon.Guidelines;
using Alimenta.Law.Rules;
using IowaFamilies = Alimenta.Law.Tests.Iowa.Guidelines.Families;
using NyFamilies = Alimenta.Law.Tests.NewYork.Guidelines.NyFamilies;
using OregonFamilies = Alimenta.Law.Tests.Oregon.Guidelines.Families;

namespace Alimenta.Web.Tests;

/// <summary>The made-up families of the law's own tests, with the decisions of courts and the rarer facts that make a rule say its rarer sentences.</summary>
internal static class SpanishFamilies
{
    /// <summary>What people type: it stays as it is, digits and all.</summary>
    public const string Typed = "Lo pidió (2 veces): $3.00; y más";

    private static readonly DateOnly Day = new(2026, 9, 1);

    /// <summary>Facts by chance, with the law under which they are asked.</summary>
    public static IEnumerable<(RuleCatalog Catalog, DateOnly AsOf, JsonObject Facts)> Of(string state, int count)
    {
        var chance = new Random(20261122);
        var oregon = new OregonFamilies(20261122);
        var iowa = RuleCatalog.BuiltIn.Over(IowaFamilies.Whole.Store);
        for (var i = 0; i < count; i++)
        {
            yield return state switch
            {
                "or" => (RuleCatalog.BuiltIn, Day, Json(Oregon(oregon.Any(), chance))),
                "ny" => (RuleCatalog.BuiltIn, Day, Json(NewYork(NyFamilies.One(chance), chance))),
                _ => (iowa, IowaFamilies.Day, Json(Iowa(IowaFamilies.Any(chance), chance))),
            };
        }
    }

    private static JsonObject Json<T>(T facts) => JsonSerializer.SerializeToNode(facts, LawJson.Options)!.AsObject();

    private static OregonFacts Oregon(OregonFacts family, Random chance) => chance.Next(6) > 0 ? family : family with
    {
        Rebuttal = new() { Factors = [OregonRebuttalFactor.Other], Reason = Typed, ParentA = new() { IncomeChange = new(chance.Next(-50_000, 50_000)), CashMinors = new(chance.Next(10_000)) } },
    };

    private static NyGuidelineFacts NewYork(NyGuidelineFacts family, Random chance)
    {
        if (family.Maintenance is { } maintenance && chance.Next(2) == 0) family = family with { Maintenance = maintenance with { Ends = new(2029, 3, 31) } };
        return chance.Next(10) switch
        {
            0 => family with { AboveCap = new() { Method = NyAboveCapMethod.Percentage, Factors = [NyFactor.Needs, NyFactor.Other], Reasons = Typed } },
            1 => family with { AboveCap = new() { Method = NyAboveCapMethod.StopAtCap, Reasons = Typed } },
            2 => family with { BelowPoverty = new() { AmountMonthly = new(chance.Next(20_000)), Factors = [NyFactor.Resources], Reasons = Typed } },
            3 => family with { Deviation = new() { AmountMonthly = new(chance.Next(200_000)), By = (NyDecidedBy)chance.Next(2), Factors = [NyFactor.Tax], Reasons = Typed } },
            4 => family with { Insurance = [], CashMedical = new() { Medicaid = (NyMedicaid)chance.Next(2), FamilyContributionMonthly = new(chance.Next(30_000)), ManagedCarePremiumMonthly = new(chance.Next(30_000)) } },
            5 => family with { Insurance = [new() { Plan = Typed, Amount = new(chance.Next(400_000)), Per = Frequency.Monthly, CarriedBy = NyWho.ParentA }] },
            6 => family with { ParentB = family.ParentB with { Income = [.. family.ParentB.Income, new() { Item = NyIncomeItem.EmployeeExpenses, Amount = new(chance.Next(90_000)), Because = Typed }] } },
            7 => family with { ParentB = family.ParentA, Maintenance = null, EqualTimeCustodian = NyWho.ParentA, Children = [.. Enumerable.Range(0, 1 + chance.Next(2)).Select(_ => new NyChild { LivesWith = NyHome.Equal })], ChildCare = [], Insurance = [], Education = [] },
            _ => family,
        };
    }

    private static IowaFacts Iowa(IowaFacts family, Random chance) => chance.Next(12) switch
    {
        0 => family with { Variance = new() { Payer = (IowaParty)chance.Next(2), Amount = new(chance.Next(90_000)), Finding = Typed } },
        1 => family with { ParentA = Only(IowaIncomeKind.Ssi), ParentB = IowaFamilies.Wages(chance.Next(600_000)) },
        2 => family with { NoCashMedicalBecause = Typed },
        3 => family with { ParentA = IowaFamilies.Wages(chance.Next(2_500_000)), ParentB = IowaFamilies.Wages(chance.Next(2_500_000)) },
        4 => family with { ParentA = family.ParentA with { StatedNet = null, Incomes = [new() { Kind = IowaIncomeKind.Wages, Amount = new(chance.Next(400_000)), Imputed = IowaImputation.Finding, Finding = Typed }] } },
        5 => family with { ParentB = IowaFamilies.Wages(chance.Next(600_000)) with { ChildCare = new() { Monthly = new(chance.Next(90_000)), Variance = new(chance.Next(60_000)), Finding = Typed, OlderChildBecause = chance.Next(2) == 0 ? Typed : "" } } },
        6 => family with { ParentA = family.ParentA with { OtherChildren = [new() { Name = "Lu", ShownBy = IowaDutyShownBy.Order, UnderPriorOrder = true }] } },
        7 => family with { PublicFunds = IowaPublicFunds.FosterCare, ParentA = IowaFamilies.Wages(chance.Next(600_000)), ParentB = IowaFamilies.Wages(chance.Next(600_000)) },
        8 => IowaFamilies.Stated(chance.Next(900_000), chance.Next(900_000), IowaPhysicalCare.Joint) with { VisitationOvernights = 130 },
        _ => family,
    };

    private static IowaParent Only(IowaIncomeKind kind) => new() { Incomes = [new() { Kind = kind, Amount = new(90_000) }] };
}
