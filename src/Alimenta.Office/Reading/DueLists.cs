using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>Money that must leave.</summary>
/// <param name="Id">The payable.</param>
/// <param name="Payee">Whom.</param>
/// <param name="PayeeNumber">His number.</param>
/// <param name="Kind">What kind of payee.</param>
/// <param name="CaseNumber">Out of which case.</param>
/// <param name="ReceiptId">Out of which receipt.</param>
/// <param name="ReceiptKey">Its number.</param>
/// <param name="Amount">How much.</param>
/// <param name="DueOn">The last day in time.</param>
/// <param name="Clock">The clock that set the day; with it goes "Why?".</param>
/// <param name="Status">Open, or in a file that is not released.</param>
/// <param name="DaysLate">Calendar days past the due day; 0 when in time.</param>
public sealed record DueRow(long Id, string Payee, string PayeeNumber, PayeeKind Kind, string CaseNumber, long? ReceiptId, string ReceiptKey, Money Amount, DateOnly DueOn, string Clock, PayableStatus Status, int DaysLate);

/// <summary>What is due by a day.</summary>
/// <param name="AsOf">The business date.</param>
/// <param name="DueToday">Due on the business date.</param>
/// <param name="DueTodayAmount">How much.</param>
/// <param name="Late">Due before it and not left.</param>
/// <param name="LateAmount">How much; it must be nothing.</param>
/// <param name="Rows">A page of all that is due by the day asked for, the latest first to be paid first.</param>
public sealed record DueList(DateOnly AsOf, int DueToday, Money DueTodayAmount, int Late, Money LateAmount, Page<DueRow> Rows);

/// <summary>Reads what is due to leave and what is late. Held money is not on this clock: its holds are a list of their own.</summary>
public sealed class DueLists(AlimentaStore store)
{
    private static readonly Dictionary<string, string> Sorts = new() { ["payee"] = "p.last", ["case"] = "c.number", ["due"] = "y.due_on", ["amount"] = "y.amount" };

    /// <summary>The question for what is due and late now, for one row of four figures.</summary>
    internal const string SumsSql = """
        select count(case when y.due_on = b.business_date then 1 end), cast(coalesce(sum(case when y.due_on = b.business_date then y.amount end), 0) as bigint),
            count(case when y.due_on < b.business_date then 1 end), cast(coalesce(sum(case when y.due_on < b.business_date then y.amount end), 0) as bigint)
        from payable y cross join business_day b where y.status in ('open', 'in_file') and y.amount > 0 and y.due_on <= b.business_date
        """;

    /// <summary>Everything that is due by a day; by the business date when none is named.</summary>
    public async Task<DueList> ReadAsync(DateOnly? by = null, bool lateOnly = false, Paging paging = default, CancellationToken cancel = default, Sorting sort = default)
    {
        await using var db = store.Read();
        var today = await BusinessDate.ReadAsync(db, cancel);
        var ask = new Questions(db).With("@today", today).With("@by", lateOnly ? today.AddDays(-1) : by ?? today).With("@take", paging.Take).With("@skip", paging.Skip);
        const string where = "where y.status in ('open', 'in_file') and y.amount > 0 and y.due_on <= @by";
        var sums = ask.Ask(SumsSql, r => (Due: r.Int(), DueAmount: r.Money(), Late: r.Int(), LateAmount: r.Money()));
        var total = ask.Ask($"select count(*) from payable y {where}", r => r.Long());
        var rows = ask.Ask(
            $"""
             select y.id, {PersonText.NameColumns}, p.number, y.payee_kind, coalesce(c.number, ''), y.receipt_id, coalesce(r.natural_key, ''), y.amount, y.due_on, y.clock_id, y.status
             from payable y join person p on p.id = y.payee_id left join case_file c on c.id = y.case_id left join receipt r on r.id = y.receipt_id
             {where} {sort.Sql(Sorts, "y.due_on, y.id", "y.id")} limit @take offset @skip
             """, r => Due(r, today));
        await ask.AnswerAsync(cancel);
        return new(today, sums[0].Due, sums[0].DueAmount, sums[0].Late, sums[0].LateAmount, paging.Of(rows, total[0]));
    }

    private static DueRow Due(Row r, DateOnly today)
    {
        var (id, payee, number, kind, file, receipt, key, amount, due, clock, status) =
            (r.Long(), PersonText.Name(r), r.Text(), r.Word<PayeeKind>(), r.Text(), r.LongOrNone(), r.Text(), r.Money(), r.Date(), r.Text(), r.Word<PayableStatus>());
        return new(id, payee, number, kind, file, receipt, key, amount, due, clock, status, Math.Max(0, today.DayNumber - due.DayNumber));
    }
}
