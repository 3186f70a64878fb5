using System.Globalization;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>A receipt with everything that was posted for it, and why.</summary>
/// <param name="Receipt">Its key.</param>
/// <param name="AmountCents">Its amount.</param>
/// <param name="ReceivedOn">When it came in.</param>
/// <param name="Agrees">Whether all that can be made again comes to the cents that were posted.</param>
/// <param name="Entries">Its entries, the oldest first; of each key the last version.</param>
/// <param name="Payables">What became payable of it, and when it is due.</param>
/// <param name="Holds">What of it waits, or waited.</param>
public sealed record ReceiptExplained(
    string Receipt, Money AmountCents, DateOnly ReceivedOn, bool Agrees, IReadOnlyList<EntryExplained> Entries, IReadOnlyList<DueExplained> Payables, IReadOnlyList<HoldExplained> Holds);

/// <summary>Says what happened to a receipt, from its arrival to the day on which its money is due.</summary>
public sealed class ExplainReceipt(AlimentaStore store, PolicyDesk policies)
{
    /// <summary>Explains a receipt.</summary>
    /// <param name="key">Its key, or its number in the lists.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Outcome<ReceiptExplained>> RunAsync(string key, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var number = long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        var found = await db.Receipts.Where(r => r.NaturalKey == key || r.Id == number).OrderBy(r => r.NaturalKey == key ? 0 : 1).FirstOrDefaultAsync(cancel);
        if (found is null) return new Refusal("R-EXPLAIN-RECEIPT", $"There is no receipt {key}.", "Take its key or number from a case, a file or the list of receipts.");
        var keys = await db.JournalEntries.Where(e => e.ReceiptId == found.Id).GroupBy(e => e.Key).Select(g => new { g.Key, First = g.Min(e => e.Id) }).OrderBy(g => g.First).Select(g => g.Key).ToListAsync(cancel);
        var entries = new List<EntryExplained>();
        foreach (var entry in keys) entries.Add((await new Explain(store, policies).EntryAsync(entry, cancel)).Value);
        var waiting = new ExplainWaiting(store, policies);
        var told = await waiting.DuesAsync(await db.Payables.Where(p => p.ReceiptId == found.Id).Select(p => p.Id).ToListAsync(cancel), cancel);
        var held = await waiting.HoldsAsync(await db.Holds.Where(h => h.ReceiptId == found.Id).Select(h => h.Id).ToListAsync(cancel), cancel);
        var (dues, holds) = (told.OrderBy(d => d.Key).Select(d => d.Value).ToList(), held.OrderBy(h => h.Key).Select(h => h.Value).ToList());
        // What corrects an earlier payable is no new money: no clock runs for it.
        var agrees = entries.All(e => e.Agrees) && dues.All(d => d.Agrees || !d.AmountCents.IsPositive) && holds.All(h => h.Agrees);
        return new ReceiptExplained(found.NaturalKey, found.Amount, found.ReceivedOn, agrees, entries, dues, holds);
    }
}
