using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Nemesis;

/// <summary>All that was acknowledged, and whether the database holds it at the end of each day beside everything else that must hold.</summary>
internal sealed class StormHistory(AlimentaStore store, PolicyDesk policies, Invariants invariants, IReadOnlyList<Payor> payors)
{
    private readonly List<(string Name, byte[] Bytes)> _files = [];
    private readonly List<byte[]> _refused = [];
    private readonly List<ClerkTask> _writes = [];

    /// <summary>Files acknowledged.</summary>
    public int Files => _files.Count;

    /// <summary>Writes of clerks acknowledged.</summary>
    public int Writes => _writes.Count;

    /// <summary>A file was acknowledged.</summary>
    public void Acknowledge(string name, byte[] bytes) => _files.Add((name, bytes));

    /// <summary>Writes of clerks were acknowledged.</summary>
    public void Acknowledge(IEnumerable<ClerkTask> writes) => _writes.AddRange(writes);

    /// <summary>A damaged file was refused.</summary>
    public void Refused(byte[] bytes) => _refused.Add(bytes);

    /// <summary>What does not hold at the end of a day.</summary>
    public async Task<IReadOnlyList<(string Step, string What)>> BrokenAsync(DateOnly day, DayEnd calm, bool sameOrder, bool clocksWereRight, CancellationToken cancel)
    {
        var broken = new List<(string, string)>();
        var proof = await Proof.ProveAsync(store, policies, new(ProofPlays.All), cancel: cancel);
        foreach (var check in proof.Checks.Where(c => !c.Ok)) broken.Add(("proof", $"{check.Name}: {string.Join("; ", check.Faults.Take(3).Select(f => $"{f.Where}: {f.What}"))}"));
        await AcknowledgedAsync(broken, cancel);
        foreach (var (name, what) in await invariants.BrokenAsync(day, [.. payors.Select(p => p.Case)], clocksWereRight, cancel)) broken.Add((name, what));
        var end = await DayEnd.OfAsync(store, cancel);
        if (end.Hash.Standing != calm.Hash.Standing) broken.Add(("I11", $"what stands is not what stands in the calm: {end.Hash.Standing[..12]} instead of {calm.Hash.Standing[..12]}"));
        else if (sameOrder && end.Hash.Ledger != calm.Hash.Ledger) broken.Add(("I11", $"the ledger is not that of the calm: {end.Hash.Ledger[..12]} instead of {calm.Hash.Ledger[..12]}"));
        foreach (var other in end.Out.Except(calm.Out)) broken.Add(("I10", $"file {other.Identity} left with {other.Count} payments of {other.Amount}, and not so in the calm"));
        foreach (var missing in calm.Out.Except(end.Out)) broken.Add(("I10", $"file {missing.Identity} with {missing.Count} payments of {missing.Amount} left in the calm and not here"));
        if (end.List.Count != calm.List.Count) broken.Add(("I10", $"the list for remedies has {end.List.Count} rows, and {calm.List.Count} in the calm"));
        if (end.Interest.Count != calm.Interest.Count) broken.Add(("I10", $"there are {end.Interest.Count} statements of interest, and {calm.Interest.Count} in the calm"));
        foreach (var other in end.Interest.Except(calm.Interest).Take(3)) broken.Add(("I10", $"not so in the calm: {other}"));
        foreach (var other in end.List.Except(calm.List).Take(3)) broken.Add(("I10", $"not so in the calm: {other}"));
        return broken;
    }

    /// <summary>I15: what was acknowledged is there, once and byte for byte; what was refused is kept as refused.</summary>
    private async Task AcknowledgedAsync(List<(string, string)> broken, CancellationToken cancel)
    {
        await using var db = store.Read();
        var kept = await db.InboundFiles.Select(f => new { f.Name, f.Status, f.Content }).ToListAsync(cancel);
        foreach (var (name, bytes) in _files)
        {
            var times = kept.Count(k => k.Status == InboundFileStatus.Posted && k.Name == name && k.Content.AsSpan().SequenceEqual(bytes));
            if (times != 1) broken.Add(("history", $"{name} was acknowledged and is posted {times} times"));
        }

        foreach (var bytes in _refused)
            if (!kept.Exists(k => k.Status == InboundFileStatus.Refused && k.Content.AsSpan().SequenceEqual(bytes))) broken.Add(("history", $"a file of {bytes.Length} bytes was refused and is not kept as refused"));
        foreach (var write in _writes)
            if (await write.MissingAsync(db, cancel) is { } missing) broken.Add(("history", missing));
    }
}
