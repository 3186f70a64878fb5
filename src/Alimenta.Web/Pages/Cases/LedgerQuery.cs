using System.Globalization;
using Alimenta.Ledger;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Tables;
using Chart = Alimenta.Ledger.Accounts;

namespace Alimenta.Web.Pages.Cases;

/// <summary>How the ledger of a case is asked for, and its columns: the same for page and spreadsheet.</summary>
internal static class LedgerQuery
{
    /// <summary>The accounts on which debt stands.</summary>
    public static IReadOnlyList<string> AccountCodes { get; } = [Chart.Current.Code, .. Chart.Arrears.Select(a => a.Code)];

    /// <summary>The kinds of entries that touch debt.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
        [EntryKinds.Charge, EntryKinds.Distribution, EntryKinds.MonthEnd, EntryKinds.ClassMove, EntryKinds.Grant, EntryKinds.Adjustment, EntryKinds.OpeningBalance];

    /// <summary>The filters in an address; what cannot be read is left out.</summary>
    public static ListQuery Read(HttpRequest request) => ListQuery.Read(request, [], "", false, "account", "month", "from", "to", "kind", "reversed");

    /// <summary>The filter as the office takes it.</summary>
    public static LedgerFilter Filter(ListQuery query) => new(
        Known(query.Filter("account"), AccountCodes), SupportMonth.TryParse(query.Filter("month"), out var month) ? month : null, Day(query.Filter("from")), Day(query.Filter("to")),
        Known(query.Filter("kind"), Kinds), "", query.Filter("reversed") == "yes");

    /// <summary>The columns.</summary>
    /// <param name="mayOpen">Whether a receipt may be opened.</param>
    /// <param name="why">Why a line is what it is; null for a spreadsheet.</param>
    /// <param name="obligation">What an obligation is called; a spreadsheet keeps its number.</param>
    public static TableOf<LedgerRow> Columns(bool mayOpen, Func<LedgerRow, Reason?>? why, Func<string, string>? obligation = null) => new TableOf<LedgerRow>()
        .Date("Effective", r => r.EffectiveOn)
        .Text("What", What, head: true, href: r => mayOpen && r.ReceiptId is { } id ? $"/receipts/{id}" : "")
        .Text("Class", r => r.Account == Chart.Current.Code ? "current support" : $"{MoneyWords.ClassOf(r.Account)} ({r.Account})")
        .Text("Month", r => MoneyWords.Month(r.Month), csv: r => Words.Iso(r.Month))
        .Text("Obligation", r => obligation is null ? r.Obligation : obligation(r.Obligation))
        .Money("Amount", r => r.Amount, why: why)
        .Money("Balance", r => r.Balance)
        .Text("Recorded", r => Words.Date(DateOnly.FromDateTime(r.RecordedAt)), csv: r => Words.Iso(DateOnly.FromDateTime(r.RecordedAt)));

    /// <summary>A day in an address, or null.</summary>
    public static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string What(LedgerRow row) =>
        row.Reversal ? $"{MoneyWords.Kind(row.Kind)}, taken back" : row.Reason.Length > 0 ? $"{MoneyWords.Kind(row.Kind)}: {row.Reason}" : MoneyWords.Kind(row.Kind);

    private static string Known(string text, IReadOnlyList<string> known) => known.Contains(text, StringComparer.Ordinal) ? text : "";
}
