using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Participants;

/// <summary>What a change of a person answers.</summary>
/// <param name="Number">The person's number.</param>
/// <param name="Version">The version of the person after the change, to be sent with the next one.</param>
/// <param name="RowId">The row that was made or changed, when it is not the person.</param>
public sealed record PersonChanged(string Number, int Version, long RowId = 0);

/// <summary>Finds people by number, and changes one of them with the circles locked in which he owes or is owed.</summary>
public static class People
{
    /// <summary>The refusal for a number that nobody has.</summary>
    public static Refusal Unknown(string number, string field = "person") =>
        new("R-PERSON-UNKNOWN", $"There is no person with the number {number}.", "Look the person up by name, and take the number from there.", Field: field);

    /// <summary>A person, tracked; null when there is none.</summary>
    public static Task<Person?> FindAsync(CommandContext ctx, string number) => ctx.Db.People.SingleOrDefaultAsync(p => p.Number == number, ctx.Cancel);

    /// <summary>How a person is called on screen and in refusals.</summary>
    public static string Called(Person person) =>
        person.Kind != PersonKind.Person ? person.OrganizationName : string.Join(' ', new[] { person.First, person.Middle, person.Last, person.Suffix }.Where(p => p.Length > 0));

    /// <summary>The day of birth and number of a possible parent are those of a person; organizations have none.</summary>
    public static bool IsHuman(Person person) => person.Kind == PersonKind.Person;

    /// <summary>Changes a person: locks, reads, expects the version that the asker saw, and hands him to the change.</summary>
    internal static Task<Outcome<PersonChanged>> ChangeAsync(
        AlimentaStore store, Asked asked, string kind, object request, string number, int? version, CancellationToken cancel, Func<CommandContext, Person, Task<Outcome<long>>> change) =>
        asked.RunAsync<PersonChanged>(store, kind, request, ("person", number), async ctx =>
        {
            var id = await ctx.Db.People.AsNoTracking().Where(p => p.Number == number).Select(p => p.Id).SingleOrDefaultAsync(ctx.Cancel);
            if (id == 0) return Unknown(number);
            await Circles.LockOfPeopleAsync(ctx, id);
            var person = await ctx.Db.People.SingleAsync(p => p.Id == id, ctx.Cancel);
            ctx.Expect(person, version);
            var changed = await change(ctx, person);
            if (changed.Refusal is { } no) return no;
            await ctx.FlushAsync();
            return new PersonChanged(number, person.Version, changed.Value);
        }, cancel);
}
