using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alimenta.Bench;

/// <summary>A report for a program: every goal with its bounds, its figure, both sides and all measurements.</summary>
public static class JsonReport
{
    /// <summary>Makes it.</summary>
    public static JsonObject Of(BenchReport report) => new()
    {
        ["ok"] = report.Ok,
        ["at"] = report.At,
        ["machine"] = JsonSerializer.SerializeToNode(report.Machine, Options),
        ["server"] = report.Server,
        ["cases"] = report.Settings.Cases,
        ["rounds"] = report.Settings.Rounds,
        ["legs"] = new JsonArray([.. report.Legs.Select(l => (JsonNode)new JsonObject { ["leg"] = l.Leg, ["seconds"] = Math.Round(l.Seconds, 2), ["failure"] = l.Failure })]),
        ["goals"] = new JsonArray([.. report.Results.Select(r => (JsonNode)Of(r))]),
    };

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private static JsonObject Of(Result result) => new()
    {
        ["goal"] = result.Goal.Id,
        ["sentence"] = result.Goal.Sentence,
        ["unit"] = result.Goal.Unit,
        ["better"] = result.Goal.Better == Better.High ? "high" : "low",
        ["floor"] = result.Goal.Floor,
        ["aim"] = result.Goal.Aim,
        ["verdict"] = BenchReport.Words(result.Verdict) is { Length: > 0 } words ? words : null,
        ["figure"] = Of(result.Figure),
        ["ours"] = result.Yardstick is null ? null : Of(result.Ours),
        ["ours_unit"] = result.Goal.OursUnit is { Length: > 0 } unit ? unit : null,
        ["yardstick_name"] = result.Goal.Yardstick is { Length: > 0 } name ? name : null,
        ["yardstick"] = result.Yardstick is { } yardstick ? Of(yardstick) : null,
        ["samples"] = new JsonArray([.. result.Samples.Select(s => (JsonNode)new JsonObject { ["figure"] = Rounded(s.Figure), ["ours"] = Rounded(s.Ours), ["yardstick"] = s.Yardstick is { } y ? Rounded(y) : null })]),
    };

    private static JsonObject Of(Spread spread) => new() { ["median"] = Rounded(spread.Median), ["least"] = Rounded(spread.Least), ["most"] = Rounded(spread.Most) };

    private static double Rounded(double value) => Math.Round(value, 4);
}
