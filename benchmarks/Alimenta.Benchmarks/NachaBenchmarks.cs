using System.Globalization;
using Alimenta.Formats.Nacha;
using Alimenta.Office.Disbursement;
using BenchmarkDotNet.Attributes;
using AchAccount = Alimenta.Formats.Nacha.BankAccount;

namespace Alimenta.Benchmarks;

/// <summary>Reading a NACHA file of payments, checked to its last total; the figure is for one payment.</summary>
public class NachaBenchmarks
{
    private const int Payments = 1_000;
    private byte[] _file = [];

    /// <summary>Writes the file.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var (bank, day) = (BankSettings.Demonstration, new DateOnly(2026, 11, 20));
        var account = new AchAccount(bank.Bank, "1000200030");
        var entries = Enumerable.Range(1, Payments).Select(i => (PaymentEntry)new SupportPayment(account, new Money(10_000 + i), string.Create(CultureInfo.InvariantCulture, $"E{i:D6}"), "STATE DISBURSEMENT",
            new DedSegment(DedApplication.CS, string.Create(CultureInfo.InvariantCulture, $"26104{i:D6}"), day.AddDays(-1), new Money(10_000 + i), "899990123", MedicalSupport.NotAvailable, DedName.Of("Quist", "Dana"), "4105100", false))).ToList();
        var written = NachaWriter.Write(new PaymentFile(new(bank.Bank, "9000000017", bank.Name, "BENCHMARKS"), new(day, new(6, 30)), [new PaymentBatch(new("MADE UP WORKS", "1940000001", bank.Bank, "CHILD SUPP", day), entries)]) { FirstSequence = 1 });
        _file = written.Refusal is { } refusal ? throw new InvalidOperationException(refusal.ToString()) : written.Value.Bytes.ToArray();
        if (Read() != Payments) throw new InvalidOperationException("The file is not read as it was written.");
    }

    [Benchmark(OperationsPerInvoke = Payments)]
    public int Read() => NachaReader.Read(_file).File!.Entries.Count();
}
