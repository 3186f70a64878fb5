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
            new Line(Accounts.Cash, net),
            new Line(Accounts.StateFunds, gross - net),
            new Line(Accounts.Unidentified, -gross) { ReceiptId = receiptId },
        ]);

    /// <summary>The obligor of a receipt is named.</summary>
    public static Entry Identification(EntryHead head, MoneySource of, Money amount) =>
        head.With(EntryKinds.Identification,
        [
            new Line(Accounts.Unidentified, amount) { ReceiptId = of.ReceiptId },
            new Line(Accounts.Undistributed, -amount) { ReceiptId = of.ReceiptId, ObligorId = of.ObligorId },
        ]);

    /// <summary>A receipt pays debts, and its money becomes payable: both books in one entry. What is used is the whole of what is given out; what goes to future stays the obligor's.</summary>
    /// <param name="head">Key, day, reason.</param>
    /// <param name="source">Whose money, out of which receipt.</param>
    /// <param name="debts">Debts to satisfied, and the moves between classes that follow.</param>
    /// <param name="assistance">What is kept to reimburse assistance.</param>
    /// <param name="uses">Where the money goes.</param>
    public static Entry Distribution(
        EntryHead head, MoneySource source, IEnumerable<DebtMovement> debts, IEnumerable<AssistanceMovement> assistance, IReadOnlyCollection<MoneyUsed> uses)
    {
        var bad = uses.FirstOrDefault(u => !u.Amount.IsPositive);
        if (bad is not null) throw new LedgerException($"Distribution {head.Key} gives {bad.Amount} to {bad.To}: a part is above nothing.");
        return head.With(EntryKinds.Distribution,
        [
            .. Lines(debts),
            .. assistance.SelectMany(a => a.Lines()),
            new Line(source.FromFuture ? Accounts.Future : Accounts.Undistributed, uses.Sum(u => u.Amount)) { ObligorId = source.ObligorId, ReceiptId = source.ReceiptId },
            .. uses.Select(u => u.To == Accounts.Future
                ? new Line(u.To, -u.Amount) { ObligorId = source.ObligorId, ReceiptId = source.ReceiptId }
                : new Line(u.To, -u.Amount) { PersonId = u.PersonId, CaseId = u.CaseId, ReceiptId = source.ReceiptId }),
        ]);
    }

    /// <summary>A receipt, or a part of it, turns out not to be good and goes back. Distributions of it are reversed first, so that the money stands undistributed again.</summary>
    /// <param name="head">Key, day, reason.</param>
    /// <param name="receiptId">The receipt.</param>
    /// <param name="obligorId">The obligor; null while it is unidentified.</param>
    /// <param name="amount">What goes back.</param>
    public static Entry ReturnedItem(EntryHead head, long receiptId, long? obligorId, Money amount) =>
        head.With(EntryKinds.ReturnedItem,
        [
            new Line(obligorId is null ? Accounts.Unidentified : Accounts.Undistributed, amount) { ReceiptId = receiptId, ObligorId = obligorId },
            new Line(Accounts.Cash, -amount),
        ]);
}
