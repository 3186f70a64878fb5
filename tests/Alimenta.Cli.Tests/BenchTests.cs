using System.Xml.Linq;
using Alimenta.Bench;
using Alimenta.Law;
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
        var said = await Cli.JsonAsync("bench", "--cases", "200", "--rounds", "1", "--kills", "1", "--records", "100", "--caseworkers", "2", "--seconds", "1", "--orders", "2000", "--folder", folder);
        Assert.True((bool)said["ok"]!);
        Assert.All(said["legs"]!.AsArray(), l => Assert.Null(l!["failure"]));
        var goals = said["goals"]!.AsArray();
        string[] judged = ["P1", "P3", "P5", "P6 steady", "P6 checkpoint", "P7", "P8", "P10 p50", "P10 p99", "P12", "P13", "P14", "P15", "P18 case", "P18 worklist", "P18 search"];
        foreach (var id in judged)
        {
            var goal = Assert.Single(goals, g => (string)g!["goal"]! == id)!;
            Assert.Contains((string)goal["verdict"]!, (string[])["met", "floor met", "short"]);
            Assert.Equal(goal["yardstick_name"] is null, goal["yardstick"] is null);
            // A difference of two times may be nothing where little is timed.
            if (id != "P8") Assert.True((double)goal["figure"]!["median"]! > 0, id);
            Assert.True(goal["yardstick"] is null || (double)goal["yardstick"]!["median"]! > 0, id);
        }

        // What must be nothing is nothing, on any machine.
        foreach (var id in (string[])["P15 differences", "P16 receipts", "P16 balances", "plans", "plans runs"]) Assert.Equal((id, 0.0), (id, (double)goals.Single(g => (string)g!["goal"]! == id)!["figure"]!["median"]!));
        foreach (var id in (string[])["P1 rate", "P14 rate", "load p95", "load pages", "load payments", "guidelines or", "memory", "memory rate"]) Assert.True((double)goals.Single(g => (string)g!["goal"]! == id)!["figure"]!["median"]! > 0, id);
        Assert.True((double)goals.Single(g => (string)g!["goal"]! == "plans opened")!["figure"]!["median"]! > 200);
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
    public async Task The_money_road_is_timed_on_a_small_county_without_a_server()
    {
        var rows = (await Cli.JsonAsync("bench", "--road", "--cases", "20"))["results"]!.AsArray();
        Assert.Equal(["county with two years of history", "play of whole histories", "reading of a payment file", "proof of the books"], rows.Select(r => (string)r!["name"]!));
        Assert.All(rows, r => Assert.True((double)r!["per_second"]! > 0));
    }

    [Fact]
    public void What_must_not_be_fails_once_it_is_there_in_one_round_and_what_is_slow_is_only_short()
    {
        var none = new Goal("P15 differences", "differences", "differences", Better.Low, 0, 0);
        var speed = new Goal("P15", "replay", "lines/s", Better.High, 2, 4);
        BenchReport Report(params Result[] results) => new(default, Machine.This(), "", new("", 1), [new("P15", 1, results)]);
        Result Of(Goal goal, params double[] figures) => Result.Of([.. figures.Select(f => Sample.Of(goal, f))]);

        Assert.True(Report(Of(none, 0, 0, 0), Of(speed, 1)).Ok);
        Assert.Equal(["Short of their floor: P15."], Report(Of(none, 0), Of(speed, 1)).Sentences());
        var found = Report(Of(none, 0, 2, 0), Of(speed, 5));
        Assert.False(found.Ok);
        Assert.Equal(["FAILED  P15 differences: 2 differences where there must be none (differences)."], found.Sentences());
        Assert.False(new BenchReport(default, Machine.This(), "", new("", 1), [new("P15", 1, [], "it broke")]).Ok);
    }

    [Fact]
    public async Task A_page_that_goes_over_a_big_table_is_found_and_the_command_fails()
    {
        var folder = Path.Combine(TestFolder.Path, "planted");
        using (var server = BenchServer.Start(folder))
        {
            var office = await BenchOffice.OpenAsync(server, new(200), LawStore.BuiltIn, new Progress<string>(), TestContext.Current.CancellationToken);
            // Without it the entries of a case are looked for in the whole journal. With it no page of this caseload reads as many rows as are allowed below.
            office.Execute("drop index ix_journal_entry_circle_id");
        }

        var said = await Cli.RunAsync("bench", "--legs", "plans", "--cases", "200", "--big", "3000", "--folder", folder);

        Assert.Equal(1, said.Code);
        Assert.Matches("plans: /cases/[^ ]+ as [^ ]+ reads [0-9,]+ rows of journal_entry \\(Seq Scan\\)", said.Error);
        Assert.Contains("FAILED  plans: ", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leg_that_is_not_there_is_refused_with_those_that_are()
    {
        var said = await Cli.RunAsync("bench", "--legs", "P1,P2");
        Assert.Equal(2, said.Code);
        Assert.Contains("There is no leg P2. There are: ", said.Error, StringComparison.Ordinal);
    }
}
