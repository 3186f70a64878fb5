using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>A batch run. One with a part that failed has failed until that part is worked again, whatever the others do.</summary>
public sealed record RunRow(long Id, string Key, string Kind, DateOnly BusinessDate, RunStatus Status, DateTime StartedAt, DateTime? FinishedAt, string TotalsJson, int Steps, int StepsDone, int Parts, int PartsDone);

/// <summary>A step of a run with what its partitions came to.</summary>
public sealed record StepRow(int Ordinal, string Name, RunStatus Status, int Partitions, int Done, int Claimed, int Failed, long Items, Money Amount, string TotalsJson);

/// <summary>A run with its steps.</summary>
/// <param name="Run">The run.</param>
/// <param name="Steps">Its steps in their order.</param>
/// <param name="Failures">The parts that failed, each with what it is about and why; the first hundred.</param>
/// <param name="Stands">Where it stands now, and how fast it is.</param>
public sealed record RunPage(RunRow Run, IReadOnlyList<StepRow> Steps, IReadOnlyList<FailedPart> Failures, RunStands Stands);

/// <summary>A part that failed.</summary>
/// <param name="Step">The step.</param>
/// <param name="Number">Its number.</param>
/// <param name="Error">The item at fault, and why.</param>
public sealed record FailedPart(string Step, int Number, string Error);

/// <summary>Reads batch runs.</summary>
public sealed class BatchLists(AlimentaStore store)
{
    private const int MostFailures = 100;
    private const string Parts = "select count(*) from batch_step s join batch_partition p on p.step_id = s.id where s.run_id = b.id";
    private const string Status = $"case when b.status = 'open' and exists ({Parts} and p.status = 'failed' having count(*) > 0) then 'failed' else b.status end";

    private const string Select = $"""
        select b.id, b.key, b.kind, b.business_date, {Status}, b.started_at, b.finished_at, b.totals_json, (select count(*) from batch_step s where s.run_id = b.id), (select count(*) from batch_step s where s.run_id = b.id and s.status = 'done'),
            ({Parts}), ({Parts} and p.status = 'done')
        from batch_run b
        """;

    /// <summary>The runs, the latest first.</summary>
    public async Task<Page<RunRow>> ListAsync(string kind = "", RunStatus? status = null, Paging paging = default, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@take", paging.Take).With("@skip", paging.Skip);
        var where = new Conditions(ask).And("b.kind = @kind", "@kind", kind).And($"{Status} = @status", "@status", status is { } wanted ? Naming.Snake(wanted.ToString()) : "");
        var total = ask.Ask($"select count(*) from batch_run b {where}", r => r.Long());
        var rows = ask.Ask($"{Select} {where} order by b.business_date desc, b.id desc limit @take offset @skip", Run);
        await ask.AnswerAsync(cancel);
        return paging.Of(rows, total[0]);
    }

    /// <summary>A run with its steps.</summary>
    public async Task<Outcome<RunPage>> ReadAsync(long id, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@id", id);
        var runs = ask.Ask($"{Select} where b.id = @id", Run);
        var steps = ask.Ask(
            """
            select s.ordinal, s.name, s.status, count(p.id), count(case when p.status = 'done' then 1 end), count(case when p.status = 'claimed' then 1 end), count(case when p.status = 'failed' then 1 end),
                cast(coalesce(sum(p.item_count), 0) as bigint), cast(coalesce(sum(p.amount), 0) as bigint), s.totals_json
            from batch_step s left join batch_partition p on p.step_id = s.id where s.run_id = @id group by s.id, s.ordinal, s.name, s.status, s.totals_json order by s.ordinal
            """, r => new StepRow(r.Int(), r.Text(), r.Word<RunStatus>(), r.Int(), r.Int(), r.Int(), r.Int(), r.Long(), r.Money(), r.Text()));
        var failures = ask.With("@most", MostFailures).Ask("select s.name, p.number, p.error from batch_step s join batch_partition p on p.step_id = s.id where s.run_id = @id and p.status = 'failed' order by s.ordinal, p.number limit @most", r => new FailedPart(r.Text(), r.Int(), r.Text()));
        await ask.AnswerAsync(cancel);
        return runs.Count == 0 ? new Refusal("R-NO-RUN", "There is no such batch run.", "Choose a run from the list.") : new RunPage(runs[0], steps, failures, await RunStands.OfAsync(store, id, cancel));
    }

    private static RunRow Run(Row r) => new(r.Long(), r.Text(), r.Text(), r.Date(), r.Word<RunStatus>(), r.Instant(), r.InstantOrNone(), r.Text(), r.Int(), r.Int(), r.Int(), r.Int());
}
