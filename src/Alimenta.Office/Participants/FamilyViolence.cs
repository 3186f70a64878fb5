using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Participants;

/// <summary>Sets the family violence indicator: where the person lives is shown to no one without a special right (42 USC 653(b)(2), 654(26)).</summary>
public static class SetFamilyViolence
{
    public sealed record Request(string Person, int? Version);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.violence.set", request, request.Person, request.Version, cancel, (_, person) =>
        {
            if (person.FamilyViolence) return Task.FromResult<Outcome<long>>(new Refusal("R-VIOLENCE-SET", "The indicator is set already.", "Nothing needs to be done."));
            person.FamilyViolence = true;
            return Task.FromResult<Outcome<long>>(0);
        });
}

/// <summary>Clears the family violence indicator: with a reason, and not by whoever set it.</summary>
public static class ClearFamilyViolence
{
    public sealed record Request(string Person, int? Version);

    public static Task<Outcome<PersonChanged>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        People.ChangeAsync(store, asked, "person.violence.clear", request, request.Person, request.Version, cancel, async (ctx, person) =>
        {
            if (!person.FamilyViolence) return new Refusal("R-VIOLENCE-CLEAR", "The indicator is not set.", "Nothing needs to be done.");
            if (asked.Why.Trim().Length == 0) return new Refusal("R-VIOLENCE-WHY", "It is not said why the person is no longer in danger.", "Say who told so and how it was checked.", "42 USC 654(26)", "why");
            var set = await ctx.Db.FactChanges.AsNoTracking().Where(c => c.Entity == "person" && c.EntityId == person.Id && c.After.Contains("\"FamilyViolence\":true"))
                .OrderByDescending(c => c.At).ThenByDescending(c => c.Id).Select(c => (long?)c.UserId).FirstOrDefaultAsync(ctx.Cancel);
            if (set == asked.By.UserId) return new Refusal("R-VIOLENCE-SAME-USER", "You set this indicator; a second person must clear it.", "Ask a colleague with the right to clear it.", "42 USC 654(26)");
            person.FamilyViolence = false;
            return 0;
        });
}
