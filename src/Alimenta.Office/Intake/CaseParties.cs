using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Intake;

/// <summary>Adds a child or another person to a case.</summary>
public static class AddParticipant
{
    public sealed record Request(string Case, string Person, ParticipantRole Role, DateOnly From);

    /// <param name="ParticipantId">The row.</param>
    public sealed record Reply(long ParticipantId);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "case.participant", request, ("case", request.Case), async ctx =>
        {
            if (await CaseDesk.LockAsync(ctx, request.Case) is not { } file) return CaseDesk.Unknown(request.Case);
            if (request.Role is ParticipantRole.Obligor or ParticipantRole.Custodian)
                return new Refusal("R-PARTY-FIXED", "The two parties of a case do not change: each parent owing to a family is a case of its own.", "Open a case with the other party.", Field: "role");
            if (await People.FindAsync(ctx, request.Person) is not { } person) return People.Unknown(request.Person);
            var there = await ctx.Db.Participants.AsNoTracking().Where(p => p.CaseId == file.Id && p.To == null).ToListAsync(ctx.Cancel);
            if (there.Exists(p => p.PersonId == person.Id)) return new Refusal("R-PARTY-SAME", $"Person {person.Number} is in case {file.Number} already.", "Nothing needs to be done.", Field: "person");
            var obligor = await ctx.Db.People.AsNoTracking().SingleAsync(p => p.Id == file.ObligorId, ctx.Cancel);
            var custodian = await ctx.Db.People.AsNoTracking().SingleAsync(p => p.Id == file.CustodianId, ctx.Cancel);
            if (request.Role == ParticipantRole.Child)
            {
                if (OpenCase.Parties(obligor, custodian, [person]) is { } wrong) return wrong;
                if (asked.Unless(IdentityRules.Parent(obligor.Born, person.Born)) is { } age) return age;
            }

            return new Reply(ctx.Add(new Participant { CaseId = file.Id, PersonId = person.Id, Role = request.Role, From = request.From }).Id);
        }, cancel);
}

/// <summary>Ends a person's part in a case.</summary>
public static class EndParticipant
{
    public sealed record Request(string Case, string Person, DateOnly To);

    public static Task<Outcome<AddParticipant.Reply>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<AddParticipant.Reply>(store, "case.participant.end", request, ("case", request.Case), async ctx =>
        {
            if (await CaseDesk.LockAsync(ctx, request.Case) is not { } file) return CaseDesk.Unknown(request.Case);
            var row = await ctx.Db.Participants.SingleOrDefaultAsync(
                p => p.CaseId == file.Id && p.To == null && p.Role != ParticipantRole.Obligor && p.Role != ParticipantRole.Custodian && ctx.Db.People.Any(x => x.Id == p.PersonId && x.Number == request.Person), ctx.Cancel);
            if (row is null) return new Refusal("R-PARTY-UNKNOWN", $"Person {request.Person} is not a child or other person of case {file.Number}.", "Look at the case's people again.", Field: "person");
            if (DateChecks.Backwards(row.From, request.To) is { } no) return no;
            row.To = request.To;
            return new AddParticipant.Reply(row.Id);
        }, cancel);
}

/// <summary>Finds a case by number, with its circle locked.</summary>
public static class CaseDesk
{
    /// <summary>The refusal for a number that no case has.</summary>
    public static Refusal Unknown(string number) => new("R-CASE-NO-SUCH", $"There is no case {number}.", "Check the number: its last digit checks the others.", Field: "case");

    /// <summary>The case, tracked, read after its circle was locked; null when there is none.</summary>
    public static async Task<CaseFile?> LockAsync(CommandContext ctx, string number)
    {
        var id = await ctx.Db.Cases.AsNoTracking().Where(c => c.Number == number).Select(c => c.Id).SingleOrDefaultAsync(ctx.Cancel);
        if (id == 0) return null;
        await Circles.LockOfCasesAsync(ctx, id);
        return await ctx.Db.Cases.SingleAsync(c => c.Id == id, ctx.Cancel);
    }
}
