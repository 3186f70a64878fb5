using System.Xml.Linq;
using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>The measurements: what is timed, with no bound on how fast.</summary>
public sealed class BenchTests
{
    [Fact]
    public async Task The_guidelines_of_all_states_are_timed()
    {
        var rows = (await Cli.JsonAsync("bench", "--guidelines", "--orders", "2500"))["results"]!.AsArray();
        foreach (var state in (string[])["Oregon", "New York", "Iowa"])
        {
            var own = rows.Where(r => ((string)r!["name"]!).StartsWith(state + ",", StringComparison.Ordinal)).ToList();
            Assert.Equal(4, own.Count);
            Assert.All(own, r => Assert.True((double)r!["per_second"]! > 0));
            Assert.Contains(own, r => ((string)r!["name"]!).Contains("2,500 orders", StringComparison.Ordinal) && (double)r["seconds"]! >= 0);
        }
    }

    [Fact]
    public async Task Every_goal_is_measured_beside_its_yardstick_and_reported()
    {
        var folder = Path.Combine(TestFolder.Path, "bench");
        var said = await Cli.JsonAsync("bench", "--scale", "--cases", "200", "--rounds", "1", "--folder", folder);
        var goals = said["goals"]!.AsArray();
        foreach (var id in (string[])["P1", "P7", "P10 p50", "P10 p99", "P12"])
        {
            var goal = Assert.Single(goals, g => (string)g!["goal"]! == id)!;
            Assert.True((double)goal["figure"]!["median"]! > 0, id);
            Assert.Contains((string)goal["verdict"]!, (string[])["met", "floor met", "short"]);
            Assert.True(goal["yardstick_name"] is null || (double)goal["yardstick"]!["median"]! > 0, id);
        }

        Assert.All(goals, g => Assert.NotEmpty(g!["samples"]!.AsArray()));
        var report = (string)said["report"]!;
        var text = await File.ReadAllTextAsync(report);
        Assert.All(goals, g => Assert.Contains($"| {(string)g!["goal"]!} |", text, StringComparison.Ordinal));
        foreach (var leg in said["legs"]!.AsArray())
            Assert.Equal("svg", XDocument.Load(Path.Combine(Path.GetDirectoryName(report)!, $"{((string)leg!["leg"]!).ToLowerInvariant()}.svg")).Root!.Name.LocalName);

        // The caseload of the first run serves the second.
        var again = await Cli.JsonAsync("bench", "--legs", "p7", "--cases", "200", "--folder", folder);
        Assert.Equal(["P7"], again["legs"]!.AsArray().Select(l => (string)l!["leg"]!));
    }

    [Fact]
    public async Task A_leg_that_is_not_there_is_refused_with_those_that_are()
    {
        var said = await Cli.RunAsync("bench", "--legs", "P1,P2");
        Assert.Equal(2, said.Code);
        Assert.Contains("There is no leg P2. There are: ", said.Error, StringComparison.Ordinal);
    }
}
