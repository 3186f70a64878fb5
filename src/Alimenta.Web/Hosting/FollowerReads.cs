using System.Globalization;
using Alimenta.Office.Reading;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;

namespace Alimenta.Web.Hosting;

/// <summary>Lets what signed-in people and programs only look at be read from the follower. Whoever wrote sees what he wrote, and what fails on the follower is read from the primary before anyone notices.</summary>
public sealed partial class FollowerReads(RequestDelegate next, FollowedReads reads, WebOptions options, ILogger<FollowerReads> log)
{
    // Sends words in the body and enters nothing that a page shows.
    private const string Search = "/search";

    /// <summary>Handles one request.</summary>
    public Task Invoke(HttpContext http)
    {
        if (!reads.IsNamed || http.User.Identity?.IsAuthenticated != true || http.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null) return next(http);
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            return WrittenPosition.Asked(http, options) is { } written && reads.AgeFor(written) is { } age ? ReadAsync(http, age) : next(http);
        if (http.Request.Path != Search) http.Response.OnStarting(() => WrittenPosition.GiveAsync(http, options, reads));
        return next(http);
    }

    private async Task ReadAsync(HttpContext http, TimeSpan age)
    {
        var before = http.Response.Headers.Keys.Append(HeaderNames.SetCookie).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var said = new DataAge(age);
        http.Features.Set(said);
        http.Response.Headers[DataAge.Header] = said.Seconds.ToString(CultureInfo.InvariantCulture);
        try
        {
            using var reading = reads.Begin();
            await next(http);
            return;
        }
        catch (Exception failure) when (!http.Response.HasStarted && reads.MayBeOfFollower(failure))
        {
            ReadAgain(log, RequestLog.RouteOf(http), failure.GetType().Name);
        }

        http.Features.Set<DataAge>(null);
        http.Response.StatusCode = StatusCodes.Status200OK;
        foreach (var header in http.Response.Headers.Keys.Where(h => !before.Contains(h)).ToList()) http.Response.Headers.Remove(header);
        await FromPrimaryAsync(http);
    }

    // With services of its own: those of the first attempt hold half a page.
    private async Task FromPrimaryAsync(HttpContext http)
    {
        var services = http.RequestServices;
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        http.RequestServices = scope.ServiceProvider;
        try
        {
            await next(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Route} failed on the follower ({Kind}) and is read from the primary")]
    private static partial void ReadAgain(ILogger log, string route, string kind);
}
