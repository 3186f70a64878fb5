using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Intake;

/// <summary>What a new database needs before any work: the public payees and a business date. Does nothing where they are.</summary>
public static class FirstDay
{
    /// <summary>Makes what is missing.</summary>
    /// <param name="store">The database.</param>
    /// <param name="date">The business date to begin with.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task EnsureAsync(AlimentaStore store, DateOnly date, CancellationToken cancel = default)
    {
        await using (var db = store.Read())
            if (await db.BusinessDays.AnyAsync(cancel) && await db.People.AnyAsync(p => p.Number == SpecialPeople.State, cancel)) return;
        var done = await store.Commands.RunAsync<bool>(new("first-day", "office.first-day", new { first = true }, Actor.Program("first day")) { ObjectKind = "office" }, async ctx =>
        {
            await SpecialPeople.EnsureAsync(ctx);
            if (!await ctx.Db.BusinessDays.AnyAsync(ctx.Cancel)) ctx.Add(new BusinessDay { Date = date });
            return true;
        }, cancel: cancel);
        if (done.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
    }
}
