using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Access;

/// <summary>A person's own password.</summary>
public sealed class OwnPassword(AlimentaStore store, Passwords passwords)
{
    /// <summary>A person changes his own password; all his other sessions end.</summary>
    public async Task<Outcome<bool>> ChangeAsync(long sessionId, string present, string wanted, Caller by, CancellationToken cancel = default)
    {
        User user;
        await using (var db = store.ReadPrimary()) user = await db.Users.SingleAsync(u => u.Id == by.UserId, cancel);
        if (!passwords.IsRight(user, present)) return new Refusal("R-PASSWORD-WRONG", "The present password is not right.", "Type it again.", "", "present");
        if (passwords.Check(wanted, user.UserName!) is { } weak) return weak;
        if (present == wanted) return new Refusal("R-PASSWORD-SAME", "The new password is the present one.", "Choose another.", "", "password");
        var hash = passwords.Hash(user, wanted);
        var request = new CommandRequest(Secrets.Key(), "access.change-password", new { }, new Actor(by.UserId, by.Name)) { ObjectKind = "app_user", ObjectId = $"{by.UserId}" };
        return await store.Commands.RunAsync<bool>(request, async context =>
        {
            var own = await context.Db.Users.SingleAsync(u => u.Id == by.UserId, context.Cancel);
            (own.PasswordHash, own.MustChangePassword, own.ConcurrencyStamp) = (hash, false, Secrets.Key());
            await EndSessionsAsync(context, by.UserId, except: sessionId);
            return true;
        }, cancel: cancel);
    }

    /// <summary>Ends the sessions of an account, but for one.</summary>
    internal static async Task EndSessionsAsync(CommandContext context, long userId, long except = 0)
    {
        foreach (var session in await context.Db.Sessions.Where(s => s.UserId == userId && s.EndedAt == null && s.Id != except).ToListAsync(context.Cancel))
            session.EndedAt = context.Now;
    }
}
