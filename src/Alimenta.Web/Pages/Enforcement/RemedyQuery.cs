using Alimenta.Data;
using Alimenta.Kernel;
using Alimenta.Office.Reading;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Pages.Enforcement;

/// <summary>Which selections an address asks for.</summary>
internal static class RemedyQuery
{
    /// <summary>The remedies with the parts of the debt, as an address names them.</summary>
    public static IReadOnlyList<(string Word, Remedy Remedy, SelectedDebt Debt)> Remedies { get; } =
    [
        ("federal-assigned", Remedy.FederalTaxRefund, SelectedDebt.Assigned), ("federal-family", Remedy.FederalTaxRefund, SelectedDebt.Family),
        ("state", Remedy.StateTaxRefund, SelectedDebt.All), ("passport", Remedy.Passport, SelectedDebt.All),
    ];

    /// <summary>Days that count as new.</summary>
    public const int New = 7;

    /// <summary>How the list is asked for. A case that is none is left away.</summary>
    public static ListQuery Read(HttpRequest request) => ListQuery.Read(request, SelectionLists.SortKeys, "since", true, "remedy", "show", "new", "case");

    /// <summary>The filter.</summary>
    public static SelectionFilter Of(ListQuery query)
    {
        var remedy = Remedies.FirstOrDefault(r => r.Word == query.Filter("remedy"));
        return new(
            remedy.Word is null ? null : remedy.Remedy, remedy.Word is null ? null : remedy.Debt,
            query.Filter("show") switch { "person" => SelectionStanding.NeedsPerson, "left-out" => SelectionStanding.LeftOut, _ => SelectionStanding.Selected },
            query.Filter("show") == "ended", query.Filter("new").Length > 0 ? New : 0, CaseOf(query));
    }

    /// <summary>The case that was asked for; empty where none was, or no number.</summary>
    public static string CaseOf(ListQuery query) => CaseNumber.TryParse(query.Filter("case"), out var number) ? number.ToString() : "";
}
