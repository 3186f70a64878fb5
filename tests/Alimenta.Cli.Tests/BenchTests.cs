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
}
