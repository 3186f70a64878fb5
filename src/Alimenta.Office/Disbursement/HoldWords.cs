using Alimenta.Data;

namespace Alimenta.Office.Disbursement;

/// <summary>Reasons of holds in the words of people: what it is, why the money waits, what ends it.</summary>
public static class HoldWords
{
    /// <summary>A short name, such as "No address".</summary>
    public static string Name(HoldReason reason) => reason switch
    {
        HoldReason.Unidentified => "Unidentified",
        HoldReason.Future => "Future support",
        HoldReason.JointOffset => "Joint tax offset",
        HoldReason.NoAddress => "No address",
        HoldReason.NoAccount => "No account",
        HoldReason.Deceased => "Payee died",
        HoldReason.Dispute => "Dispute",
        HoldReason.ReturnedPayment => "Payment came back",
        HoldReason.Prenote => "Account being tested",
        _ => "Below the least amount",
    };

    /// <summary>Why the money waits, as a sentence.</summary>
    public static string Why(HoldReason reason) => reason switch
    {
        HoldReason.Unidentified => "Nobody knows yet whose money it is.",
        HoldReason.Future => "It was paid ahead, for support that is not due yet.",
        HoldReason.JointOffset => "The other spouse of a joint tax return may claim a share of it.",
        HoldReason.NoAddress => "No good address of the payee is known.",
        HoldReason.NoAccount => "The payee's account cannot take it, and no good address is known.",
        HoldReason.Deceased => "The payee died.",
        HoldReason.Dispute => "It is in dispute who is to have it, or how much.",
        HoldReason.ReturnedPayment => "The bank sent the payment back.",
        HoldReason.Prenote => "The payee's new account is being tested.",
        _ => "It is less than the least amount of a payment.",
    };

    /// <summary>What ends the hold, as a sentence that says what to do.</summary>
    public static string Mend(HoldReason reason) => reason switch
    {
        HoldReason.Unidentified => "Say whose money it is.",
        HoldReason.Future => "Nothing: it is distributed when that support falls due.",
        HoldReason.JointOffset => "Wait for the day that the rule sets, or for word that the other spouse's share is settled.",
        HoldReason.NoAddress => "Find the payee's address and record it.",
        HoldReason.NoAccount => "Ask the payee for an account or an address and record it.",
        HoldReason.Deceased => "Find out who is entitled to the money now; it needs a decision.",
        HoldReason.Dispute => "Settle the dispute, then release the hold.",
        HoldReason.ReturnedPayment => "Ask the payee for an account or an address that works and record it.",
        HoldReason.Prenote => "Wait for the bank's answer to the test, or record an address.",
        _ => "Nothing: it leaves with the next money of this payee.",
    };

    /// <summary>Who looks after it, at the beginning of a sentence.</summary>
    public static string Owner(string owner) => owner switch
    {
        HoldRules.Accounting => "Accounting",
        HoldRules.CaseManager => "The case manager",
        _ => owner,
    };
}
