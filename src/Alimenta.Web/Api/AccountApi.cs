using System.Globalization;
using Alimenta.Office.Access;
using Alimenta.Web.Access;

namespace Alimenta.Web.Api;

/// <summary>Who a token acts as.</summary>
/// <param name="Account">The number of the account.</param>
/// <param name="Name">Its name and that of the token.</param>
/// <param name="Permissions">What it may do now.</param>
public sealed record AccountAnswer(long Account, string Name, IReadOnlyList<string> Permissions);

/// <summary>A token of the account.</summary>
public sealed record TokenAnswer(long Id, string Name, DateTime CreatedAt, DateTime ExpiresAt, DateTime? RevokedAt);

/// <summary>The account behind a token, and ending tokens. Tokens are made by a person on his own page, never by a program.</summary>
internal static class AccountApi
{
    public static void MapAccountApi(this IEndpointRouteBuilder api)
    {
        var account = api.MapGroup("/account").RequireAuthorization(Schemes.AnyAccount).WithTags("Account");
        account.MapGet("", (HttpContext http) => new AccountAnswer(http.Caller().UserId, http.Caller().Name, [.. http.Caller().Permissions.Order(StringComparer.Ordinal)]))
            .WithName("getAccount").WithSummary("Who the token acts as, and what it may do");
        account.MapGet("/tokens", Tokens).WithName("listTokens").WithSummary("The tokens of the account, the newest first");
        account.MapPost("/tokens/{id:long}/revoke", Revoke).RequiresKey().WithName("revokeToken").WithSummary("Ends a token at once")
            .Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<Listing<TokenAnswer>> Tokens(HttpContext http, ListingQuery query, ApiTokens tokens)
    {
        var before = long.TryParse(query.After, NumberStyles.None, CultureInfo.InvariantCulture, out var after) ? after : long.MaxValue;
        var rows = (await tokens.ListAsync(http.Caller().UserId, http.RequestAborted)).Where(t => t.Id < before).Take(query.Limit + 1)
            .Select(t => new TokenAnswer(t.Id, t.Name, t.CreatedAt, t.ExpiresAt, t.RevokedAt)).ToList();
        return query.Of(http, rows, t => t.Id.ToString(CultureInfo.InvariantCulture));
    }

    private static async Task<IResult> Revoke(HttpContext http, long id, ApiTokens tokens)
    {
        var outcome = await tokens.RevokeAsync(http.Key(), id, http.Caller(), http.RequestAborted);
        return outcome.Ok ? Results.NoContent() : Problems.From(outcome.Refusal!);
    }
}
