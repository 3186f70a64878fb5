using System.Reflection;
using System.Security.Claims;
using Alimenta.Office.Access;
using Alimenta.Web.Access;
using Microsoft.AspNetCore.Components;

namespace Alimenta.Web.Components;

/// <summary>One entry of the bar at the top.</summary>
/// <param name="Title">One or two words.</param>
/// <param name="Href">Where it leads; pages under it mark it as current.</param>
/// <param name="Permission">Who sees it: those who may open it.</param>
/// <param name="Says">What is to be found there, for the start page.</param>
public sealed record NavigationItem(string Title, string Href, string Permission, string Says);

/// <summary>The entries of the bar. A page that is not built yet has none; a test follows each of them.</summary>
public static class Navigation
{
    /// <summary>All entries, from left to right.</summary>
    public static IReadOnlyList<NavigationItem> Items { get; } =
    [
        new("Cases", "/cases", Permissions.CaseRead, "Cases with their people, orders and money, and why every figure is what it is."),
        new("Receipts", "/receipts", Permissions.MoneyRead, "What came in, whose it is and where it went."),
        new("Money", "/money", Permissions.MoneyRead, "What must leave today, what waits and why, and whose money is not known."),
        new("Enforcement", "/enforcement", Permissions.CaseRead, "Who owes enough for a tax refund offset or passport denial, since when and why."),
        new("Files", "/files", Permissions.FileRead, "Payment files that came in and files of payments that went out."),
        new("Oversight", "/oversight", Permissions.BatchRead, "Batch runs, proofs of the books, and who did and saw what."),
        new("Law", "/law", Permissions.LawRead, "Figures, choices and rules with their dates, citations and sources."),
        new("Accounts", "/accounts", Permissions.AccountManage, "Who may sign in, and in which role."),
    ];

    /// <summary>The entries that a person may open.</summary>
    public static IEnumerable<NavigationItem> For(ClaimsPrincipal user) => Items.Where(i => user.May(i.Permission));

    // The box in the bar leads to this page; as long as there is none, there is no box.
    private static readonly bool HasSearchPage = typeof(Navigation).Assembly.GetTypes()
        .SelectMany(t => t.GetCustomAttributes<RouteAttribute>()).Any(r => r.Template == "/search");

    /// <summary>Whether a person may search for cases and people.</summary>
    public static bool MaySearch(ClaimsPrincipal user) => HasSearchPage && user.May(Permissions.CaseRead);
}
