using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alimenta.Office.Access;
using Alimenta.Testing;
using Microsoft.AspNetCore.TestHost;

namespace Alimenta.Web.Tests;

public sealed class ApiTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_token_with_a_wrong_one_and_with_a_cookie_it_is_401()
    {
        await using var server = await Server.StartAsync();
        var client = server.App.GetTestClient();
        await IsProblem(await client.GetAsync("/api/v1/account", Cancel), 401, "W-SIGN-IN");
        client.DefaultRequestHeaders.Authorization = new("Bearer", "alim_0000");
        await IsProblem(await client.GetAsync("/api/v1/account", Cancel), 401, "W-SIGN-IN");
        var visitor = await server.VisitAsync(Roles.Supervisor);
        await IsProblem(await visitor.GetAsync("/api/v1/account"), 401, "W-SIGN-IN");
    }

    [Fact]
    public async Task The_account_says_who_acts_and_what_he_may_do()
    {
        await using var server = await Server.StartAsync();
        var answer = await (await server.ProgramAsync(Roles.Auditor)).GetFromJsonAsync<JsonElement>("/api/v1/account", Cancel);
        Assert.Equal(server.Account(Roles.Auditor).Id, answer.GetProperty("account").GetInt64());
        Assert.Contains("audit.read", answer.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()));
    }

    [Fact]
    public async Task A_rule_answers_with_value_and_explanation()
    {
        await using var server = await Server.StartAsync();
        var client = await server.ProgramAsync(Roles.CaseManager);
        var answer = await client.PostAsJsonAsync("/api/v1/law/us/monthly-equivalent", new { as_of = "2026-11-20", facts = new { amount_cents = 10000, frequency = "weekly" } }, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        var json = JsonDocument.Parse(text).RootElement;
        Assert.Equal("us/monthly-equivalent", json.GetProperty("rule").GetString());
        Assert.True(json.GetProperty("explanation").GetProperty("steps").GetArrayLength() > 0);
        Assert.Equal(64, json.GetProperty("law_version").GetString()!.Length);
    }

    [Fact]
    public async Task What_is_wrong_with_facts_is_told_member_by_member()
    {
        await using var server = await Server.StartAsync();
        var client = await server.ProgramAsync(Roles.CaseManager);
        var problem = await IsProblem(await client.PostAsJsonAsync("/api/v1/law/us/monthly-equivalent", new { as_of = "2026-11-20", facts = new { amount_cents = -1, frequency = "never" } }, Cancel), 422, "L-FACT-NEGATIVE");
        Assert.Equal(["amount_cents", "frequency"], problem.GetProperty("faults").EnumerateArray().Select(f => f.GetProperty("field").GetString()));
        await IsProblem(await client.PostAsJsonAsync("/api/v1/law/us/nothing", new { as_of = "2026-11-20", facts = new { } }, Cancel), 404, "W-LAW-UNKNOWN");
        await IsProblem(await client.PostAsJsonAsync("/api/v1/law/us/monthly-equivalent", new { as_of = "yesterday", facts = new { } }, Cancel), 400, "W-BAD-REQUEST");
        await IsProblem(await client.PostAsJsonAsync("/api/v1/law/us/monthly-equivalent", new { as_of = "2026-11-20", facts = new { }, surprise = 1 }, Cancel), 400, "W-BAD-REQUEST");
        await IsProblem(await client.PostAsync("/api/v1/law/us/monthly-equivalent", new StringContent("as_of=2026-11-20"), Cancel), 415, "W-MEDIA-TYPE");
    }

    [Fact]
    public async Task A_list_is_read_to_its_end_by_its_next_addresses_each_item_once()
    {
        await using var server = await Server.StartAsync();
        var client = await server.ProgramAsync(Roles.CaseManager);
        var ids = new List<string>();
        for (var next = "/api/v1/law/parameters?limit=37"; next is not null;)
        {
            var part = await client.GetFromJsonAsync<JsonElement>(next, Cancel);
            ids.AddRange(part.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            next = part.GetProperty("next").GetString();
        }

        Assert.Equal(Law.LawStore.BuiltIn.Parameters.Select(p => p.Id), ids);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("501")]
    [InlineData("-1")]
    [InlineData("all")]
    public async Task A_part_of_a_list_has_1_to_500_items(string limit)
    {
        await using var server = await Server.StartAsync();
        await IsProblem(await (await server.ProgramAsync(Roles.CaseManager)).GetAsync($"/api/v1/law/parameters?limit={limit}", Cancel), 400, "W-BAD-REQUEST");
    }

    [Fact]
    public async Task A_write_wants_a_key_and_the_same_key_gives_the_same_answer()
    {
        await using var server = await Server.StartAsync();
        var client = await server.ProgramAsync(Roles.CaseManager);
        var list = await client.GetFromJsonAsync<JsonElement>("/api/v1/account/tokens", Cancel);
        var id = list.GetProperty("items")[0].GetProperty("id").GetInt64();
        await IsProblem(await client.PostAsync($"/api/v1/account/tokens/{id}/revoke", null, Cancel), 400, "W-KEY");
        client.DefaultRequestHeaders.Add("Idempotency-Key", "revoke-0001");
        await IsProblem(await client.PostAsync("/api/v1/account/tokens/999999/revoke", null, Cancel), 422, "R-NO-TOKEN");
        Assert.Equal(HttpStatusCode.NoContent, (await client.PostAsync($"/api/v1/account/tokens/{id}/revoke", null, Cancel)).StatusCode);
        await IsProblem(await client.GetAsync("/api/v1/account", Cancel), 401, "W-SIGN-IN");
    }

    [Fact]
    public async Task A_token_without_the_permission_is_403()
    {
        await using var server = await Server.StartAsync();
        var accounts = (Accounts)server.App.Services.GetService(typeof(Accounts))!;
        var administrator = new Caller(server.Account(Roles.Administrator).Id, "J. Kowalski", Roles.PermissionsOf([Roles.Administrator]));
        var client = await server.ProgramAsync(Roles.Auditor);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/law/rules", Cancel)).StatusCode);
        await accounts.SetRolesAsync("k", server.Account(Roles.Auditor).Id, [], "moved", administrator, Cancel);
        await IsProblem(await client.GetAsync("/api/v1/law/rules", Cancel), 403, "W-FORBIDDEN");
    }

    // ALIMENTA_WRITE_OPENAPI=1 writes the document anew; then look at the difference: it is what programs of others rely on.
    [Fact]
    public async Task The_document_of_the_interface_is_the_one_that_is_checked_in()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        var document = (await visitor.ReadAsync("/openapi/v1.json")).ReplaceLineEndings("\n").TrimEnd() + "\n";
        var file = Path.Combine(Repository.Root, "docs", "interfaces", "openapi-v1.json");
        if (Environment.GetEnvironmentVariable("ALIMENTA_WRITE_OPENAPI") == "1") await File.WriteAllTextAsync(file, document, Cancel);
        Assert.Equal((await File.ReadAllTextAsync(file, Cancel)).ReplaceLineEndings("\n"), document);
    }

    private static async Task<JsonElement> IsProblem(HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }
}
