using System.Globalization;
using System.Text.Json;
using Alimenta.Office.Access;
using Alimenta.Testing;

namespace Alimenta.Web.Tests;

public sealed class CaseApiTests
{
    [Fact]
    public async Task Cases_are_listed_part_by_part_each_once_and_by_their_filters()
    {
        await using var server = await Server.OverCountyAsync();
        var api = await Api.OfAsync(server, Roles.CaseManager);
        var numbers = (await api.AllAsync("/cases?limit=17")).ConvertAll(c => c.GetProperty("number").GetString()!);
        Assert.Equal(numbers.Order(StringComparer.Ordinal).Distinct(), numbers);
        Assert.Equal(Convert.ToInt32(server.Database.Scalar("select count(*) from case_file"), CultureInfo.InvariantCulture), numbers.Count);
        Assert.All(await api.AllAsync("/cases?with=arrears"), c => Assert.True(c.GetProperty("arrears").GetInt64() > 0));
        Assert.All(await api.AllAsync("/cases?status=open&office=104"), c => Assert.Equal("open", c.GetProperty("status").GetString()));
        await api.RefusedAsync("/cases?status=ajar", 400, "W-BAD-REQUEST");
    }

    [Fact]
    public async Task A_case_answers_with_its_figures_and_the_read_is_recorded()
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.Auditor), await MadeUpCounty.GuideAsync());
        var file = await api.GetAsync($"/cases/{guide.Rich}");
        Assert.Equal(guide.Rich, file.GetProperty("number").GetString());
        Assert.True(file.GetProperty("monthly_support").GetInt64() > 0);
        Assert.Equal("2026-11-20", file.GetProperty("as_of").GetString());
        Assert.Equal(1, CaseViewsTests.Recorded(server, "case.read", guide.Rich));
        await api.RefusedAsync("/cases/26-104-99999-9", 404, "R-NO-CASE");
        Assert.True((await api.GetAsync($"/cases/{guide.Assisted}/assistance")).GetProperty("spells").GetArrayLength() > 0);
        await api.RefusedAsync("/cases/26-104-99999-9/assistance", 404, "R-NO-CASE");
        Assert.NotEmpty(await api.AllAsync($"/cases/{guide.Rich}/receipts?limit=3"));
        await api.RefusedAsync("/cases/26-104-99999-9/receipts", 404, "R-NO-CASE");
        var orders = await api.GetAsync($"/cases/{guide.Rich}/orders");
        Assert.True(orders[0].GetProperty("obligations")[0].GetProperty("terms")[0].GetProperty("amount").GetInt64() > 0);
        await api.RefusedAsync("/cases/26-104-99999-9/orders", 404, "R-NO-CASE");
    }

    [Fact]
    public async Task Nobody_reads_his_own_case()
    {
        await using var server = await Server.OverCountyAsync();
        var guide = await MadeUpCounty.GuideAsync();
        server.Break(string.Create(CultureInfo.InvariantCulture, $"update app_user set person_id = (select obligor_id from case_file where number = '{guide.Rich}') where id = {server.Account(Roles.CaseManager).Id}"));
        var api = await Api.OfAsync(server, Roles.CaseManager);
        foreach (var below in (string[])["", "/participants", "/orders", "/assistance", "/receipts", "/balances", "/ledger", "/balances/NA/explanation", "/ledger/explanation?entry=x"])
            await api.RefusedAsync($"/cases/{guide.Rich}{below}", 403, "R-OWN-CASE");
        await api.RefusedAsync("/distributions/preview", new { case_number = guide.Rich, amount = 1, source = "voluntary", collected_on = "2026-11-20" }, 403, "R-OWN-CASE");
        Assert.DoesNotContain(await api.AllAsync("/cases"), c => c.GetProperty("number").GetString() == guide.Rich);
    }

    [Fact]
    public async Task Participants_are_masked_and_in_full_only_with_the_permission_and_a_reason()
    {
        await using var server = await Server.OverCountyAsync();
        var (worker, guide) = (await Api.OfAsync(server, Roles.CaseManager), await MadeUpCounty.GuideAsync());
        var people = await worker.GetAsync($"/cases/{guide.Rich}/participants");
        var obligor = people.EnumerateArray().Single(p => p.GetProperty("number").GetString() == guide.Obligor);
        Assert.Matches("^\\*\\*\\*-\\*\\*-[0-9]{4}$", obligor.GetProperty("masked_ssn").GetString());
        Assert.Equal(1, CaseViewsTests.Recorded(server, "case.people", guide.Rich));

        var guarded = (await worker.GetAsync($"/cases/{guide.Protected}/participants")).EnumerateArray().Single(p => p.GetProperty("family_violence").GetBoolean());
        Assert.Equal(0, guarded.GetProperty("contact").GetProperty("addresses").GetArrayLength());
        await worker.RefusedAsync("/cases/26-104-99999-9/participants", 404, "R-NO-CASE");

        var reveal = $"/cases/{guide.Rich}/participants/{guide.Obligor}/reveal";
        var shown = await worker.PostAsync(reveal, new { what = "ssn", reason = "match with the employer" });
        Assert.EndsWith(obligor.GetProperty("masked_ssn").GetString()![^4..], shown.GetProperty("ssn").GetString(), StringComparison.Ordinal);
        Assert.Equal(1, CaseViewsTests.Recorded(server, "person.ssn", guide.Obligor));
        var where = await worker.PostAsync($"/cases/{guide.Protected}/participants/{guarded.GetProperty("number").GetString()}/reveal", new { what = "addresses", reason = "service by the sheriff" });
        Assert.True(where.GetProperty("addresses").GetArrayLength() >= 0);
        Assert.Equal(JsonValueKind.Null, where.GetProperty("ssn").ValueKind);
        await worker.RefusedAsync(reveal, new { what = "ssn", reason = "" }, 422, "R-REVEAL-REASON");
        await worker.RefusedAsync($"/cases/{guide.Protected}/participants/{guide.Obligor}/reveal", new { what = "ssn", reason = "curious" }, 404, "W-NO-PARTICIPANT");
        await (await Api.OfAsync(server, Roles.Accounting)).RefusedAsync(reveal, new { what = "ssn", reason = "no duty" }, 403, "W-FORBIDDEN");
    }

    [Fact]
    public async Task A_search_finds_by_words_in_the_body()
    {
        await using var server = await Server.OverCountyAsync();
        var (api, guide) = (await Api.OfAsync(server, Roles.CaseManager), await MadeUpCounty.GuideAsync());
        var found = await api.PostAsync("/search", new { words = guide.Rich });
        Assert.Contains(found.GetProperty("hits").EnumerateArray(), h => h.GetProperty("kind").GetString() == "case" && h.GetProperty("key").GetString() == guide.Rich);
        await api.RefusedAsync("/search", new { }, 400, "W-BAD-REQUEST");
    }

    [Fact]
    public async Task New_terms_are_previewed_by_the_command_that_sets_them_and_set_once_under_their_key()
    {
        await using var server = await Server.OverCountyAsync();
        var (worker, guide) = (await Api.OfAsync(server, Roles.CaseManager), await MadeUpCounty.GuideAsync());
        var (path, before) = ($"/cases/{guide.Rich}/obligation-terms", await BalanceApiTests.LedgerAsync(server));
        var obligation = (await worker.GetAsync($"/cases/{guide.Rich}/orders"))[0].GetProperty("obligations")[0].GetProperty("key").GetString()!;
        object Terms(bool preview, string key = "") => new { obligation = key.Length > 0 ? key : obligation, amount = 99900, frequency = "monthly", from = "2026-09-01", why = "modified by the court", change = true, preview };

        var seen = await worker.PostAsync(path, Terms(true));
        Assert.NotEqual(0, seen.GetProperty("effect").GetProperty("balances").GetArrayLength());
        Assert.Equal(before, await BalanceApiTests.LedgerAsync(server));

        var done = await worker.PostAsync(path, Terms(false), "terms-0001");
        Assert.Equal(seen.GetProperty("effect").GetProperty("balances").GetRawText(), done.GetProperty("effect").GetProperty("balances").GetRawText());
        var after = await BalanceApiTests.LedgerAsync(server);
        Assert.NotEqual(before, after);
        Assert.Equal(done.GetProperty("version").GetInt32(), (await worker.PostAsync(path, Terms(false), "terms-0001")).GetProperty("version").GetInt32());
        Assert.Equal(after, await BalanceApiTests.LedgerAsync(server));
        await worker.RefusedAsync(path, Terms(false, "26-104-99999-9/1"), 404, "W-NO-OBLIGATION");
        await worker.RefusedAsync(path, new { obligation, amount = 0, frequency = "monthly", from = "2026-09-01", why = "slip", change = true }, 422, "R-TERM-AMOUNT");
        await (await Api.OfAsync(server, Roles.Accounting)).RefusedAsync(path, Terms(true), 403, "W-FORBIDDEN");
    }
}
