using System.Net;
using Alimenta.Office.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Alimenta.Web.Tests;

public sealed class SignInTests
{
    [Fact]
    public async Task A_wrong_name_and_a_wrong_password_read_the_same()
    {
        await using var server = await Server.StartAsync();
        Assert.Equal(await TryAsync(server, "osei", "not the password at all"), await TryAsync(server, "nobody", "not the password at all"));
    }

    [Fact]
    public async Task After_five_wrong_tries_even_the_right_password_waits()
    {
        await using var server = await Server.StartAsync();
        for (var i = 0; i < 5; i++) await TryAsync(server, "osei", "wrong");
        Assert.Contains("do not match", await TryAsync(server, "osei", server.Password), StringComparison.Ordinal);
        server.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("/", await TryAsync(server, "osei", server.Password));
    }

    [Fact]
    public async Task Four_wrong_tries_do_not_lock_and_a_right_one_clears_them()
    {
        await using var server = await Server.StartAsync();
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 4; i++) await TryAsync(server, "osei", "wrong");
            Assert.Equal("/", await TryAsync(server, "osei", server.Password));
        }
    }

    [Fact]
    public async Task A_session_ends_when_idle_and_in_any_case_after_its_hours()
    {
        await using var server = await Server.StartAsync(new() { IdleMinutes = 15, SessionHours = 2 });
        var idle = await server.VisitAsync(Roles.CaseManager);
        server.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal(HttpStatusCode.OK, (await idle.GetAsync("/")).StatusCode);
        server.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal("/sign-in?return=%2Flaw&said=ended", (await idle.GetAsync("/law")).Headers.Location!.ToString());

        var busy = await server.VisitAsync(Roles.CaseManager);
        for (var minutes = 0; minutes < 120; minutes += 10)
        {
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/")).StatusCode);
            server.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Redirect, (await busy.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("/account?tab=1", "/sign-in?return=%2Faccount%3Ftab%3D1&said=not-saved")]
    [InlineData("/sign-out", "/sign-in")]
    public async Task A_form_sent_after_the_session_says_that_nothing_was_saved_and_leads_back_to_its_page(string path, string way)
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var form = await visitor.FormAsync("/account", "own-password");
        visitor.Cookies.Remove("alimenta-session");
        var answer = await visitor.PostAsync(path, form);
        Assert.Equal(way, answer.Headers.Location!.ToString());
        if (path == "/sign-out") return;
        Assert.Contains("what you sent was not saved", await visitor.ReadAsync(way), StringComparison.Ordinal);
        var back = await visitor.PostAsync(way, [.. await visitor.FormAsync(way), new("user", server.Account(Roles.CaseManager).UserName), new("password", server.Password)]);
        Assert.EndsWith("localhost" + path, back.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_kills_every_copy_of_the_key()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync(Roles.CaseManager);
        var copy = await server.VisitAsync();
        copy.Cookies["alimenta-session"] = visitor.Cookies["alimenta-session"];
        Assert.Equal(HttpStatusCode.OK, (await copy.GetAsync("/")).StatusCode);
        var form = await visitor.FormAsync("/account", "own-password");
        await visitor.PostAsync("/sign-out", form);
        Assert.Equal(HttpStatusCode.Redirect, (await copy.GetAsync("/")).StatusCode);
        Assert.DoesNotContain("alimenta-session", visitor.Cookies.Keys);
    }

    [Fact]
    public async Task A_lost_role_and_a_closed_account_count_at_the_next_request()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/law")).StatusCode);
        var accounts = server.App.Services.GetRequiredService<Accounts>();
        var administrator = new Caller(server.Account(Roles.Administrator).Id, "J. Kowalski", Roles.PermissionsOf([Roles.Administrator]));
        Assert.True((await accounts.SetRolesAsync("k1", server.Account(Roles.Supervisor).Id, [], "left the team", administrator, TestContext.Current.CancellationToken)).Ok);
        Assert.Equal(HttpStatusCode.Forbidden, (await visitor.GetAsync("/law")).StatusCode);
        Assert.True((await accounts.SetDisabledAsync("k2", server.Account(Roles.Supervisor).Id, true, "left the office", administrator, TestContext.Current.CancellationToken)).Ok);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/law")).StatusCode);
    }

    [Fact]
    public async Task A_first_password_must_be_changed_before_anything_else()
    {
        await using var server = await Server.StartAsync();
        var accounts = server.App.Services.GetRequiredService<Accounts>();
        var administrator = new Caller(server.Account(Roles.Administrator).Id, "J. Kowalski", Roles.PermissionsOf([Roles.Administrator]));
        var made = (await accounts.CreateAsync("k1", "new.person", "N. Person", [Roles.Auditor], administrator, TestContext.Current.CancellationToken)).Value;
        var visitor = await server.VisitAsync();
        var fields = await visitor.FormAsync("/sign-in");
        await visitor.PostAsync("/sign-in", [.. fields, new("user", "New.Person"), new("password", made.Password)]);
        Assert.Equal("/account?said=password-first", (await visitor.GetAsync("/law")).Headers.Location!.ToString());
        var form = await visitor.FormAsync("/account", "own-password");
        var changed = await visitor.PostAsync("/account", [.. form, new("present", made.Password), new("password", "green kettle ladder moss"), new("again", "green kettle ladder moss")]);
        Assert.Equal("/account?said=changed", LocationOf(changed));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/law")).StatusCode);
    }

    [Theory]
    [InlineData("/law", "/law")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("https://evil.example/law", "/")]
    [InlineData("", "/")]
    public async Task Signing_in_leads_to_a_place_of_ours(string wanted, string reached)
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync();
        var path = "/sign-in?return=" + Uri.EscapeDataString(wanted);
        var form = await visitor.FormAsync(path);
        var answer = await visitor.PostAsync(path, [.. form, new("user", "osei"), new("password", server.Password)]);
        Assert.Equal(reached, LocationOf(answer));
    }

    [Fact]
    public async Task A_wrong_password_leaves_the_name_and_never_sends_the_password_back()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync();
        var form = await visitor.FormAsync("/sign-in");
        var page = await (await visitor.PostAsync("/sign-in", [.. form, new("user", "osei"), new("password", "hunter-canary")])).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("value=\"osei\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter-canary", page, StringComparison.Ordinal);
    }

    private static string LocationOf(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location!;
        return location.IsAbsoluteUri ? location.PathAndQuery : location.ToString();
    }

    private static async Task<string> TryAsync(Server server, string user, string password)
    {
        var visitor = await server.VisitAsync();
        var form = await visitor.FormAsync("/sign-in");
        var answer = await visitor.PostAsync("/sign-in", [.. form, new("user", user), new("password", password)]);
        if (answer.StatusCode == HttpStatusCode.Redirect) return LocationOf(answer);
        var page = await answer.Content.ReadAsStringAsync();
        var from = page.IndexOf("message-title", StringComparison.Ordinal);
        return page[from..page.IndexOf("</ul>", from, StringComparison.Ordinal)];
    }
}
