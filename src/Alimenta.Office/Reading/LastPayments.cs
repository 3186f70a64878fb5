using Alimenta.Data;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Reading;

/// <summary>The questions about the last payment that reached a case (@number), and where it went.</summary>
internal sealed class LastPayments
{
    private static readonly string Last = $"""
        with mine as (select id from case_file where number = @number), last as materialized (
            select e.id, e.key, e.receipt_id, e.detail from journal_entry e where e.id = (
                select l.entry_id from journal_line l
                where {PostedLines.OfThisCase} and l.kind = 'distribution' and l.case_id = (select id from mine) and l.account = 'satisfied' and {PostedLines.Standing}
                order by l.effective_on desc, l.entry_id desc limit 1))
        """;

    private static readonly string HeadSql = Last + """
        select r.id, r.natural_key, r.amount, r.collected_on, r.received_on, r.source, coalesce(e.name, r.payor_name), coalesce(f.name, ''), i.line, last.key, last.detail, (select number from case_file where number = @number)
        from last join receipt r on r.id = last.receipt_id left join employer e on e.id = r.employer_id left join inbound_item i on i.id = r.inbound_item_id left join inbound_file f on f.id = i.file_id
        """;

    private static readonly string PaidSql = Last + $"""
        select {PersonText.NameColumns}, y.payee_kind, y.amount, y.status, y.due_on, d.method, d.on_day
        from last join payable y on y.receipt_id = last.receipt_id and y.entry_key = last.key and y.case_id = (select id from mine) join person p on p.id = y.payee_id left join disbursement d on d.id = y.disbursement_id
        where y.status <> 'void' order by y.id
        """;

    private readonly IReadOnlyList<Found> _heads;
    private readonly IReadOnlyList<PaidTo> _paid;

    private LastPayments(Questions ask)
    {
        _heads = ask.Ask(HeadSql, r => new Found(r.Long(), r.Text(), r.Money(), r.Date(), r.Date(), r.Word<ReceiptSource>(), r.Text(), r.Text(), r.IntOrNone(), r.Text(), r.Text(), r.Text()));
        _paid = ask.Ask(PaidSql, PaidRow);
    }

    public static LastPayments Ask(Questions ask) => new(ask);

    /// <summary>The payment, once the questions are answered.</summary>
    public LastPayment? Made() => _heads.Count == 0 ? null : _heads[0].Payment(_paid);

    internal static PaidTo PaidRow(Row r) => new(PersonText.Name(r), r.Word<PayeeKind>(), r.Money(), r.Word<PayableStatus>(), r.Date(), r.WordOrNone<PaymentMethod>(), r.DateOrNone());

    /// <summary>The parts kept with an entry.</summary>
    internal static IReadOnlyList<PaymentPart> Parts(string detail) =>
        [.. StepDetail.Parse(detail).Parts.Select(p => new PaymentPart(p.Case, p.Bucket, p.Obligation, p.Month, p.To, p.Amount, p.Rule, p.Before))];

    private sealed record Found(
        long Id, string Key, Money Amount, DateOnly CollectedOn, DateOnly ReceivedOn, ReceiptSource Source, string Payor, string FileName, int? FileLine, string EntryKey, string Detail, string CaseNumber)
    {
        public LastPayment Payment(IReadOnlyList<PaidTo> paid) => new(
            Id, Key, Amount, CollectedOn, ReceivedOn, Source, Payor, FileName, FileLine, EntryKey, [.. Parts(Detail).Where(p => p.Case == CaseNumber || p.Case.Length == 0)], paid);
    }
}
