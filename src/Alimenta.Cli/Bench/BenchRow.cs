using System.Globalization;
using System.Text.Json.Nodes;

namespace Alimenta.Cli.Bench;

/// <summary>One thing that was timed.</summary>
/// <param name="Name">What.</param>
/// <param name="PerSecond">How many a second.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Seconds">How long all of it took, where that is what one asks; else null.</param>
internal sealed record BenchRow(string Name, double PerSecond, string Unit, double? Seconds = null)
{
    /// <summary>As a line for people.</summary>
    public string ToLine() =>
        string.Create(CultureInfo.InvariantCulture, $"{Name,-52} {PerSecond,12:N0} {Unit} a second{(Seconds is { } all ? $", {all:N1} s in all" : "")}");

    /// <summary>As JSON.</summary>
    public JsonObject ToJson()
    {
        var row = new JsonObject { ["name"] = Name, ["per_second"] = Math.Round(PerSecond), ["unit"] = Unit };
        if (Seconds is { } all) row["seconds"] = Math.Round(all, 2);
        return row;
    }
}
