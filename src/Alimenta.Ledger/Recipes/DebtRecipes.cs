namespace Alimenta.Ledger;

/// <summary>How each event is posted: pure functions from the event to its entry. docs/accounting/recipes.md shows each with figures.</summary>
public static partial class Recipes
{
    /// <summary>Support falls due: charged to current; a judgment for the past straight to its class.</summary>
    public static Entry Charge(EntryHead head, Owed debt, Money amount, Account? place = null) =>
        head.With(EntryKinds.Charge, new DebtMovement(debt, Accounts.Charged, place ?? Accounts.Current, amount).Lines());

    /// <summary>A month ends: unpaid current support goes to the class that the assistance of the month demands.</summary>
    public static Entry MonthEnd(EntryHead head, IEnumerable<DebtMovement> moves) => head.With(EntryKinds.MonthEnd, moves.SelectMany(m => m.Lines()));

    /// <summary>Arrears change class: assistance begins or ends, or the unreimbursed assistance moves.</summary>
    public static Entry ClassMove(EntryHead head, IEnumerable<DebtMovement> moves) => head.With(EntryKinds.ClassMove, moves.SelectMany(m => m.Lines()));

    /// <summary>A decision raises (from adjusted) or lowers (to adjusted) debts.</summary>
    public static Entry Adjustment(EntryHead head, IEnumerable<DebtMovement> moves) => head.With(EntryKinds.Adjustment, moves.SelectMany(m => m.Lines()));

    /// <summary>A debt is taken over from an earlier record.</summary>
    public static Entry OpeningBalance(EntryHead head, Owed debt, Account place, Money amount) =>
        head.With(EntryKinds.OpeningBalance, new DebtMovement(debt, Accounts.Opening, place, amount).Lines());

    /// <summary>Assistance is paid (above nothing) or corrected (below): what is not reimbursed moves by it.</summary>
    public static Entry Grant(EntryHead head, Account ura, long custodianId, Money amount) =>
        head.With(EntryKinds.Grant, Assistance(ura, Accounts.AssistancePaid, custodianId, amount));

    private static Line[] Assistance(Account ura, Account contra, long custodianId, Money amount) =>
        [new Line(ura, amount) { PersonId = custodianId }, new Line(contra, -amount) { PersonId = custodianId }];
}
