using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Receipts of large files that wait for the part of a run in which they are distributed.</summary>
internal static class WaitingReceipts
{
    /// <summary>In SQL: whether receipt r waits.</summary>
    public const string Sql = "exists (select 1 from waiting_receipt w where w.obligor_id = r.obligor_id and w.receipt_id = r.id)";

    /// <summary>In SQL: how receipt r stands, in the words of <see cref="ReceiptStatus"/>: one that waits is not distributed.</summary>
    public const string StatusSql = $"case when r.status = 'distributed' and {Sql} then 'identified' else r.status end";

    /// <summary>The receipts of a query that wait for nothing: neither for a part of a run nor for the day on which they count as collected.</summary>
    public static IQueryable<Receipt> WithoutWaiting(this IQueryable<Receipt> receipts, AlimentaDb db) =>
        receipts.Where(r => r.Status != ReceiptStatus.Identified && !db.WaitingReceipts.Any(w => w.ObligorId == r.ObligorId && w.ReceiptId == r.Id));

    /// <summary>The receipts of a query that have an owner and are not distributed.</summary>
    public static IQueryable<Receipt> OnlyWaiting(this IQueryable<Receipt> receipts, AlimentaDb db) =>
        receipts.Where(r => r.Status == ReceiptStatus.Identified || (r.Status == ReceiptStatus.Distributed && db.WaitingReceipts.Any(w => w.ObligorId == r.ObligorId && w.ReceiptId == r.Id)));

    /// <summary>Notes that receipts wait no more, whoever distributed them or took them out. Their circles must be locked.</summary>
    /// <param name="ctx">The command.</param>
    /// <param name="obligors">Whose they are, or were.</param>
    /// <param name="receipts">The receipts.</param>
    /// <returns>How many of them waited.</returns>
    public static Task<int> DoneAsync(CommandContext ctx, IReadOnlyCollection<long> obligors, IReadOnlyCollection<long> receipts) => receipts.Count == 0 ? Task.FromResult(0)
        : ctx.Db.WaitingReceipts.Where(w => obligors.Contains(w.ObligorId) && receipts.Contains(w.ReceiptId)).ExecuteDeleteAsync(ctx.Cancel);
}
