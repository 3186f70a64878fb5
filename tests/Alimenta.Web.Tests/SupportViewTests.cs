using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Alimenta.Office.Access;
using Alimenta.Office.Establishment;
using Alimenta.Testing;
using Alimenta.Web.Pages.Cases.Support;

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
        Assert.Contains("<h1>Order 26DR9001", entered, StringComparison.Ordinal);
        var orders = await visitor.ReadAsync($"/cases/{guide.Rich}/orders");
        Assert.Contains("26DR9001", orders, StringComparison.Ordinal);
        // What was replaced ends on a day that was set, not by the child's age; the order that begins later demands nothing yet.
        Assert.Contains("30 Nov 2026, a day that an order or a decision set", orders, StringComparison.Ordinal);
        Assert.DoesNotMatch("a month, order [^<]*26DR9001", orders);
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
    public async Task The_worksheet_leaves_as_a_PDF_that_is_recorded_or_as_the_page_to_print_that_says_why()
    {
        var guide = await MadeUpCounty.GuideAsync();
        var path = $"/cases/{guide.Rich}/support/1/scenarios/1/worksheet";
        foreach (var program in new[] { "/nowhere", PdfPressTests.Program }.Distinct())
        {
            await using var server = await Server.StartAsync(new() { Chromium = program }, database: await WorkedCounty.CopyAsync());
            var visitor = await server.VisitAsync(Roles.CaseManager);
            var there = File.Exists(program);
            var page = await visitor.ReadAsync(path);
            Assert.Equal(there, page.Contains($"{path}.pdf", StringComparison.Ordinal));
            Assert.Equal(!there, page.Contains("cannot make PDF files", StringComparison.Ordinal));
            var came = await visitor.GetAsync($"{path}.pdf");
            Assert.Equal((HttpStatusCode.OK, there ? "application/pdf" : "text/html"), (came.StatusCode, came.Content.Headers.ContentType!.MediaType));
            var read = System.Text.Encoding.Latin1.GetString(await came.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            foreach (var part in there ? (string[])["%PDF-", "/StructTreeRoot"] : ["cannot make PDF files", "9e", guide.Rich]) Assert.Contains(part, read, StringComparison.Ordinal);
            Assert.Equal(1L, server.Database.Scalar($"select count(*) from audit_event where action = 'list.export' and object_id = 'worksheet-{guide.Rich}-1-1-1'"));
            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"/cases/{guide.Rich}/support/1/scenarios/9/worksheet.pdf")).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await (await server.VisitAsync(Roles.Administrator)).GetAsync($"{path}.pdf")).StatusCode);
            Assert.NotEqual(HttpStatusCode.OK, (await (await server.VisitAsync()).GetAsync($"{path}.pdf")).StatusCode);
        }
    }

    [Fact]
    public async Task What_is_still_open_is_a_link_and_nothing_is_done_that_is_not()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var home = $"/cases/{guide.Rich}/support";
        await visitor.DoneAsync(home, "start", [("state", "or"), ("purpose", "Modify"), .. Desk.Day("law-date", Desk.Today)]);
        var first = await visitor.ReadAsync($"{home}/1");
        Assert.Contains($"<a href=\"{home}/1/scenarios/1\">Fill in what is missing or wrong</a>", first, StringComparison.Ordinal);
        Assert.DoesNotContain("step-done", first, StringComparison.Ordinal);
        Assert.DoesNotContain(">Complete it<", first, StringComparison.Ordinal);

        await visitor.DoneAsync($"{home}/1/scenarios/1", "scenario", Typed(("minor_children", "1"), ("parent_a.income_cents", "5,500"), ("parent_b.income_cents", "3500.00"), ("parent_a.overnights_hundredths", "80"), ("parent_b.overnights_hundredths", "285")));
        var filled = await visitor.ReadAsync($"{home}/1");
        Assert.Contains("/evidence?path=parent_a.income_cents\">Say how every income is known</a>", filled, StringComparison.Ordinal);
        Assert.DoesNotContain(">Complete it<", filled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_that_stops_at_the_cap_says_which_decision_is_wanted_in_the_place_of_a_form_that_could_only_refuse()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var home = $"/cases/{guide.Rich}/support";
        await visitor.DoneAsync(home, "start", [("state", "ny"), ("purpose", "Modify"), .. Desk.Day("law-date", Desk.Today)]);
        var form = $"{home}/1/scenarios/1";
        (string, string)[] family =
        [
            ("children[0].name", "Mara"), ("children[0].born", "5/4/2016"), ("children[0].lives_with", "parent_b"), ("parent_a.income[0].item", "gross_income"), ("parent_a.income[0].amount_cents", "300,000"),
            ("parent_b.income[0].item", "gross_income"), ("parent_b.income[0].amount_cents", "40,000"),
        ];
        await visitor.DoneAsync(form, "scenario", Typed(family));
        foreach (var parent in new[] { "a", "b" })
            await visitor.DoneAsync($"{form}/evidence?path=parent_{parent}.income[0].amount_cents", "evidence", ("step", "record"), ("kind", "PayStub"), ("document", "Stub 7"), ("said-by", "Harlow Mills"));
        var done = await visitor.DoneAsync($"{home}/1", "complete", [("step", "complete"), .. Desk.Day("law-date", Desk.Today)]);
        Assert.Contains("A decision is still needed", done, StringComparison.Ordinal);
        Assert.Matches("There is no formula above it: the court decides[^§]*?<a href=\"#again\">Make another edition</a>, enter among its inputs what was decided", done);
        Assert.DoesNotContain("Accept it and propose an order", done, StringComparison.Ordinal);
        Assert.Contains("id=\"again\"", done, StringComparison.Ordinal);

        // In another edition the decision is entered, and then it can be accepted.
        await visitor.DoneAsync($"{home}/1", "edition", Desk.Day("law-date", Desk.Today));
        await visitor.DoneAsync(form, "scenario", Typed([.. family, ("above_cap.method", "stop_at_cap"), ("above_cap.reasons", "The needs are met.")]));
        var decided = await visitor.DoneAsync($"{home}/1", "complete", [("step", "complete"), .. Desk.Day("law-date", Desk.Today)]);
        Assert.DoesNotContain("A decision is still needed", decided, StringComparison.Ordinal);
        Assert.Matches("Something must be found first|Accept it and propose an order", decided);
    }

    [Fact]
    public void A_rebuttal_stands_beside_the_guideline_line_by_line()
    {
        const string Facts = """{"minor_children":1,"parent_a":{"income_cents":450000,"overnights_hundredths":6000},"parent_b":{"income_cents":320000,"overnights_hundredths":30500}REBUTTAL}""";
        var plain = Result(Facts.Replace("REBUTTAL", "", StringComparison.Ordinal));
        var rebutted = Result(Facts.Replace("REBUTTAL", ""","rebuttal":{"factors":["special_hardships"],"reason":"Medical debt","parent_a":{"cash_minors_cents":-10000}}""", StringComparison.Ordinal));
        var rows = LineTable.Compare([plain, rebutted]);
        Assert.Equal(["9a", "9e"], rows.Where(r => r.Differs).Select(r => r.Number));
        Assert.All(rows.Where(r => r.Differs), r => Assert.All(r.Texts, t => Assert.StartsWith("$", t, StringComparison.Ordinal)));
        Assert.All(rows.Where(r => r.Line.Number == "7a"), r => Assert.All(r.Texts, t => Assert.StartsWith("$", t, StringComparison.Ordinal)));
        Assert.Contains(rows, r => r.Number == "+");
        Assert.DoesNotContain(LineTable.Compare([rebutted, rebutted]), r => r.Differs);

        static GuidelineResult Result(string facts) => GuidelineResult.Of(Law.Rules.RuleCatalog.BuiltIn.Eval("or/guideline", new(2026, 11, 20), "us-or", facts).Answer!.Value);
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
