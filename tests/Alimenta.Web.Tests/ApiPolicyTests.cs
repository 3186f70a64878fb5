using System.Net;
using System.Net.Http.Json;
using Alimenta.Office.Access;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Alimenta.Web.Tests;

public sealed class ApiPolicyTests
{
    [Fact]
    public async Task Each_role_calls_what_its_permissions_allow_and_nothing_else()
    {
        await using var server = await Server.StartAsync(new() { RequestsPerMinute = 10_000 });
        var endpoints = EndpointsTests.All(server).Where(e => EndpointsTests.Path(e).StartsWith("/api/", StringComparison.Ordinal)).ToList();
        Assert.True(endpoints.Count > 30);
        foreach (var role in Roles.All)
        {
            var client = await server.ProgramAsync(role.Name);
            foreach (var endpoint in endpoints)
            {
                var may = EndpointsTests.Policies(endpoint).All(p => !Permissions.All.Contains(p) || role.Permissions.Contains(p));
                foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods)
                {
                    // Nothing is behind these addresses, so a role that may call them is told so, or that the request is not complete.
                    using var request = new HttpRequestMessage(new(method), EndpointsTests.Sample(endpoint)) { Content = method == "GET" ? null : Content(endpoint) };
                    var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
                    Assert.True(may == (answer.StatusCode != HttpStatusCode.Forbidden), $"{role.Name} at {method} {EndpointsTests.Path(endpoint)}: {answer.StatusCode}");
                    if (!may) Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
                }
            }
        }
    }

    [Fact]
    public async Task Every_write_of_the_interface_wants_a_key_but_what_keeps_nothing_and_files()
    {
        // A question that is sent as a body changes nothing; a file is its own key.
        string[] keyless = ["/api/v1/law/{**id}", "/api/v1/guidelines/{state}", "/api/v1/search", "/api/v1/cases/{number}/participants/{person}/reveal", "/api/v1/distributions/preview", "/api/v1/files"];
        await using var server = await Server.StartAsync();
        var client = await server.ProgramAsync(Roles.Supervisor);
        var accounting = await server.ProgramAsync(Roles.Accounting);
        var writes = EndpointsTests.All(server).Where(e => EndpointsTests.Path(e).StartsWith("/api/", StringComparison.Ordinal) && e.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods.Contains("POST")).ToList();
        Assert.Empty(keyless.Except(writes.Select(Plain)));
        foreach (var endpoint in writes.Where(e => !keyless.Contains(Plain(e))))
        {
            var body = Body(Plain(endpoint));
            var by = Roles.Find(Roles.Supervisor)!.Permissions.Intersect(EndpointsTests.Policies(endpoint)).Count() == EndpointsTests.Policies(endpoint).Distinct().Count(Permissions.All.Contains) ? client : accounting;
            var answer = await by.PostAsJsonAsync(EndpointsTests.Sample(endpoint), body, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("W-KEY", text, StringComparison.Ordinal);
        }
    }

    private static string Plain(RouteEndpoint endpoint) => EndpointsTests.Path(endpoint).TrimEnd('/');

    private static HttpContent Content(RouteEndpoint endpoint) =>
        Plain(endpoint) == "/api/v1/files" ? new ByteArrayContent([]) { Headers = { ContentType = new("application/octet-stream") } } : JsonContent.Create(new { });

    private static object Body(string path) => path switch
    {
        "/api/v1/receipts" => new { amount = 1, tender = "check", source = "voluntary", collected_on = "2026-11-20" },
        "/api/v1/cases/{number}/obligation-terms" => new { obligation = "x", amount = 1, frequency = "monthly", from = "2026-11-01", why = "test" },
        "/api/v1/cases/{number}/determinations" => new { state = "or", law_date = "2026-11-20", purpose = "review" },
        "/api/v1/cases/{number}/determinations/{n:int}/scenarios/{s:int}" => new { name = "x", facts = new { } },
        "/api/v1/cases/{number}/determinations/{n:int}/complete" => new { },
        _ => new { reason = "test" },
    };
}
