using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Records what a payee says to giving back what he had too much: in writing he agrees to a part of later payments, or he refuses.</summary>
/// <remarks>Without written consent nothing is ever taken from a family's support (PIQ-02-01; our convention H6). Consent may be changed, and taken back, at any time.</remarks>
public static class RecordConsent
{
    private const long OnePercent = 10_000;
    private const long Whole = 100 * OnePercent;

    /// <param name="RecoveryId">What he had too much.</param>
    /// <param name="Agreed">Whether he agreed in writing.</param>
    /// <param name="SignedOn">The day on which he signed or answered.</param>
    /// <param name="Ppm">The part of each later payment, in millionths; counts only when he agreed.</param>
    /// <param name="Document">Where the writing is kept.</param>
    public sealed record Request(long RecoveryId, bool Agreed, DateOnly SignedOn, long Ppm, string Document);

    /// <param name="RecoveryId">The recovery.</param>
    /// <param name="Status">Where it stands now.</param>
    /// <param name="Ppm">The part of each later payment, in millionths.</param>
    /// <param name="LeftCents">What is still to come back.</param>
    public sealed record Reply(long RecoveryId, RecoveryStatus Status, long Ppm, Money LeftCents);

    /// <summary>Records the answer.</summary>
    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "recovery.consent", request, ("recovery", request.RecoveryId.ToString(CultureInfo.InvariantCulture)), async ctx =>
        {
            if (request.Document.Trim().Length < 3) return new Refusal("R-CONSENT-DOCUMENT", "It is not said where the payee's writing is kept.", "Enter the document's number or place.", "PIQ-02-01", "document");
            if (DateChecks.InFuture(request.SignedOn, await ctx.BusinessDateAsync(), "signed") is { } late) return late;
            if (request.Agreed && request.Ppm is < OnePercent or > Whole)
                return new Refusal("R-CONSENT-PART", "The part of later payments is 1 to 100 percent.", "Enter the percentage to which the payee agreed.", "PIQ-02-01", "percent");
            var payee = await ctx.Db.Recoveries.AsNoTracking().Where(r => r.Id == request.RecoveryId).Select(r => (long?)r.PayeeId).SingleOrDefaultAsync(ctx.Cancel);
            if (payee is null) return new Refusal("R-RECOVERY-UNKNOWN", "There is no such overpayment.", "Choose one from the list.");
            if (await PaidOnAsync(ctx, request.RecoveryId) is { } paid && request.SignedOn < paid)
                return new Refusal("R-CONSENT-EARLY", $"{Days.Words(request.SignedOn)} lies before {Days.Words(paid)}, when the payee had this money.", "Enter the day on which the payee signed or answered.", "PIQ-02-01", "signed");
            await Circles.LockOfPeopleAsync(ctx, payee.Value);
            var recovery = await ctx.Db.Recoveries.SingleAsync(r => r.Id == request.RecoveryId, ctx.Cancel);
            if (recovery.Status is RecoveryStatus.Closed or RecoveryStatus.Waived) return new Refusal("R-RECOVERY-OVER", "This overpayment is settled.", "Nothing needs to be done.");
            (recovery.Consent, recovery.ConsentOn) = (request.Agreed ? RecoveryConsent.Written : RecoveryConsent.Refused, request.SignedOn);
            (recovery.Status, recovery.Ppm) = request.Agreed ? (RecoveryStatus.Active, request.Ppm) : (RecoveryStatus.Potential, 0);
            ctx.Audit(request.Agreed ? "recovery.agreed" : "recovery.refused", "recovery", $"{recovery.Id}", request.Document.Trim());
            return new Reply(recovery.Id, recovery.Status, recovery.Ppm, recovery.Amount - recovery.Recovered);
        }, cancel);

    /// <summary>The first day on which the payee was paid out of the receipt; where no payment is kept, the day on which the receipt came. Nobody consents to give back what he has not had.</summary>
    private static async Task<DateOnly?> PaidOnAsync(CommandContext ctx, long recovery) =>
        await (from r in ctx.Db.Recoveries join p in ctx.Db.Payables on r.ReceiptId equals p.ReceiptId join d in ctx.Db.Disbursements on p.DisbursementId equals (long?)d.Id
               where r.Id == recovery && p.PayeeId == r.PayeeId orderby d.On select (DateOnly?)d.On).FirstOrDefaultAsync(ctx.Cancel)
        ?? await (from r in ctx.Db.Recoveries join x in ctx.Db.Receipts on r.ReceiptId equals (long?)x.Id where r.Id == recovery select (DateOnly?)x.ReceivedOn).SingleOrDefaultAsync(ctx.Cancel);
}
