using Alimenta.Data;
using Alimenta.Ledger;

namespace Alimenta.Office.Receipts;

/// <summary>The entries of the first stages of the money road: received, identified, returned.</summary>
public static class ReceiptEntries
{
    /// <summary>Money came in. What a sender or the Treasury took before is made good by the state's own funds, and the obligor is credited in full (45 CFR 303.72(i)(1)).</summary>
    public static Entry Received(Receipt receipt)
    {
        var line = new Line(Accounts.Unidentified, -receipt.Amount) { ReceiptId = receipt.Id };
        var lines = new[] { new Line(Accounts.Cash, receipt.NetAmount), new Line(Accounts.StateFunds, receipt.Amount - receipt.NetAmount), line };
        return new(EntryKinds.Receipt, $"receipt:{receipt.NaturalKey}", 1, receipt.ReceivedOn, Line.Net(lines)) { ReceiptId = receipt.Id };
    }

    /// <summary>The obligor is known.</summary>
    /// <param name="receipt">The receipt with its obligor.</param>
    /// <param name="version">Counts the entries under the receipt's key.</param>
    /// <param name="on">The day.</param>
    /// <param name="amount">How much; null: all of it. Less when a part came back while nobody knew whose it was.</param>
    public static Entry Identified(Receipt receipt, int version, DateOnly on, Money? amount = null)
    {
        var line = new Line(Accounts.Unidentified, amount ?? receipt.Amount) { ReceiptId = receipt.Id };
        return new(EntryKinds.Identification, $"identify:{receipt.NaturalKey}", version, on,
            [line, line with { Account = Accounts.Undistributed, Amount = -line.Amount, ObligorId = receipt.ObligorId }]) { ReceiptId = receipt.Id };
    }

    /// <summary>Money went back: an item not honoured, or taken again by the Treasury.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="amount">What came back.</param>
    /// <param name="count">How often something of it came back, this time included.</param>
    /// <param name="on">The day.</param>
    /// <param name="reason">Why.</param>
    public static Entry Returned(Receipt receipt, Money amount, int count, DateOnly on, string reason)
    {
        var from = receipt.ObligorId is null
            ? new Line(Accounts.Unidentified, amount) { ReceiptId = receipt.Id }
            : new Line(Accounts.Undistributed, amount) { ReceiptId = receipt.Id, ObligorId = receipt.ObligorId };
        return new(EntryKinds.ReturnedItem, $"return:{receipt.NaturalKey}:{count}", 1, on, [from, new Line(Accounts.Cash, -amount)]) { ReceiptId = receipt.Id, Reason = reason };
    }
}
