using Alimenta.Data;
using Alimenta.Office.Accounting;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Reading;

/// <summary>How many, and how much.</summary>
/// <param name="Count">How many, counted up to one more than <see cref="Paging.MostCounted"/>.</param>
/// <param name="Amount">How much; null where they are more than are counted.</param>
public sealed record CountAndAmount(int Count, Money? Amount)
{
    /// <summary>A question how many rows there are and what they come to, within bounds.</summary>
    /// <param name="amount">What is summed up.</param>
    /// <param name="rows">From where, and which.</param>
    internal static string Asked(string amount, string rows) => $"select count(*), cast(coalesce(sum(amount), 0) as bigint) from (select {amount} as amount {rows} limit {Paging.MostCounted + 1}) as counted";

    /// <summary>Both together; without an amount where either has none.</summary>
    public CountAndAmount And(CountAndAmount other) => new(Count + other.Count, Amount + other.Amount);

    /// <summary>The answer.</summary>
    internal static CountAndAmount Read(Row r)
    {
        var (count, amount) = (r.Int(), r.Money());
        return new(count, count > Paging.MostCounted ? null : amount);
    }
}

/// <summary>What the first page shows: what came in, what waits and why, what must leave, and whether the books are in order.</summary>
public sealed record HomePage
{
    public required DateOnly BusinessDate { get; init; }

    /// <summary>Receipts of the business date; what stands in an open batch is not received yet.</summary>
    public required CountAndAmount ReceivedToday { get; init; }

    /// <summary>Of them, how many have an obligor who is known.</summary>
    public required int IdentifiedToday { get; init; }

    /// <summary>All receipts that wait for their obligor to be known.</summary>
    public required CountAndAmount Unidentified { get; init; }

    /// <summary>The day on which the oldest of them came in.</summary>
    public DateOnly? OldestUnidentified { get; init; }

    public required IReadOnlyList<HeldByReason> Held { get; init; }

    public required CountAndAmount DueToday { get; init; }

    /// <summary>What must leave today: what is due on the business date, and what is late.</summary>
    public CountAndAmount MustLeave => DueToday.And(Late);

    /// <summary>It must be nothing.</summary>
    public required CountAndAmount Late { get; init; }

    /// <summary>Files of payments that wait for their release.</summary>
    public required CountAndAmount FilesToRelease { get; init; }

    /// <summary>Batches of keyed receipts that are not closed.</summary>
    public required int OpenBatches { get; init; }

    /// <summary>Tasks of the whole agency.</summary>
    public required int OpenTasks { get; init; }

    public required int LateTasks { get; init; }

    /// <summary>Tasks on cases of whoever looks.</summary>
    public required int OwnTasks { get; init; }

    public required int OwnLateTasks { get; init; }

    public required int OpenCases { get; init; }

    /// <summary>Batch runs of the last seven days that did not end well.</summary>
    public required int FailedRuns { get; init; }

    /// <summary>The last proof of the books; null when there was none.</summary>
    public KeptProof? Proof { get; init; }
}

/// <summary>Reads the figures of the first page in one round trip. They name nobody.</summary>
public sealed class HomeFigures(AlimentaStore store)
{
    /// <summary>Reads them for a person; null when the office has no business date yet.</summary>
    public async Task<HomePage?> FindAsync(Actor by, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        return await db.BusinessDays.AnyAsync(cancel) ? await ReadAsync(by, cancel) : null;
    }

    /// <summary>Reads them for a person, who has tasks on his own cases.</summary>
    public async Task<HomePage> ReadAsync(Actor by, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var today = await BusinessDate.ReadAsync(db, cancel);
        var ask = new Questions(db).With("@today", today).With("@week", today.AddDays(-7)).With("@user", by.UserId);
        var received = Sum(ask, "r.amount", $"from receipt r where r.received_on = @today and {UnidentifiedQueue.Posted}");
        var identified = ask.Ask(Paging.Counted($"from receipt r where r.received_on = @today and r.obligor_id is not null and {UnidentifiedQueue.Posted}"), r => r.Int());
        var unidentified = Sum(ask, "r.amount - r.returned_amount", $"from receipt r where {UnidentifiedQueue.Waiting}");
        var oldest = ask.Ask($"select r.received_on from receipt r where {UnidentifiedQueue.Waiting} order by r.received_on limit 1", r => r.Date());
        var held = ask.Ask(HoldLists.ByReasonSql, r => new HeldByReason(r.Word<HoldReason>(), r.Int(), r.Money(), r.Date()));
        var (due, late) = (DueLists.Due(ask), DueLists.Late(ask));
        var files = Sum(ask, "amount", "from disbursement_file where status = 'created'");
        var counts = ask.Ask(
            $"""
            select (select count(*) from receipt_batch where status = 'open'), ({Paging.Counted("from work_task where done_on is null")}), ({Paging.Counted("from work_task where done_on is null and due_on < @today")}),
                ({Paging.Counted($"from {OwnTasks}")}), ({Paging.Counted($"from {OwnTasks} and t.due_on < @today")}),
                ({Paging.Counted("from case_file where status = 'open'")}), (select count(*) from batch_run where status = 'failed' and business_date > @week)
            """, r => (Batches: r.Int(), Tasks: r.Int(), LateTasks: r.Int(), Own: r.Int(), OwnLate: r.Int(), Cases: r.Int(), Failed: r.Int()));
        var proofs = ask.Ask($"select totals_json from batch_run where kind = '{ProofRuns.Kind}' order by started_at desc, id desc limit 1", r => ProofRuns.Read(r.Text()));
        await ask.AnswerAsync(cancel);
        return new()
        {
            BusinessDate = today, ReceivedToday = received[0], IdentifiedToday = identified[0], Unidentified = unidentified[0], OldestUnidentified = oldest.Count == 0 ? null : oldest[0], Held = held,
            DueToday = due[0], Late = late[0], FilesToRelease = files[0], OpenBatches = counts[0].Batches, OpenTasks = counts[0].Tasks, LateTasks = counts[0].LateTasks, OwnTasks = counts[0].Own, OwnLateTasks = counts[0].OwnLate, OpenCases = counts[0].Cases,
            FailedRuns = counts[0].Failed, Proof = proofs.Count == 0 ? null : proofs[0],
        };
    }

    private const string OwnTasks = "case_file c join work_task t on t.case_id = c.id where c.worker_id = @user and t.done_on is null";

    private static IReadOnlyList<CountAndAmount> Sum(Questions ask, string amount, string rows) => ask.Ask(CountAndAmount.Asked(amount, rows), CountAndAmount.Read);
}
