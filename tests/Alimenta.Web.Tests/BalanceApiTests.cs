using System.Globalization;
using System.Text.Json;
using Alimenta.Data;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class BalanceApiTests
{
    /// <summary>What a preview may not touch: the hash over all entries, and how many facts and receipts there are.</summary>
    internal static async Task<string> LedgerAsync(Server server)
    {
        await using var db = server.Database.Store.Read();
        var rows = server.Database.Scalar("select (select count(*) from receipt) || ' ' || (select count(*) from receipt_batch) || ' ' || (select count(*) from obligation_term) || ' ' || (select count(*) from payable) || ' ' || (select count(*) from hold)");
        return $"{await db.LedgerHashAsync()} {rows}";
    }

    [Fact]
    public async Task Balances_of_the_business_date_are_those_that_are_stored()
    {
        await using var server = await Server.OverCountyAsync();
        var api = await Api.OfAsync(server, Roles.Auditor);
        foreach (var number in (await api.AllAsync("/cases")).Select(c => c.GetProperty("number").GetString()!))
        {
            var (file, balances) = (await api.GetAsync($"/cases/{number}"), await api.GetAsync($"/cases/{number}/balances"));
            Assert.Equal(file.GetProperty("arrears").GetRawText(), balances.GetProperty("arrears").GetRawText());
            Assert.Equal(file.GetProperty("current_due").GetInt64(), balances.GetProperty("current").GetInt64());
        }
    }

    [Fact]
    public async Task Balances_of_an_earlier_day_are_the_running_figures_of_the_ledger()
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.Auditor), await MadeUpCounty.GuideAsync());
        var ledger = await api.AllAsync($"/cases/{guide.Rich}/ledger?limit=50");
        foreach (var day in ledger.Select(l => l.GetProperty("effective_on").GetString()!).Distinct().Where((_, i) => i % 7 == 0))
        {
            var running = ledger.First(l => string.CompareOrdinal(l.GetProperty("effective_on").GetString(), day) <= 0).GetProperty("balance").GetInt64();
            Assert.Equal(running, (await api.GetAsync($"/cases/{guide.Rich}/balances?on={day}")).GetProperty("total").GetInt64());
        }

        Assert.Equal(0, (await api.GetAsync($"/cases/{guide.Rich}/balances?on=2001-01-01")).GetProperty("total").GetInt64());
        await api.RefusedAsync($"/cases/{guide.Rich}/balances?on=2026-11-21", 422, "R-BALANCE-AHEAD");
        await api.RefusedAsync($"/cases/{guide.Rich}/balances?known_by=yesterday", 400, "W-INSTANT");
        await api.RefusedAsync("/cases/26-104-99999-9/balances", 404, "R-NO-CASE");
        await api.RefusedAsync($"/cases/{guide.Rich}/ledger?month=13", 400, "W-MONTH");
        await api.RefusedAsync("/cases/26-104-99999-9/ledger", 404, "R-NO-CASE");
    }

    [Fact]
    public async Task What_was_known_before_a_change_can_still_be_asked()
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.Supervisor), await MadeUpCounty.GuideAsync());
        var before = (await api.GetAsync($"/cases/{guide.Rich}/balances")).GetProperty("total").GetInt64();
        var instant = server.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        server.Clock.Advance(TimeSpan.FromMinutes(1));
        await api.PostAsync($"/receipts/{guide.Receipt}/return", new { reason = "R01 insufficient funds" });
        Assert.True((await api.GetAsync($"/cases/{guide.Rich}/balances")).GetProperty("total").GetInt64() > before);
        Assert.Equal(before, (await api.GetAsync($"/cases/{guide.Rich}/balances?known_by={instant}")).GetProperty("total").GetInt64());
        Assert.Equal(0, (await api.GetAsync($"/cases/{guide.Rich}/balances?known_by=2001-01-01T00:00:00Z")).GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task Each_balance_and_each_line_of_the_ledger_says_why()
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.CaseManager), await MadeUpCounty.GuideAsync());
        foreach (var (account, cents) in (await api.GetAsync($"/cases/{guide.Assisted}/balances")).GetProperty("arrears").EnumerateObject().Select(p => (p.Name, p.Value.GetInt64())))
        {
            var why = await api.GetAsync($"/cases/{guide.Assisted}/balances/{account}/explanation");
            Assert.Equal((cents, true), (why.GetProperty("balance_cents").GetInt64(), why.GetProperty("agrees").GetBoolean()));
            Assert.NotEqual(0, why.GetProperty("why").GetProperty("steps").GetArrayLength());
        }

        foreach (var entry in (await api.AllAsync($"/cases/{guide.Assisted}/ledger")).Select(l => l.GetProperty("entry_key").GetString()!).Distinct().Take(25))
        {
            var why = await api.GetAsync($"/cases/{guide.Assisted}/ledger/explanation?entry={Uri.EscapeDataString(entry)}");
            Assert.True(why.GetProperty("agrees").GetBoolean(), entry);
            Assert.NotEqual(0, why.GetProperty("why").GetProperty("steps").GetArrayLength());
        }

        await api.RefusedAsync($"/cases/{guide.Rich}/balances/XX/explanation", 404, "R-NO-BALANCE");
        await api.RefusedAsync($"/cases/{guide.Rich}/ledger/explanation?entry=nothing", 404, "W-NO-ENTRY");
        await api.RefusedAsync($"/cases/{guide.Rich}/ledger/explanation", 400, "W-BAD-REQUEST");
    }

    [Theory]
    [InlineData("income_withholding", false)]
    [InlineData("federal_tax_offset", true)]
    public async Task A_preview_tells_where_money_would_go_and_keeps_nothing_and_the_real_one_does_the_same(string source, bool joint)
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.Accounting), await MadeUpCounty.GuideAsync());
        object Money(bool preview) => new { case_number = guide.Rich, amount = 123456, source, collected_on = "2026-11-18", joint_return = joint, tender = "check", payor_name = "D. Quist", check_number = "771", preview };

        var before = await LedgerAsync(server);
        var seen = await api.PostAsync("/distributions/preview", new { case_number = guide.Rich, amount = 123456, source, collected_on = "2026-11-18", joint_return = joint });
        Assert.Equal(123456, seen.GetProperty("parts").EnumerateArray().Sum(p => p.GetProperty("amount").GetInt64()));
        Assert.NotEqual(0, seen.GetProperty("why").GetProperty("steps").GetArrayLength());
        Assert.Equal(before, await LedgerAsync(server));

        Assert.True((await api.PostAsync("/receipts", Money(true))).GetProperty("identified").GetBoolean());
        Assert.Equal(before, await LedgerAsync(server));

        var done = await api.PostAsync("/receipts", Money(false));
        var receipt = await api.GetAsync($"/receipts/{done.GetProperty("receipt_id").GetInt64()}");
        static IEnumerable<string> Told(IEnumerable<JsonElement> parts) => parts.Select(p => $"{p.GetProperty("bucket")} {p.GetProperty("month")} {p.GetProperty("to")} {p.GetProperty("amount")}").Order(StringComparer.Ordinal);
        Assert.Equal(Told(seen.GetProperty("parts").EnumerateArray()), Told(receipt.GetProperty("distributions").EnumerateArray().SelectMany(d => d.GetProperty("parts").EnumerateArray())));
        Assert.NotEqual(before, await LedgerAsync(server));
    }

    [Fact]
    public async Task A_preview_of_nothing_or_of_tomorrow_is_refused()
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.Accounting), await MadeUpCounty.GuideAsync());
        await api.RefusedAsync("/distributions/preview", new { case_number = guide.Rich, amount = 0, source = "voluntary", collected_on = "2026-11-18" }, 422, "R-PREVIEW-AMOUNT");
        await api.RefusedAsync("/distributions/preview", new { case_number = guide.Rich, amount = 1, source = "voluntary", collected_on = "2026-11-21" }, 422, "R-PREVIEW-DATE");
        await api.RefusedAsync("/distributions/preview", new { case_number = "26-104-99999-9", amount = 1, source = "voluntary", collected_on = "2026-11-18" }, 404, "R-NO-CASE");
        await api.RefusedAsync("/distributions/preview", new { case_number = guide.Rich, amount = 1, source = "found", collected_on = "2026-11-18" }, 400, "W-BAD-REQUEST");
    }
}
