using System.Globalization;
using Alimenta.Data;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Pages.Cases;

/// <summary>The tables of cases, said once for page and spreadsheet.</summary>
internal static class CaseTables
{
    /// <summary>The columns by which a list of cases is sorted.</summary>
    public static IEnumerable<string> SortKeys { get; } = Cases(new()).SortKeys;

    /// <summary>A list of cases.</summary>
    /// <param name="query">How it is asked for: a list of cases with tasks names the next one of each.</param>
    public static TableOf<CaseRow> Cases(ListQuery query) => new TableOf<CaseRow>()
        .Text("Case", c => c.Title, head: true, href: c => $"/cases/{c.Number}")
        .Key("Number", c => c.Number, sort: "number")
        .Text("Mark", c => string.Join(", ", new[] { c.FamilyViolence ? "family violence: safe channels only" : "", c.Holds > 0 ? Words.Count(c.Holds, "hold", "holds") : "", c.Status == CaseStatus.Closed ? "closed" : "" }.Where(m => m.Length > 0)),
            tone: c => c.FamilyViolence ? Tone.Bad : c.Holds > 0 ? Tone.Warn : Tone.Neutral)
        .Text("Office", c => c.Office)
        .Text("Worker", c => c.Worker)
        .Date("Opened", c => c.OpenedOn, sort: "opened")
        .Date("Next task", c => c.NextTask, sort: "task")
        .When(query.Filter("with") is "tasks" or "late-tasks", t => t.Text("What to do", c => c.NextTaskTitle))
        .Money("Still due this month", c => c.Current)
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
        if (rows?.Any(r => !r.Held.IsZero) ?? true) table = table.Money("Held for the family", r => Some(r.Held));
        if (rows?.Any(r => !r.Retained.IsZero) ?? true) table = table.Money("Kept for assistance or fee", r => Some(r.Retained));
        if (rows?.Any(r => !r.Elsewhere.IsZero) ?? true) table = table.Money("Elsewhere", r => Some(r.Elsewhere));
        return rows?.Any(r => Note(r, Words.Date).Length > 0) ?? true ? table.Add(new()
        {
            Title = "Note", Kind = CellKind.Text, Text = r => Note(r, Words.Date), Csv = r => Note(r, Words.Iso), Tone = r => !r.Returned.IsZero ? Tone.Bad : r.Held.IsZero ? Tone.Neutral : Tone.Warn,
        }) : table;
    }

    /// <summary>The filters and order of the list of cases in an address.</summary>
    public static ListQuery Query(HttpRequest request) => ListQuery.Read(request, SortKeys, "number", false, "with", "office", "status", "mine");

    /// <summary>The filter as the office takes it.</summary>
    /// <param name="query">How it is asked for.</param>
    /// <param name="by">Who asks: the cases that this person works can be asked for.</param>
    public static CaseFilter Filter(ListQuery query, Actor by) => new(
        query.Filter("status") switch { "closed" => CaseStatus.Closed, "open" => CaseStatus.Open, _ => null },
        int.TryParse(query.Filter("office"), NumberStyles.None, CultureInfo.InvariantCulture, out var office) ? office : null, query.Filter("with"),
        query.Filter("mine") == "yes" ? by.UserId : null);

    private static Money? Some(Money amount) => amount.IsZero ? null : amount;

    private static string Note(CaseReceipt r, Func<DateOnly, string> day) => string.Join("; ", new[]
    {
        r.Returned.IsZero ? r.Status == ReceiptStatus.Distributed ? "" : MoneyWords.Of(r.Status) : $"{r.Returned} came back",
        r.Held.IsZero ? "" : Waits(r, day),
    }.Where(n => n.Length > 0));

    private static string Waits(CaseReceipt r, Func<DateOnly, string> day)
    {
        var why = r.HeldFor is { } reason ? HoldWords.Name(reason).ToLowerInvariant() : "several reasons";
        return r.HeldUntil is { } until ? $"held until {day(until)}: {why}" : $"held: {why}{(r.ReviewOn is { } review ? $"; looked at again {day(review)}" : "")}";
    }
}
