using System.Globalization;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Disbursement;

/// <summary>Whom a command of disbursement pays: all; the families of a range of numbers; or some agencies by name, whose money comes from circles all over the county.</summary>
/// <remarks>A payee is always whole in one part, so that he gets one payment a day.</remarks>
internal sealed class PayeeRange
{
    private const string OfAgencies = "agencies ";

    private readonly long _first;
    private readonly long _last;
    private readonly List<long> _agencies;

    private PayeeRange(long first, long last, IEnumerable<long> agencies) => (_first, _last, _agencies) = (first, last, [.. agencies]);

    /// <summary>Everyone.</summary>
    public static PayeeRange All { get; } = new(0, long.MaxValue, []);

    /// <summary>The parts of a run: families in their order, so many a part, then the agencies.</summary>
    public static IReadOnlyList<string> Cut(IEnumerable<long> families, IReadOnlyCollection<long> agencies, int size) =>
        [.. families.Chunk(size).Select(c => string.Create(CultureInfo.InvariantCulture, $"{c[0]}-{c[^1]}")), .. agencies.Count > 0 ? [Agencies(agencies)] : Array.Empty<string>()];

    /// <summary>Reads a part.</summary>
    public static PayeeRange Parse(string content)
    {
        if (content.StartsWith(OfAgencies, StringComparison.Ordinal)) return new(0, -1, content[OfAgencies.Length..].Split(' ').Select(id => long.Parse(id, CultureInfo.InvariantCulture)));
        var ends = content.Split('-');
        return new(long.Parse(ends[0], CultureInfo.InvariantCulture), long.Parse(ends[1], CultureInfo.InvariantCulture), []);
    }

    /// <summary>What is payable to them.</summary>
    public IQueryable<Payable> Of(AlimentaDb db, IQueryable<Payable> payables)
    {
        if (ReferenceEquals(this, All)) return payables;
        if (_agencies.Count > 0) return payables.Where(p => _agencies.Contains(p.PayeeId));
        return payables.Where(p => p.PayeeId >= _first && p.PayeeId <= _last && db.People.Any(x => x.Id == p.PayeeId && x.Kind == PersonKind.Person));
    }

    /// <summary>What is held from them.</summary>
    public IQueryable<Hold> Of(AlimentaDb db, IQueryable<Hold> holds)
    {
        if (ReferenceEquals(this, All)) return holds;
        if (_agencies.Count > 0) return holds.Where(h => h.PayeeId != null && _agencies.Contains(h.PayeeId.Value));
        return holds.Where(h => h.PayeeId >= _first && h.PayeeId <= _last && db.People.Any(x => x.Id == h.PayeeId && x.Kind == PersonKind.Person));
    }

    /// <summary>The same payees in two parts, or one payee's number.</summary>
    public async Task<SmallerParts> CutAsync(AlimentaDb db, CancellationToken cancel)
    {
        var payees = await Of(db, Waiting(db)).Select(p => p.PayeeId).Distinct().OrderBy(p => p).ToListAsync(cancel);
        var first = payees.Take(1).ToList();
        var item = await db.People.Where(p => first.Contains(p.Id)).SingleOrDefaultAsync(cancel) is { } one ? PayeesSetAside.Called(one) : "nobody";
        if (payees.Count < 2) return new([], item);
        var half = (payees.Count + 1) / 2;
        return new(_agencies.Count > 0 ? [Agencies(payees.Take(half)), Agencies(payees.Skip(half))] : Cut(payees, [], half), item);
    }

    /// <summary>What may be paid by a run: what is payable, and what is held, for its reason may be gone.</summary>
    public static IQueryable<Payable> Waiting(AlimentaDb db) => db.Payables.AsNoTracking().Where(p => p.Status == PayableStatus.Open || p.Status == PayableStatus.Held);

    private static string Agencies(IEnumerable<long> ids) => OfAgencies + string.Join(' ', ids);
}
