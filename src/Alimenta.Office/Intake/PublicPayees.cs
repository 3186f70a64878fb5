using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Intake;

/// <summary>What a new database needs before its first business day is opened: the public payees. The day itself is data of the office, which a person gives.</summary>
public static class PublicPayees
{
    /// <summary>Makes those that are not there.</summary>
    /// <param name="store">The database.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task EnsureAsync(AlimentaStore store, CancellationToken cancel = default)
    {
        await using (var db = store.Read())
            if (await db.People.AnyAsync(p => p.Number == SpecialPeople.State, cancel)) return;
        var done = await store.Commands.RunAsync<bool>(new("public-payees", "office.public-payees", new { }, Actor.Program("migrate")) { ObjectKind = "office" }, async ctx =>
        {
            await SpecialPeople.EnsureAsync(ctx);
            return true;
        }, cancel: cancel);
        if (done.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
    }
}
