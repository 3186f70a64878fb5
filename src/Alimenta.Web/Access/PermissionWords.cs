using Alimenta.Office.Access;

namespace Alimenta.Web.Access;

/// <summary>What each permission allows, as people read it.</summary>
public static class PermissionWords
{
    /// <summary>The words for a permission.</summary>
    public static string Of(string permission) => permission switch
    {
        Permissions.CaseRead => "See cases, people and balances",
        Permissions.CaseEdit => "Change facts of cases",
        Permissions.ProtectedRead => "See protected data, for a reason that is kept",
        Permissions.MoneyRead => "See receipts and payments",
        Permissions.ReceiptPost => "Take in files and post payments",
        Permissions.ReceiptIdentify => "Say whose an unidentified payment is",
        Permissions.ReceiptAdjust => "Correct what was posted",
        Permissions.HoldManage => "Place and release holds",
        Permissions.HoldOverride => "Release a joint tax offset before its day",
        Permissions.DisbursementCreate => "Make disbursement files",
        Permissions.DisbursementRelease => "Release disbursement files of others",
        Permissions.FileRead => "See files in and out",
        Permissions.BatchRead => "See batch runs",
        Permissions.BatchRun => "Start batch runs",
        Permissions.ProofRead => "See the proofs of the books",
        Permissions.AuditRead => "See who did and saw what",
        Permissions.LawRead => "Read the law and try its rules",
        Permissions.AccountManage => "Make accounts and give roles",
        _ => throw new ArgumentOutOfRangeException(nameof(permission), permission, "A permission without words."),
    };
}
