using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

/// <summary>Support determinations over the interface: begun, filled, read and completed; what is wrong is told by its code and nothing is decided.</summary>
public sealed class DeterminationApiTests
{
    [Fact]
    public async Task Begun_filled_read_and_completed()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var api = await Api.OfAsync(server, Roles.CaseManager);
        var home = $"/cases/{guide.Rich}/determinations";
        Assert.Equal(0, (await api.GetAsync(home)).GetArrayLength());
        object start = new { state = "or", law_date = "2026-11-20", purpose = "modify" };
        var begun = await api.PostAsync(home, start, "begin-0001");
        Assert.False(begun.GetProperty("calculated").GetBoolean());
        Assert.Contains(begun.GetProperty("problems").EnumerateArray(), p => p.GetProperty("code").GetString() == "L-FACT-MISSING");
        Assert.Equal(1, (await api.PostAsync(home, start, "begin-0001")).GetProperty("number").GetInt32());

        object facts = new { parent_a = new { income_cents = 550000, overnights_hundredths = 8000 }, parent_b = new { income_cents = 350000, overnights_hundredths = 28500 }, minor_children = 1 };
        Assert.True((await api.PostAsync($"{home}/1/scenarios/1", new { name = "As sent", facts })).GetProperty("calculated").GetBoolean());
        var read = await api.GetAsync($"{home}/1");
        var scenario = read.GetProperty("scenarios")[0];
        Assert.Equal(("draft", 550000L), (read.GetProperty("status").GetString(), scenario.GetProperty("facts").GetProperty("parent_a").GetProperty("income_cents").GetInt64()));
        Assert.NotEqual(0, scenario.GetProperty("value").GetProperty("lines").GetArrayLength());
        Assert.Equal("R-SUPPORT-EVIDENCE", (await api.RefusedAsync($"{home}/1/complete", new { }, 422, "R-SUPPORT-EVIDENCE")).GetProperty("code").GetString());

        await api.RefusedAsync($"{home}/1/scenarios/1", new { name = "x", facts = new { parent_a = new { income = 1 } } }, 422, "L-FACT-UNKNOWN");
        await api.RefusedAsync($"{home}/1/scenarios/1", new { name = "x", facts = new { parent_a = new { income_cents = "much" } } }, 422, "L-FACT-TYPE");
        await api.RefusedAsync($"{home}/1/scenarios/1", new { name = "x", facts, version = 0 }, 422, "R-CHANGED-MEANWHILE");
        await api.RefusedAsync($"{home}/1/scenarios/2", new { name = "x", facts }, 422, "R-SCENARIO-UNKNOWN");
        await api.RefusedAsync($"{home}/9", 404, "R-SUPPORT-UNKNOWN");
        await api.RefusedAsync(home, new { state = "wa", law_date = "2026-11-20", purpose = "modify" }, 422, "L-GUIDELINE-STATE");
        await api.RefusedAsync(home, start, 400, "W-KEY", "");

        // No incomes, nothing to prove: it can be completed, and then nothing in it changes.
        var second = await api.PostAsync(home, new { state = "or", law_date = "2026-11-20", purpose = "review", facts = new { parent_a = new { income_cents = 0, overnights_hundredths = 0 }, parent_b = new { income_cents = 0, overnights_hundredths = 36500 }, minor_children = 1 } });
        Assert.True(second.GetProperty("calculated").GetBoolean());
        await api.PostAsync($"{home}/2/complete", new { });
        Assert.Equal("completed", (await api.GetAsync($"{home}/2")).GetProperty("status").GetString());
        await api.RefusedAsync($"{home}/2/scenarios/1", new { name = "x", facts }, 422, "R-SUPPORT-NOT-DRAFT");
        Assert.Equal(2, (await api.GetAsync(home)).GetArrayLength());

        var auditor = await Api.OfAsync(server, Roles.Auditor);
        Assert.Equal(2, (await auditor.GetAsync(home)).GetArrayLength());
        await auditor.RefusedAsync(home, start, 403, "W-FORBIDDEN");
    }
}
