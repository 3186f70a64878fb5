using System.Text.Json;
using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Enforcement;

/// <summary>Works selections: their parts are ranges of obligors.</summary>
public sealed class SelectionRuns(AlimentaStore store, PolicyDesk policies) : PartedRuns(store)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Kinds { get; } = [SelectionRun.Kind];

    /// <inheritdoc/>
    protected override Actor By { get; } = Actor.Program(SelectionRun.Kind);

    /// <inheritdoc/>
    protected override string Name(BatchRun run, BatchStep step) => "Selection";

    /// <inheritdoc/>
    protected override async Task<Outcome<bool>> WorkAsync(CommandContext ctx, BatchRun run, BatchPartition part)
    {
        // A later selection looks at everyone as of a later day: what is left of this one would go back behind it.
        if (await LaterAsync(ctx.Db, run, ctx.Cancel))
        {
            await BatchWork.FinishAsync(ctx, part, 0, Money.Zero);
            return true;
        }

        var (obligors, open) = await SelectionFacts.ReadAsync(ctx.Db, ObligorRange.Parse(part.Content), ctx.Cancel);
        var changes = SelectionChanges.Of(policy => policies.Law.On(run.BusinessDate, policy), run.BusinessDate, run.Id, obligors, open);
        // What ends makes room first: nobody stands twice for one remedy.
        foreach (var how in changes.Ended.GroupBy(e => e.How))
        {
            var ids = how.Select(e => e.Id).ToList();
            await ctx.Db.RemedySelections.Where(s => ids.Contains(s.Id)).ExecuteUpdateAsync(s => s.SetProperty(x => x.To, run.BusinessDate).SetProperty(x => x.Ended, how.Key).SetProperty(x => x.EndRunId, run.Id), ctx.Cancel);
        }

        await ctx.BulkAddAsync(changes.Begun);
        await BatchWork.FinishAsync(ctx, part, obligors.Select(o => o.Obligor).Distinct().Count(), changes.Amount);
        return true;
    }

    private static Task<bool> LaterAsync(AlimentaDb db, BatchRun run, CancellationToken cancel) => db.BatchRuns.AnyAsync(r => r.Kind == SelectionRun.Kind && r.BusinessDate > run.BusinessDate, cancel);

    /// <inheritdoc/>
    protected override async Task<string> TotalsAsync(BatchRun run, StepTotals totals, CancellationToken cancel)
    {
        await using var db = Store.Read();
        var superseded = await LaterAsync(db, run, cancel);
        var ask = new Questions(db).With("@run", run.Id);
        var list = ask.Ask(
            "select remedy, debt, standing, count(*), cast(sum(amount) as bigint) from remedy_selection where valid_to is null group by remedy, debt, standing order by remedy, debt, standing",
            r => new SelectionTotal(r.Word<Remedy>(), r.Word<SelectedDebt>(), r.Word<SelectionStanding>(), r.Int(), r.Money()));
        var moved = ask.Ask(
            """
            select (select count(*) from remedy_selection where run_id = @run), (select count(*) from remedy_selection where end_run_id = @run and ended = 'changed'), (select count(*) from remedy_selection where end_run_id = @run and ended <> 'changed')
            """, r => (Begun: r.Int(), Changed: r.Int(), Ended: r.Int()));
        await ask.AnswerAsync(cancel);
        return JsonSerializer.Serialize(new SelectionTotals(totals.Items, totals.Amount, moved[0].Begun, moved[0].Changed, moved[0].Ended, list, superseded || list.Where(t => t.Standing == SelectionStanding.Selected).Sum(t => t.AmountCents) == totals.Amount), AlimentaJson.Options);
    }

    /// <inheritdoc/>
    protected override async Task<SmallerParts> CutAsync(BatchPartition part, CancellationToken cancel)
    {
        var range = ObligorRange.Parse(part.Content);
        await using var db = Store.Read();
        var cases = db.Cases.Where(c => c.ObligorId >= range.First && c.ObligorId <= range.Last);
        // Who stands on the list without a case any more is there too.
        var obligors = await cases.Select(c => c.ObligorId).Union(db.RemedySelections.Where(s => s.ObligorId >= range.First && s.ObligorId <= range.Last && s.To == null).Select(s => s.ObligorId)).OrderBy(o => o).ToListAsync(cancel);
        var numbers = await cases.OrderBy(c => c.Number).Select(c => c.Number).Take(3).ToListAsync(cancel);
        return new(range.Halves(obligors), $"case {string.Join(", ", numbers)}");
    }
}
