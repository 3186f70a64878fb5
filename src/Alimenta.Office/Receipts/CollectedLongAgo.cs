using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Receipts;

/// <summary>Whether a keyed day of collection may be a slip: the debts that money pays follow from that day, so a wrong year pays the wrong months.</summary>
public static class CollectedLongAgo
{
    /// <summary>How many days before the business date a collection is still nothing unusual.</summary>
    public const int UsualDays = 60;

    /// <summary>The warning about a day for a case, if it deserves one. It is for a person to confirm; a program knows its days.</summary>
    public static async Task<Refusal?> WarningAsync(AlimentaStore store, DateOnly collected, string caseNumber, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var today = await db.BusinessDays.Select(d => d.Date).SingleAsync(cancel);
        var number = CaseNumber.TryParse(caseNumber, out var parsed) ? parsed.ToString() : "";
        var opened = number.Length == 0 ? null : await db.Cases.Where(c => c.Number == number).Select(c => (DateOnly?)c.OpenedOn).SingleOrDefaultAsync(cancel);
        return Warning(collected, today, opened);
    }

    /// <summary>The warning about a day, given the business date and the day on which the case was opened.</summary>
    public static Refusal? Warning(DateOnly collected, DateOnly today, DateOnly? opened) => Doubt(collected, today, opened) is { Length: > 0 } doubt
        ? new("W-COLLECTED-OLD", $"{Days.Words(collected)} lies {doubt}.", "Check the year; if the day is right, confirm it.", "", "collected")
        : null;

    /// <summary>Whether a day lies further back than is usual.</summary>
    public static bool IsOld(DateOnly collected, DateOnly today) => collected < today.AddDays(-UsualDays);

    private static string Doubt(DateOnly collected, DateOnly today, DateOnly? opened) =>
        opened is { } day && collected < day ? $"before the case was opened on {Days.Words(day)}"
        : IsOld(collected, today) ? $"more than {UsualDays} days before the business date, {Days.Words(today)}"
        : "";
}
