using System.Diagnostics;
using Alimenta.Data;
using Alimenta.Office.Receipts;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Bench;

/// <summary>P1: full posting of a file of payments, against a COPY of the very rows it made into the same indexed tables.</summary>
internal sealed class PostingLeg(BenchOffice office)
{
    private const long Shift = 1L << 50;
    private static readonly Actor By = Actor.Program("bench");

    /// <summary>Posts a file and copies its rows.</summary>
    /// <returns>Seconds of each, payments, rows and journal lines.</returns>
    public async Task<(double Post, double Copy, int Payments, int Rows, int Lines)> RunAsync(int number, int payments, CancellationToken cancel)
    {
        var step = Math.Max(1, office.Plan.Cases / payments);
        var file = Payday.File(number, number % step, payments, step, office.Plan);
        var clock = Stopwatch.StartNew();
        var done = await new ReceiveFile(office.Store, office.Policies).RunAsync($"bench-{number}.ach", file, By, null, cancel);
        var post = clock.Elapsed.TotalSeconds;
        if (done.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
        if (done.Value.Identified != payments) throw new InvalidOperationException($"Of {payments} payments {done.Value.Identified} were identified: {done.Value.Status} {string.Join(' ', done.Value.Faults.Take(3))}");
        var (copy, rows, lines) = await CopyAsync(done.Value.FileId, cancel);
        return (post, copy, payments, rows, lines);
    }

    private async Task<(double Seconds, int Rows, int Lines)> CopyAsync(long file, CancellationToken cancel)
    {
        var rows = await Rows.OfFileAsync(office.Store, file, cancel);
        var seconds = 0.0;
        await office.Store.Commands.RunAsync<bool>(new($"bench:copy:{file}", "bench", new { file }, By), async ctx =>
        {
            var clock = Stopwatch.StartNew();
            foreach (var (table, of) in rows.Shifted(ctx.Db, Shift)) await office.Store.Engine.BulkInsertAsync(ctx.Db, table, of, cancel);
            seconds = clock.Elapsed.TotalSeconds;
            return true;
        }, preview: true, cancel);
        return (seconds, rows.Count, rows.Lines.Count);
    }

    /// <summary>What posting a file wrote.</summary>
    private sealed record Rows(List<InboundItem> Items, List<Receipt> Receipts, List<Identification> Identifications, List<JournalEntry> Entries, List<JournalLine> Lines, List<Payable> Payables)
    {
        public int Count => Items.Count + Receipts.Count + Identifications.Count + Entries.Count + Lines.Count + Payables.Count;

        public static async Task<Rows> OfFileAsync(AlimentaStore store, long file, CancellationToken cancel)
        {
            await using var db = store.Read();
            db.Database.SetCommandTimeout(600);
            var items = db.InboundItems.Where(i => i.FileId == file);
            var receipts = db.Receipts.Where(r => items.Any(i => i.Id == r.InboundItemId));
            var entries = db.JournalEntries.Where(e => receipts.Any(r => r.Id == e.ReceiptId));
            return new(await items.ToListAsync(cancel), await receipts.ToListAsync(cancel), await db.Identifications.Where(i => receipts.Any(r => r.Id == i.ReceiptId)).ToListAsync(cancel),
                await entries.ToListAsync(cancel), await db.JournalLines.Where(l => entries.Any(e => e.Id == l.EntryId)).ToListAsync(cancel), await db.Payables.Where(p => receipts.Any(r => r.Id == p.ReceiptId)).ToListAsync(cancel));
        }

        /// <summary>The rows under other numbers and keys, in an order in which each finds what it points to.</summary>
        public IEnumerable<(BulkTable Table, IReadOnlyCollection<object> Rows)> Shifted(AlimentaDb db, long by)
        {
            foreach (var i in Items) (i.Id, i.ItemKey) = (i.Id + by, i.ItemKey + "~");
            foreach (var r in Receipts) (r.Id, r.NaturalKey) = (r.Id + by, r.NaturalKey + "~");
            foreach (var i in Identifications) i.Id += by;
            foreach (var e in Entries) (e.Id, e.Key) = (e.Id + by, e.Key + "~");
            foreach (var l in Lines) l.EntryId += by;
            foreach (var p in Payables) p.Id += by;
            return [(BulkTable.Of<InboundItem>(db), Items), (BulkTable.Of<Receipt>(db), Receipts), (BulkTable.Of<Identification>(db), Identifications), (BulkTable.Of<JournalEntry>(db), Entries), (BulkTable.Of<JournalLine>(db), Lines), (BulkTable.Of<Payable>(db), Payables)];
        }
    }
}
