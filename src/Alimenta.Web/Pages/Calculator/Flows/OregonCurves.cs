using System.Text.Json.Nodes;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>Oregon: support against overnights, and against the income of each parent.</summary>
internal static class OregonCurves
{
    private const int Hundredths = 100;
    private const int NightsApart = 15;
    private const long LeastIncome = 8_000_00;

    public static IReadOnlyList<Curve> Of(JsonObject facts) =>
    [
        .. Nights(facts),
        Income(facts, "parent_a", "income-a", ("Income of Parent A", "Ingreso del Progenitor A")),
        Income(facts, "parent_b", "income-b", ("Income of Parent B", "Ingreso del Progenitor B")),
    ];

    private static IEnumerable<Curve> Nights(JsonObject facts)
    {
        // With time counted in another way, or with school children only, there is no one number to move.
        if (facts.ContainsKey("nights_in_two_years") || facts.ContainsKey("time_by_hours") || facts.ContainsKey("without_plan")) yield break;
        var (a, b) = (Number(facts, "parent_a", "overnights_hundredths"), Number(facts, "parent_b", "overnights_hundredths"));
        var both = a + b;
        if (both < 2 * NightsApart * Hundredths) yield break;
        var points = Enumerable.Range(0, (int)(both / (NightsApart * Hundredths)) + 1).Select(i => (long)i * NightsApart * Hundredths).Append(both).Append(a).Distinct().Order();
        yield return new("overnights", ("Support by the nights with Parent A", "Manutención según las noches con el Progenitor A"), ("Nights with Parent A in a year", "Noches con el Progenitor A al año"),
            [.. points.Select(n => new CurvePoint(n, Label(n), Curve.With(facts, f => Move(f, n, both)), n == a))]);
    }

    private static void Move(JsonObject facts, long nights, long both)
    {
        foreach (var (parent, its) in ((string, long)[])[("parent_a", nights), ("parent_b", both - nights)])
        {
            facts[parent]!["overnights_hundredths"] = its;
            // The exception for equal time goes with it.
            if (its * 2 != both && facts[parent]!["minimum_order_exception"]?.GetValue<string>() == "equal_time") facts[parent]!["minimum_order_exception"] = "none";
        }
    }

    private static Curve Income(JsonObject facts, string parent, string id, Phrase what)
    {
        var yours = Number(facts, parent, "income_cents");
        return new(id, ($"Support by the {char.ToLowerInvariant(what.En[0])}{what.En[1..]}", $"Manutención según el {char.ToLowerInvariant(what.Es[0])}{what.Es[1..]}"), ($"{what.En} a month", $"{what.Es} al mes"),
            [.. Curve.Amounts(yours, LeastIncome).Select(c => new CurvePoint(c, Curve.Dollars(c), Curve.With(facts, f => f[parent]!["income_cents"] = c), c == yours))]);
    }

    private static Phrase Label(long hundredths)
    {
        var nights = ((decimal)hundredths / Hundredths).ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
        return ($"{nights} nights", $"{nights} noches");
    }

    private static long Number(JsonObject facts, string parent, string member) => facts[parent]?[member]?.GetValue<long>() ?? 0;
}
