using Alimenta.Data;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Disbursement;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Brings the books of circles to what their facts demand: plays the facts, compares with what is posted, posts only the difference.</summary>
/// <remarks>One code for a new receipt, a month's end, a missed month and a change in the past. An entry whose content is unchanged stays; another is
/// reversed and posted anew, so both can be seen. Done twice it does nothing the second time.</remarks>
public sealed class CirclePosting(PolicyDesk policies)
{
    /// <summary>Brings the books up to a day. The circles must be locked; one that became part of another since is followed there.</summary>
    /// <param name="ctx">The command.</param>
    /// <param name="circles">The circles.</param>
    /// <param name="asked">The last day played, unless one of them was played through a later one.</param>
    /// <param name="reason">Why, kept with every reversal.</param>
    /// <param name="settle">How payees get their money; null: as of the day.</param>
    public async Task<PostingReport> BringUpAsync(CommandContext ctx, IReadOnlyCollection<long> circles, DateOnly asked, string reason, ISettle? settle = null)
    {
        await ctx.FlushAsync();
        var locked = await Circles.LockStatesAsync(ctx, circles);
        var ids = locked.ConvertAll(s => s.CircleId);
        var through = CircleStates.Through(locked, asked);
        var special = await SpecialPeople.LoadAsync(ctx.Db, ctx.Cancel);
        var posted = await PostedSteps.LoadAsync(ctx.Db, ids, ctx.Cancel);
        var report = new PostingReport();
        var old = new List<PostedStep>();
        var touched = new HashSet<long>();
        var played = new List<PlayedCircle>();
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var circle in await CircleLoader.LoadWithWaitingAsync(ctx.Db, ids, ctx.Cancel)) played.Add(new(circle, CirclePlay.Run(circle.Facts, policies.On, through), new(circle, special)));
        var elsewhere = await PostedSteps.ElsewhereAsync(ctx.Db, ids, NewOf(played, posted), ctx.Cancel);
        foreach (var (circle, play, entries) in InsertOrder.Woven(played))
        {
            foreach (var step in play.Steps)
            {
                wanted.Add(step.Key);
                var before = posted.GetValueOrDefault(step.Key);
                if (before is { Live: true })
                {
                    if (before.Says(step, entries)) continue;
                    old.Add(before);
                }

                if (step.Receipt.Length > 0) touched.Add(circle.Receipts[step.Receipt].Id);
                var last = Math.Max(before?.Version ?? 0, elsewhere.GetValueOrDefault(step.Key));
                ctx.Post(entries.Entry(step, last + (before is { Live: true } ? 2 : 1)));
                report.Posted++;
            }
        }

        old.AddRange(posted.Values.Where(o => o.Live && !wanted.Contains(o.Key)).OrderBy(o => o.EntryId));
        await ReverseAsync(ctx, old, reason, report);
        touched.UnionWith(old.Where(o => o.ReceiptId is not null).Select(o => o.ReceiptId!.Value));
        await (settle ?? new Settlement(ctx, policies, report)).SettleAsync(played, touched, through);
        await FutureHolds.StoreAsync(ctx, policies, played, touched, through);
        await CaseAccounts.StoreAsync(ctx, played);
        await CircleStates.StoreAsync(ctx, policies, played, through);
        await MarkDistributedAsync(ctx, touched);
        await WaitingReceipts.DoneAsync(ctx, [.. played.SelectMany(p => p.Circle.Cases.Values.Select(c => c.ObligorId)).Distinct()], touched);
        return report;
    }

    /// <summary>Receipts of which something is distributed that does not stand in these circles now.</summary>
    private static HashSet<long> NewOf(List<PlayedCircle> played, Dictionary<string, PostedStep> posted) =>
        [.. played.SelectMany(p => p.Play.Steps.Where(s => s.Receipt.Length > 0 && posted.GetValueOrDefault(s.Key) is not { Live: true }).Select(s => p.Circle.Receipts[s.Receipt].Id))];

    private static async Task ReverseAsync(CommandContext ctx, List<PostedStep> old, string reason, PostingReport report)
    {
        if (old.Count == 0) return;
        var ids = old.Select(o => o.EntryId).ToList();
        var heads = await ctx.Db.JournalEntries.AsNoTracking().Where(e => ids.Contains(e.Id)).ToDictionaryAsync(e => e.Id, ctx.Cancel);
        foreach (var step in old)
        {
            var head = heads[step.EntryId];
            ctx.Post(head.ToEntry().Reversal(head.EffectiveOn, reason));
            report.Reversed++;
        }
    }

    private static async Task MarkDistributedAsync(CommandContext ctx, HashSet<long> receipts)
    {
        if (receipts.Count == 0) return;
        foreach (var receipt in await ctx.Db.Receipts.Where(r => receipts.Contains(r.Id) && r.Status == ReceiptStatus.Identified).ToListAsync(ctx.Cancel))
            receipt.Status = ReceiptStatus.Distributed;
        // Whoever reads the facts of the circle next must find the money distributed, not waiting.
        await ctx.FlushAsync();
    }
}

/// <summary>How payees get what the books give them of receipts.</summary>
public interface ISettle
{
    /// <summary>Brings what payees are to have of the receipts in line with the plays.</summary>
    Task SettleAsync(IReadOnlyList<PlayedCircle> played, IReadOnlySet<long> receiptIds, DateOnly today);
}

/// <summary>A circle with its played history.</summary>
/// <param name="Circle">The facts.</param>
/// <param name="Play">The play.</param>
/// <param name="Entries">Its entries.</param>
public sealed record PlayedCircle(LoadedCircle Circle, Played Play, CircleEntries Entries);

/// <summary>What bringing up the books did.</summary>
public sealed class PostingReport
{
    /// <summary>Entries posted.</summary>
    public int Posted { get; set; }

    /// <summary>Entries reversed.</summary>
    public int Reversed { get; set; }

    /// <summary>New money for payees.</summary>
    public Money Payable { get; set; }

    /// <summary>Of it, held for a reason.</summary>
    public Money Held { get; set; }

    /// <summary>What payees were found to owe.</summary>
    public Money Recoverable { get; set; }

    /// <summary>Payments that were taken back before they left, because their payees are to have less.</summary>
    public List<PaymentTakenBack> TakenBack { get; init; } = [];

    /// <summary>This and what something else did.</summary>
    public PostingReport With(PostingReport other) => new()
    {
        Posted = Posted + other.Posted, Reversed = Reversed + other.Reversed, Payable = Payable + other.Payable, Held = Held + other.Held, Recoverable = Recoverable + other.Recoverable,
        TakenBack = [.. TakenBack, .. other.TakenBack],
    };
}
