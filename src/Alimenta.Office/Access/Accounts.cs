using Alimenta.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Access;

/// <summary>An account as the administrator sees it.</summary>
public sealed record AccountView(long Id, string UserName, string DisplayName, IReadOnlyList<string> Roles, bool Disabled, bool Locked, bool MustChangePassword);

/// <summary>A new account, or an old one with a new first password: shown once, handed over by word or paper.</summary>
public sealed record FirstPassword(long Id, string UserName, string Password);

/// <summary>Accounts and their roles. Who does this has nothing to do with money or cases, and roles that conflict are refused.</summary>
public sealed class Accounts(AlimentaStore store, Passwords passwords)
{
    // The same form sent twice: the first answer showed a password that is not kept anywhere.
    private static Refusal ShownBefore => new("R-PASSWORD-SHOWN", "This was done before, and the first password was shown then.", "If it was not noted, give the account a new one.");

    /// <summary>All accounts by name.</summary>
    public async Task<IReadOnlyList<AccountView>> ListAsync(CancellationToken cancel = default)
    {
        await using var db = store.ReadPrimary();
        var users = await db.Users.OrderBy(u => u.NormalizedUserName).ToListAsync(cancel);
        var roles = await (from ur in db.UserRoles join r in db.Roles on ur.RoleId equals r.Id select new { ur.UserId, r.Name }).ToListAsync(cancel);
        return [.. users.Select(u => View(u, roles.Where(r => r.UserId == u.Id).Select(r => r.Name!)))];
    }

    /// <summary>One account, or null.</summary>
    public async Task<AccountView?> FindAsync(long id, CancellationToken cancel = default)
    {
        await using var db = store.ReadPrimary();
        if (await db.Users.SingleOrDefaultAsync(u => u.Id == id, cancel) is not { } user) return null;
        return View(user, await (from ur in db.UserRoles join r in db.Roles on ur.RoleId equals r.Id where ur.UserId == id select r.Name!).ToListAsync(cancel));
    }

    /// <summary>Makes an account with a first password that must be changed at once.</summary>
    public Task<Outcome<FirstPassword>> CreateAsync(string key, string userName, string displayName, IReadOnlyCollection<string> roles, Caller by, CancellationToken cancel = default)
    {
        if (by.Lacks(Permissions.AccountManage) is { } no) return Task.FromResult<Outcome<FirstPassword>>(no);
        return CreateAsync(key, userName, displayName, roles, Secrets.Password(), mustChange: true, new Actor(by.UserId, by.Name), cancel);
    }

    /// <summary>Gives an account these roles and no others.</summary>
    public async Task<Outcome<AccountView>> SetRolesAsync(string key, long id, IReadOnlyCollection<string> roles, string why, Caller by, CancellationToken cancel = default) =>
        AccountOf(await ChangeAsync(key, "access.roles", id, new { id, roles = roles.Order(StringComparer.Ordinal) }, why, by, async (context, user) =>
        {
            if (id == by.UserId) return new Refusal("R-OWN-ROLES", "No one may give themselves roles.", "Ask another administrator.");
            if (Roles.Check(roles) is { } conflict) return conflict;
            await SetAsync(context, user, roles);
            context.Audit("access.roles", "app_user", $"{id}", string.Join(", ", roles.Order(StringComparer.Ordinal)));
            return "";
        }, cancel));

    /// <summary>Disables or enables an account; disabling ends its sessions at once.</summary>
    public async Task<Outcome<AccountView>> SetDisabledAsync(string key, long id, bool disabled, string why, Caller by, CancellationToken cancel = default) =>
        AccountOf(await ChangeAsync(key, "access.disable", id, new { id, disabled }, why, by, async (context, user) =>
        {
            if (id == by.UserId) return new Refusal("R-OWN-ACCOUNT", "No one may disable their own account.", "Ask another administrator.");
            user.Disabled = disabled;
            context.Audit(disabled ? "access.disabled" : "access.enabled", "app_user", $"{id}");
            if (disabled) await OwnPassword.EndSessionsAsync(context, id);
            return "";
        }, cancel));

    /// <summary>Gives an account a new first password, opens its lock and ends its sessions.</summary>
    public async Task<Outcome<FirstPassword>> ResetPasswordAsync(string key, long id, string why, Caller by, CancellationToken cancel = default)
    {
        var password = Secrets.Password();
        var outcome = await ChangeAsync(key, "access.reset-password", id, new { id }, why, by, async (context, user) =>
        {
            user.PasswordHash = passwords.Hash(user, password);
            (user.MustChangePassword, user.LockoutEnd, user.AccessFailedCount) = (true, null, 0);
            await OwnPassword.EndSessionsAsync(context, id);
            return Secrets.Hash(password);
        }, cancel);
        if (!outcome.Ok) return outcome.Refusal!;
        return outcome.Value.Reply == Secrets.Hash(password) ? new FirstPassword(id, outcome.Value.Account.UserName, password) : ShownBefore;
    }

    /// <summary>Names are compared without regard to case and blanks around them.</summary>
    internal static string Normal(string userName) => userName.Trim().ToUpperInvariant();

    internal async Task<Outcome<FirstPassword>> CreateAsync(
        string key, string userName, string displayName, IReadOnlyCollection<string> roles, string password, bool mustChange, Actor by, CancellationToken cancel)
    {
        var name = userName.Trim();
        if (name.Length is < 3 or > 60 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@'))
            return new Refusal("R-USER-NAME", "This cannot be a sign-in name.", "Use 3 to 60 letters, digits, dots, dashes or underscores.", "", "user");
        if (displayName.Trim().Length is 0 or > 80) return new Refusal("R-DISPLAY-NAME", "The name is missing or too long.", "Write the person's name in at most 80 characters.", "", "name");
        if (Roles.Check(roles) is { } conflict) return conflict;
        var request = new CommandRequest(key, "access.create-account", new { name, displayName, roles = roles.Order(StringComparer.Ordinal) }, by) { ObjectKind = "app_user", ObjectId = name };
        var outcome = await store.Commands.RunAsync<Created>(request, async context =>
        {
            var normal = Normal(name);
            if (await context.Db.Users.AnyAsync(u => u.NormalizedUserName == normal, context.Cancel))
                return new Refusal("R-USER-TAKEN", $"There is already an account named {name}.", "Choose another name.", "", "user");
            var user = new User
            {
                UserName = name, NormalizedUserName = normal, DisplayName = displayName.Trim(), LockoutEnabled = true,
                SecurityStamp = Secrets.Key(), ConcurrencyStamp = Secrets.Key(), MustChangePassword = mustChange,
            };
            user.PasswordHash = passwords.Hash(user, password);
            context.Add(user);
            await SetAsync(context, user, roles);
            context.Audit("access.roles", "app_user", $"{user.Id}", string.Join(", ", roles.Order(StringComparer.Ordinal)));
            return new Created(user.Id, Secrets.Hash(password));
        }, cancel: cancel);
        if (!outcome.Ok) return outcome.Refusal!;
        return outcome.Value.PasswordHash == Secrets.Hash(password) ? new FirstPassword(outcome.Value.Id, name, password) : ShownBefore;
    }

    private async Task<Outcome<(string Reply, AccountView Account)>> ChangeAsync(
        string key, string kind, long id, object payload, string why, Caller by, Func<CommandContext, User, Task<Outcome<string>>> change, CancellationToken cancel)
    {
        if (by.Lacks(Permissions.AccountManage) is { } no) return no;
        if (why.Trim().Length == 0) return new Refusal("R-WHY", "The reason is missing.", "Say in a few words why.", "", "why");
        var request = new CommandRequest(key, kind, payload, new Actor(by.UserId, by.Name), why.Trim()) { ObjectKind = "app_user", ObjectId = $"{id}" };
        var outcome = await store.Commands.RunAsync<string>(request, async context =>
        {
            if (await context.Db.Users.SingleOrDefaultAsync(u => u.Id == id, context.Cancel) is not { } user)
                return new Refusal("R-NO-ACCOUNT", "There is no such account.", "Go back to the list of accounts.");
            user.ConcurrencyStamp = Secrets.Key();
            return await change(context, user);
        }, cancel: cancel);
        return outcome.Ok ? (outcome.Value, (await FindAsync(id, cancel))!) : outcome.Refusal!;
    }

    private static async Task SetAsync(CommandContext context, User user, IReadOnlyCollection<string> roles)
    {
        var known = await context.Db.Roles.ToListAsync(context.Cancel);
        foreach (var name in roles.Where(n => known.All(r => r.Name != n)))
            known.Add(context.Add(new Role { Name = name, NormalizedName = name.ToUpperInvariant(), ConcurrencyStamp = Secrets.Key() }));
        var held = await context.Db.UserRoles.Where(r => r.UserId == user.Id).ToListAsync(context.Cancel);
        var wanted = known.Where(r => roles.Contains(r.Name!)).Select(r => r.Id).ToList();
        context.Db.RemoveRange(held.Where(h => !wanted.Contains(h.RoleId)));
        context.Db.AddRange(wanted.Where(w => held.All(h => h.RoleId != w)).Select(w => new IdentityUserRole<long> { UserId = user.Id, RoleId = w }));
    }

    private static Outcome<AccountView> AccountOf(Outcome<(string Reply, AccountView Account)> outcome) => outcome.Ok ? outcome.Value.Account : outcome.Refusal!;

    private AccountView View(User user, IEnumerable<string> roles) => new(user.Id, user.UserName!, user.DisplayName,
        [.. roles.Order(StringComparer.Ordinal)], user.Disabled, user.LockoutEnd > store.Now, user.MustChangePassword);

    private sealed record Created(long Id, string PasswordHash);
}
