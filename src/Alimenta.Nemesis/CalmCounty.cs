using Alimenta.Data;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Receipts;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Nemesis;

/// <summary>The same days in one process, without a fault: what the storm must come to.</summary>
internal sealed class CalmCounty(AlimentaStore store, PolicyDesk policies, DayFiles files)
{
    private static readonly Actor Clerk = new(-11, "calm clerk");

    /// <summary>Lives one day.</summary>
    public async Task LiveAsync(DateOnly day, CancellationToken cancel)
    {
        Ok(await new BusinessDays(store).OpenAsync(day, Clerk, cancel));
        foreach (var (name, bytes) in files.Of(day)) Ok(await new ReceiveFile(store, policies).RunAsync(name, bytes, Clerk, null, cancel));
        var run = Ok(await new AccrualRun(store).StartAsync(cancel));
        await new CircleRuns(store, policies).WorkAsync(run, "calm", null, cancel);
        Ok(await new DisbursementRun(store, policies, BankSettings.Demonstration).RunAsync($"calm:{day:yyyyMMdd}", Clerk, cancel: cancel));
        await ReleaseAsync(store, day, cancel);
    }

    /// <summary>Releases what waits, as a second person would.</summary>
    public static async Task ReleaseAsync(AlimentaStore store, DateOnly day, CancellationToken cancel)
    {
        List<DisbursementFile> waiting;
        await using (var db = store.Read()) waiting = await db.DisbursementFiles.Where(f => f.Status == DisbursementFileStatus.Created).OrderBy(f => f.Identity).ToListAsync(cancel);
        foreach (var file in waiting) Ok(await new ReleaseFile(store).RunAsync(file.Id, file.Amount, $"release:{day:yyyyMMdd}:{file.Identity}", new(-12, "releaser"), cancel));
    }

    private static T Ok<T>(Outcome<T> outcome) => outcome.Ok ? outcome.Value : throw new InvalidOperationException(outcome.Refusal!.ToString());
}
