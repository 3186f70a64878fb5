using Alimenta.Law;
using Alimenta.Nemesis;
using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>A storm over the real processes: nothing acknowledged is lost, and the ledger is that of the calm. And: what lies is found out.</summary>
public sealed class SimulateTests
{
    private static ProgramFile Real => new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "alimenta.dll")]);

    [Fact]
    public async Task A_county_comes_through_a_storm_with_the_ledger_of_the_calm()
    {
        var said = await Cli.JsonAsync("simulate", "--days", "2", "--cases", "12", "--first", "3");

        Assert.True((bool)said["ok"]!);
        var storm = Assert.Single(said["storms"]!.AsArray())!;
        Assert.Equal((string)storm["calm_hash"]!, (string)storm["ledger_hash"]!);
        Assert.True((int)said["faults"]! > 0);
        Assert.True((int)storm["acknowledged"]! >= 2);
    }

    [Fact]
    public async Task A_program_that_says_posted_and_posts_nothing_is_found_out()
    {
        var liar = Cli.NewFile(".sh");
        await File.WriteAllTextAsync(liar, $"#!/bin/sh\nif [ \"$1\" = receive ]; then echo '{{\"status\":\"posted\"}}'; exit 0; fi\nexec {Real.File} {Real.Before[0]} \"$@\"\n", TestContext.Current.CancellationToken);

        var report = await StormAsync(new("sh", [liar]), []);

        Assert.False(report.Ok);
        Assert.Contains(report.Broken, b => b.Step == "history" && b.What.Contains("posted 0 times", StringComparison.Ordinal));
        Assert.NotEqual(report.CalmHash, report.LedgerHash);
    }

    [Theory]
    [InlineData("--faults", "thunder", "R-FAULT-UNKNOWN")]
    [InlineData("--days", "0", "R-SIMULATE-DAYS")]
    [InlineData("--cases", "3", "R-SIMULATE-CASES")]
    public async Task What_cannot_be_simulated_is_refused(string option, string value, string code)
    {
        var said = await Cli.RunAsync("simulate", option, value, "--json");
        Assert.Equal((1, code), (said.Code, (string)said.Json["code"]!));
    }

    private static async Task<StormReport> StormAsync(ProgramFile program, IReadOnlyList<Fault> faults)
    {
        var folder = Directory.CreateTempSubdirectory("alimenta-storm");
        try
        {
            return await Storm.LiveAsync(new(5, 1, 12, faults), program, LawStore.BuiltIn, folder.FullName, null, TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
