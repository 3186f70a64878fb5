using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Alimenta.Data;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

/// <summary>A figure says the same wherever it stands, and the same as the list to which it leads.</summary>
public sealed class AgreeingFiguresTests
{
    [Fact]
    public async Task What_was_received_is_identified_or_not_and_is_what_the_link_shows()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        Assert.True(server.Number("select count(*) from receipt r join receipt_batch b on b.id = r.batch_id where b.status = 'open' and r.received_on = '2026-11-20'") > 0);
        var home = WebUtility.HtmlDecode(await visitor.ReadAsync("/"));
        var told = Regex.Match(home, "<a href=\"(?<href>/receipts\\?from[^\"]*)\">(?<sum>\\$[0-9,.]+)</a>[^§]*?(?<count>[0-9,]+) receipts: (?<known>[0-9,]+) identified, (?<unknown>[0-9,]+) not");
        Assert.True(told.Success);
        int Told(string group) => int.Parse(told.Groups[group].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
        Assert.Equal(Told("count"), Told("known") + Told("unknown"));
        Assert.Contains($"{told.Groups["count"].Value} receipts · {told.Groups["sum"].Value} in all", WebUtility.HtmlDecode(await visitor.ReadAsync(told.Groups["href"].Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_held_is_the_same_on_the_first_page_on_the_page_of_money_and_in_the_list()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        var (sum, count) = (new Money(server.Number("select sum(amount) from hold where status = 'active'")), server.Number("select count(*) from hold where status = 'active'"));
        Assert.Contains($"{sum} in all; every cent", await visitor.ReadAsync("/"), StringComparison.Ordinal);
        Assert.Matches($"href=\"/money/holds\">{Regex.Escape($"{sum}")}</a>[^§]*?{count} holds, the unidentified among them", await visitor.ReadAsync("/money"));
        var list = await visitor.ReadAsync("/money/holds");
        Assert.Contains($"{sum} in all", list, StringComparison.Ordinal);
        Assert.Contains($">{count} holds, the oldest first", list, StringComparison.Ordinal);
        var disputes = Regex.Match(list, "reason=dispute\">Dispute (?<count>[0-9]+)<").Groups["count"].Value;
        Assert.Contains($">{disputes} hold", await visitor.ReadAsync("/money/holds?reason=dispute"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_held_for_a_family_is_not_said_to_have_gone_to_it_and_many_holds_are_told_once()
    {
        await using var server = await Server.OverCountyAsync();
        var hold = server.Number("select min(y.hold_id) from payable y join hold h on h.id = y.hold_id where y.status = 'held' and y.payee_kind = 'family' and h.case_id is not null");
        var number = server.Word($"select c.number from case_file c join hold h on h.case_id = c.id where h.id = {hold}");
        // All that the family had this year waits for its address, in two holds.
        server.Break($"update hold set reason = 'no_address', owner = 'case-manager', release_on = null, review_on = '2026-11-25' where id = {hold}");
        server.Break($"update payable set status = 'held', hold_id = {hold} where payee_kind = 'family' and case_id = (select case_id from hold where id = {hold})");
        var visitor = await server.VisitAsync(Roles.CaseManager);
        server.Break($"create temp table again as select * from hold where id = {hold}; update again set id = id + 1000000; insert into hold select * from again");
        var waits = server.Number($"select count(*) from hold h join case_file c on c.id = h.case_id where c.number = '{number}' and h.reason = 'no_address' and h.status = 'active'");
        Assert.True(waits > 1, number);
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync($"/cases/{number}"));
        Assert.DoesNotContain("has gone to the family this year", page, StringComparison.Ordinal);
        Assert.Matches("Paid to the family this year[^§]*?\\$0\\.00[^§]*?\\$[0-9,.]+ more is held · of this year’s support of \\$[0-9,.]+ \\$[0-9,.]+ is paid, [0-9]+ %, old arrears apart", page);
        Assert.Contains("Held for the family", page, StringComparison.Ordinal);
        Assert.Contains("held: no address; looked at again", page, StringComparison.Ordinal);
        Assert.Contains($"in {waits} holds: no address", page, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, "Find the payee's address and record it\\.</?p"));
        Assert.Matches("Next step[^§]*?Find the payee's address and record it", page);
        Assert.Contains($"href=\"/money/holds?case={number}&reason=noaddress\"", page, StringComparison.Ordinal);
        Assert.Contains($">{waits} holds, the oldest first", await visitor.ReadAsync($"/money/holds?case={number}&reason=noaddress"), StringComparison.Ordinal);
        var sheet = await visitor.ReadAsync($"/cases/{number}/receipts.csv");
        Assert.Matches("held: no address; looked at again [0-9]{4}-[0-9]{2}-[0-9]{2}", sheet);
    }

    [Fact]
    public async Task What_a_receipt_was_distributed_to_in_steps_adds_up_to_it()
    {
        await using var server = await Server.OverCountyAsync();
        var receipt = server.Number("select max(receipt_id) from journal_entry where kind = 'distribution' and receipt_id in (select receipt_id from journal_entry where kind = 'distribution' group by receipt_id having count(*) = 2 and count(reverses_version) = 0)");
        var page = WebUtility.HtmlDecode(await (await server.VisitAsync(Roles.Supervisor)).ReadAsync($"/receipts/{receipt}"));
        Assert.Contains("Distributed in 2 steps, the latest first", page, StringComparison.Ordinal);
        var total = Regex.Match(page, "Where it went.*?<tfoot.*?(\\$[0-9,.]+).*?</tfoot>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Equal($"{new Money(server.Number($"select amount - returned_amount from receipt where id = {receipt}"))}", total);
    }

    [Fact]
    public async Task What_came_back_of_a_payment_is_said_on_its_case()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        var last = long.Parse(Regex.Match(await visitor.ReadAsync($"/cases/{guide.Rich}"), "Receipt <a href=\"/receipts/([0-9]+)\"").Groups[1].Value, CultureInfo.InvariantCulture);
        var amount = new Money(server.Number($"select amount from receipt where id = {last}"));
        await ReceiptViewTests.TakeBackAsync(visitor, last, "1.00");
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync($"/cases/{guide.Rich}"));
        Assert.Matches($"Last payment[^§]*?{Regex.Escape($"{amount - Money.Of(1)}")}[^§]*?; \\$1\\.00 of {Regex.Escape($"{amount}")} came back", page);
        Assert.Matches("Its parts[^<]*; \\$1\\.00 came back", page);
        Assert.DoesNotContain("$1.00 went to other cases", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_must_leave_today_is_the_same_in_tile_and_chip_and_late_money_is_among_it()
    {
        await using var server = await Server.AtWorkAsync();
        server.Break("update business_day set business_date = '2026-12-04'");
        var visitor = await server.VisitAsync(Roles.Accounting);
        const string Must = "from payable where status in ('open', 'in_file') and amount > 0 and due_on <= '2026-12-04'";
        var (count, sum) = (server.Number($"select count(*) {Must}"), new Money(server.Number($"select sum(amount) {Must}")));
        Assert.True(count > 0);
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync("/money?show=late"));
        Assert.Matches($"Must leave today {count}<", page);
        foreach (var one in (string[])[page, WebUtility.HtmlDecode(await visitor.ReadAsync("/"))])
            Assert.Matches($"Must leave today<[^§]*?{Regex.Escape($"{sum}")}[^§]*?{count} amounts; (all|[0-9]+ of them) late", one);
    }

    [Fact]
    public async Task A_worker_finds_the_own_cases_their_tasks_by_name_and_the_last_page()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        Assert.DoesNotContain("Tasks on your cases", await visitor.ReadAsync("/"), StringComparison.Ordinal);
        server.Break($"update case_file set worker_id = {server.Account(Roles.CaseManager).Id} where number in ('{guide.Rich}', '{guide.Protected}')");
        Assert.Contains("cases in which you are a party are never shown", await visitor.ReadAsync("/cases"), StringComparison.Ordinal);
        var own = server.Number($"select count(*) from case_file where worker_id = {server.Account(Roles.CaseManager).Id}");
        var mine = WebUtility.HtmlDecode(await visitor.ReadAsync("/cases?mine=yes"));
        Assert.Contains($"{own} cases ·", mine, StringComparison.Ordinal);
        Assert.Contains(guide.Rich, mine, StringComparison.Ordinal);
        Assert.Equal(own, (await visitor.ReadAsync("/cases.csv?mine=yes")).TrimEnd().Split("\r\n").Length - 1);
        var tasks = WebUtility.HtmlDecode(await visitor.ReadAsync("/cases?mine=yes&with=tasks"));
        Assert.Contains("Answer the employer’s question", tasks, StringComparison.Ordinal);
        Assert.DoesNotContain(guide.Protected, tasks, StringComparison.Ordinal);
        Assert.Matches("Tasks on your cases[^§]*?href=\"/cases\\?mine=yes&with=tasks\">1</a>[^§]*?1 late", WebUtility.HtmlDecode(await visitor.ReadAsync("/")));
        var last = WebUtility.HtmlDecode(await visitor.ReadAsync("/cases?page=9999"));
        Assert.Contains("51–60 of 60", last, StringComparison.Ordinal);
        Assert.DoesNotContain("No case matches", last, StringComparison.Ordinal);
        Assert.DoesNotContain("No receipt matches", await visitor.ReadAsync("/receipts?page=9999"), StringComparison.Ordinal);
    }
}
