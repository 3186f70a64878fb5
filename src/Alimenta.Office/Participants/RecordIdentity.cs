using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Participants;

/// <summary>Records a Social Security number, or what a match said of it.</summary>
public static class RecordSsn
{
    /// <param name="Person">The person's number.</param>
    /// <param name="Version">The version that the asker saw.</param>
    /// <param name="Ssn">The number; null: the one on record stays and only its status changes.</param>
    /// <param name="Status">Whether it was verified, found wrong, or neither.</param>
    public sealed record Request(string Person, int? Version, string? Ssn, SsnStatus Status = SsnStatus.Unverified);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.ssn", request, request.Person, request.Version, cancel, async (ctx, person) =>
        {
            if (request.Ssn is { } text)
            {
                var read = IdentityRules.Ssn(text);
                if (read.Refusal is { } no) return no;
                if (await RelativeAsync(ctx, person.Id, read.Value) is { } relative) return relative;
                if (asked.Unless(await RecordPerson.TakenAsync(ctx, read.Value, person.Id)) is { } taken) return taken;
                person.SsnDigits = read.Value;
            }
            else if (person.SsnDigits is null)
            {
                return new Refusal("R-SSN-NONE", "There is no Social Security number on record whose status could change.", "Enter the number.", Field: "ssn");
            }

            person.SsnStatus = request.Status;
            return 0;
        });

    /// <summary>Two people of one case cannot have one number.</summary>
    private static async Task<Refusal?> RelativeAsync(CommandContext ctx, long personId, string ssn)
    {
        var cases = ctx.Db.Participants.AsNoTracking().Where(p => p.PersonId == personId).Select(p => p.CaseId);
        var same = await ctx.Db.Participants.AsNoTracking().Where(p => cases.Contains(p.CaseId) && p.PersonId != personId)
            .Join(ctx.Db.People.AsNoTracking().Where(p => p.SsnDigits == ssn), p => p.PersonId, p => p.Id, (_, p) => p.Number).FirstOrDefaultAsync(ctx.Cancel);
        return same is null ? null : new("R-SSN-IN-CASE", $"Person {same} of the same case has this Social Security number (***-**-{ssn[^4..]}).", "One of the two is wrong: check both.", Field: "ssn");
    }
}

/// <summary>Records when a person was born.</summary>
public static class RecordBirth
{
    public sealed record Request(string Person, int? Version, DateOnly Born);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.born", request, request.Person, request.Version, cancel, async (ctx, person) =>
        {
            var today = await ctx.BusinessDateAsync();
            if (IdentityRules.Born(request.Born, today) is { } no) return no;
            if (IdentityRules.Died(person.Died, request.Born, today) is { } dead) return dead;
            person.Born = request.Born;
            return 0;
        });
}

/// <summary>Records that a person died, or that the record of it was wrong. Money due to a dead payee waits for a decision.</summary>
public static class RecordDeath
{
    /// <param name="Person">The person's number.</param>
    /// <param name="Version">The version that the asker saw.</param>
    /// <param name="Died">The day; null: the record was wrong.</param>
    public sealed record Request(string Person, int? Version, DateOnly? Died);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.died", request, request.Person, request.Version, cancel, async (ctx, person) =>
        {
            if (IdentityRules.Died(request.Died, person.Born, await ctx.BusinessDateAsync()) is { } no) return no;
            person.Died = request.Died;
            return 0;
        });
}
