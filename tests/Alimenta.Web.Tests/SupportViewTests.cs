using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

/// <summary>Support is calculated on a case: from what the case knows to an order, without scripts; what is wrong stays beside its field, and each role sees its part.</summary>
public sealed class SupportViewTests
{
    [Fact]
    public async Task From_the_case_to_an_order()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var home = $"/cases/{guide.Rich}/support";
        Assert.Contains("Support was never calculated here", await visitor.ReadAsync(home), StringComparison.Ordinal);
        var inputs = await visitor.DoneAsync(home, "start", [("state", "or"), ("purpose", "Modify"), .. Desk.Day("law-date", Desk.Today)]);
        Assert.Contains("record of the case", inputs, StringComparison.Ordinal);
        Assert.Contains("No result yet", inputs, StringComparison.Ordinal);

        var form = $"{home}/1/scenarios/1";
        var saved = await visitor.DoneAsync(form, "scenario", Typed(("minor_children", "1"), ("parent_a.income_cents", "5,500"), ("parent_b.income_cents", "3500.00"), ("parent_a.overnights_hundredths", "80"), ("parent_b.overnights_hundredths", "285")));
        Assert.Contains("Saved.", saved, StringComparison.Ordinal);
        Assert.Contains("no evidence yet", saved, StringComparison.Ordinal);
        await visitor.RefusedAsync($"{home}/1", "complete", "", "has no evidence", [("step", "complete"), .. Desk.Day("law-date", Desk.Today)]);

        foreach (var parent in new[] { "a", "b" })
        {
            var evidence = $"{form}/evidence?path=parent_{parent}.income_cents";
            await visitor.RefusedAsync(evidence, "evidence", "said-by", "Enter from whom", ("step", "record"), ("kind", "PayStub"), ("document", "Stub 7"));
            Assert.Contains("It is recorded how this is known.", await visitor.DoneAsync(evidence, "evidence", ("step", "record"), ("kind", "PayStub"), ("said-by", "Harlow Mills")), StringComparison.Ordinal);
        }

        var sheet = await visitor.ReadAsync($"{form}/worksheet");
        Assert.Contains("OAR 137-050-0720", sheet, StringComparison.Ordinal);
        Assert.Contains("Harlow Mills", await visitor.ReadAsync($"{form}/worksheet/paper"), StringComparison.Ordinal);
        Assert.Contains("9e", await visitor.ReadAsync($"{form}/worksheet.csv"), StringComparison.Ordinal);
        var json = JsonNode.Parse(await visitor.ReadAsync($"{form}/worksheet.json"))!;
        Assert.Equal(("or", 550_000L), (json["state"]!.GetValue<string>(), json["facts"]!["parent_a"]!["income_cents"]!.GetValue<long>()));
        Assert.NotEmpty(json["explanation"]!["steps"]!.AsArray());

        Assert.Contains("Nothing in it changes any more", await visitor.DoneAsync($"{home}/1", "complete", [("step", "complete"), .. Desk.Day("law-date", Desk.Today)]), StringComparison.Ordinal);
        await visitor.RefusedAsync($"{home}/1", "accept", "decided-by", "Enter who accepts it.", [("scenario", "1"), .. Desk.Day("begins", new(2026, 12, 1))]);
        var proposal = await visitor.DoneAsync($"{home}/1", "accept", [("scenario", "1"), ("decided-by", "Circuit Court"), .. Desk.Day("begins", new(2026, 12, 1))]);
        Assert.Contains("Cash support", proposal, StringComparison.Ordinal);
        var replaces = Regex.Matches(proposal, "name=\"replaces\"[^>]*value=\"(?<key>[^\"]+)\"").Select(m => ("replaces", m.Groups["key"].Value)).ToArray();
        Assert.NotEmpty(replaces);
        await visitor.RefusedAsync($"{home}/1/order", "enter", "docket", "Enter the number on the order.", [("tribunal", "Circuit Court"), .. Desk.Day("signed", Desk.Today)]);
        var entered = await visitor.DoneAsync($"{home}/1/order", "enter", [("tribunal", "Circuit Court"), ("docket", "26DR9001"), .. Desk.Day("signed", Desk.Today), .. replaces]);
        Assert.Contains("This became order 26DR9001", entered, StringComparison.Ordinal);
        Assert.Contains("26DR9001", await visitor.ReadAsync($"/cases/{guide.Rich}/orders"), StringComparison.Ordinal);
        Assert.Contains("26DR9001", await visitor.ReadAsync(home), StringComparison.Ordinal);
        Assert.Equal(1, server.Recorded("support.order"));
        Assert.NotEqual(0, server.Recorded("support.read"));

        // Another edition leaves this one as it is; today's rules are asked without touching anything.
        Assert.Contains("agree in every line", await visitor.ReadAsync($"{home}/1/today"), StringComparison.Ordinal);
        Assert.Contains("This is the new edition", await visitor.DoneAsync($"{home}/1", "edition", Desk.Day("law-date", Desk.Today)), StringComparison.Ordinal);
        Assert.Contains("an earlier edition", await visitor.ReadAsync($"{home}/1?edition=1"), StringComparison.Ordinal);
        Assert.Contains("set aside", await visitor.DoneAsync($"{home}/1", "aside", ("why", "not needed")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_parse_stays_with_its_message_and_is_kept()
    {
        await using var server = await Server.AtWorkAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var path = $"/cases/{guide.Rich}/support/2/scenarios/1";
        var page = await visitor.DoneAsync(path, "scenario", Typed(("parent_a.income_cents", "about <3,000>"), ("parent_b.income_cents", "-1"), ("minor_children", "1")));
        Assert.Contains("value=\"about <3,000>\"", page, StringComparison.Ordinal);
        Assert.Matches("id=\"scenario-parent_a.income_cents-error\"[^§]*?Actual gross income must be an amount", page);
        Assert.Matches("id=\"scenario-parent_b.income_cents-error\"[^§]*?is below 0", page);

        // What a script sends is answered by the page itself, drawn anew, without going anywhere; an older version of it is refused.
        var form = await visitor.FormAsync(path, "scenario");
        var auto = await visitor.PostAsync(path, [.. form, new("step", "autosave"), .. Typed(("parent_a.income_cents", "3,000"), ("parent_b.income_cents", "1"), ("minor_children", "1"), ("parent_b.overnights_hundredths", "365")).Select(t => KeyValuePair.Create(t.Field, t.Value))]);
        Assert.Equal(HttpStatusCode.OK, auto.StatusCode);
        Assert.Contains("Saved at", await auto.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var late = await visitor.PostAsync(path, [.. form, new("step", "autosave"), .. Typed(("parent_a.income_cents", "9,999")).Select(t => KeyValuePair.Create(t.Field, t.Value))]);
        var stale = await late.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Someone else changed this", stale, StringComparison.Ordinal);
        Assert.Contains("9,999", stale, StringComparison.Ordinal);
        Assert.Contains("value=\"3,000\"", await visitor.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Income_is_worked_out_shown_and_used()
    {
        await using var server = await Server.AtWorkAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var path = $"/cases/{guide.Rich}/support/2/scenarios/1/evidence?path=parent_a.income_cents";
        (string, string)[] stubs = [("source", "pay_stubs"), ("paid_every", "weekly"), ("stubs[0].paid", "11/13/2026"), ("stubs[0].gross_cents", "900"), ("stubs[1].paid", "11/6/2026"), ("stubs[1].gross_cents", "1,100"), ("said-by", "Harlow Mills")];
        await visitor.RefusedAsync(path, "evidence", "", "Gross must be an amount", [("step", "work"), .. stubs.Select(s => s.Item1 == "stubs[1].gross_cents" ? (s.Item1, "lots") : s)]);
        var shown = WebUtility.HtmlDecode(await (await visitor.SendAsync(path, "evidence", [("step", "work"), .. stubs])).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("$4,333.33 a month", shown, StringComparison.Ordinal);
        var used = await visitor.DoneAsync(path, "evidence", [("step", "use"), .. stubs]);
        Assert.Contains("value=\"4,333.33\"", used, StringComparison.Ordinal);
        Assert.Contains("pay stubs, Harlow Mills", used, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_only_reads_changes_nothing()
    {
        await using var server = await Server.AtWorkAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var home = $"/cases/{guide.Rich}/support";
        var auditor = await server.VisitAsync(Roles.Auditor);
        Assert.DoesNotContain("Start with what the case knows", await auditor.ReadAsync(home), StringComparison.Ordinal);
        Assert.DoesNotContain("Complete it", await auditor.ReadAsync($"{home}/2"), StringComparison.Ordinal);
        Assert.Contains("4,180.00", await auditor.ReadAsync($"{home}/2/scenarios/1"), StringComparison.Ordinal);
        foreach (var (path, form) in new[] { (home, "start"), ($"{home}/2", "complete"), ($"{home}/2", "aside"), ($"{home}/2/scenarios/1", "scenario"), ($"{home}/1/order", "enter") })
            await auditor.ForgeAsync(path, form, ("step", "complete"), ("why", "forged"), ("version", "1"), ("tribunal", "Court"), ("docket", "X"));
        Assert.Equal((0, 0, 2), (server.Number("select count(*) from determination where status = 'set_aside'"), server.Number("select count(*) from order_proposal where status = 'entered'"), server.Number("select count(*) from determination")));
        var administrator = await server.VisitAsync(Roles.Administrator);
        Assert.NotEqual(HttpStatusCode.OK, (await administrator.GetAsync(home)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync($"{home}/9")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync($"{home}/1/scenarios/9")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await auditor.GetAsync($"{home}/1/scenarios/9/worksheet.csv")).StatusCode);
    }

    private static (string Field, string Value)[] Typed(params (string, string)[] facts) => [("scenario-name", "As known"), .. facts];
}
