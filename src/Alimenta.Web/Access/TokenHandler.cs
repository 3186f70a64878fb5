using System.Text.Encodings.Web;
using Alimenta.Office.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Alimenta.Web.Access;

/// <summary>Knows a program by its token in the Authorization header. Cookies count for nothing under /api, so no form on another site can call it.</summary>
internal sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> monitor, ILoggerFactory logs, UrlEncoder encoder, Sessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(monitor, logs, encoder)
{
    private const string Prefix = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        return await sessions.FindTokenAsync(header[Prefix.Length..].Trim(), Context.RequestAborted) is { } live
            ? AuthenticateResult.Success(new(UserClaims.Principal(live, Scheme.Name, Context), Scheme.Name))
            : AuthenticateResult.Fail("The token is not known, was revoked or has run out.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
