using Alimenta.Data;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Tables;
using Alimenta.Web.Pages.Cases;

namespace Alimenta.Web.Pages.Receipts;

/// <summary>The tables of receipts, said once for page and spreadsheet.</summary>
internal static class ReceiptTables
{
    /// <summary>A list of receipts.</summary>
    public static TableOf<ReceiptRow> List { get; } = new TableOf<ReceiptRow>()
        .Date("Received", r => r.ReceivedOn, sort: "received")
        .Text("Receipt", r => MoneyWords.Number(r.Key), head: true, href: r => $"/receipts/{r.Id}")
        .Text("From", r => r.Payor, sort: "from")
        .Text("Whose", r => r.Obligor.Length > 0 ? r.Obligor : "not known", sort: "whose")
        .Text("Collected by", r => MoneyWords.Of(r.Source))
        .Date("Collected", r => r.CollectedOn, sort: "collected")
        .Text("Stands", r => MoneyWords.Of(r.Status), tone: r => r.Status switch { ReceiptStatus.Unidentified => Tone.Warn, ReceiptStatus.Returned => Tone.Bad, _ => Tone.Neutral })
        .Money("Amount", r => r.Amount, sort: "amount")
        .Money("Came back", r => r.Returned.IsZero ? null : r.Returned);

    /// <summary>The filters in an address.</summary>
    public static ListQuery Query(HttpRequest request) => ListQuery.Read(request, List.SortKeys, "", false, "status", "source", "from", "to");

    /// <summary>The filter as the office takes it.</summary>
    public static ReceiptFilter Filter(ListQuery query) => new(Word<ReceiptStatus>(query.Filter("status")), Word<ReceiptSource>(query.Filter("source")), LedgerQuery.Day(query.Filter("from")), LedgerQuery.Day(query.Filter("to")));

    /// <summary>A state or kind as a word of an address.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    private static T? Word<T>(string text)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => Word(v) == text).Select(v => (T?)v).FirstOrDefault();
}
