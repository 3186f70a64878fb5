using Alimenta.Formats.Nacha;
using Alimenta.Kernel;
using Alimenta.Office.Disbursement;
using AchAccount = Alimenta.Formats.Nacha.BankAccount;

namespace Alimenta.Testing;

/// <summary>What an employer withheld from one person.</summary>
/// <param name="Case">The case number that he sends.</param>
/// <param name="Ssn">The Social Security number.</param>
/// <param name="Name">The name in the short form of remittances.</param>
/// <param name="Amount">How much.</param>
public sealed record Withheld(string Case, string Ssn, string Name, Money Amount);

/// <summary>A payment file of one employer (CCD+ with DED addenda), as small as a test needs.</summary>
public static class PayrollFile
{
    /// <summary>The bytes of the file.</summary>
    /// <param name="on">Its day.</param>
    /// <param name="modifier">Tells files of a day apart.</param>
    /// <param name="lines">One entry for each.</param>
    public static byte[] Of(DateOnly on, char modifier, params IReadOnlyList<Withheld> lines)
    {
        var bank = BankSettings.Demonstration;
        var account = new AchAccount(bank.Bank, "1000200030");
        var entries = lines.Select((l, i) => (PaymentEntry)new SupportPayment(account, l.Amount, $"E{i + 1:D6}", "STATE DISBURSEMENT",
            new DedSegment(DedApplication.CS, l.Case.Replace("-", "", StringComparison.Ordinal), on.AddDays(-2), l.Amount, l.Ssn, MedicalSupport.NotAvailable, l.Name, "", false))).ToList();
        var terms = new BatchTerms("HARLOW MILLS", "1930000001", bank.Bank, "CHILD SUPP", on);
        return NachaWriter.Write(new PaymentFile(new(bank.Bank, "9000000017"), new(on, new(6, 30), modifier), [new(terms, entries)])).Value.Bytes.ToArray();
    }
}
