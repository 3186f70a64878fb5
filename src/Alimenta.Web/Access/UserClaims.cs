using System.Globalization;
using System.Security.Claims;

namespace Alimenta.Web.Access;

/// <summary>What a request knows about the person behind it.</summary>
public static class UserClaims
{
    /// <summary>One claim for each permission.</summary>
    public const string Permission = "alimenta:permission";

    /// <summary>The name on screen.</summary>
    public const string DisplayName = "alimenta:name";

    /// <summary>The server's record of this sign-in.</summary>
    public const string Session = "alimenta:session";

    /// <summary>Whether a person may do something.</summary>
    public static bool May(this ClaimsPrincipal user, string permission) => user.HasClaim(Permission, permission);

    /// <summary>The number of the account.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in.</exception>
    public static long UserId(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
        ? long.Parse(id, CultureInfo.InvariantCulture) : throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>The name on screen, or empty.</summary>
    public static string FindDisplayName(this ClaimsPrincipal user) => user.FindFirstValue(DisplayName) ?? "";
}
