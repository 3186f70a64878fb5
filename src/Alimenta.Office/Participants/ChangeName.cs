using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Participants;

/// <summary>Changes a person's name and keeps the old one as an alias; or adds a name by which the person is known besides.</summary>
public static class ChangeName
{
    /// <param name="Person">The person's number.</param>
    /// <param name="Version">The version that the asker saw.</param>
    /// <param name="Name">The new name.</param>
    /// <param name="AliasOnly">Whether the name is a further one and the main name stays.</param>
    public sealed record Request(string Person, int? Version, NameGiven Name, bool AliasOnly = false);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.name", request, request.Person, request.Version, cancel, async (ctx, person) =>
        {
            if (!People.IsHuman(person)) return new Refusal("R-NAME-ORGANIZATION", $"{person.OrganizationName} is not a person.", "Record the new organization as such.", Field: "person");
            var name = request.Name.Clean();
            if (NameRules.Check(name) is { } no) return no;
            if (asked.Unless(NameRules.Warning(name)) is { } doubtful) return doubtful;
            if ((name.First, name.Middle, name.Last, name.Suffix) == (person.First, person.Middle, person.Last, person.Suffix))
                return new Refusal("R-NAME-SAME", "This is the person's name already.", "Nothing needs to be done.", Field: "last");

            var old = new NameGiven(person.Last, person.First, person.Middle);
            if (!request.AliasOnly)
            {
                (person.First, person.Middle, person.Last, person.Suffix) = (name.First, name.Middle, name.Last, name.Suffix);
                person.SearchName = NameText.Search(name.Last, name.First, name.Middle);
            }

            return await AliasAsync(ctx, person.Id, request.AliasOnly ? name : old);
        });

    /// <summary>Keeps a name as an alias unless it is one already.</summary>
    private static async Task<long> AliasAsync(CommandContext ctx, long personId, NameGiven name)
    {
        var search = NameText.Search(name.Last, name.First, name.Middle);
        if (await ctx.Db.PersonAliases.AsNoTracking().FirstOrDefaultAsync(a => a.PersonId == personId && a.SearchName == search, ctx.Cancel) is { } known) return known.Id;
        return ctx.Add(new PersonAlias { PersonId = personId, First = name.First, Middle = name.Middle, Last = name.Last, SearchName = search }).Id;
    }
}
