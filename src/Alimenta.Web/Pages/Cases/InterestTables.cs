using Alimenta.Law.Iowa;
using Alimenta.Office.Interest;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Pages.Cases;

/// <summary>The tables of interest in a case, said once for page and spreadsheet.</summary>
internal static class InterestTables
{
    /// <summary>Payments that bear interest or are unpaid.</summary>
    /// <param name="obligation">What an obligation is called; null in a spreadsheet, which keeps its number.</param>
    /// <param name="why">Why a payment bears what it bears; null in a spreadsheet.</param>
    public static TableOf<InterestPart> Parts(Func<string, string>? obligation = null, Func<InterestPart, Reason?>? why = null) => new TableOf<InterestPart>()
        .Date("Fell due", p => p.Due)
        .Text("What", p => obligation is null ? p.Obligation : obligation(p.Obligation), head: true)
        .Money("Amount", p => p.Amount)
        .Money("Unpaid", p => p.Unpaid.IsZero ? null : p.Unpaid)
        .Date("Bears interest from", p => p.From, none: "not yet")
        .Money("Interest", p => p.Interest.IsZero ? null : p.Interest, why: why);

    /// <summary>Debts on which none can be counted.</summary>
    public static TableOf<IowaNotCounted> NotCounted(Func<string, string> obligation) => new TableOf<IowaNotCounted>()
        .Text("Month of support", n => MoneyWords.Month(n.Month), head: true)
        .Text("What", n => obligation(n.Obligation))
        .Text("Why not", n => Why(n.Why))
        .Money("Still owed", n => n.Left);

    /// <summary>What runs stated.</summary>
    public static TableOf<InterestStated> Stated { get; } = new TableOf<InterestStated>()
        .Date("Through", s => s.Through)
        .Money("Support unpaid", s => s.Unpaid)
        .Money("None counted on", s => s.NotCounted.IsZero ? null : s.NotCounted)
        .Money("Interest", s => s.Interest);

    /// <summary>Control totals of a run.</summary>
    public static TableOf<InterestTotals> Totals { get; } = new TableOf<InterestTotals>()
        .Count("Statements", t => t.Statements)
        .Count("With interest", t => t.WithInterest)
        .Money("Interest", t => t.InterestCents)
        .Money("Support unpaid", t => t.UnpaidCents)
        .Money("None counted on", t => t.NotCountedCents);

    private static string Why(NotCountedWhy why) => why switch
    {
        NotCountedWhy.TakenOver => "taken over from an earlier record: its due day is not known",
        NotCountedWhy.RaisedByDecision => "raised by a decision: its due day is not known",
        NotCountedWhy.Judgment => "a judgment for the past: from when it bears this interest is not settled by what was read",
        NotCountedWhy.BeforeOrder => "fell due before its order was signed: whether it bears interest from then is not settled by what was read",
        NotCountedWhy.OtherState => "an order of another state: which state’s interest it bears is not settled by what was read",
        _ => "fell due before the first day of the recorded law",
    };
}
