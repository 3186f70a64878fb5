using Alimenta.Law.Guidelines;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>What one parent owes before credits, with all its places.</summary>
/// <param name="Cents">The amount.</param>
/// <param name="Area">A, B or C; empty where the areas do not count.</param>
internal readonly record struct Owed(decimal Cents, string Area);

/// <summary>The basic obligation of one parent: areas A, B and C of the schedule (rules 9.3(2), 9.26).</summary>
internal static class Obligation
{
    private const string Citation = "Iowa Ct. R. 9.3(2), 9.26";

    /// <summary>Decides in which area the parent's own income lies and what follows.</summary>
    /// <param name="sheet">The worksheet.</param>
    /// <param name="schedule">The schedule.</param>
    /// <param name="who">The parent who owes.</param>
    /// <param name="own">The parent's adjusted net income.</param>
    /// <param name="combined">That of both.</param>
    /// <param name="children">For how many children.</param>
    public static Owed WithAreas(IowaSheet sheet, Schedule schedule, IowaParty who, Money own, Money combined, int children)
    {
        var area = AreaOf(sheet.Law, own, children);
        sheet.Lines.Add(WorksheetLine.Words("4-A", "Area of the schedule", who.Party(), area, Citation));
        if (area == "C") return new(Shared(sheet, schedule, who, own, combined, children), area);
        var alone = schedule.Of(own, children);
        sheet.Line("4-B", "Schedule amount for this parent's income alone", who.Party(), alone, Citation);
        if (area == "A")
        {
            sheet.Why?.Step($"With {own} {who.Name()} is in Area A: only that income counts, and the schedule gives {alone}.", Citation, "support");
            return new(alone.Cents, area);
        }

        var shared = Shared(sheet, schedule, who, own, combined, children);
        sheet.Why?.Step($"With {own} {who.Name()} is in Area B: the lower of {alone} (own income) and {IowaSheet.Dollars(shared)} (share of both) counts.", Citation, "support");
        return new(Math.Min(alone.Cents, shared), area);
    }

    /// <summary>The parent's share of the obligation for both incomes; the share is not rounded.</summary>
    public static decimal Shared(IowaSheet sheet, Schedule schedule, IowaParty who, Money own, Money combined, int children)
    {
        var basic = schedule.Of(combined, children);
        sheet.Line("4-C", "Schedule amount for both incomes", GuidelineParty.Total, basic, "Iowa Ct. R. 9.26");
        var share = combined.IsZero ? 0m : (decimal)basic.Cents * own.Cents / combined.Cents;
        sheet.Exact("4-D", "Share of it", who.Party(), share, Citation);
        sheet.Why?.Step($"For {combined} together and {children} {(children == 1 ? "child" : "children")} the schedule gives {basic}; the share of {who.Name()} is {IowaSheet.Dollars(share)}.", Citation, "support");
        return share;
    }

    /// <summary>A, B or C.</summary>
    public static string AreaOf(GuidelineLaw law, Money own, int children)
    {
        if (own <= law.Money("ia/guidelines/areas/a-end")) return "A";
        return own <= law.Table("ia/guidelines/areas/b-end").AtOrBelow("children", children)![1].Money ? "B" : "C";
    }

    /// <summary>The minimum order for so many children.</summary>
    public static Money Minimum(GuidelineLaw law, int children) => law.Table("ia/guidelines/areas/minimum").AtOrBelow("children", children)![1].Money;
}
