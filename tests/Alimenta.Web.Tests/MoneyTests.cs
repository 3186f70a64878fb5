using System.Net;
using System.Text.RegularExpressions;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class MoneyTests
{
    [Fact]
    public async Task Files_of_payments_are_shown_first_and_made_after()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        var before = server.Number("select count(*) from disbursement_file");
        var look = await Text(await visitor.SendAsync("/money/pay", "pay", ("step", "look")));
        Assert.Contains("Files that would be made; nothing is made yet", look, StringComparison.Ordinal);
        Assert.Contains("Make these files", look, StringComparison.Ordinal);
        Assert.Equal(before, server.Number("select count(*) from disbursement_file"));
        var made = await visitor.DoneAsync("/money/pay", "pay", ("step", "make"));
        Assert.Contains("The files are made.", made, StringComparison.Ordinal);
        Assert.True(server.Number("select count(*) from disbursement_file") > before);
        Assert.Contains("Nothing was payable, so no file was made.", await visitor.DoneAsync("/money/pay", "pay", ("step", "make")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.VisitAsync(Roles.DisbursementReleaser)).GetAsync("/money/pay")).StatusCode);
    }

    [Fact]
    public async Task Payees_who_cannot_be_paid_are_named_before_and_after_the_files_are_made()
    {
        await using var server = await Server.AtWorkAsync();
        // Whose money is open today loses her number; nothing of hers can be paid.
        var payee = server.Number("select min(p.payee_id) from payable p join person x on x.id = p.payee_id where p.status = 'open' and p.amount > 0 and x.kind = 'person' and not exists (select 1 from disbursement d where d.payee_id = p.payee_id and d.on_day = (select business_date from business_day))");
        server.Database.Execute($"update person set number = '' where id = {payee}");
        var visitor = await server.VisitAsync(Roles.Accounting);
        foreach (var step in (string[])["look", "make"])
        {
            var page = WebUtility.HtmlDecode(await Text(await visitor.SendAsync("/money/pay", "pay", ("step", step))));
            Assert.Contains(step == "look" ? "1 payee cannot be paid" : "1 payee could not be paid", page, StringComparison.Ordinal);
            Assert.Contains("The payee has no number, so no payment can name him.", page, StringComparison.Ordinal);
        }

        Assert.Equal(1L, server.Number($"select count(*) from work_task where kind = 'payee-fault' and person_id = {payee}"));
    }

    [Fact]
    public async Task What_is_due_says_why_and_what_is_late_is_red()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        Assert.Matches("Why \\$[0-9,.]+ must leave by ", await visitor.ReadAsync("/money?show=all"));
        Assert.Contains("Nothing is late", await visitor.ReadAsync("/money?show=late"), StringComparison.Ordinal);
        server.Database.Execute("update business_day set business_date = '2026-12-04'");
        var late = await visitor.ReadAsync("/money?show=late");
        Assert.Contains("days late", late, StringComparison.Ordinal);
        Assert.Contains("fact tone-bad", late, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_hold_says_why_and_is_filtered()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var page = WebUtility.HtmlDecode(await visitor.ReadAsync("/money/holds"));
        var rows = page.Split("href=\"/money/holds/").Length - 1;
        Assert.Equal(server.Number("select count(*) from hold where status = 'active'"), rows);
        Assert.Equal(rows, page.Split("<tr class=\"why-row\">").Length - 1);
        var joint = await visitor.ReadAsync("/money/holds?reason=jointoffset");
        Assert.Contains($"/money/holds/{places.Hold.Joint}\"", joint, StringComparison.Ordinal);
        Assert.DoesNotContain($"/money/holds/{places.Hold.Unidentified}\"", joint, StringComparison.Ordinal);
        Assert.Contains("No hold matches", await visitor.ReadAsync("/money/holds?age=180"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_joint_offset_is_released_early_by_a_supervisor_alone_and_with_a_reason()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var hold = server.Number($"select id from hold where reason = 'joint_offset' and status = 'active' and payee_id <> (select payee_id from hold where id = {places.Hold.Dispute}) order by id limit 1");
        var path = $"/money/holds/{hold}";
        var manager = await server.VisitAsync(Roles.CaseManager);
        Assert.Contains("only a supervisor releases it", await manager.ReadAsync(path), StringComparison.Ordinal);
        var forged = WebUtility.HtmlDecode(await Text(await manager.ForgeAsync(path, "release", ("why", "the spouse signed"))));
        Assert.Contains("the spouse signed", forged, StringComparison.Ordinal);
        Assert.Equal("active", server.Word($"select status from hold where id = {hold}"));
        var accounting = await server.VisitAsync(Roles.Accounting);
        Assert.Contains("Whoever takes money in does not say which money waits", await accounting.ReadAsync(path), StringComparison.Ordinal);

        var supervisor = await server.VisitAsync(Roles.Supervisor);
        await supervisor.RefusedAsync(path, "release", "why", "Say in a few words why the money may leave.", ("why", ""));
        await supervisor.RefusedAsync(path, "release", "why", "Enter the reason in a few words.", ("why", "x"));
        Assert.Contains("The hold is released.", await supervisor.DoneAsync(path, "release", ("why", "The other spouse’s share is settled, letter of 18 Nov")), StringComparison.Ordinal);
        Assert.Equal("released", server.Word($"select status from hold where id = {hold}"));
        var after = await supervisor.ReadAsync(path);
        Assert.Contains("letter of 18 Nov", after, StringComparison.Ordinal);
        Assert.Contains("How it ended", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dispute_holds_a_payees_money_until_it_ends()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        await visitor.RefusedAsync("/money/disputes", "dispute", "payee", "Enter the payee’s number.", ("payee", ""), ("why", "Appeal of 3 Nov"));
        await visitor.RefusedAsync("/money/disputes", "dispute", "payee", "There is no person P-0", ("payee", "P-0"), ("why", "Appeal of 3 Nov"));
        await visitor.RefusedAsync("/money/disputes", "dispute", "why", "Say what is in dispute, and since when.", ("payee", places.Payee), ("why", ""));
        var pays = server.Word("select p.number from person p join case_file c on c.obligor_id = p.id where p.id not in (select custodian_id from case_file) and p.id not in (select payee_id from payable) limit 1");
        await visitor.RefusedAsync("/money/disputes", "dispute", "payee", "is paid no support", ("payee", pays), ("why", "Appeal of 3 Nov"));
        (string, string)[] dispute = [("payee", places.Payee.ToLowerInvariant()), ("why", "Appeal of 3 Nov")];
        var shown = await visitor.RefusedAsync("/money/disputes", "dispute", "", "would wait", dispute);
        Assert.Contains(server.Word($"select last from person where number = '{places.Payee}'"), shown, StringComparison.Ordinal);
        var seen = Regex.Match(shown, "name=\"seen\" value=\"([^\"]*)\"").Groups[1].Value;
        await visitor.RefusedAsync("/money/disputes", "dispute", "", "Look at it again and confirm then.", [("step", "confirm"), .. dispute]);
        var page = await visitor.DoneAsync("/money/disputes", "dispute", [("step", "confirm"), ("seen", seen), .. dispute]);
        Assert.Contains("The payee’s money is held until the dispute is released.", page, StringComparison.Ordinal);
        await visitor.RefusedAsync("/money/disputes", "dispute", "", "held for a dispute already", ("payee", places.Payee), ("why", "Appeal of 3 Nov"));
        var hold = server.Number($"select min(h.id) from hold h join person p on p.id = h.payee_id where p.number = '{places.Payee}' and h.reason = 'dispute' and h.status = 'active'");
        Assert.Contains("Appeal of 3 Nov", await visitor.ReadAsync($"/money/holds/{hold}"), StringComparison.Ordinal);
        Assert.Contains("The hold is released.", await visitor.DoneAsync($"/money/holds/{hold}", "release", ("why", "The appeal was withdrawn")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.VisitAsync(Roles.Accounting)).GetAsync("/money/disputes")).StatusCode);
    }

    [Fact]
    public async Task Nothing_is_taken_back_from_a_payee_without_his_written_consent()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var path = $"/money/recoveries/{places.Recovery}";
        var visitor = await server.VisitAsync(Roles.Supervisor);
        (string, string)[] signed = Desk.Day("signed", Desk.Today.AddDays(-1));
        await visitor.RefusedAsync(path, "consent", "answer", "Choose what the payee says.", [("document", "Folder 7"), .. signed]);
        await visitor.RefusedAsync(path, "consent", "percent", "Write the part in percent", [("answer", "agreed"), ("percent", "a tenth"), ("document", "Folder 7"), .. signed]);
        await visitor.RefusedAsync(path, "consent", "document", "Say where the payee’s writing is kept.", [("answer", "agreed"), ("percent", "10"), ("document", ""), .. signed]);
        await visitor.RefusedAsync(path, "consent", "percent", "from 1 to 100", [("answer", "agreed"), ("percent", "101"), ("document", "Folder 7"), .. signed]);
        await visitor.RefusedAsync(path, "consent", "percent", "Clear this part", [("answer", "refused"), ("percent", "10"), ("document", "Folder 7"), .. signed]);
        await visitor.RefusedAsync(path, "consent", "signed", "when the payee had this money", [("answer", "agreed"), ("percent", "10"), ("document", "Folder 7"), .. Desk.Day("signed", new(1950, 1, 2))]);
        Assert.Matches("1 overpayment of \\$[0-9,.]+ is outstanding", await visitor.ReadAsync("/money/recoveries"));
        Assert.Contains("The consent is recorded.", await visitor.DoneAsync(path, "consent", [("answer", "agreed"), ("percent", "12.5"), ("document", "Folder 7"), .. signed]), StringComparison.Ordinal);
        Assert.Contains("12.5 %", await visitor.ReadAsync(path), StringComparison.Ordinal);
        Assert.Contains("Nothing is taken.", await visitor.DoneAsync(path, "consent", [("answer", "refused"), ("document", "Letter of today"), .. signed]), StringComparison.Ordinal);
        var other = await server.VisitAsync(Roles.Accounting);
        Assert.Contains("A supervisor records what the payee answers", await other.ReadAsync(path), StringComparison.Ordinal);
        Assert.Equal(server.Number("select count(*) from recovery where status = 'active'"), (await other.ReadAsync("/money/recoveries.csv?status=active")).TrimEnd().Split("\r\n").Length - 1);
        Assert.True(server.Recorded("recovery.read") > 0);
    }

    private static Task<string> Text(HttpResponseMessage answer) => answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
