namespace Alimenta.Office.Access;

/// <summary>What can be allowed: a resource and an action. Pages, the API and commands name one of these; nothing else decides.</summary>
public static class Permissions
{
    /// <summary>See cases, people, orders and balances.</summary>
    public const string CaseRead = "case.read";

    /// <summary>Change facts of cases: people, addresses, orders, obligations, assistance.</summary>
    public const string CaseEdit = "case.edit";

    /// <summary>See protected data of a person (a whole Social Security number, an address under protection) for a reason that is recorded.</summary>
    public const string ProtectedRead = "protected.read";

    /// <summary>See receipts, where they went, and payments.</summary>
    public const string MoneyRead = "money.read";

    /// <summary>Take in payment files and post checks, money orders, cash and cards.</summary>
    public const string ReceiptPost = "receipt.post";

    /// <summary>Name the obligor of a payment nobody could identify.</summary>
    public const string ReceiptIdentify = "receipt.identify";

    /// <summary>Take back, move or correct what was posted.</summary>
    public const string ReceiptAdjust = "receipt.adjust";

    /// <summary>Place a hold, or release one, with a reason.</summary>
    public const string HoldManage = "hold.manage";

    /// <summary>Release a joint tax offset before the day that its rule sets.</summary>
    public const string HoldOverride = "hold.override";

    /// <summary>Make a disbursement file.</summary>
    public const string DisbursementCreate = "disbursement.create";

    /// <summary>Release a disbursement file that another person made.</summary>
    public const string DisbursementRelease = "disbursement.release";

    /// <summary>See files that came in and went out.</summary>
    public const string FileRead = "file.read";

    /// <summary>See batch runs.</summary>
    public const string BatchRead = "batch.read";

    /// <summary>Start a batch run.</summary>
    public const string BatchRun = "batch.run";

    /// <summary>See and run the proofs of the books.</summary>
    public const string ProofRead = "proof.read";

    /// <summary>See who did and saw what.</summary>
    public const string AuditRead = "audit.read";

    /// <summary>Read the law as the system holds it, and try its rules.</summary>
    public const string LawRead = "law.read";

    /// <summary>Make accounts, give and take roles, make tokens for programs.</summary>
    public const string AccountManage = "account.manage";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        CaseRead, CaseEdit, ProtectedRead, MoneyRead, ReceiptPost, ReceiptIdentify, ReceiptAdjust, HoldManage, HoldOverride, DisbursementCreate, DisbursementRelease,
        FileRead, BatchRead, BatchRun, ProofRead, AuditRead, LawRead, AccountManage,
    ];
}
