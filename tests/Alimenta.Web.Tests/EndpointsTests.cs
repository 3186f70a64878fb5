using System.Net;
using Alimenta.Office.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Alimenta.Web.Tests;

public sealed class EndpointsTests
{
    /// <summary>What answers without an account: files of the page, the public calculator, health, and the way in. Adding to this list is a decision.</summary>
    private static readonly string[] Open =
    [
        "/assets/{version}/{**name}", "/calculator", "/calculator/{State}", "/calculator/{state}/answers.json", "/calculator/{state}/worksheet", "/calculator/{state}/worksheet.pdf",
        "/favicon.ico", "/health/follower", "/health/live", "/health/ready", "/sign-in",
    ];

    [Fact]
    public async Task Every_endpoint_names_its_policy_or_is_open_on_purpose()
    {
        await using var server = await Server.StartAsync();
        var endpoints = All(server);
        Assert.True(endpoints.Count > 20);
        var nameless = endpoints.Where(e => !IsOpen(e) && Policies(e).Count == 0).Select(Path).ToList();
        Assert.Empty(nameless);
        Assert.Equal(Open, endpoints.Where(IsOpen).Select(Path).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_policy_that_an_endpoint_names_exists()
    {
        await using var server = await Server.StartAsync();
        var provider = server.App.Services.GetRequiredService<IAuthorizationPolicyProvider>();
        foreach (var policy in All(server).SelectMany(Policies).Distinct()) Assert.NotNull(await provider.GetPolicyAsync(policy));
        foreach (var permission in Permissions.All) Assert.NotNull(await provider.GetPolicyAsync(permission));
    }

    [Fact]
    public async Task Without_an_account_pages_lead_to_the_sign_in_and_the_interface_says_401()
    {
        await using var server = await Server.StartAsync();
        var visitor = await server.VisitAsync();
        foreach (var endpoint in All(server).Where(e => !IsOpen(e)))
        {
            var path = Sample(endpoint);
            foreach (var method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"])
            {
                var answer = await visitor.SendAsync(new(new HttpMethod(method), path));
                if (path.StartsWith("/api", StringComparison.Ordinal)) Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                else
                {
                    Assert.True(answer.StatusCode == HttpStatusCode.Redirect, $"{method} {path}: {answer.StatusCode}");
                    Assert.StartsWith("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
                }
            }
        }
    }

    [Fact]
    public async Task Each_role_opens_what_its_permissions_allow_and_nothing_else()
    {
        await using var server = await Server.StartAsync();
        foreach (var role in Roles.All)
        {
            var visitor = await server.VisitAsync(role.Name);
            foreach (var endpoint in All(server).Where(e => !IsOpen(e) && IsPage(e)))
            {
                var answer = await visitor.GetAsync(Sample(endpoint));
                var may = Policies(endpoint).All(p => !Permissions.All.Contains(p) || role.Permissions.Contains(p));
                Assert.True(may == (answer.StatusCode != HttpStatusCode.Forbidden), $"{role.Name} at {Path(endpoint)}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task Every_page_answers_the_entries_of_the_bar()
    {
        await using var server = await Server.StartAsync();
        var paths = All(server).Select(Path).ToHashSet();
        Assert.All(Components.Navigation.Items, item => Assert.Contains(item.Href, paths));
    }

    [Fact]
    public async Task No_address_can_carry_personal_data()
    {
        string[] personal = ["ssn", "name", "birth", "account-number", "phone", "email"];
        await using var server = await Server.StartAsync();
        var parameters = All(server).SelectMany(e => e.RoutePattern.Parameters.Select(p => (Path(e), p.Name)))
            .Where(p => p.Item1 != Open[0] && personal.Any(w => p.Name.Contains(w, StringComparison.OrdinalIgnoreCase)) && p.Name != "documentName");
        Assert.Empty(parameters);
    }

    internal static List<RouteEndpoint> All(Server server) =>
        [.. server.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => !Path(e).StartsWith("/_", StringComparison.Ordinal))];

    internal static bool IsPage(RouteEndpoint endpoint) => endpoint.Metadata.Any(m => m is Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata);

    internal static bool IsOpen(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    internal static string Path(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText!.TrimStart('/');

    internal static string Sample(RouteEndpoint endpoint) => Path(endpoint).Replace("{Id:long}", "999999", StringComparison.Ordinal).Replace("{id:long}", "999999", StringComparison.Ordinal)
        .Replace("{*Id}", "us/none", StringComparison.Ordinal).Replace("{**id}", "us/none", StringComparison.Ordinal).Replace("{documentName}", "v1", StringComparison.Ordinal)
        .Replace("{Number}", "26-104-99999-9", StringComparison.Ordinal)
        .Replace("{number}", "26-104-99999-9", StringComparison.Ordinal).Replace("{person}", "P9999999", StringComparison.Ordinal).Replace("{account}", "NA", StringComparison.Ordinal)
        .Replace("{N:int}", "1", StringComparison.Ordinal).Replace("{n:int}", "1", StringComparison.Ordinal).Replace("{S:int}", "1", StringComparison.Ordinal).Replace("{s:int}", "1", StringComparison.Ordinal);

    internal static List<string> Policies(RouteEndpoint endpoint) => [.. endpoint.Metadata.OfType<IAuthorizeData>().Select(a => a.Policy).OfType<string>()];
}
