using Alimenta.Formats.Nacha;
using Alimenta.Office.Disbursement;
using AchAccount = Alimenta.Formats.Nacha.BankAccount;

namespace Alimenta.Office.Tests.Receipts;

/// <summary>A payment file of an employer, as small as a test needs.</summary>
internal static class EmployerFile
{
    public static byte[] Of(DateOnly on, params DedSegment[] segments) => Of(on, 'A', segments);

    public static byte[] Of(DateOnly on, char modifier, params DedSegment[] segments) =>
        Write(on, modifier, [.. segments.Select((ded, i) => new SupportPayment(Account, ded.Amount, $"E{i + 1:D6}", "STATE DISBURSEMENT", ded))]);

    /// <summary>All segments in one entry (CTX).</summary>
    public static byte[] Several(DateOnly on, params DedSegment[] segments) => Write(on, 'A', [new EmployerPayment(Account, "E000001", "STATE DISBURSEMENT", "HARLOW MILLS", segments)]);

    public static DedSegment Ded(string caseId, int dollars, string ssn, string name = "", DateOnly? paid = null, bool left = false) =>
        new(DedApplication.CS, caseId, paid ?? Bureau.Today.AddDays(-2), Money.Of(dollars), ssn, MedicalSupport.NotAvailable, name, "", left);

    private static AchAccount Account => new(BankSettings.Demonstration.Bank, "1000200030");

    private static byte[] Write(DateOnly on, char modifier, IReadOnlyList<PaymentEntry> entries)
    {
        var bank = BankSettings.Demonstration;
        var terms = new BatchTerms("HARLOW MILLS", "1930000001", bank.Bank, "CHILD SUPP", on);
        return NachaWriter.Write(new PaymentFile(new(bank.Bank, "9000000017"), new(on, new(6, 30), modifier), [new(terms, entries)])).Value.Bytes.ToArray();
    }
}
