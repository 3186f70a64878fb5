using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Assistance;

/// <summary>What a change of assistance answers.</summary>
/// <param name="RowId">The spell or grant.</param>
/// <param name="Version">Its version after the change.</param>
/// <param name="Effect">What it did to the books.</param>
public sealed record AssistanceChanged(long RowId, int Version, ChangeEffect Effect);

/// <summary>Finds a custodian or a spell with the circles locked, and brings the books up after a change.</summary>
internal static class SpellDesk
{
    public static Task<Outcome<AssistanceChanged>> OfCustodianAsync(
        AlimentaStore store, PolicyDesk policies, Asked asked, string kind, object request, string custodian, string reason, CancellationToken cancel, Func<CommandContext, Person, Task<Outcome<IFact>>> change) =>
        asked.RunAsync<AssistanceChanged>(store, kind, request, ("person", custodian), async ctx =>
        {
            var person = await ctx.Db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Number == custodian, ctx.Cancel);
            if (person is null) return People.Unknown(custodian, "custodian");
            return await AnswerAsync(ctx, policies, await Circles.LockOfPeopleAsync(ctx, person.Id), reason, () => change(ctx, person));
        }, cancel);

    public static Task<Outcome<AssistanceChanged>> OfSpellAsync(
        AlimentaStore store, PolicyDesk policies, Asked asked, string kind, object request, long spellId, int? version, string reason, CancellationToken cancel, Func<CommandContext, AssistanceSpell, Task<Refusal?>> change) =>
        asked.RunAsync<AssistanceChanged>(store, kind, request, ("spell", $"{spellId}"), async ctx =>
        {
            var custodian = await ctx.Db.AssistanceSpells.AsNoTracking().Where(s => s.Id == spellId).Select(s => (long?)s.CustodianId).SingleOrDefaultAsync(ctx.Cancel);
            if (custodian is null) return new Refusal("R-SPELL-UNKNOWN", "There is no such assistance on record.", "Look at the custodian's assistance again.", Field: "spellId");
            var circles = await Circles.LockOfPeopleAsync(ctx, custodian.Value);
            var spell = await ctx.Db.AssistanceSpells.SingleAsync(s => s.Id == spellId, ctx.Cancel);
            if (spell.Voided) return new Refusal("R-SPELL-VOIDED", "This assistance was voided: it counts as never there.", "Record it anew if it was paid after all.", Field: "spellId");
            return await AnswerAsync(ctx, policies, circles, reason, async () =>
            {
                ctx.Expect(spell, version);
                return await change(ctx, spell) is { } no ? no : spell;
            });
        }, cancel);

    private static async Task<Outcome<AssistanceChanged>> AnswerAsync(CommandContext ctx, PolicyDesk policies, IReadOnlyList<long> circles, string reason, Func<Task<Outcome<IFact>>> change)
    {
        var done = await CircleChange.RunAsync(ctx, policies, circles, reason, change);
        return done.Refusal is { } no ? no : new AssistanceChanged(done.Value.Reply.Id, done.Value.Reply.Version, done.Value.Effect);
    }
}
