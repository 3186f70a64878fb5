using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Assistance;

/// <summary>Records that a custodian's household gets public assistance from a day on, with who is in it. What was distributed as if it did not is done again.</summary>
public static class StartAssistance
{
    /// <summary>The members by number (none: the whole household), and the placement agency for foster care.</summary>
    public sealed record Request(AssistanceProgram Program, string Custodian, DateOnly From, DateOnly? To = null, IReadOnlyList<string>? Members = null, string? Agency = null);

    public static Task<Outcome<AssistanceChanged>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        SpellDesk.OfCustodianAsync(store, policies, asked, "assistance.start", request, request.Custodian, $"{SpellRules.Words(request.Program)} of {request.Custodian} from {Days.Words(request.From)} on.", cancel, async (ctx, custodian) =>
        {
            var today = await ctx.BusinessDateAsync();
            if (DateChecks.Unlikely(request.From, today, "from") is { } unlikely) return unlikely;
            if (DateChecks.InFuture(request.From, today, "from") is { } late) return late;
            if (DateChecks.Backwards(request.From, request.To) is { } backwards) return backwards;
            var members = new List<long>();
            foreach (var number in request.Members ?? [])
            {
                if (await ctx.Db.People.AsNoTracking().Where(p => p.Number == number).Select(p => (long?)p.Id).SingleOrDefaultAsync(ctx.Cancel) is not { } id) return People.Unknown(number, "members");
                if (members.Contains(id)) return new Refusal("R-SPELL-MEMBER-TWICE", $"Person {number} is named twice.", "Name each member once.", Field: "members");
                members.Add(id);
            }

            long? agency = null;
            if (request.Agency is { Length: > 0 } name)
            {
                if (request.Program != AssistanceProgram.Ive) return new Refusal("R-SPELL-AGENCY", "Only foster care has a placement agency.", "Leave the agency out.", Field: "agency");
                if (await People.FindAsync(ctx, name) is not { Kind: not PersonKind.Person } found) return new Refusal("R-SPELL-AGENCY-UNKNOWN", $"There is no agency {name}.", "Record the agency first.", Field: "agency");
                agency = found.Id;
            }

            if (SpellRules.Overlap(request.Program, new(request.From, request.To), members, await OthersAsync(ctx, custodian.Id, 0)) is { } over) return over;
            var spell = ctx.Add(new AssistanceSpell { Program = request.Program, CustodianId = custodian.Id, From = request.From, To = request.To, AgencyPersonId = agency, RecordedAt = ctx.Now });
            foreach (var member in members) ctx.Add(new SpellMember { SpellId = spell.Id, PersonId = member, From = request.From, To = request.To });
            return spell;
        });

    /// <summary>The custodian's spells but one, with their members.</summary>
    internal static async Task<List<(AssistanceSpell Spell, IReadOnlyCollection<long> Members)>> OthersAsync(CommandContext ctx, long custodianId, long butNot)
    {
        var spells = await ctx.Db.AssistanceSpells.AsNoTracking().Where(s => s.CustodianId == custodianId && s.Id != butNot).ToListAsync(ctx.Cancel);
        var ids = spells.Select(s => s.Id).ToList();
        var members = (await ctx.Db.SpellMembers.AsNoTracking().Where(m => ids.Contains(m.SpellId)).ToListAsync(ctx.Cancel)).ToLookup(m => m.SpellId, m => m.PersonId);
        return [.. spells.Select(s => (s, (IReadOnlyCollection<long>)[.. members[s.Id]]))];
    }
}

/// <summary>Ends assistance on a day, or moves its end; null: it goes on.</summary>
public static class EndAssistance
{
    public sealed record Request(long SpellId, int? Version, DateOnly? LastDay);

    public static Task<Outcome<AssistanceChanged>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        SpellDesk.OfSpellAsync(store, policies, asked, "assistance.end", request, request.SpellId, request.Version, request.LastDay is { } day ? $"Assistance ended on {Days.Words(day)}." : "Assistance goes on.", cancel, async (ctx, spell) =>
        {
            if (DateChecks.Backwards(spell.From, request.LastDay, "lastDay") is { } backwards) return backwards;
            var members = await ctx.Db.SpellMembers.Where(m => m.SpellId == spell.Id).ToListAsync(ctx.Cancel);
            if (SpellRules.Overlap(spell.Program, new(spell.From, request.LastDay), [.. members.Select(m => m.PersonId)], await StartAssistance.OthersAsync(ctx, spell.CustodianId, spell.Id)) is { } over) return over;
            if (await BeyondAsync(ctx, spell, request.LastDay) is { } grant) return grant;
            foreach (var member in members.Where(m => m.To == spell.To)) member.To = request.LastDay;
            spell.To = request.LastDay;
            return null;
        });

    /// <summary>Assistance paid for a month after the end contradicts it.</summary>
    private static async Task<Refusal?> BeyondAsync(CommandContext ctx, AssistanceSpell spell, DateOnly? lastDay)
    {
        if (lastDay is not { } last) return null;
        var (month, until) = (SupportMonth.Of(last), spell.To is { } to ? SupportMonth.Of(to) : (SupportMonth?)null);
        var paid = (await ctx.Db.AssistanceGrants.AsNoTracking().Where(g => g.CustodianId == spell.CustodianId && g.Program == spell.Program && g.SpellId == spell.Id).ToListAsync(ctx.Cancel))
            .Where(g => g.Month > month && (until is null || g.Month <= until)).GroupBy(g => g.Month).OrderBy(g => g.Key).FirstOrDefault(g => g.Sum(x => x.Amount).IsPositive);
        return paid is null ? null : new("R-SPELL-GRANT-AFTER", $"{paid.Sum(g => g.Amount)} was paid for {paid.Key.Words}, after that day.", "Correct the grants of the months after the end first.", Field: "lastDay");
    }
}

/// <summary>Voids assistance that was recorded in error: it counts as never there, and stays on record as voided.</summary>
public static class VoidAssistance
{
    public sealed record Request(long SpellId, int? Version);

    public static Task<Outcome<AssistanceChanged>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        SpellDesk.OfSpellAsync(store, policies, asked, "assistance.void", request, request.SpellId, request.Version, "Assistance was recorded in error.", cancel, async (ctx, spell) =>
        {
            if (asked.Why.Trim().Length == 0) return new("R-SPELL-WHY", "It is not said why the assistance was recorded in error.", "Enter the reason.", Field: "why");
            var paid = (await ctx.Db.AssistanceGrants.AsNoTracking().Where(g => g.SpellId == spell.Id).Select(g => g.Amount).ToListAsync(ctx.Cancel)).Sum();
            if (!paid.IsZero) return new("R-SPELL-GRANTED", $"{paid} was paid under it.", "Correct the grants to 0.00 first.", Field: "spellId");
            spell.Voided = true;
            return null;
        });
}
