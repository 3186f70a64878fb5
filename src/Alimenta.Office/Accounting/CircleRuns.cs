using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Works runs that bring circles up: their parts are ranges of circles.</summary>
public sealed class CircleRuns(AlimentaStore store, PolicyDesk policies) : PartedRuns(store)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Kinds { get; } = [AccrualRun.Kind, DistributionRun.Kind];

    /// <inheritdoc/>
    protected override Actor By { get; } = Actor.Program("accrual");

    /// <inheritdoc/>
    protected override string Name(BatchRun run, BatchStep step) => run.Kind == AccrualRun.Kind ? "Accrual" : "Distribution";

    /// <inheritdoc/>
    protected override async Task<Outcome<bool>> WorkAsync(CommandContext ctx, BatchRun run, BatchPartition part)
    {
        var range = CircleRange.Parse(part.Content);
        var cases = ctx.Db.Cases.AsNoTracking().Where(c => c.CircleId >= range.First && c.CircleId <= range.Last);
        var waiting = run.Kind == AccrualRun.Kind ? [] : await ctx.Db.Receipts.AsNoTracking().Where(r => r.Status == ReceiptStatus.Identified && r.InboundItemId != null && cases.Any(c => c.ObligorId == r.ObligorId)).OrderBy(r => r.Id).ToListAsync(ctx.Cancel);
        var payors = waiting.ConvertAll(r => r.ObligorId!.Value);
        var circles = await (run.Kind == AccrualRun.Kind ? cases : cases.Where(c => payors.Contains(c.ObligorId))).Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(ctx.Cancel);
        var reason = run.Kind == AccrualRun.Kind ? "Accrual" : await DistributionRun.ReasonAsync(ctx, run.Key);
        var report = await new FrontierPosting(policies).BringUpAsync(ctx, circles, waiting, run.BusinessDate, reason, () => MarkAsync(ctx, waiting));
        await BatchWork.FinishAsync(ctx, part, report.Posted + report.Reversed, report.Payable);
        return true;
    }

    private static async Task MarkAsync(CommandContext ctx, List<Receipt> waiting)
    {
        var done = waiting.Where(r => r.Status == ReceiptStatus.Distributed).Select(r => r.Id).ToList();
        if (done.Count > 0) await ctx.Db.Receipts.Where(r => done.Contains(r.Id)).ExecuteUpdateAsync(r => r.SetProperty(x => x.Status, ReceiptStatus.Distributed), ctx.Cancel);
    }

    /// <inheritdoc/>
    protected override async Task<SmallerParts> CutAsync(BatchPartition part, CancellationToken cancel)
    {
        var range = CircleRange.Parse(part.Content);
        await using var db = Store.Read();
        var cases = db.Cases.Where(c => c.CircleId >= range.First && c.CircleId <= range.Last);
        var circles = await cases.Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(cancel);
        var numbers = await cases.OrderBy(c => c.Number).Select(c => c.Number).Take(3).ToListAsync(cancel);
        return new(circles.Count > 1 ? CircleRange.Cut(circles, (circles.Count + 1) / 2) : [], $"case {string.Join(", ", numbers)}");
    }
}
