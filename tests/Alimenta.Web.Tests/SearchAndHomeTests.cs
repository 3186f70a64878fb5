using System.Net;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class SearchAndHomeTests
{
    [Fact]
    public async Task A_case_number_goes_straight_to_the_case_and_nothing_typed_stands_in_an_address()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        foreach (var typed in (string[])[guide.Rich, guide.Rich.Replace("-", "", StringComparison.Ordinal)])
        {
            var answer = await FindAsync(visitor, typed);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            Assert.EndsWith($"/cases/{guide.Rich}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        }

        var ssn = (string)server.Database.Scalar($"select ssn_digits from person where number = '{guide.Obligor}'")!;
        var found = await FindAsync(visitor, ssn);
        Assert.Equal(HttpStatusCode.Redirect, found.StatusCode);
        Assert.DoesNotContain(ssn, found.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(server.Log.Lines, l => l.Contains(ssn, StringComparison.Ordinal));
        Assert.Equal(3L, server.Database.Scalar("select count(*) from audit_event where action = 'search'"));
        Assert.Equal(0L, server.Database.Scalar($"select count(*) from audit_event where action = 'search' and object_id like '%{ssn}%'"));
    }

    [Fact]
    public async Task Hits_are_grouped_by_kind_and_lead_to_their_cases()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var last = (string)server.Database.Scalar($"select last from person where number = '{guide.Obligor}'")!;
        var page = await Text(await FindAsync(visitor, last));
        Assert.Contains("<h2>People", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/cases/{guide.Rich}", page, StringComparison.Ordinal);
        var docket = (string)server.Database.Scalar($"select docket from support_order o join case_file c on c.id = o.case_id where c.number = '{guide.Rich}'")!;
        Assert.EndsWith($"/cases/{guide.Rich}/orders", (await FindAsync(visitor, docket)).Headers.Location!.ToString(), StringComparison.Ordinal);
        var employer = (string)server.Database.Scalar("select name from employer order by id limit 1")!;
        Assert.Contains("<h2>Employers", await Text(await FindAsync(visitor, employer)), StringComparison.Ordinal);
        var key = (string)server.Database.Scalar($"select natural_key from receipt where id = {guide.Receipt}")!;
        Assert.EndsWith($"/receipts/{guide.Receipt}", (await FindAsync(visitor, key)).Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_found_and_nothing_typed_say_what_to_do_and_what_was_typed_stays()
    {
        await using var server = await Server.OverCountyAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var nothing = await Text(await FindAsync(visitor, "Xqzw <b>"));
        Assert.Contains("Nothing was found", nothing, StringComparison.Ordinal);
        Assert.Contains("value=\"Xqzw &lt;b&gt;\"", nothing, StringComparison.Ordinal);
        Assert.Contains("Nothing was found", await Text(await FindAsync(visitor, "   ")), StringComparison.Ordinal);
        Assert.Contains("The box at the top", await visitor.ReadAsync("/search"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/search", [new("_handler", "search"), new("query", "Okafor")])).StatusCode);
    }

    [Fact]
    public async Task The_first_page_tells_how_the_day_stands_to_those_who_may_know()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var accounting = await server.VisitAsync(Roles.Accounting);
        var page = await accounting.ReadAsync("/");
        foreach (var part in (string[])["Good day, M. Lindqvist", "Business date 20 Nov 2026", "Received today", "nothing is late", "What is held, and why", "Joint tax offset", "In order", "difference $0.00"]) Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Cases you looked at last", page, StringComparison.Ordinal);
        await accounting.ReadAsync($"/cases/{guide.Rich}");
        await accounting.ReadAsync($"/cases/{guide.Protected}");
        var after = await accounting.ReadAsync("/");
        Assert.True(after.IndexOf(guide.Protected, StringComparison.Ordinal) < after.IndexOf(guide.Rich, StringComparison.Ordinal), "the case looked at last comes first");
        var administrator = await (await server.VisitAsync(Roles.Administrator)).ReadAsync("/");
        Assert.DoesNotContain("Received today", administrator, StringComparison.Ordinal);
        Assert.DoesNotContain(guide.Rich, administrator, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_late_is_red()
    {
        await using var server = await Server.OverCountyAsync();
        server.Database.Execute("update business_day set business_date = '2026-12-04'");
        var page = await (await server.VisitAsync(Roles.Accounting)).ReadAsync("/");
        Assert.Contains("should have left", page, StringComparison.Ordinal);
        Assert.Contains("fact tone-bad", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_that_has_not_begun_has_a_first_page_too()
    {
        await using var server = await Server.StartAsync();
        var page = await (await server.VisitAsync(Roles.Supervisor)).ReadAsync("/");
        Assert.Contains("Where to go", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Received today", page, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> FindAsync(Visitor visitor, string typed)
    {
        var form = (await visitor.FormAsync("/account", "own-password")).Single(f => f.Key == "__RequestVerificationToken");
        return await visitor.PostAsync("/search", [form, new("_handler", "search"), new("query", typed)]);
    }

    private static async Task<string> Text(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();
}
