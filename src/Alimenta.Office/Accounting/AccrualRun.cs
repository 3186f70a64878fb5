using System.Globalization;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Brings every circle up to the business date: months that began are charged, months that ended are closed, futures that fall due are distributed.</summary>
/// <remarks>Done twice it does nothing the second time; months that were missed are caught up.</remarks>
public sealed class AccrualRun(AlimentaStore store)
{
    internal const string Kind = "accrual";
    private static readonly Actor By = Actor.Program("accrual");

    /// <summary>Circles in one part of the run: what one worker does in one command.</summary>
    public int CirclesAPart { get; init; } = 1000;

    /// <summary>Starts the run of the business date, or finds it when it was started before.</summary>
    public async Task<Outcome<long>> StartAsync(CancellationToken cancel = default)
    {
        DateOnly date;
        await using (var db = store.Read()) date = await db.BusinessDays.Select(d => d.Date).SingleOrDefaultAsync(cancel);
        if (date == default) return new Refusal("R-NO-DAY", "No business day is open.", "Run: alimenta batch open DATE");
        var run = await store.Batches.OpenAsync(Kind, date, By, async ctx =>
        {
            var circles = await ctx.Db.Cases.AsNoTracking().Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(ctx.Cancel);
            return [new StepPlan("bring up", CircleRange.Cut(circles, CirclesAPart))];
        }, cancel);
        return run.Id;
    }
}

/// <summary>A range of circles, as a part of a run names it.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
internal readonly record struct CircleRange(long First, long Last)
{
    /// <summary>Ranges of so many circles.</summary>
    public static IReadOnlyList<string> Cut(IEnumerable<long> inOrder, int size) => [.. inOrder.Chunk(size).Select(c => new CircleRange(c[0], c[^1]).ToString())];

    /// <summary>Reads a range.</summary>
    public static CircleRange Parse(string content)
    {
        var ends = content.Split('-');
        return new(long.Parse(ends[0], CultureInfo.InvariantCulture), long.Parse(ends[1], CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First}-{Last}");
}
