using System.Globalization;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Disbursement;

namespace Alimenta.Bench;

/// <summary>Made-up payment files for a caseload, in the format in which real ones come.</summary>
internal static class Payday
{
    private const int EntriesABatch = 500;

    /// <summary>A file of payments of consecutive cases.</summary>
    /// <param name="number">Number of the file: another number, another file.</param>
    /// <param name="first">The first case.</param>
    /// <param name="count">How many payments.</param>
    /// <param name="step">The distance of the cases, so that a file touches the whole caseload.</param>
    /// <param name="plan">The caseload.</param>
    public static byte[] File(int number, int first, int count, int step, CaseloadPlan plan)
    {
        var bank = BankSettings.Demonstration;
        var day = CaseloadPlan.Today;
        var account = new BankAccount(bank.Bank, "1000200030");
        var batches = Enumerable.Range(0, count).Chunk(EntriesABatch).Select((chunk, b) => new PaymentBatch(
            new($"EMPLOYER {b:D5}", "1" + (940_000_000 + b).ToString(CultureInfo.InvariantCulture), bank.Bank, "CHILD SUPP", day),
            [.. chunk.Select(n => Entry((int)((first + (long)n * step) % plan.Cases), n, account, day))])).ToList();
        var written = NachaWriter.Write(new PaymentFile(new(bank.Bank, "9000000017", bank.Name, $"BENCH {number}"), new(day, new(6 + number / 60 % 12, number % 60)), batches) { FirstSequence = number % 900 * 10_000L + 1 });
        return written.Refusal is { } refusal ? throw new InvalidOperationException(refusal.ToString()) : written.Value.Bytes.ToArray();
    }

    private static PaymentEntry Entry(int i, int n, BankAccount account, DateOnly day)
    {
        var (last, first) = CaseloadFacts.Payor(i);
        var amount = n % 9 == 0 ? CaseloadPlan.Monthly(i).ShareHalfUp(3, 2) : CaseloadPlan.Monthly(i).ShareHalfUp(12, 26);
        var ded = new DedSegment(DedApplication.CS, CaseloadFacts.Number(i).Digits, day.AddDays(-2), amount, CaseloadFacts.Ssn(i), MedicalSupport.NotAvailable, DedName.Of(last, first), "4105100", false);
        return new SupportPayment(account, amount, $"E{n:D6}", "STATE DISBURSEMENT", ded);
    }
}
