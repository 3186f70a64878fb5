using System.Globalization;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Voids a file of payments that waits for its release: it does not leave, and what it would have paid is payable again.</summary>
/// <remarks>Belongs to those who make files, the maker included: it lets no money out. The next run of disbursement makes the payments new, by what the books and the payees' records say then.</remarks>
public static class VoidFile
{
    private const int LeastReason = 3;

    /// <param name="FileId">The file.</param>
    public sealed record Request(long FileId);

    /// <param name="Identity">The file.</param>
    /// <param name="Payments">How many payments were taken back.</param>
    /// <param name="AmountCents">How much is payable again.</param>
    /// <param name="Tests">New accounts whose test stood in the file: they are tested again.</param>
    public sealed record Reply(string Identity, int Payments, Money AmountCents, int Tests);

    /// <summary>Voids the file.</summary>
    public static Task<Outcome<Reply>> RunAsync(AlimentaStore store, Asked asked, Request request, CancellationToken cancel = default) =>
        asked.RunAsync<Reply>(store, "disbursement.void", new { request.FileId, asked.Why }, ("disbursement-file", request.FileId.ToString(CultureInfo.InvariantCulture)), async ctx =>
        {
            if (asked.Why.Trim().Length < LeastReason) return new Refusal("R-VOID-WHY", "It is not said why the file is not to leave.", "Enter the reason in a few words.", Field: "why");
            await UnreleasedPayments.LockAsync(ctx);
            var file = await ctx.Db.DisbursementFiles.SingleOrDefaultAsync(f => f.Id == request.FileId, ctx.Cancel);
            if (file is null) return new Refusal("R-FILE-UNKNOWN", "There is no such disbursement file.", "Choose a file from the list.");
            if (file.Status == DisbursementFileStatus.Released) return new Refusal("R-VOID-RELEASED", $"File {file.Identity} was released; what has left cannot be voided.", "Ask the bank to stop or return a payment; what it sends back is held again.");
            if (file.Status != DisbursementFileStatus.Created) return new Refusal("R-FILE-VOID", $"File {file.Identity} was voided.", "Choose another file.");
            var amount = file.Amount;
            var (payments, tests) = await new UnreleasedPayments(ctx, await ctx.BusinessDateAsync()).VoidAsync(file, asked.Why.Trim());
            return new Reply(file.Identity, payments, amount, tests);
        }, cancel);
}
