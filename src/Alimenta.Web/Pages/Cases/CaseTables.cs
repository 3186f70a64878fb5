using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Pages.Cases;

/// <summary>The tables of cases, said once for page and spreadsheet.</summary>
internal static class CaseTables
{
    /// <summary>A list of cases.</summary>
    public static TableOf<CaseRow> Cases { get; } = new TableOf<CaseRow>()
        .Text("Case", c => c.Title, head: true, href: c => $"/cases/{c.Number}")
        .Text("Number", c => c.Number, sort: "number")
        .Text("Mark", c => string.Join(", ", new[] { c.FamilyViolence ? "family violence: safe channels only" : "", c.Holds > 0 ? Words.Count(c.Holds, "hold", "holds") : "", c.Status == CaseStatus.Closed ? "closed" : "" }.Where(m => m.Length > 0)),
            tone: c => c.FamilyViolence ? Tone.Bad : c.Holds > 0 ? Tone.Warn : Tone.Neutral)
        .Text("Office", c => c.Office)
        .Text("Worker", c => c.Worker)
        .Date("Opened", c => c.OpenedOn, sort: "opened")
        .Date("Next task", c => c.NextTask, sort: "task")
        .Money("Due this month", c => c.Current)
        .Money("Arrears", c => c.Arrears, sort: "arrears");

    /// <summary>What came in for a case and where it went.</summary>
    /// <param name="mayOpen">Whether a receipt may be opened.</param>
    /// <param name="rows">What is shown: a column in which nothing would stand is left out.</param>
    public static TableOf<CaseReceipt> Receipts(bool mayOpen, IReadOnlyList<CaseReceipt>? rows = null)
    {
        var table = new TableOf<CaseReceipt>()
            .Date("Received", r => r.ReceivedOn)
            .Text("Payment", r => $"{MoneyWords.Of(r.Source)}, {r.Payor}", head: true, href: mayOpen ? r => $"/receipts/{r.Id}" : null)
            .Money("Amount", r => r.Amount)
            .Money("To the family", r => Some(r.ToFamily));
        if (rows?.Any(r => !r.Retained.IsZero) ?? true) table = table.Money("Kept for assistance or fee", r => Some(r.Retained));
        if (rows?.Any(r => !r.Elsewhere.IsZero) ?? true) table = table.Money("Elsewhere", r => Some(r.Elsewhere));
        return rows?.Any(r => Note(r).Length > 0) ?? true ? table.Text("Note", Note, tone: r => r.Returned.IsZero ? Tone.Neutral : Tone.Bad) : table;
    }

    /// <summary>The filters and order of the list of cases in an address.</summary>
    public static ListQuery Query(HttpRequest request) => ListQuery.Read(request, Cases.SortKeys, "number", false, "with", "office", "status");

    /// <summary>The filter as the office takes it.</summary>
    public static CaseFilter Filter(ListQuery query) => new(
        query.Filter("status") switch { "closed" => CaseStatus.Closed, "open" => CaseStatus.Open, _ => null },
        int.TryParse(query.Filter("office"), NumberStyles.None, CultureInfo.InvariantCulture, out var office) ? office : null, query.Filter("with"));

    private static Money? Some(Money amount) => amount.IsZero ? null : amount;

    private static string Note(CaseReceipt r) => !r.Returned.IsZero ? $"{r.Returned} came back" : r.Status == ReceiptStatus.Distributed ? "" : MoneyWords.Of(r.Status);
}
