using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>Which holds are wanted; null or empty: any.</summary>
/// <param name="Reason">Only these.</param>
/// <param name="Owner">Only his.</param>
/// <param name="LeastDays">Held for at least so many days.</param>
/// <param name="ReviewDue">Only those whose review day has come.</param>
/// <param name="Status">Active unless asked otherwise.</param>
public sealed record HoldFilter(HoldReason? Reason = null, string Owner = "", int LeastDays = 0, bool ReviewDue = false, HoldStatus Status = HoldStatus.Active);

/// <summary>Held money of one reason.</summary>
public sealed record HeldByReason(HoldReason Reason, int Count, Money Amount, DateOnly Oldest);

/// <summary>A page of holds with what is held in all for each reason.</summary>
public sealed record HoldList(Page<HoldRow> Page, IReadOnlyList<HeldByReason> ByReason)
{
    /// <summary>Everything held.</summary>
    public Money Total => ByReason.Sum(r => r.Amount);
}

/// <summary>Reads why money waits, the oldest first.</summary>
public sealed class HoldLists(AlimentaStore store)
{
    internal const string Select = $"""
        select h.id, h.reason, h.amount, h.citation, h.owner, h.placed_on, h.review_on, h.release_on, h.status, h.receipt_id, coalesce(r.natural_key, ''), coalesce(c.number, ''), {PersonText.NameColumns}, coalesce((select business_date from business_day), h.placed_on)
        from hold h left join receipt r on r.id = h.receipt_id left join case_file c on c.id = h.case_id left join person p on p.id = h.payee_id
        """ + "\n";

    internal const string Order = " order by h.placed_on, h.id";

    /// <summary>The question what is held for each reason.</summary>
    internal const string ByReasonSql = "select reason, count(*), cast(coalesce(sum(amount), 0) as bigint), min(placed_on) from hold where status = 'active' and amount > 0 group by reason order by 3 desc, 1";

    /// <summary>The holds.</summary>
    public async Task<HoldList> ReadAsync(HoldFilter filter, Paging paging = default, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@take", paging.Take).With("@skip", paging.Skip);
        DateOnly? placed = filter.LeastDays > 0 ? (await BusinessDate.ReadAsync(db, cancel)).AddDays(-filter.LeastDays) : null;
        var where = new Conditions(ask).And("h.status = @status", "@status", Naming.Snake(filter.Status.ToString())).And("h.reason = @reason", "@reason", filter.Reason is { } reason ? Naming.Snake(reason.ToString()) : "")
            .And("h.owner = @owner", "@owner", filter.Owner).And("h.placed_on <= @placed", "@placed", placed);
        if (filter.ReviewDue) where.And("h.review_on <= (select business_date from business_day)");
        var total = ask.Ask($"select count(*) from hold h {where}", r => r.Long());
        var rows = ask.Ask($"{Select} {where} {Order} limit @take offset @skip", Read);
        var sums = ask.Ask(ByReasonSql, r => new HeldByReason(r.Word<HoldReason>(), r.Int(), r.Money(), r.Date()));
        await ask.AnswerAsync(cancel);
        return new(paging.Of(rows, total[0]), sums);
    }

    internal static HoldRow Read(Row r)
    {
        var id = r.Long();
        var (reason, amount, citation, owner, placed, review, release, status, receipt, key, number) =
            (r.Word<HoldReason>(), r.Money(), r.Text(), r.Text(), r.Date(), r.Date(), r.DateOrNone(), r.Word<HoldStatus>(), r.LongOrNone(), r.Text(), r.Text());
        var payee = PersonText.NameOrNone(r);
        return new(id, reason, amount, citation, owner, placed, review, release, status, receipt, key, number, payee, r.Date().DayNumber - placed.DayNumber);
    }
}
