using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>A batch run.</summary>
public sealed record RunRow(long Id, string Key, string Kind, DateOnly BusinessDate, RunStatus Status, DateTime StartedAt, DateTime? FinishedAt, string TotalsJson, int Steps, int StepsDone);

/// <summary>A step of a run with what its partitions came to.</summary>
public sealed record StepRow(int Ordinal, string Name, RunStatus Status, int Partitions, int Done, int Claimed, int Failed, long Items, Money Amount, string FirstError, string TotalsJson);

/// <summary>A run with its steps.</summary>
public sealed record RunPage(RunRow Run, IReadOnlyList<StepRow> Steps);

/// <summary>Reads batch runs.</summary>
public sealed class BatchLists(AlimentaStore store)
{
    private const string Select = """
        select b.id, b.key, b.kind, b.business_date, b.status, b.started_at, b.finished_at, b.totals_json, (select count(*) from batch_step s where s.run_id = b.id), (select count(*) from batch_step s where s.run_id = b.id and s.status = 'done')
        from batch_run b
        """;

    /// <summary>The runs, the latest first.</summary>
    public async Task<Page<RunRow>> ListAsync(string kind = "", RunStatus? status = null, Paging paging = default, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@take", paging.Take).With("@skip", paging.Skip);
        var where = new Conditions(ask).And("b.kind = @kind", "@kind", kind).And("b.status = @status", "@status", status is { } wanted ? Naming.Snake(wanted.ToString()) : "");
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
                cast(coalesce(sum(p.item_count), 0) as bigint), cast(coalesce(sum(p.amount), 0) as bigint), coalesce(min(case when p.error <> '' then p.error end), ''), s.totals_json
            from batch_step s left join batch_partition p on p.step_id = s.id where s.run_id = @id group by s.id, s.ordinal, s.name, s.status, s.totals_json order by s.ordinal
            """, r => new StepRow(r.Int(), r.Text(), r.Word<RunStatus>(), r.Int(), r.Int(), r.Int(), r.Int(), r.Long(), r.Money(), r.Text(), r.Text()));
        await ask.AnswerAsync(cancel);
        return runs.Count == 0 ? new Refusal("R-NO-RUN", "There is no such batch run.", "Choose a run from the list.") : new RunPage(runs[0], steps);
    }

    private static RunRow Run(Row r) => new(r.Long(), r.Text(), r.Text(), r.Date(), r.Word<RunStatus>(), r.Instant(), r.InstantOrNone(), r.Text(), r.Int(), r.Int());
}
