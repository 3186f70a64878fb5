using System.Net;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

/// <summary>The list of who is selected for a remedy, and where someone stands with why.</summary>
public sealed class EnforcementTests
{
    private const string List = "/enforcement";

    [Fact]
    public async Task The_list_is_shown_by_standing_and_remedy_and_its_reading_is_recorded()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var page = await visitor.ReadAsync(List);
        Assert.Contains($">{Counted(server, "standing = 'selected'")} selected, the latest first", page, StringComparison.Ordinal);
        foreach (var said in (string[])["as selected on 20 Nov 2026", "Nothing is submitted by it", "New York’s tax refunds", "Federal administrative offset"]) Assert.Contains(said, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains($">{Counted(server, "standing = 'needs_person'")} waiting for a person’s decision", WebUtility.HtmlDecode(await visitor.ReadAsync($"{List}?show=person")), StringComparison.Ordinal);
        Assert.Contains($">{Counted(server, "standing = 'selected' and remedy = 'passport'")} selected", await visitor.ReadAsync($"{List}?remedy=passport"), StringComparison.Ordinal);
        Assert.Contains("Nobody stands here", await visitor.ReadAsync($"{List}?show=ended"), StringComparison.Ordinal);
        Assert.Equal(4L, server.Recorded("selection.list"));

        server.Break("update remedy_selection set since = '2026-11-01'");
        Assert.Contains("Nobody stands here", await visitor.ReadAsync($"{List}?new=week"), StringComparison.Ordinal);
        server.Break("update remedy_selection set since = '2026-11-14' where id = (select min(id) from remedy_selection where standing = 'selected')");
        Assert.Contains(">1 obligor, 1 remedy selected", await visitor.ReadAsync($"{List}?new=week"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_obligor_of_a_case_is_found_by_its_number()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var number = server.Word("select min(c.number) from case_file c join remedy_selection s on s.obligor_id = c.obligor_id where s.standing = 'selected' and s.remedy = 'passport'");
        Assert.Contains($"href=\"/enforcement/{number}\"", await visitor.ReadAsync($"{List}?case={number}&remedy=passport"), StringComparison.Ordinal);
        Assert.Contains(">1 obligor, 1 remedy selected", await visitor.ReadAsync($"{List}?case={number.Replace("-", "", StringComparison.Ordinal)}&remedy=passport"), StringComparison.Ordinal);
        Assert.Contains("is no case number", await visitor.ReadAsync($"{List}?case=12"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_someone_stands_is_told_with_why_here_and_on_his_case()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var number = server.Word("select min(c.number) from case_file c join remedy_selection s on s.obligor_id = c.obligor_id where s.standing = 'selected' and s.remedy = 'passport'");
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync($"{List}/{number}"));
        foreach (var said in (string[])["Passport denial", "goes on", "What would be decided now", "would be selected", "42 USC 652(k)(1)", "Nothing is submitted by it"]) Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Equal(1L, server.Recorded("selection.read"));
        var file = WebUtility.HtmlDecode(await visitor.ReadAsync($"/cases/{number}"));
        Assert.Contains("Selected since 20 Nov 2026, $", file, StringComparison.Ordinal);
        Assert.Contains($"href=\"/enforcement/{number}\"", file, StringComparison.Ordinal);

        var other = server.Word("select min(c.number) from case_file c where not exists (select 1 from remedy_selection s where s.obligor_id = c.obligor_id)");
        Assert.Contains("Never on the list", await visitor.ReadAsync($"{List}/{other}"), StringComparison.Ordinal);
        Assert.Contains("Not on the list of 20 Nov 2026", await visitor.ReadAsync($"/cases/{other}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync($"{List}/24-104-00000-0")).StatusCode);
    }

    [Fact]
    public async Task Nobody_sees_an_obligor_of_his_own_cases()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var number = server.Word("select min(c.number) from case_file c join remedy_selection s on s.obligor_id = c.obligor_id where s.standing = 'selected'");
        Assert.Contains(number, await visitor.ReadAsync($"{List}?case={number}"), StringComparison.Ordinal);
        server.Break($"update app_user set person_id = (select custodian_id from case_file where number = '{number}') where id = {server.Account(Roles.CaseManager).Id}");
        Assert.DoesNotContain($"/enforcement/{number}", await visitor.ReadAsync($"{List}?case={number}"), StringComparison.Ordinal);
        var refused = await visitor.GetAsync($"{List}/{number}");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal(1L, server.Recorded("case.own-refused"));
        Assert.DoesNotContain(number, await (await visitor.GetAsync("/enforcement.csv")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_started_once_for_a_business_day_by_who_may_run_batches()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        await visitor.RefusedAsync("/oversight", "start-selection", "", "The selection of 20 Nov 2026 is made");
        await visitor.DoneAsync("/oversight", "open-day", Desk.Day("date", Desk.Today.AddDays(3)));
        var other = await server.VisitAsync(Roles.Supervisor);
        await other.ForgeAsync("/oversight", "start-selection");
        Assert.Equal(1, server.Number("select count(*) from batch_run where kind = 'selection'"));
        Assert.Contains("The accrual of this day is not done", await visitor.DoneAsync("/oversight", "start-selection"), StringComparison.Ordinal);
        for (var i = 0; i < 100 && server.Number("select count(*) from batch_run where kind = 'selection' and status = 'done'") < 2; i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        var run = server.Number("select max(id) from batch_run where kind = 'selection'");
        var page = await visitor.ReadAsync($"/oversight/runs/{run}");
        Assert.Contains("One debt can be selected for several remedies and is then counted for each: no sum of debts", page, StringComparison.Ordinal);
        Assert.Matches("<th[^>]*>Over all remedies</th>", page);
        foreach (var said in (string[])["Selection for remedies", "Control totals", "Obligors", "Passport denial", "0 began"]) Assert.Contains(said, page, StringComparison.Ordinal);

        server.Break($"update batch_run set status = 'open' where id = {run}");
        Assert.DoesNotContain("No selection has been made yet", await visitor.ReadAsync(List), StringComparison.Ordinal);
        server.Break("update batch_run set status = 'failed' where kind = 'selection'");
        server.Break($"update batch_run set status = 'open' where id = {run}");
        server.Break("delete from remedy_selection");
        var first = await visitor.ReadAsync(List);
        Assert.Contains("The first selection is under way", first, StringComparison.Ordinal);
        Assert.DoesNotContain("No selection has been made yet", first, StringComparison.Ordinal);
        Assert.Contains("This run is under way already.", await visitor.DoneAsync("/oversight", "start-selection"), StringComparison.Ordinal);
    }

    private static string Counted(Server server, string where)
    {
        long Of(string what) => server.Number($"select count({what}) from remedy_selection where valid_to is null and {where}");
        return $"{Components.Words.Count(Of("distinct obligor_id"), "obligor", "obligors")}, {Components.Words.Count(Of("*"), "remedy", "remedies")}";
    }
}
