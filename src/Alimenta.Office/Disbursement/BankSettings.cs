namespace Alimenta.Office.Disbursement;

/// <summary>How the office banks: whose account files are drawn on and how they name the office. Part of an office's configuration.</summary>
/// <param name="Policy">The policy whose choices and calendar hold for disbursement.</param>
/// <param name="Bank">Routing number of the office's bank.</param>
/// <param name="Origin">The office's id in files, ten characters.</param>
/// <param name="CompanyId">The office's company id in batches, ten characters.</param>
/// <param name="Name">The office's name in files, 23 characters at most.</param>
/// <param name="PrenoteDays">Banking days after the one on which a test of an account settles; then it counts as good when the bank has not sent it back.</param>
public sealed record BankSettings(string Policy, AbaRouting Bank, string Origin, string CompanyId, string Name, int PrenoteDays = 3)
{
    /// <summary>The settings of the made-up demonstration county.</summary>
    public static BankSettings Demonstration { get; } =
        new("us", AbaRouting.TryParse("123000848", out var bank) ? bank : throw new InvalidOperationException("The demonstration bank's routing number is wrong."), "1999000001", "1999000001", "DEMONSTRATION COUNTY");
}
