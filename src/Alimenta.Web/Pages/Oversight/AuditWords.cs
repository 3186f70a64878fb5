using System.Collections.Frozen;
using Alimenta.Web.Components;

namespace Alimenta.Web.Pages.Oversight;

/// <summary>Events of the audit log in words; the code stands beside them.</summary>
internal static class AuditWords
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["access.sign-in"] = "signed in", ["access.sign-out"] = "signed out", ["access.sign-in-refused"] = "was not let in", ["access.locked"] = "was locked out",
        ["access.create-account"] = "made an account", ["access.roles"] = "gave roles", ["access.disabled"] = "closed an account", ["access.enabled"] = "opened an account again",
        ["access.reset-password"] = "gave a new password", ["access.change-password"] = "changed the own password", ["access.create-token"] = "made a token", ["access.revoke-token"] = "ended a token",
        ["audit.read"] = "looked at this log", ["case.read"] = "looked at a case", ["case.ledger"] = "looked at a ledger", ["case.chart"] = "looked at a chart", ["case.own-refused"] = "tried to open the own case",
        ["case.open"] = "opened a case", ["case.close"] = "closed a case", ["case.reopen"] = "opened a case again", ["receipt.read"] = "looked at a receipt", ["receipt.file"] = "took in a file",
        ["receipt.identify"] = "said whose a receipt is", ["receipt.return"] = "took a receipt back", ["unidentified.read"] = "looked at unidentified money", ["batch.open"] = "opened a batch",
        ["batch.add"] = "keyed an item", ["batch.close"] = "closed a batch", ["batch.item-taken-out"] = "took an item out", ["batch.take-out"] = "took an item out", ["batch.recount"] = "counted a pile anew",
        ["batch.recounted"] = "counted a pile anew", ["batch.read"] = "looked at a batch", ["file.read"] = "looked at a file", ["payment.file"] = "looked at a file of payments", ["payment.read"] = "looked at a payment",
        ["disbursement.run"] = "made files of payments", ["disbursement.release"] = "released a file", ["disbursement.void"] = "voided a file", ["disbursement.taken-out"] = "took a payment out of a file", ["disbursement.download"] = "took a file for the bank", ["disbursement.control"] = "looked at a control report", ["hold.release"] = "released a hold",
        ["hold.dispute"] = "held money for a dispute", ["recovery.consent"] = "recorded an answer", ["recovery.agreed"] = "recorded consent", ["recovery.refused"] = "recorded a refusal",
        ["recovery.read"] = "looked at an overpayment", ["person.ssn"] = "saw a Social Security number", ["person.address"] = "saw addresses", ["list.export"] = "took a list as a spreadsheet",
        ["selection.list"] = "looked at the list for remedies", ["selection.read"] = "looked at who is selected and why", ["selection.part"] = "worked a part of the selection", ["explain.selection"] = "asked why someone is selected",
        ["proof.keep"] = "proved the books", ["business-day.open"] = "opened a business day", ["accrual.part"] = "worked a part of the accrual", ["debt.adjust"] = "corrected a debt", ["order.enter"] = "entered an order",
        ["obligation.enter"] = "entered an obligation",
    }.ToFrozenDictionary();

    /// <summary>What may be chosen: the beginning of an action.</summary>
    public static IReadOnlyList<(string Value, string Title)> Topics { get; } =
    [
        ("access", "Signing in and accounts"), ("case", "Cases"), ("person", "People and protected data"), ("order", "Orders"), ("obligation", "Obligations"), ("assistance", "Assistance"), ("debt", "Debts"),
        ("receipt", "Receipts"), ("unidentified", "Unidentified money"), ("batch", "Keyed batches and runs"), ("hold", "Holds"), ("recovery", "Overpayments"), ("disbursement", "Payments out"), ("payment", "Payments looked at"),
        ("file", "Files"), ("list", "Spreadsheets"), ("selection", "Enforcement"), ("proof", "Proofs"), ("business-day", "Business days"), ("audit", "This log"),
    ];

    /// <summary>An action in words; unknown ones as their code says.</summary>
    public static string Of(string action) => Known.GetValueOrDefault(action, action.Replace('.', ' ').Replace('-', ' '));

    /// <summary>What it is about.</summary>
    public static string About(string kind, string id) => kind switch
    {
        "" => id,
        "app_user" => $"account {id}",
        "api_token" => $"token {id}",
        "batch_run" => $"run {id}",
        "receipt" => $"receipt {MoneyWords.Number(id)}".Trim(),
        _ => $"{kind.Replace('-', ' ').Replace('_', ' ')} {id}".Trim(),
    };
}
