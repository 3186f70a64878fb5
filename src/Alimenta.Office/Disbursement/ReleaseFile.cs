using Alimenta.Data;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>What a release did.</summary>
/// <param name="Identity">The file.</param>
/// <param name="Count">Payments in it.</param>
/// <param name="AmountCents">How much left.</param>
public sealed record FileReleased(string Identity, int Count, Money AmountCents);

/// <summary>Releases a disbursement file to the bank: once, by another person than made it, who enters the total again.</summary>
public sealed class ReleaseFile(AlimentaStore store)
{
    /// <summary>Releases the file.</summary>
    /// <param name="fileId">The file.</param>
    /// <param name="total">The total as the releaser read it from the control report.</param>
    /// <param name="key">The key of the request.</param>
    /// <param name="by">Who releases.</param>
    /// <param name="cancel">Stops it.</param>
    public Task<Outcome<FileReleased>> RunAsync(long fileId, Money total, string key, Actor by, CancellationToken cancel = default) =>
        store.Commands.RunAsync<FileReleased>(new(key, "disbursement.release", new { fileId, total }, by) { ObjectKind = "disbursement-file", ObjectId = $"{fileId}" }, async ctx =>
        {
            await UnreleasedPayments.LockAsync(ctx);
            var file = await ctx.Db.DisbursementFiles.SingleOrDefaultAsync(f => f.Id == fileId, ctx.Cancel);
            if (file is null) return new Refusal("R-FILE-UNKNOWN", "There is no such disbursement file.", "Choose a file from the list.");
            if (file.Status == DisbursementFileStatus.Released)
                return new Refusal("R-FILE-RELEASED", $"File {file.Identity} was released before; it leaves only once.", "Make a new file for payments that are still open.");
            if (file.Status != DisbursementFileStatus.Created) return new Refusal("R-FILE-VOID", $"File {file.Identity} was voided.", "Choose another file.");
            if (file.CreatedBy == by.UserId && by.UserId != 0)
                return new Refusal("R-SAME-PERSON", "Whoever made a disbursement file cannot release it.", "Ask another releaser.", "45 CFR 302.20");
            if (file.Amount != total)
                return new Refusal("R-TOTAL-DIFFERS", $"The total entered is {total}; the file holds another total.", "Compare it with the control report and enter it again; where a payment was taken out of the file meanwhile, its page says so.", "", "total");

            var payments = await ctx.Db.Disbursements.AsNoTracking().Where(d => d.FileId == fileId && d.Status == DisbursementStatus.Created).OrderBy(d => d.Id).Select(d => new { d.PayeeId, d.Amount }).ToListAsync(ctx.Cancel);
            if (payments.Sum(p => p.Amount) != file.Amount || payments.Count != file.Count) throw new InvalidOperationException($"File {file.Identity} does not agree with its payments.");
            var today = await ctx.BusinessDateAsync();
            (file.Status, file.ReleasedBy, file.ReleasedAt) = (DisbursementFileStatus.Released, by.UserId, ctx.Now);
            var ofFile = ctx.Db.Disbursements.Where(d => d.FileId == fileId && d.Status == DisbursementStatus.Created);
            await ctx.Db.Payables.Where(p => ofFile.Any(d => d.Id == p.DisbursementId)).ExecuteUpdateAsync(p => p.SetProperty(x => x.Status, PayableStatus.Paid), ctx.Cancel);
            await ofFile.ExecuteUpdateAsync(d => d.SetProperty(x => x.Status, DisbursementStatus.Released), ctx.Cancel);
            if (!file.Amount.IsZero) ctx.Post(Recipes.FileRelease(new($"release-file:{file.Identity}", today), payments.ConvertAll(p => new PayeeMoney(Accounts.Issued, p.PayeeId, p.Amount))));

            ctx.Send("bank-file", file.Identity, file.Content);
            return new FileReleased(file.Identity, file.Count, file.Amount);
        }, cancel: cancel);
}
