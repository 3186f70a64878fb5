using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Alimenta.Office.Access;
using Microsoft.AspNetCore.Builder;

namespace Alimenta.Web.Tests;

public sealed class ErrorsTests
{
    private const string Secret = "078-05-1120 Okafor";

    [Fact]
    public async Task An_error_shows_a_number_and_no_inside_view_and_the_log_has_the_number_and_no_data()
    {
        await using var server = await Failing();
        var answer = await (await server.VisitAsync(Roles.Supervisor)).GetAsync("/fails");
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        var number = page[page.IndexOf("<strong>I-", StringComparison.Ordinal)..][8..19];
        Assert.DoesNotContain("Okafor", page, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidOperationException", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" at Alimenta", page, StringComparison.Ordinal);
        Assert.Contains(server.Log.Lines, l => l.Contains(number, StringComparison.Ordinal) && l.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log.Lines, l => l.Contains("Okafor", StringComparison.Ordinal) || l.Contains("078-05", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_of_the_interface_is_problem_details_with_the_number()
    {
        await using var server = await Failing();
        var answer = await (await server.ProgramAsync(Roles.Supervisor)).GetAsync("/api/v1/fails", TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal("W-INTERNAL", problem.GetProperty("code").GetString());
        Assert.StartsWith("I-", problem.GetProperty("incident").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Okafor", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/away", "text/html")]
    [InlineData("/api/v1/away", "application/problem+json")]
    public async Task A_database_that_does_not_answer_is_said_and_when_to_ask_again(string path, string kind)
    {
        await using var server = await Failing();
        var answer = path.StartsWith("/api", StringComparison.Ordinal) ? await (await server.ProgramAsync(Roles.Supervisor)).GetAsync(path, TestContext.Current.CancellationToken) : await (await server.VisitAsync(Roles.Supervisor)).GetAsync(path);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5", kind), (answer.StatusCode, answer.Headers.RetryAfter?.ToString(), answer.Content.Headers.ContentType!.MediaType));
        Assert.Contains("Try again in a minute; what you sent is not done twice", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_refused_before_its_page_is_told_in_words()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync(Roles.Supervisor);
        var form = (await visitor.FormAsync("/account", "own-password")).ToDictionary();
        foreach (var (changed, value, words) in ((string, string, string)[])[("__RequestVerificationToken", "bad", "The form could not be read"), ("_handler", "a-form-of-before", "This form is not there any more")])
        {
            var answer = await visitor.PostAsync("/account", new Dictionary<string, string>(form) { [changed] = value });
            Assert.Equal((HttpStatusCode.BadRequest, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
            Assert.Contains(words, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Too_many_requests_are_told_to_wait()
    {
        await using var server = await Server.StartAsync(new() { RequestsPerMinute = 5 });
        var visitor = await server.VisitAsync();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 8; i++) statuses.Add((await visitor.GetAsync("/sign-in")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        var last = await visitor.GetAsync("/sign-in");
        Assert.Equal("60", last.Headers.RetryAfter!.ToString());
        Assert.Contains("Wait a minute", await last.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Readiness_falls_with_the_database_and_being_alive_does_not()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync();
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/ready")).StatusCode);
        server.Break("alter table app_user rename to app_user_gone");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await visitor.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task The_log_of_requests_names_the_route_and_not_the_address()
    {
        await using var server = await Server.StartAsync();
        await (await server.VisitAsync(Roles.Supervisor)).GetAsync("/law/us/policy/canary-7731");
        Assert.Contains(server.Log.Lines, l => l.Contains("/law/{*Id} 404", StringComparison.Ordinal));
        Assert.DoesNotContain(server.Log.Lines, l => l.Contains("canary-7731", StringComparison.Ordinal));
    }

    private static Task<Server> Failing() => Server.StartAsync(more: app =>
    {
        app.MapGet("/fails", new Func<string>(() => throw new InvalidOperationException(Secret))).RequireAuthorization();
        foreach (var path in (string[])["/away", "/api/v1/away"])
            app.MapGet(path, new Func<string>(() => throw new InvalidOperationException("A read failed.", new TimeoutException("No answer.")))).RequireAuthorization();
        app.MapGet("/api/v1/fails", new Func<string>(() => throw new InvalidOperationException(Secret))).RequireAuthorization();
    });
}
