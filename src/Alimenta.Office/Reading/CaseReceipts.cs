using Alimenta.Data;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Reading;

/// <summary>A receipt of the one who pays in a case, and what of it reached the case.</summary>
/// <param name="Id">The receipt.</param>
/// <param name="Key">Its number.</param>
/// <param name="ReceivedOn">When it came in.</param>
/// <param name="CollectedOn">When it counts as collected.</param>
/// <param name="Source">How it was collected.</param>
/// <param name="Payor">Who sent it.</param>
/// <param name="Amount">How much came in and stayed.</param>
/// <param name="Returned">What came back.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="ToFamily">What of it was paid to the family of this case or is on its way.</param>
/// <param name="Retained">What of it was kept in this case for assistance, medical support or the fee.</param>
/// <param name="Held">What of it is the family's and held.</param>
/// <param name="HeldFor">Why, where it is one reason.</param>
/// <param name="HeldUntil">The first day on which a rule releases some of it; null where none does.</param>
/// <param name="ReviewOn">The first day on which it is looked at again.</param>
public sealed record CaseReceipt(
    long Id, string Key, DateOnly ReceivedOn, DateOnly CollectedOn, ReceiptSource Source, string Payor, Money Amount, Money Returned, ReceiptStatus Status, Money ToFamily, Money Retained,
    Money Held, HoldReason? HeldFor, DateOnly? HeldUntil, DateOnly? ReviewOn)
{
    /// <summary>What went elsewhere: to other cases of the same person, kept for months to come, or sent back.</summary>
    public Money Elsewhere => Amount - ToFamily - Held - Retained;
}

/// <summary>Reads what came in for a case, the latest first.</summary>
public sealed class CaseReceipts(AlimentaStore store)
{
    /// <summary>A page of the receipts.</summary>
    public async Task<Outcome<Page<CaseReceipt>>> ReadAsync(Actor by, string number, Paging paging = default, CancellationToken cancel = default)
    {
        if (!CaseNumber.TryParse(number, out var parsed)) return CaseAccess.Unknown(number);
        await using var db = store.Read();
        var ask = new Questions(db).With("@number", parsed.ToString()).With("@user", by.UserId).With("@take", paging.Take).With("@skip", paging.Skip);
        var heads = ask.Ask($"select c.number, {CaseAccess.OwnSql} from case_file c where c.number = @number", r => (Number: r.Text(), Own: r.Flag()));
        var total = ask.Ask($"select count(*) from receipt r {Mine}", r => r.Long());
        var rows = ask.Ask(
            $"""
             select r.id, r.natural_key, r.received_on, r.collected_on, r.source, coalesce(e.name, r.payor_name), r.amount - r.returned_amount, r.returned_amount, {WaitingReceipts.StatusSql}, coalesce(x.family, 0) - coalesce(w.held, 0), coalesce(x.kept, 0),
                 coalesce(w.held, 0), w.reason, w.until, w.review
             from receipt r left join employer e on e.id = r.employer_id left join (
                 select l.receipt_id, cast(sum(case when l.account = 'payable.family' then -l.cents else 0 end) as bigint) as family, cast(sum(case when l.account = 'payable.family' then 0 else -l.cents end) as bigint) as kept
                 from journal_line l
                 where {PostedLines.OfThisCase} and l.kind = 'distribution' and l.case_id = (select id from case_file where number = @number) and l.book = 'custody' group by l.receipt_id) x on x.receipt_id = r.id left join (
                 select y.receipt_id, cast(sum(y.amount) as bigint) as held, case when min(h.reason) = max(h.reason) then min(h.reason) end as reason, min(h.release_on) as until, min(h.review_on) as review
                 from payable y join hold h on h.id = y.hold_id where {HeldForFamily.OfThisCase} group by y.receipt_id) w on w.receipt_id = r.id
             {Mine} order by r.received_on desc, r.id desc limit @take offset @skip
             """,
            r => new CaseReceipt(r.Long(), r.Text(), r.Date(), r.Date(), r.Word<ReceiptSource>(), r.Text(), r.Money(), r.Money(), r.Word<ReceiptStatus>(), r.Money(), r.Money(), r.Money(), r.WordOrNone<HoldReason>(), r.DateOrNone(), r.DateOrNone()));
        await ask.AnswerAsync(cancel);
        if (heads.Count == 0) return CaseAccess.Unknown(number);
        if (heads[0].Own) return CaseAccess.Own(heads[0].Number);
        await store.Audit.ReadAsync(by, "case.receipts", "case", heads[0].Number, cancel: cancel);
        return paging.Of(rows, total[0]);
    }

    // What is keyed into an open batch is not received yet; what was directed to another case alone is not this one's.
    private const string Mine = """
        where r.obligor_id = (select obligor_id from case_file where number = @number) and r.status <> 'unidentified'
            and (r.directed_case_id is null or r.directed_case_id = (select id from case_file where number = @number))
        """;
}
