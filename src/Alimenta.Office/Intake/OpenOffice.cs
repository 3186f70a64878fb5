using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Intake;

/// <summary>Sets up an office: its number, the business date, and the public payees with the accounts into which their shares go.</summary>
public static class OpenOffice
{
    private const int MostCode = 999;

    /// <summary>The account of a public payee, by the numbers in <see cref="SpecialPeople"/>.</summary>
    public sealed record PublicAccount(string Payee, string Routing, string Account);

    /// <summary>An office with its number (0 to 999), state and locator code. The business date counts when none is set yet.</summary>
    public sealed record Request(int Code, string Name, string State, string Fips, DateOnly BusinessDate, IReadOnlyList<PublicAccount> Accounts);

    /// <param name="OfficeId">The office.</param>
    /// <param name="BusinessDate">The business date that holds.</param>
    public sealed record Reply(long OfficeId, DateOnly BusinessDate);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "office.open", request, ("office", $"{request.Code}"), ctx => HandleAsync(ctx, request), cancel);

    /// <summary>A refusal, or null when the office can be. Its name must be clean.</summary>
    public static Refusal? Check(int code, string name, string state, string fips)
    {
        if (code is < 0 or > MostCode) return new("R-OFFICE-CODE", $"An office has a number from 0 to {MostCode}.", "Choose a free number.", Field: "code");
        if (NameRules.CheckFirm(name, "name") is { } odd) return odd;
        if (state.Length != 2 || !state.All(char.IsAsciiLetterUpper)) return new("R-OFFICE-STATE", "The state has two capital letters.", "Enter them, such as OR.", Field: "state");
        return Fips.TryParse(fips, out _) ? null : new("R-OFFICE-FIPS", "The locator code has five or seven digits.", "Enter the office's code.", Field: "fips");
    }

    private static async Task<Outcome<Reply>> HandleAsync(CommandContext ctx, Request request)
    {
        var name = NameText.Clean(request.Name);
        if (Check(request.Code, name, request.State, request.Fips) is { } wrong) return wrong;
        await ctx.LockNameAsync("offices");
        if (await ctx.Db.Offices.AnyAsync(o => o.Code == request.Code, ctx.Cancel)) return new Refusal("R-OFFICE-TAKEN", $"Office {request.Code} is there already.", "Choose a free number.", Field: "code");

        await SpecialPeople.EnsureAsync(ctx);
        await ctx.FlushAsync();
        var day = await ctx.Db.BusinessDays.SingleOrDefaultAsync(ctx.Cancel) ?? ctx.Add(new BusinessDay { Date = request.BusinessDate });
        foreach (var account in request.Accounts)
            if (await AccountAsync(ctx, account, day.Date) is { } no) return no;
        var office = ctx.Add(new Alimenta.Data.Office { Code = request.Code, Name = name, State = request.State, Fips = request.Fips.Trim() });
        return new Reply(office.Id, day.Date);
    }

    /// <summary>The account of a public payee is proved elsewhere: no test payment is sent to a treasury.</summary>
    private static async Task<Refusal?> AccountAsync(CommandContext ctx, PublicAccount given, DateOnly from)
    {
        if (await ctx.Db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Number == given.Payee, ctx.Cancel) is not { Kind: not PersonKind.Person } payee)
            return new("R-OFFICE-PAYEE", $"{given.Payee} is no public payee.", $"Use {SpecialPeople.State}, {SpecialPeople.Federal}, {SpecialPeople.Medicaid} or {SpecialPeople.Agency}.", Field: "accounts");
        var routing = BankRules.Routing(given.Routing);
        if (routing.Refusal is { } bank) return bank;
        var account = BankRules.Account(given.Account);
        if (account.Refusal is { } no) return no;
        if (await ctx.Db.PayeeMethods.AnyAsync(m => m.PersonId == payee.Id && m.To == null, ctx.Cancel)) return null;
        var row = ctx.Add(new BankAccount
        {
            PersonId = payee.Id, Routing = routing.Value, AccountNumber = account.Value, Kind = BankAccountKind.Checking, PrenoteStatus = PrenoteStatus.Accepted, PrenoteOn = from, From = from,
        });
        ctx.Add(new PayeeMethod { PersonId = payee.Id, Method = PaymentMethod.Deposit, BankAccountId = row.Id, From = from });
        return null;
    }
}
