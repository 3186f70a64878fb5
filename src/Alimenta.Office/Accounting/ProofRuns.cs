using System.Globalization;
using System.Text.Json;
using Alimenta.Data;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Accounting;

/// <summary>What is kept of a proof.</summary>
/// <param name="Ok">Whether the books were in order.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Entries">Entries replayed.</param>
/// <param name="DifferenceCents">The sum of all differences.</param>
/// <param name="LedgerHash">The hash over all entries.</param>
/// <param name="Checks">Every check with its first faults.</param>
public sealed record KeptProof(bool Ok, DateTime At, long Entries, Money DifferenceCents, string LedgerHash, IReadOnlyList<ProofCheck> Checks);

/// <summary>Proves the books and keeps what was found, so that everyone sees when they were last in order.</summary>
public static class ProofRuns
{
    /// <summary>The kind of run under which proofs are kept.</summary>
    public const string Kind = "prove";

    /// <summary>Proves and keeps.</summary>
    public static async Task<ProofReport> RunAsync(
        AlimentaStore store, PolicyDesk policies, Actor by, ProofOptions? options = null, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        var report = await Proof.ProveAsync(store, policies, options, progress, cancel);
        var kept = new KeptProof(report.Ok, report.At, report.Entries, report.DifferenceCents, report.LedgerHash, report.Checks);
        var key = string.Create(CultureInfo.InvariantCulture, $"{Kind}:{report.At:yyyyMMdd'T'HHmmssfff}:{store.Ids.Next<BatchRun>()}");
        var done = await store.Commands.RunAsync<long>(new(key, "proof.keep", new { report.LedgerHash, report.Ok }, by) { ObjectKind = "proof", ObjectId = report.LedgerHash }, async ctx => ctx.Add(new BatchRun
        {
            Key = key, Kind = Kind, BusinessDate = await ctx.Db.BusinessDays.Select(d => (DateOnly?)d.Date).SingleOrDefaultAsync(ctx.Cancel) ?? DateOnly.FromDateTime(report.At), Status = report.Ok ? RunStatus.Done : RunStatus.Failed,
            StartedAt = report.At, FinishedAt = ctx.Now, TotalsJson = JsonSerializer.Serialize(kept, AlimentaJson.Options),
        }).Id, cancel: cancel);
        return done.Ok ? report : throw new InvalidOperationException(done.Refusal!.ToString());
    }

    /// <summary>The last proofs kept, the latest first.</summary>
    public static async Task<IReadOnlyList<KeptProof>> LastAsync(AlimentaStore store, int most = 20, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var rows = await db.BatchRuns.Where(r => r.Kind == Kind).OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id).Take(most).Select(r => r.TotalsJson).ToListAsync(cancel);
        return [.. rows.Select(Read)];
    }

    /// <summary>A kept proof from its text.</summary>
    internal static KeptProof Read(string json) => JsonSerializer.Deserialize<KeptProof>(json, AlimentaJson.Options)!;
}
