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
        await LoadAsync(db, circles, receipts => receipts.WithoutWaiting(db), cancel);

    /// <summary>The facts of the circles with the receipts that wait for their distribution, for whoever distributes them.</summary>
    internal static async Task<IReadOnlyList<LoadedCircle>> LoadWithWaitingAsync(AlimentaDb db, IReadOnlyCollection<long> circles, CancellationToken cancel) =>
        await LoadAsync(db, circles, receipts => receipts, cancel);

    /// <summary>The facts of the circles, which are locked, for going on from kept states: with these receipts only, which need not be written yet, and without opening balances and corrections from before a day.</summary>
    internal static async Task<IReadOnlyList<LoadedCircle>> LoadSinceAsync(CommandContext ctx, IReadOnlyCollection<long> circles, IReadOnlyList<Receipt> receipts, DateOnly since)
    {
        var rows = await CircleRowsCache.ReadAsync(ctx, circles);
        rows.Openings.RemoveAll(o => o.AsOf < since);
        rows.Adjustments.RemoveAll(a => a.On < since);
        return Made(rows, receipts);
    }

    private static async Task<IReadOnlyList<LoadedCircle>> LoadAsync(AlimentaDb db, IReadOnlyCollection<long> circles, Func<IQueryable<Receipt>, IQueryable<Receipt>> which, CancellationToken cancel)
    {
        var rows = await CircleRows.ReadAsync(db, circles, cancel);
        var obligors = rows.Cases.Select(c => c.ObligorId).Distinct().ToList();
        return obligors.Count == 0 ? [] : Made(rows, await which(Of(db, obligors)).ToListAsync(cancel));
    }

    private static IQueryable<Receipt> Of(AlimentaDb db, List<long> obligors) =>
        db.Receipts.AsNoTracking().Where(r => r.ObligorId != null && obligors.Contains(r.ObligorId.Value) && r.Status != ReceiptStatus.Unidentified && r.Status != ReceiptStatus.Returned);

    private static List<LoadedCircle> Made(CircleRows rows, IReadOnlyList<Receipt> receipts)
    {
        var made = new CircleAssembly(rows, receipts.Where(r => r.ObligorId is not null).ToLookup(r => r.ObligorId!.Value));
        return [.. rows.Cases.GroupBy(c => c.CircleId).OrderBy(g => g.Key).Select(circle => made.Circle(circle.Key, [.. circle]))];
    }
}
