using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>The rows behind the facts of circles, from one kept text a circle: what a payment of today reads in place of ten tables.</summary>
/// <remarks>A cache. Triggers of both engines drop the text of a circle in the transaction that changes one of its rows, whoever changes it, and wait before that for whoever has the circle locked (script
/// 0014_kept_facts). Only commands that lock the circles read it; whoever plays the whole, and the proof of the books, reads the rows.</remarks>
internal static class CircleRowsCache
{
    /// <summary>Reads them, and keeps those that were not kept. The circles must be locked.</summary>
    public static async Task<CircleRows> ReadAsync(CommandContext ctx, IReadOnlyCollection<long> circles)
    {
        var ids = circles.ToList();
        var rows = new CircleRows();
        var found = new HashSet<long>(ids.Count);
        foreach (var kept in await ctx.Db.KeptFacts.AsNoTracking().Where(k => ids.Contains(k.CircleId)).ToListAsync(ctx.Cancel))
            if (CircleRowsText.Read(kept.FactsText, kept.CircleId, rows)) found.Add(kept.CircleId);
        if (found.Count == ids.Count) return rows;

        var missing = await CircleRows.ReadAsync(ctx.Db, [.. ids.Where(id => !found.Contains(id))], ctx.Cancel);
        await ctx.BulkStoreAsync(CircleRowsText.Write(missing).Select(t => new KeptFacts { CircleId = t.Circle, FactsText = t.Text }).ToList());
        rows.Add(missing);
        return rows;
    }
}
