using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>Which cases a list shows, and in which order, as SQL that reads no more than it must: an index leads to the cases, or no more than a part of them is looked through.</summary>
internal sealed record CaseSelection(CaseFilter Filter, string Sort, bool Down)
{
    /// <summary>What is owed from earlier months in case c, looked up for this case alone.</summary>
    public const string Arrears = "coalesce((select a.na + a.pa + a.ta + a.ca + a.uda + a.upa + a.fc + a.med from case_account a where a.case_id = c.id), 0)";

    /// <summary>The day on which the next task of case c is due.</summary>
    public const string NextTask = "(select min(t.due_on) from work_task t where t.case_id = c.id and t.done_on is null)";

    /// <summary>What the next task of case c asks for.</summary>
    public const string NextTaskTitle = "(select t.title from work_task t where t.case_id = c.id and t.done_on is null order by t.due_on, t.id limit 1)";

    private const string Late = "< (select business_date from business_day)";

    private bool OfTasks => Filter.With is "tasks" or "late-tasks";

    private bool OfArrears => Filter.With == "arrears";

    private bool OfHolds => Filter.With == "holds";

    /// <summary>Whether any number of cases can be sorted so, because an index has the order.</summary>
    public bool SortsAny => Sort is "number" or "opened" || (Sort == "task" && OfTasks);

    /// <summary>How many are looked through at most, where no index leads to those wanted: cases by number, or holds.</summary>
    public int MostLookedThrough => OfHolds ? Paging.MostCounted : Paging.MostLookedThrough;

    /// <summary>How many there are, within bounds.</summary>
    public string Count(Questions ask) => Paging.Counted(OfArrears ? OfArrearsFrom(ask) : OfHolds ? OfHoldsFrom(ask) : $"from case_file c {Where(ask)}");

    /// <summary>How many would have to be looked through; nothing where an index leads to those wanted.</summary>
    public string LookedThrough(Questions ask) => Filter.Whole || !(OfArrears || OfHolds) ? "select cast(0 as bigint)"
        : $"select count(*) from (select 1 from {(OfHolds ? Held : $"case_file c {Where(ask)}")} limit {MostLookedThrough + 1}) as looked";

    /// <summary>The cases in their order, to be cut into pages.</summary>
    public string Keys(Questions ask)
    {
        if (OfArrears) return $"select c.id {OfArrearsFrom(ask)} order by {Order}";
        if (OfHolds) return $"select f.id {OfHoldsFrom(ask)} order by {string.Join(", ", Terms.Select(t => $"(select {t.By} from case_file c where c.id = f.id) {t.Way}"))}";
        if (Sort == "task" && OfTasks) return $"select c.id from work_task t join case_file c on c.id = t.case_id {Where(ask, byTask: true)} order by t.due_on {Way}, c.number";
        return $"select c.id from case_file c {Where(ask)} order by {Order}";
    }

    /// <summary>The order, of case c.</summary>
    public string Order => string.Join(", ", Terms.Select(t => $"{t.By} {t.Way}"));

    private (string By, string Way)[] Terms => Sort switch
    {
        "opened" => [("c.opened_on", Way), ("c.number", Way)],
        "arrears" => [(Arrears, Way), ("c.number", "asc")],
        // Cases without a task come last either way round.
        "task" => OfTasks ? [(NextTask, Way), ("c.number", "asc")] : [($"case when {NextTask} is null then 1 else 0 end", "asc"), (NextTask, Way), ("c.number", "asc")],
        _ => [("c.number", Way)],
    };

    private string Way => Down ? "desc" : "asc";

    private string Limit => Filter.Whole ? "" : $" limit {MostLookedThrough}";

    // Of the first cases by number, those that owe.
    private string OfArrearsFrom(Questions ask) => $"from (select * from case_file c {Where(ask)}{(Filter.Whole ? "" : $" order by c.number{Limit}")}) c where {Arrears} > 0";

    // Each case with a hold is looked up by itself: so few are never found by reading all cases of an office.
    private string OfHoldsFrom(Questions ask) => $"from (select distinct x.case_id as id from (select h.case_id from {Held}{Limit}) x) f where (select 1 from case_file c {Where(ask).And("c.id = f.id")}) = 1";

    private const string Held = "hold h where h.status = 'active' and h.case_id is not null";

    private Conditions Where(Questions ask, bool byTask = false)
    {
        // Words of the model stand in the text, so that an index of the few with that word is found.
        var where = new Conditions(ask).And($"not {CaseAccess.OwnSql}").And("c.office_id = (select o.id from office o where o.code = @office)", "@office", Filter.Office).And("c.worker_id = @worker", "@worker", Filter.Worker);
        if (Filter.Status is { } status) where.And($"c.status = '{Naming.Snake(status.ToString())}'");
        if (byTask) return where.And(Task).And("not exists (select 1 from work_task e where e.case_id = t.case_id and e.done_on is null and (e.due_on < t.due_on or (e.due_on = t.due_on and e.id < t.id)))");
        return Filter.With switch
        {
            "tasks" or "late-tasks" => where.And($"c.id in (select t.case_id from work_task t where {Task})"),
            "violence" => where.And("c.id in (select m.case_id from participant m join person v on v.id = m.person_id where v.family_violence)"),
            _ => where,
        };
    }

    private string Task => Filter.With == "late-tasks" ? $"t.done_on is null and t.due_on {Late}" : "t.done_on is null";
}
