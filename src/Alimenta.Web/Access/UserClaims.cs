using System.Globalization;
using System.Security.Claims;
using Alimenta.Office.Access;

namespace Alimenta.Web.Access;

/// <summary>What a request knows about the person behind it.</summary>
public static class UserClaims
{
    /// <summary>One claim for each permission.</summary>
    public const string Permission = "alimenta:permission";

    private const string DisplayName = "alimenta:name";

    private static readonly object Key = new();

    /// <summary>Whether a person may do something.</summary>
    public static bool May(this ClaimsPrincipal user, string permission) => user.HasClaim(Permission, permission);

    /// <summary>The name on screen, or empty.</summary>
    public static string FindDisplayName(this ClaimsPrincipal user) => user.FindFirstValue(DisplayName) ?? "";

    /// <summary>Who asks: what commands and queries of the office take.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static Caller Caller(this HttpContext http) => http.Live().Caller;

    /// <summary>The session or token behind the request.</summary>
    internal static LiveSession Live(this HttpContext http) => http.FindLive() ?? throw new InvalidOperationException("Nobody is signed in.");

    internal static LiveSession? FindLive(this HttpContext http) => http.Items.TryGetValue(Key, out var live) ? (LiveSession?)live : null;

    /// <summary>The principal of a session. Who must first choose a new password has no permission yet.</summary>
    internal static ClaimsPrincipal Principal(LiveSession live, string scheme, HttpContext http)
    {
        http.Items[Key] = live;
        var claims = new List<Claim> { new(ClaimTypes.NameIdentifier, live.Caller.UserId.ToString(CultureInfo.InvariantCulture)), new(DisplayName, live.Caller.Name) };
        if (!live.MustChangePassword) claims.AddRange(live.Caller.Permissions.Select(p => new Claim(Permission, p)));
        return new(new ClaimsIdentity(claims, scheme, DisplayName, null));
    }
}
