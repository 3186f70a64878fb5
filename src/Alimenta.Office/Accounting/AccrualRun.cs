using System.Globalization;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>An accrual that was started.</summary>
/// <param name="Run">The run.</param>
/// <param name="Date">Its business date.</param>
/// <param name="Before">How it stood when it had been started before; null where it is new.</param>
public sealed record AccrualStarted(long Run, DateOnly Date, RunStatus? Before);

/// <summary>Brings every circle up to the business date: months that began are charged, months that ended are closed, futures that fall due are distributed.</summary>
/// <remarks>Done twice it does nothing the second time; months that were missed are caught up.</remarks>
public sealed class AccrualRun(AlimentaStore store)
{
    internal const string Kind = "accrual";
    private static readonly Actor By = Actor.Program("accrual");

    /// <summary>Circles in one part of the run: what one worker does in one command.</summary>
    public int CirclesAPart { get; init; } = 1000;

    /// <summary>Starts the run of the business date, or finds it when it was started before.</summary>
    public async Task<Outcome<AccrualStarted>> StartAsync(CancellationToken cancel = default)
    {
        DateOnly date;
        BatchRun? there;
        await using (var db = store.Read())
        {
            date = await db.BusinessDays.Select(d => d.Date).SingleOrDefaultAsync(cancel);
            there = await db.BatchRuns.SingleOrDefaultAsync(r => r.Kind == Kind && r.BusinessDate == date, cancel);
        }

        if (there is not null) return new AccrualStarted(there.Id, date, there.Status);
        if (date == default) return BusinessDays.None;
        var run = await store.Batches.OpenAsync(Kind, date, By, async ctx =>
        {
            var circles = await ctx.Db.Cases.AsNoTracking().Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(ctx.Cancel);
            return [new StepPlan("bring up", CircleRange.Cut(circles, CirclesAPart))];
        }, cancel);
        return new AccrualStarted(run.Id, date, null);
    }
}

/// <summary>A range of circles, as a part of a run names it.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal readonly record struct CircleRange(long First, long Last)
{
    /// <summary>Ranges of so many circles.</summary>
    public static IReadOnlyList<string> Cut(IEnumerable<long> inOrder, int size) => [.. inOrder.Chunk(size).Select(c => new CircleRange(c[0], c[^1]).ToString())];

    /// <summary>Its halves, without a gap between them, parted so that each has circles of cases; nothing where there is one circle only. One that became part of another since counts by its own number: its work is looked for under it.</summary>
    public async Task<IReadOnlyList<CircleRange>> HalvesAsync(AlimentaDb db, CancellationToken cancel)
    {
        var (first, last) = (First, Last);
        var circles = await db.Cases.Where(c => c.CircleId >= first && c.CircleId <= last).Select(c => c.CircleId)
            .Union(db.CircleMerges.Where(m => m.FromId >= first && m.FromId <= last).Select(m => m.FromId)).OrderBy(c => c).ToListAsync(cancel);
        if (circles.Count < 2) return [];
        var middle = circles[(circles.Count - 1) / 2];
        return [this with { Last = middle }, this with { First = middle + 1 }];
    }

    /// <summary>Reads a range.</summary>
    public static CircleRange Parse(string content)
    {
        var ends = content.Split('-');
        return new(long.Parse(ends[0], CultureInfo.InvariantCulture), long.Parse(ends[1], CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
}
