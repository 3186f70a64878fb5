using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Bench;

/// <summary>The tables of the product as any program would use them with Entity Framework: the same model, none of the product's own ways.</summary>
/// <remarks>The triggers are off for it, as for a program that leaves such checks to itself. That can only make it faster.</remarks>
internal sealed class PlainDb(DbContextOptions<PlainDb> options) : DbContext(options)
{
    /// <summary>How such a program is set up once.</summary>
    public static DbContextOptions<PlainDb> Options(BenchOffice office)
    {
        using var model = office.Store.Read();
        return new DbContextOptionsBuilder<PlainDb>().UseNpgsql(ConnectionString(office)).UseModel(model.Model).Options;
    }

    /// <summary>A connection whose statements fire no trigger.</summary>
    public static string ConnectionString(BenchOffice office) => $"{office.ConnectionString};Options=-c session_replication_role=replica";

    /// <summary>Posts one payment: finds the case, its balances and its state, adds all rows and saves them with one SaveChanges.</summary>
    public async Task PostAsync(OnePayment payment, CancellationToken cancel)
    {
        var file = await Set<CaseFile>().FirstAsync(c => c.ObligorId == payment.Obligor, cancel);
        var account = await Set<CaseAccount>().SingleAsync(a => a.CaseId == file.Id, cancel);
        var state = await Set<CircleState>().SingleAsync(s => s.CircleId == file.CircleId, cancel);
        AddRange(payment.Rows);
        Entry(account).State = Entry(state).State = EntityState.Modified;
#pragma warning disable RS0030 // The yardstick: what the product is compared with.
        await SaveChangesAsync(cancel);
#pragma warning restore RS0030
    }
}

/// <summary>The rows that one payment wrote.</summary>
/// <param name="Obligor">Who paid.</param>
/// <param name="Rows">The rows.</param>
internal sealed record OnePayment(long Obligor, IReadOnlyList<object> Rows)
{
    /// <summary>The payments of some rows, one by one.</summary>
    public static IEnumerable<OnePayment> Of(PostedRows rows)
    {
        var items = rows.Items.ToDictionary(i => i.Id);
        var (identifications, entries, payables) = (rows.Identifications.ToLookup(i => i.ReceiptId), rows.Entries.ToLookup(e => e.ReceiptId), rows.Payables.ToLookup(p => p.ReceiptId));
        foreach (var receipt in rows.Receipts)
            yield return new(receipt.ObligorId!.Value, [items[receipt.InboundItemId!.Value], receipt, .. identifications[receipt.Id], .. entries[receipt.Id], .. payables[receipt.Id]]);
    }
}
