using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>What a run of accrual did.</summary>
/// <param name="Circles">Circles brought up.</param>
/// <param name="Posted">Entries posted.</param>
/// <param name="Reversed">Entries reversed.</param>
public sealed record AccrualDone(int Circles, int Posted, int Reversed);

/// <summary>Brings every circle up to the business date: charges of months that have begun, month ends, futures that fall due. Run twice it does nothing the second time;
/// months that were missed are caught up.</summary>
public sealed class AccrualRun(AlimentaStore store, PolicyDesk policies)
{
    private const int CirclesACommand = 400;

    /// <summary>Runs over all circles, some hundred a command, so that a run that is killed goes on where it stopped.</summary>
    public async Task<AccrualDone> RunAsync(DateOnly date, Actor by, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        List<long> circles;
        await using (var db = store.Read()) circles = await db.Cases.Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(cancel);
        var done = new AccrualDone(0, 0, 0);
        foreach (var chunk in circles.Chunk(CirclesACommand))
        {
            var outcome = await store.Commands.RunAsync<AccrualDone>(new($"accrual:{date:yyyy-MM-dd}:{chunk[0]}-{chunk[^1]}:{store.Now:HHmmssfff}", "accrual", new { date, first = chunk[0], last = chunk[^1] }, by, "Accrual") { ObjectKind = "run" }, async ctx =>
            {
                await ctx.LockCirclesAsync(chunk);
                var report = await new CirclePosting(policies).BringUpAsync(ctx, chunk, date, "Accrual");
                return new AccrualDone(chunk.Length, report.Posted, report.Reversed);
            }, cancel: cancel);
            if (outcome.Refusal is { } refusal) throw new InvalidOperationException(refusal.ToString());
            done = new(done.Circles + outcome.Value.Circles, done.Posted + outcome.Value.Posted, done.Reversed + outcome.Value.Reversed);
            progress?.Report($"Accrual: {done.Circles:N0} of {circles.Count:N0} families");
        }

        return done;
    }
}
