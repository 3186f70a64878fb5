using Alimenta.Data;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Reading;

/// <summary>The questions about the last payment that reached a case (@number), and where it went.</summary>
internal sealed class LastPayments
{
    // The latest by the day of the receipt: an old one that was posted again is not the last. The day is looked up by the number of the receipt, whatever the planner knows of it.
    private static readonly string Last = $"""
        with mine as (select id from case_file where number = @number), reached as materialized (
            select distinct l.entry_receipt_id as id from journal_line l
            where {PostedLines.OfThisCase} and l.kind = 'distribution' and l.case_id = (select id from mine) and l.account = 'satisfied' and {PostedLines.Standing}
        ), dated as materialized (select k.id, (select r.received_on from receipt r where r.id = k.id) as day from reached k where k.id is not null),
        last as materialized (select id from dated order by day desc, id desc limit 1)
        """;

    private static readonly string StepsSql = Last + """
        select r.id, r.natural_key, r.amount, r.returned_amount, r.collected_on, r.received_on, r.source, coalesce(w.name, r.payor_name), coalesce(f.name, ''), i.line, (select number from case_file where number = @number), e.key, e.detail
        from receipt r join journal_entry e on e.receipt_id = (select id from last) left join employer w on w.id = r.employer_id left join inbound_item i on i.id = r.inbound_item_id left join inbound_file f on f.id = i.file_id
        where r.id = (select id from last) and e.kind = 'distribution' and e.reverses_version is null and not exists (select 1 from journal_entry b where b.key = e.key and b.reverses_version = e.version)
        order by e.effective_on desc, e.id desc
        """;

    private static readonly string PaidSql = Last + $"""
        select y.entry_key, {PersonText.NameColumns}, y.payee_kind, y.amount, y.status, y.due_on, d.method, d.on_day
        from last join payable y on y.receipt_id = last.id and y.case_id = (select id from mine) join person p on p.id = y.payee_id left join disbursement d on d.id = y.disbursement_id
        where y.status <> 'void' order by y.id
        """;

    private readonly IReadOnlyList<Found> _steps;
    private readonly IReadOnlyList<(string EntryKey, PaidTo To)> _paid;

    private LastPayments(Questions ask)
    {
        _steps = ask.Ask(StepsSql, r => new Found(r.Long(), r.Text(), r.Money(), r.Money(), r.Date(), r.Date(), r.Word<ReceiptSource>(), r.Text(), r.Text(), r.IntOrNone(), r.Text(), r.Text(), Parts(r.Text())));
        _paid = ask.Ask(PaidSql, r => (r.Text(), PaidRow(r)));
    }

    public static LastPayments Ask(Questions ask) => new(ask);

    /// <summary>The payment, once the questions are answered.</summary>
    public LastPayment? Made() => _steps.Count == 0 ? null : Found.Payment(StandingSteps.Of(_steps, s => s.Parts, (s, parts) => s with { Parts = parts }), _paid.ToLookup(p => p.EntryKey, p => p.To));

    internal static PaidTo PaidRow(Row r) => new(PersonText.Name(r), r.Word<PayeeKind>(), r.Money(), r.Word<PayableStatus>(), r.Date(), r.WordOrNone<PaymentMethod>(), r.DateOrNone());

    /// <summary>The parts kept with an entry.</summary>
    internal static IReadOnlyList<PaymentPart> Parts(string detail) =>
        [.. StepDetail.Parse(detail).Parts.Select(p => new PaymentPart(p.Case, p.Bucket, p.Obligation, p.Month, p.To, p.Amount, p.Rule, p.Before))];

    private sealed record Found(
        long Id, string Key, Money Amount, Money Returned, DateOnly CollectedOn, DateOnly ReceivedOn, ReceiptSource Source, string Payor, string FileName, int? FileLine, string CaseNumber, string EntryKey, IReadOnlyList<PaymentPart> Parts)
    {
        // What concerns all cases, as money held for months to come, is told in each.
        private bool Here(PaymentPart part) => part.Case == CaseNumber || part.Case.Length == 0;

        public static LastPayment Payment(IReadOnlyList<Found> steps, ILookup<string, PaidTo> paid)
        {
            var r = steps[0];
            return new(
                r.Id, r.Key, r.Amount, r.Returned, steps.SelectMany(s => s.Parts).Where(p => !r.Here(p)).Sum(p => p.Amount), r.CollectedOn, r.ReceivedOn, r.Source, r.Payor, r.FileName, r.FileLine,
                [.. steps.Select(s => new PaymentStep(s.EntryKey, [.. s.Parts.Where(r.Here)], [.. paid[s.EntryKey]])).Where(s => s.Parts.Count > 0)]);
        }
    }
}
