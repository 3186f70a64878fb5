using System.Net;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class ReceiptViewTests
{
    [Fact]
    public async Task A_receipt_is_told_from_its_line_to_the_deposit()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var page = await visitor.ReadAsync($"/receipts/{guide.Receipt}");
        foreach (var part in (string[])["As it came", "Whose it is", "Where it went", "To whom, and by when", "Trace number", guide.Rich, "released"]) Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Matches("Why \\$[0-9,.]+ is due on ", page);
        Assert.Matches("Why \\$[0-9,.]+ went to ", page);
        Assert.DoesNotContain("The books and the facts differ", page, StringComparison.Ordinal);
        var ssn = (string)server.Database.Scalar($"select ssn_digits from receipt where id = {guide.Receipt}")!;
        Assert.DoesNotContain(ssn, page, StringComparison.Ordinal);
        Assert.Contains($"***-**-{ssn[5..]}", page, StringComparison.Ordinal);
        var key = (string)server.Database.Scalar($"select natural_key from receipt where id = {guide.Receipt}")!;
        Assert.Equal(1, CaseViewsTests.Recorded(server, "receipt.read", key));
        PagesTests.CheckNothingInline(page, "/receipts");
    }

    [Fact]
    public async Task Money_that_waits_says_why()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        var joint = await visitor.ReadAsync($"/receipts/{guide.Joint}");
        Assert.Contains("joint tax offset", joint, StringComparison.Ordinal);
        Assert.Contains("The other spouse of a joint tax return", joint, StringComparison.Ordinal);
        var until = DateOnly.Parse(server.Word($"select release_on from hold where receipt_id = {guide.Joint} and reason = 'joint_offset'"), System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"held until {Components.Words.Date(until)}", joint, StringComparison.Ordinal);
        Assert.DoesNotMatch("Why \\$[0-9,.]+ is due on ", joint);
        var unknown = await visitor.ReadAsync($"/receipts/{guide.Unidentified}");
        Assert.Contains("whose it is, is not known", unknown, StringComparison.Ordinal);
        Assert.Contains("It is distributed as soon as its owner is named.", unknown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_leaves_on_several_days_is_said_day_by_day()
    {
        await using var server = await Server.OverCountyAsync();
        var receipt = server.Number("select max(receipt_id) from payable where status <> 'void' and amount > 0 and receipt_id in (select receipt_id from payable where status <> 'void' and amount > 0 group by receipt_id having count(*) = 2)");
        server.Break($"update payable set status = 'open', hold_id = null, disbursement_id = null, due_on = '2026-11-24' where receipt_id = {receipt} and status <> 'void'");
        server.Break($"update payable set due_on = '2026-12-03' where id = (select max(id) from payable where receipt_id = {receipt} and status = 'open')");
        var open = $"from payable where receipt_id = {receipt} and status in ('open', 'in_file')";
        var page = await (await server.VisitAsync(Roles.Supervisor)).ReadAsync($"/receipts/{receipt}");
        Assert.Contains($"{new Money(server.Number($"select sum(amount) {open} and due_on = '2026-12-03'"))} by 3 Dec; it has not left yet", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"{new Money(server.Number($"select sum(amount) {open}"))} has not left yet", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.CaseManager, false, false, false)]
    [InlineData(Roles.Accounting, true, false, false)]
    [InlineData(Roles.Supervisor, false, true, true)]
    [InlineData(Roles.Auditor, false, false, false)]
    public async Task Only_what_a_role_may_do_is_offered_and_answered(string role, bool identify, bool move, bool back)
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(role);
        await Offered(visitor, guide.Unidentified, "identify", identify);
        await Offered(visitor, guide.Receipt, "move", move);
        await Offered(visitor, guide.Receipt, "return", back);
    }

    [Fact]
    public async Task Naming_the_owner_is_shown_first_and_done_only_as_it_was_shown()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        var path = $"/receipts/{guide.Unidentified}/identify";
        var form = await visitor.FormAsync(path, "change");

        var nothing = await Text(await visitor.PostAsync(path, [.. form, new("step", "look"), new("case", "26-104-99999-9"), new("reason", "the employer said so")]));
        Assert.Contains("Check the number", nothing, StringComparison.Ordinal);
        Assert.Contains("value=\"26-104-99999-9\"", nothing, StringComparison.Ordinal);
        Assert.Contains("value=\"the employer said so\"", nothing, StringComparison.Ordinal);

        var reasonless = await Text(await visitor.PostAsync(path, [.. form, new("step", "look"), new("case", guide.Rich), new("reason", "")]));
        Assert.Contains("Say in a few words how you know whose it is.", reasonless, StringComparison.Ordinal);
        Assert.Contains($"value=\"{guide.Rich}\"", reasonless, StringComparison.Ordinal);

        var looked = await Text(await visitor.PostAsync(path, [.. form, new("step", "look"), new("case", guide.Rich), new("reason", "the employer said so")]));
        Assert.Contains("What would change", looked, StringComparison.Ordinal);
        Assert.Equal("unidentified", Status(server, guide.Unidentified));
        var seen = Between(looked, "name=\"seen\" value=\"");

        var other = await Text(await visitor.PostAsync(path, [.. form, new("seen", seen), new("step", "confirm"), new("case", guide.Protected), new("reason", "the employer said so")]));
        Assert.Contains("Look at it again and confirm then.", other, StringComparison.Ordinal);
        Assert.Equal("unidentified", Status(server, guide.Unidentified));

        var done = await visitor.PostAsync(path, [.. form, new("seen", seen), new("step", "confirm"), new("case", guide.Rich), new("reason", "the employer said so")]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal("distributed", Status(server, guide.Unidentified));
        var page = await visitor.ReadAsync($"/receipts/{guide.Unidentified}?said=placed");
        Assert.Contains("The owner is named, and the money is distributed.", page, StringComparison.Ordinal);
        Assert.Contains("the employer said so", page, StringComparison.Ordinal);
        Assert.Contains("Its owner is named", await visitor.ReadAsync(path), StringComparison.Ordinal);

        var again = await Text(await visitor.PostAsync(path, [.. form, new("seen", seen), new("step", "confirm"), new("case", guide.Rich), new("reason", "the employer said so")]));
        Assert.Contains("What you sent changed nothing", again, StringComparison.Ordinal);
        Assert.Contains("Its owner is named", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_told_in_the_order_of_the_form()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        foreach (var (role, path, first) in ((string, string, string)[])[(Roles.Accounting, $"/receipts/{guide.Unidentified}/identify", "change-case"), (Roles.Supervisor, $"/receipts/{guide.Receipt}/return", "change-amount"), (Roles.Supervisor, $"/receipts/{guide.Receipt}/by-hand", "change-parts")])
        {
            var visitor = await server.VisitAsync(role);
            var page = await Text(await visitor.PostAsync(path, [.. await visitor.FormAsync(path, "change"), new("step", "look"), new("case", ""), new("amount", "much"), new("reason", "")]));
            var summary = page[page.IndexOf("error-summary", StringComparison.Ordinal)..];
            summary = summary[..summary.IndexOf("</ul>", StringComparison.Ordinal)];
            Assert.True(summary.IndexOf($"#{first}\"", StringComparison.Ordinal) is >= 0 and var at && at < summary.IndexOf("#change-reason\"", StringComparison.Ordinal), $"{path}: {summary}");
        }
    }

    [Fact]
    public async Task A_moved_receipt_keeps_what_stood_before()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        var path = $"/receipts/{guide.Receipt}/move";
        var form = await visitor.FormAsync(path, "change");
        List<KeyValuePair<string, string>> typed = [.. form, new("case", guide.Assisted), new("reason", "the wrong son of the same name")];
        var looked = await Text(await visitor.PostAsync(path, [.. typed, new("step", "look")]));
        Assert.Contains("was already paid out", looked, StringComparison.Ordinal);
        var done = await visitor.PostAsync(path, [.. typed, new("step", "confirm"), new("seen", Between(looked, "name=\"seen\" value=\""))]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await visitor.ReadAsync($"/receipts/{guide.Receipt}");
        foreach (var part in (string[])["What stood before", "the wrong son of the same name", guide.Assisted, guide.Rich, "What a payee had too much", "(undone)"]) Assert.Contains(part, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_that_came_back_is_taken_off_in_part_and_in_full()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        var amount = new Money((long)server.Database.Scalar($"select amount from receipt where id = {guide.Receipt}")!);
        var path = $"/receipts/{guide.Receipt}/return";
        var form = await visitor.FormAsync(path, "change");
        var much = await Text(await visitor.PostAsync(path, [.. form, new("step", "look"), new("amount", "99999.00"), new("reason", "R01 insufficient funds")]));
        Assert.Contains($"Of this receipt {amount} is left", much, StringComparison.Ordinal);
        Assert.Contains("value=\"99999.00\"", much, StringComparison.Ordinal);
        await TakeBackAsync(visitor, guide.Receipt, "10.00");
        Assert.Equal(1000L, server.Database.Scalar($"select returned_amount from receipt where id = {guide.Receipt}"));
        Assert.Contains("$10.00 came back", await visitor.ReadAsync($"/receipts/{guide.Receipt}"), StringComparison.Ordinal);
        await TakeBackAsync(visitor, guide.Receipt, "");
        Assert.Equal("returned", Status(server, guide.Receipt));
        var page = await visitor.ReadAsync($"/receipts/{guide.Receipt}");
        Assert.Contains("It came back; nothing of it stands.", page, StringComparison.Ordinal);
        Assert.Contains("What stood before", page, StringComparison.Ordinal);
        Assert.Contains("All of it came back before", await visitor.ReadAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_filtered_and_given_as_a_spreadsheet()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        Assert.Contains($"/receipts/{guide.Unidentified}\"", await visitor.ReadAsync("/receipts?status=unidentified"), StringComparison.Ordinal);
        Assert.DoesNotContain($"/receipts/{guide.Joint}\"", await visitor.ReadAsync("/receipts?status=unidentified"), StringComparison.Ordinal);
        Assert.Contains($"/receipts/{guide.Joint}\"", await visitor.ReadAsync("/receipts?source=federaltaxoffset&from=2026-11-20&to=2026-11-20"), StringComparison.Ordinal);
        Assert.Contains("No receipt matches", await visitor.ReadAsync("/receipts?to=1999-12-31"), StringComparison.Ordinal);
        var count = (long)server.Database.Scalar("select count(*) from receipt")!;
        Assert.Equal(count, (await visitor.ReadAsync("/receipts.csv")).TrimEnd().Split("\r\n").Length - 1);
    }

    [Theory]
    [InlineData("/receipts.csv", "Amount")]
    [InlineData("/money/holds.csv", "Amount")]
    [InlineData("/money/due.csv?show=all", "Amount")]
    [InlineData("/files.csv", "Posted")]
    [InlineData("/files/out.csv", "Amount")]
    public async Task A_list_is_sorted_by_its_amounts_either_way_and_so_is_its_spreadsheet(string path, string column)
    {
        await using var server = await Server.OverCountyAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        foreach (var (way, sign) in new[] { ("", 1), ("&dir=down", -1) })
        {
            var lines = (await visitor.ReadAsync($"{path}{(path.Contains('?') ? '&' : '?')}sort={(column == "Posted" ? "posted" : "amount")}{way}")).TrimEnd().Split("\r\n");
            var at = Array.IndexOf(lines[0].TrimStart('\uFEFF').Split(','), column);
            var amounts = lines.Skip(1).Select(l => decimal.Parse(Cells(l)[at], System.Globalization.CultureInfo.InvariantCulture) * sign).ToList();
            Assert.True(amounts.Distinct().Count() > 1);
            Assert.Equal(amounts.Order(), amounts);
        }
    }

    private static string[] Cells(string line) =>
        [.. System.Text.RegularExpressions.Regex.Matches(line, "(?<=^|,)(\"(?:[^\"]|\"\")*\"|[^,]*)").Select(m => m.Value.Trim('"'))];

    [Fact]
    public async Task A_receipt_that_is_not_there_says_what_to_do()
    {
        await using var server = await Server.OverCountyAsync();
        var answer = await (await server.VisitAsync(Roles.Supervisor)).GetAsync("/receipts/999999");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("Search for it", await Text(answer), StringComparison.Ordinal);
    }

    internal static async Task TakeBackAsync(Visitor supervisor, long receipt, string amount)
    {
        var path = $"/receipts/{receipt}/return";
        var form = await supervisor.FormAsync(path, "change");
        List<KeyValuePair<string, string>> typed = [.. form, new("amount", amount), new("reason", "R01 insufficient funds")];
        var looked = await Text(await supervisor.PostAsync(path, [.. typed, new("step", "look")]));
        var done = await supervisor.PostAsync(path, [.. typed, new("step", "confirm"), new("seen", Between(looked, "name=\"seen\" value=\""))]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    private static async Task Offered(Visitor visitor, long receipt, string act, bool may)
    {
        var path = $"/receipts/{receipt}/{act}";
        Assert.Equal(may, (await visitor.ReadAsync($"/receipts/{receipt}")).Contains($"href=\"{path}\"", StringComparison.Ordinal));
        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await visitor.GetAsync(path)).StatusCode);
    }

    private static string Status(Server server, long receipt) => (string)server.Database.Scalar($"select status from receipt where id = {receipt}")!;

    private static string Between(string page, string before)
    {
        var from = page.IndexOf(before, StringComparison.Ordinal);
        Assert.True(from >= 0, $"The page has no {before}");
        from += before.Length;
        return page[from..page.IndexOf('"', from)];
    }

    private static async Task<string> Text(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();
}
