using System.Globalization;
using System.Text.Json;
using Alimenta.Data;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Reading;

/// <summary>Reads one receipt from the line of a file to a deposit, in one round trip. That it was read is recorded before it is shown.</summary>
public sealed class ReceiptPages(AlimentaStore store)
{
    /// <summary>Reads the page of a receipt.</summary>
    public async Task<Outcome<ReceiptPage>> ReadAsync(Actor by, long id, CancellationToken cancel = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@id", id).With("@user", by.UserId).With("@stub", string.Create(CultureInfo.InvariantCulture, $"%\"{nameof(Line.ReceiptId)}\":{id},%"));
        var own = ask.Ask("select 1 from receipt r join case_file c on c.obligor_id = r.obligor_id where r.id = @id and " + CaseAccess.OwnSql, r => r.Int());
        var origins = ask.Ask(OriginSql, r => new ReceiptOrigin(r.Long(), r.Text(), r.Int(), r.Text(), r.Text(), r.Text()));
        var identifications = ask.Ask(IdentificationSql, r => new IdentificationRow(r.Text(), PersonText.Name(r), r.Text(), r.Text(), r.Text(), r.Instant(), r.Flag()));
        var distributions = ask.Ask(DistributionSql, r => new DistributionRow(r.Text(), r.Int(), r.Date(), r.Instant(), r.Int() == 1, r.Text(), LastPayments.Parts(r.Text())));
        var obligations = ask.Ask(ObligationSql, r => KeyValuePair.Create(r.Text(), new ObligationName(r.Word<ObligationKind>(), PersonText.NameOrNone(r))));
        var payables = ask.Ask(PayableSql, Payable);
        var holds = ask.Ask(HoldLists.Select + "where h.id in (select o.id from hold o where o.receipt_id = @id union select y.hold_id from payable y where y.receipt_id = @id and y.hold_id is not null)" + HoldLists.Order, HoldLists.Read);
        var recoveries = ask.Ask(RecoverySql, r => new RecoveryRow(r.Long(), PersonText.Name(r), r.Money(), r.Money(), r.Word<RecoveryConsent>(), r.Word<RecoveryStatus>()));
        var back = ask.Ask(TakenBackSql, r => new TakenBackRow(r.Long(), r.Text(), PersonText.Name(r), r.Date(), r.LongOrNone(), r.Text(), OfReceipt(r.Text(), id)));
        var money = ask.Ask(MoneySql, r => KeyValuePair.Create(r.Text(), r.Money()));
        var heads = ask.Ask(HeadSql, r => Head(r, origins, identifications, distributions, payables, holds, recoveries, money));
        await ask.AnswerAsync(cancel);
        if (heads.Count == 0) return new Refusal("R-NO-RECEIPT", "There is no such receipt.", "Search for it by its number, the check number or the trace number.");
        if (own.Count > 0) return CaseAccess.Own("of this receipt");
        await store.Audit.ReadAsync(by, "receipt.read", "receipt", heads[0].Key, cancel: cancel);
        return heads[0] with { TakenBack = back, Obligations = new Dictionary<string, ObligationName>(obligations) };
    }

    private static Money OfReceipt(string stub, long id) => JsonSerializer.Deserialize<List<Line>>(stub, AlimentaJson.Options)!.Where(l => l.ReceiptId == id).Sum(l => l.Amount);

    private const string HeadSql = $"""
        select r.id, r.natural_key, r.source, r.tender, r.amount, r.net_amount, r.collected_on, r.received_on, r.withheld_on, {WaitingReceipts.StatusSql}, r.payor_name, r.ssn_digits, r.check_number, coalesce(e.name, ''),
            r.joint_return, r.notice_on, r.returned_amount, r.returned_on, coalesce(r.return_reason, ''), r.recorded_at, case when coalesce(r.manual_json, '') = '' then 0 else 1 end, r.protected,
            coalesce(p.number, ''), p.kind, coalesce(p.first, ''), coalesce(p.last, ''), coalesce(p.suffix, ''), coalesce(p.organization_name, ''), coalesce(c.number, ''), coalesce(o.docket, ''), r.batch_id
        from receipt r left join employer e on e.id = r.employer_id left join person p on p.id = r.obligor_id left join case_file c on c.id = r.directed_case_id left join support_order o on o.id = r.directed_order_id
        where r.id = @id
        """;

    private const string OriginSql = "select f.id, f.name, i.line, i.trace, i.ded_text, i.note from receipt r join inbound_item i on i.id = r.inbound_item_id join inbound_file f on f.id = i.file_id where r.id = @id";

    private const string IdentificationSql = $"""
        select p.number, {PersonText.NameColumns}, x.rule, x.why_text, coalesce(u.display_name, ''), x.at_time, x.undone
        from identification x join person p on p.id = x.obligor_id left join app_user u on u.id = x.by_user where x.receipt_id = @id order by x.at_time desc, x.id desc
        """;

    private const string DistributionSql = """
        select e.key, e.version, e.effective_on, e.recorded_at, case when r.id is null then 1 else 0 end, coalesce(r.reason, ''), e.detail
        from journal_entry e left join journal_entry r on r.key = e.key and r.reverses_version = e.version
        where e.receipt_id = @id and e.kind = 'distribution' and e.reverses_version is null
        order by case when r.id is null then 0 else 1 end, e.effective_on desc, e.id desc
        """;

    // What stood before may have paid the debts of someone else.
    private const string ObligationSql = $"""
        select o.natural_key, o.kind, {PersonText.NameColumns}
        from obligation o left join person p on p.id = o.supported_person_id
        where o.case_id in (select c.id from case_file c where c.obligor_id in (select r.obligor_id from receipt r where r.id = @id union select x.obligor_id from identification x where x.receipt_id = @id))
        """;

    private const string PayableSql = $"""
        select y.id, coalesce(c.number, ''), {PersonText.NameColumns}, y.payee_kind, y.amount, y.status, y.due_on, d.method, d.on_day, y.clock_id,
            case when y.status in ('open', 'in_file') and y.due_on < (select business_date from business_day) then 1 else 0 end, coalesce(d.natural_key, ''), d.status, coalesce(d.trace, ''), f.id, coalesce(f.identity, ''), f.status, y.hold_id, y.entry_key, y.disbursement_id
        from payable y join person p on p.id = y.payee_id left join case_file c on c.id = y.case_id left join disbursement d on d.id = y.disbursement_id left join disbursement_file f on f.id = d.file_id
        where y.receipt_id = @id and y.status <> 'void' order by y.id
        """;

    private const string RecoverySql = $"select x.id, {PersonText.NameColumns}, x.amount, x.recovered, x.consent, x.status from recovery x join person p on p.id = x.payee_id where x.receipt_id = @id order by x.id";

    // A payment that was taken back holds no payables any more; its stub says of what it was made.
    private const string TakenBackSql = $"""
        select d.id, d.natural_key, {PersonText.NameColumns}, d.on_day, f.id, coalesce(f.identity, ''), d.stub_json
        from disbursement d join person p on p.id = d.payee_id left join disbursement_file f on f.id = d.file_id
        where d.payee_id in (select y.payee_id from payable y where y.receipt_id = @id) and d.status = 'voided' and d.stub_json like @stub order by d.id
        """;

    private const string MoneySql = """
        select l.account, cast(sum(l.cents) as bigint) from journal_line l
        where l.entry_receipt_id = @id and l.receipt_id = @id and l.book = 'custody' group by l.account having sum(l.cents) <> 0 order by l.account
        """;

    private static PayableRow Payable(Row r) => new(
        r.Long(), r.Text(), LastPayments.PaidRow(r), r.Text(), r.Int() == 1, r.Text(), r.WordOrNone<DisbursementStatus>(), r.Text(), r.LongOrNone(), r.Text(), r.WordOrNone<DisbursementFileStatus>(), r.LongOrNone(), r.Text(), r.LongOrNone());

    private static ReceiptPage Head(
        Row r, IReadOnlyList<ReceiptOrigin> origins, IReadOnlyList<IdentificationRow> identifications, IReadOnlyList<DistributionRow> distributions, IReadOnlyList<PayableRow> payables, IReadOnlyList<HoldRow> holds,
        IReadOnlyList<RecoveryRow> recoveries, IReadOnlyList<KeyValuePair<string, Money>> money) => new()
    {
        Id = r.Long(), Key = r.Text(), Source = r.Word<ReceiptSource>(), Tender = r.Word<Tender>(), Amount = r.Money(), NetAmount = r.Money(), CollectedOn = r.Date(), ReceivedOn = r.Date(), WithheldOn = r.DateOrNone(),
        Status = r.Word<ReceiptStatus>(), PayorName = r.Text(), Ssn = PersonText.Masked(r.Text()), CheckNumber = r.Text(), Employer = r.Text(), JointReturn = r.Flag(), NoticeOn = r.DateOrNone(), ReturnedAmount = r.Money(),
        ReturnedOn = r.DateOrNone(), ReturnReason = r.Text(), RecordedAt = r.Instant(), ByHand = r.Int() == 1, Protected = r.Flag(), ObligorNumber = r.Text(),
        ObligorName = PersonText.NameOrNone(r), DirectedCase = r.Text(), DirectedOrder = r.Text(), BatchId = r.LongOrNone(),
        Origin = origins.Count == 0 ? null : origins[0], Identifications = identifications, Distributions = distributions, Payables = payables, Holds = holds, Recoveries = recoveries, OnAccounts = new Dictionary<string, Money>(money),
    };

    private sealed record Line(long? ReceiptId, Money Amount);
}
