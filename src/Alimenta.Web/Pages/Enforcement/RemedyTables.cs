using Alimenta.Data;
using Alimenta.Office.Enforcement;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Tables;
using Alimenta.Web.Pages.Files;

namespace Alimenta.Web.Pages.Enforcement;

/// <summary>The list of who is selected, said once for page and spreadsheet.</summary>
internal static class RemedyTables
{
    /// <summary>Who stands on the list.</summary>
    public static TableOf<SelectionRow> Standing { get; } = Head()
        .Text("Why", s => RemedyWords.Of(s.Reason))
        .Date("Since", s => s.Since, sort: "since")
        .Money("Amount", s => s.Amount, sort: "amount");

    /// <summary>Who left it.</summary>
    public static TableOf<SelectionRow> Ended { get; } = Head()
        .Text("Was", s => RemedyWords.Of(s.Standing).ToLowerInvariant())
        .Date("From", s => s.Since)
        .Date("Ended", s => s.To, sort: "since")
        .Text("Why it ended", s => RemedyWords.Of(s.Ended))
        .Money("Amount", s => s.Amount, sort: "amount");

    /// <summary>The history of one obligor.</summary>
    public static TableOf<SelectionHistory> History { get; } = new TableOf<SelectionHistory>()
        .Text("Remedy", h => RemedyWords.Of(h.Row.Remedy, h.Row.Debt), head: true)
        .Text("Where it stood", h => RemedyWords.Of(h.Row.Standing), template: h => FileTables.Mark(RemedyWords.Of(h.Row.Standing), h.Row.To is null ? RemedyWords.ToneOf(h.Row.Standing) : Tone.Neutral))
        .Money("Amount", h => h.Row.Amount, why: RemedyWords.Why)
        .Text("Why", h => RemedyWords.Of(h.Row.Reason))
        .Date("From", h => h.Row.From)
        .Date("Until", h => h.Row.To?.AddDays(-1), none: "goes on")
        .Text("How it ended", h => RemedyWords.Of(h.Row.Ended));

    /// <summary>Control totals of a run.</summary>
    public static TableOf<SelectionTotal> Totals { get; } = new TableOf<SelectionTotal>()
        .Text("Remedy", t => RemedyWords.Of(t.Remedy, t.Debt), head: true)
        .Text("Where they stand", t => RemedyWords.Of(t.Standing))
        .Count("Obligors", t => t.Count)
        .Money("Amount", t => t.AmountCents);

    private static TableOf<SelectionRow> Head() => new TableOf<SelectionRow>()
        .Text("Obligor", s => s.Obligor, head: true, href: s => $"/enforcement/{s.CaseNumber}")
        .Key("Case", s => s.Cases > 1 ? $"{s.CaseNumber} and {Words.Count(s.Cases - 1)} more" : s.CaseNumber, href: s => $"/cases/{s.CaseNumber}")
        .Text("Remedy", s => RemedyWords.Of(s.Remedy, s.Debt))
        .Text("State", s => RemedyWords.StateOf(s.Policy));
}
