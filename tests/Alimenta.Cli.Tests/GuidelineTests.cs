using System.Text.Json.Nodes;
using Alimenta.Law.Rules;

namespace Alimenta.Cli.Tests;

/// <summary>alimenta guideline: a family as a worksheet, and what is wrong with its facts.</summary>
public sealed class GuidelineTests
{
    /// <summary>The first case of each state that is answered, as it stands beside the law.</summary>
    private static LawCase Example(string state) => LawCases.BuiltIn().First(c => c.Rule == $"{state}/guideline" && c.Refusal.Length == 0);

    private static async Task<Said> AskAsync(string state, string facts, params string[] words)
    {
        var file = Cli.NewFile(".json");
        await File.WriteAllTextAsync(file, facts);
        try
        {
            return await Cli.RunAsync(["guideline", state, "--facts", file, .. words]);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("or", "Oregon", "1a")]
    [InlineData("ny", "New York", "(b)(4)")]
    [InlineData("ia", "Iowa", "2-K")]
    public async Task Each_state_answers_in_words_and_in_json(string state, string name, string number)
    {
        var one = Example(state);
        var (facts, day) = (one.Facts.ToJsonString(), Days.Iso(one.AsOf));
        var said = await AskAsync(state, facts, "--as-of", day, "--explain");
        Assert.True(said.Code == 0, said.Error);
        Assert.Contains($"Child support guideline of {name}, law of {Days.Words(one.AsOf)}", said.Out, StringComparison.Ordinal);
        Assert.Contains($"\n{number} ", said.Out, StringComparison.Ordinal);
        Assert.Contains("\nPayments\n", said.Out, StringComparison.Ordinal);
        Assert.Contains("\nWhy\n", said.Out, StringComparison.Ordinal);

        var json = (await AskAsync(state, facts, "--as-of", day, "--json")).Json;
        var asked = RuleCatalog.BuiltIn.Eval(one.Rule, one.AsOf, one.Policy, facts).Answer!;
        Assert.True(JsonNode.DeepEquals(asked.Value, json["value"]));
        Assert.False(json.ContainsKey("explanation"));
        // Every line, every finding and every figure to be confirmed can be read in the words too.
        var words = string.Join(' ', said.Out.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var line in asked.Value["lines"]!.AsArray()) Assert.Contains((string)line!["text"]!, words, StringComparison.Ordinal);
        foreach (var finding in asked.Value["findings"]!.AsArray()) Assert.Contains((string)finding!["says"]!, words, StringComparison.Ordinal);
        foreach (var open in asked.Value["to_confirm"]!.AsArray()) Assert.Contains((string)open!["parameter"]!, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_worksheet_has_a_column_for_each_party_and_says_who_pays()
    {
        var said = await AskAsync("or", """{ "parent_a": { "income_cents": 300000 }, "parent_b": { "income_cents": 250000 }, "minor_children": 1, "caretaker": { "overnights_hundredths": 36500 } }""", "--as-of", "2026-07-01");
        Assert.Equal(0, said.Code);
        Assert.Matches(@"\nLine +Parent A +Parent B +Caretaker +All\n1a +Income +3000 +2500\n", said.Out.Replace("$", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace(".00", "", StringComparison.Ordinal));
        Assert.Contains("Parent A pays the caretaker $448.00 a month, cash support.", said.Out, StringComparison.Ordinal);
        Assert.Contains("Parent B pays the caretaker $374.00 a month, cash support.", said.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\nWhy\n", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_fault_of_the_facts_is_told()
    {
        const string Bad = """{ "parent_a": { "income_cents": "much" }, "parent_b": { }, "minor_children": -1 }""";
        var said = await AskAsync("or", Bad, "--as-of", "2026-07-01", "--json");
        Assert.Equal((1, "L-FACT-TYPE", "parent_a.income_cents"), (said.Code, (string)said.Json["code"]!, (string)said.Json["field"]!));
        Assert.Equal(["L-FACT-TYPE", "L-FACT-MISSING", "L-FACT-NEGATIVE"], said.Json["refusals"]!.AsArray().Select(r => (string)r!["code"]!));
        var words = await AskAsync("or", Bad, "--as-of", "2026-07-01");
        Assert.Equal((1, "", 3), (words.Code, words.Out, words.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length));
    }

    [Fact]
    public async Task A_state_without_a_guideline_a_day_without_law_and_no_facts_are_refused()
    {
        Assert.Equal("L-GUIDELINE-STATE", (string)(await Cli.RunAsync("guideline", "tx", "--json")).Json["code"]!);
        Assert.Equal("L-FACT-JSON", (string)(await Cli.RunAsync("guideline", "or", "--json")).Json["code"]!);
        foreach (var half in (string[])["""{ "parent_a": { "income_cents": "\ud800" } }""", """{ "\udc00": 1 }""", """{ "coverage": "\ud800" }"""])
            Assert.Equal("L-FACT-JSON", (string)(await AskAsync("or", half, "--json")).Json["code"]!);
        var early = await AskAsync("or", Example("or").Facts.ToJsonString(), "--as-of", "1990-01-01", "--json");
        Assert.Equal((1, "L-NOT-COVERED"), (early.Code, (string)early.Json["code"]!));
    }
}
