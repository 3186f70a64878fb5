using System.Security.Claims;
using System.Threading.RateLimiting;

namespace Alimenta.Web.Hosting;

/// <summary>How many requests one person or address may make in a minute. Sign-in and public PDF files have their own, smaller numbers.</summary>
public static class RateLimits
{
    /// <summary>Adds the limits; who goes over is told to wait.</summary>
    public static void AddRateLimits(this IServiceCollection services, WebOptions options) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => IsFree(http) ? RateLimitPartition.GetNoLimiter("") : PerMinute(Who(http), options.RequestsPerMinute)),
            PartitionedRateLimiter.Create<HttpContext, string>(http => IsSignIn(http) ? PerMinute(Address(http), options.SignInsPerMinute) : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, string>(http => IsPublicPdf(http) ? PerMinute(Address(http), options.PdfsPerMinute) : RateLimitPartition.GetNoLimiter("")));
    });

    private static RateLimitPartition<string> PerMinute(string key, int requests) => RateLimitPartition.GetSlidingWindowLimiter(key, _ => new()
    {
        PermitLimit = requests,
        Window = TimeSpan.FromMinutes(1),
        SegmentsPerWindow = 6,
        QueueLimit = 0,
    });

    private static bool IsFree(HttpContext http) => http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) || http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    private static bool IsSignIn(HttpContext http) => HttpMethods.IsPost(http.Request.Method) && http.Request.Path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase);

    // A browser is started for each of them.
    private static bool IsPublicPdf(HttpContext http) => http.Request.Path.StartsWithSegments("/calculator", StringComparison.OrdinalIgnoreCase) && http.Request.Path.Value!.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase);

    private static string Who(HttpContext http) => http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user ? "user " + user : Address(http);

    private static string Address(HttpContext http) => "address " + http.Connection.RemoteIpAddress;
}
