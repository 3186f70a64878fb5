using System.Globalization;
using System.Text;
using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>An agency loads its schedule: nothing of a faulty one is taken, a whole one is used, and it is not put in the place of another unasked.</summary>
public sealed class ImportScheduleTests
{
    private const string Facts = """
        { "children": [ { "name": "C", "born": "2018-04-02", "care": "parent_b" } ],
          "parent_a": { "stated_net": { "monthly_cents": 305000, "source": "Test" } }, "parent_b": { "stated_net": { "monthly_cents": 200000, "source": "Test" } } }
        """;

    [Fact]
    public async Task A_whole_schedule_is_taken_and_used()
    {
        var (csv, facts, agency) = (Cli.NewFile(".csv"), Cli.NewFile(".json"), Cli.NewFile(""));
        await File.WriteAllTextAsync(csv, Whole());
        await File.WriteAllTextAsync(facts, Facts);
        string[] ask = ["law", "eval", "ia/guideline", "--as-of", "2026-06-01", "--policy", "us-ia", "--facts", facts];
        string[] load = ["law", "import-schedule", csv, "--from", "2026-01-01", "--source", "Made up for a test", "--agency", agency];

        var without = await Cli.RunAsync([.. ask, "--json"]);
        Assert.Equal((1, "L-IA-SCHEDULE-ROW"), (without.Code, (string)without.Json["refusals"]![0]!["code"]!));

        var loaded = await Cli.JsonAsync(load);
        Assert.Equal(592, (int)loaded["rows"]!);
        Assert.NotEmpty(loaded["differences"]!.AsArray());
        var with = await Cli.JsonAsync([.. ask, "--agency", agency]);
        Assert.Equal(61_000, (long)with["value"]!["guideline_amount_cents"]!); // a fifth of 5,050, and 3,050 / 5,050 of that
        Assert.Contains(with["value"]!["to_confirm"]!.AsArray(), c => (string)c!["parameter"]! == "agency/policy/guidelines/ia-schedule");

        var again = await Cli.RunAsync([.. load, "--json"]);
        Assert.Equal((1, "R-SCHEDULE-THERE"), (again.Code, (string)again.Json["code"]!));
        await Cli.JsonAsync([.. load, "--force", "--compared"]);
        var compared = await Cli.JsonAsync([.. ask, "--agency", agency]);
        Assert.DoesNotContain(compared["value"]!["to_confirm"]!.AsArray(), c => (string)c!["parameter"]! == "agency/policy/guidelines/ia-schedule");

        await File.WriteAllTextAsync(Path.Combine(agency, "policy", "odd.jsonc"), "{ }");
        var odd = await Cli.RunAsync([.. ask, "--agency", agency, "--json"]);
        Assert.Equal((1, "R-AGENCY-LAW"), (odd.Code, (string)odd.Json["code"]!));
        Directory.Delete(agency, recursive: true);
        foreach (var file in (string[])[csv, facts]) File.Delete(file);
    }

    [Fact]
    public async Task Nothing_of_a_faulty_schedule_is_taken()
    {
        var (csv, agency) = (Cli.NewFile(".csv"), Cli.NewFile(""));
        await File.WriteAllTextAsync(csv, Whole().Replace("\n5050,1010,", "\n5050,10,", StringComparison.Ordinal));
        var said = await Cli.RunAsync("law", "import-schedule", csv, "--from", "2026-01-01", "--source", "Test", "--agency", agency, "--json");
        Assert.Equal((1, "R-SCHEDULE-FAULTS"), (said.Code, (string)said.Json["code"]!));
        Assert.Contains($"{csv}:95:1  The amount in column 2 falls from $1,000.00 to $10.00", (string)said.Json["what"]!, StringComparison.Ordinal);
        Assert.False(Directory.Exists(agency));

        var nameless = await Cli.RunAsync("law", "import-schedule", csv, "--from", "2026-01-01", "--source", " ", "--agency", agency, "--json");
        Assert.Equal("R-SCHEDULE-SOURCE", (string)nameless.Json["code"]!);
        var early = await Cli.RunAsync("law", "import-schedule", csv, "--from", "2025-12-31", "--source", "Test", "--agency", agency, "--json");
        Assert.Equal("L-NOT-COVERED", (string)early.Json["code"]!);
        File.Delete(csv);
    }

    /// <summary>Made-up figures in all rows of a whole schedule: a fifth of the income.</summary>
    private static string Whole()
    {
        var text = new StringBuilder("# made up\nincome_up_to,one,two,three,four,five\n");
        for (var bound = 100; bound <= 30000; bound += bound < 800 ? 100 : 50)
            text.Append(CultureInfo.InvariantCulture, $"{bound},{Math.Max(100, bound / 5)},{Math.Max(100, bound / 4)},{Math.Max(100, bound / 3)},{Math.Max(100, bound / 3)},{Math.Max(100, bound / 3)}\n");
        return text.ToString();
    }
}
