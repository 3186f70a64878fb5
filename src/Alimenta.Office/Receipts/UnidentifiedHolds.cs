using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;

namespace Alimenta.Office.Receipts;

/// <summary>Keeps a hold for every unidentified receipt, so that it has a reason, an owner and a day on which it is looked at.</summary>
internal static class UnidentifiedHolds
{
    public static Task PlaceAsync(CommandContext ctx, PolicyDesk policies, IEnumerable<Receipt> receipts, DateOnly today)
    {
        var review = today.AddDays(policies.Law.On(today, "us").Whole("policy/hold/review-days"));
        return ctx.BulkAddAsync([.. receipts.Where(r => r.ObligorId is null).Select(r => new Hold
        {
            ReceiptId = r.Id, Amount = r.Amount, Reason = HoldReason.Unidentified, Citation = "42 USC 654b(c)(1)", Owner = HoldRules.Accounting, PlacedOn = today, ReviewOn = review, Status = HoldStatus.Active,
        })]);
    }
}
