namespace Alimenta.Ledger;

public static partial class Recipes
{
    /// <summary>Payable money may not leave yet.</summary>
    public static Entry Hold(EntryHead head, PayeeMoney payable) => head.With(EntryKinds.Hold, payable.To(Accounts.Held));

    /// <summary>Held money becomes payable again.</summary>
    /// <param name="head">Key, day, reason.</param>
    /// <param name="payable">The payable account to which it returns.</param>
    public static Entry Release(EntryHead head, PayeeMoney payable) =>
        head.With(EntryKinds.Release, (payable with { Account = Accounts.Held }).To(payable.Account));

    /// <summary>What is payable to one payee goes out as one payment. An account that stands in debit, because a public payee had too much before, lowers it.</summary>
    /// <param name="head">Key, day, reason.</param>
    /// <param name="payables">What stands on the payee's accounts; together above nothing.</param>
    public static Entry Disbursement(EntryHead head, IReadOnlyCollection<PayeeMoney> payables)
    {
        if (!payables.Sum(p => p.Amount).IsPositive) throw new LedgerException($"Payment {head.Key} comes to {payables.Sum(p => p.Amount)}: a payment is above nothing.");
        if (payables.Select(p => p.PersonId).Distinct().Count() > 1) throw new LedgerException($"Payment {head.Key} goes to more than one payee.");
        return head.With(EntryKinds.Disbursement, payables.SelectMany(p =>
        {
            var line = new Line(p.Account, p.Amount) { PersonId = p.PersonId, ReceiptId = p.ReceiptId, CaseId = p.CaseId };
            return (Line[])[line, line with { Account = Accounts.Issued, Amount = -p.Amount }];
        }));
    }

    /// <summary>A file of payments is released to the bank, which will take the money.</summary>
    public static Entry FileRelease(EntryHead head, IReadOnlyCollection<PayeeMoney> payments) =>
        head.With(EntryKinds.FileRelease,
        [
            .. payments.Select(p => new Line(Accounts.Issued, p.Amount) { PersonId = p.PersonId, ReceiptId = p.ReceiptId, CaseId = p.CaseId }),
            new Line(Accounts.Cash, -payments.Sum(p => p.Amount)),
        ]);

    /// <summary>A payment that had left comes back: the money waits for the payee until it is known how to reach him.</summary>
    public static Entry DisbursementReturn(EntryHead head, IReadOnlyCollection<PayeeMoney> payments) =>
        head.With(EntryKinds.DisbursementReturn,
        [
            new Line(Accounts.Cash, payments.Sum(p => p.Amount)),
            .. payments.Select(p => new Line(Accounts.Held, -p.Amount) { PersonId = p.PersonId, ReceiptId = p.ReceiptId, CaseId = p.CaseId }),
        ]);

    /// <summary>What a payee was paid without being owed it is set apart: a potential recovery.</summary>
    /// <param name="head">Key, day, reason.</param>
    /// <param name="overpaid">The payable account that stands in debit since the distribution was reversed.</param>
    public static Entry PotentialRecovery(EntryHead head, PayeeMoney overpaid) =>
        head.With(EntryKinds.Recovery, (overpaid with { Account = Accounts.Recovery }).To(overpaid.Account));

    /// <summary>A payee makes good, out of what is payable to him and with his consent, what he had too much.</summary>
    public static Entry RecoveryTaken(EntryHead head, PayeeMoney payable) => head.With(EntryKinds.Recovery, payable.To(Accounts.Recovery));

    /// <summary>The state gives up a recovery and bears the loss.</summary>
    public static Entry RecoveryWaived(EntryHead head, PayeeMoney recovery) =>
        head.With(EntryKinds.Recovery,
        [
            new Line(Accounts.StateFunds, recovery.Amount) { PersonId = recovery.PersonId, ReceiptId = recovery.ReceiptId, CaseId = recovery.CaseId },
            new Line(Accounts.Recovery, -recovery.Amount) { PersonId = recovery.PersonId, ReceiptId = recovery.ReceiptId, CaseId = recovery.CaseId },
        ]);

    /// <summary>The state pays in what its money must make good.</summary>
    public static Entry StatePaysIn(EntryHead head, Money amount) =>
        head.With(EntryKinds.StateFunds, [new Line(Accounts.Cash, amount), new Line(Accounts.StateFunds, -amount)]);
}
