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

    private NameBook? Shared => shared;

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

    /// <summary>Learns natural keys that were read with the facts.</summary>
    public void Learn(IEnumerable<(long Id, string Number)> people, IEnumerable<(long Id, string Number)> cases, IEnumerable<(long Id, string Key)> obligations)
    {
        foreach (var (id, number) in people) _people[id] = number;
        foreach (var (id, number) in cases) _cases[id] = number;
        foreach (var (id, key) in obligations) _obligations[id] = key;
    }

    /// <summary>Reads what the entries need and is not known yet.</summary>
    public Task LoadAsync(AlimentaDb db, IEnumerable<Entry> entries, CancellationToken cancel)
    {
        var wanted = new Wanted(this);
        foreach (var line in entries.SelectMany(e => e.Lines)) wanted.Add(line.ObligorId, line.PersonId, line.CaseId, line.ObligationId, line.ReceiptId);
        return LoadAsync(db, wanted, cancel);
    }

    /// <summary>Reads what lines of the journal need and is not known yet.</summary>
    public Task LoadAsync(AlimentaDb db, IEnumerable<JournalLine> lines, CancellationToken cancel)
    {
        var wanted = new Wanted(this);
        foreach (var line in lines) wanted.Add(line.ObligorId, line.PersonId, line.CaseId, line.ObligationId, line.ReceiptId);
        return LoadAsync(db, wanted, cancel);
    }

    private async Task LoadAsync(AlimentaDb db, Wanted wanted, CancellationToken cancel)
    {
        await LoadAsync(db.People.Select(p => new Named { Id = p.Id, Name = p.Number }), wanted.People, _people, cancel);
        await LoadAsync(db.Cases.Select(c => new Named { Id = c.Id, Name = c.Number }), wanted.Cases, _cases, cancel);
        await LoadAsync(db.Obligations.Select(o => new Named { Id = o.Id, Name = o.NaturalKey }), wanted.Obligations, _obligations, cancel);
        await LoadAsync(db.Receipts.Select(r => new Named { Id = r.Id, Name = r.NaturalKey }), wanted.Receipts, _receipts, cancel);
    }

    /// <summary>Hands what was learnt to the shared book, once the commit is done. Receipts are too many to keep.</summary>
    public void Share()
    {
        if (shared is null) return;
        Share(_people, shared._people);
        Share(_cases, shared._cases);
        Share(_obligations, shared._obligations);
    }

    /// <summary>Forgets what was learnt here; what is shared stays.</summary>
    public void Forget()
    {
        foreach (var names in (ConcurrentDictionary<long, string>[])[_people, _cases, _obligations, _receipts]) names.Clear();
    }

    private static void Share(ConcurrentDictionary<long, string> mine, ConcurrentDictionary<long, string> all)
    {
        if (all.Count > MostKept) all.Clear();
        foreach (var (id, name) in mine) all.TryAdd(id, name);
    }

    private static async Task LoadAsync(IQueryable<Named> rows, HashSet<long> missing, ConcurrentDictionary<long, string> mine, CancellationToken cancel)
    {
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

    /// <summary>What is named and not known.</summary>
    private sealed class Wanted(NameBook known)
    {
        public HashSet<long> People { get; } = [];

        public HashSet<long> Cases { get; } = [];

        public HashSet<long> Obligations { get; } = [];

        public HashSet<long> Receipts { get; } = [];

        public void Add(long? obligor, long? person, long? file, long? obligation, long? receipt)
        {
            Add(obligor, People, b => b._people);
            Add(person, People, b => b._people);
            Add(file, Cases, b => b._cases);
            Add(obligation, Obligations, b => b._obligations);
            Add(receipt, Receipts, b => b._receipts);
        }

        private void Add(long? named, HashSet<long> missing, Func<NameBook, ConcurrentDictionary<long, string>> of)
        {
            if (named is { } id && !of(known).ContainsKey(id) && !(known.Shared is { } shared && of(shared).ContainsKey(id))) missing.Add(id);
        }
    }

    private sealed class Named
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";
    }
}
