using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;
using PayeeAccount = Alimenta.Data.BankAccount;

namespace Alimenta.Office.Disbursement;

/// <summary>New accounts are tested with an entry of nothing before money goes to them (prenote).</summary>
/// <remarks>A test changes the account. Whoever else changes one holds the circles of its person, so these are locked before the accounts are read: a change that is made just then is waited for and not run into.</remarks>
internal static class AccountTests
{
    /// <summary>The people with an account that was not tested.</summary>
    public static Task<List<long>> PeopleAsync(AlimentaDb db, DateOnly today, CancellationToken cancel) =>
        Untested(db.BankAccounts.AsNoTracking(), today).Select(a => a.PersonId).Distinct().OrderBy(p => p).ToListAsync(cancel);

    /// <summary>Locks the people with an account that was not tested, and names them. A preview changes nothing and holds up nobody.</summary>
    public static async Task<List<long>> LockAsync(CommandContext ctx, DateOnly today)
    {
        var people = await PeopleAsync(ctx.Db, today, ctx.Cancel);
        if (!ctx.Preview) await Circles.LockOfPeopleAsync(ctx, people);
        return people;
    }

    /// <summary>The accounts of some people that are to be tested. One to which no money could go is left: its payee is told of where he is to be paid.</summary>
    public static async Task<List<(PayeeAccount Account, PaymentEntry Entry)>> OfAsync(CommandContext ctx, IReadOnlyCollection<long> people, DateOnly today)
    {
        var accounts = (await Untested(ctx.Db.BankAccounts.Where(a => people.Contains(a.PersonId)), today).OrderBy(a => a.Id).ToListAsync(ctx.Cancel)).FindAll(a => PayeeFaults.OfAccount(a) is null);
        var ids = accounts.ConvertAll(a => a.PersonId);
        var names = await ctx.Db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ctx.Cancel);
        return [.. accounts.Select(a => (Account: a, Entry: PaymentEntries.Test(a, names[a.PersonId]))).Where(t => NachaWriter.Problem(t.Entry, "The test") is null)];
    }

    /// <summary>Accounts of some people whose test was not answered in time count as good: a bank answers only what it could not post. Money may follow from the third banking day after the test settled (Nacha Operating Rules).</summary>
    /// <param name="ctx">The command; the people's circles must be locked.</param>
    /// <param name="people">Whose.</param>
    /// <param name="calendar">The banking days.</param>
    /// <param name="days">Banking days after the one on which the test settled, the first after it was sent.</param>
    /// <param name="today">The business date.</param>
    public static async Task AcceptAsync(CommandContext ctx, IReadOnlyCollection<long> people, BusinessCalendar calendar, int days, DateOnly today)
    {
        if (people.Count == 0) return;
        var sent = await ctx.Db.BankAccounts.Where(a => people.Contains(a.PersonId) && a.PrenoteStatus == PrenoteStatus.Sent && a.PrenoteOn != null).ToListAsync(ctx.Cancel);
        foreach (var account in sent.Where(a => calendar.Plus(a.PrenoteOn!.Value, 1 + days) <= today)) account.PrenoteStatus = PrenoteStatus.Accepted;
        await ctx.FlushAsync();
    }

    private static IQueryable<PayeeAccount> Untested(IQueryable<PayeeAccount> accounts, DateOnly today) =>
        accounts.Where(a => a.PrenoteStatus == PrenoteStatus.None && a.Kind != BankAccountKind.Card && a.From <= today && (a.To == null || a.To >= today));
}
