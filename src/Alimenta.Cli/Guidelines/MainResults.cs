using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Law.Guidelines;
using Alimenta.Law.Rules;

namespace Alimenta.Cli.Guidelines;

/// <summary>The results of a calculation that stand in a row: amounts in cents, all else in words. The states differ in what they decide.</summary>
internal static class MainResults
{
    private static readonly Dictionary<string, string[]> Own = new()
    {
        ["or"] = ["presumed_a_cents", "presumed_b_cents", "coverage"],
        ["ny"] = ["decision_needed", "combined_income_cents", "cap_cents", "basic_a_yearly_cents", "basic_b_yearly_cents", "cash_medical_maximum_cents"],
        ["ia"] = ["care", "area", "payer", "guideline_amount_cents", "order_amount_cents", "cash_medical_cents"],
    };

    private static readonly string[] Shared = ["law_date", "a_pays_monthly_cents", "b_pays_monthly_cents", "payments", "findings", "to_confirm"];

    /// <summary>The headings for a state.</summary>
    public static IReadOnlyList<string> Headings(GuidelineRules state) => [.. Own[state.State], .. Shared];

    /// <summary>The results by heading.</summary>
    public static Dictionary<string, string> Of(RuleAnswer answer)
    {
        var value = answer.Value;
        var found = answer.Rule switch
        {
            "or/guideline" => Oregon(value),
            "ny/guideline" => NewYork(value),
            _ => Own["ia"].ToDictionary(name => name, name => Plain(value[name])),
        };
        found["law_date"] = Days.Iso(answer.AsOf);
        var payments = Payments(value);
        found["a_pays_monthly_cents"] = Sum(payments, GuidelineParty.ParentA);
        found["b_pays_monthly_cents"] = Sum(payments, GuidelineParty.ParentB);
        found["payments"] = string.Join("; ", payments.Select(PartyWords.Sentence));
        found["findings"] = List(value["findings"], f => Plain(f["code"]));
        found["to_confirm"] = List(value["to_confirm"], c => Plain(c["parameter"]));
        return found;
    }

    /// <summary>Who pays whom in the end; in New York an amount that is ordered or agreed stands in the place of basic support.</summary>
    public static IReadOnlyList<GuidelinePayment> Payments(JsonNode value)
    {
        var payments = Read(value["payments"] ?? value["support"]?["payments"]);
        return value["ordered"]?.Deserialize<GuidelinePayment>(LawJson.Options) is { } other ? [.. payments.Select(p => p.Kind == PaymentKind.Cash ? other : p)] : payments;
    }

    private static IReadOnlyList<GuidelinePayment> Read(JsonNode? payments) => payments.Deserialize<IReadOnlyList<GuidelinePayment>>(LawJson.Options) ?? [];

    private static Dictionary<string, string> Oregon(JsonNode value)
    {
        var presumed = value["presumed"]!;
        return new()
        {
            ["presumed_a_cents"] = Plain(presumed[0]!["total_cents"]), ["presumed_b_cents"] = Plain(presumed[1]!["total_cents"]),
            ["coverage"] = List(value["coverage"], Plain),
        };
    }

    private static Dictionary<string, string> NewYork(JsonNode value)
    {
        var obligations = value["support"]!["obligations"]!.AsArray();
        return new()
        {
            ["decision_needed"] = Plain(value["decision_needed"]), ["combined_income_cents"] = Plain(value["combined_income_cents"]), ["cap_cents"] = Plain(value["cap_cents"]),
            ["basic_a_yearly_cents"] = Basic("parent_a"), ["basic_b_yearly_cents"] = Basic("parent_b"), ["cash_medical_maximum_cents"] = Plain(value["cash_medical_maximum_cents"]),
        };

        string Basic(string parent) => Plain(obligations.FirstOrDefault(o => Plain(o!["parent"]) == parent)?["basic_cents"]);
    }

    private static string Sum(IReadOnlyList<GuidelinePayment> payments, GuidelineParty from) =>
        payments.Where(p => p.From == from).Aggregate(Money.Zero, (sum, p) => sum + p.Amount).Cents.ToString(CultureInfo.InvariantCulture);

    private static string List(JsonNode? items, Func<JsonNode, string> word) => string.Join("; ", items?.AsArray().Select(i => word(i!)) ?? []);

    private static string Plain(JsonNode? node) => node is null ? "" : node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
}
