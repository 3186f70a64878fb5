using Alimenta.Data;
using Alimenta.Ledger;

namespace Alimenta.Office.Receipts;

/// <summary>The entries of the first stages of the money road: received, identified, returned.</summary>
public static class ReceiptEntries
{
    /// <summary>Money came in. What a sender or the Treasury took before is made good by the state's own funds, and the obligor is credited in full (45 CFR 303.72(i)(1)).</summary>
    public static Entry Received(Receipt receipt) =>
        Recipes.Receipt(new($"receipt:{receipt.NaturalKey}", receipt.ReceivedOn) { ReceiptId = receipt.Id }, receipt.Id, receipt.Amount, receipt.NetAmount);

    /// <summary>The obligor is known.</summary>
    /// <param name="receipt">The receipt with its obligor.</param>
    /// <param name="version">Counts the entries under the receipt's key.</param>
    /// <param name="on">The day.</param>
    /// <param name="amount">How much; null: all of it. Less when a part came back while nobody knew whose it was.</param>
    public static Entry Identified(Receipt receipt, int version, DateOnly on, Money? amount = null) => Recipes.Identification(
        new($"identify:{receipt.NaturalKey}", on) { Version = version, ReceiptId = receipt.Id }, new(receipt.ObligorId!.Value, receipt.Id), amount ?? receipt.Amount);

    /// <summary>Money went back: an item not honoured, or taken again by the Treasury.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="amount">What came back.</param>
    /// <param name="count">How often something of it came back, this time included.</param>
    /// <param name="on">The day.</param>
    /// <param name="reason">Why.</param>
    public static Entry Returned(Receipt receipt, Money amount, int count, DateOnly on, string reason) =>
        Recipes.ReturnedItem(new($"return:{receipt.NaturalKey}:{count}", on) { ReceiptId = receipt.Id, Reason = reason }, receipt.Id, receipt.ObligorId, amount);
}
