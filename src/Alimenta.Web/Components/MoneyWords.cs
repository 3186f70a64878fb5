using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Ledger;
using Alimenta.Office.Reading;

namespace Alimenta.Web.Components;

/// <summary>Money in the words that a worker says on the telephone: where it came from, what it paid, to whom it went. Codes stand only beside words.</summary>
public static class MoneyWords
{
    /// <summary>How it was collected.</summary>
    public static string Of(ReceiptSource source) => source switch
    {
        ReceiptSource.IncomeWithholding => "withholding",
        ReceiptSource.Voluntary => "paid voluntarily",
        ReceiptSource.StateTaxOffset => "state tax offset",
        ReceiptSource.FederalTaxOffset => "federal tax offset",
        ReceiptSource.FederalAdministrativeOffset => "federal administrative offset",
        ReceiptSource.Unemployment => "unemployment compensation",
        ReceiptSource.OtherState => "another state",
        _ => "other",
    };

    /// <summary>The number of a receipt as people read it out: the bank's trace number where it came by one, which the search finds too.</summary>
    public static string Number(string receiptKey) => receiptKey.Split('|') is [_, var trace, _, var last]
        ? last.EndsWith("/1", StringComparison.Ordinal) || !last.Contains('/', StringComparison.Ordinal) ? trace : trace + last[last.IndexOf('/', StringComparison.Ordinal)..] : receiptKey;

    /// <summary>In what form it came.</summary>
    public static string Of(Tender tender) => tender switch
    {
        Tender.Ach => "bank transfer (ACH)",
        Tender.MoneyOrder => "money order",
        Tender.Transfer => "transfer",
        _ => tender.ToString().ToLowerInvariant(),
    };

    /// <summary>Where a receipt stands.</summary>
    public static string Of(ReceiptStatus status) => status switch
    {
        ReceiptStatus.Unidentified => "whose it is, is not known",
        ReceiptStatus.Identified => "identified, not distributed yet",
        ReceiptStatus.Distributed => "distributed",
        _ => "came back",
    };

    /// <summary>The mark of where a receipt stands.</summary>
    public static Tone ToneOf(ReceiptStatus status) => status switch
    {
        ReceiptStatus.Unidentified => Tone.Warn,
        ReceiptStatus.Returned => Tone.Bad,
        ReceiptStatus.Distributed => Tone.Good,
        _ => Tone.Info,
    };

    /// <summary>How money leaves.</summary>
    public static string Of(PaymentMethod method) => method switch
    {
        PaymentMethod.Deposit => "direct deposit",
        PaymentMethod.Card => "payment card",
        PaymentMethod.Warrant => "paper warrant",
        _ => "through another state",
    };

    /// <summary>A class of arrears, such as never assigned; current support for the account of the month that runs.</summary>
    public static string ClassOf(string account) => account switch
    {
        "current" => "current support",
        "NA" => "never assigned",
        "PA" => "permanently assigned",
        "TA" => "temporarily assigned",
        "CA" => "conditionally assigned",
        "UDA" => "unassigned, from during assistance",
        "UPA" => "unassigned, from before assistance",
        "FC" => "foster care",
        "MED" => "medical",
        _ => Accounts.Find(account).Says.TrimEnd('.'),
    };

    /// <summary>Whose a class of debt is.</summary>
    /// <param name="account">The class, or current.</param>
    /// <param name="assisted">Whether the family has assistance in the month that runs.</param>
    public static string OwedTo(string account, bool assisted) => account switch
    {
        "PA" or "TA" => "the state, up to the unreimbursed assistance",
        "CA" => "the family; the state only from a federal tax offset where the state chose so",
        "FC" => "the state and the placement agency",
        "MED" => "the Medicaid agency",
        "current" => assisted ? "the state, which gives assistance this month" : "the family",
        _ => "the family",
    };

    /// <summary>What a part of a payment paid: Current support, November 2026.</summary>
    public static string Paid(string bucket, SupportMonth month) => bucket switch
    {
        "current" => $"Current support, {month.Words}",
        "fee" => "Annual fee",
        "future" => "Support of months to come",
        "refund" => "More than is owed",
        "gift" => "Gift to the family",
        _ => $"Arrears, {ClassOf(bucket)} ({Month(month)})",
    };

    /// <summary>Who gets a part.</summary>
    public static string Of(Recipient to) => to switch
    {
        Recipient.Family => "the family",
        Recipient.StateIvA => "the state, for assistance",
        Recipient.StateIvE => "the state, for foster care",
        Recipient.Medicaid => "the Medicaid agency",
        Recipient.Agency => "the placement agency",
        Recipient.Fee => "the state, as its annual fee",
        Recipient.Future => "held for months to come",
        Recipient.Refund => "back to the one who paid",
        _ => "the family, as a gift",
    };

    /// <summary>Who is paid.</summary>
    public static string Of(PayeeKind kind) => kind switch
    {
        PayeeKind.Family => "family",
        PayeeKind.State => "state",
        PayeeKind.Federal => "federal government",
        PayeeKind.Medicaid => "Medicaid agency",
        PayeeKind.Agency => "placement agency",
        PayeeKind.OtherState => "other state",
        PayeeKind.Refund => "payor",
        _ => "state (annual fee)",
    };

    /// <summary>The step of the law that decided a part, in a few words.</summary>
    public static string Rule(string rule) => rule switch
    {
        "current-family" => "current month first",
        "pass-through" => "passed through to the family on assistance",
        "current-assigned" => "current month first, assigned to the state",
        "current-above-assistance" => "above the unreimbursed assistance",
        "foster-care-maintenance" => "this month’s foster care maintenance",
        "foster-care-current" => "above this month’s maintenance, for the child",
        "current-medical" => "medical support, assigned",
        "medical-arrears" => "medical arrears, last",
        "foster-care-arrears" => "up to the unreimbursed maintenance",
        "foster-care-rest" => "above the unreimbursed maintenance, for the child",
        "fee-retained" or "fee-charged" => "annual fee",
        "kept" => "protected: stays as it was",
        "future" => "beyond every debt, held",
        "refund" => "beyond every debt, sent back",
        "gift" => "beyond every debt, as the one who paid wished",
        _ when rule.StartsWith("family-", StringComparison.Ordinal) => "arrears of the family",
        _ when rule.StartsWith("assigned-", StringComparison.Ordinal) => "assigned, up to the unreimbursed assistance",
        _ => rule.Replace('-', ' '),
    };

    /// <summary>Where money for a payee stands: direct deposit 24 Nov.</summary>
    public static string Leaves(PaidTo paid) => paid switch
    {
        { Status: PayableStatus.Paid, Method: { } method, PaidOn: { } on } => $"{Of(method)} {Words.Day(on)}",
        { Status: PayableStatus.Paid } => "made good",
        { Status: PayableStatus.InFile, Method: { } method, PaidOn: { } on } => $"{Of(method)} {Words.Day(on)}, to be released",
        { Status: PayableStatus.Held } => "held",
        _ => $"due {Words.Day(paid.DueOn)}",
    };

    /// <summary>What must leave today, as a fact: late money is among it, for it must leave too.</summary>
    /// <param name="must">Due today, and late.</param>
    /// <param name="late">Of it, what is late.</param>
    public static Fact MustLeave(CountAndAmount must, CountAndAmount late)
    {
        var of = late.Count == 0 ? "" : late.Count == must.Count ? "; all late" : $"; {Words.Found(late.Count)} of them late";
        return new("Must leave today", must.Amount?.ToString() ?? Words.Found(must.Count), (must.Amount is null ? "amounts, not added up" : Words.Count(must.Count, "amount", "amounts")) + of);
    }

    /// <summary>What an entry of the ledger did.</summary>
    public static string Kind(string kind) => kind switch
    {
        EntryKinds.Charge => "Charge",
        EntryKinds.MonthEnd => "Month end",
        EntryKinds.ClassMove => "Change of class",
        EntryKinds.Receipt => "Receipt",
        EntryKinds.Identification => "Identification",
        EntryKinds.Distribution => "Payment",
        EntryKinds.Hold => "Hold",
        EntryKinds.Release => "Release",
        EntryKinds.Disbursement => "Paid out",
        EntryKinds.FileRelease => "File released",
        EntryKinds.DisbursementReturn => "Payment came back",
        EntryKinds.ReturnedItem => "Receipt came back",
        EntryKinds.Recovery => "Recovery",
        EntryKinds.Adjustment => "Adjustment",
        EntryKinds.OpeningBalance => "Opening balance",
        EntryKinds.Grant => "Assistance paid",
        EntryKinds.StateFunds => "State’s own money",
        _ => kind,
    };

    /// <summary>Nov 2026; a debt whose month is not known says so.</summary>
    public static string Month(SupportMonth month) => month.IsUndated ? "month not known" : Words.Month(month);
}
