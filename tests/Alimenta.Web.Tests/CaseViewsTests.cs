using System.Net;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class CaseViewsTests
{
    private static readonly string[] Tabs = ["", "/people", "/orders", "/timeline", "/ledger", "/interest"];

    [Fact]
    public async Task Every_view_of_a_case_says_who_it_is_about_and_that_it_was_read()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        foreach (var number in (string[])[guide.Rich, guide.Protected, guide.Assisted])
        {
            foreach (var tab in Tabs)
            {
                var page = await visitor.ReadAsync($"/cases/{number}{tab}");
                Assert.Contains($"<span class=\"number\">{number}</span>", page, StringComparison.Ordinal);
                Assert.Contains("Arrears, all classes", page, StringComparison.Ordinal);
                PagesTests.CheckNothingInline(page, tab);
            }

            Assert.Equal(Tabs.Length, Recorded(server, "case.read", number));
            foreach (var action in (string[])["case.people", "case.timeline", "case.ledger", "case.chart", "case.receipts"]) Assert.Equal(1, Recorded(server, action, number));
        }
    }

    [Fact]
    public async Task Every_view_has_a_title_of_its_own()
    {
        await using var server = await Server.OverCountyAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        var number = (await MadeUpCounty.GuideAsync()).Rich;
        var titles = new List<string>();
        foreach (var path in (string[])[.. Tabs.Append("/support").Select(t => $"/cases/{number}{t}"), "/files", "/files/out"])
            titles.Add(WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(await visitor.ReadAsync(path), "<title>([^<]*)</title>").Groups[1].Value));
        Assert.Equal(titles.Count, titles.Distinct().Count());
        Assert.Contains(titles, t => t.StartsWith("Ledger – ", StringComparison.Ordinal) && t.EndsWith($" {number} – Alimenta", StringComparison.Ordinal));
        Assert.Contains("Came in – Files – Alimenta", titles);
    }

    [Fact]
    public async Task The_money_view_tells_where_the_last_payment_went_and_why()
    {
        await using var server = await Server.OverCountyAsync();
        var page = await (await server.VisitAsync(Roles.CaseManager)).ReadAsync($"/cases/{(await MadeUpCounty.GuideAsync()).Assisted}");
        Assert.Contains("Where the last payment went", page, StringComparison.Ordinal);
        Assert.Contains("of permanently assigned arrears is owed", page, StringComparison.Ordinal);
        Assert.DoesNotContain("the family, or the state while", page, StringComparison.Ordinal);
        Assert.Matches("Why \\$[0-9,.]+ went to ", page);
        Assert.Contains("42 USC 657", page, StringComparison.Ordinal);
        Assert.Contains("What came in and where it went", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<figure class=\"chart\"").Length - 1);
        Assert.Contains("The figures as a table", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_that_are_rare_have_their_place()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var people = await visitor.ReadAsync($"/cases/{guide.Rich}/people");
        Assert.Contains("Danny Quist", people, StringComparison.Ordinal);
        Assert.Contains($"<dd><span class=\"mono\">{guide.Obligor}</span>", people, StringComparison.Ordinal);
        Assert.DoesNotContain("/money/disputes", await (await server.VisitAsync(Roles.Auditor)).ReadAsync($"/cases/{guide.Rich}/people"), StringComparison.Ordinal);
        var payee = server.Word($"select p.number from person p join case_file c on c.custodian_id = p.id where c.number = '{guide.Rich}'");
        Assert.Contains($"href=\"/money/disputes?payee={payee}\"", await (await server.VisitAsync(Roles.Supervisor)).ReadAsync($"/cases/{guide.Rich}/people"), StringComparison.Ordinal);
        Assert.Contains("(503) 555-0142", people, StringComparison.Ordinal);
        Assert.Contains("2 days late", people, StringComparison.Ordinal);
        var orders = await visitor.ReadAsync($"/cases/{guide.Rich}/orders");
        Assert.Contains("not audited", orders, StringComparison.Ordinal);
        Assert.Contains("Ledger of the circuit court", orders, StringComparison.Ordinal);
        var timeline = await visitor.ReadAsync($"/cases/{guide.Rich}/timeline");
        Assert.Contains("Recorded: an opening balance", timeline, StringComparison.Ordinal);
        Assert.Contains("told by telephone", timeline, StringComparison.Ordinal);
        var events = await visitor.ReadAsync($"/cases/{guide.Rich}/timeline?kind=event");
        Assert.Contains("The employer called", events, StringComparison.Ordinal);
        Assert.DoesNotContain("Recorded: an opening balance", events, StringComparison.Ordinal);
        var assistance = await visitor.ReadAsync($"/cases/{guide.Assisted}/orders");
        Assert.Contains("TANF (title IV-A)", assistance, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_not_there_says_what_to_do()
    {
        await using var server = await Server.OverCountyAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        foreach (var tab in Tabs)
        {
            var answer = await visitor.GetAsync($"/cases/26-104-99999-9{tab}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("Check the number", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_opens_his_own_case_and_the_attempt_is_kept()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        server.Database.Execute($"update app_user set person_id = (select id from person where number = '{guide.Obligor}') where id = {server.Account(Roles.Supervisor).Id}");
        var visitor = await server.VisitAsync(Roles.Supervisor);
        foreach (var path in Tabs.Select(t => $"/cases/{guide.Rich}{t}").Append($"/receipts/{guide.Receipt}").Append($"/cases/{guide.Rich}/ledger.csv"))
        {
            var answer = await visitor.GetAsync(path);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{path}: {answer.StatusCode}");
        }

        Assert.Equal(Tabs.Length, Recorded(server, "case.own-refused", guide.Rich));
        Assert.DoesNotContain(guide.Rich, await visitor.ReadAsync("/cases?size=500"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_view_tells_where_a_protected_person_lives_and_showing_it_takes_a_reason_that_is_kept()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var line = (string)server.Database.Scalar($"select a.line1 from address a join person p on p.id = a.person_id join case_file c on c.custodian_id = p.id where c.number = '{guide.Protected}'")!;
        var person = (string)server.Database.Scalar($"select p.number from person p join case_file c on c.custodian_id = p.id where c.number = '{guide.Protected}'")!;
        var visitor = await server.VisitAsync(Roles.CaseManager);
        foreach (var tab in Tabs)
        {
            var page = await visitor.ReadAsync($"/cases/{guide.Protected}{tab}");
            Assert.DoesNotContain(line, page, StringComparison.Ordinal);
            Assert.Contains("Family violence: safe channels only", page, StringComparison.Ordinal);
        }

        var path = $"/cases/{guide.Protected}/people";
        var form = await visitor.FormAsync(path, $"reveal-{person}");
        var refused = await Text(await visitor.PostAsync(path, [.. form, new("what", "address"), new("reason", " ")]));
        Assert.Contains("Say in a few words what you need it for.", refused, StringComparison.Ordinal);
        Assert.DoesNotContain(line, refused, StringComparison.Ordinal);
        Assert.Equal(0, Recorded(server, "person.address", person));

        Assert.Contains(line, await Text(await visitor.PostAsync(path, [.. form, new("what", "address"), new("reason", "serving the order")])), StringComparison.Ordinal);
        Assert.Equal("serving the order", server.Database.Scalar($"select detail from audit_event where action = 'person.address' and object_id = '{person}'"));
        Assert.Matches("[0-9]{3}-[0-9]{2}-[0-9]{4}", await Text(await visitor.PostAsync(path, [.. form, new("what", "ssn"), new("reason", "serving the order")])));
        Assert.Equal(1, Recorded(server, "person.ssn", person));
    }

    [Fact]
    public async Task Who_may_read_a_case_but_no_protected_data_is_not_even_offered_it()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var path = $"/cases/{guide.Protected}/people";
        var manager = await server.VisitAsync(Roles.CaseManager);
        var auditor = await server.VisitAsync(Roles.Auditor);
        Assert.Contains("Show protected data", await manager.ReadAsync(path), StringComparison.Ordinal);
        Assert.DoesNotContain("Show protected data", await auditor.ReadAsync(path), StringComparison.Ordinal);
        var person = (string)server.Database.Scalar($"select p.number from person p join case_file c on c.custodian_id = p.id where c.number = '{guide.Protected}'")!;
        var token = (await auditor.FormAsync("/account", "own-password")).Single(f => f.Key == "__RequestVerificationToken");
        await auditor.PostAsync(path, [token, new("_handler", $"reveal-{person}"), new("what", "address"), new("reason", "curious")]);
        Assert.Equal(0, Recorded(server, "person.address", person));
    }

    [Fact]
    public async Task The_list_of_cases_is_filtered_sorted_and_given_as_a_spreadsheet()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        Assert.Contains(guide.Rich, await visitor.ReadAsync("/cases?with=late-tasks"), StringComparison.Ordinal);
        Assert.DoesNotContain(guide.Protected, await visitor.ReadAsync("/cases?with=late-tasks"), StringComparison.Ordinal);
        Assert.Contains(guide.Protected, await visitor.ReadAsync("/cases?with=violence"), StringComparison.Ordinal);
        Assert.Contains("No case matches", await visitor.ReadAsync("/cases?status=closed"), StringComparison.Ordinal);
        var sheet = await visitor.ReadAsync("/cases.csv?sort=arrears&dir=down");
        var arrears = sheet.TrimEnd().Split("\r\n")[1..].Select(l => decimal.Parse(l.Split(',')[^1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(60, arrears.Count);
        Assert.Equal(arrears.OrderDescending(), arrears);
        Assert.Equal(1L, server.Database.Scalar("select count(*) from audit_event where action = 'list.export'"));
    }

    internal static long Recorded(Server server, string action, string about) => (long)server.Database.Scalar($"select count(*) from audit_event where action = '{action}' and object_id = '{about}'")!;

    private static async Task<string> Text(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();
}
