using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Orders;
using Alimenta.Office.Participants;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Establishment;

/// <summary>Enters the order that a proposal became, with its obligations, in one command. The proposal remembers which order it became.</summary>
public static class EnterProposal
{
    /// <param name="Key">The determination whose proposal it is.</param>
    /// <param name="Version">The version of the proposal that the asker saw.</param>
    /// <param name="Tribunal">Who issued the order.</param>
    /// <param name="Docket">Its number.</param>
    /// <param name="SignedOn">The day on which it was signed.</param>
    /// <param name="Replaces">Keys of obligations that it takes the place of: each ends on the day before it begins.</param>
    public sealed record Request(DeterminationKey Key, int? Version, string Tribunal, string Docket, DateOnly SignedOn, IReadOnlyList<string> Replaces);

    /// <param name="Docket">The order's number.</param>
    /// <param name="Obligations">The keys of its obligations.</param>
    /// <param name="Ended">The keys of those that it took the place of.</param>
    public sealed record Reply(string Docket, IReadOnlyList<string> Obligations, IReadOnlyList<string> Ended);

    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "support.order", request, ("case", request.Key.Case), async ctx =>
        {
            var found = await EstablishmentDesk.FindAsync(ctx, request.Key);
            if (found.Refusal is { } no) return no;
            var (file, row) = found.Value;
            if (await ctx.Db.OrderProposals.SingleOrDefaultAsync(p => p.DeterminationId == row.Id && p.Status != ProposalStatus.Withdrawn, ctx.Cancel) is not { } proposal)
                return new Refusal("R-PROPOSAL-NONE", "There is no proposal of an order.", "Accept a scenario first.");
            if (proposal.Status == ProposalStatus.Entered) return new Refusal("R-PROPOSAL-ENTERED", "This proposal became an order already.", "Look at the orders of the case.");
            ctx.Expect(proposal, request.Version);
            var parts = await ctx.Db.ProposedObligations.Where(o => o.ProposalId == proposal.Id).OrderBy(o => o.Ordinal).ToListAsync(ctx.Cancel);
            if (parts.Count == 0) return new Refusal("R-PROPOSAL-NOTHING", "By this result the one who owes in this case pays nothing.", "There is no obligation to enter; keep the calculation, or set it aside.");
            var state = row.State.ToUpperInvariant();
            var order = await EnterOrder.EnterAsync(ctx, asked, new(file.Number, request.Tribunal, request.Docket, state, request.SignedOn, proposal.BeginsOn));
            if (order.Refusal is { } bad) return bad;
            await ctx.FlushAsync();
            // The old obligations end and the new ones begin in one change: between the two the family would owe nothing, and what it was paid would seem to be too much.
            var done = await CircleChange.RunAsync(ctx, policies, [file.CircleId], $"Order {order.Value.Docket} of case {file.Number} entered.", async () =>
            {
                if (await EndReplacedAsync(ctx, file, proposal, request) is { } stays) return stays;
                foreach (var part in parts)
                {
                    await ctx.FlushAsync();
                    var added = await AddAsync(ctx, policies, asked, file, state, proposal, order.Value, part);
                    if (added.Refusal is { } cannot) return cannot;
                    part.ObligationKey = added.Value.NaturalKey;
                }

                return null;
            });
            if (done.Refusal is { } refused) return refused;
            var today = await ctx.BusinessDateAsync();
            (proposal.Status, proposal.OrderId, proposal.EnteredOn) = (ProposalStatus.Entered, order.Value.OrderId, today);
            EstablishmentDesk.Tell(ctx, file, row, today, "support-ordered", $"Support calculation {row.Number}, edition {row.Edition}, became order {order.Value.Docket}.");
            return new Reply(order.Value.Docket, [.. parts.Select(p => p.ObligationKey)], request.Replaces);
        }, cancel);

    private static async Task<Refusal?> EndReplacedAsync(CommandContext ctx, CaseFile file, OrderProposal proposal, Request request)
    {
        foreach (var key in request.Replaces.Distinct(StringComparer.Ordinal))
        {
            if (await ObligationDesk.FindAsync(ctx, key) is not { } old || old.Case.Id != file.Id) return ObligationDesk.Unknown(key) with { Field = "replaces" };
            if (EndObligation.Set(old, Last(old, proposal.BeginsOn)) is { } no) return no with { Field = "replaces" };
        }

        return null;
    }

    /// <summary>The day before the new order begins; for what begins later itself, the day before that, so that nothing of it is due.</summary>
    private static DateOnly Last(FoundObligation old, DateOnly begins)
    {
        var first = old.Terms.Count == 0 ? begins : old.Terms.Min(t => t.From);
        return (first > begins ? first : begins).AddDays(-1);
    }

    // A family may have several amounts of one kind for one child in one order, such as support and child care: each is told apart by its proposal.
    private static async Task<Outcome<Obligation>> AddAsync(CommandContext ctx, PolicyDesk policies, Asked asked, CaseFile file, string state, OrderProposal proposal, EnterOrder.Reply order, ProposedObligation part)
    {
        var person = await ctx.Db.People.AsNoTracking().Where(p => p.Id == part.SupportedPersonId).Select(p => p.Number).SingleAsync(ctx.Cancel);
        var sure = part.PaymentKind == nameof(Law.Guidelines.PaymentKind.Cash) ? asked : asked with { Confirmed = [.. asked.Confirmed, "W-OBLIGATION-TWICE"], Why = asked.Why.Length > 0 ? asked.Why : $"Part of order {order.Docket}." };
        var row = await ctx.Db.Orders.AsNoTracking().SingleAsync(o => o.Id == order.OrderId, ctx.Cancel);
        return await EnterObligation.AddAsync(ctx, policies, sure, new(file.Number, order.Docket, part.Kind, person, new(EndRule.Emancipation, State: state), [new(part.Amount, proposal.Frequency, proposal.BeginsOn)]), file, row);
    }
}
