using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Ledger;

namespace Alimenta.Office.Disbursement;

/// <summary>Between kinds of payees and the accounts on which their money stands.</summary>
public static class PayableAccounts
{
    /// <summary>The account on which money of a kind of payee stands before it leaves.</summary>
    public static Account Of(PayeeKind kind) => kind switch
    {
        PayeeKind.State => Accounts.PayableState,
        PayeeKind.Federal => Accounts.PayableFederal,
        PayeeKind.Medicaid => Accounts.PayableMedicaid,
        PayeeKind.Agency => Accounts.PayableAgency,
        PayeeKind.OtherState => Accounts.PayableOtherState,
        PayeeKind.Refund => Accounts.PayableRefund,
        PayeeKind.Fee => Accounts.Fee,
        _ => Accounts.PayableFamily,
    };

    /// <summary>The kind of payee of a recipient.</summary>
    public static PayeeKind KindOf(Recipient to, bool federal) => to switch
    {
        Recipient.StateIvA or Recipient.StateIvE => federal ? PayeeKind.Federal : PayeeKind.State,
        Recipient.Medicaid => PayeeKind.Medicaid,
        Recipient.Agency => PayeeKind.Agency,
        Recipient.Refund => PayeeKind.Refund,
        Recipient.Fee => PayeeKind.Fee,
        _ => PayeeKind.Family,
    };

    /// <summary>Whether a payee of the kind is a public account, with which a difference is settled by the next transfer and not recovered.</summary>
    public static bool IsPublic(PayeeKind kind) => kind is PayeeKind.State or PayeeKind.Federal or PayeeKind.Medicaid or PayeeKind.Agency or PayeeKind.Fee;
}
