using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>How many, and how much.</summary>
public sealed record CountAndAmount(int Count, Money Amount);

/// <summary>What the first page shows: what came in, what waits and why, what must leave, and whether the books are in order.</summary>
public sealed record HomePage
{
    public required DateOnly BusinessDate { get; init; }

    /// <summary>Receipts of the business date.</summary>
    public required CountAndAmount ReceivedToday { get; init; }

    /// <summary>Of them, those whose obligor is known.</summary>
    public required CountAndAmount IdentifiedToday { get; init; }

    /// <summary>All receipts that wait for their obligor to be known.</summary>
    public required CountAndAmount Unidentified { get; init; }

    /// <summary>The day on which the oldest of them came in.</summary>
    public DateOnly? OldestUnidentified { get; init; }

    public required IReadOnlyList<HeldByReason> Held { get; init; }

    public required CountAndAmount DueToday { get; init; }

    /// <summary>It must be nothing.</summary>
    public required CountAndAmount Late { get; init; }

    /// <summary>Files of payments that wait for their release.</summary>
    public required CountAndAmount FilesToRelease { get; init; }

    /// <summary>Batches of keyed receipts that are not closed.</summary>
    public required int OpenBatches { get; init; }

    public required int OpenTasks { get; init; }

    public required int LateTasks { get; init; }

    public required int OpenCases { get; init; }

    /// <summary>Batch runs of the last seven days that did not end well.</summary>
    public required int FailedRuns { get; init; }

    /// <summary>The last proof of the books; null when there was none.</summary>
    public KeptProof? Proof { get; init; }
}

/// <summary>Reads the figures of the first page in one round trip. They name nobody.</summary>
public sealed class HomeFigures(AlimentaStore store)
{
    /// <summary>Reads them; null when the office has no business date yet.</summary>
    public async Task<HomePage?> FindAsync(CancellationToken cancel = default)
    {
        await using var db = store.Read();
        return await db.BusinessDays.AnyAsync(cancel) ? await ReadAsync(cancel) : null;
    }

    /// <summary>Reads them.</summary>
    public async Task<HomePage> ReadAsync(CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var today = await BusinessDate.ReadAsync(db, cancel);
        var ask = new Questions(db).With("@today", today).With("@week", today.AddDays(-7));
        var received = Sum(ask, "select count(*), cast(coalesce(sum(amount), 0) as bigint) from receipt where received_on = @today");
        var identified = Sum(ask, "select count(*), cast(coalesce(sum(amount), 0) as bigint) from receipt where received_on = @today and status in ('identified', 'distributed')");
        var unidentified = ask.Ask(
            $"select count(*), cast(coalesce(sum(r.amount - r.returned_amount), 0) as bigint), min(r.received_on) from receipt r where {UnidentifiedQueue.Waiting}",
            r => (Sum: new CountAndAmount(r.Int(), r.Money()), Oldest: r.DateOrNone()));
        var held = ask.Ask(HoldLists.ByReasonSql, r => new HeldByReason(r.Word<HoldReason>(), r.Int(), r.Money(), r.Date()));
        var due = ask.Ask(DueLists.SumsSql, r => (Today: new CountAndAmount(r.Int(), r.Money()), Late: new CountAndAmount(r.Int(), r.Money())));
        var files = Sum(ask, "select count(*), cast(coalesce(sum(amount), 0) as bigint) from disbursement_file where status = 'created'");
        var counts = ask.Ask(
            """
            select (select count(*) from receipt_batch where status = 'open'), (select count(*) from work_task where done_on is null), (select count(*) from work_task where done_on is null and due_on < @today),
                (select count(*) from case_file where status = 'open'), (select count(*) from batch_run where status = 'failed' and business_date > @week)
            """, r => (Batches: r.Int(), Tasks: r.Int(), LateTasks: r.Int(), Cases: r.Int(), Failed: r.Int()));
        var proofs = ask.Ask($"select totals_json from batch_run where kind = '{ProofRuns.Kind}' order by started_at desc, id desc limit 1", r => ProofRuns.Read(r.Text()));
        await ask.AnswerAsync(cancel);
        return new()
        {
            BusinessDate = today, ReceivedToday = received[0], IdentifiedToday = identified[0], Unidentified = unidentified[0].Sum, OldestUnidentified = unidentified[0].Oldest, Held = held,
            DueToday = due[0].Today, Late = due[0].Late, FilesToRelease = files[0], OpenBatches = counts[0].Batches, OpenTasks = counts[0].Tasks, LateTasks = counts[0].LateTasks, OpenCases = counts[0].Cases,
            FailedRuns = counts[0].Failed, Proof = proofs.Count == 0 ? null : proofs[0],
        };
    }

    private static IReadOnlyList<CountAndAmount> Sum(Questions ask, string sql) => ask.Ask(sql, r => new CountAndAmount(r.Int(), r.Money()));
}
