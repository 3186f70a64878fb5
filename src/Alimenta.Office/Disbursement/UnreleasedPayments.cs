using System.Security.Cryptography;
using System.Text;
using Alimenta.Data;
using Alimenta.Formats.Nacha;
using Microsoft.EntityFrameworkCore;
using PaidOut = Alimenta.Data.Disbursement;

namespace Alimenta.Office.Disbursement;

/// <summary>A payment that was taken back before it left.</summary>
/// <param name="File">The file out of which it was taken; empty when it stood in none yet.</param>
/// <param name="Payee">The payee's number.</param>
/// <param name="AmountCents">What the payment was.</param>
/// <param name="OpenCents">What of it the payee is still to have: it is open again and leaves with the next files.</param>
public sealed record PaymentTakenBack(string File, string Payee, Money AmountCents, Money OpenCents);

/// <summary>Takes payments back that were made and have not left: their entries are reversed, their money is payable again, and the file in which they stood is written without them.</summary>
/// <remarks>No money moves: what is payable lies where it lay before the payment was made. The voided payment stays to be read. A file of which nothing is left is voided.</remarks>
internal sealed class UnreleasedPayments(CommandContext ctx, DateOnly today)
{
    private const int Chunk = 2_000;
    private const string Name = "disbursement-files";

    /// <summary>Holds every other command that writes, releases or voids files, or takes payments out of them, until this one ends. Circles are locked before it.</summary>
    public static Task LockAsync(CommandContext ctx) => ctx.LockNameAsync(Name);

    /// <summary>Takes some payments back; the files must be locked. What was paid with them is open again and tracked.</summary>
    /// <param name="ids">The payments; those that left are passed over.</param>
    /// <param name="reason">Why, kept with the reversals and in the audit log.</param>
    /// <returns>The payments that were taken back, with the file of each.</returns>
    public async Task<IReadOnlyList<(PaidOut Row, string File)>> TakeBackAsync(IReadOnlyCollection<long> ids, string reason)
    {
        var rows = await ctx.Db.Disbursements.Where(d => ids.Contains(d.Id) && d.Status == DisbursementStatus.Created).OrderBy(d => d.Id).ToListAsync(ctx.Cancel);
        if (rows.Count == 0) return [];
        await ReverseAsync(rows, reason);
        var paid = rows.ConvertAll(r => (long?)r.Id);
        foreach (var payable in await ctx.Db.Payables.Where(p => paid.Contains(p.DisbursementId)).ToListAsync(ctx.Cancel)) (payable.Status, payable.DisbursementId) = (PayableStatus.Open, null);
        foreach (var row in rows) row.Status = DisbursementStatus.Voided;
        var names = new Dictionary<long, string>();
        foreach (var group in rows.Where(r => r.FileId is not null).GroupBy(r => r.FileId!.Value))
        {
            var file = await ctx.Db.DisbursementFiles.SingleAsync(f => f.Id == group.Key, ctx.Cancel);
            names[file.Id] = file.Identity;
            Shorten(file, [.. group]);
            foreach (var row in group) ctx.Audit("disbursement.taken-out", "disbursement-file", $"{file.Id}", $"{row.NaturalKey}, {row.Amount}: {reason}");
        }

        return rows.ConvertAll(r => (r, r.FileId is { } file ? names[file] : ""));
    }

    /// <summary>Takes back all that stands in a file. The file must be locked and waiting.</summary>
    public async Task<(int Payments, int Tests)> VoidAsync(DisbursementFile file, string reason)
    {
        var rows = await ctx.Db.Disbursements.AsNoTracking().Where(d => d.FileId == file.Id && d.Status == DisbursementStatus.Created).OrderBy(d => d.Id).ToListAsync(ctx.Cancel);
        foreach (var chunk in rows.Chunk(Chunk)) await ReverseAsync(chunk, reason);
        var ofFile = ctx.Db.Disbursements.Where(d => d.FileId == file.Id && d.Status == DisbursementStatus.Created);
        await ctx.Db.Payables.Where(p => ofFile.Any(d => d.Id == p.DisbursementId))
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.Status, PayableStatus.Open).SetProperty(x => x.DisbursementId, (long?)null), ctx.Cancel);
        await ofFile.ExecuteUpdateAsync(d => d.SetProperty(x => x.Status, DisbursementStatus.Voided), ctx.Cancel);
        file.Status = DisbursementFileStatus.Voided;
        return (rows.Count, await UntestAsync(file));
    }

    /// <summary>Reverses the entries by which the payments were made. A payment has one of its own.</summary>
    private async Task ReverseAsync(IReadOnlyCollection<PaidOut> rows, string reason)
    {
        var keys = rows.Select(r => PaymentMaker.EntryKey(r)).ToList();
        foreach (var made in await ctx.Db.JournalEntries.AsNoTracking().Where(e => keys.Contains(e.Key)).OrderBy(e => e.Id).ToListAsync(ctx.Cancel)) ctx.Post(made.ToEntry().Reversal(today, reason));
    }

    /// <summary>Writes a file without some of its payments: its count, total and content say what is left.</summary>
    private static void Shorten(DisbursementFile file, List<PaidOut> gone)
    {
        var traces = gone.ConvertAll(r => r.Trace ?? "").ToHashSet(StringComparer.Ordinal);
        var left = file.Kind == DisbursementFileKind.Warrant ? Register(file.Content, traces) : EntryRemoval.Without(file.Content, traces);
        (file.Count, file.Amount) = (file.Count - gone.Count, file.Amount - gone.Sum(r => r.Amount));
        if (left is null)
        {
            // The bytes of what was made stay, as evidence; a voided file does not leave.
            file.Status = DisbursementFileStatus.Voided;
            return;
        }

        (file.Content, file.ContentKey) = (left, Convert.ToHexStringLower(SHA256.HashData(left)));
    }

    private static byte[]? Register(byte[] content, HashSet<string> traces)
    {
        var lines = Encoding.UTF8.GetString(content).Split("\r\n");
        var kept = lines.Where(l => !traces.Contains(l.Split(',')[0])).ToList();
        // The heading, and the end of the last line.
        return kept.Count <= 2 ? null : Encoding.UTF8.GetBytes(string.Join("\r\n", kept));
    }

    /// <summary>New accounts whose test stood in the file are tested again: no bank has seen it.</summary>
    private async Task<int> UntestAsync(DisbursementFile file)
    {
        if (file.Kind != DisbursementFileKind.Ach || NachaReader.Read(file.Content).File is not { } read) return 0;
        var traces = read.Entries.Where(e => e.IsPrenote).Select(e => e.Trace).ToList();
        var accounts = await ctx.Db.BankAccounts.Where(a => a.PrenoteTrace != null && traces.Contains(a.PrenoteTrace) && a.PrenoteOn == file.BusinessDate).ToListAsync(ctx.Cancel);
        foreach (var account in accounts) (account.PrenoteStatus, account.PrenoteOn, account.PrenoteTrace) = (PrenoteStatus.None, null, null);
        return accounts.Count;
    }
}
