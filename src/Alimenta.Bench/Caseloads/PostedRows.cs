using System.Diagnostics;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Bench;

/// <summary>The rows that posting a file wrote, for a yardstick that writes the same.</summary>
internal sealed record PostedRows(List<InboundItem> Items, List<Receipt> Receipts, List<Identification> Identifications, List<JournalEntry> Entries, List<Payable> Payables)
{
    // Far above all ids, so that the same rows fit into the same tables beside their originals.
    public const long Shift = 1L << 50;

    public int Count => Items.Count + Receipts.Count + Identifications.Count + Entries.Count + Payables.Count;

    /// <summary>The rows of a file.</summary>
    public static async Task<PostedRows> OfFileAsync(AlimentaStore store, long file, CancellationToken cancel)
    {
        await using var db = store.Read();
        db.Database.SetCommandTimeout(600);
        var items = db.InboundItems.Where(i => i.FileId == file);
        var receipts = db.Receipts.Where(r => items.Any(i => i.Id == r.InboundItemId));
        var entries = db.JournalEntries.Where(e => receipts.Any(r => r.Id == e.ReceiptId));
        return new(await items.ToListAsync(cancel), await receipts.ToListAsync(cancel), await db.Identifications.Where(i => receipts.Any(r => r.Id == i.ReceiptId)).ToListAsync(cancel),
            await entries.ToListAsync(cancel), await db.Payables.Where(p => receipts.Any(r => r.Id == p.ReceiptId)).ToListAsync(cancel));
    }

    /// <summary>The first entries after one, as a run of circles wrote them.</summary>
    public static async Task<PostedRows> EntriesAfterAsync(AlimentaStore store, long entry, int most, CancellationToken cancel)
    {
        await using var db = store.Read();
        db.Database.SetCommandTimeout(600);
        return new([], [], [], await db.JournalEntries.Where(e => e.Id > entry).OrderBy(e => e.Id).Take(most).ToListAsync(cancel), []);
    }

    /// <summary>Writes them into their own tables with COPY, and takes them back.</summary>
    /// <returns>Seconds that the writing took.</returns>
    public async Task<double> CopyAsync(AlimentaStore store, string key, CancellationToken cancel)
    {
        var seconds = 0.0;
        await store.Commands.RunAsync<bool>(new($"bench:copy:{key}", "bench", new { key }, Actor.Program("bench")), async ctx =>
        {
            var clock = Stopwatch.StartNew();
            foreach (var (table, of) in ByTable(ctx.Db)) await store.Engine.BulkInsertAsync(ctx.Db, table, of, cancel);
            seconds = clock.Elapsed.TotalSeconds;
            return true;
        }, preview: true, cancel);
        return seconds;
    }

    /// <summary>The same rows under other numbers and keys.</summary>
    public PostedRows Shifted()
    {
        foreach (var i in Items) (i.Id, i.ItemKey, i.ReceiptId) = (i.Id + Shift, i.ItemKey + "~", i.ReceiptId + Shift);
        foreach (var r in Receipts) (r.Id, r.NaturalKey, r.InboundItemId) = (r.Id + Shift, r.NaturalKey + "~", r.InboundItemId + Shift);
        foreach (var i in Identifications) (i.Id, i.ReceiptId) = (i.Id + Shift, i.ReceiptId + Shift);
        foreach (var e in Entries) (e.Id, e.Key, e.ReceiptId) = (e.Id + Shift, e.Key + "~", e.ReceiptId + Shift);
        foreach (var p in Payables) (p.Id, p.ReceiptId) = (p.Id + Shift, p.ReceiptId + Shift);
        return this;
    }

    // In an order in which each finds what it points to.
    private IEnumerable<(BulkTable Table, IReadOnlyCollection<object> Rows)> ByTable(AlimentaDb db) =>
        [(BulkTable.Of<InboundItem>(db), Items), (BulkTable.Of<Receipt>(db), Receipts), (BulkTable.Of<Identification>(db), Identifications), (BulkTable.Of<JournalEntry>(db), Entries), (BulkTable.Of<Payable>(db), Payables)];
}
