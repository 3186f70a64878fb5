using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Alimenta.Web.Pages.Calculator;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alimenta.Web.Tests;

/// <summary>The public calculator over HTTP: nothing typed is lost, in an address, in a cookie or in a log; what is refused stands beside its field with the code of the rule.</summary>
public sealed class CalculatorPagesTests
{
    private const string Canary = "Zebulon-Quartermaine";

    private static async Task<CalculatorVisitor> ToResultAsync(Server server, string language = "", string name = "Ana")
    {
        var at = await CalculatorVisitor.AtAsync(server, "or", language);
        await at.NextAsync(("_name_a", name), ("_you", "a"));
        await at.NextAsync(("minor_children", "2"));
        await at.NextAsync(("parent_a.income_cents", "4,500"));
        await at.NextAsync(("parent_b.income_cents", "3200.00"));
        await at.NextAsync(("parent_a.overnights_hundredths", "91"), ("parent_b.overnights_hundredths", "274"));
        await at.NextAsync(("parent_a.coverage_cost_cents", "$250"), ("coverage", "parent_a"));
        await at.NextAsync();
        await at.NextAsync();
        return at;
    }

    private static Task<Server> ServerAsync(string chromium = "") => Server.StartAsync(new() { Chromium = chromium, Office = "Multnomah office" });

    [Fact]
    public async Task From_the_first_question_to_the_result_without_signing_in_or_scripts()
    {
        await using var server = await ServerAsync();
        var at = await ToResultAsync(server);
        Assert.Equal("What the guideline says", at.Heading);
        Assert.Contains("Parent A (Ana, you) pays Parent B", at.Page, StringComparison.Ordinal);
        Assert.Contains("$506.00", at.Page, StringComparison.Ordinal);
        Assert.Contains("Only a court or a child support agency decides", at.Page, StringComparison.Ordinal);
        Assert.Contains("20 Nov 2026", at.Page, StringComparison.Ordinal);
        Assert.Equal(3, at.Page.Split("<figure class=\"chart\"").Length - 1);
        Assert.Equal(["alimenta-form"], at.Cookies);
    }

    [Fact]
    public async Task The_same_in_Spanish_and_a_change_of_language_loses_nothing()
    {
        await using var server = await ServerAsync();
        var at = await ToResultAsync(server, "es");
        Assert.Equal("Lo que dice la guía", at.Heading);
        var page = Drawn.Letters(at.Page);
        Assert.Contains("<html lang=\"es\">", page, StringComparison.Ordinal);
        Assert.Contains("El Progenitor A (Ana, usted) paga al Progenitor B $506.00 al mes por manutención en efectivo.", page, StringComparison.Ordinal);
        Assert.Contains("Las palabras en español son nuestras", page, StringComparison.Ordinal);

        await at.TakeAsync("/calculator/or");
        var english = await at.Answer!.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<html lang=\"en\">", english, StringComparison.Ordinal);
        Assert.Contains("Parent A (Ana, you) pays Parent B $506.00 a month for cash child support.", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_stands_beside_its_field_with_the_code_and_the_text_stays()
    {
        await using var server = await ServerAsync();
        var at = await CalculatorVisitor.AtAsync(server, "or");
        await at.NextAsync(("_as_of-day", "31"), ("_as_of-month", "2"));
        Assert.Contains("(L-AS-OF)", Assert.Single(at.Errors), StringComparison.Ordinal);
        Assert.Equal(("31", "2"), (at.Field("_as_of-day"), at.Field("_as_of-month")));
        await at.NextAsync(("_as_of-day", "1"), ("_as_of-month", "1"), ("_as_of-year", "1990"));
        Assert.Contains("(L-NOT-COVERED)", Assert.Single(at.Errors), StringComparison.Ordinal);
        await at.NextAsync(("_as_of-day", "20"), ("_as_of-month", "11"), ("_as_of-year", "2026"));
        await at.NextAsync(("minor_children", "1"), ("children_attending_school", "-1"));
        Assert.Contains("(L-FACT-NEGATIVE)", Assert.Single(at.Errors), StringComparison.Ordinal);
        await at.NextAsync(("children_attending_school", ""));
        foreach (var (typed, code) in new[] { ("12a", "L-FACT-TYPE"), ("", "L-FACT-MISSING"), ("NaN", "L-FACT-TYPE"), ("-5", "L-FACT-NEGATIVE"), ("<script>alert(1)</script>", "L-FACT-TYPE") })
        {
            await at.NextAsync(("parent_a.income_cents", typed));
            Assert.Contains($"({code})", Assert.Single(at.Errors), StringComparison.Ordinal);
            Assert.Equal(typed, at.Field("parent_a.income_cents"));
            Assert.DoesNotContain("<script>alert", at.Page, StringComparison.Ordinal);
            Assert.Contains("href=\"#calculator-parent_a.income_cents\"", at.Page, StringComparison.Ordinal);
        }

        await at.NextAsync(("parent_a.income_cents", "4500"));
        await at.NextAsync(("parent_b.income_cents", "3200"));
        await at.NextAsync(("parent_a.overnights_hundredths", "366"), ("parent_b.overnights_hundredths", "0"));
        Assert.Contains("(L-OR-OVERNIGHTS)", Assert.Single(at.Errors), StringComparison.Ordinal);
        Assert.Equal("366", at.Field("parent_a.overnights_hundredths"));
    }

    [Fact]
    public async Task A_fault_that_shows_late_leads_back_to_its_step()
    {
        await using var server = await ServerAsync();
        var at = await ToResultAsync(server);
        await at.GoAsync("to:children");
        Assert.Equal("Children", at.Heading);
        await at.NextAsync(("minor_children", "0"));
        Assert.Contains("(L-OR-CHILDREN)", Assert.Single(at.Errors), StringComparison.Ordinal);
        await at.GoAsync("back");
        Assert.Equal("About you and the date", at.Heading);
        Assert.Equal(("Ana", "0", "91"), (at.Field("_name_a"), at.Field("minor_children"), at.Field("parent_a.overnights_hundredths")));
    }

    [Fact]
    public async Task What_no_answer_can_mend_is_said_in_place_of_the_result()
    {
        await using var server = await ServerAsync();
        var at = await CalculatorVisitor.AtAsync(server, "ia");
        await at.NextAsync();
        await at.NextAsync(("children[0].care", "parent_b"), ("children[0].born-month", "4"), ("children[0].born-day", "2"), ("children[0].born-year", "2018"));
        await at.NextAsync(("parent_a.incomes.wages[0].amount_cents", "5300"));
        await at.NextAsync(("parent_b.incomes.wages[0].amount_cents", "4700"));
        for (var i = 0; i < 4; i++) await at.NextAsync();
        Assert.Equal("What the guideline says", at.Heading);
        Assert.Contains("It cannot be calculated", at.Page, StringComparison.Ordinal);
        Assert.Contains("(L-IA-SCHEDULE-ROW)", at.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("<figure", at.Page, StringComparison.Ordinal);
        await at.GoAsync("to:a");
        Assert.Equal("5300", at.Field("parent_a.incomes.wages[0].amount_cents"));
    }

    [Fact]
    public async Task Rows_are_added_by_a_button()
    {
        await using var server = await ServerAsync();
        var at = await CalculatorVisitor.AtAsync(server, "ny");
        await at.NextAsync();
        await at.GoAsync("add:children", ("children[0].lives_with", "parent_b"));
        Assert.NotNull(at.Field("children[2].name"));
        Assert.Equal(("parent_b", "C"), (at.Field("children[0].lives_with"), at.Field("children[2].name")));
        await at.NextAsync(("children[2].lives_with", "parent_a"));
        Assert.Empty(at.Errors);
        await at.GoAsync("back");
        Assert.Equal("parent_a", at.Field("children[2].lives_with"));
    }

    [Fact]
    public async Task Answers_are_taken_home_and_brought_back()
    {
        await using var server = await ServerAsync();
        var at = await ToResultAsync(server);
        var file = await at.TakeAsync("/calculator/or/answers.json");
        Assert.Equal("attachment", at.Answer!.Content.Headers.ContentDisposition!.DispositionType);
        var kept = JsonNode.Parse(file)!;
        Assert.Equal(("or", 450000L, "or/guideline"), (kept["state"]!.GetValue<string>(), kept["facts"]!["parent_a"]!["income_cents"]!.GetValue<long>(), kept["result"]!["rule"]!.GetValue<string>()));

        var back = await CalculatorVisitor.AtAsync(server, "or");
        await back.OpenAsync("mine.json", file);
        Assert.Contains("Your answers are here again", back.Page, StringComparison.Ordinal);
        for (var i = 0; i < 8; i++) await back.NextAsync();
        Assert.Contains("Parent A (Ana, you) pays Parent B $506.00", back.Page, StringComparison.Ordinal);

        var elsewhere = await CalculatorVisitor.AtAsync(server, "ny");
        await elsewhere.OpenAsync("mine.json", file);
        Assert.Contains("another state", Assert.Single(elsewhere.Errors), StringComparison.Ordinal);
        foreach (var bad in (string[])["", "{", "[]", "{\"kind\":1}", "{\"kind\":\"alimenta-calculator\",\"state\":\"ny\",\"answers\":{\"court\":[1]}}", "{\"kind\":\"alimenta-calculator\",\"kind\":\"x\"}"])
        {
            await elsewhere.OpenAsync("bad.json", Encoding.UTF8.GetBytes(bad));
            Assert.Equal(HttpStatusCode.OK, elsewhere.Answer!.StatusCode);
        }
    }

    [Fact]
    public async Task The_worksheet_to_print_is_a_page_of_its_own_with_what_was_stated()
    {
        await using var server = await ServerAsync();
        var at = await ToResultAsync(server, name: "<i>Ana</i>");
        var html = Encoding.UTF8.GetString(await at.TakeAsync("/calculator/or/worksheet"));
        Assert.Equal(HttpStatusCode.OK, at.Answer!.StatusCode);
        foreach (var part in (string[])["Multnomah office", "CSF 02 0910", "Parent A (&lt;i&gt;Ana&lt;/i&gt;, you) pays Parent B $506.00", "Gross income of a month, before taxes", "This is an estimate.", "paper.css"]) Assert.Contains(part, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>Ana", html, StringComparison.Ordinal);
        await at.GoAsync("to:children");
        await at.GoAsync("stay", ("minor_children", "x"));
        await at.TakeAsync("/calculator/or/worksheet");
        Assert.Equal(HttpStatusCode.BadRequest, at.Answer.StatusCode);
    }

    [Fact]
    public async Task Spanish_pages_speak_Spanish_from_the_ribbon_to_the_foot_and_say_whose_each_answer_is()
    {
        await using var server = await Server.StartAsync(new() { Demo = true, Chromium = "/nowhere" });
        var at = await ToResultAsync(server, "es");
        var page = Drawn.Letters(at.Page);
        Assert.Contains("Condado de demostración", page, StringComparison.Ordinal);
        Assert.Contains("Oficina de manutención de menores", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Demonstration county", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Child support office", page, StringComparison.Ordinal);
        var html = Drawn.Letters(Encoding.UTF8.GetString(await at.TakeAsync("/calculator/or/worksheet?lang=es")));
        foreach (var part in (string[])["Oficina de manutención de menores", "<dt>Progenitor A: Ingreso bruto de un mes, antes de impuestos</dt>", "<dt>Progenitor B: Ingreso bruto de un mes, antes de impuestos</dt>", "<dt>Noches con el Progenitor A</dt>"])
            Assert.Contains(part, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_Chromium_the_page_says_so_and_the_PDF_is_the_page_to_print()
    {
        await using var server = await ServerAsync(chromium: "/nowhere/chromium");
        var at = await ToResultAsync(server);
        Assert.Contains("cannot make PDF files", at.Page, StringComparison.Ordinal);
        Assert.DoesNotContain("worksheet.pdf", at.Page, StringComparison.Ordinal);
        var html = Encoding.UTF8.GetString(await at.TakeAsync("/calculator/or/worksheet.pdf"));
        Assert.Equal("text/html", at.Answer!.Content.Headers.ContentType!.MediaType);
        Assert.Contains("cannot make PDF files", html, StringComparison.Ordinal);
        Assert.Contains("$506.00", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_of_the_family_is_in_an_address_a_cookie_a_log_or_on_disk()
    {
        var before = Directory.GetDirectories(Path.GetTempPath(), "alimenta-pdf-*");
        await using var server = await ServerAsync(PdfPressTests.Program);
        var at = await ToResultAsync(server, name: Canary);
        Assert.Contains(Canary, at.Page, StringComparison.Ordinal);
        await at.TakeAsync("/calculator/or/worksheet.pdf");
        await at.TakeAsync("/calculator/or/answers.json");
        Assert.DoesNotContain(Canary, string.Join('\n', server.Log.Lines), StringComparison.Ordinal);
        Assert.Equal(["alimenta-form"], at.Cookies);
        foreach (var address in Addresses(at.Page)) Assert.DoesNotContain(Canary, address, StringComparison.Ordinal);
        Assert.True(at.Answer!.Headers.CacheControl!.NoStore);

        // Another process may be printing beside this one: what it makes goes by itself, what is left behind does not.
        for (var waited = 0; waited < 60 && Left().Any(); waited++) await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.Empty(Left());

        IEnumerable<string> Left() => Directory.GetDirectories(Path.GetTempPath(), "alimenta-pdf-*").Except(before);
    }

    [Fact]
    public async Task A_form_from_elsewhere_and_a_state_that_is_none_are_refused_and_forms_have_a_limit()
    {
        await using var server = await ServerAsync();
        var visitor = await server.VisitAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/calculator/tx")).StatusCode);
        foreach (var address in (string[])["/calculator/or", "/calculator/or/worksheet", "/calculator/or/worksheet.pdf", "/calculator/or/answers.json"])
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(address, [new("_handler", "calculator"), new("minor_children", "2")])).StatusCode);
        // The server in memory takes any size; the one on a port is told by each of these addresses how much it takes.
        var open = server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("calculator/{", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.Equal(4, open.Count);
        Assert.All(open, e => Assert.Equal(CalculatorPage.LargestForm, e.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize));
        var at = await CalculatorVisitor.AtAsync(server, "or");
        await at.NextAsync(("_name_a", new string('x', 3 * Answers.Longest)));
        Assert.Equal(HttpStatusCode.OK, at.Answer!.StatusCode);
    }

    [Fact]
    public async Task A_field_that_nobody_asks_for_is_not_carried_along()
    {
        await using var server = await ServerAsync();
        var at = await CalculatorVisitor.AtAsync(server, "or");
        await at.NextAsync(("surprise", Canary), ("children[0].name", Canary));
        Assert.DoesNotContain(Canary, at.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Public_PDF_files_have_a_limit_of_their_own()
    {
        await using var server = await Server.StartAsync(new() { Chromium = "/nowhere", PdfsPerMinute = 1 });
        var at = await CalculatorVisitor.AtAsync(server, "or");
        await at.TakeAsync("/calculator/or/worksheet.pdf");
        Assert.NotEqual(HttpStatusCode.TooManyRequests, at.Answer!.StatusCode);
        await at.TakeAsync("/calculator/or/worksheet.pdf");
        Assert.Equal(HttpStatusCode.TooManyRequests, at.Answer.StatusCode);
    }

    private static IEnumerable<string> Addresses(string page) =>
        System.Text.RegularExpressions.Regex.Matches(page, "(?:href|src|action|formaction)=\"([^\"]*)\"").Select(m => m.Groups[1].Value);
}
