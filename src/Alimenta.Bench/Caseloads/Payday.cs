using System.Globalization;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Disbursement;

namespace Alimenta.Bench;

/// <summary>Made-up payment files for a caseload, in the format in which real ones come.</summary>
internal static class Payday
{
    private const int EntriesABatch = 500;

    private const string Modifiers = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    // A trace has room for seven digits after the bank that sends it: after so many files another bank sends.
    private const int FilesABank = 900;

    /// <summary>A file of payments from all over a caseload.</summary>
    /// <param name="number">Number of the file: another number, another file.</param>
    /// <param name="payors">Who pays: the same number, the same payors.</param>
    /// <param name="count">How many payments.</param>
    /// <param name="plan">The caseload.</param>
    /// <param name="strangers">Nobody of the caseload pays: the money is nobody's.</param>
    public static byte[] File(int number, int payors, int count, CaseloadPlan plan, bool strangers = false)
    {
        var first = payors % Math.Max(1, plan.Cases / count) * (long)count;
        var bank = BankSettings.Demonstration;
        var from = Sender(number / FilesABank);
        var day = CaseloadPlan.Today;
        var account = new BankAccount(bank.Bank, "1000200030");
        var batches = Enumerable.Range(0, count).Chunk(EntriesABatch).Select((chunk, b) => new PaymentBatch(
            new($"EMPLOYER {b:D5}", "1" + (940_000_000 + b).ToString(CultureInfo.InvariantCulture), from, "CHILD SUPP", day),
            [.. chunk.Select(n => Entry(plan.Scattered(first + n), n, account, day, strangers))])).ToList();
        var written = NachaWriter.Write(new PaymentFile(new(bank.Bank, "9000000017", bank.Name, $"BENCH {number}"), new(day, new(6 + number / 60 % 12, number % 60), Modifiers[number / 720 % Modifiers.Length]), batches) { FirstSequence = number % FilesABank * 10_000L + 1 });
        return written.Refusal is { } refusal ? throw new InvalidOperationException(refusal.ToString()) : written.Value.Bytes.ToArray();
    }

    /// <summary>The same from a bank that has sent nothing before, so that all of its traces are free.</summary>
    public static byte[] WholeBank(int number, int count, CaseloadPlan plan) => File((number / FilesABank + 1) * FilesABank, number, count, plan);

    /// <summary>How many payments a file of so many records has: two for each, two for each batch, two for the file.</summary>
    public static int PaymentsIn(int records) => Math.Max(1, (int)((records - 2L) * EntriesABatch / (2 * EntriesABatch + 2)));

    // No case and no payor has such a number.
    private static string Nobody(int n) => string.Create(CultureInfo.InvariantCulture, $"899{1 + n / 9000 % 99:00}{1000 + n % 9000:0000}");

    private static AbaRouting Sender(int number)
    {
        var eight = (12_009_900 + number).ToString("00000000", CultureInfo.InvariantCulture);
        return AbaRouting.TryParse(eight + AbaRouting.CheckDigit(eight), out var bank) ? bank : throw new InvalidOperationException($"{eight} names no bank.");
    }

    private static PaymentEntry Entry(int i, int n, BankAccount account, DateOnly day, bool stranger)
    {
        var (last, first) = CaseloadFacts.Payor(i);
        var amount = n % 9 == 0 ? CaseloadPlan.Monthly(i).ShareHalfUp(3, 2) : CaseloadPlan.Monthly(i).ShareHalfUp(12, 26);
        var ded = new DedSegment(
            DedApplication.CS, stranger ? $"X{n:D8}" : CaseloadFacts.Number(i).Digits, day.AddDays(-2), amount, stranger ? Nobody(n) : CaseloadFacts.Ssn(i), MedicalSupport.NotAvailable, DedName.Of(last, first), "4105100", false);
        return new SupportPayment(account, amount, $"E{n:D6}", "STATE DISBURSEMENT", ded);
    }
}
