using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>The business date, as pages read it.</summary>
public static class BusinessDate
{
    /// <summary>The business date of the office.</summary>
    /// <exception cref="InvalidOperationException">It was never set.</exception>
    public static async Task<DateOnly> ReadAsync(AlimentaDb db, CancellationToken cancel) =>
        (await db.BusinessDays.SingleOrDefaultAsync(cancel))?.Date ?? throw new InvalidOperationException("The business date is not set: set it before the first day's work.");
}

/// <summary>The business date for pages that can say so when no day is open yet.</summary>
public sealed class BusinessDates(AlimentaStore store)
{
    /// <summary>The business date; null before the first day was opened.</summary>
    public async Task<DateOnly?> FindAsync(CancellationToken cancel = default)
    {
        await using var db = store.Read();
        return (await db.BusinessDays.SingleOrDefaultAsync(cancel))?.Date;
    }
}
