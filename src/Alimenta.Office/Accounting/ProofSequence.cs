using Alimenta.Data;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Whether the entries under every key follow each other without a gap, and every reversal takes back exactly what it says.</summary>
internal sealed class ProofSequence(AlimentaDb db, CancellationToken cancel)
{
    private const int Chunk = 1_000;

    // Of what is played there is one standing entry under a key; other work (holds, identifications) may be done several times under one.
    private static readonly HashSet<string> Once =
        [EntryKinds.OpeningBalance, EntryKinds.Charge, EntryKinds.ClassMove, EntryKinds.Grant, EntryKinds.Adjustment, EntryKinds.Distribution, EntryKinds.MonthEnd];

    private readonly ProofTally _versions = new("versions", "The entries under every key count up from 1 without a gap, and of what is played one at most stands.");
    private readonly ProofTally _mirrors = new("reversals", "Every reversal turns round every line of the entry that it takes back.");

    public async Task<IReadOnlyList<ProofTally>> RunAsync()
    {
        var pairs = new List<(long Posted, long Reversal)>();
        Row? before = null;
        var rows = db.JournalEntries.OrderBy(e => e.Key).ThenBy(e => e.Version).Select(e => new Row(e.Id, e.Kind, e.Key, e.Version, e.ReversesVersion));
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (before?.Key != row.Key) before = null;
            Check(row, before, pairs);
            before = row;
        }

        foreach (var chunk in pairs.Chunk(Chunk)) await MirrorsAsync(chunk);
        return [_versions, _mirrors];
    }

    private void Check(Row row, Row? before, List<(long Posted, long Reversal)> pairs)
    {
        _versions.Counted++;
        var where = $"entry {row.Key} version {row.Version}";
        var expected = (before?.Version ?? 0) + 1;
        if (row.Version != expected)
        {
            _versions.Fault(where, $"version {expected} is missing");
            return;
        }

        if (row.Reverses is { } reversed)
        {
            if (before is null || reversed != before.Version || before.Reverses is not null) _versions.Fault(where, $"it takes back version {reversed}, which does not stand");
            else pairs.Add((before.Id, row.Id));
        }
        else if (before is { Reverses: null } && Once.Contains(row.Kind))
        {
            _versions.Fault(where, "it was posted while the version before it still stands");
        }
    }

    private async Task MirrorsAsync((long Posted, long Reversal)[] pairs)
    {
        var entries = (await db.EntriesByIdAsync([.. pairs.SelectMany(p => new[] { p.Posted, p.Reversal })], cancel)).ToDictionary(e => e.Row.Id);
        foreach (var (posted, reversal) in pairs)
        {
            _mirrors.Counted++;
            var row = entries[reversal].Row;
            if (row.Kind != entries[posted].Row.Kind) _mirrors.Fault($"entry {row.Key} version {row.Version}", "it is of another kind than what it takes back");
            var sums = new Dictionary<JournalLineKey, long>();
            foreach (var line in entries[posted].Lines.Concat(entries[reversal].Lines)) sums[JournalLineKey.Of(line)] = sums.GetValueOrDefault(JournalLineKey.Of(line)) + line.Cents;
            var off = sums.Values.Sum(Math.Abs);
            if (off != 0) _mirrors.Fault($"entry {row.Key} version {row.Version}", "its lines are not those of the entry that it takes back, turned round", new(off));
        }
    }

    private sealed record Row(long Id, string Kind, string Key, int Version, int? Reverses);

    private readonly record struct JournalLineKey(string Account, long? Obligor, long? Case, long? Obligation, long? Person, long? Receipt, SupportMonth Month)
    {
        public static JournalLineKey Of(JournalLine line) => new(line.Account, line.ObligorId, line.CaseId, line.ObligationId, line.PersonId, line.ReceiptId, line.Month);
    }
}
