using System.Globalization;
using System.Text.Json;
using Alimenta.Data;
using Alimenta.Law.Federal.Offset;
using Alimenta.Law.Rules;
using Alimenta.Office.Enforcement;

namespace Alimenta.Office.Reading;

/// <summary>Which selections are wanted; null or empty: any.</summary>
/// <param name="Remedy">Only this remedy.</param>
/// <param name="Debt">Only this part of the debt.</param>
/// <param name="Standing">Selected, before a person, or left out.</param>
/// <param name="Ended">Those that ended, in place of those that stand.</param>
/// <param name="NewDays">Standing so for at most so many days, or ended in so many; 0: any.</param>
/// <param name="Case">Only the obligor of this case.</param>
public sealed record SelectionFilter(Remedy? Remedy = null, SelectedDebt? Debt = null, SelectionStanding Standing = SelectionStanding.Selected, bool Ended = false, int NewDays = 0, string Case = "");

/// <summary>An obligor on the list, for one remedy.</summary>
public sealed record SelectionRow(
    long Id, Remedy Remedy, SelectedDebt Debt, SelectionStanding Standing, SelectionReason Reason, Money Amount, string Policy, DateOnly Since, DateOnly From, DateOnly? To, SelectionEnd? Ended,
    string Obligor, string CaseNumber, int Cases);

/// <summary>A page of the list, with the last selection behind it.</summary>
/// <param name="Page">The rows.</param>
/// <param name="MadeOn">The business date of the last selection that is done; null before the first.</param>
/// <param name="Totals">Its control totals.</param>
/// <param name="UnderWay">The run that is under way.</param>
/// <param name="Obligors">How many obligors these are, each counted once; counted up to one more than <see cref="Paging.MostCounted"/>.</param>
/// <param name="Unsorted">There are too many to be sorted as was asked: the latest stand first.</param>
public sealed record SelectionList(Page<SelectionRow> Page, DateOnly? MadeOn, SelectionTotals? Totals, long? UnderWay, long Obligors, bool Unsorted = false);

/// <summary>A row of someone's history, with why.</summary>
/// <param name="Row">The row.</param>
/// <param name="Why">The steps of the rule on the day on which it began.</param>
public sealed record SelectionHistory(SelectionRow Row, Explanation Why);

/// <summary>Where the obligor of a case stands with the remedies.</summary>
/// <param name="Number">The case.</param>
/// <param name="Obligor">His name.</param>
/// <param name="AsOf">The business date.</param>
/// <param name="MadeOn">The last selection that is done.</param>
/// <param name="Rows">What stands and what was, the latest first.</param>
/// <param name="Now">What the rule says as things stand, for each state in which he has an open case.</param>
public sealed record SelectionPage(string Number, string Obligor, DateOnly AsOf, DateOnly? MadeOn, IReadOnlyList<SelectionHistory> Rows, IReadOnlyList<CheckedSelection> Now)
{
    /// <summary>What stands.</summary>
    public IEnumerable<SelectionHistory> Standing => Rows.Where(r => r.Row.To is null);
}

/// <summary>Reads who stands on the list for a remedy, since when and why. Nobody sees an obligor of his own cases.</summary>
public sealed class SelectionLists(AlimentaStore store, SelectionCheck check)
{
    /// <summary>The keys by which a list may be sorted.</summary>
    public static IReadOnlyList<string> SortKeys { get; } = ["since", "amount"];

    private const int MostHistory = 200;
    private const string Columns = $"""
        s.id, s.remedy, s.debt, s.standing, s.reason, s.amount, s.policy, s.since, s.valid_from, s.valid_to, s.ended, {PersonText.NameColumns},
        coalesce((select min(c.number) from case_file c where c.obligor_id = s.obligor_id and c.policy = s.policy), ''), (select count(*) from case_file c where c.obligor_id = s.obligor_id and c.policy = s.policy)
        """;
    private const string Joins = "join person p on p.id = s.obligor_id";
    private const string NotOwn = "s.obligor_id not in (select oc.obligor_id from participant own join case_file oc on oc.id = own.case_id where own.person_id = (select u.person_id from app_user u where u.id = @user))";
    private const string LastSql = $"select id, business_date, status, totals_json from batch_run where kind = '{SelectionRun.Kind}' order by business_date desc, id desc limit 2";

    /// <summary>A page of the list. That it was read is recorded before it is shown.</summary>
    public async Task<SelectionList> ReadAsync(Actor by, SelectionFilter filter, Paging paging = default, CancellationToken cancel = default, Sorting sort = default)
    {
        await using var db = store.Read();
        var today = await BusinessDate.ReadAsync(db, cancel);
        var counting = new Questions(db).With("@user", by.UserId);
        var total = counting.Ask(Paging.Counted(Chosen(counting, filter, today)), r => r.Long());
        // Of no more rows than are counted: beyond that it is not told either.
        var obligors = counting.Ask($"select count(distinct obligor_id) from (select s.obligor_id {Chosen(counting, filter, today)} limit {Paging.MostCounted + 1}) as counted", r => r.Long());
        var last = counting.Ask(LastSql, Made.Read);
        await counting.AnswerAsync(cancel);
        var unsorted = sort.Key == "amount" && total[0] > Paging.MostCounted;
        var when = filter.Ended ? "s.valid_to" : "s.since";
        var way = sort is { Key: "since", Down: false } ? "asc" : "desc";
        var order = sort.Key == "amount" && !unsorted ? $"order by s.amount {(sort.Down ? "desc" : "asc")}, s.id" : $"order by {when} {way}, s.id {way}";
        // Which rows stand on the page is settled first; what is shown of them is read for these alone.
        var ask = new Questions(db).With("@user", by.UserId).With("@take", paging.Take).With("@skip", paging.Skip);
        var rows = ask.Ask($"select {Columns} from (select s.id {Chosen(ask, filter, today)} {order} limit @take offset @skip) k join remedy_selection s on s.id = k.id {Joins} {order}", Read);
        await ask.AnswerAsync(cancel);
        await store.Audit.ReadAsync(by, "selection.list", "selection", "", ListReads.Counted(rows.Count, "selection", "selections"), cancel);
        var done = last.FirstOrDefault(r => r.Status == RunStatus.Done);
        return new(paging.Of(rows, total[0]), done?.On, done is null ? null : SelectionTotals.Read(done.Totals), last.FirstOrDefault(r => r.Status == RunStatus.Open)?.Id, total[0] > Paging.MostCounted ? total[0] : obligors[0], unsorted);
    }

    /// <summary>Where the obligor of a case stands, and stood. That it was read is recorded before it is shown.</summary>
    public async Task<Outcome<SelectionPage>> ReadOfAsync(Actor by, string number, CancellationToken cancel = default)
    {
        if (!CaseNumber.TryParse(number, out var parsed)) return CaseAccess.Unknown(number);
        await using var db = store.Read();
        var ask = new Questions(db).With("@number", parsed.ToString()).With("@user", by.UserId);
        var heads = ask.Ask($"select s.obligor_id, {PersonText.NameColumns}, not ({NotOwn}), coalesce((select business_date from business_day), s.opened_on) from case_file s {Joins} where s.number = @number", r => (Obligor: r.Long(), Name: PersonText.Name(r), Own: r.Flag(), Today: r.Date()));
        var last = ask.Ask(LastSql, Made.Read);
        var rows = ask.Ask(
            $"select {Columns}, s.facts from remedy_selection s {Joins} where s.obligor_id = (select obligor_id from case_file where number = @number) order by case when s.valid_to is null then 0 else 1 end, s.valid_from desc, s.id desc limit {MostHistory}",
            r => (Row: Read(r), Facts: r.Text()));
        await ask.AnswerAsync(cancel);
        if (heads.Count == 0) return CaseAccess.Unknown(number);
        var head = heads[0];
        if (head.Own)
        {
            await store.Audit.ReadAsync(by, "case.own-refused", "case", parsed.ToString(), cancel: cancel);
            return CaseAccess.Own(parsed.ToString());
        }

        await store.Audit.ReadAsync(by, "selection.read", "case", parsed.ToString(), cancel: cancel);
        var now = await check.AskAsync(head.Obligor, cancel);
        return new SelectionPage(parsed.ToString(), head.Name, head.Today, last.FirstOrDefault(r => r.Status == RunStatus.Done)?.On, [.. rows.Select(r => new SelectionHistory(r.Row, Why(r.Row, r.Facts)))], now);
    }

    /// <summary>What stands of the obligor of a case, for whoever may see the case and has it before him.</summary>
    public async Task<(DateOnly? MadeOn, IReadOnlyList<SelectionHistory> Rows)> StandingAsync(long caseId, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@case", caseId);
        var last = ask.Ask(LastSql, Made.Read);
        var rows = ask.Ask($"select {Columns}, s.facts from case_file f join remedy_selection s on s.obligor_id = f.obligor_id and s.policy = f.policy and s.valid_to is null {Joins} where f.id = @case order by s.remedy, s.debt", r => (Row: Read(r), Facts: r.Text()));
        await ask.AnswerAsync(cancel);
        return (last.FirstOrDefault(r => r.Status == RunStatus.Done)?.On, [.. rows.Select(r => new SelectionHistory(r.Row, Why(r.Row, r.Facts)))]);
    }

    // Words of the model stand in the text, so that the indexes of what stands now are found.
    private static string Chosen(Questions ask, SelectionFilter filter, DateOnly today)
    {
        var where = new Conditions(ask).And(filter.Ended ? "s.ended <> 'changed'" : "s.valid_to is null");
        if (!filter.Ended) where.And($"s.standing = '{Naming.Snake(filter.Standing.ToString())}'");
        if (filter.Remedy is { } remedy) where.And($"s.remedy = '{Naming.Snake(remedy.ToString())}'");
        if (filter.Debt is { } debt) where.And($"s.debt = '{Naming.Snake(debt.ToString())}'");
        DateOnly? from = filter.NewDays > 0 ? today.AddDays(1 - filter.NewDays) : null;
        where.And(filter.Ended ? "s.valid_to >= @from" : "s.since >= @from", "@from", from).And("s.obligor_id = (select obligor_id from case_file where number = @case)", "@case", filter.Case);
        return $"from remedy_selection s {where.And(NotOwn)}";
    }

    // The rule says again why, from what it was told on that day.
    private Explanation Why(SelectionRow row, string facts) => check.Why(row.Policy, row.From, row.Remedy, JsonSerializer.Deserialize<RemedyFacts>(facts, LawJson.Options)!);

    private static SelectionRow Read(Row r)
    {
        var (id, remedy, debt, standing, reason, amount, policy) = (r.Long(), r.Word<Remedy>(), r.Word<SelectedDebt>(), r.Word<SelectionStanding>(), r.Word<SelectionReason>(), r.Money(), r.Text());
        var (since, from, to, ended) = (r.Date(), r.Date(), r.DateOrNone(), r.WordOrNone<SelectionEnd>());
        return new(id, remedy, debt, standing, reason, amount, policy, since, from, to, ended, PersonText.Name(r), r.Text(), r.Int());
    }

    private sealed record Made(long Id, DateOnly On, RunStatus Status, string Totals)
    {
        public static Made Read(Row r) => new(r.Long(), r.Date(), r.Word<RunStatus>(), r.Text());
    }
}
