using System.Collections.Frozen;

namespace Alimenta.Ledger;

/// <summary>The chart of accounts. Debit is positive, credit negative.</summary>
/// <remarks>In the debt book the account is the arrears class: a debt moves from class to class by an entry.</remarks>
public static class Accounts
{
    private const Dimensions Owed = Dimensions.Obligor | Dimensions.Case | Dimensions.Obligation;
    private const string OwedSign = "Debit: owed. Credit: paid beyond what is owed.";
    private const string LiabilitySign = "Credit: in hand for them. Debit: given out beyond what was theirs.";

    /// <summary>Support due in the month that runs.</summary>
    public static readonly Account Current = Debt("current", Owed, "Support due in the month that still runs.", OwedSign);

    /// <summary>Never assigned arrears.</summary>
    public static readonly Account NeverAssigned = Debt("NA", Owed, "Arrears never assigned: the family's.", OwedSign);

    /// <summary>Permanently assigned arrears.</summary>
    public static readonly Account PermanentlyAssigned = Debt("PA", Owed, "Arrears that accrued during assistance: the state's up to the unreimbursed assistance.", OwedSign);

    /// <summary>Temporarily assigned arrears.</summary>
    public static readonly Account TemporarilyAssigned = Debt("TA", Owed, "Arrears from before an older assistance spell, assigned while it runs.", OwedSign);

    /// <summary>Conditionally assigned arrears.</summary>
    public static readonly Account ConditionallyAssigned = Debt("CA", Owed, "What was temporarily assigned when the spell ended.", OwedSign);

    /// <summary>Unassigned during-assistance arrears.</summary>
    public static readonly Account UnassignedDuring = Debt("UDA", Owed, "Arrears that accrued during assistance above the unreimbursed assistance: the family's.", OwedSign);

    /// <summary>Unassigned pre-assistance arrears.</summary>
    public static readonly Account UnassignedBefore = Debt("UPA", Owed, "Temporarily assigned arrears above the unreimbursed assistance when the spell ended: the family's.", OwedSign);

    /// <summary>Assigned foster care arrears.</summary>
    public static readonly Account FosterCare = Debt("FC", Owed, "Arrears assigned for title IV-E foster care.", OwedSign);

    /// <summary>Assigned medical arrears.</summary>
    public static readonly Account Medical = Debt("MED", Owed, "Medical support of a dollar amount in arrears.", OwedSign);

    /// <summary>Contra account of charges.</summary>
    public static readonly Account Charged = Debt("charged", Owed, "What was ever charged; the other side of every charge.", "Credit: charged in all.");

    /// <summary>Contra account of payments.</summary>
    public static readonly Account Satisfied = Debt("satisfied", Owed, "What was ever satisfied by collections; the other side of every payment of a debt.", "Debit: satisfied in all.");

    /// <summary>Contra account of payments by another person who owes the same debt.</summary>
    public static readonly Account SatisfiedByPartner = Debt("satisfied.partner", Owed, "What another person who owes the same debt paid of it; no money of this obligor stands behind it.", "Debit: satisfied in all.");

    /// <summary>Contra account of adjustments.</summary>
    public static readonly Account Adjusted = Debt("adjusted", Owed, "What was ever adjusted by decision; the other side of every adjustment.", "Credit: raised in all. Debit: lowered in all.");

    /// <summary>Contra account of opening balances.</summary>
    public static readonly Account Opening = Debt("opening", Owed, "Debts taken over from an earlier system or a court's record.", "Credit: taken over in all.");

    /// <summary>Unreimbursed title IV-A assistance of a custodian.</summary>
    public static readonly Account UraTanf = Debt("ura.tanf", Dimensions.Person, "Cash assistance (title IV-A) paid to a custodian and not yet reimbursed by retained collections.", "Debit: not reimbursed.");

    /// <summary>Unreimbursed title IV-E assistance of a custodian.</summary>
    public static readonly Account UraIve = Debt("ura.ive", Dimensions.Person, "Foster care maintenance (title IV-E) paid and not yet reimbursed by retained collections.", "Debit: not reimbursed.");

    /// <summary>Contra account of grants.</summary>
    public static readonly Account AssistancePaid = Debt("assistance.paid", Dimensions.Person, "Assistance ever paid; the other side of every grant.", "Credit: paid in all.");

    /// <summary>Contra account of retention.</summary>
    public static readonly Account AssistanceRetained = Debt("assistance.retained", Dimensions.Person, "Collections ever retained to reimburse assistance.", "Debit: retained in all.");

    /// <summary>Money in the bank account of the disbursement unit.</summary>
    public static readonly Account Cash = Custody("cash", Dimensions.None, "Money in the bank account of the disbursement unit.", "Debit: in the bank.");

    /// <summary>Receipts whose obligor is not known.</summary>
    public static readonly Account Unidentified = Custody("unidentified", Dimensions.Receipt, "Receipts whose obligor is not known yet.", LiabilitySign);

    /// <summary>Money of a known obligor that is not distributed.</summary>
    public static readonly Account Undistributed = Custody("undistributed", Dimensions.Obligor | Dimensions.Receipt, "Receipts of a known obligor that are not distributed yet.", LiabilitySign);

    /// <summary>Money held for months to come.</summary>
    public static readonly Account Future = Custody("future", Dimensions.Obligor | Dimensions.Receipt, "An obligor's money held as support of months to come.", LiabilitySign);

    /// <summary>Distributed money that waits for a named reason.</summary>
    public static readonly Account Held = Custody("held", Dimensions.Person, "Distributed money that may not leave yet, for a reason that a hold names.", LiabilitySign);

    /// <summary>Due to a family.</summary>
    public static readonly Account PayableFamily = Custody("payable.family", Dimensions.Person, "Due to a family.", LiabilitySign);

    /// <summary>Due to the state as its share.</summary>
    public static readonly Account PayableState = Custody("payable.state", Dimensions.Person, "The state's share of retained collections.", LiabilitySign);

    /// <summary>Due to the federal government as its share.</summary>
    public static readonly Account PayableFederal = Custody("payable.federal", Dimensions.Person, "The federal share of retained collections.", LiabilitySign);

    /// <summary>Due to the Medicaid agency.</summary>
    public static readonly Account PayableMedicaid = Custody("payable.medicaid", Dimensions.Person, "Assigned medical support, due to the Medicaid agency.", LiabilitySign);

    /// <summary>Due to a placement agency.</summary>
    public static readonly Account PayableAgency = Custody("payable.agency", Dimensions.Person, "Due to the agency that cares for a child in foster care.", LiabilitySign);

    /// <summary>Due to another state or country.</summary>
    public static readonly Account PayableOtherState = Custody("payable.otherstate", Dimensions.Person, "Due to another state or country, which pays the family.", LiabilitySign);

    /// <summary>Due back to the payor.</summary>
    public static readonly Account PayableRefund = Custody("payable.refund", Dimensions.Person, "Due back to an obligor, or to the spouse of a joint return.", LiabilitySign);

    /// <summary>The annual fee retained from support.</summary>
    public static readonly Account Fee = Custody("fee", Dimensions.Person, "Annual fee (42 USC 654(6)(B)) retained or collected, due to the state.", LiabilitySign);

    /// <summary>Disbursements made and not yet charged to the bank account.</summary>
    public static readonly Account Issued = Custody("issued", Dimensions.Person, "Disbursements written, until their file is released to the bank.", "Credit: on the way out.");

    /// <summary>What a payee was paid without being owed it.</summary>
    public static readonly Account Recovery = Custody("recovery", Dimensions.Person, "What a payee was paid without being owed it: a potential recovery, taken only with consent.", "Debit: to be recovered.");

    /// <summary>The state's own money that stands in for money that is missing.</summary>
    public static readonly Account StateFunds = Custody("statefunds", Dimensions.None, "What the state's own money must make good: offset fees taken before the money came, losses borne.", "Debit: to be made good by the state. Credit: paid in beforehand.");

    /// <summary>All accounts in the order of the chart.</summary>
    public static readonly IReadOnlyList<Account> All =
    [
        Current, NeverAssigned, PermanentlyAssigned, TemporarilyAssigned, ConditionallyAssigned, UnassignedDuring, UnassignedBefore, FosterCare, Medical,
        Charged, Satisfied, SatisfiedByPartner, Adjusted, Opening, UraTanf, UraIve, AssistancePaid, AssistanceRetained,
        Cash, Unidentified, Undistributed, Future, Held,
        PayableFamily, PayableState, PayableFederal, PayableMedicaid, PayableAgency, PayableOtherState, PayableRefund, Fee, Issued, Recovery, StateFunds,
    ];

    /// <summary>The accounts of arrears, in the order of the chart; the code of each is its class.</summary>
    public static readonly IReadOnlyList<Account> Arrears =
        [NeverAssigned, PermanentlyAssigned, TemporarilyAssigned, ConditionallyAssigned, UnassignedDuring, UnassignedBefore, FosterCare, Medical];

    private static readonly FrozenDictionary<string, Account> ByCode = All.ToFrozenDictionary(a => a.Code, StringComparer.Ordinal);

    /// <summary>The account with a code.</summary>
    /// <exception cref="KeyNotFoundException">The chart has no such account.</exception>
    public static Account Find(string code) =>
        ByCode.TryGetValue(code, out var account) ? account : throw new KeyNotFoundException($"The chart of accounts has no account '{code}'.");

    private static Account Debt(string code, Dimensions needs, string says, string sign) => new(code, Book.Debt, needs, says, sign);

    private static Account Custody(string code, Dimensions needs, string says, string sign) => new(code, Book.Custody, needs, says, sign);
}
