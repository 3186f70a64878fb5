using System.Text.Json;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Interest;

/// <summary>A count of interest that was started.</summary>
/// <param name="Run">The run.</param>
/// <param name="Found">Whether it was under way already.</param>
public sealed record InterestStarted(long Run, bool Found);

/// <summary>The control totals of a count of interest.</summary>
/// <param name="Cases">Cases that its parts looked at.</param>
/// <param name="Statements">Statements that stand.</param>
/// <param name="WithInterest">Of them, those with interest.</param>
/// <param name="InterestCents">The interest that they state.</param>
/// <param name="UnpaidCents">The support that they state as unpaid.</param>
/// <param name="NotCountedCents">The debts on which none could be counted.</param>
/// <param name="Agrees">Whether the statements say what the parts counted.</param>
public sealed record InterestTotals(long Cases, long Statements, long WithInterest, Money InterestCents, Money UnpaidCents, Money NotCountedCents, bool Agrees)
{
    /// <summary>Kept totals from their text; null where a run has none yet.</summary>
    public static InterestTotals? Read(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<InterestTotals>(json, AlimentaJson.Options);
}

/// <summary>Starts the count of interest of a business date: every open case of a state whose law lets late support bear interest gets a statement through that day.</summary>
/// <remarks>It raises no debt. In which order payments meet support and interest is not settled by the law that was read, so interest is stated beside the books and nothing is taken for it (docs/adr/0019).</remarks>
public sealed class InterestRun(AlimentaStore store)
{
    /// <summary>The kind of run.</summary>
    public const string Kind = "interest";

    /// <summary>The code of the refusal of a count that is made.</summary>
    public const string Done = "R-INTEREST-DONE";

    private static readonly Actor By = Actor.Program(Kind);

    /// <summary>Circles in one part of the run: what one worker does in one command.</summary>
    public int CirclesAPart { get; init; } = 200;

    /// <summary>Starts the run of the business date, or finds it while it is under way. One that is done is not made again.</summary>
    public async Task<Outcome<InterestStarted>> StartAsync(CancellationToken cancel = default)
    {
        DateOnly date;
        BatchRun? there;
        await using (var db = store.Read())
        {
            date = await db.BusinessDays.Select(d => d.Date).SingleOrDefaultAsync(cancel);
            there = await db.BatchRuns.SingleOrDefaultAsync(r => r.Kind == Kind && r.BusinessDate == date, cancel);
        }

        if (date == default) return BusinessDays.None;
        if (there is { Status: RunStatus.Done }) return new Refusal(Done, $"The interest through {Days.Words(date)} is counted: once for a business day.", "Open the next business day. What it comes to now is told on the case.");
        if (there is not null) return new InterestStarted(there.Id, Found: true);
        var run = await store.Batches.OpenAsync(Kind, date, By, async ctx =>
        {
            var circles = await InterestRuns.CasesOf(ctx.Db.Cases.AsNoTracking()).Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(ctx.Cancel);
            return [new StepPlan("count", CircleRange.Cut(circles, CirclesAPart))];
        }, cancel);
        return new InterestStarted(run.Id, Found: false);
    }
}
