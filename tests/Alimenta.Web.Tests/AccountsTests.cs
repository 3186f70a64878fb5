using System.Net;
using Alimenta.Office.Access;
using Alimenta.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Alimenta.Web.Tests;

public sealed class AccountsTests
{
    [Fact]
    public async Task A_new_account_comes_with_a_password_shown_once_and_the_same_form_twice_makes_one()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync(Roles.Administrator);
        List<KeyValuePair<string, string>> form = [.. await visitor.FormAsync("/accounts/new", "new-account"), new("name", "P. Doyle"), new("user", "p.doyle"), new("roles", Roles.CaseManager)];
        var first = await Text(await visitor.PostAsync("/accounts/new", form));
        Assert.Contains("First password of p.doyle", first, StringComparison.Ordinal);
        var second = await Text(await visitor.PostAsync("/accounts/new", form));
        Assert.Contains("This was done before", second, StringComparison.Ordinal);
        Assert.DoesNotContain("First password of", second, StringComparison.Ordinal);
        Assert.Single((await Desk(server).ListAsync(TestContext.Current.CancellationToken)), a => a.UserName == "p.doyle");
    }

    [Fact]
    public async Task Conflicting_roles_are_refused_with_what_was_typed_kept()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync(Roles.Administrator);
        var form = await visitor.FormAsync("/accounts/new", "new-account");
        var page = await Text(await visitor.PostAsync("/accounts/new", [.. form, new("name", "P. Doyle"), new("user", "p.doyle"), new("roles", Roles.Accounting), new("roles", Roles.DisbursementReleaser)]));
        Assert.Contains("cannot be held by one person", page, StringComparison.Ordinal);
        Assert.Contains("value=\"P. Doyle\"", page, StringComparison.Ordinal);
        Assert.Matches("value=\"accounting\" checked", page);
        Assert.Matches("value=\"disbursement-releaser\" checked", page);
    }

    [Fact]
    public async Task Nobody_gives_roles_to_himself_and_only_an_administrator_gives_any()
    {
        await using var server = await Server.StartAsync();
        var administrator = CallerOf(server, Roles.Administrator);
        Assert.Equal("R-OWN-ROLES", (await Desk(server).SetRolesAsync("k1", administrator.UserId, [Roles.Auditor], "why not", administrator, TestContext.Current.CancellationToken)).Refusal!.Code);
        foreach (var role in Roles.All.Where(r => r.Name != Roles.Administrator))
        {
            var caller = CallerOf(server, role.Name);
            Assert.Equal("R-NOT-ALLOWED", (await Desk(server).SetRolesAsync("k2", administrator.UserId, [], "why not", caller, TestContext.Current.CancellationToken)).Refusal!.Code);
            Assert.Equal("R-NOT-ALLOWED", (await Desk(server).CreateAsync("k3", "other", "Other", [], caller, TestContext.Current.CancellationToken)).Refusal!.Code);
        }
    }

    [Theory, EachEngine]
    public async Task Accounts_work_on_both_engines(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var services = new ServiceCollection().AddSingleton(database.Store).AddOfficeAccess(new()).BuildServiceProvider();
        var first = await services.GetRequiredService<FirstAccounts>().CreateAdministratorAsync("admin", "A. Admin", TestContext.Current.CancellationToken);
        Assert.True(first.Ok);
        Assert.Equal("R-NOT-FIRST", (await services.GetRequiredService<FirstAccounts>().CreateAdministratorAsync("admin2", "A. Admin", TestContext.Current.CancellationToken)).Refusal!.Code);
        var session = await services.GetRequiredService<SignInDesk>().SignInAsync("ADMIN ", first.Value.Password, TestContext.Current.CancellationToken);
        Assert.True(session.Value.MustChangePassword);
        var live = await services.GetRequiredService<Sessions>().FindAsync(session.Value.Key, TestContext.Current.CancellationToken);
        Assert.Equal(first.Value.Id, live!.Caller.UserId);
        Assert.Contains(Permissions.AccountManage, live.Caller.Permissions);
        ((TestClock)database.Clock).Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(await services.GetRequiredService<Sessions>().FindAsync(session.Value.Key, TestContext.Current.CancellationToken));
        ((TestClock)database.Clock).Advance(TimeSpan.FromMinutes(10));
        Assert.NotNull(await services.GetRequiredService<Sessions>().FindAsync(session.Value.Key, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("short words here", true)]
    [InlineData("fourteen chars", false)]
    [InlineData("password password", false)]
    [InlineData("aaaaaaaaaaaaaaaaaaaa", false)]
    [InlineData("the sign-in name osei.lead is here", false)]
    [InlineData("violet anchor tundra pebble", true)]
    [InlineData("P a s s w o r d 1234567890", false)]
    public void A_password_is_long_and_not_one_that_everybody_tries(string password, bool good)
    {
        var services = new ServiceCollection().AddOfficeAccess(new()).BuildServiceProvider();
        var passwords = services.GetRequiredService<Passwords>();
        Assert.Equal(good, passwords.Check(password, "osei.lead") is null);
    }

    [Fact]
    public async Task A_token_acts_for_its_owner_until_it_is_revoked_or_runs_out()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync(Roles.Auditor);
        var form = await visitor.FormAsync("/account", "new-token");
        var page = await Text(await visitor.PostAsync("/account", [.. form, new("token", "Evening report")]));
        var from = page.IndexOf(ApiTokens.Prefix, StringComparison.Ordinal);
        var token = page[from..page.IndexOf('<', from)];
        var sessions = server.App.Services.GetRequiredService<Sessions>();
        Assert.Equal("T. Adeyemi (Evening report)", (await sessions.FindTokenAsync(token, TestContext.Current.CancellationToken))!.Caller.Name);
        Assert.DoesNotContain(token, await visitor.ReadAsync("/account"), StringComparison.Ordinal);

        var revoke = await visitor.FormAsync("/account", "revoke-token");
        var id = (await server.App.Services.GetRequiredService<ApiTokens>().ListAsync(server.Account(Roles.Auditor).Id, TestContext.Current.CancellationToken))[0].Id;
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.PostAsync("/account", [.. revoke, new("id", $"{id}")])).StatusCode);
        Assert.Null(await sessions.FindTokenAsync(token, TestContext.Current.CancellationToken));
    }

    private static Accounts Desk(Server server) => server.App.Services.GetRequiredService<Accounts>();

    private static Caller CallerOf(Server server, string role) => new(server.Account(role).Id, role, Roles.PermissionsOf([role]));

    private static async Task<string> Text(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync();
}
