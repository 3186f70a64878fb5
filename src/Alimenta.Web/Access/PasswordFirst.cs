namespace Alimenta.Web.Access;

/// <summary>Who has a password that someone else made chooses his own before anything else.</summary>
internal sealed class PasswordFirst(RequestDelegate next)
{
    private static readonly string[] Open = ["/account", "/sign-out", "/sign-in", "/assets", "/health", "/favicon.ico"];

    public Task Invoke(HttpContext http)
    {
        if (http.FindLive() is not { MustChangePassword: true } || Open.Any(o => http.Request.Path.StartsWithSegments(o, StringComparison.OrdinalIgnoreCase))) return next(http);
        http.Response.Redirect("/account?said=password-first");
        return Task.CompletedTask;
    }
}
