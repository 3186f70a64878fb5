using System.Security.Claims;

namespace Alimenta.Web.Hosting;

/// <summary>One line for each request: what kind, how it ended, how long it took and the number of the account. No address, no name, no text that anyone typed.</summary>
public sealed partial class RequestLog(RequestDelegate next, TimeProvider time, ILogger<RequestLog> log)
{
    /// <summary>Handles one request.</summary>
    public async Task Invoke(HttpContext http)
    {
        var start = time.GetTimestamp();
        await next(http);
        var route = RouteOf(http);
        if (route.StartsWith("/assets", StringComparison.Ordinal) || route.StartsWith("/health", StringComparison.Ordinal)) return;
        Answered(log, http.Request.Method, route, http.Response.StatusCode, (long)time.GetElapsedTime(start).TotalMilliseconds,
            http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "");
    }

    /// <summary>The pattern of the matched route, never the address itself: an address may name a person.</summary>
    internal static string RouteOf(HttpContext http) => (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? "/" + pattern.TrimStart('/') : "(no route)";

    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} {Status} {Milliseconds} ms by {Account}")]
    private static partial void Answered(ILogger log, string method, string route, int status, long milliseconds, string account);
}
