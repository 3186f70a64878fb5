using Alimenta.Law;
using Alimenta.Nemesis;
using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>A storm over the real processes: nothing acknowledged is lost, and the ledger is that of the calm. And: what lies is found out.</summary>
public sealed class SimulateTests(Lived lived)
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
        Assert.True((int)storm["written"]! > 0);
        Assert.True((int)storm["pages_read"]! > 0);
    }

    [Fact]
    public async Task A_part_is_taken_over_from_who_sleeps_past_his_lease_and_his_commit_is_refused()
    {
        var said = await Cli.JsonAsync("simulate", "--days", "1", "--cases", "20", "--first", "1", "--faults", "sleep-past-lease");

        Assert.True((bool)said["ok"]!);
        Assert.True((int)said["parts"]! > 10);
        Assert.True((int)said["parts_taken_over"]! > 0);
        Assert.True((int)said["commits_fenced"]! > 0);
    }

    [Fact]
    public async Task A_commit_is_refused_only_where_its_part_was_taken_over()
    {
        var report = await StormAsync(Real, []);

        Assert.True(report.Ok, string.Join("; ", report.Broken));
        Assert.True(report.Parts > 0);
        // Without a fault nothing is, unless the machine is so busy that a process stands still for as long as a lease.
        Assert.True(report.CommitsFenced <= report.PartsTakenOver, $"{report.PartsTakenOver} parts were taken over, {report.CommitsFenced} commits refused");
    }

    [Fact]
    public async Task The_same_weeks_give_the_same_ledger_with_one_two_and_four_workers_and_on_both_engines()
    {
        var said = await Cli.JsonAsync("simulate", "--workers", "1,2,4", "--days", "10", "--cases", "12", "--first", "6");

        var made = said["made"]!.AsArray();
        Assert.Equal(["postgres 1", "postgres 2", "postgres 4", "sqlite 1"], made.Select(m => $"{m!["engine"]} {m["workers"]}"));
        Assert.Single(made.Select(m => (string)m!["ledger_hash"]!).Distinct());
        Assert.Single(made.Select(m => (string)m!["files_hash"]!).Distinct());
        Assert.All(made, m => Assert.Empty(m!["faults"]!.AsArray()));
        Assert.True((bool)said["ok"]!);
    }

    [Fact]
    public async Task Only_a_simulation_may_have_a_clock_that_is_off()
    {
        var said = await Cli.RunAsync(new Dictionary<string, string> { [SimulatedClock.Variable] = "86400" }, "batch", "open", "2026-11-23", "--database", lived.Database, "--json");

        Assert.Equal((1, "R-CLOCK-SIMULATED"), (said.Code, (string)said.Json["code"]!));
    }

    [Fact]
    public async Task A_log_that_takes_no_more_stops_no_work()
    {
        var database = Cli.NewFile(".db");
        await Cli.JsonAsync("demo", "--cases", "5", "--no-serve", "--database", database);
        await Cli.JsonAsync("batch", "open", "2026-11-23", "--database", database);
        using var program = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>/dev/full", "sh", Real.File, .. Real.Before, "batch", "accrual", "--database", database]))!;
        await program.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, program.ExitCode);
        var run = (await Cli.JsonAsync("batch", "status", "--database", database))["runs"]!.AsArray().Single(r => (string)r!["key"]! == "accrual:2026-11-23");
        Assert.Equal("done", (string)run!["status"]!);
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

    [Fact]
    public async Task A_server_whose_processes_are_killed_recovers_and_nothing_is_lost()
    {
        var said = await Cli.JsonAsync("simulate", "--days", "1", "--cases", "12", "--first", "2", "--faults", "kill-server,kill-backend");

        Assert.True((bool)said["ok"]!, said.ToJsonString());
        Assert.True((int)said["faults"]! > 1);
    }

    [Fact]
    public async Task What_stops_the_storm_itself_is_told_with_seed_and_step()
    {
        var report = await StormAsync(new("/nowhere/alimenta", []), []);

        Assert.False(report.Ok);
        var broken = Assert.Single(report.Broken);
        Assert.Equal((5, "begin"), (broken.Seed, broken.Step));
        Assert.Contains("the storm could not go on", broken.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--faults", "thunder", "R-FAULT-UNKNOWN")]
    [InlineData("--workers", "1,many", "R-SIMULATE-WORKERS")]
    public async Task What_cannot_be_simulated_is_refused(string option, string value, string code)
    {
        var said = await Cli.RunAsync("simulate", option, value, "--json");
        Assert.Equal((1, code), (said.Code, (string)said.Json["code"]!));
    }

    private static async Task<StormReport> StormAsync(ProgramFile program, IReadOnlyList<Fault> faults, long seed = 5, int days = 1)
    {
        var folder = Directory.CreateTempSubdirectory("alimenta-storm");
        try
        {
            return await Storm.LiveAsync(new(seed, days, 12, faults), program, LawStore.BuiltIn, folder.FullName, null, TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
