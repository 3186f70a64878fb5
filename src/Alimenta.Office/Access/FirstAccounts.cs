using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Access;

/// <summary>The accounts with which a system begins. There is none that everybody knows: an office gets one administrator with a password by chance, a demonstration one account for each role.</summary>
public sealed class FirstAccounts(AlimentaStore store, Accounts accounts)
{
    private static readonly (string User, string Name, string Role)[] Demo =
    [
        ("osei", "R. Osei", Roles.CaseManager),
        ("lindqvist", "M. Lindqvist", Roles.Accounting),
        ("tanaka", "K. Tanaka", Roles.DisbursementReleaser),
        ("moreau", "C. Moreau", Roles.Supervisor),
        ("adeyemi", "T. Adeyemi", Roles.Auditor),
        ("kowalski", "J. Kowalski", Roles.Administrator),
    ];

    /// <summary>Whether nobody can sign in yet: accounts of an imported book have no password.</summary>
    public async Task<bool> AreMissingAsync(CancellationToken cancel = default)
    {
        await using var db = store.ReadPrimary();
        return !await db.Users.AnyAsync(u => u.PasswordHash != null, cancel);
    }

    /// <summary>Makes the first administrator. Refused when there is any account.</summary>
    public async Task<Outcome<FirstPassword>> CreateAdministratorAsync(string userName, string displayName, CancellationToken cancel = default)
    {
        if (!await AreMissingAsync(cancel)) return new Refusal("R-NOT-FIRST", "There are accounts already.", "Ask an administrator for an account.");
        return await accounts.CreateAsync(Secrets.Key(), userName, displayName, [Roles.Administrator], Secrets.Password(), mustChange: true, Actor.Program("first account"), cancel);
    }

    /// <summary>Makes one account for each role of a demonstration, all with one password by chance, which the demonstration prints. Those that exist stay.</summary>
    public async Task<IReadOnlyList<(AccountView Account, string Password)>> CreateForDemoAsync(CancellationToken cancel = default)
    {
        var password = Secrets.Password();
        var made = new List<(AccountView, string)>();
        foreach (var (user, name, role) in Demo)
        {
            var outcome = await accounts.CreateAsync(Secrets.Key(), user, name, [role], password, mustChange: false, Actor.Program("demonstration"), cancel);
            if (outcome.Ok) made.Add(((await accounts.FindAsync(outcome.Value.Id, cancel))!, password));
        }

        return made;
    }
}
