namespace Alimenta.Ledger;

public static partial class Recipes
{
    /// <summary>Money arrives. Where a fee was taken before it came (tax offset), the obligor is credited the gross amount and the state's money stands in for the fee.</summary>
    /// <param name="head">Key, day, reason.</param>
    /// <param name="receiptId">The receipt.</param>
    /// <param name="gross">What the obligor is credited.</param>
    /// <param name="net">What reached the bank.</param>
    public static Entry Receipt(EntryHead head, long receiptId, Money gross, Money net) =>
        head.With(EntryKinds.Receipt,
        [
            new Line(Accounts.Cash, net) { ReceiptId = receiptId },
            new Line(Accounts.StateFunds, gross - net) { ReceiptId = receiptId },
            new Line(Accounts.Unidentified, -gross) { ReceiptId = receiptId },
        ]);

    /// <summary>The obligor of a receipt is named.</summary>
    public static Entry Identification(EntryHead head, long receiptId, long obligorId, Money amount) =>
        head.With(EntryKinds.Identification,
        [
            new Line(Accounts.Unidentified, amount) { ReceiptId = receiptId },
            new Line(Accounts.Undistributed, -amount) { ReceiptId = receiptId, ObligorId = obligorId },
        ]);

    /// <summary>A receipt pays debts, and its money becomes payable: both books in one entry. What is used must be the whole of what is given out.</summary>
    /// <param name="head">Key, day, reason.</param>
    /// <param name="source">Whose money, out of which receipt.</param>
    /// <param name="debts">Debts to satisfied, and the moves between classes that follow.</param>
    /// <param name="retained">What is kept to reimburse assistance.</param>
    /// <param name="uses">Where the money goes.</param>
    public static Entry Distribution(EntryHead head, MoneySource source, IEnumerable<DebtMovement> debts, IEnumerable<Retained> retained, IReadOnlyCollection<MoneyUsed> uses)
    {
        var bad = uses.FirstOrDefault(u => !u.Amount.IsPositive);
        if (bad is not null) throw new LedgerException($"Distribution {head.Key} gives {bad.Amount} to {bad.To}: a part is above nothing.");
        return head.With(source.FromFuture ? EntryKinds.FutureRelease : EntryKinds.Distribution,
        [
            .. debts.SelectMany(d => d.Lines()),
            .. retained.SelectMany(r => Assistance(r.Ura, Accounts.AssistanceRetained, r.CustodianId, -r.Amount)),
            new Line(source.FromFuture ? Accounts.Future : Accounts.Undistributed, uses.Sum(u => u.Amount)) { ObligorId = source.ObligorId, ReceiptId = source.ReceiptId },
            .. uses.Select(u => new Line(u.To, -u.Amount)
            {
                PersonId = u.PersonId, CaseId = u.CaseId, ReceiptId = source.ReceiptId, ObligorId = u.To == Accounts.Future ? source.ObligorId : null,
            }),
        ]);
    }

    /// <summary>Money beyond every debt is kept as support of months to come.</summary>
    public static Entry FutureHold(EntryHead head, MoneySource source, Money amount) =>
        head.With(EntryKinds.FutureHold,
        [
            new Line(Accounts.Undistributed, amount) { ObligorId = source.ObligorId, ReceiptId = source.ReceiptId },
            new Line(Accounts.Future, -amount) { ObligorId = source.ObligorId, ReceiptId = source.ReceiptId },
        ]);

    /// <summary>Money beyond every debt goes back to the payor.</summary>
    public static Entry Refund(EntryHead head, MoneySource source, long payeeId, Money amount) =>
        head.With(EntryKinds.Refund,
        [
            new Line(source.FromFuture ? Accounts.Future : Accounts.Undistributed, amount) { ObligorId = source.ObligorId, ReceiptId = source.ReceiptId },
            new Line(Accounts.PayableRefund, -amount) { PersonId = payeeId, ReceiptId = source.ReceiptId },
        ]);

    /// <summary>A receipt turns out not to be good and the bank takes it back. Distributions of it are reversed first, so that the money stands undistributed again.</summary>
    /// <param name="head">Key, day, reason.</param>
    /// <param name="receiptId">The receipt.</param>
    /// <param name="obligorId">The obligor; null while it is unidentified.</param>
    /// <param name="gross">What the obligor had been credited.</param>
    /// <param name="net">What the bank takes.</param>
    public static Entry ReturnedItem(EntryHead head, long receiptId, long? obligorId, Money gross, Money net) =>
        head.With(EntryKinds.ReturnedItem,
        [
            new Line(obligorId is null ? Accounts.Unidentified : Accounts.Undistributed, gross) { ReceiptId = receiptId, ObligorId = obligorId },
            new Line(Accounts.Cash, -net) { ReceiptId = receiptId },
            new Line(Accounts.StateFunds, net - gross) { ReceiptId = receiptId },
        ]);
}
