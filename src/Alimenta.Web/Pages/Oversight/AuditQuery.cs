using System.Globalization;
using Alimenta.Office.Reading;
using Alimenta.Web.Components.Tables;
using Alimenta.Web.Pages.Cases;

namespace Alimenta.Web.Pages.Oversight;

/// <summary>How the audit log is asked for: the same for page and spreadsheet.</summary>
internal static class AuditQuery
{
    /// <summary>The filters in an address.</summary>
    public static ListQuery Read(HttpRequest request) => ListQuery.Read(request, [], "", false, "user", "action", "object", "from", "to", "before");

    /// <summary>The filter as the office takes it; what cannot be read is left out.</summary>
    public static AuditFilter Filter(ListQuery query) => new(
        Number(query, "user"), AuditWords.Topics.Any(t => t.Value == query.Filter("action")) ? query.Filter("action") : "", "", query.Filter("object"), LedgerQuery.Day(query.Filter("from")), LedgerQuery.Day(query.Filter("to")), Number(query, "before"));

    private static long? Number(ListQuery query, string filter) => long.TryParse(query.Filter(filter), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
