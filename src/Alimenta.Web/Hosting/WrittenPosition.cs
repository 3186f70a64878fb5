using Alimenta.Office.Reading;

namespace Alimenta.Web.Hosting;

/// <summary>How far the log of the database was when a browser or program last wrote: it is shown nothing from before.</summary>
/// <remarks>It comes back from outside. A false one can do no more than have its sender read from the primary, or see what is a little older.</remarks>
internal static class WrittenPosition
{
    /// <summary>The header in which a program gets its position and gives it back.</summary>
    public const string Header = "Alimenta-Position";

    // After so much more than the oldest data that is shown, every follower that is read from has it.
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(10);

    /// <summary>What this request must see; null where it has to be read from the primary, because a program did not say.</summary>
    public static string? Asked(HttpContext http, WebOptions options)
    {
        if (!IsProgram(http)) return http.Request.Cookies[Name(options)] ?? FollowedReads.Nothing;
        var said = http.Request.Headers[Header].ToString();
        return FollowedReads.IsPosition(said) ? said : null;
    }

    /// <summary>Gives the position after a write to whoever wrote.</summary>
    public static async Task GiveAsync(HttpContext http, WebOptions options, FollowedReads reads)
    {
        var position = await reads.WrittenAsync();
        if (IsProgram(http)) http.Response.Headers[Header] = position;
        else http.Response.Cookies.Append(Name(options), position, Flags(http, options, reads));
    }

    private static string Name(WebOptions options) => Cookies.Name("written", options);

    private static bool IsProgram(HttpContext http) => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    private static CookieOptions Flags(HttpContext http, WebOptions options, FollowedReads reads)
    {
        var cookie = new CookieBuilder();
        Cookies.Guard(cookie, options);
        // As the session: who comes by a link has written all the same.
        cookie.SameSite = SameSiteMode.Lax;
        cookie.MaxAge = reads.Oldest + Slack;
        return cookie.Build(http);
    }
}
