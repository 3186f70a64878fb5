using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Access;

/// <summary>A sign-in that worked.</summary>
/// <param name="Key">The key of the session, for the browser alone.</param>
/// <param name="MustChangePassword">Whether a new password must be chosen before anything else.</param>
public sealed record SignedIn(string Key, bool MustChangePassword);

/// <summary>Lets people in and out. Each attempt is counted and stands in the audit log; the answer to a wrong one never says what was wrong.</summary>
public sealed class SignInDesk(AlimentaStore store, Passwords passwords, AccessPolicy policy)
{
    /// <summary>The one answer to everything that fails, so that nobody learns which names exist.</summary>
    public Refusal Refused => new("R-SIGN-IN", "The name and the password do not match, or the account is locked.",
        $"Check both. After {policy.LockoutAttempts} wrong tries an account is locked for {policy.LockoutMinutes} minutes. Your administrator can give you a new password.");

    /// <summary>Signs a person in.</summary>
    public async Task<Outcome<SignedIn>> SignInAsync(string userName, string password, CancellationToken cancel = default)
    {
        var name = Accounts.Normal(userName);
        User? found;
        await using (var db = store.ReadPrimary()) found = await db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == name, cancel);

        // Outside the transaction: it takes long on purpose, and nobody should wait for it.
        var right = passwords.IsRight(found, password);
        var key = Secrets.Key();
        var request = new CommandRequest(Secrets.Key(), "access.sign-in", new { }, new Actor(found?.Id ?? 0, found?.DisplayName ?? "unknown")) { ObjectKind = "app_user", ObjectId = $"{found?.Id}" };
        var outcome = await store.Commands.RunAsync<SignInReply>(request, context => DecideAsync(context, found?.Id, right, Secrets.Hash(key)), cancel: cancel);
        if (!outcome.Ok) return Refused;
        return outcome.Value.In ? new SignedIn(key, outcome.Value.MustChangePassword) : Refused;
    }

    /// <summary>Signs a person out: the session is dead for every copy of its key.</summary>
    public async Task SignOutAsync(long sessionId, Caller by, CancellationToken cancel = default)
    {
        var request = new CommandRequest(Secrets.Key(), "access.sign-out", new { sessionId }, new Actor(by.UserId, by.Name)) { ObjectKind = "app_user", ObjectId = $"{by.UserId}" };
        await store.Commands.RunAsync<bool>(request, async context =>
        {
            var session = await context.Db.Sessions.SingleOrDefaultAsync(s => s.Id == sessionId && s.UserId == by.UserId, context.Cancel);
            if (session is not null) session.EndedAt ??= context.Now;
            return true;
        }, cancel: cancel);
    }

    private async Task<Outcome<SignInReply>> DecideAsync(CommandContext context, long? userId, bool right, string keyHash)
    {
        var user = userId is null ? null : await context.Db.Users.SingleAsync(u => u.Id == userId, context.Cancel);
        if (user is null || user.Disabled || user.LockoutEnd > context.Now)
        {
            context.Audit("access.sign-in-refused", "app_user", $"{userId}", user is null ? "no such account" : user.Disabled ? "disabled" : "locked");
            return new SignInReply(false, false);
        }

        // A new stamp with each change: of two attempts at once, one is told to come again instead of being lost from the count.
        user.ConcurrencyStamp = Secrets.Key();
        if (!right)
        {
            user.AccessFailedCount++;
            var locks = user.AccessFailedCount >= policy.LockoutAttempts;
            if (locks) (user.LockoutEnd, user.AccessFailedCount) = (context.Now.AddMinutes(policy.LockoutMinutes), 0);
            context.Audit(locks ? "access.locked" : "access.sign-in-refused", "app_user", $"{userId}", "wrong password");
            return new SignInReply(false, false);
        }

        (user.AccessFailedCount, user.LockoutEnd) = (0, null);
        context.Add(new SignInSession { KeyHash = keyHash, UserId = user.Id, StartedAt = context.Now, LastSeenAt = context.Now });
        return new SignInReply(true, user.MustChangePassword);
    }

    private sealed record SignInReply(bool In, bool MustChangePassword);
}
