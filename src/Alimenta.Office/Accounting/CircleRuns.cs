using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>What a part of a run posted.</summary>
/// <param name="Payable">New money for payees.</param>
/// <param name="Held">Of it, held for a reason.</param>
public sealed record PartPosted(Money Payable, Money Held);

/// <summary>Works runs that bring circles up: their parts are ranges of circles.</summary>
public sealed class CircleRuns(AlimentaStore store, PolicyDesk policies) : PartedRuns(store)
{
    /// <summary>What this process accepted itself and need not read again.</summary>
    internal AcceptedReceipts? Accepted { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Kinds { get; } = [AccrualRun.Kind, DistributionRun.Kind];

    /// <inheritdoc/>
    protected override Actor By { get; } = Actor.Program("accrual");

    /// <inheritdoc/>
    protected override string Name(BatchRun run, BatchStep step) => run.Kind == AccrualRun.Kind ? "Accrual" : "Distribution";

    /// <summary>What the parts of a run that are done posted.</summary>
    public async Task<PartPosted> PostedAsync(long runId, CancellationToken cancel = default)
    {
        await using var db = Store.Read();
        var run = await db.BatchRuns.SingleAsync(r => r.Id == runId, cancel);
        var parts = await (from s in db.BatchSteps join p in db.BatchPartitions on s.Id equals p.StepId where s.RunId == runId && p.Status == PartitionStatus.Done select p).ToListAsync(cancel);
        var replies = await RepliesAsync<PartPosted>(db, parts.Select(p => Key(run, p)), cancel);
        return new(replies.Sum(r => r.Payable), replies.Sum(r => r.Held));
    }

    /// <inheritdoc/>
    protected override Task PartAsync(BatchRun run, BatchStep step, BatchPartition part, CancellationToken cancel) =>
        CommandAsync<PartPosted>(run, part, "", ctx => BringUpAsync(ctx, run, part), cancel);

    private async Task<Outcome<PartPosted>> BringUpAsync(CommandContext ctx, BatchRun run, BatchPartition part)
    {
        var (waiting, circles) = await WorkOfAsync(ctx, run, part);
        var payors = waiting.ConvertAll(r => r.ObligorId!.Value);
        var reason = run.Kind == AccrualRun.Kind ? "Accrual" : await DistributionRun.ReasonAsync(ctx, run.Key);
        var report = await new FrontierPosting(policies).BringUpAsync(ctx, circles, waiting, run.BusinessDate, reason, () => TakeAsync(ctx, payors, waiting));
        await BatchWork.FinishAsync(ctx, part, report.Posted + report.Reversed, report.Payable);
        return new PartPosted(report.Payable, report.Held);
    }

    // Whoever accepted a file remembers its receipts; a second try reads them.
    private async Task<(List<Receipt> Waiting, List<long> Circles)> WorkOfAsync(CommandContext ctx, BatchRun run, BatchPartition part)
    {
        var mine = DistributionPart.Parse(part.Content);
        if (run.Kind == AccrualRun.Kind) return ([], await CasesOf(ctx.Db, mine.Circles).Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(ctx.Cancel));
        if (part.Token == 1 && Accepted?.Of(run.Key, mine.Circles) is { } remembered) return remembered;
        var cases = CasesWithMerged(ctx.Db, mine.Circles);
        var waiting = await WaitingAsync(ctx, mine, cases);
        var payors = waiting.ConvertAll(r => r.ObligorId!.Value);
        return (waiting, await cases.Where(c => payors.Contains(c.ObligorId)).Select(c => c.CircleId).Distinct().OrderBy(c => c).ToListAsync(ctx.Cancel));
    }

    private static IQueryable<CaseFile> CasesOf(AlimentaDb db, CircleRange range) => db.Cases.AsNoTracking().Where(c => c.CircleId >= range.First && c.CircleId <= range.Last);

    // A circle that became part of another while its file was accepted is found there: whoever joined them did not see these receipts yet.
    private static IQueryable<CaseFile> CasesWithMerged(AlimentaDb db, CircleRange range) => db.Cases.AsNoTracking()
        .Where(c => (c.CircleId >= range.First && c.CircleId <= range.Last) || db.CircleMerges.Any(m => m.IntoId == c.CircleId && m.FromId >= range.First && m.FromId <= range.Last));

    /// <summary>They wait no more. They were looked for before their circles were locked: what someone else took out, moved or distributed meanwhile is looked for again.</summary>
    private static async Task TakeAsync(CommandContext ctx, List<long> payors, List<Receipt> waiting)
    {
        if (await WaitingReceipts.DoneAsync(ctx, payors, waiting.ConvertAll(r => r.Id)) != waiting.Count) throw new DbUpdateConcurrencyException("Receipts of this part were distributed, moved or taken out by someone else.");
    }

    private static Task<List<Receipt>> WaitingAsync(CommandContext ctx, DistributionPart part, IQueryable<CaseFile> cases) => ctx.Db.WaitingReceipts
        .Where(w => w.ObligorId >= part.FirstObligor && w.ObligorId <= part.LastObligor && cases.Any(c => c.ObligorId == w.ObligorId))
        .Join(ctx.Db.Receipts.AsNoTracking(), w => w.ReceiptId, r => r.Id, (w, r) => r).OrderBy(r => r.Id).ToListAsync(ctx.Cancel);

    /// <inheritdoc/>
    protected override async Task<SmallerParts> CutAsync(BatchPartition part, CancellationToken cancel)
    {
        var whole = DistributionPart.Parse(part.Content);
        await using var db = Store.Read();
        var numbers = await CasesWithMerged(db, whole.Circles).OrderBy(c => c.Number).Select(c => c.Number).Take(3).ToListAsync(cancel);
        return new([.. (await whole.Circles.HalvesAsync(db, cancel)).Select(h => (whole with { Circles = h }).ToString())], $"case {string.Join(", ", numbers)}");
    }
}
