using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>What the database knows of the numbers in a file, read set-wise before anything is decided.</summary>
internal sealed class KnownFromDatabase : IKnown
{
    private readonly Dictionary<string, CaseSeen> _cases = new(StringComparer.Ordinal);
    private ILookup<string, OrderSeen> _orders = Array.Empty<OrderSeen>().ToLookup(o => o.Docket);
    private ILookup<string, ObligorSeen> _obligors = Array.Empty<ObligorSeen>().ToLookup(o => o.Ssn);

    /// <summary>Circles by obligor.</summary>
    public Dictionary<long, long> Circles { get; } = [];

    /// <summary>Policies by case.</summary>
    public Dictionary<long, string> Policies { get; } = [];

    /// <summary>Their numbers by row.</summary>
    public List<(long Id, string Number)> People { get; } = [];

    public static async Task<KnownFromDatabase> LoadAsync(AlimentaDb db, IReadOnlyCollection<string> numbers, IReadOnlyCollection<string> ssns, CancellationToken cancel)
    {
        var known = new KnownFromDatabase();
        var asCases = numbers.Select(n => CaseNumber.TryParse(n, out var c) ? c.ToString() : "").Where(n => n.Length > 0).Distinct().ToList();
        var dockets = numbers.Distinct().ToList();
        var digits = ssns.Where(s => s.Length > 0).Distinct().ToList();
        var people = db.People.AsNoTracking();
        var owing = await people.Where(p => p.SsnDigits != null && digits.Contains(p.SsnDigits)).Select(p => p.Id).ToListAsync(cancel);
        var orders = await db.Orders.AsNoTracking().Where(o => dockets.Contains(o.Docket)).Select(o => new { o.Id, o.Docket, o.CaseId }).ToListAsync(cancel);
        var orderCases = orders.Select(o => o.CaseId).Distinct().ToList();
        // Three questions that an index answers each; as one with "or" the whole of a large table would be gone over for a large file.
        var all = db.Cases.AsNoTracking().Select(c => new { c.Id, c.Number, c.ObligorId, c.CircleId, c.Policy });
        var cases = await all.Where(c => asCases.Contains(c.Number)).Union(all.Where(c => orderCases.Contains(c.Id))).Union(all.Where(c => owing.Contains(c.ObligorId))).ToListAsync(cancel);
        var ids = cases.Select(c => c.ObligorId).Distinct().ToList();
        var aliases = (await db.PersonAliases.AsNoTracking().Where(a => ids.Contains(a.PersonId)).Select(a => new { a.PersonId, a.Last, a.First }).ToListAsync(cancel)).ToLookup(a => a.PersonId, a => (a.Last, a.First));
        var rows = await people.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Last, p.First, p.SsnDigits }).ToListAsync(cancel);
        known.People.AddRange(rows.Select(p => (p.Id, p.Number)));
        var seen = rows.ToDictionary(p => p.Id, p => new ObligorSeen(p.Id, p.Last, p.First, p.SsnDigits ?? "", [.. aliases[p.Id]]));
        var files = cases.ToDictionary(c => c.Id, c => new CaseSeen(c.Id, c.Number, seen[c.ObligorId]));
        foreach (var file in files.Values) known._cases[file.Number] = file;
        foreach (var file in cases) (known.Circles[file.ObligorId], known.Policies[file.Id]) = (file.CircleId, file.Policy);
        known._orders = orders.ToLookup(o => o.Docket, o => new OrderSeen(o.Id, o.Docket, files[o.CaseId]));
        known._obligors = seen.Values.Where(o => o.Ssn.Length > 0).ToLookup(o => o.Ssn);
        return known;
    }

    public CaseSeen? Case(string number) => CaseNumber.TryParse(number, out var parsed) ? _cases.GetValueOrDefault(parsed.ToString()) : null;

    public IReadOnlyList<OrderSeen> Orders(string docket) => [.. _orders[docket]];

    public IReadOnlyList<ObligorSeen> Obligors(string ssn) => [.. _obligors[ssn]];
}
