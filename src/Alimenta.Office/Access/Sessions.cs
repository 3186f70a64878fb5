using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Access;

/// <summary>A session or token that holds now: who acts, and what he may do as of this request.</summary>
/// <param name="SessionId">The number of the session; 0 for a token.</param>
/// <param name="Caller">Who acts.</param>
/// <param name="MustChangePassword">Whether a new password must be chosen before anything else.</param>
/// <param name="EndsAt">When it ends if nothing is asked any more.</param>
public sealed record LiveSession(long SessionId, Caller Caller, bool MustChangePassword, DateTime EndsAt);

/// <summary>Looks up sessions and tokens at every request, so that a lost role, a lock or signing out counts at once.</summary>
public sealed class Sessions(AlimentaStore store, AccessPolicy policy)
{
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <summary>The session of a key; null when it ended, was idle for too long, or its account may not sign in any more.</summary>
    public async Task<LiveSession?> FindAsync(string key, CancellationToken cancel = default)
    {
        var hash = Secrets.Hash(key);
        var now = store.Now;
        await using var db = store.ReadPrimary();
        var found = await (from s in db.Sessions
                           join u in db.Users on s.UserId equals u.Id
                           where s.KeyHash == hash && s.EndedAt == null && !u.Disabled
                           select new { Session = s, u.DisplayName, u.MustChangePassword }).SingleOrDefaultAsync(cancel);
        if (found is null || now > found.Session.LastSeenAt.AddMinutes(policy.IdleMinutes) || now > found.Session.StartedAt.AddHours(policy.SessionHours)) return null;
        if (now - found.Session.LastSeenAt >= SeenEvery) await SeenAsync(found.Session.Id, now, cancel);
        var caller = await CallerAsync(db, found.Session.UserId, found.DisplayName, cancel);
        return new(found.Session.Id, caller, found.MustChangePassword, now.AddMinutes(policy.IdleMinutes));
    }

    /// <summary>Who acts with a token; null when it was revoked, has run out, or its account may not sign in any more.</summary>
    public async Task<LiveSession?> FindTokenAsync(string token, CancellationToken cancel = default)
    {
        var hash = Secrets.Hash(token);
        var now = store.Now;
        await using var db = store.ReadPrimary();
        var found = await (from t in db.ApiTokens
                           join u in db.Users on t.UserId equals u.Id
                           where t.TokenHash == hash && t.RevokedAt == null && t.ExpiresAt > now && !u.Disabled && !u.MustChangePassword
                           select new { t.UserId, t.Name, t.ExpiresAt, u.DisplayName }).SingleOrDefaultAsync(cancel);
        return found is null ? null : new(0, await CallerAsync(db, found.UserId, $"{found.DisplayName} ({found.Name})", cancel), false, found.ExpiresAt);
    }

    private static async Task<Caller> CallerAsync(AlimentaDb db, long userId, string name, CancellationToken cancel)
    {
        var roles = await (from ur in db.UserRoles join r in db.Roles on ur.RoleId equals r.Id where ur.UserId == userId select r.Name!).ToListAsync(cancel);
        return new(userId, name, Roles.PermissionsOf(roles));
    }

    // A mark of time, not a fact: it needs no line in the audit log, so it does not go through a command.
    private async Task SeenAsync(long sessionId, DateTime now, CancellationToken cancel)
    {
        using var turn = await store.Engine.EnterWriterAsync(cancel);
        await using var db = store.ForSignIn();
        await db.Sessions.Where(s => s.Id == sessionId && s.LastSeenAt < now).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), cancel);
    }
}
