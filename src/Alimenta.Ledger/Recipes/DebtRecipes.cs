namespace Alimenta.Ledger;

/// <summary>How each event is posted: pure functions from the event to its entry. docs/accounting/recipes.md shows each with figures.</summary>
public static partial class Recipes
{
    /// <summary>Support falls due: from charged to current; a judgment for the past straight to its class.</summary>
    public static Entry Charge(EntryHead head, IEnumerable<DebtMovement> debts) => head.With(EntryKinds.Charge, Lines(debts));

    /// <summary>A month ends: unpaid current support goes to the class that the assistance of the month demands.</summary>
    public static Entry MonthEnd(EntryHead head, IEnumerable<DebtMovement> debts) => head.With(EntryKinds.MonthEnd, Lines(debts));

    /// <summary>Arrears change class outside a month end: a spell of assistance begins.</summary>
    public static Entry ClassMove(EntryHead head, IEnumerable<DebtMovement> debts) => head.With(EntryKinds.ClassMove, Lines(debts));

    /// <summary>A decision raises (from adjusted) or lowers (to adjusted) debts.</summary>
    public static Entry Adjustment(EntryHead head, IEnumerable<DebtMovement> debts) => head.With(EntryKinds.Adjustment, Lines(debts));

    /// <summary>A debt is taken over from an earlier record: from opening to its class.</summary>
    public static Entry OpeningBalance(EntryHead head, IEnumerable<DebtMovement> debts) => head.With(EntryKinds.OpeningBalance, Lines(debts));

    /// <summary>Assistance is paid or corrected; arrears that change class with what is not reimbursed go in the same entry.</summary>
    public static Entry Grant(EntryHead head, IEnumerable<AssistanceMovement> assistance, IEnumerable<DebtMovement> debts) =>
        head.With(EntryKinds.Grant, [.. Lines(debts), .. assistance.SelectMany(a => a.Lines())]);

    private static IEnumerable<Line> Lines(IEnumerable<DebtMovement> debts) => debts.SelectMany(d => d.Lines());
}
