using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>Accounting circles: cases joined with each other through an obligor or a custodian. They only ever grow together.</summary>
/// <remarks>When a case joins two circles, the one with the greater number becomes part of the other. The entries posted in it never change, so a row
/// notes the merge and what was posted is looked for under every number that the circle ever had.</remarks>
public static class Circles
{
    private const string Forming = "circles";

    /// <summary>The circle for a case between two people: that of their other cases, or a new one. It is locked when this returns.</summary>
    /// <returns>The circle, and whether it took in another, so that its books must be brought up.</returns>
    public static async Task<(long Circle, bool Merged)> JoinAsync(CommandContext ctx, long obligorId, long custodianId)
    {
        await HoldFormingAsync(ctx);
        var met = await ctx.Db.Cases.AsNoTracking().Where(c => c.ObligorId == obligorId || c.CustodianId == custodianId).Select(c => c.CircleId).Distinct().ToListAsync(ctx.Cancel);
        if (met.Count == 0) met.Add(ctx.NextId("circle"));
        await ctx.LockCirclesAsync(met);
        await MergeAsync(ctx, met);
        return (met.Min(), met.Count > 1);
    }

    /// <summary>Makes one circle of several, all locked; the smallest number stays.</summary>
    public static async Task MergeAsync(CommandContext ctx, IReadOnlyCollection<long> circles)
    {
        var into = circles.Min();
        var others = circles.Where(c => c != into).ToList();
        if (others.Count == 0) return;
        var earlier = await ctx.Db.CircleMerges.AsNoTracking().Where(m => others.Contains(m.IntoId)).Select(m => m.FromId).ToListAsync(ctx.Cancel);
        foreach (var from in others.Concat(earlier).Distinct().Order()) ctx.Add(new CircleMerge { FromId = from, IntoId = into, MergedAt = ctx.Now });
        foreach (var file in await ctx.Db.Cases.Where(c => others.Contains(c.CircleId)).ToListAsync(ctx.Cancel)) file.CircleId = into;
    }

    /// <summary>Holds every other command that forms or joins circles until this one ends.</summary>
    public static Task HoldFormingAsync(CommandContext ctx) => ctx.LockNameAsync(Forming);

    /// <summary>Locks the circles of cases and answers them as they stand then.</summary>
    public static async Task<IReadOnlyList<long>> LockOfCasesAsync(CommandContext ctx, params IReadOnlyCollection<long> cases) =>
        await LockAsync(ctx, await ctx.Db.Cases.AsNoTracking().Where(c => cases.Contains(c.Id)).Select(c => c.CircleId).Distinct().ToListAsync(ctx.Cancel));

    /// <summary>Locks the circles in which people owe or are owed, and answers them as they stand then.</summary>
    public static async Task<IReadOnlyList<long>> LockOfPeopleAsync(CommandContext ctx, params IReadOnlyCollection<long> people) =>
        await LockAsync(ctx, await ctx.Db.Cases.AsNoTracking().Where(c => people.Contains(c.ObligorId) || people.Contains(c.CustodianId)).Select(c => c.CircleId).Distinct().ToListAsync(ctx.Cancel));

    /// <summary>Locks circles by number. One that became part of another while this waited is followed there.</summary>
    public static async Task<IReadOnlyList<long>> LockAsync(CommandContext ctx, IReadOnlyCollection<long> circles) => (await LockStatesAsync(ctx, circles)).ConvertAll(s => s.CircleId);

    /// <summary>The same, with where their plays stand, in the order of the circles.</summary>
    internal static async Task<List<CircleState>> LockStatesAsync(CommandContext ctx, IReadOnlyCollection<long> circles)
    {
        var states = await ctx.LockCirclesAsync(circles);
        var now = (await CurrentAsync(ctx.Db, circles, ctx.Cancel)).ToHashSet();
        var further = now.Except(circles).ToList();
        return [.. states.Where(s => now.Contains(s.CircleId)).Concat(await ctx.LockCirclesAsync(further)).OrderBy(s => s.CircleId)];
    }

    /// <summary>The circles to which circles belong now.</summary>
    internal static async Task<IReadOnlyList<long>> CurrentAsync(AlimentaDb db, IReadOnlyCollection<long> circles, CancellationToken cancel)
    {
        var moved = (await db.CircleMerges.AsNoTracking().Where(m => circles.Contains(m.FromId)).ToListAsync(cancel)).ToLookup(m => m.FromId, m => m.IntoId);
        return [.. circles.Select(c => moved[c].DefaultIfEmpty(c).Min()).Distinct().Order()];
    }

    /// <summary>The circles with all that became part of them: the numbers under which their entries were posted.</summary>
    internal static async Task<List<long>> WithMergedAsync(AlimentaDb db, IReadOnlyCollection<long> circles, CancellationToken cancel) =>
        [.. circles.Union(await db.CircleMerges.AsNoTracking().Where(m => circles.Contains(m.IntoId)).Select(m => m.FromId).ToListAsync(cancel))];
}
