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
/// <param name="Late">Due before it and not left; it must be nothing.</param>
/// <param name="Rows">A page of all that is due by the day asked for, the latest first to be paid first.</param>
/// <param name="Unsorted">They are too many to be sorted as was asked: what must leave first stands first.</param>
public sealed record DueList(DateOnly AsOf, CountAndAmount DueToday, CountAndAmount Late, Page<DueRow> Rows, bool Unsorted = false)
{
    /// <summary>What must leave today: what is due on the business date, and what is late.</summary>
    public CountAndAmount MustLeave => DueToday.And(Late);
}

/// <summary>Reads what is due to leave and what is late. Held money is not on this clock: its holds are a list of their own.</summary>
public sealed class DueLists(AlimentaStore store)
{
    private static readonly Dictionary<string, string> Sorts = new() { ["payee"] = "p.last", ["case"] = "c.number", ["due"] = "y.due_on", ["amount"] = "y.amount" };

    private const string Waits = "y.status in ('open', 'in_file') and y.amount > 0";

    /// <summary>Asks what is due today.</summary>
    internal static IReadOnlyList<CountAndAmount> Due(Questions ask) => ask.Ask(CountAndAmount.Asked("y.amount", $"from payable y where {Waits} and y.due_on = @today"), CountAndAmount.Read);

    /// <summary>Asks what should have left before.</summary>
    internal static IReadOnlyList<CountAndAmount> Late(Questions ask) => ask.Ask(CountAndAmount.Asked("y.amount", $"from payable y where {Waits} and y.due_on < @today"), CountAndAmount.Read);

    /// <summary>Everything that is due by a day; by the business date when none is named.</summary>
    public async Task<DueList> ReadAsync(DateOnly? by = null, bool lateOnly = false, Paging paging = default, CancellationToken cancel = default, Sorting sort = default)
    {
        await using var db = store.Read();
        var today = await BusinessDate.ReadAsync(db, cancel);
        Questions New() => new Questions(db).With("@today", today).With("@by", lateOnly ? today.AddDays(-1) : by ?? today);
        var counting = New();
        var (due, late) = (Due(counting), Late(counting));
        var total = counting.Ask(Paging.Counted($"from payable y where {Waits} and y.due_on <= @by"), r => r.Long());
        await counting.AnswerAsync(cancel);
        var many = total[0] > Paging.MostCounted;
        var unsorted = many && Sorts.ContainsKey(sort.Key ?? "");
        var ask = New().With("@take", paging.Take).With("@skip", paging.Skip);
        var order = many ? "order by y.due_on, y.id" : sort.Sql(Sorts, "y.due_on, y.id", "y.id");
        var rows = ask.Ask(
            $"""
             select y.id, {PersonText.NameColumns}, p.number, y.payee_kind, coalesce(c.number, ''), y.receipt_id, coalesce(r.natural_key, ''), y.amount, y.due_on, y.clock_id, y.status
             from ({(many ? First : $"select y.id from payable y {Named} where {Waits} and y.due_on <= @by {order}")} limit @take offset @skip) k
             join payable y on y.id = k.id {Named} left join receipt r on r.id = y.receipt_id {order}
             """, r => Due(r, today));
        await ask.AnswerAsync(cancel);
        return new(today, due[0], late[0], paging.Of(rows, total[0]), unsorted);
    }

    private const string Named = "left join person p on p.id = y.payee_id left join case_file c on c.id = y.case_id";

    // Of each status as many as are counted, by the index of days: no more than these are put in order.
    private static readonly string First = $"select id from (select * from ({FirstOf("open")}) o union all select * from ({FirstOf("in_file")}) f) y order by due_on, id";

    private static string FirstOf(string status) => $"select y.id, y.due_on from payable y where y.status = '{status}' and y.amount > 0 and y.due_on <= @by order by y.due_on limit {Paging.MostCounted + 1}";

    private static DueRow Due(Row r, DateOnly today)
    {
        var (id, payee, number, kind, file, receipt, key, amount, due, clock, status) =
            (r.Long(), PersonText.Name(r), r.Text(), r.Word<PayeeKind>(), r.Text(), r.LongOrNone(), r.Text(), r.Money(), r.Date(), r.Text(), r.Word<PayableStatus>());
        return new(id, payee, number, kind, file, receipt, key, amount, due, clock, status, Math.Max(0, today.DayNumber - due.DayNumber));
    }
}
