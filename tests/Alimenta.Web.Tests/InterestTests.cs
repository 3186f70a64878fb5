using System.Net;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

/// <summary>Interest on late support on the pages: what it comes to with why, why none is counted, what runs stated.</summary>
public sealed class InterestTests
{
    [Fact]
    public async Task A_case_shows_what_it_comes_to_payment_by_payment_and_what_was_stated()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var number = (await WorkedCounty.PlacesAsync()).Interest;
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync($"/cases/{number}/interest"));
        var stated = long.Parse(server.Word($"select cast(i.interest as text) from interest_statement i join case_file c on c.id = i.case_id where c.number = '{number}'"), System.Globalization.CultureInfo.InvariantCulture);
        foreach (var said in (string[])["Interest through 20 Nov 2026", "It is no part of what is owed", $"{new Money(stated)}", "Iowa Code 535.3(2)", "What was stated", "bears interest from"]) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Equal(1L, server.Recorded("case.interest"));
        var money = WebUtility.HtmlDecode(await visitor.ReadAsync($"/cases/{number}"));
        Assert.Contains($"href=\"/cases/{number}/interest\">what it comes to", money, StringComparison.Ordinal);
        var rows = (await visitor.ReadAsync($"/cases/{number}/interest.csv")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Fell due,What,Amount,Unpaid,Bears interest from,Interest", rows[0].TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Equal(stated, rows.Skip(1).Sum(r => r.Split(',')[^1].Trim() is { Length: > 0 } cell ? (long)(decimal.Parse(cell, System.Globalization.CultureInfo.InvariantCulture) * 100) : 0));
    }

    [Fact]
    public async Task Where_a_state_counts_none_the_page_says_why()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        foreach (var (policy, said) in new[] { ("us-or", "OAR 137-055-5080"), ("us-ny", "CPLR 5003") })
        {
            var number = server.Word($"select min(number) from case_file where policy = '{policy}'");
            var page = WebUtility.HtmlDecode(await visitor.ReadAsync($"/cases/{number}/interest"));
            Assert.Contains("No interest is counted here", page, StringComparison.Ordinal);
            Assert.Contains(said, page, StringComparison.Ordinal);
            Assert.Contains(">why none is counted</a>", await visitor.ReadAsync($"/cases/{number}"), StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/cases/24-104-00000-0/interest")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/cases/24-104-00000-0/interest.csv")).StatusCode);
    }

    [Fact]
    public async Task The_run_shows_its_totals_and_is_started_on_the_page_of_the_day()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        var run = (await WorkedCounty.PlacesAsync()).Run.Interest;
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync($"/oversight/runs/{run}"));
        foreach (var said in (string[])["Interest on late support", "Control totals", "no debt is raised by it", "Cases"]) Assert.Contains(said, page, StringComparison.Ordinal);
        await visitor.RefusedAsync("/oversight", "start-interest", "", "The interest through 20 Nov 2026 is counted");
        await visitor.DoneAsync("/oversight", "open-day", Desk.Day("date", Desk.Today.AddDays(3)));
        await (await server.VisitAsync(Roles.Supervisor)).ForgeAsync("/oversight", "start-interest");
        Assert.Equal(1, server.Number("select count(*) from batch_run where kind = 'interest'"));
        Assert.Contains("The run is started.", await visitor.DoneAsync("/oversight", "start-interest"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reads_the_same()
    {
        await using var server = await Server.AtWorkAsync();
        var api = await Api.OfAsync(server, Roles.CaseManager);
        var told = await api.GetAsync($"/cases/{(await WorkedCounty.PlacesAsync()).Interest}/interest");
        Assert.Equal("each_payment", told.GetProperty("by").GetString());
        Assert.Equal(told.GetProperty("stated")[0].GetProperty("interest").GetInt64(), told.GetProperty("count").GetProperty("interest").GetInt64());
        var none = await api.GetAsync($"/cases/{server.Word("select min(number) from case_file where policy = 'us-or'")}/interest");
        Assert.Equal(System.Text.Json.JsonValueKind.Null, none.GetProperty("count").ValueKind);
        await api.RefusedAsync("/cases/24-104-00000-0/interest", 404, "R-NO-CASE");
    }
}
