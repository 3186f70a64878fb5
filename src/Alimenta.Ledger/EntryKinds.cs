namespace Alimenta.Ledger;

/// <summary>What an entry does.</summary>
public static class EntryKinds
{
    /// <summary>Support falls due.</summary>
    public const string Charge = "charge";

    /// <summary>Unpaid current support becomes arrears, and arrears change class.</summary>
    public const string MonthEnd = "month-end";

    /// <summary>Arrears change class outside a month end.</summary>
    public const string ClassMove = "class-move";

    /// <summary>Money arrives.</summary>
    public const string Receipt = "receipt";

    /// <summary>The obligor of a receipt is named.</summary>
    public const string Identification = "identification";

    /// <summary>A receipt, or what was held of it for months to come, pays debts and becomes payable to whom it belongs.</summary>
    public const string Distribution = "distribution";

    /// <summary>Payable money is held.</summary>
    public const string Hold = "hold";

    /// <summary>Held money becomes payable again.</summary>
    public const string Release = "release";

    /// <summary>Payable money goes into a disbursement.</summary>
    public const string Disbursement = "disbursement";

    /// <summary>A disbursement leaves the bank account with its file.</summary>
    public const string FileRelease = "file-release";

    /// <summary>A disbursement comes back.</summary>
    public const string DisbursementReturn = "disbursement-return";

    /// <summary>A receipt turns out not to be good.</summary>
    public const string ReturnedItem = "returned-item";

    /// <summary>What a payee was paid without being owed it is set apart, taken back, waived or made good.</summary>
    public const string Recovery = "recovery";

    /// <summary>A debt is raised or lowered by decision.</summary>
    public const string Adjustment = "adjustment";

    /// <summary>A debt is taken over.</summary>
    public const string OpeningBalance = "opening-balance";

    /// <summary>Assistance is paid and raises what is not reimbursed.</summary>
    public const string Grant = "grant";

    /// <summary>The state's own money comes in to make good what is missing.</summary>
    public const string StateFunds = "state-funds";
}
