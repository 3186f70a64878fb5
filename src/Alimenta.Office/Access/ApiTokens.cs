using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Access;

/// <summary>A token as its owner sees it.</summary>
public sealed record TokenView(long Id, string Name, DateTime CreatedAt, DateTime ExpiresAt, DateTime? RevokedAt);

/// <summary>A new token: shown once.</summary>
public sealed record NewToken(long Id, string Name, string Token, DateTime ExpiresAt);

/// <summary>Tokens of programs. Each acts with the rights of the account that made it, so only its owner makes one: nobody acts as another.</summary>
public sealed class ApiTokens(AlimentaStore store, AccessPolicy policy)
{
    /// <summary>What each token begins with, so that one found in a file is known for what it is.</summary>
    public const string Prefix = "alim_";

    /// <summary>The tokens of an account, the newest first.</summary>
    public async Task<IReadOnlyList<TokenView>> ListAsync(long userId, CancellationToken cancel = default)
    {
        await using var db = store.ReadPrimary();
        return await db.ApiTokens.Where(t => t.UserId == userId).OrderByDescending(t => t.Id)
            .Select(t => new TokenView(t.Id, t.Name, t.CreatedAt, t.ExpiresAt, t.RevokedAt)).ToListAsync(cancel);
    }

    /// <summary>Makes a token.</summary>
    public async Task<Outcome<NewToken>> CreateAsync(string key, string name, Caller by, CancellationToken cancel = default)
    {
        if (name.Trim().Length is 0 or > 80) return new Refusal("R-TOKEN-NAME", "The name of the token is missing or too long.", "Say in at most 80 characters which program will use it.", "", "token");
        var token = Prefix + Secrets.Key();
        var request = new CommandRequest(key, "access.create-token", new { name }, new Actor(by.UserId, by.Name)) { ObjectKind = "api_token", ObjectId = name.Trim() };
        var outcome = await store.Commands.RunAsync<Created>(request, context =>
        {
            var row = context.Add(new ApiToken { Name = name.Trim(), TokenHash = Secrets.Hash(token), UserId = by.UserId, CreatedAt = context.Now, ExpiresAt = context.Now.AddDays(policy.TokenDays) });
            return Task.FromResult<Outcome<Created>>(new Created(row.Id, row.TokenHash, row.ExpiresAt));
        }, cancel: cancel);
        if (!outcome.Ok) return outcome.Refusal!;
        return outcome.Value.TokenHash == Secrets.Hash(token) ? new NewToken(outcome.Value.Id, name.Trim(), token, outcome.Value.ExpiresAt)
            : new Refusal("R-TOKEN-SHOWN", "This token was made before and shown then.", "If it was not noted, revoke it and make another.");
    }

    /// <summary>Ends a token at once.</summary>
    public async Task<Outcome<bool>> RevokeAsync(string key, long id, Caller by, CancellationToken cancel = default)
    {
        var request = new CommandRequest(key, "access.revoke-token", new { id }, new Actor(by.UserId, by.Name)) { ObjectKind = "api_token", ObjectId = $"{id}" };
        return await store.Commands.RunAsync<bool>(request, async context =>
        {
            if (await context.Db.ApiTokens.SingleOrDefaultAsync(t => t.Id == id && t.UserId == by.UserId, context.Cancel) is not { } token)
                return new Refusal("R-NO-TOKEN", "There is no such token of yours.", "Go back to your account.");
            token.RevokedAt ??= context.Now;
            return true;
        }, cancel: cancel);
    }

    private sealed record Created(long Id, string TokenHash, DateTime ExpiresAt);
}
