using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Participants;

/// <summary>Records a payee's bank account or the account behind his stored-value card. A new account is tested before money goes to it (prenote).</summary>
public static class RecordBankAccount
{
    /// <summary>The account; proved when no test is needed, as for a card that this office issued or a public treasury.</summary>
    public sealed record Request(string Person, string Routing, string Account, BankAccountKind Kind, DateOnly From, bool Proved = false);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "payee.account", request, request.Person, null, cancel, async (ctx, person) =>
        {
            var routing = BankRules.Routing(request.Routing);
            if (routing.Refusal is { } bank) return bank;
            var account = BankRules.Account(request.Account);
            if (account.Refusal is { } no) return no;
            var (where, number) = (routing.Value, account.Value);
            if (await ctx.Db.BankAccounts.AnyAsync(a => a.PersonId == person.Id && a.Routing == where && a.AccountNumber == number && a.Kind == request.Kind && a.To == null, ctx.Cancel))
                return new Refusal("R-ACCOUNT-SAME", "This account is on record already.", "Nothing needs to be done.", Field: "account");
            return ctx.Add(new BankAccount
            {
                PersonId = person.Id, Routing = where, AccountNumber = number, Kind = request.Kind, From = request.From,
                PrenoteStatus = request.Proved ? PrenoteStatus.Accepted : PrenoteStatus.None, PrenoteOn = request.Proved ? request.From : null,
            }).Id;
        });
}

/// <summary>Ends a bank account: closed, or no longer the payee's.</summary>
public static class EndBankAccount
{
    public sealed record Request(string Person, long AccountId, int? Version, DateOnly To);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "payee.account.end", request, request.Person, null, cancel, async (ctx, person) =>
        {
            if (await ctx.Db.BankAccounts.SingleOrDefaultAsync(a => a.Id == request.AccountId && a.PersonId == person.Id, ctx.Cancel) is not { } row)
                return SetPayeeMethod.UnknownAccount(person.Number);
            if (DateChecks.Backwards(row.From, request.To) is { } no) return no;
            ctx.Expect(row, request.Version);
            row.To = request.To;
            return row.Id;
        });
}

/// <summary>Chooses how a payee is paid from a day on. The earlier choice ends the day before.</summary>
public static class SetPayeeMethod
{
    /// <summary>The way, with the account for a deposit, a card or another state, and the other state's office.</summary>
    public sealed record Request(string Person, PaymentMethod Method, DateOnly From, long? AccountId = null, string? Fips = null);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "payee.method", request, request.Person, null, cancel, async (ctx, person) =>
        {
            if (request.Method != PaymentMethod.Warrant)
            {
                if (request.AccountId is not { } id) return new Refusal("R-METHOD-ACCOUNT", "This way of payment needs an account.", "Record the account first, and choose it.", Field: "accountId");
                if (await ctx.Db.BankAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.PersonId == person.Id, ctx.Cancel) is not { } account) return UnknownAccount(person.Number);
                if (account.To is { } ended && ended < request.From) return new Refusal("R-METHOD-ENDED", $"The account ended on {Days.Words(ended)}.", "Choose another account.", Field: "accountId");
                if ((account.Kind == BankAccountKind.Card) != (request.Method == PaymentMethod.Card))
                    return new Refusal("R-METHOD-KIND", "A card is paid to the account behind it, and a deposit to a checking or savings account.", "Choose an account of the right kind.", Field: "accountId");
            }

            if (request.Method == PaymentMethod.OtherState && !Fips.TryParse(request.Fips, out _))
                return new Refusal("R-METHOD-FIPS", "The other state's office has a locator code of five or seven digits.", "Enter its code.", Field: "fips");
            foreach (var earlier in await ctx.Db.PayeeMethods.Where(m => m.PersonId == person.Id && (m.To == null || m.To >= request.From)).ToListAsync(ctx.Cancel))
            {
                if (earlier.From > request.From)
                    return new Refusal("R-METHOD-LATER", $"A later choice holds from {Days.Words(earlier.From)} on.", "Enter a day on or after it.", Field: "from");
                earlier.To = request.From.AddDays(-1);
            }

            return ctx.Add(new PayeeMethod { PersonId = person.Id, Method = request.Method, BankAccountId = request.AccountId, Fips = request.Fips, From = request.From }).Id;
        });

    internal static Refusal UnknownAccount(string number) =>
        new("R-ACCOUNT-UNKNOWN", $"Person {number} has no such account.", "Look at the person's accounts again.", Field: "accountId");
}
