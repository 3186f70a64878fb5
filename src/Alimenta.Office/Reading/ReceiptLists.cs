using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Accounting;

namespace Alimenta.Office.Reading;

/// <summary>A receipt in a list.</summary>
public sealed record ReceiptRow(
    long Id, string Key, DateOnly ReceivedOn, DateOnly CollectedOn, ReceiptSource Source, Tender Tender, string Payor, string Obligor, Money Amount, Money Returned, ReceiptStatus Status);

/// <summary>Which receipts are wanted; null: any.</summary>
/// <param name="Status">Where they stand.</param>
/// <param name="Source">How they were collected.</param>
/// <param name="From">Received on this day or later.</param>
/// <param name="To">Received on this day or before.</param>
/// <param name="Whole">A program reads part after part to the end, and waits for it; otherwise no more than a part is looked through where no index helps.</param>
public sealed record ReceiptFilter(ReceiptStatus? Status = null, ReceiptSource? Source = null, DateOnly? From = null, DateOnly? To = null, bool Whole = false);

/// <summary>A page of receipts.</summary>
/// <param name="Page">The receipts.</param>
/// <param name="Total">The sum of all of them; null where they are too many to be counted.</param>
/// <param name="Unsorted">There are too many to be sorted as was asked: the latest stand first.</param>
/// <param name="Cut">No more than the latest <see cref="Paging.MostLookedThrough"/> receipts of the days asked for were looked through.</param>
public sealed record ReceiptList(Page<ReceiptRow> Page, Money? Total, bool Unsorted = false, bool Cut = false);

/// <summary>Reads lists of receipts, the latest first unless sorted otherwise. Receipts of one's own are not in them.</summary>
public sealed class ReceiptLists(AlimentaStore store)
{
    private static readonly Dictionary<string, string> Sorts = new() { ["received"] = "r.received_on", ["collected"] = "r.collected_on", ["from"] = "coalesce(e.name, r.payor_name)", ["whose"] = "p.last", ["amount"] = "r.amount" };

    /// <summary>A page of receipts.</summary>
    public async Task<ReceiptList> ReadAsync(Actor by, ReceiptFilter filter, Paging paging = default, CancellationToken cancel = default, Sorting sort = default)
    {
        await using var db = store.Read();
        var counting = new Questions(db).With("@user", by.UserId);
        var totals = counting.Ask($"select count(*), cast(coalesce(sum(amount), 0) as bigint) from (select r.amount {Chosen(counting, filter)} limit {Paging.MostCounted + 1}) as counted", r => (Count: r.Long(), Sum: r.Money()));
        var through = counting.Ask(!Looks(filter) ? "select cast(0 as bigint)" : $"select count(*) from (select 1 from receipt r {Days(counting, filter)} limit {Paging.MostLookedThrough + 1}) as looked", r => r.Long());
        await counting.AnswerAsync(cancel);
        var many = totals[0].Count > Paging.MostCounted;
        var unsorted = many && Sorts.ContainsKey(sort.Key ?? "") && sort.Key != "received";
        var ask = new Questions(db).With("@user", by.UserId).With("@take", paging.Take).With("@skip", paging.Skip);
        var order = sort.Key == "received" && many ? $"order by r.received_on {(sort.Down ? "desc" : "asc")}, r.id {(sort.Down ? "desc" : "asc")}" : (unsorted ? default : sort).Sql(Sorts, "r.received_on desc, r.id desc", "r.id desc");
        // Which receipts stand on the page is settled first; what is shown of them is read for these alone.
        var rows = ask.Ask(
            $"""
             select r.id, r.natural_key, r.received_on, r.collected_on, r.source, r.tender, coalesce(e.name, r.payor_name), {PersonText.NameColumns}, r.amount, r.returned_amount, {WaitingReceipts.StatusSql}
             from (select r.id {Chosen(ask, filter, Named)} {order} limit @take offset @skip) k join receipt r on r.id = k.id {Named} {order}
             """,
            r => new ReceiptRow(r.Long(), r.Text(), r.Date(), r.Date(), r.Word<ReceiptSource>(), r.Word<Tender>(), r.Text(), PersonText.NameOrNone(r), r.Money(), r.Money(), r.Word<ReceiptStatus>()));
        await ask.AnswerAsync(cancel);
        await store.Audit.ReadAsync(by, "receipt.list", "receipt", "", ListReads.Counted(rows.Count, "receipt", "receipts"), cancel);
        return new(paging.Of(rows, totals[0].Count), many ? null : totals[0].Sum, unsorted, through[0] > Paging.MostLookedThrough);
    }

    private const string Named = "left join employer e on e.id = r.employer_id left join person p on p.id = r.obligor_id";

    // How a receipt was collected has no index: a part of the days asked for is looked through.
    private static bool Looks(ReceiptFilter filter) => filter.Source is not null && !filter.Whole;

    private static string Chosen(Questions ask, ReceiptFilter filter, string joins = "")
    {
        var where = Looks(filter) ? new Conditions(ask) : Days(ask, filter);
        where.And("coalesce(r.obligor_id, 0) <> coalesce((select u.person_id from app_user u where u.id = @user), -1)")
            // What is keyed into an open batch is not received yet. Open batches are few: looked up once, not for every receipt.
            .And("(r.batch_id is null or r.batch_id not in (select k.id from receipt_batch k where k.status = 'open'))");
        // Words of the model stand in the text: how many receipts have a status differs so much that each wants a plan of its own.
        if (filter.Status is { } status) where.And(status switch
        {
            // SQLite uses the index of unusual receipts only where its condition is said.
            ReceiptStatus.Identified => "r.id in (select w.receipt_id from waiting_receipt w union all select s.id from receipt s where s.status = 'identified' and s.status <> 'distributed')",
            ReceiptStatus.Distributed => $"r.status = 'distributed' and not {WaitingReceipts.Sql}",
            _ => $"r.status = '{Naming.Snake(status.ToString())}'",
        });
        if (filter.Source is { } source) where.And($"r.source = '{Naming.Snake(source.ToString())}'");
        return $"from {(!Looks(filter) ? "receipt r" : $"(select * from receipt r {Days(ask, filter)} order by r.received_on desc, r.id desc limit {Paging.MostLookedThrough}) r")} {joins} {where}";
    }

    private static Conditions Days(Questions ask, ReceiptFilter filter) => new Conditions(ask).And("r.received_on >= @from", "@from", filter.From).And("r.received_on <= @to", "@to", filter.To);
}
