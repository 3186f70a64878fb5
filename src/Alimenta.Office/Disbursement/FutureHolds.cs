using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Keeps a hold for every amount that is held as future support, so that it has a reason, an owner and a day on which it is looked at.</summary>
/// <remarks>The money stands on the account "future", not on "held": it is not distributed yet.</remarks>
internal static class FutureHolds
{
    /// <param name="ctx">The command.</param>
    /// <param name="policies">The law at hand.</param>
    /// <param name="played">The circles.</param>
    /// <param name="touched">Receipts of which a step was posted or reversed: one that came back whole is no longer among the facts, and its hold must end all the same.</param>
    /// <param name="today">The day.</param>
    public static async Task StoreAsync(CommandContext ctx, PolicyDesk policies, IReadOnlyList<PlayedCircle> played, IReadOnlySet<long> touched, DateOnly today)
    {
        var known = played.SelectMany(p => p.Circle.Receipts.Values).Select(r => r.Id).ToHashSet();
        var receipts = known.Union(touched).ToList();
        if (receipts.Count == 0) return;
        var active = (await ctx.Db.Holds.Where(h => h.Reason == HoldReason.Future && h.Status == HoldStatus.Active && h.ReceiptId != null && receipts.Contains(h.ReceiptId.Value)).ToListAsync(ctx.Cancel))
            .ToDictionary(h => h.ReceiptId!.Value);
        foreach (var circle in played)
        {
            foreach (var held in circle.Play.Futures.GroupBy(f => f.Receipt.Key))
            {
                var receipt = circle.Circle.Receipts[held.Key];
                var amount = held.Sum(f => f.Amount);
                if (active.Remove(receipt.Id, out var hold))
                {
                    hold.Amount = amount;
                    continue;
                }

                ctx.Add(new Hold
                {
                    ReceiptId = receipt.Id, CaseId = receipt.DirectedCaseId, Amount = amount, Reason = HoldReason.Future, Citation = "45 CFR 302.51(b)", Owner = HoldRules.Accounting,
                    PlacedOn = today, ReviewOn = today.AddDays(policies.Law.On(today, "us").Whole("policy/hold/review-days")), Status = HoldStatus.Active,
                });
            }
        }

        // What is no longer held has been distributed, or came back from the bank.
        foreach (var hold in active.Values)
            (hold.Status, hold.ReleasedOn, hold.ReleaseReason) = known.Contains(hold.ReceiptId!.Value) ? (HoldStatus.Released, today, "Distributed to the support that fell due.") : (HoldStatus.Voided, today, "The receipt came back.");
    }
}
