using Alimenta.Data;
using Alimenta.Office;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Enforcement;
using Alimenta.Office.Interest;
using Alimenta.Office.Receipts;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Nemesis;

/// <summary>A file that left, as far as it does not depend on numbers of rows.</summary>
internal sealed record FileOut(string Identity, int Count, Money Amount);

/// <summary>A row of the list of who is selected for remedies.</summary>
internal sealed record RowOfList(string Obligor, string Policy, Remedy Remedy, SelectedDebt Debt, SelectionStanding Standing, SelectionReason Reason, Money Amount, DateOnly Since, DateOnly From, DateOnly? To, SelectionEnd? Ended);

/// <summary>A statement of interest.</summary>
internal sealed record RowOfInterest(string Case, DateOnly Through, Money Interest, Money Unpaid, Money NotCounted);

/// <summary>What a day came to.</summary>
/// <param name="Hash">The books.</param>
/// <param name="Out">All files that left until then.</param>
/// <param name="List">Who is selected for remedies, and was.</param>
/// <param name="Interest">What was stated of interest.</param>
internal sealed record DayEnd(BookHash Hash, IReadOnlyList<FileOut> Out, IReadOnlyList<RowOfList> List, IReadOnlyList<RowOfInterest> Interest)
{
    public static async Task<DayEnd> OfAsync(AlimentaStore store, CancellationToken cancel)
    {
        var hash = await BookHash.OfAsync(store, cancel);
        await using var db = store.Read();
        return new(hash, await db.DisbursementFiles.Where(f => f.Status == DisbursementFileStatus.Released).OrderBy(f => f.Identity).Select(f => new FileOut(f.Identity, f.Count, f.Amount)).ToListAsync(cancel),
            await (from s in db.RemedySelections
                   join p in db.People on s.ObligorId equals p.Id
                   select new RowOfList(p.Number, s.Policy, s.Remedy, s.Debt, s.Standing, s.Reason, s.Amount, s.Since, s.From, s.To, s.Ended)).ToListAsync(cancel),
            await (from i in db.InterestStatements join c in db.Cases on i.CaseId equals c.Id select new RowOfInterest(c.Number, i.ThroughOn, i.Interest, i.Unpaid, i.NotCounted)).ToListAsync(cancel));
    }
}

/// <summary>The same days in one process, without a fault: what the storm must come to.</summary>
internal sealed class CalmCounty(AlimentaStore store, PolicyDesk policies, DayFiles files, long seed)
{
    private static readonly Actor Clerk = new(-11, "calm clerk");
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(5);

    /// <summary>Who shares the runs: each opened the database by itself.</summary>
    public IReadOnlyList<AlimentaStore> Workers { get; init; } = [store];

    /// <summary>When a file is distributed in parts.</summary>
    public DistributionParts Parts { get; init; } = new();

    /// <summary>When a disbursement is made in parts.</summary>
    public PaymentParts Payments { get; init; } = new();

    /// <summary>How many circles are a part of the accrual.</summary>
    public int CirclesAPart { get; init; } = 1_000;

    /// <summary>What a worker is called; the first is 0.</summary>
    public static string Worker(int number) => FormattableString.Invariant($"calm {number}");

    /// <summary>Lives one day.</summary>
    public async Task LiveAsync(DateOnly day, CancellationToken cancel)
    {
        Ok(await new BusinessDays(store).OpenAsync(day, Clerk, cancel));
        foreach (var (name, bytes) in files.ArrivingOn(day)) Ok(await SharedAsync(() => new ReceiveFile(store, policies) { Parts = Parts, Workers = 1 }.RunAsync(name, bytes, Clerk, null, cancel), cancel));
        foreach (var task in await ClerkTask.OfAsync(store, seed, day, files.Payors, cancel)) await DoAsync(task, cancel);
        await RunAsync(Ok(await new AccrualRun(store) { CirclesAPart = CirclesAPart }.StartAsync(cancel)).Run, worker => new CircleRuns(worker, policies), cancel);
        await RunAsync(Ok(await new SelectionRun(store) { ObligorsAPart = CirclesAPart }.StartAsync(cancel)).Run, worker => new SelectionRuns(worker, policies), cancel);
        await RunAsync(Ok(await new InterestRun(store) { CirclesAPart = CirclesAPart }.StartAsync(cancel)).Run, worker => new InterestRuns(worker, policies), cancel);
        Ok(await SharedAsync(() => new DisbursementRun(store, policies, BankSettings.Demonstration) { Parts = Payments, Workers = 1 }.RunAsync($"calm:{day:yyyyMMdd}", Clerk, cancel: cancel), cancel));
        await ReleaseAsync(store, day, cancel);
    }

    /// <summary>Releases what waits, as a second person would.</summary>
    public static async Task ReleaseAsync(AlimentaStore store, DateOnly day, CancellationToken cancel)
    {
        List<DisbursementFile> waiting;
        await using (var db = store.Read()) waiting = await db.DisbursementFiles.Where(f => f.Status == DisbursementFileStatus.Created).OrderBy(f => f.Identity).ToListAsync(cancel);
        foreach (var file in waiting) Ok(await new ReleaseFile(store).RunAsync(file.Id, file.Amount, $"release:{day:yyyyMMdd}:{file.Identity}", new(-12, "releaser"), cancel));
    }

    /// <summary>A run whose parts all workers claim.</summary>
    private async Task RunAsync(long run, Func<AlimentaStore, PartedRuns> of, CancellationToken cancel)
    {
        await Task.WhenAll(Workers.Select((worker, i) => Task.Run(() => of(worker).WorkAsync(run, Worker(i), null, cancel), cancel)));
        // Whoever came to an end first left parts in other hands; now all are done and the run is closed.
        await of(store).WorkAsync(run, "calm", null, cancel);
    }

    /// <summary>A command that opens a run and works it to its end, while the other workers take parts of it as they would on other hosts.</summary>
    private async Task<T> SharedAsync<T>(Func<Task<T>> command, CancellationToken cancel)
    {
        using var over = new CancellationTokenSource();
        var others = Workers.Skip(1).Select((worker, i) => Task.Run(() => HelpAsync(worker, Worker(i + 1), over.Token, cancel), cancel)).ToList();
        try
        {
            return await command();
        }
        finally
        {
            await over.CancelAsync();
            await Task.WhenAll(others);
        }
    }

    private async Task HelpAsync(AlimentaStore worker, string name, CancellationToken over, CancellationToken cancel)
    {
        var runs = new OfficeRuns(worker, [new CircleRuns(worker, policies), new PaymentRuns(worker, policies, BankSettings.Demonstration) { Parts = Payments }]);
        while (!over.IsCancellationRequested)
        {
            foreach (var run in await runs.OpenRunsAsync(cancel)) await runs.WorkAsync(run, name, null, cancel);
            await Task.Delay(LookAgain, cancel);
        }
    }

    private async Task DoAsync(ClerkTask task, CancellationToken cancel)
    {
        switch (task.Act)
        {
            case ClerkAct.Post:
                Ok(await new ManualBatches(store, policies).PostOneAsync(new(0, task.Case, task.Amount, Tender.Check, ReceiptSource.Voluntary, task.Day, task.Check, ClerkTask.Payor), task.Key, Clerk, cancel: cancel));
                break;
            case ClerkAct.Identify:
                long file;
                await using (var db = store.Read()) file = await db.Cases.Where(c => c.Number == task.Case).Select(c => c.Id).SingleAsync(cancel);
                Ok(await new IdentifyReceipt(store, policies).RunAsync(new(await task.RowAsync(store, cancel), null, file, ClerkTask.Known), task.Key, Clerk, cancel: cancel));
                break;
            default:
                Ok(await new ReturnReceipt(store, policies).RunAsync(new(await task.RowAsync(store, cancel), null, ClerkTask.Bounced), task.Key, Clerk, cancel: cancel));
                break;
        }
    }

    private static T Ok<T>(Outcome<T> outcome) => outcome.Ok ? outcome.Value : throw new InvalidOperationException(outcome.Refusal!.ToString());
}
