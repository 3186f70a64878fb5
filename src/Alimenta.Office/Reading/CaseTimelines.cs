using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>What kind of thing happened on a case.</summary>
public enum HappeningKind
{
    /// <summary>Money came in, went out, was held or came back.</summary>
    Money,

    /// <summary>Someone recorded or changed a fact.</summary>
    Fact,

    /// <summary>An order or assistance took effect or ended.</summary>
    Order,

    /// <summary>Anything else that was told.</summary>
    Event,
}

/// <summary>Something that happened on a case.</summary>
/// <param name="On">The day: for facts when they were recorded, for all else when it happened.</param>
/// <param name="Kind">What kind of thing.</param>
/// <param name="What">What, in a short sentence.</param>
/// <param name="Detail">Who, why, how much.</param>
/// <param name="ReceiptId">The receipt, where one is concerned.</param>
/// <param name="Bad">Whether it went wrong.</param>
public sealed record CaseHappening(DateOnly On, HappeningKind Kind, string What, string Detail = "", long? ReceiptId = null, bool Bad = false);

/// <summary>A stretch of a case's timeline, the latest first.</summary>
/// <param name="Items">What happened; whole days.</param>
/// <param name="Before">The day before which to ask on; null at the beginning of the case.</param>
public sealed record CaseTimeline(IReadOnlyList<CaseHappening> Items, DateOnly? Before);

/// <summary>Reads what happened on a case: money, facts with who and why, orders, assistance, events, in one line of time.</summary>
public sealed class CaseTimelines(AlimentaStore store)
{
    private const int MostOfASource = 150;
    private const int AtLeast = 60;
    private const string Case = "(select id from case_file where number = @number)";
    private const string Obligor = "(select obligor_id from case_file where number = @number)";
    private const string Custodian = "(select custodian_id from case_file where number = @number)";

    /// <summary>Reads a stretch. The case must have been read by the same person before: that decides whether he may.</summary>
    public async Task<CaseTimeline> ReadAsync(Actor by, CasePage page, HappeningKind? kind = null, DateOnly? before = null, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var day = before ?? DateOnly.MaxValue.AddDays(-1);
        var ask = new Questions(db).With("@number", page.Number).With("@before", day).With("@beforeInstant", day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)).With("@most", MostOfASource);
        IReadOnlyList<IReadOnlyList<CaseHappening>> sources =
        [
            .. kind is null or HappeningKind.Money ? Money(ask) : [],
            .. kind is null or HappeningKind.Order ? Orders(ask) : [],
            .. kind is null or HappeningKind.Event ? [Events(ask)] : Array.Empty<IReadOnlyList<CaseHappening>>(),
        ];
        IReadOnlyList<FactHappenings.Change> facts = kind is null or HappeningKind.Fact ? new FactHappenings(ask).Ask() : [];
        await ask.AnswerAsync(cancel);
        await store.Audit.ReadAsync(by, "case.timeline", "case", page.Number, cancel: cancel);
        // A source that was cut off may miss more of its last day: the stretch ends before that day.
        var cut = sources.Where(s => s.Count >= MostOfASource).Select(s => s[^1].On).Concat(facts.Count >= MostOfASource ? [facts[^1].On] : []).DefaultIfEmpty(DateOnly.MinValue).Max();
        var all = sources.Append(FactHappenings.Tell(facts)).SelectMany(s => s).Where(h => h.On > cut).OrderByDescending(h => h.On).ThenBy(h => h.Kind).ToList();
        if (all.Count <= AtLeast) return new(all, cut == DateOnly.MinValue ? null : cut.AddDays(1));
        var last = all[AtLeast - 1].On;
        return new([.. all.TakeWhile(h => h.On >= last)], all[^1].On < last || cut > DateOnly.MinValue ? last : null);
    }

    private static IEnumerable<IReadOnlyList<CaseHappening>> Money(Questions ask)
    {
        yield return ask.Ask(
            $"""
             select r.received_on, r.amount, coalesce(e.name, r.payor_name), r.id from receipt r left join employer e on e.id = r.employer_id
             where r.obligor_id = {Obligor} and r.status <> 'unidentified' and (r.directed_case_id is null or r.directed_case_id = {Case}) and r.received_on < @before order by r.received_on desc, r.id desc limit @most
             """,
            r => new CaseHappening(r.Date(), HappeningKind.Money, $"Payment of {r.Money()} received", r.Text(), r.Long()));
        yield return ask.Ask(
            $"""
             select r.returned_on, r.returned_amount, r.amount, coalesce(r.return_reason, ''), r.id from receipt r
             where r.obligor_id = {Obligor} and r.returned_on is not null and (r.directed_case_id is null or r.directed_case_id = {Case}) and r.returned_on < @before order by r.returned_on desc, r.id desc limit @most
             """,
            r => new CaseHappening(r.Date(), HappeningKind.Money, $"{r.Money()} of a payment of {r.Money()} came back", r.Text(), r.Long(), true));
        yield return ask.Ask(
            $"""
             select d.on_day, cast(sum(y.amount) as bigint), {PersonText.NameColumns}, d.method, d.status from ({Payables}) k join payable y on y.id = k.id join disbursement d on d.id = y.disbursement_id join person p on p.id = d.payee_id
             where y.case_id = {Case} and y.payee_kind in ('family', 'agency', 'refund') and d.on_day < @before group by d.id, d.on_day, {PersonText.NameColumns}, d.method, d.status order by d.on_day desc, d.id desc limit @most
             """, Paid);
        yield return ask.Ask(
            $"select h.placed_on, h.reason, h.amount, h.citation, h.owner, h.status from hold h where {Held} and h.placed_on < @before order by h.placed_on desc, h.id desc limit @most",
            r => Hold(r, false));
        yield return ask.Ask(
            $"select h.released_on, h.reason, h.amount, coalesce(h.release_reason, ''), h.owner, h.status from hold h where {Held} and h.released_on is not null and h.released_on < @before order by h.released_on desc, h.id desc limit @most",
            r => Hold(r, true));
    }

    // Nearly all come of a receipt of the obligor; what does not has an index of its own.
    private const string Payables = $"""
        select x.id from payable x where x.receipt_id in (select r.id from receipt r where r.obligor_id = {Obligor}) union all select x.id from payable x where x.receipt_id is null and x.case_id = {Case}
        """;

    private const string Held = $"h.id in ({HoldLists.OfCaseOrCustodian})";

    private static CaseHappening Paid(Row r)
    {
        var (on, amount, payee, method, status) = (r.Date(), r.Money(), PersonText.Name(r), r.Word<PaymentMethod>(), r.Word<DisbursementStatus>());
        var way = method switch { PaymentMethod.Deposit => "direct deposit", PaymentMethod.Card => "payment card", PaymentMethod.Warrant => "paper warrant", _ => "through another state" };
        return status switch
        {
            DisbursementStatus.Created => new(on, HappeningKind.Money, $"{amount} made ready for {payee}", $"{way}, waits for the release of its file"),
            DisbursementStatus.Returned => new(on, HappeningKind.Money, $"{amount} to {payee} came back", way, null, true),
            DisbursementStatus.Voided => new(on, HappeningKind.Money, $"{amount} to {payee} was stopped", way),
            _ => new(on, HappeningKind.Money, $"{amount} paid to {payee}", way),
        };
    }

    private static CaseHappening Hold(Row r, bool released)
    {
        var (on, reason, amount, text) = (r.Date(), r.Word<HoldReason>(), r.Money(), r.Text());
        var name = Naming.Snake(reason.ToString()).Replace('_', ' ');
        return released
            ? new(on, HappeningKind.Money, $"Hold released: {name}", text)
            : new(on, HappeningKind.Money, $"{(amount.IsZero ? "Money" : amount.ToString())} held: {name}", text);
    }

    private static IEnumerable<IReadOnlyList<CaseHappening>> Orders(Questions ask)
    {
        yield return ask.Ask(
            $"select effective_on, docket, tribunal from support_order where case_id = {Case} and effective_on < @before order by effective_on desc, id desc limit @most",
            r => new CaseHappening(r.Date(), HappeningKind.Order, $"Order {r.Text()} took effect", r.Text()));
        yield return ask.Ask(
            $"select ends_on, docket, tribunal from support_order where case_id = {Case} and ends_on is not null and ends_on < @before and ends_on <= (select business_date from business_day) order by ends_on desc, id desc limit @most",
            r => new CaseHappening(r.Date(), HappeningKind.Order, $"Order {r.Text()} ended", r.Text()));
        yield return ask.Ask(
            $"select valid_from, program from assistance_spell where custodian_id = {Custodian} and not voided and valid_from < @before order by valid_from desc, id desc limit @most",
            r => new CaseHappening(r.Date(), HappeningKind.Order, $"Assistance began: {Program(r)}"));
        yield return ask.Ask(
            $"select valid_to, program from assistance_spell where custodian_id = {Custodian} and not voided and valid_to is not null and valid_to < @before and valid_to <= (select business_date from business_day) order by valid_to desc, id desc limit @most",
            r => new CaseHappening(r.Date(), HappeningKind.Order, $"Assistance ended: {Program(r)}"));
    }

    private static string Program(Row r) => r.Word<AssistanceProgram>() switch { AssistanceProgram.Tanf => "cash assistance (TANF)", AssistanceProgram.Ive => "foster care (title IV-E)", _ => "Medicaid" };

    private static IReadOnlyList<CaseHappening> Events(Questions ask) => ask.Ask(
        $"select on_day, text from case_event where case_id = {Case} and on_day < @before order by on_day desc, id desc limit @most",
        r => new CaseHappening(r.Date(), HappeningKind.Event, r.Text()));
}
