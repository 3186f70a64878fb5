using System.Net;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class OversightTests
{
    [Fact]
    public async Task A_business_day_is_opened_after_the_one_that_is_open()
    {
        await using var server = await Server.AtWorkAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        await visitor.RefusedAsync("/oversight", "open-day", "date", "Enter the day.", ("date-month", ""), ("date-day", ""), ("date-year", ""));
        await visitor.RefusedAsync("/oversight", "open-day", "date", "does not lie after it", Desk.Day("date", Desk.Today));
        await visitor.RefusedAsync("/oversight", "open-day", "date", "lies more than 31 days after", Desk.Day("date", Desk.Today.AddDays(40)));
        await visitor.RefusedAsync("/oversight", "open-day", "date", "22 Nov 2026 is no business day: it is a Sunday.", Desk.Day("date", Desk.Today.AddDays(2)));
        await visitor.RefusedAsync("/oversight", "open-day", "date", "26 Nov 2026 is no business day: Thanksgiving Day is observed on it.", Desk.Day("date", Desk.Today.AddDays(6)));
        await visitor.DoneAsync("/oversight", "open-day", [("closed", "on"), .. Desk.Day("date", Desk.Today.AddDays(2))]);
        Assert.Contains("The business day is open.", await visitor.DoneAsync("/oversight", "open-day", Desk.Day("date", Desk.Today.AddDays(3))), StringComparison.Ordinal);
        Assert.Equal("2026-11-23", server.Word("select business_date from business_day"));
        var other = await server.VisitAsync(Roles.Supervisor);
        Assert.DoesNotContain("Open this day", await other.ReadAsync("/oversight"), StringComparison.Ordinal);
        await other.ForgeAsync("/oversight", "open-day", Desk.Day("date", Desk.Today.AddDays(4)));
        Assert.Equal("2026-11-23", server.Word("select business_date from business_day"));
    }

    [Fact]
    public async Task An_accrual_that_is_started_shows_its_steps()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        await visitor.DoneAsync("/oversight", "open-day", Desk.Day("date", Desk.Today.AddDays(11)));
        Assert.Contains("The run is started.", await visitor.DoneAsync("/oversight", "start-accrual"), StringComparison.Ordinal);
        var page = await visitor.ReadAsync($"/oversight/runs/{places.Run.Accrual}");
        foreach (var part in (string[])["Accrual: months charged and closed", "Steps", "Done"]) Assert.Contains(part, page, StringComparison.Ordinal);
        Assert.Contains("No such run", await visitor.ReadAsync("/oversight?status=failed"), StringComparison.Ordinal);
        var none = await visitor.GetAsync("/oversight/runs/999999");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        Assert.Contains("Choose a run from the list.", await none.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failed_parts_are_worked_again_by_who_may_run_batches()
    {
        await using var server = await Server.AtWorkAsync();
        var run = (await WorkedCounty.PlacesAsync()).Run.Accrual;
        server.Break($"update batch_partition set status = 'failed', error = 'case 24-101-00001-1: made to fail' where id = (select min(p.id) from batch_partition p join batch_step s on s.id = p.step_id where s.run_id = {run})");
        var page = $"/oversight/runs/{run}";
        var auditor = await server.VisitAsync(Roles.Auditor);
        Assert.DoesNotContain("Work the failed parts again", await auditor.ReadAsync(page), StringComparison.Ordinal);
        await auditor.ForgeAsync(page, "retry-run");
        Assert.Equal("failed", server.Word("select status from batch_partition where error <> ''"));

        var visitor = await server.VisitAsync(Roles.Accounting);
        Assert.Contains("made to fail", await visitor.ReadAsync(page), StringComparison.Ordinal);
        await visitor.DoneAsync(page, "retry-run");
        Assert.NotEqual("failed", server.Word("select status from batch_partition order by id limit 1"));
    }

    [Fact]
    public async Task The_books_are_proved_on_demand_and_one_cent_is_found()
    {
        await using var server = await Server.AtWorkAsync();
        var auditor = await server.VisitAsync(Roles.Auditor);
        var good = await auditor.DoneAsync("/oversight/proofs", "prove");
        Assert.Contains("In order", good, StringComparison.Ordinal);
        Assert.DoesNotContain("Not in order", good, StringComparison.Ordinal);
        server.Break("update case_account set na = na + 1 where case_id = (select min(case_id) from case_account)");
        var bad = await auditor.DoneAsync("/oversight/proofs", "prove");
        Assert.Contains("Not in order", bad, StringComparison.Ordinal);
        Assert.Contains("$0.01", bad, StringComparison.Ordinal);
        Assert.Contains("Earlier proofs", bad, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_log_is_filtered_and_looking_at_it_stands_in_it()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        await (await server.VisitAsync(Roles.CaseManager)).ReadAsync($"/receipts/{places.Guide.Receipt}");
        var auditor = await server.VisitAsync(Roles.Auditor);
        var before = server.Recorded("audit.read");
        var page = await auditor.ReadAsync("/oversight/audit?action=receipt");
        Assert.Contains("receipt.read", page, StringComparison.Ordinal);
        Assert.DoesNotContain("access.", page, StringComparison.Ordinal);
        Assert.Contains("No event matches", await auditor.ReadAsync("/oversight/audit?from=1999-01-01&to=1999-12-31"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await server.VisitAsync(Roles.Supervisor)).GetAsync("/oversight/audit")).StatusCode);
        var (key, trace) = (server.Word($"select natural_key from receipt where id = {places.Guide.Receipt}"), server.Word($"select trace from inbound_item where receipt_id = {places.Guide.Receipt}"));
        Assert.Contains($"receipt {trace}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(key, page, StringComparison.Ordinal);
        Assert.Contains("receipt.read", await auditor.ReadAsync($"/oversight/audit?object={trace}"), StringComparison.Ordinal);
        Assert.Equal(before + 3, server.Recorded("audit.read"));
        Assert.Contains("looked at a receipt", await auditor.ReadAsync("/oversight/audit.csv?action=receipt"), StringComparison.Ordinal);
    }
}
