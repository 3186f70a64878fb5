using System.Collections.Concurrent;
using System.Linq.Expressions;
using Alimenta.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Data;

/// <summary>Natural keys behind row numbers. Natural keys never change, so what was read once may be kept.</summary>
internal sealed class NameBook(NameBook? shared = null) : INames
{
    private const int MostKept = 400_000;
    private readonly ConcurrentDictionary<long, string> _people = new();
    private readonly ConcurrentDictionary<long, string> _cases = new();
    private readonly ConcurrentDictionary<long, string> _obligations = new();
    private readonly ConcurrentDictionary<long, string> _receipts = new();

    /// <summary>How many names are kept here.</summary>
    public int Count => _people.Count + _cases.Count + _obligations.Count + _receipts.Count;

    public string Person(long id) => Find(_people, shared?._people, id, "person");

    public string Case(long id) => Find(_cases, shared?._cases, id, "case");

    public string Obligation(long id) => Find(_obligations, shared?._obligations, id, "obligation");

    public string Receipt(long id) => Find(_receipts, shared?._receipts, id, "receipt");

    /// <summary>Learns the natural keys of new rows from the rows themselves.</summary>
    public void Learn(object row)
    {
        switch (row)
        {
            case Person person: _people[person.Id] = person.Number; break;
            case CaseFile file: _cases[file.Id] = file.Number; break;
            case Obligation obligation: _obligations[obligation.Id] = obligation.NaturalKey; break;
            case Receipt receipt: _receipts[receipt.Id] = receipt.NaturalKey; break;
        }
    }

    /// <summary>Reads what the entries need and is not known yet.</summary>
    public async Task LoadAsync(AlimentaDb db, IEnumerable<Entry> entries, CancellationToken cancel)
    {
        var lines = entries.SelectMany(e => e.Lines).ToList();
        var people = lines.Select(l => l.ObligorId).Concat(lines.Select(l => l.PersonId));
        await LoadAsync(db.People.Select(p => new Named { Id = p.Id, Name = p.Number }), people, _people, shared?._people, cancel);
        await LoadAsync(db.Cases.Select(c => new Named { Id = c.Id, Name = c.Number }), lines.Select(l => l.CaseId), _cases, shared?._cases, cancel);
        await LoadAsync(db.Obligations.Select(o => new Named { Id = o.Id, Name = o.NaturalKey }), lines.Select(l => l.ObligationId), _obligations, shared?._obligations, cancel);
        await LoadAsync(db.Receipts.Select(r => new Named { Id = r.Id, Name = r.NaturalKey }), lines.Select(l => l.ReceiptId), _receipts, shared?._receipts, cancel);
    }

    /// <summary>Hands what was learnt to the shared book, once the commit is done. Receipts are too many to keep.</summary>
    public void Share()
    {
        if (shared is null) return;
        Share(_people, shared._people);
        Share(_cases, shared._cases);
        Share(_obligations, shared._obligations);
    }

    private static void Share(ConcurrentDictionary<long, string> mine, ConcurrentDictionary<long, string> all)
    {
        if (all.Count > MostKept) all.Clear();
        foreach (var (id, name) in mine) all.TryAdd(id, name);
    }

    private static async Task LoadAsync(
        IQueryable<Named> rows, IEnumerable<long?> wanted, ConcurrentDictionary<long, string> mine, ConcurrentDictionary<long, string>? all, CancellationToken cancel)
    {
        var missing = wanted.OfType<long>().Distinct().Where(id => !mine.ContainsKey(id) && all?.ContainsKey(id) != true).ToList();
        foreach (var ids in missing.Chunk(2_000))
        {
            await foreach (var row in rows.Where(r => ids.Contains(r.Id)).AsNoTracking().AsAsyncEnumerable().WithCancellation(cancel))
                mine[row.Id] = row.Name;
        }
    }

    private static string Find(ConcurrentDictionary<long, string> mine, ConcurrentDictionary<long, string>? all, long id, string what)
    {
        if (mine.TryGetValue(id, out var name) || (all?.TryGetValue(id, out name) ?? false))
            return name is { Length: > 0 } ? name : throw new LedgerException($"The {what} with row number {id} has no natural key.");
        throw new LedgerException($"A line names a {what} with row number {id}, and there is none.");
    }

    private sealed class Named
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";
    }
}
