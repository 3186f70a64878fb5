namespace Alimenta.Web.Hosting;

/// <summary>How every cookie is guarded: not readable by scripts, not sent from other sites, and over HTTPS only where there is HTTPS.</summary>
public static class Cookies
{
    /// <summary>The name of a cookie. With the prefix __Host- a browser takes it only over HTTPS and for this host alone.</summary>
    public static string Name(string what, WebOptions options) => (options.Https ? "__Host-" : "") + "alimenta-" + what;

    /// <summary>Sets the flags.</summary>
    public static void Guard(CookieBuilder cookie, WebOptions options)
    {
        cookie.HttpOnly = true;
        cookie.IsEssential = true;
        cookie.Path = "/";
        cookie.SameSite = SameSiteMode.Strict;
        cookie.SecurePolicy = options.Https ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }
}
