using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Orders;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Assistance;

/// <summary>Records assistance paid for a month, or corrects it by an amount below nothing. It raises or lowers what is not reimbursed.</summary>
public static class RecordGrant
{
    /// <summary>The grant of a household for a month, or of one member; it counts from its day on, the first of the month unless said otherwise.</summary>
    public sealed record Request(AssistanceProgram Program, string Custodian, SupportMonth Month, Money Amount, DateOnly? EffectiveOn = null, string? Member = null);

    public static Task<Outcome<AssistanceChanged>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        SpellDesk.OfCustodianAsync(store, policies, asked, "assistance.grant", request, request.Custodian, $"{SpellRules.Words(request.Program)} of {request.Custodian} for {request.Month.Words}: {request.Amount}.", cancel, async (ctx, custodian) =>
        {
            var today = await ctx.BusinessDateAsync();
            if (Check(request, today) is { } no) return no;
            var spells = await StartAssistance.OthersAsync(ctx, custodian.Id, 0);
            if (SpellOf(request, spells.Select(s => s.Spell)) is not { } spell) return NoSpell(request);
            var grants = await ctx.Db.AssistanceGrants.AsNoTracking().Where(g => g.CustodianId == custodian.Id && g.Program == request.Program && g.Month == request.Month).ToListAsync(ctx.Cancel);
            var paid = grants.Sum(g => g.Amount);
            if ((paid + request.Amount).IsNegative) return new Refusal("R-GRANT-BELOW", $"{paid} was paid for {request.Month.Words}; {-request.Amount} cannot be taken back of it.", "Enter at most what was paid.", Field: "amount");
            if (asked.Unless(Again(request, grants)) is { } again) return again;
            long? member = null;
            if (request.Member is { Length: > 0 } number)
            {
                member = await ctx.Db.People.AsNoTracking().Where(p => p.Number == number).Select(p => (long?)p.Id).SingleOrDefaultAsync(ctx.Cancel);
                if (member is null) return People.Unknown(number, "member");
            }

            return ctx.Add(new AssistanceGrant
            {
                NaturalKey = KeyOf(request.Custodian, request.Program, request.Month, grants.Count + 1), SpellId = spell.Id, CustodianId = custodian.Id, Program = request.Program,
                Month = request.Month, EffectiveOn = request.EffectiveOn ?? request.Month.FirstDay, Amount = request.Amount, MemberId = member, RecordedAt = ctx.Now,
            });
        });

    /// <summary>A refusal, or null when the grant can be.</summary>
    public static Refusal? Check(Request grant, DateOnly today)
    {
        if (grant.Program == AssistanceProgram.Medicaid) return new("R-GRANT-MEDICAID", "Medicaid is not a grant that support reimburses.", "Record the Medicaid spell only.", "42 USC 1396k", "program");
        if (grant.Month.IsUndated) return new("R-GRANT-MONTH", "A grant is that of a month.", "Enter the month.", Field: "month");
        if (grant.Amount.IsZero || grant.Amount > TermRules.Most || -grant.Amount > TermRules.Most) return new("R-GRANT-AMOUNT", $"The amount is {grant.Amount}; it must not be 0.00 nor beyond {TermRules.Most}.", "Enter what was paid.", Field: "amount");
        var on = grant.EffectiveOn ?? grant.Month.FirstDay;
        if (DateChecks.InFuture(on, today, "effectiveOn") is { } late) return late;
        return on < grant.Month.FirstDay ? new("R-GRANT-EARLY", $"It would count from {Days.Words(on)} on, before its month.", "Enter a day in or after the month.", Field: "effectiveOn") : null;
    }

    /// <summary>The spell under which a grant was paid; null when none runs in its month.</summary>
    internal static AssistanceSpell? SpellOf(Request grant, IEnumerable<AssistanceSpell> spells) =>
        spells.Where(s => !s.Voided && s.Program == grant.Program && new DatePeriod(s.From, s.To).Touches(grant.Month)).OrderBy(s => s.From).FirstOrDefault();

    internal static Refusal NoSpell(Request grant) =>
        new("R-GRANT-NO-SPELL", $"{SpellRules.Words(grant.Program)} is not on record for {grant.Month.Words}.", "Record the assistance with its dates first.", Field: "month");

    internal static string KeyOf(string custodian, AssistanceProgram program, SupportMonth month, int count) =>
        string.Create(CultureInfo.InvariantCulture, $"{custodian}/{program.ToString().ToLowerInvariant()}/{month}/{count}");

    private static Refusal? Again(Request grant, List<AssistanceGrant> grants) => grant.Amount.IsPositive && grants.Exists(g => g.Amount == grant.Amount)
        ? new("W-GRANT-AGAIN", $"{grant.Amount} is on record for {grant.Month.Words} already.", "Confirm when it was paid twice.", Field: "amount")
        : null;
}
