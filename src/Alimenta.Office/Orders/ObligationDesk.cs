using Alimenta.Data;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Orders;

/// <summary>What a change of an obligation answers.</summary>
/// <param name="Obligation">The obligation's key.</param>
/// <param name="Version">Its version after the change.</param>
/// <param name="NextCharges">The charges that come next, to be checked.</param>
/// <param name="Effect">What it did to the books.</param>
public sealed record ObligationChanged(string Obligation, int Version, IReadOnlyList<Charge> NextCharges, ChangeEffect Effect);

/// <summary>Finds an obligation with its circle locked.</summary>
public static class ObligationDesk
{
    internal static Refusal UnknownOrder(string number, string docket) => new("R-ORDER-UNKNOWN", $"Case {number} has no order {docket}.", "Enter the order first.", Field: "docket");

    internal static Refusal Unknown(string key) => new("R-OBLIGATION-UNKNOWN", $"There is no obligation {key}.", "Take its key from the case page.", Field: "obligation");

    /// <summary>Changes an obligation and brings the books up.</summary>
    internal static Task<Outcome<ObligationChanged>> ChangeAsync(
        AlimentaStore store, PolicyDesk policies, Asked asked, string kind, object request, string key, int? version, string reason, CancellationToken cancel,
        Func<CommandContext, FoundObligation, Task<Refusal?>> change) =>
        asked.RunAsync<ObligationChanged>(store, kind, request, ("obligation", key), async ctx =>
        {
            if (await FindAsync(ctx, key) is not { } found) return Unknown(key);
            var done = await CircleChange.RunAsync(ctx, policies, [found.Case.CircleId], reason, () =>
            {
                ctx.Expect(found.Row, version);
                return change(ctx, found);
            });
            return done.Refusal is { } no ? no : await ChangedAsync(ctx, found.Row, found.Order, done.Value);
        }, cancel);

    /// <summary>The obligation, its case, order and terms, read after its circle was locked; null when there is none.</summary>
    public static async Task<FoundObligation?> FindAsync(CommandContext ctx, string key)
    {
        var at = await ctx.Db.Obligations.AsNoTracking().Where(o => o.NaturalKey == key).Select(o => new { o.Id, o.CaseId }).SingleOrDefaultAsync(ctx.Cancel);
        if (at is null) return null;
        await Circles.LockOfCasesAsync(ctx, at.CaseId);
        var row = await ctx.Db.Obligations.SingleAsync(o => o.Id == at.Id, ctx.Cancel);
        return new(
            row, await ctx.Db.Cases.AsNoTracking().SingleAsync(c => c.Id == row.CaseId, ctx.Cancel), await ctx.Db.Orders.AsNoTracking().SingleAsync(o => o.Id == row.OrderId, ctx.Cancel),
            await ctx.Db.ObligationTerms.Where(t => t.ObligationId == row.Id).ToListAsync(ctx.Cancel));
    }

    internal static async Task<ObligationChanged> ChangedAsync(CommandContext ctx, Obligation row, SupportOrder order, ChangeEffect effect)
    {
        var terms = await ctx.Db.ObligationTerms.AsNoTracking().Where(t => t.ObligationId == row.Id).ToListAsync(ctx.Cancel);
        return new(row.NaturalKey, row.Version, TermRules.Next(TermRules.Compose(terms, row.ProratePartial), LastDay(row, order), await ctx.BusinessDateAsync()), effect);
    }

    /// <summary>The last day of an obligation: its own, or its order's when that comes first.</summary>
    internal static DateOnly? LastDay(Obligation row, SupportOrder order) =>
        order.EndsOn is { } end && (row.EndsOn is null || end < row.EndsOn) ? end : row.EndsOn;
}

/// <summary>An obligation with what belongs to it.</summary>
public sealed record FoundObligation(Obligation Row, CaseFile Case, SupportOrder Order, IReadOnlyList<ObligationTerm> Terms);
