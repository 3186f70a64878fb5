using Alimenta.Data;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Disbursement;

namespace Alimenta.Office.Accounting;

/// <summary>Brings circles up when nothing of the past has changed: new money came in, or only time has passed. Each goes on from where its play stood.</summary>
/// <remarks>The same steps, entries and payables as <see cref="CirclePosting"/> makes by playing the whole; the proof of the books plays the whole and compares.
/// A circle that cannot go on (money with an earlier day of collection, futures held, no state) is played whole.</remarks>
public sealed class FrontierPosting(PolicyDesk policies)
{
    /// <summary>Brings the circles up to a day. They must be locked.</summary>
    /// <param name="ctx">The command.</param>
    /// <param name="circles">The circles.</param>
    /// <param name="fresh">Receipts with an obligor that no play has seen, not yet written; what goes on distributes them at once.</param>
    /// <param name="asked">The last day played, unless one of them was played through a later one.</param>
    /// <param name="reason">Why, kept with reversals.</param>
    /// <param name="write">Writes the receipts, with the status that they have by then.</param>
    public async Task<PostingReport> BringUpAsync(CommandContext ctx, IReadOnlyCollection<long> circles, IReadOnlyList<Receipt> fresh, DateOnly asked, string reason, Func<Task> write)
    {
        await ctx.FlushAsync();
        var locked = await Circles.LockStatesAsync(ctx, circles);
        var through = CircleStates.Through(locked, asked);
        var plays = await PlaysAsync(ctx, CircleStates.Read(policies, locked), fresh, through);
        if (plays.Count > 0) ctx.Know(plays[0].Circle.People.Select(p => (p.Value, p.Key)), plays.SelectMany(p => p.Circle.Cases.Values.Select(c => (c.Id, c.Number))), plays.SelectMany(p => p.Circle.Obligations.Select(o => (o.Value, o.Key))), fresh);
        foreach (var receipt in plays.SelectMany(p => p.Circle.Receipts.Values)) receipt.Status = ReceiptStatus.Distributed;
        await write();

        var report = new PostingReport();
        var versions = await EntryVersions.LoadAsync(ctx, plays.SelectMany(p => p.Play.Steps).Where(s => s.Kind != StepKind.Distribution).Select(s => s.Key));
        foreach (var (_, play, entries) in InsertOrder.Woven(plays))
        {
            foreach (var step in play.Steps)
            {
                ctx.Post(entries.Entry(step, versions.Next(step.Key)));
                report.Posted++;
            }
        }

        var own = plays.SelectMany(p => p.Circle.Receipts.Values).ToDictionary(r => r.Id);
        await new Settlement(ctx, policies, report, own).SettleAsync(plays, own.Keys.ToHashSet(), through);
        await FutureHolds.StoreAsync(ctx, policies, plays, new HashSet<long>(), through);
        await CaseAccounts.StoreAsync(ctx, plays);
        await CircleStates.StoreAsync(ctx, policies, plays, through);

        var whole = locked.Select(s => s.CircleId).Except(plays.Select(p => p.Circle.Id)).ToList();
        return whole.Count == 0 ? report : report.With(await new CirclePosting(policies).BringUpAsync(ctx, whole, through, reason));
    }

    /// <summary>The circles that can go on, gone on.</summary>
    private async Task<IReadOnlyList<PlayedCircle>> PlaysAsync(CommandContext ctx, Dictionary<long, PlayState> kept, IReadOnlyList<Receipt> fresh, DateOnly through)
    {
        var states = kept.Where(s => s.Value.Futures.Count == 0).ToDictionary();
        if (states.Count == 0) return [];
        var special = await SpecialPeople.LoadAsync(ctx.Db, ctx.Cancel);
        var plays = new List<PlayedCircle>(states.Count);
        foreach (var circle in await CircleLoader.LoadSinceAsync(ctx, states.Keys, fresh, states.Values.Min(s => s.Month).FirstDay))
        {
            var state = states[circle.Id];
            if (circle.Facts.Receipts.All(r => GoesOn(r, state, through)))
                plays.Add(new(circle, CirclePlay.Continue(circle.Facts, state, policies.On, through), new(circle, special)));
        }

        return plays;
    }

    /// <summary>Whether money comes after all that was played, in a month that is not ended, and no later than the day.</summary>
    private static bool GoesOn(ReceiptFacts receipt, PlayState state, DateOnly through) =>
        receipt.CollectedOn >= state.Month.FirstDay && receipt.CollectedOn <= through && new PlayPlace(receipt.CollectedOn, PlayPlace.Receipt, receipt.Key) > state.Last;
}
