using System.Diagnostics;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Bench;

/// <summary>P8: what deciding a distribution with its explanation costs, as a share of posting it.</summary>
/// <remarks>The families of a file are played with every distribution explained and kept, and once more without any money, in turns; the difference between the quickest of each is the deciding.</remarks>
internal sealed class ExplainedLeg : Leg
{
    private const int MostFamilies = 1_000;
    private const int Times = 5;
    private static readonly Goal Share = new("P8", "deciding a distribution with its explanation kept, against posting it", "% of posting", Better.Low, 10, 3) { OursUnit = "µs", Yardstick = "posting" };

    public override string Id => "P8";

    public override IReadOnlyList<Goal> Goals => [Share];

    public override async Task<IReadOnlyList<Sample>> RoundAsync(BenchRoom room, int round, CancellationToken cancel)
    {
        var office = await room.LargeAsync(cancel);
        var posted = await PostedFile.PostAsync(office, room.Payments(office), cancel);
        var families = await FamiliesAsync(office, posted.Id, cancel);
        List<CircleFacts> withMoney = [.. families.Select(c => c.Facts)], without = [.. withMoney.Select(f => f with { Receipts = [] })];
        var ((paid, explained), (idle, none)) = (Play(office, withMoney), Play(office, without));
        for (var again = 1; again < Times; again++) (paid, idle) = (Min(paid, Play(office, withMoney).Took), Min(idle, Play(office, without).Took));
        var receipts = withMoney.Sum(f => f.Receipts.Count);
        if (explained != receipts || none != 0) throw new InvalidOperationException($"Of {receipts} distributions {explained} were explained, and {none} without money.");
        var deciding = Math.Max(0, (paid - idle).TotalMicroseconds) / receipts;
        var posting = 1e6 * posted.Seconds / posted.Payments;
        return [new(Share, 100 * deciding / posting, deciding, posting)];
    }

    private static async Task<IReadOnlyList<LoadedCircle>> FamiliesAsync(BenchOffice office, long file, CancellationToken cancel)
    {
        await using var db = office.Store.Read();
        var circles = await db.Receipts.Where(r => db.InboundItems.Any(i => i.Id == r.InboundItemId && i.FileId == file)).Join(db.Cases, r => r.ObligorId, c => c.ObligorId, (_, c) => c.CircleId).Distinct().OrderBy(c => c).Take(MostFamilies).ToListAsync(cancel);
        return await CircleLoader.LoadAsync(db, circles, cancel);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static (TimeSpan Took, int Explained) Play(BenchOffice office, List<CircleFacts> families)
    {
        var kept = new List<Played>(families.Count);
        GC.Collect();
        var start = Stopwatch.GetTimestamp();
        foreach (var facts in families) kept.Add(CirclePlay.Explain(facts, office.Policies.On, CaseloadPlan.Today, _ => true));
        var took = Stopwatch.GetElapsedTime(start);
        return (took, kept.Sum(p => p.Steps.Count(s => s.Kind == StepKind.Distribution && s.Why is not null)));
    }
}
