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
        ["recovery.read"] = "looked at an overpayment", ["person.ssn"] = "saw or recorded a Social Security number", ["person.address"] = "saw or recorded an address", ["list.export"] = "took a list as a spreadsheet",
        ["selection.list"] = "looked at the list for remedies", ["selection.read"] = "looked at who is selected and why", ["selection.part"] = "worked a part of the selection", ["explain.selection"] = "asked why someone is selected",
        ["proof.keep"] = "proved the books", ["business-day.open"] = "opened a business day", ["accrual.part"] = "worked a part of the accrual", ["debt.adjust"] = "corrected a debt", ["order.enter"] = "entered an order",
        ["obligation.enter"] = "entered an obligation", ["obligation.end"] = "ended an obligation", ["obligation.end-rule"] = "set when an obligation ends", ["obligation.suspend"] = "suspended an obligation",
        ["obligation.terms"] = "changed what an obligation demands", ["order.end"] = "ended an order", ["debt.opening"] = "recorded a debt of before",
        ["access.disable"] = "closed an account or opened it again", ["assistance.start"] = "recorded assistance", ["assistance.end"] = "ended assistance", ["assistance.grant"] = "recorded assistance that was paid", ["assistance.void"] = "took an entry of assistance back",
        ["batch.one"] = "posted one payment", ["batch.retry"] = "let failed parts of a run be worked again", ["batch.split"] = "divided a part of a run", ["book.export"] = "took the whole book", ["book.import"] = "read in a whole book",
        ["caseload.export"] = "took the caseload", ["caseload.import"] = "read in a caseload",
        ["case.balances"] = "looked at the balances of a case", ["case.interest"] = "looked at the interest of a case", ["case.list"] = "looked at a list of cases", ["case.participant"] = "changed the people of a case",
        ["case.people"] = "looked at the people of a case", ["case.receipts"] = "looked at the payments of a case", ["case.timeline"] = "looked at the timeline of a case",
        ["disbursement.open"] = "began files of payments in parts", ["disbursement.part"] = "worked a part of the payments", ["disbursement.preview"] = "looked at what would leave",
        ["distribution.part"] = "distributed a part of a file", ["distribution.preview"] = "looked at how a payment would be distributed", ["interest.part"] = "worked a part of the interest",
        ["employer.record"] = "recorded an employer", ["office.open"] = "opened an office", ["office.public-payees"] = "recorded the accounts of public payees",
        ["explain.balance"] = "asked why a balance is owed", ["explain.due"] = "asked why money is due on its day", ["explain.entry"] = "asked why an entry is what it is", ["explain.hold"] = "asked why money is held",
        ["explain.interest"] = "asked why interest is what it is", ["explain.receipt"] = "asked why a receipt went where it went", ["payable.why"] = "asked why money is due on its day",
        ["payee.account"] = "recorded a bank account", ["payee.method"] = "set how someone is paid", ["person.born"] = "recorded a day of birth", ["person.died"] = "recorded a death", ["person.employment"] = "recorded employment",
        ["person.name"] = "changed a name", ["person.overpayment"] = "recorded what is done with an overpayment", ["person.phone"] = "recorded a telephone number", ["person.record"] = "recorded a person",
        ["receipt.by-hand"] = "distributed a receipt by hand", ["receipt.list"] = "looked at a list of receipts", ["receipts.protect"] = "protected distributions", ["receipts.unprotect"] = "ended the protection of distributions",
        ["search"] = "searched", ["support.accept"] = "accepted a support calculation", ["support.change"] = "changed a support calculation", ["support.complete"] = "completed a support calculation",
        ["support.copy"] = "copied a scenario of a support calculation", ["support.edition"] = "began a new edition of a support calculation", ["support.evidence"] = "recorded evidence of an income", ["support.finding"] = "recorded a finding",
        ["support.income"] = "worked out an income", ["support.order"] = "entered the order of a support calculation", ["support.read"] = "looked at a support calculation", ["support.remove"] = "removed a scenario of a support calculation",
        ["support.save"] = "saved a scenario of a support calculation", ["support.set-aside"] = "set a support calculation aside", ["support.start"] = "began a support calculation",
        ["demo"] = "made up a county", ["simulate"] = "made up days of a county", ["bench"] = "made up a caseload",
    }.ToFrozenDictionary();

    /// <summary>What may be chosen: the beginning of an action.</summary>
    public static IReadOnlyList<(string Value, string Title)> Topics { get; } =
    [
        ("access", "Signing in and accounts"), ("case", "Cases"), ("person", "People and protected data"), ("order", "Orders"), ("obligation", "Obligations"), ("assistance", "Assistance"), ("debt", "Debts"),
        ("receipt", "Receipts"), ("unidentified", "Unidentified money"), ("batch", "Keyed batches and runs"), ("hold", "Holds"), ("recovery", "Overpayments"), ("disbursement", "Payments out"), ("payment", "Payments looked at"),
        ("file", "Files"), ("list", "Spreadsheets"), ("selection", "Enforcement"), ("proof", "Proofs"), ("business-day", "Business days"), ("audit", "This log"),
    ];

    /// <summary>Whether an action has words.</summary>
    internal static bool Knows(string action) => Known.ContainsKey(action);

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
