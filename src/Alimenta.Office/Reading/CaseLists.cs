using System.Globalization;
using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>A case in a list.</summary>
public sealed record CaseRow(
    long Id, string Number, string Title, CaseStatus Status, string Office, string Worker, DateOnly OpenedOn, bool FamilyViolence, Money Current, Money Arrears, int Holds, DateOnly? NextTask);

/// <summary>Which cases are wanted; null or empty: any.</summary>
/// <param name="Status">Open or closed.</param>
/// <param name="Office">The office's code.</param>
/// <param name="With">holds, tasks, late-tasks, arrears or violence: only cases with some.</param>
/// <param name="Worker">Only his.</param>
public sealed record CaseFilter(CaseStatus? Status = null, int? Office = null, string With = "", long? Worker = null);

/// <summary>An office as a filter.</summary>
public sealed record OfficeRow(int Code, string Name, int Cases);

/// <summary>A page of cases with the offices there are.</summary>
public sealed record CaseList(Page<CaseRow> Page, IReadOnlyList<OfficeRow> Offices);

/// <summary>Reads lists of cases. One's own case is not in them.</summary>
public sealed class CaseLists(AlimentaStore store)
{
    /// <summary>The keys by which a list may be sorted.</summary>
    public static IReadOnlyList<string> SortKeys { get; } = ["number", "opened", "arrears", "task"];

    private const int RecentMost = 8;
    private const int LookBack = 400;
    private const string Arrears = "coalesce(a.na + a.pa + a.ta + a.ca + a.uda + a.upa + a.fc + a.med, 0)";
    private const string NextTask = "(select min(t.due_on) from work_task t where t.case_id = c.id and t.done_on is null)";
    private const string Columns = $"""
        c.id, c.number, case when op.kind = 'person' then op.last else op.organization_name end, case when cp.kind = 'person' then cp.last else cp.organization_name end, c.status, o.name, coalesce(w.display_name, ''), c.opened_on,
        (select count(*) from participant m join person v on v.id = m.person_id where m.case_id = c.id and v.family_violence) > 0, coalesce(a.current_due, 0), {Arrears},
        (select count(*) from hold h where h.case_id = c.id and h.status = 'active'), {NextTask}
        """;
    private const string From = "from case_file c join person op on op.id = c.obligor_id join person cp on cp.id = c.custodian_id join office o on o.id = c.office_id left join app_user w on w.id = c.worker_id left join case_account a on a.case_id = c.id";

    /// <summary>A page of cases.</summary>
    public async Task<CaseList> ReadAsync(Actor by, CaseFilter filter, string sort = "number", bool down = false, Paging paging = default, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@user", by.UserId).With("@take", paging.Take).With("@skip", paging.Skip);
        var where = new Conditions(ask).And($"not {CaseAccess.OwnSql}").And("c.status = @status", "@status", filter.Status is { } status ? Naming.Snake(status.ToString()) : "").And("o.code = @office", "@office", filter.Office).And("c.worker_id = @worker", "@worker", filter.Worker);
        if (Having(filter.With) is { Length: > 0 } having) where.And(having);
        var order = $"{Sorted(sort)} {(down ? "desc" : "asc")}, c.number";
        var total = ask.Ask($"select count(*) from (select 1 from case_file c join office o on o.id = c.office_id left join case_account a on a.case_id = c.id {where} limit {Paging.MostCounted + 1}) as counted", r => r.Long());
        var rows = ask.Ask($"select {Columns} {From} {where} order by {order} limit @take offset @skip", Read);
        var offices = ask.Ask("select o.code, o.name, (select count(*) from case_file c where c.office_id = o.id) from office o order by o.code", r => new OfficeRow(r.Int(), r.Text(), r.Int()));
        await ask.AnswerAsync(cancel);
        await store.Audit.ReadAsync(by, "case.list", "case", "", string.Create(CultureInfo.InvariantCulture, $"{rows.Count} cases"), cancel);
        return new(paging.Of(rows, total[0]), offices);
    }

    /// <summary>The cases that someone looked at last, the latest first.</summary>
    public async Task<IReadOnlyList<CaseRow>> RecentAsync(Actor by, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var seen = new Questions(db).With("@user", by.UserId);
        var numbers = seen.Ask($"select object_id from audit_event where user_id = @user and action = 'case.read' order by at_time desc, seq desc limit {LookBack}", r => r.Text());
        await seen.AnswerAsync(cancel);
        var recent = numbers.Distinct().Take(RecentMost).ToList();
        if (recent.Count == 0) return [];
        var ask = new Questions(db).With("@user", by.UserId);
        for (var i = 0; i < recent.Count; i++) ask.With($"@n{i}", recent[i]);
        var rows = ask.Ask($"select {Columns} {From} where not {CaseAccess.OwnSql} and c.number in ({string.Join(", ", recent.Select((_, i) => $"@n{i}"))})", Read);
        await ask.AnswerAsync(cancel);
        return [.. rows.OrderBy(r => recent.IndexOf(r.Number))];
    }

    private static string Having(string with) => with switch
    {
        "holds" => "exists (select 1 from hold h where h.case_id = c.id and h.status = 'active')",
        "tasks" => "exists (select 1 from work_task t where t.case_id = c.id and t.done_on is null)",
        "late-tasks" => "exists (select 1 from work_task t where t.case_id = c.id and t.done_on is null and t.due_on < (select business_date from business_day))",
        "arrears" => $"{Arrears} > 0",
        "violence" => "exists (select 1 from participant m join person v on v.id = m.person_id where m.case_id = c.id and v.family_violence)",
        _ => "",
    };

    private static string Sorted(string sort) => sort switch
    {
        "opened" => "c.opened_on",
        "arrears" => Arrears,
        // Cases without a task come last either way round.
        "task" => $"case when {NextTask} is null then 1 else 0 end, {NextTask}",
        _ => "c.number",
    };

    private static CaseRow Read(Row r) => new(
        r.Long(), r.Text(), $"{r.Text()} / {r.Text()}", r.Word<CaseStatus>(), r.Text(), r.Text(), r.Date(), r.Flag(), r.Money(), r.Money(), r.Int(), r.DateOrNone());
}
