using System.Text.Json;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Enforcement;

/// <summary>A selection that was started.</summary>
/// <param name="Run">The run.</param>
/// <param name="Found">Whether it was under way already.</param>
/// <param name="Accrued">Whether the accrual of its day is done; before that what falls due on it is not counted.</param>
public sealed record SelectionStarted(long Run, bool Found, bool Accrued);

/// <summary>How many stand how with a remedy, and what they owe that counts for it.</summary>
public sealed record SelectionTotal(Remedy Remedy, SelectedDebt Debt, SelectionStanding Standing, int Count, Money AmountCents);

/// <summary>The control totals of a selection.</summary>
/// <param name="Obligors">Obligors that its parts looked at.</param>
/// <param name="SelectedCents">What its parts selected.</param>
/// <param name="Begun">Rows that began, changes included.</param>
/// <param name="Changed">Rows that ended because another goes on from them.</param>
/// <param name="Ended">Selections that ended.</param>
/// <param name="List">What the list says when all parts are done.</param>
/// <param name="Agrees">Whether the list says of the selected what the parts said.</param>
public sealed record SelectionTotals(long Obligors, Money SelectedCents, int Begun, int Changed, int Ended, IReadOnlyList<SelectionTotal> List, bool Agrees)
{
    /// <summary>Kept totals from their text; null where a run has none yet.</summary>
    public static SelectionTotals? Read(string json) => json.Length == 0 ? null : JsonSerializer.Deserialize<SelectionTotals>(json, AlimentaJson.Options);
}

/// <summary>Starts the selection of a business date: every obligor is held against the thresholds of every remedy, and the list is brought up to what is found.</summary>
public sealed class SelectionRun(AlimentaStore store)
{
    /// <summary>The kind of run.</summary>
    public const string Kind = "selection";

    /// <summary>The code of the refusal of a selection that is made.</summary>
    public const string Done = "R-SELECTION-DONE";

    private static readonly Actor By = Actor.Program(Kind);

    /// <summary>Obligors in one part of the run: what one worker does in one command.</summary>
    public int ObligorsAPart { get; init; } = 1000;

    /// <summary>Starts the run of the business date, or finds it while it is under way. One that is done is not made again.</summary>
    public async Task<Outcome<SelectionStarted>> StartAsync(CancellationToken cancel = default)
    {
        DateOnly date;
        BatchRun? there;
        bool accrued;
        await using (var db = store.Read())
        {
            date = await db.BusinessDays.Select(d => d.Date).SingleOrDefaultAsync(cancel);
            there = await db.BatchRuns.SingleOrDefaultAsync(r => r.Kind == Kind && r.BusinessDate == date, cancel);
            accrued = await db.BatchRuns.AnyAsync(r => r.Kind == AccrualRun.Kind && r.BusinessDate == date && r.Status == RunStatus.Done, cancel);
        }

        if (date == default) return BusinessDays.None;
        if (there is { Status: RunStatus.Done }) return new Refusal(Done, $"The selection of {Days.Words(date)} is made: once for a business day.", "Open the next business day. What would be decided of someone now is told on the person's case.");
        if (there is not null) return new SelectionStarted(there.Id, Found: true, accrued);
        var run = await store.Batches.OpenAsync(Kind, date, By, async ctx => [new StepPlan("select", ObligorRange.Cut(await ObligorsAsync(ctx), ObligorsAPart))], cancel);
        return new SelectionStarted(run.Id, Found: false, accrued);
    }

    // Also who has no case any more, but stands on the list.
    private static async Task<List<long>> ObligorsAsync(CommandContext ctx)
    {
        var obligors = await ctx.Db.Cases.AsNoTracking().Select(c => c.ObligorId).Distinct().ToListAsync(ctx.Cancel);
        var listed = await ctx.Db.RemedySelections.AsNoTracking().Where(s => s.To == null).Select(s => s.ObligorId).Distinct().ToListAsync(ctx.Cancel);
        return [.. obligors.Union(listed).Order()];
    }
}
