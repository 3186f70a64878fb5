using System.Globalization;
using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>A case in a list.</summary>
public sealed record CaseRow(
    long Id, string Number, string Title, CaseStatus Status, string Office, string Worker, DateOnly OpenedOn, bool FamilyViolence, Money Current, Money Arrears, int Holds, DateOnly? NextTask,
    string NextTaskTitle);

/// <summary>Which cases are wanted; null or empty: any.</summary>
/// <param name="Status">Open or closed.</param>
/// <param name="Office">The office's code.</param>
/// <param name="With">holds, tasks, late-tasks, arrears or violence: only cases with some.</param>
/// <param name="Worker">Only those that this person works.</param>
/// <param name="Whole">A program reads part after part to the end, and waits for it; otherwise no more than a part is looked through where no index helps.</param>
public sealed record CaseFilter(CaseStatus? Status = null, int? Office = null, string With = "", long? Worker = null, bool Whole = false);

/// <summary>An office as a filter.</summary>
public sealed record OfficeRow(int Code, string Name);

/// <summary>A page of cases with the offices there are.</summary>
/// <param name="Page">The cases.</param>
/// <param name="Offices">The offices.</param>
/// <param name="Unsorted">There are too many to be sorted as was asked: they stand in the order of their numbers.</param>
/// <param name="Cut">Not all could be looked through: of those with arrears the first <see cref="Paging.MostLookedThrough"/> cases by number, of those with holds <see cref="Paging.MostCounted"/> holds.</param>
public sealed record CaseList(Page<CaseRow> Page, IReadOnlyList<OfficeRow> Offices, bool Unsorted = false, bool Cut = false);

/// <summary>Reads lists of cases. One's own case is not in them.</summary>
public sealed class CaseLists(AlimentaStore store)
{
    /// <summary>The keys by which a list may be sorted.</summary>
    public static IReadOnlyList<string> SortKeys { get; } = ["number", "opened", "arrears", "task"];

    private const int RecentMost = 8;
    private const int LookBack = 400;
    private const string Columns = $"""
        c.id, c.number, case when op.kind = 'person' then op.last else op.organization_name end, case when cp.kind = 'person' then cp.last else cp.organization_name end, c.status, o.name, coalesce((select w.display_name from app_user w where w.id = c.worker_id), ''), c.opened_on,
        (select count(*) from participant m join person v on v.id = m.person_id where m.case_id = c.id and v.family_violence) > 0, coalesce(a.current_due, 0), {CaseSelection.Arrears},
        (select count(*) from hold h where h.case_id = c.id and h.status = 'active'), {CaseSelection.NextTask}, coalesce({CaseSelection.NextTaskTitle}, '')
        """;
    private const string Joins = "join person op on op.id = c.obligor_id join person cp on cp.id = c.custodian_id join office o on o.id = c.office_id left join case_account a on a.case_id = c.id";

    /// <summary>A page of cases.</summary>
    public async Task<CaseList> ReadAsync(Actor by, CaseFilter filter, string sort = "number", bool down = false, Paging paging = default, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var wanted = new CaseSelection(filter, sort, down);
        var counting = new Questions(db).With("@user", by.UserId);
        var counted = counting.Ask(wanted.Count(counting), r => r.Long());
        var through = counting.Ask(wanted.LookedThrough(counting), r => r.Long());
        var offices = counting.Ask("select o.code, o.name from office o order by o.code", r => new OfficeRow(r.Int(), r.Text()));
        await counting.AnswerAsync(cancel);
        // Which cases stand on the page is settled first; what is shown of them is read for these alone.
        var unsorted = counted[0] > Paging.MostCounted && !wanted.SortsAny;
        if (unsorted) wanted = new(filter, "number", Down: false);
        var ask = new Questions(db).With("@user", by.UserId).With("@take", paging.Take).With("@skip", paging.Skip);
        var rows = ask.Ask($"select {Columns} from ({wanted.Keys(ask)} limit @take offset @skip) k join case_file c on c.id = k.id {Joins} order by {wanted.Order}", Read);
        await ask.AnswerAsync(cancel);
        await store.Audit.ReadAsync(by, "case.list", "case", "", ListReads.Counted(rows.Count, "case", "cases"), cancel);
        return new(paging.Of(rows, counted[0]), offices, unsorted, through[0] > wanted.MostLookedThrough);
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
        var rows = ask.Ask($"select {Columns} from case_file c {Joins} where not {CaseAccess.OwnSql} and c.number in ({string.Join(", ", recent.Select((_, i) => $"@n{i}"))})", Read);
        await ask.AnswerAsync(cancel);
        return [.. rows.OrderBy(r => recent.IndexOf(r.Number))];
    }

    private static CaseRow Read(Row r) => new(
        r.Long(), r.Text(), $"{r.Text()} / {r.Text()}", r.Word<CaseStatus>(), r.Text(), r.Text(), r.Date(), r.Flag(), r.Money(), r.Money(), r.Int(), r.DateOrNone(), r.Text());
}
