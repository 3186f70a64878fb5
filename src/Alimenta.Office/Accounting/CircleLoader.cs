using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Law.Federal.History;
using Microsoft.EntityFrameworkCore;
using LawKind = Alimenta.Law.Federal.Distribution.ObligationKind;
using LawProgram = Alimenta.Law.Federal.History.AssistanceProgram;

namespace Alimenta.Office.Accounting;

/// <summary>Reads the facts of many circles.</summary>
public static class CircleLoader
{
    /// <summary>The facts of the circles as the books know them: receipts that wait for their distribution are not among them. Circles without cases are left out.</summary>
    public static async Task<IReadOnlyList<LoadedCircle>> LoadAsync(AlimentaDb db, IReadOnlyCollection<long> circles, CancellationToken cancel) =>
        await LoadAsync(db, circles, obligors => Of(db, obligors).Where(r => r.Status != ReceiptStatus.Identified).ToListAsync(cancel), DateOnly.MinValue, cancel);

    /// <summary>The facts of the circles with the receipts that wait for their distribution, for whoever distributes them.</summary>
    internal static async Task<IReadOnlyList<LoadedCircle>> LoadWithWaitingAsync(AlimentaDb db, IReadOnlyCollection<long> circles, CancellationToken cancel) =>
        await LoadAsync(db, circles, obligors => Of(db, obligors).ToListAsync(cancel), DateOnly.MinValue, cancel);

    /// <summary>The facts of the circles for going on from kept states: with these receipts only, which need not be written yet, and without opening balances and corrections from before a day.</summary>
    internal static async Task<IReadOnlyList<LoadedCircle>> LoadSinceAsync(AlimentaDb db, IReadOnlyCollection<long> circles, IReadOnlyList<Receipt> receipts, DateOnly since, CancellationToken cancel) =>
        await LoadAsync(db, circles, _ => Task.FromResult(receipts.ToList()), since, cancel);

    private static IQueryable<Receipt> Of(AlimentaDb db, List<long> obligors) =>
        db.Receipts.AsNoTracking().Where(r => r.ObligorId != null && obligors.Contains(r.ObligorId.Value) && r.Status != ReceiptStatus.Unidentified && r.Status != ReceiptStatus.Returned);

    private static async Task<IReadOnlyList<LoadedCircle>> LoadAsync(AlimentaDb db, IReadOnlyCollection<long> circles, Func<List<long>, Task<List<Receipt>>> receiptsOf, DateOnly since, CancellationToken cancel)
    {
        if (await CircleRows.ReadAsync(db, circles, since, cancel) is not { } rows) return [];
        var collected = (await receiptsOf([.. rows.Cases.Select(c => c.ObligorId).Distinct()])).Where(r => r.ObligorId is not null).ToLookup(r => r.ObligorId!.Value);
        var made = new CircleAssembly(rows, collected);
        return [.. rows.Cases.GroupBy(c => c.CircleId).OrderBy(g => g.Key).Select(circle => made.Circle(circle.Key, [.. circle]))];
    }
}
