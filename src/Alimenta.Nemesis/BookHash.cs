using System.Text.RegularExpressions;
using Alimenta.Data;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Nemesis;

/// <summary>The hashes of the books, made again from the entries themselves.</summary>
/// <param name="Ledger">Over all entries.</param>
/// <param name="Standing">Over what stands, whatever way led there.</param>
internal sealed partial record BookHash(string Ledger, string Standing)
{
    /// <summary>Makes them.</summary>
    /// <remarks>A receipt that a clerk keyed is named by the row of its batch, and after a kill rows are numbered otherwise. Here such a receipt has the number of its check for a name, which the clerk chose.</remarks>
    public static async Task<BookHash> OfAsync(AlimentaStore store, CancellationToken cancel)
    {
        await using var db = store.Read();
        var checks = await db.Receipts.Where(r => r.BatchId != null && r.CheckNumber != "").Select(r => new { r.NaturalKey, r.CheckNumber }).ToDictionaryAsync(r => r.NaturalKey, r => r.CheckNumber, StringComparer.Ordinal, cancel);
        string Named(string text) => Batch().Replace(Keyed().Replace(text, m => checks.TryGetValue(m.Value, out var check) ? $"check {check}" : m.Value), "Batch");
        var names = new Names(
            await db.People.ToDictionaryAsync(p => p.Id, p => p.Number, cancel), await db.Cases.ToDictionaryAsync(c => c.Id, c => c.Number, cancel),
            await db.Obligations.ToDictionaryAsync(o => o.Id, o => o.NaturalKey, cancel), await db.Receipts.ToDictionaryAsync(r => r.Id, r => r.NaturalKey, cancel), Named);
        var (all, contents) = (new List<byte[]>(), new Dictionary<(string Key, int Version), byte[]>());
        var undone = new HashSet<(string, int)>();
        await foreach (var posted in db.AllEntries(cancel))
        {
            var entry = posted.Entry with { Key = Named(posted.Entry.Key), Reason = Named(posted.Entry.Reason) };
            var content = Canonical.ContentHash(entry, names);
            all.Add(Canonical.EntryHash(entry, content));
            if (entry.Reverses is { } earlier) undone.Add((entry.Key, earlier));
            else contents.Add((entry.Key, entry.Version), content);
        }

        return new(LedgerHash.Of(all), LedgerHash.Of(contents.Where(c => !undone.Contains(c.Key)).Select(c => c.Value)));
    }

    [GeneratedRegex(@"\bB[0-9]+/[0-9]+")]
    private static partial Regex Keyed();

    [GeneratedRegex(@"\bBatch [0-9]+")]
    private static partial Regex Batch();

    private sealed class Names(Dictionary<long, string> people, Dictionary<long, string> cases, Dictionary<long, string> obligations, Dictionary<long, string> receipts, Func<string, string> named) : INames
    {
        public string Person(long id) => people[id];

        public string Case(long id) => cases[id];

        public string Obligation(long id) => obligations[id];

        public string Receipt(long id) => named(receipts[id]);
    }
}
