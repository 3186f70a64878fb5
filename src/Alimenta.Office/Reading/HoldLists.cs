using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>Which holds are wanted; null or empty: any.</summary>
/// <param name="Reason">Only these.</param>
/// <param name="Owner">Only those that this desk looks after.</param>
/// <param name="LeastDays">Held for at least so many days.</param>
/// <param name="ReviewDue">Only those whose review day has come.</param>
/// <param name="Status">Active unless asked otherwise.</param>
/// <param name="Case">Only those of this case: of its money, of its payee as such, and of receipts of the one who pays in it.</param>
public sealed record HoldFilter(HoldReason? Reason = null, string Owner = "", int LeastDays = 0, bool ReviewDue = false, HoldStatus Status = HoldStatus.Active, string Case = "");

/// <summary>Held money of one reason.</summary>
public sealed record HeldByReason(HoldReason Reason, int Count, Money Amount, DateOnly Oldest);

/// <summary>A page of holds with what is held in all for each reason.</summary>
/// <param name="Page">The holds.</param>
/// <param name="ByReason">What is held for each reason.</param>
/// <param name="Unsorted">There are too many to be sorted as was asked: the oldest stand first.</param>
public sealed record HoldList(Page<HoldRow> Page, IReadOnlyList<HeldByReason> ByReason, bool Unsorted = false)
{
    /// <summary>Everything held.</summary>
    public Money Total => ByReason.Sum(r => r.Amount);
}

/// <summary>One hold.</summary>
/// <param name="Hold">The hold.</param>
/// <param name="PayeeNumber">The number of the payee; empty when none is named.</param>
/// <param name="ReleasedOn">The day on which it ended.</param>
/// <param name="ReleasedBy">Who released it; empty for the rule itself.</param>
/// <param name="ReleaseReason">What was said then.</param>
/// <param name="Payables">How many amounts it holds.</param>
/// <param name="Together">For a dispute, how many holds belong to it.</param>
/// <param name="PlacedBy">For a dispute, who placed it.</param>
/// <param name="PlacedWhy">For a dispute, what was said then.</param>
public sealed record HoldPage(
    HoldRow Hold, string PayeeNumber, DateOnly? ReleasedOn, string ReleasedBy, string ReleaseReason, int Payables, int Together, string PlacedBy, string PlacedWhy)
{
    /// <summary>Whether it is a dispute as such, which holds what comes; the amounts that wait for it have holds of their own.</summary>
    public bool Standing => Hold.Reason == HoldReason.Dispute && Hold.ReceiptId is null && Hold.Amount.IsZero;
}

/// <summary>Reads why money waits, the oldest first unless sorted otherwise.</summary>
public sealed class HoldLists(AlimentaStore store)
{
    private static readonly Dictionary<string, string> Sorts = new() { ["since"] = "h.placed_on", ["review"] = "coalesce(h.release_on, h.review_on)", ["for"] = "p.last", ["amount"] = "h.amount" };

    private const string Columns = $"""
        h.id, h.reason, h.amount, h.citation, h.owner, h.placed_on, h.review_on, h.release_on, h.status, h.receipt_id, coalesce(r.natural_key, ''), coalesce(c.number, ''), {PersonText.NameColumns}, coalesce((select business_date from business_day), h.placed_on),
        coalesce(r.received_on, (select min(y.due_on) from payable y where y.hold_id = h.id), h.placed_on)
        """;
    private const string Joins = "left join receipt r on r.id = h.receipt_id left join case_file c on c.id = h.case_id left join person p on p.id = h.payee_id";

    internal const string Select = $"select {Columns} from hold h {Joins}\n";

    /// <summary>The condition on holds h that chooses those of the case @number.</summary>
    internal const string OfThisCase = $"""
        h.id in ({OfCaseOrCustodian}
            union all select x.id from receipt r join hold x on x.receipt_id = r.id where r.obligor_id = (select obligor_id from case_file where number = @number) and x.case_id is null and x.payee_id is null)
        """;

    /// <summary>The numbers of those of the case @number, and of its custodian where no case is named: each part found by an index of its own.</summary>
    internal const string OfCaseOrCustodian = """
        select x.id from hold x where x.case_id = (select id from case_file where number = @number)
            union all select x.id from hold x where x.case_id is null and x.payee_id is not null and x.payee_id = (select custodian_id from case_file where number = @number)
        """;

    internal const string Order = " order by h.placed_on, h.id";

    /// <summary>The question what is held for each reason.</summary>
    internal const string ByReasonSql = "select reason, count(*), cast(coalesce(sum(amount), 0) as bigint), min(placed_on) from hold where status = 'active' group by reason order by 3 desc, 1";

    /// <summary>The holds.</summary>
    public async Task<HoldList> ReadAsync(HoldFilter filter, Paging paging = default, CancellationToken cancel = default, Sorting sort = default)
    {
        await using var db = store.Read();
        DateOnly? placed = filter.LeastDays > 0 ? (await BusinessDate.ReadAsync(db, cancel)).AddDays(-filter.LeastDays) : null;
        var counting = new Questions(db);
        var total = counting.Ask(Paging.Counted(Chosen(counting, filter, placed)), r => r.Long());
        var sums = counting.Ask(ByReasonSql, r => new HeldByReason(r.Word<HoldReason>(), r.Int(), r.Money(), r.Date()));
        await counting.AnswerAsync(cancel);
        var many = total[0] > Paging.MostCounted;
        var unsorted = many && Sorts.ContainsKey(sort.Key ?? "") && sort.Key != "since";
        var order = sort.Key == "since" && many ? $"order by h.placed_on {(sort.Down ? "desc" : "asc")}, h.id {(sort.Down ? "desc" : "asc")}" : (unsorted ? default : sort).Sql(Sorts, "h.placed_on, h.id", "h.id");
        // Which holds stand on the page is settled first; what is shown of them is read for these alone.
        var ask = new Questions(db).With("@take", paging.Take).With("@skip", paging.Skip);
        var rows = ask.Ask(
            $"""
             select {Columns} from (select h.id {Chosen(ask, filter, placed, "left join person p on p.id = h.payee_id")} {order} limit @take offset @skip) k join hold h on h.id = k.id {Joins} {order}
             """,
            Read);
        await ask.AnswerAsync(cancel);
        return new(paging.Of(rows, total[0]), sums, unsorted);
    }

    // Words of the model stand in the text, so that the indexes of what is held now are found.
    private static string Chosen(Questions ask, HoldFilter filter, DateOnly? placed, string joins = "")
    {
        var where = new Conditions(ask).And($"h.status = '{Naming.Snake(filter.Status.ToString())}'").And("h.owner = @owner", "@owner", filter.Owner).And("h.placed_on <= @placed", "@placed", placed);
        if (filter.Reason is { } reason) where.And($"h.reason = '{Naming.Snake(reason.ToString())}'");
        if (filter.ReviewDue) where.And("h.review_on <= (select business_date from business_day)");
        if (filter.Case.Length > 0)
        {
            ask.With("@number", filter.Case);
            where.And(OfThisCase);
        }

        return $"from hold h {joins} {where}";
    }

    /// <summary>One hold, with the number of its payee and what a person said when it ended.</summary>
    public async Task<Outcome<HoldPage>> ReadOneAsync(long id, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@id", id);
        var rows = ask.Ask($"{Select} where h.id = @id", Read);
        var more = ask.Ask(
            """
            select coalesce(p.number, ''), h.released_on, coalesce(u.display_name, ''), coalesce(h.release_reason, ''), (select count(*) from payable y where y.hold_id = h.id and y.status = 'held'),
                (select count(*) from hold o where o.payee_id = h.payee_id and o.reason = 'dispute' and o.status = 'active' and h.reason = 'dispute'),
                (select min(a.user_name) from audit_event a where a.object_kind = 'person' and a.object_id = p.number and a.action = 'hold.dispute'),
                (select min(a.detail) from audit_event a where a.object_kind = 'person' and a.object_id = p.number and a.action = 'hold.dispute' and a.seq = (select max(seq) from audit_event where object_kind = 'person' and object_id = p.number and action = 'hold.dispute'))
            from hold h left join person p on p.id = h.payee_id left join app_user u on u.id = h.released_by where h.id = @id
            """,
            r => (Payee: r.Text(), On: r.DateOrNone(), By: r.Text(), Why: r.Text(), Held: r.Int(), Together: r.Int(), PlacedBy: r.Text(), PlacedWhy: r.Text()));
        await ask.AnswerAsync(cancel);
        if (rows.Count == 0) return new Refusal("R-NO-HOLD", "There is no such hold.", "Choose a hold from the list.");
        var x = more[0];
        var dispute = rows[0].Reason == HoldReason.Dispute;
        return new HoldPage(rows[0], x.Payee, x.On, x.By, x.Why, x.Held, x.Together, dispute ? x.PlacedBy : "", dispute ? x.PlacedWhy : "");
    }

    internal static HoldRow Read(Row r)
    {
        var id = r.Long();
        var (reason, amount, citation, owner, placed, review, release, status, receipt, key, number) =
            (r.Word<HoldReason>(), r.Money(), r.Text(), r.Text(), r.Date(), r.Date(), r.DateOrNone(), r.Word<HoldStatus>(), r.LongOrNone(), r.Text(), r.Text());
        var payee = PersonText.NameOrNone(r);
        var (today, money) = (r.Date(), r.Date());
        return new(id, reason, amount, citation, owner, placed, review, release, status, receipt, key, number, payee, today.DayNumber - placed.DayNumber) { MoneySince = money, MoneyDays = today.DayNumber - money.DayNumber };
    }
}
