using Alimenta.Data;

namespace Alimenta.Office.Disbursement;

/// <summary>What is known of a payee when money is to leave for him.</summary>
/// <param name="PayeeId">The person or agency.</param>
/// <param name="Died">Date of death, or null.</param>
/// <param name="Method">The method on record; null: none.</param>
/// <param name="Account">The account on record, or null.</param>
/// <param name="Address">Whether a paper warrant can reach him.</param>
/// <param name="Disputed">Whether a person holds his money for a dispute.</param>
public sealed record PayeeFacts(long PayeeId, DateOnly? Died, PayeeMethod? Method, BankAccount? Account, bool Address, bool Disputed);

/// <summary>How money leaves, or why it may not.</summary>
/// <param name="Method">The method; null when held.</param>
/// <param name="Hold">Why it is held; null when it may leave.</param>
/// <param name="Citation">The rule.</param>
/// <param name="Owner">Who must mend it.</param>
public sealed record PayWay(PaymentMethod? Method, HoldReason? Hold, string Citation, string Owner);

/// <summary>Whether money may leave for a payee now, and how. Money that waits always has a named reason and an owner.</summary>
/// <remarks>An account to which no money can go, because its routing number does not check for one, is as good as none.</remarks>
public static class HoldRules
{
    /// <summary>Owner of holds that accounting works.</summary>
    public const string Accounting = "accounting";

    /// <summary>Owner of holds that the case's worker works.</summary>
    public const string CaseManager = "case-manager";

    /// <summary>Decides for one payee on a day.</summary>
    public static PayWay Decide(PayeeFacts payee, DateOnly today)
    {
        if (payee.Died is { } died && died <= today) return Held(HoldReason.Deceased, "The payee died: money is paid to nobody else without a decision.", Accounting);
        if (payee.Disputed) return Held(HoldReason.Dispute, "42 USC 654b(c)(2)", CaseManager);
        var account = payee.Account is { } known && PayeeFaults.OfAccount(known) is null ? known : null;
        switch (payee.Method?.Method)
        {
            case PaymentMethod.Deposit when account is { PrenoteStatus: PrenoteStatus.Accepted }:
                return Leaves(PaymentMethod.Deposit);
            case PaymentMethod.Card when account is { Kind: BankAccountKind.Card, PrenoteStatus: not PrenoteStatus.Failed }:
                return Leaves(PaymentMethod.Card);
            case PaymentMethod.OtherState when payee.Method.Fips is { Length: > 0 } && account is not null:
                return Leaves(PaymentMethod.OtherState);
            // Until a new account is proved, money leaves on paper: the two-day clock does not wait for a prenote.
            case PaymentMethod.Deposit or PaymentMethod.Card or PaymentMethod.OtherState when payee.Address:
                return Leaves(PaymentMethod.Warrant);
            case PaymentMethod.Deposit when account is { PrenoteStatus: PrenoteStatus.Sent or PrenoteStatus.None }:
                return Held(HoldReason.Prenote, "42 USC 654b(c)(1)", Accounting);
            case PaymentMethod.Deposit or PaymentMethod.Card or PaymentMethod.OtherState:
                return Held(HoldReason.NoAccount, "42 USC 654b(c)(1)", CaseManager);
            default:
                return payee.Address ? Leaves(PaymentMethod.Warrant) : Held(HoldReason.NoAddress, "42 USC 654b(c)(1)", CaseManager);
        }
    }

    private static PayWay Leaves(PaymentMethod method) => new(method, null, "", "");

    private static PayWay Held(HoldReason reason, string citation, string owner) => new(null, reason, citation, owner);
}
