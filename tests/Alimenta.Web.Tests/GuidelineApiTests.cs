using System.Text.Json;
using System.Text.Json.Nodes;
using Alimenta.Law.Rules;
using Alimenta.Office.Access;

namespace Alimenta.Web.Tests;

/// <summary>POST /guidelines/{state}: many families at once, each answered by a value or by what is wrong with it.</summary>
public sealed class GuidelineApiTests
{
    private static LawCase Example(string state) => LawCases.BuiltIn().First(c => c.Rule == $"{state}/guideline" && c.Refusal.Length == 0);

    private static object Item(LawCase one) => new { as_of = Days.Iso(one.AsOf), facts = one.Facts };

    [Theory]
    [InlineData("or")]
    [InlineData("ny")]
    [InlineData("ia")]
    public async Task Each_state_answers_as_its_rule_does(string state)
    {
        await using var server = await Server.StartAsync();
        var api = await Api.OfAsync(server, Roles.CaseManager);
        var one = Example(state);
        var asked = RuleCatalog.BuiltIn.Eval(one.Rule, one.AsOf, one.Policy, one.Facts.ToJsonString()).Answer!;
        var short_ = await api.PostAsync($"/guidelines/{state}", new { items = new[] { Item(one) } }, "");
        var answer = short_.GetProperty("items")[0];
        Assert.Equal((state, one.Rule, asked.LawVersion), (short_.GetProperty("state").GetString(), short_.GetProperty("rule").GetString(), short_.GetProperty("law_version").GetString()));
        Assert.True(JsonNode.DeepEquals(asked.Value, JsonNode.Parse(answer.GetProperty("value").GetRawText())));
        Assert.False(answer.TryGetProperty("explanation", out _) || answer.TryGetProperty("problems", out _));

        var told = await api.PostAsync($"/guidelines/{state}", new { items = new[] { Item(one) }, explain = true }, "");
        Assert.True(JsonNode.DeepEquals(ExplanationView.ToJson(asked.Why), JsonNode.Parse(told.GetProperty("items")[0].GetProperty("explanation").GetRawText())));
    }

    [Fact]
    public async Task What_is_wrong_with_one_family_stops_no_other()
    {
        await using var server = await Server.StartAsync();
        var api = await Api.OfAsync(server, Roles.CaseManager);
        var good = Item(Example("or"));
        object?[] items =
        [
            good,
            new { as_of = "2026-07-01", facts = new { parent_a = new { income_cents = "much" }, parent_b = new { income_cents = -1 } } },
            new { as_of = "yesterday", facts = new { } },
            new { facts = new { } },
            new { as_of = "2026-07-01" },
            new { as_of = "1990-01-01", facts = Example("or").Facts },
            new { as_of = "2026-07-01", facts = new[] { 1 } },
            null,
            good,
        ];
        var answer = await api.PostAsync("/guidelines/or", new { items }, "");
        Assert.Equal((2, 7), (answer.GetProperty("calculated").GetInt32(), answer.GetProperty("refused").GetInt32()));
        var answers = answer.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(Enumerable.Range(0, items.Length), answers.Select(a => a.GetProperty("index").GetInt32()));
        string[][] wanted =
        [
            [], ["L-FACT-TYPE parent_a.income_cents", "L-FACT-NEGATIVE parent_b.income_cents", "L-FACT-MISSING minor_children"],
            ["L-AS-OF as_of"], ["L-AS-OF as_of"], ["L-FACT-MISSING facts"], ["L-NOT-COVERED "], ["L-FACT-TYPE "], ["L-AS-OF as_of", "L-FACT-MISSING facts"], [],
        ];
        Assert.Equal(wanted, answers.Select(Codes));
        Assert.All(answers, a => Assert.True(a.TryGetProperty("value", out _) != a.TryGetProperty("problems", out _)));
        Assert.Equal(answers[0].GetProperty("value").GetRawText(), answers[^1].GetProperty("value").GetRawText());
        Assert.All(answers[1].GetProperty("problems").EnumerateArray(), p => Assert.True(p.GetProperty("what").GetString() is { Length: > 0 } && p.GetProperty("remedy").GetString() is { Length: > 0 }));

        static string[] Codes(JsonElement a) => a.TryGetProperty("problems", out var problems)
            ? [.. problems.EnumerateArray().Select(p => $"{p.GetProperty("code").GetString()} {p.GetProperty("field").GetString()}")] : [];
    }

    [Fact]
    public async Task A_batch_has_1_to_1000_items()
    {
        await using var server = await Server.StartAsync();
        var api = await Api.OfAsync(server, Roles.CaseManager);
        var good = Item(Example("ny"));
        await api.RefusedAsync("/guidelines/ny", new { items = Array.Empty<object>() }, 422, "W-BATCH-SIZE", "");
        await api.RefusedAsync("/guidelines/ny", new { items = Enumerable.Repeat(good, 1001) }, 422, "W-BATCH-SIZE", "");
        await api.RefusedAsync("/guidelines/ny", new { }, 400, "W-BAD-REQUEST", "");
        await api.RefusedAsync("/guidelines/ny", new { items = new[] { good }, surprise = 1 }, 400, "W-BAD-REQUEST", "");
        Assert.Equal(1000, (await api.PostAsync("/guidelines/ny", new { items = Enumerable.Repeat(good, 1000) }, "")).GetProperty("calculated").GetInt32());
    }

    [Fact]
    public async Task What_is_no_JSON_has_the_code_that_the_command_line_gives_and_its_place()
    {
        await using var server = await Server.StartAsync();
        using var client = await server.ProgramAsync(Roles.CaseManager);
        using var body = new StringContent("""{"items":[{"as_of":"2026-07-01","facts":{"minor_children":NaN}}]}""", System.Text.Encoding.UTF8, "application/json");
        var answer = await client.PostAsync("/api/v1/guidelines/or", body, TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        foreach (var part in (string[])["\"code\":\"L-FACT-JSON\"", "line 1, character ", "NaN is no number of JSON"]) Assert.Contains(part, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tx")]
    [InlineData("OR")]
    public async Task A_state_without_a_guideline_is_404(string state)
    {
        await using var server = await Server.StartAsync();
        var api = await Api.OfAsync(server, Roles.CaseManager);
        await api.RefusedAsync($"/guidelines/{state}", new { items = new[] { Item(Example("or")) } }, 404, "L-GUIDELINE-STATE", "");
    }
}
