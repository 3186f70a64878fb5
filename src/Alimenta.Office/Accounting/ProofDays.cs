using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Whether every family stands at least at the day of the last accrual that is done: one that stands before it owes what nobody charged.</summary>
internal static class ProofDays
{
    public static async Task<ProofTally> RunAsync(AlimentaDb db, CancellationToken cancel)
    {
        var tally = new ProofTally("brought-up", "Every family's books are brought up to the day of the last accrual that is done.");
        tally.Counted += await db.CircleStates.CountAsync(cancel);
        var last = await db.BatchRuns.Where(r => r.Kind == AccrualRun.Kind && r.Status == RunStatus.Done).MaxAsync(r => (DateOnly?)r.BusinessDate, cancel);
        if (last is not { } day) return tally;
        var behind = from c in db.Cases join s in db.CircleStates on c.CircleId equals s.CircleId where s.ThroughDate < day orderby c.Number select new { c.Number, s.ThroughDate };
        await foreach (var file in behind.AsAsyncEnumerable().WithCancellation(cancel)) tally.Fault($"case {file.Number}", $"it stands at {Days.Words(file.ThroughDate)}, before the accrual of {Days.Words(day)}");
        return tally;
    }
}
