using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Calculator;

/// <summary>The language of a page: that of its address where a page speaks several, and English everywhere else.</summary>
public static class PageTongue
{
    private const string Root = "/calculator";

    /// <summary>The language of what is asked for.</summary>
    public static Tongue Of(HttpContext http) =>
        http.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase) ? Tongues.Of(http.Request.Query["lang"]) : Tongue.English;

    /// <summary>The address of a calculator, or of what is made from its answers.</summary>
    /// <param name="state">The state; empty for the first page.</param>
    /// <param name="tongue">The language.</param>
    /// <param name="of">What is made from the answers: worksheet, worksheet.pdf, answers.json; empty for the questions.</param>
    public static string Address(string state, Tongue tongue, string of = "") =>
        $"{Root}{(state.Length == 0 ? "" : "/" + state)}{(of.Length == 0 ? "" : "/" + of)}{(tongue == Tongue.Spanish ? "?lang=es" : "")}";
}
