using System.Text.Json.Nodes;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>Iowa: support against the overnights that a court orders in sole care, and against the income of each parent.</summary>
internal static class IowaCurves
{
    private const int MostNights = 180;
    private const int NightsApart = 6;
    private const long LeastMonthly = 3_000_00;
    private const long LeastYearly = 36_000_00;

    public static IReadOnlyList<Curve> Of(JsonObject facts) => [.. Nights(facts), Income(facts, "parent_a", "A"), Income(facts, "parent_b", "B")];

    private static IEnumerable<Curve> Nights(JsonObject facts)
    {
        // The credit is for sole care: all children with one parent.
        var cares = facts["children"]?.AsArray().Select(c => c?["care"]?.GetValue<string>()).Distinct().ToList() ?? [];
        if (cares is not ["parent_a" or "parent_b"]) yield break;
        var yours = facts["visitation_overnights"]?.GetValue<long>() ?? 0;
        yield return new("overnights", ("Support by the overnights with the parent who pays", "Manutención según las noches con quien paga"), ("Overnights in a year", "Noches al año"),
            [.. Enumerable.Range(0, MostNights / NightsApart + 1).Select(i => (long)i * NightsApart).Append(yours).Distinct().Order()
                .Select(n => new CurvePoint(n, ($"{n} nights", $"{n} noches"), Curve.With(facts, f => f["visitation_overnights"] = n), n == yours))]);
    }

    private static Curve Income(JsonObject facts, string parent, string letter)
    {
        var net = facts[parent]?["stated_net"] as JsonObject;
        var wages = Wages(facts, parent);
        var often = net is null ? wages?["frequency"]?.GetValue<string>() ?? "monthly" : "monthly";
        var yours = (net is null ? wages?["amount_cents"] : net["monthly_cents"])?.GetValue<long>() ?? 0;
        Phrase what = net is null ? ($"Wages of Parent {letter}", $"Salario del Progenitor {letter}") : ($"Net income of Parent {letter}", $"Ingreso neto del Progenitor {letter}");
        Phrase time = often switch
        {
            "weekly" => ("a week", "a la semana"),
            "biweekly" => ("every two weeks", "cada dos semanas"),
            "semimonthly" => ("twice a month", "dos veces al mes"),
            "annual" => ("a year", "al año"),
            _ => ("a month", "al mes"),
        };
        return new($"income-{letter.ToLowerInvariant()}", ($"Support by the {char.ToLowerInvariant(what.En[0])}{what.En[1..]}", $"Manutención según el {char.ToLowerInvariant(what.Es[0])}{what.Es[1..]}"), ($"{what.En}, {time.En}", $"{what.Es}, {time.Es}"),
            [.. Curve.Amounts(yours, often == "annual" ? LeastYearly : LeastMonthly).Select(c => new CurvePoint(c, Curve.Dollars(c), Curve.With(facts, f => Set(f, parent, c)), c == yours))]);
    }

    private static void Set(JsonObject facts, string parent, long cents)
    {
        if (facts[parent]!["stated_net"] is JsonObject net)
        {
            net["monthly_cents"] = cents;
            // Gross income that was stated with it would no longer fit.
            net.Remove("gross_monthly_cents");
        }
        else if (Wages(facts, parent) is { } wages) wages["amount_cents"] = cents;
        else
        {
            var incomes = facts[parent]!["incomes"] as JsonArray;
            if (incomes is null) facts[parent]!["incomes"] = incomes = [];
            incomes.Insert(0, new JsonObject { ["kind"] = "wages", ["amount_cents"] = cents });
        }
    }

    private static JsonObject? Wages(JsonObject facts, string parent) =>
        facts[parent]?["incomes"]?.AsArray().OfType<JsonObject>().FirstOrDefault(i => i["kind"]?.GetValue<string>() == "wages");
}
