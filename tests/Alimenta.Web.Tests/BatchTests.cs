using System.Net;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class BatchTests
{
    private const string List = "/money/batches";

    [Fact]
    public async Task A_batch_is_counted_keyed_and_posted_when_both_agree()
    {
        await using var server = await Server.AtWorkAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        await visitor.RefusedAsync(List, "open-batch", "count", "Enter how many items there are.", ("count", "two"), ("amount", "90.00"));
        await visitor.RefusedAsync(List, "open-batch", "count", "A batch holds 1 to", ("count", "0"), ("amount", "90.00"));
        await visitor.RefusedAsync(List, "open-batch", "amount", "Enter what the items add up to.", ("count", "2"), ("amount", ""));
        await visitor.RefusedAsync(List, "open-batch", "amount", "A batch needs an amount above 0.00.", ("count", "2"), ("amount", "0"));
        await visitor.RefusedAsync(List, "open-batch", "count", "A batch holds 1 to 500", ("count", "999999999999"), ("amount", "90.00"));
        await visitor.DoneAsync(List, "open-batch", ("count", "3"), ("amount", "190.00"));
        var path = $"{List}/{server.Number("select max(id) from receipt_batch")}";

        await visitor.RefusedAsync(path, "add-item", "amount", "Enter the amount on the item.", Item(guide.Rich, "", "D. Quist", "501"));
        await visitor.RefusedAsync(path, "add-item", "payor", "Enter the name on the item.", Item(guide.Rich, "40", "", "501"));
        await visitor.RefusedAsync(path, "add-item", "case", "No case has the number", Item("26-104-99999-9", "40", "D. Quist", "501"));
        await visitor.RefusedAsync(path, "add-item", "collected", "lies ahead of the business date", Item(guide.Rich, "40", "D. Quist", "501", Desk.Today.AddDays(1)));
        Assert.Contains("D. Quist", await visitor.DoneAsync(path, "add-item", Item(guide.Rich, "40", "D. Quist", "501")), StringComparison.Ordinal);
        await visitor.RefusedAsync(path, "add-item", "check", "was keyed before", Item(guide.Rich, "40", "D. Quist", "501"));
        Assert.Contains("not known, will wait as unidentified", await visitor.DoneAsync(path, "add-item", Item("", "50", "Someone", "502")), StringComparison.Ordinal);
        await visitor.RefusedAsync(path, "close-batch", "", "keyed are 2 of $90.00");
        await visitor.RefusedAsync(path, "recount", "why", "Say what was counted wrong.", ("count", "2"), ("amount", "90.00"), ("why", ""));
        await visitor.RefusedAsync(path, "recount", "why", "at least three letters", ("count", "2"), ("amount", "90.00"), ("why", "w"));
        Assert.Contains("The pile is declared anew.", await visitor.DoneAsync(path, "recount", ("count", "1"), ("amount", "40.00"), ("why", "one item belongs to another pile")), StringComparison.Ordinal);
        var wrong = server.Number("select id from receipt where payor_name = 'Someone'");
        Assert.Contains("The item is taken out of the batch.", await visitor.DoneAsync(path, "take-out", ("item", $"{wrong}")), StringComparison.Ordinal);
        Assert.Contains("Count and amount agree.", await visitor.ReadAsync(path), StringComparison.Ordinal);
        var closed = await visitor.DoneAsync(path, "close-batch");
        Assert.Contains("The batch is posted, and its money is distributed.", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("Next item", closed, StringComparison.Ordinal);
        Assert.Equal("distributed", server.Word("select status from receipt where payor_name = 'D. Quist' and check_number = '501'"));
    }

    [Fact]
    public async Task An_old_page_of_a_closed_batch_is_answered_with_how_it_stands_now()
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var path = $"{List}/{places.Batch.Agrees}";
        var visitor = await server.VisitAsync(Roles.Accounting);
        var forms = new List<List<KeyValuePair<string, string>>>();
        foreach (var form in (string[])["close-batch", "recount", "add-item", "take-out"]) forms.Add(await visitor.FormAsync(path, form));
        await visitor.DoneAsync(path, "close-batch");
        foreach (var form in forms)
        {
            var answer = await visitor.PostAsync(path, form);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("What you sent changed nothing", page, StringComparison.Ordinal);
            Assert.Contains("This batch is closed.", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_day_of_collection_long_ago_is_confirmed_and_not_taken_on_to_the_next_item()
    {
        await using var server = await Server.AtWorkAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        await visitor.DoneAsync(List, "open-batch", ("count", "2"), ("amount", "80.00"));
        var path = $"{List}/{server.Number("select max(id) from receipt_batch")}";
        var old = Item(guide.Rich, "40", "D. Quist", "601", new(2020, 11, 20));
        var asked = await visitor.RefusedAsync(path, "add-item", "collected", "before the case was opened on", old);
        Assert.Contains("The day is right", asked, StringComparison.Ordinal);
        await visitor.RefusedAsync(path, "add-item", "collected", "more than 60 days before the business date", Item("", "40", "Someone", "602", Desk.Today.AddDays(-61)));
        var added = await visitor.DoneAsync(path, "add-item", [.. old, ("sure", "on")]);
        Assert.DoesNotContain("name=\"sure\"", added, StringComparison.Ordinal);
        Assert.Contains($"name=\"collected-year\" type=\"text\" inputmode=\"numeric\" maxlength=\"4\" value=\"{Desk.Today.Year}\"", string.Join(' ', added.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        await visitor.DoneAsync(path, "add-item", Item("", "40", "Someone", "602", Desk.Today.AddDays(-60)));
    }

    [Fact]
    public async Task A_joint_tax_offset_is_held_and_a_fee_of_the_Treasury_does_not_lessen_what_the_payer_is_credited()
    {
        await using var server = await Server.AtWorkAsync();
        var guide = await MadeUpCounty.GuideAsync();
        var visitor = await server.VisitAsync(Roles.Accounting);
        await visitor.DoneAsync(List, "open-batch", ("count", "2"), ("amount", "130.00"));
        var path = $"{List}/{server.Number("select max(id) from receipt_batch")}";
        (string, string)[] offset = [("tender", "Transfer"), ("source", "FederalTaxOffset")];
        await visitor.DoneAsync(path, "add-item", [.. Item(guide.Rich, "50", "U.S. TREASURY", "").Where(f => f.Item1 is not ("tender" or "source")), .. offset, ("joint", "on")]);
        await visitor.RefusedAsync(path, "add-item", "net", "What came in cannot be more than the amount credited.", [.. Item(guide.Rich, "80", "U.S. TREASURY", "").Where(f => f.Item1 is not ("tender" or "source")), .. offset, ("net", "90.00")]);
        await visitor.RefusedAsync(path, "add-item", "net", "A fee cannot be all of the money.", [.. Item(guide.Rich, "80", "U.S. TREASURY", "").Where(f => f.Item1 is not ("tender" or "source")), .. offset, ("net", "0")]);
        await visitor.DoneAsync(path, "add-item", [.. Item(guide.Rich, "80", "U.S. TREASURY", "").Where(f => f.Item1 is not ("tender" or "source")), .. offset, ("net", "60.00")]);
        Assert.Contains("$60.00 arrived", await visitor.ReadAsync(path), StringComparison.Ordinal);
        await visitor.DoneAsync(path, "close-batch");
        var joint = server.Number("select max(id) from receipt where amount = 5000 and joint_return = 1");
        Assert.True(server.Number($"select count(*) from hold where receipt_id = {joint} and reason = 'joint_offset' and status = 'active'") > 0);
        var fee = server.Number("select max(id) from receipt where amount = 8000 and net_amount = 6000");
        Assert.Contains("$60.00 reached the bank", await visitor.ReadAsync($"/receipts/{fee}"), StringComparison.Ordinal);
        Assert.Contains("ends 20 May 2027", await visitor.ReadAsync("/money/holds?reason=jointoffset"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Roles.CaseManager)]
    [InlineData(Roles.Supervisor)]
    [InlineData(Roles.DisbursementReleaser)]
    [InlineData(Roles.Auditor)]
    public async Task Only_accounting_keys(string role)
    {
        await using var server = await Server.AtWorkAsync();
        var places = await WorkedCounty.PlacesAsync();
        var visitor = await server.VisitAsync(role);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync($"{List}/{places.Batch.Open}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.ForgeAsync($"{List}/{places.Batch.Agrees}", "close-batch")).StatusCode);
        Assert.Equal("open", server.Word($"select status from receipt_batch where id = {places.Batch.Agrees}"));
    }

    private static (string, string)[] Item(string file, string amount, string payor, string check, DateOnly? on = null) =>
        [("case", file), ("amount", amount), ("payor", payor), ("check", check), ("tender", "Check"), ("source", "Voluntary"), .. Desk.Day("collected", on ?? Desk.Today)];
}
