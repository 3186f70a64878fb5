using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class ReceiptApiTests
{
    private static object Check(string number, int cents = 5000, string file = "", string collected = "2026-11-19") =>
        new { amount = cents, tender = "check", source = "voluntary", collected_on = collected, case_number = file, check_number = number, payor_name = "D. Quist" };

    [Fact]
    public async Task Receipts_are_listed_by_their_filters_and_one_is_read_with_its_reasons()
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.Auditor), await MadeUpCounty.GuideAsync());
        var all = await api.AllAsync("/receipts?limit=100");
        Assert.Equal(all.Count, all.Select(r => r.GetProperty("id").GetInt64()).Distinct().Count());
        Assert.All(await api.AllAsync("/receipts?source=federal_tax_offset&from=2026-01-01&to=2026-12-31"), r => Assert.Equal("federal_tax_offset", r.GetProperty("source").GetString()));
        await api.RefusedAsync("/receipts?source=gold", 400, "W-BAD-REQUEST");

        var receipt = await api.GetAsync($"/receipts/{guide.Joint}");
        Assert.True(receipt.GetProperty("joint_return").GetBoolean());
        Assert.Equal(1, CaseViewsTests.Recorded(server, "receipt.read", receipt.GetProperty("key").GetString()!));
        await api.RefusedAsync("/receipts/999999", 404, "R-NO-RECEIPT");

        var why = await api.GetAsync($"/receipts/{guide.Joint}/explanation");
        Assert.All(why.GetProperty("distributions").EnumerateArray(), d => Assert.True(d.GetProperty("agrees").GetBoolean()));
        Assert.NotEqual(0, why.GetProperty("distributions").GetArrayLength());
        Assert.NotEqual(0, why.GetProperty("holds").GetArrayLength());
        await api.RefusedAsync("/receipts/999999/explanation", 404, "R-NO-RECEIPT");

        var payable = receipt.GetProperty("payables")[0].GetProperty("id").GetInt64();
        Assert.True((await api.GetAsync($"/payables/{payable}/explanation")).GetProperty("agrees").GetBoolean());
        Assert.Equal(1L, server.Database.Scalar($"select count(*) from audit_event where action = 'payable.why' and object_id = '{payable}'"));
        await api.RefusedAsync("/payables/999999/explanation", 404, "R-EXPLAIN-DUE");
    }

    [Fact]
    public async Task A_check_is_posted_once_under_its_key_and_distributed()
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.Accounting), await MadeUpCounty.GuideAsync());
        var done = await api.PostAsync("/receipts", Check("4711", file: guide.Rich), "check-4711");
        Assert.True(done.GetProperty("identified").GetBoolean());
        Assert.Equal("distributed", (await api.GetAsync($"/receipts/{done.GetProperty("receipt_id").GetInt64()}")).GetProperty("status").GetString());

        var ledger = await BalanceApiTests.LedgerAsync(server);
        Assert.Equal(done.GetRawText(), (await api.PostAsync("/receipts", Check("4711", file: guide.Rich), "check-4711")).GetRawText());
        Assert.Equal(ledger, await BalanceApiTests.LedgerAsync(server));
        await api.RefusedAsync("/receipts", Check("4712", file: guide.Rich), 422, "R-KEY-REUSED", "check-4711");
        await api.RefusedAsync("/receipts", Check("4711", file: guide.Rich), 422, "R-CHECK-TWICE");
        await api.RefusedAsync("/receipts", Check("4713", cents: 0), 422, "R-AMOUNT");
        await api.RefusedAsync("/receipts", Check("4713", file: "26-104-99999-9"), 422, "R-CASE-UNKNOWN");
        await api.RefusedAsync("/receipts", Check("4713", collected: "2026-11-21"), 422, "R-DATE-AHEAD");
        await api.RefusedAsync("/receipts", Check("4713"), 400, "W-KEY", "short");
        Assert.Equal(ledger, await BalanceApiTests.LedgerAsync(server));
    }

    [Fact]
    public async Task Money_without_a_case_waits_until_someone_says_whose_it_is()
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.Accounting), await MadeUpCounty.GuideAsync());
        var id = (await api.PostAsync("/receipts", Check("88"))).GetProperty("receipt_id").GetInt64();
        Assert.Contains(await api.AllAsync("/receipts/unidentified?limit=5"), r => r.GetProperty("receipt_id").GetInt64() == id);

        var (path, before) = ($"/receipts/{id}/identify", await BalanceApiTests.LedgerAsync(server));
        await api.RefusedAsync(path, new { reason = "called" }, 422, "W-OWNER");
        await api.RefusedAsync(path, new { reason = "called", case_number = "26-104-99999-9" }, 422, "R-NO-CASE");
        await api.RefusedAsync(path, new { reason = "x", case_number = guide.Rich }, 422, "R-REASON");
        await api.RefusedAsync("/receipts/999999/identify", new { reason = "called", case_number = guide.Rich }, 404, "R-NO-RECEIPT");
        var seen = await api.PostAsync(path, new { reason = "the bank said so", case_number = guide.Rich, preview = true });
        Assert.Equal(before, await BalanceApiTests.LedgerAsync(server));

        var owner = new { reason = "the bank said so", case_number = guide.Rich };
        var done = await api.PostAsync(path, owner, "owner-0001");
        Assert.Equal(seen.GetProperty("effect").GetProperty("balances").GetRawText(), done.GetProperty("effect").GetProperty("balances").GetRawText());
        Assert.Equal(done.GetRawText(), (await api.PostAsync(path, owner, "owner-0001")).GetRawText());
        await api.RefusedAsync(path, new { reason = "it is another's", case_number = guide.Assisted }, 422, "R-RECEIPT-NAMED");
    }

    [Fact]
    public async Task A_receipt_is_moved_and_taken_back_by_who_may_with_a_preview_first()
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.Supervisor), await MadeUpCounty.GuideAsync());
        var before = await BalanceApiTests.LedgerAsync(server);
        await api.RefusedAsync($"/receipts/{guide.Unidentified}/move", new { reason = "wrong person", case_number = guide.Rich }, 422, "R-RECEIPT-NOT-NAMED");
        await api.PostAsync($"/receipts/{guide.Receipt}/move", new { reason = "wrong person", case_number = guide.Assisted, preview = true });
        await api.PostAsync($"/receipts/{guide.Receipt}/return", new { reason = "R01 insufficient funds", preview = true });
        Assert.Equal(before, await BalanceApiTests.LedgerAsync(server));

        var moved = await api.PostAsync($"/receipts/{guide.Receipt}/move", new { reason = "wrong person", case_number = guide.Assisted }, "move-0001");
        Assert.NotEqual(0, moved.GetProperty("effect").GetProperty("balances").GetArrayLength());
        var back = new { reason = "R01 insufficient funds", amount = 100 };
        var returned = await api.PostAsync($"/receipts/{guide.Receipt}/return", back, "return-0001");
        Assert.Equal(returned.GetRawText(), (await api.PostAsync($"/receipts/{guide.Receipt}/return", back, "return-0001")).GetRawText());
        Assert.Equal(100, (await api.GetAsync($"/receipts/{guide.Receipt}")).GetProperty("returned_amount").GetInt64());
        await api.RefusedAsync($"/receipts/{guide.Receipt}/return", new { reason = "R01 insufficient funds", amount = 99_999_999 }, 422, "R-RETURN-AMOUNT");
        await api.RefusedAsync("/receipts/999999/return", new { reason = "R01 insufficient funds" }, 404, "R-NO-RECEIPT");
    }
}
