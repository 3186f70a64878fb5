using Alimenta.Web.Hosting;

namespace Alimenta.Web.Access;

/// <summary>The cookie that holds the key of a session, and nothing else.</summary>
internal static class SessionCookie
{
    /// <summary>Its name.</summary>
    public static string Name(WebOptions options) => Cookies.Name("session", options);

    /// <summary>Gives the browser a key. It forgets it when it closes; the server forgets it earlier.</summary>
    public static void Set(HttpContext http, WebOptions options, string key) => http.Response.Cookies.Append(Name(options), key, Flags(http, options));

    /// <summary>Takes it away.</summary>
    public static void Remove(HttpContext http, WebOptions options) => http.Response.Cookies.Delete(Name(options), Flags(http, options));

    private static CookieOptions Flags(HttpContext http, WebOptions options)
    {
        var cookie = new CookieBuilder();
        Cookies.Guard(cookie, options);
        // Lax, so that a link to a case in a colleague's message opens for someone who is signed in; no change is ever made by following a link.
        cookie.SameSite = SameSiteMode.Lax;
        return cookie.Build(http);
    }
}
