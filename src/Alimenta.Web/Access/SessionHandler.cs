using System.Text.Encodings.Web;
using Alimenta.Office.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Alimenta.Web.Access;

/// <summary>Knows a person by the session key in the cookie, looked up at every request.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> monitor, ILoggerFactory logs, UrlEncoder encoder, Sessions sessions, WebOptions options)
    : AuthenticationHandler<AuthenticationSchemeOptions>(monitor, logs, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[SessionCookie.Name(options)] is not { Length: > 0 } key) return AuthenticateResult.NoResult();
        if (await sessions.FindAsync(key, Context.RequestAborted) is not { } live)
        {
            SessionCookie.Remove(Context, options);
            return AuthenticateResult.Fail("The session has ended.");
        }

        return AuthenticateResult.Success(new(UserClaims.Principal(live, Scheme.Name, Context), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var ended = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        // A form is sent to the page on which it stands, so the same path leads back to it; signing out is no page.
        var form = HttpMethods.IsPost(Request.Method) && Request.Path != "/sign-out";
        var query = new List<KeyValuePair<string, string?>>();
        if ((form || HttpMethods.IsGet(Request.Method)) && Request.Path != "/") query.Add(new("return", Request.Path + Request.QueryString));
        if (form) query.Add(new("said", "not-saved"));
        else if (ended) query.Add(new("said", "ended"));
        Response.Redirect(QueryHelpers.AddQueryString("/sign-in", query));
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
