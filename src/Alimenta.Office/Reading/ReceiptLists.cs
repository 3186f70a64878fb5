using System.Globalization;
using Alimenta.Data;

namespace Alimenta.Office.Reading;

/// <summary>A receipt in a list.</summary>
public sealed record ReceiptRow(
    long Id, string Key, DateOnly ReceivedOn, DateOnly CollectedOn, ReceiptSource Source, Tender Tender, string Payor, string Obligor, Money Amount, Money Returned, ReceiptStatus Status);

/// <summary>Which receipts are wanted; null: any.</summary>
public sealed record ReceiptFilter(ReceiptStatus? Status = null, ReceiptSource? Source = null, DateOnly? From = null, DateOnly? To = null);

/// <summary>A page of receipts with the sum of all of them; null where they are too many to be counted.</summary>
public sealed record ReceiptList(Page<ReceiptRow> Page, Money? Total);

/// <summary>Reads lists of receipts, the latest first unless sorted otherwise. Receipts of one's own are not in them.</summary>
public sealed class ReceiptLists(AlimentaStore store)
{
    private static readonly Dictionary<string, string> Sorts = new() { ["received"] = "r.received_on", ["collected"] = "r.collected_on", ["from"] = "coalesce(e.name, r.payor_name)", ["whose"] = "p.last", ["amount"] = "r.amount" };

    /// <summary>A page of receipts.</summary>
    public async Task<ReceiptList> ReadAsync(Actor by, ReceiptFilter filter, Paging paging = default, CancellationToken cancel = default, Sorting sort = default)
    {
        await using var db = store.Read();
        var ask = new Questions(db).With("@user", by.UserId).With("@take", paging.Take).With("@skip", paging.Skip);
        var where = new Conditions(ask)
            .And("coalesce(r.obligor_id, 0) <> coalesce((select u.person_id from app_user u where u.id = @user), -1)")
            // What is keyed into an open batch is not received yet. Open batches are few: looked up once, not for every receipt.
            .And("(r.batch_id is null or r.batch_id not in (select k.id from receipt_batch k where k.status = 'open'))")
            .And("r.status = @status", "@status", filter.Status is { } status ? Naming.Snake(status.ToString()) : "").And("r.source = @source", "@source", filter.Source is { } source ? Naming.Snake(source.ToString()) : "")
            .And("r.received_on >= @from", "@from", filter.From).And("r.received_on <= @to", "@to", filter.To);
        var totals = ask.Ask($"select count(*), cast(coalesce(sum(amount), 0) as bigint) from (select r.amount from receipt r {where} limit {Paging.MostCounted + 1}) as counted", r => (Count: r.Long(), Sum: r.Money()));
        var rows = ask.Ask(
            $"""
             select r.id, r.natural_key, r.received_on, r.collected_on, r.source, r.tender, coalesce(e.name, r.payor_name), {PersonText.NameColumns}, r.amount, r.returned_amount, r.status
             from receipt r left join employer e on e.id = r.employer_id left join person p on p.id = r.obligor_id {where} {sort.Sql(Sorts, "r.received_on desc, r.id desc", "r.id desc")} limit @take offset @skip
             """,
            r => new ReceiptRow(r.Long(), r.Text(), r.Date(), r.Date(), r.Word<ReceiptSource>(), r.Word<Tender>(), r.Text(), PersonText.NameOrNone(r), r.Money(), r.Money(), r.Word<ReceiptStatus>()));
        await ask.AnswerAsync(cancel);
        await store.Audit.ReadAsync(by, "receipt.list", "receipt", "", string.Create(CultureInfo.InvariantCulture, $"{rows.Count} receipts"), cancel);
        return new(paging.Of(rows, totals[0].Count), totals[0].Count > Paging.MostCounted ? null : totals[0].Sum);
    }
}
