using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Holds the money of a payee because it is in dispute: what is open now, and what comes until the dispute is released.</summary>
/// <remarks>The law lets money toward arrears wait until a timely appeal is resolved (42 USC 654b(c)(2)). It is for the person who places the hold to see that there is one;
/// the reason is kept, and the hold comes up for review.</remarks>
public static class PlaceDisputeHold
{
    private const int LeastReason = 3;
    private const string Citation = "42 USC 654b(c)(2)";

    /// <param name="Payee">The payee's number.</param>
    public sealed record Request(string Payee);

    /// <param name="HoldId">The dispute.</param>
    /// <param name="Held">How many amounts wait for it now.</param>
    /// <param name="AmountCents">How much.</param>
    /// <param name="AlreadyInFile">What is in a file of payments already and leaves.</param>
    /// <param name="ReviewOn">The day on which it is looked at again.</param>
    /// <param name="Payee">The payee's number as it is kept.</param>
    public sealed record Reply(long HoldId, int Held, Money AmountCents, Money AlreadyInFile, DateOnly ReviewOn, string Payee = "");

    /// <summary>Places the hold.</summary>
    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, PolicyDesk policies, Asked asked, Request request, CancellationToken cancel = default)
    {
        // The audit log finds the person by the number as it is kept, however it was typed.
        var number = request.Payee.Trim().ToUpperInvariant();
        return asked.RunAsync<Reply>(store, "hold.dispute", new { Payee = number, asked.Why }, ("person", number), async ctx =>
        {
            if (asked.Why.Trim().Length < LeastReason) return new Refusal("R-DISPUTE-WHY", "It is not said what is in dispute.", "Enter the appeal or the doubt, and its date.", Citation, "why");
            var payee = await ctx.Db.People.AsNoTracking().SingleOrDefaultAsync(p => p.Number == number, ctx.Cancel);
            if (payee is null) return new Refusal("R-DISPUTE-PAYEE", $"There is no person {request.Payee}.", "Choose the payee from a case or a receipt.", Field: "payee");
            if (payee.Kind is PersonKind.State or PersonKind.Agency) return new Refusal("R-DISPUTE-PUBLIC", "Money of a public account is not held for a dispute.", "Correct the distribution of the receipt instead.", Field: "payee");
            if (!await IsPaidAsync(ctx, payee.Id))
                return new Refusal("R-DISPUTE-NO-PAYEE", $"{PaymentEntries.NameOf(payee).Trim()}, {payee.Number}, is paid no support.", "Enter the number of the person who receives the money, not of the one who pays or of a child.", Field: "payee");
            await Circles.LockOfPeopleAsync(ctx, payee.Id);
            if (await ctx.Db.Holds.AnyAsync(h => h.PayeeId == payee.Id && h.Reason == HoldReason.Dispute && h.Status == HoldStatus.Active && h.ReceiptId == null && h.Amount == Money.Zero, ctx.Cancel))
                return new Refusal("R-DISPUTE-THERE", "This payee's money is held for a dispute already.", "Look at the list of holds.");
            var today = await ctx.BusinessDateAsync();
            var review = today.AddDays(policies.Law.On(today, "us").Whole("policy/hold/review-days"));
            var standing = ctx.Add(Dispute(payee.Id, Money.Zero, today, review));
            var open = await ctx.Db.Payables.Where(p => p.PayeeId == payee.Id && p.Status == PayableStatus.Open).OrderBy(p => p.Id).ToListAsync(ctx.Cancel);
            var held = open.FindAll(p => p.Amount.IsPositive);
            var entries = await HoldEntries.ForAsync(ctx, held);
            foreach (var payable in held)
            {
                var hold = ctx.Add(Dispute(payee.Id, payable.Amount, today, review));
                (hold.ReceiptId, hold.CaseId) = (payable.ReceiptId, payable.CaseId);
                (payable.Status, payable.HoldId) = (PayableStatus.Held, hold.Id);
                entries.Hold(payable, today, asked.Why.Trim());
            }

            var inFile = await ctx.Db.Payables.Where(p => p.PayeeId == payee.Id && p.Status == PayableStatus.InFile).Select(p => p.Amount).ToListAsync(ctx.Cancel);
            return new Reply(standing.Id, held.Count, held.Sum(p => p.Amount), inFile.Sum(), review, payee.Number);
        }, cancel);
    }

    /// <summary>Whether money comes to a person: as custodian of a case, now or before, or because some of it waits for him.</summary>
    private static async Task<bool> IsPaidAsync(CommandContext ctx, long person) =>
        await ctx.Db.Cases.AnyAsync(c => c.CustodianId == person, ctx.Cancel)
        || await ctx.Db.Participants.AnyAsync(p => p.PersonId == person && p.Role == ParticipantRole.Custodian, ctx.Cancel)
        || await ctx.Db.Payables.AnyAsync(p => p.PayeeId == person && (p.Status == PayableStatus.Open || p.Status == PayableStatus.Held), ctx.Cancel);

    private static Hold Dispute(long payee, Money amount, DateOnly today, DateOnly review) => new()
    {
        PayeeId = payee, Amount = amount, Reason = HoldReason.Dispute, Citation = Citation, Owner = HoldRules.CaseManager, PlacedOn = today, ReviewOn = review, Status = HoldStatus.Active,
    };
}
