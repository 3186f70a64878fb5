using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>A task in a list, with the case or person that it is about.</summary>
public sealed record TaskItem(TaskRow Task, string CaseNumber, string Person);

/// <summary>Which tasks are wanted; null or empty: any.</summary>
public sealed record TaskFilter(string Owner = "", string Kind = "", bool LateOnly = false);

/// <summary>Reads what is to be done, the oldest due day first.</summary>
public sealed class TaskLists(AlimentaStore store)
{
    internal const string Columns = "t.id, t.kind, t.title, t.reason, t.citation, t.owner, t.due_on, t.due_on < (select business_date from business_day)";

    /// <summary>The open tasks.</summary>
    public async Task<Page<TaskItem>> ReadAsync(TaskFilter filter, Paging paging = default, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@take", paging.Take).With("@skip", paging.Skip);
        var where = new Conditions(ask).And("t.done_on is null").And("t.owner = @owner", "@owner", filter.Owner).And("t.kind = @kind", "@kind", filter.Kind);
        if (filter.LateOnly) where.And("t.due_on < (select business_date from business_day)");
        var total = ask.Ask(Paging.Counted($"from work_task t {where}"), r => r.Long());
        var rows = ask.Ask(
            $"select {Columns}, coalesce(c.number, ''), coalesce(p.number, '') from work_task t left join case_file c on c.id = t.case_id left join person p on p.id = t.person_id {where} order by t.due_on, t.id limit @take offset @skip",
            r => new TaskItem(Read(r), r.Text(), r.Text()));
        await ask.AnswerAsync(cancel);
        return paging.Of(rows, total[0]);
    }

    internal static TaskRow Read(Row r) => new(r.Long(), r.Text(), r.Text(), r.Text(), r.Text(), r.Text(), r.Date(), r.Flag());
}
