using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office;

/// <summary>All runs that workers share, whatever their sort.</summary>
public sealed class OfficeRuns(AlimentaStore store, IEnumerable<PartedRuns> sorts)
{
    private readonly Dictionary<string, PartedRuns> _byKind = sorts.SelectMany(s => s.Kinds, (s, kind) => (s, kind)).ToDictionary(s => s.kind, s => s.s);

    /// <summary>The runs that are not done.</summary>
    public async Task<IReadOnlyList<long>> OpenRunsAsync(CancellationToken cancel = default)
    {
        var kinds = _byKind.Keys.ToList();
        await using var db = store.Read();
        return await db.BatchRuns.Where(r => r.Status == RunStatus.Open && kinds.Contains(r.Kind)).OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancel);
    }

    /// <summary>Claims and works parts of a run until none is free. Returns how many.</summary>
    /// <exception cref="InvalidOperationException">Nobody works such runs in parts.</exception>
    public async Task<int> WorkAsync(long run, string worker, IProgress<string>? progress = null, CancellationToken cancel = default) =>
        await (await OfAsync(run, cancel) ?? throw new InvalidOperationException($"Run {run} is not worked in parts.")).WorkAsync(run, worker, progress, cancel);

    /// <summary>Works a run until nothing of it is left to do, waiting for parts in other hands.</summary>
    /// <exception cref="InvalidOperationException">Nobody works such runs in parts.</exception>
    public async Task FinishAsync(long run, string worker, IProgress<string>? progress = null, CancellationToken cancel = default) =>
        await (await OfAsync(run, cancel) ?? throw new InvalidOperationException($"Run {run} is not worked in parts.")).FinishAsync(run, worker, progress, cancel);

    /// <summary>Whether what stopped a run may be over after a while: the database was away or busy.</summary>
    public bool MayGoOn(Exception failure) => store.Engine.Classify(failure).Passes() || Outage.IsBehind(failure);

    /// <summary>Sets the failed parts of a run free. Returns how many.</summary>
    public async Task<Outcome<int>> RetryAsync(long run, string key, Actor by, CancellationToken cancel = default) =>
        await OfAsync(run, cancel) is { } sort ? await sort.RetryAsync(run, key, by, cancel) : new Refusal("R-RUN-UNKNOWN", "There is no such run whose parts can be worked again.", "Look at the list of runs.", Field: "run");

    private async Task<PartedRuns?> OfAsync(long run, CancellationToken cancel)
    {
        await using var db = store.Read();
        var kind = await db.BatchRuns.Where(r => r.Id == run).Select(r => r.Kind).SingleOrDefaultAsync(cancel);
        return kind is null ? null : _byKind.GetValueOrDefault(kind);
    }
}
