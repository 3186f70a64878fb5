using Alimenta.Data;

namespace Alimenta.Office.Disbursement;

/// <summary>What can be wrong with what is on record of a payee, so that no payment to him can be written: said before one is made, so that it stops nobody else.</summary>
internal static class PayeeFaults
{
    // The account field of a NACHA entry.
    private const int MostOfAccount = 17;

    /// <summary>Why nothing can be entered in the books in the payee's name; null when it can.</summary>
    public static Refusal? OfPerson(Person person) => person.Number.Length > 0 ? null
        : new("R-PAYEE-NUMBER", "The payee has no number, so no payment can name him.", "Have the person's record repaired by whoever looks after the database; the next run then pays him.");

    /// <summary>Why no money can go to the account; null when it can. Nothing of the account's number is repeated.</summary>
    public static Refusal? OfAccount(BankAccount account) =>
        !AbaRouting.TryParse(account.Routing, out _) ? new("R-PAYEE-ROUTING", "The routing number of the payee's account does not check.", "Ask the payee for the routing number, end this account and record the right one.")
        : account.AccountNumber.Trim().Length is 0 or > MostOfAccount || !account.AccountNumber.All(c => c is >= ' ' and <= '~')
            ? new("R-PAYEE-ACCOUNT", "The number of the payee's account is none that a bank takes.", "Ask the payee for the account number, end this account and record the right one.")
            : null;
}
