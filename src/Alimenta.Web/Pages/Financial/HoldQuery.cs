using System.Globalization;
using Alimenta.Data;
using Alimenta.Kernel;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Reading;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Pages.Financial;

/// <summary>Which holds an address asks for.</summary>
internal static class HoldQuery
{
    private static readonly string[] SortKeys = ["for", "since", "review", "amount"];

    /// <summary>How the list is asked for.</summary>
    public static ListQuery Read(HttpRequest request) => ListQuery.Read(request, SortKeys, "", false, "reason", "owner", "age", "status", "case");

    /// <summary>The filter.</summary>
    public static HoldFilter Of(ListQuery query) => new(
        Enum.TryParse<HoldReason>(query.Filter("reason"), true, out var reason) && Enum.IsDefined(reason) ? reason : null,
        query.Filter("owner") is HoldRules.Accounting or HoldRules.CaseManager ? query.Filter("owner") : "",
        int.TryParse(query.Filter("age"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? Math.Min(days, 10_000) : 0,
        query.Filter("status") == "review",
        query.Filter("status") switch { "released" => HoldStatus.Released, "voided" => HoldStatus.Voided, _ => HoldStatus.Active },
        CaseNumber.TryParse(query.Filter("case"), out var number) ? number.ToString() : "");

    /// <summary>Where the holds of a reason on a case are listed.</summary>
    public static string Address(string number, HoldReason reason) => $"/money/holds?case={number}&reason={Word(reason)}";

    /// <summary>A reason in an address.</summary>
    public static string Word(HoldReason reason) => reason.ToString().ToLowerInvariant();
}
