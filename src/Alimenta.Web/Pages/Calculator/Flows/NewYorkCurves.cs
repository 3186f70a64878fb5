using System.Text.Json.Nodes;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator.Flows;

/// <summary>New York: support against the gross income of each parent. Overnights do not move it.</summary>
internal static class NewYorkCurves
{
    private const string Gross = "gross_income";
    private const long LeastYearly = 100_000_00;
    private const long LeastElse = 8_000_00;

    public static IReadOnlyList<Curve> Of(JsonObject facts) => [Income(facts, "parent_a", "A"), Income(facts, "parent_b", "B")];

    private static Curve Income(JsonObject facts, string parent, string letter)
    {
        var stated = Item(facts, parent);
        var (yours, per) = (stated?["amount_cents"]?.GetValue<long>() ?? 0, stated?["per"]?.GetValue<string>() ?? "yearly");
        var time = NewYorkFlow.Pers.First(p => p.Item1 == per).Item2;
        return new($"income-{letter.ToLowerInvariant()}", ($"Support by the gross income of Parent {letter}", $"Manutención según el ingreso bruto del Progenitor {letter}"), ($"Gross income of Parent {letter}, {time.En}", $"Ingreso bruto del Progenitor {letter}, {time.Es}"),
            [.. Curve.Amounts(yours, per == "yearly" ? LeastYearly : LeastElse).Select(c => new CurvePoint(c, Curve.Dollars(c), Curve.With(facts, f => Set(f, parent, c, per)), c == yours))]);
    }

    private static void Set(JsonObject facts, string parent, long cents, string per)
    {
        if (Item(facts, parent) is { } item)
        {
            item["amount_cents"] = cents;
            return;
        }

        var incomes = facts[parent]!["income"] as JsonArray;
        if (incomes is null) facts[parent]!["income"] = incomes = [];
        incomes.Insert(0, new JsonObject { ["item"] = Gross, ["amount_cents"] = cents, ["per"] = per });
    }

    private static JsonObject? Item(JsonObject facts, string parent) =>
        facts[parent]?["income"]?.AsArray().OfType<JsonObject>().FirstOrDefault(i => i["item"]?.GetValue<string>() == Gross);
}
