using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>A business day that was opened.</summary>
/// <param name="Date">The day.</param>
/// <param name="Before">The day before it.</param>
public sealed record DayOpened(DateOnly Date, DateOnly Before);

/// <summary>Opens business days. The business date is data: it never comes from a clock.</summary>
public sealed class BusinessDays(AlimentaStore store)
{
    private const int MostDaysAhead = 31;

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
            return new DayOpened(date, before);
        }, cancel: cancel);
}
