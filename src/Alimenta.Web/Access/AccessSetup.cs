using Alimenta.Office.Access;
using Alimenta.Web.Hosting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace Alimenta.Web.Access;

/// <summary>Who may come in and what each endpoint asks for: nothing is open unless it says so.</summary>
public static class AccessSetup
{
    /// <summary>Adds sign-in by cookie and one policy for each permission.</summary>
    public static void AddAccess(this IServiceCollection services, WebOptions options)
    {
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            cookie.Cookie.Name = Cookies.Name("session", options);
            Cookies.Guard(cookie.Cookie, options);
            cookie.LoginPath = "/sign-in";
            cookie.ReturnUrlParameter = "return";
        });
        services.AddCascadingAuthenticationState();
        var authorization = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Permissions.All)
            authorization.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().RequireClaim(UserClaims.Permission, permission));
    }

    public static void MapAccess(this IEndpointRouteBuilder endpoints)
    {
    }
}
