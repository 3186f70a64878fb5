using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>A business day that was opened.</summary>
/// <param name="Date">The day.</param>
/// <param name="Before">The day before it.</param>
public sealed record DayOpened(DateOnly Date, DateOnly Before)
{
    /// <summary>Runs of days before that are not at their end, with the parts that are left: a worker goes on with them, and nothing that the new day posts is taken back.</summary>
    public IReadOnlyList<RunLeft> Left { get; init; } = [];
}

/// <summary>A run that is not at its end.</summary>
/// <param name="Run">The run.</param>
/// <param name="Key">Its key.</param>
/// <param name="Parts">Parts that wait or are in a worker's hands.</param>
public sealed record RunLeft(long Run, string Key, int Parts);

/// <summary>Opens business days. The business date is data: it never comes from a clock.</summary>
public sealed class BusinessDays(AlimentaStore store)
{
    private const int MostDaysAhead = 31;

    /// <summary>Why nothing that belongs to a business day can be done before the first one is opened.</summary>
    public static readonly Refusal None = new("R-NO-DAY", "No business day is open in this database.", "Open the first one: alimenta batch open DATE");

    /// <summary>Opens a day after the one that is open.</summary>
    public Task<Outcome<DayOpened>> OpenAsync(DateOnly date, Actor by, CancellationToken cancel = default) =>
        store.Commands.RunAsync<DayOpened>(new($"business-day:{date:yyyyMMdd}", "business-day.open", new { date }, by) { ObjectKind = "business-day", ObjectId = Days.Iso(date) }, async ctx =>
        {
            var row = await ctx.Db.BusinessDays.SingleOrDefaultAsync(ctx.Cancel);
            if (row is null)
            {
                ctx.Add(new BusinessDay { Date = date });
                return new DayOpened(date, date);
            }

            if (date <= row.Date) return new Refusal("R-DAY-PAST", $"The business date is {Days.Words(row.Date)}; {Days.Words(date)} does not lie after it.", "Open a later day.", "", "date");
            if (date > row.Date.AddDays(MostDaysAhead)) return new Refusal("R-DAY-FAR", $"{Days.Words(date)} lies more than {MostDaysAhead} days after {Days.Words(row.Date)}.", "Open the days one after the other, so that clocks and months are worked.", "", "date");
            var before = row.Date;
            row.Date = date;
            return new DayOpened(date, before) { Left = await LeftAsync(ctx.Db, ctx.Cancel) };
        }, cancel: cancel);

    private static async Task<IReadOnlyList<RunLeft>> LeftAsync(AlimentaDb db, CancellationToken cancel) =>
        await (from r in db.BatchRuns join s in db.BatchSteps on r.Id equals s.RunId join p in db.BatchPartitions on s.Id equals p.StepId
               where r.Status == RunStatus.Open && (p.Status == PartitionStatus.Pending || p.Status == PartitionStatus.Claimed)
               group p by new { r.Id, r.Key } into g orderby g.Key.Id select new RunLeft(g.Key.Id, g.Key.Key, g.Count())).ToListAsync(cancel);
}
