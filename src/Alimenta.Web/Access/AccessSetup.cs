using Alimenta.Office.Access;
using Alimenta.Web.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace Alimenta.Web.Access;

/// <summary>Who may come in and what each endpoint asks for: nothing is open unless it says so.</summary>
public static class AccessSetup
{
    /// <summary>Adds sign-in by cookie, tokens for the API, and one policy for each permission.</summary>
    public static void AddAccess(this IServiceCollection services, WebOptions options)
    {
        services.AddOfficeAccess(new()
        {
            IdleMinutes = options.IdleMinutes,
            SessionHours = options.SessionHours,
            LockoutAttempts = options.LockoutAttempts,
            LockoutMinutes = options.LockoutMinutes,
            PasswordLength = options.PasswordLength,
        });
        services.AddAuthentication(Schemes.ByPath)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(Schemes.Session, null)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(Schemes.Token, null)
            .AddPolicyScheme(Schemes.ByPath, null, choice => choice.ForwardDefaultSelector =
                http => http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) ? Schemes.Token : Schemes.Session);
        services.AddCascadingAuthenticationState();
        var authorization = services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        authorization.AddPolicy(Schemes.AnyAccount, policy => policy.RequireAuthenticatedUser());
        foreach (var permission in Permissions.All)
            authorization.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().RequireClaim(UserClaims.Permission, permission));
    }

    /// <summary>Signing out and staying signed in. They are no pages.</summary>
    public static void MapAccess(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/sign-out", SignOutAsync).RequireAuthorization(Schemes.AnyAccount).ExcludeFromDescription();
        // Asked by "Stay signed in": looking the session up is what keeps it.
        endpoints.MapGet("/session", () => Results.NoContent()).RequireAuthorization(Schemes.AnyAccount).ExcludeFromDescription();
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IAntiforgery antiforgery, SignInDesk desk, WebOptions options)
    {
        await antiforgery.ValidateRequestAsync(http);
        await desk.SignOutAsync(http.Live().SessionId, http.Caller(), http.RequestAborted);
        SessionCookie.Remove(http, options);
        if (options.Https) http.Response.Headers["Clear-Site-Data"] = "\"cache\", \"cookies\"";
        return Results.Redirect("/sign-in?said=signed-out");
    }
}
