using Alimenta.Formats.Nacha;
using FsCheck;
using FsCheck.Fluent;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>Any file that can be written without loss.</summary>
internal static class PaymentFiles
{
    private static readonly Gen<AbaRouting> Bank =
        from district in Gen.Elements("01", "12", "21", "32", "61", "72", "80")
        from rest in Gen.Choose(0, 999_999)
        let eight = $"{district}{rest:000000}"
        select Fixtures.Aba(eight + AbaRouting.CheckDigit(eight));

    private static readonly Gen<DateOnly> Day = Gen.Choose(0, 36_500).Select(days => new DateOnly(1970, 1, 1).AddDays(days - 1 < 0 ? 0 : days - 1));

    private static readonly Gen<Money> Amount = Gen.OneOf(Gen.Choose(1, 1_000_000), Gen.Choose(1, 99), Gen.Choose(1_000_000, int.MaxValue)).Select(cents => new Money(cents));

    private static readonly Gen<BankAccount> Account =
        from bank in Bank
        from number in Text("0123456789-ABC", 1, 17)
        from kind in Gen.Elements(AccountKind.Checking, AccountKind.Savings, AccountKind.GeneralLedger)
        select new BankAccount(bank, number, kind);

    private static readonly Gen<DedSegment> Ded =
        from application in Gen.Elements(DedApplication.CS, DedApplication.II, DedApplication.IT, DedApplication.IO)
        from caseId in Text("0123456789ABCXYZ-/", 1, 20)
        from day in Day
        from amount in Amount
        from ssn in Text("0123456789", 9, 9)
        from medical in Gen.Elements(Enum.GetValues<MedicalSupport>())
        from name in Text("ABCDEFGHIJ", 0, 10)
        from locator in Gen.Elements("", "41051", "4105100")
        from ended in Gen.Elements(true, false)
        select new DedSegment(application, caseId, day, amount, ssn, medical, name, locator, ended);

    private static readonly Gen<PaymentEntry> Disbursement =
        from account in Account
        from amount in Amount
        from number in Gen.Choose(1, 999_999_999)
        from name in Text("ABCDEFGHIJKLM NOPQ-'.", 1, 22)
        from prenote in Gen.Elements(false, false, false, true)
        select (PaymentEntry)(prenote ? DisbursementEntry.Prenote(account, $"P{number}", name) : new DisbursementEntry(account, amount, $"P{number}", name));

    private static readonly Gen<PaymentEntry> Support =
        from account in Account
        from ded in Ded
        from fee in Gen.Choose(0, 3)
        let application = fee == 3 ? DedApplication.RI : ded.Application
        let sent = fee == 3 ? new Money((ded.Amount.Cents + 1) / 2) : ded.Amount
        select (PaymentEntry)new SupportPayment(account, sent, "ID", "STATE SDU", ded with { Application = application });

    private static readonly Gen<PaymentEntry> Employer =
        from account in Account
        from count in Gen.Choose(1, 40)
        from items in Gen.ArrayOf(Ded, count)
        where items.Sum(item => item.Amount).Cents <= 9_999_999_999
        select (PaymentEntry)new EmployerPayment(account, "RUN", "STATE SDU", "MILLS AND SONS", items);

    private static readonly Gen<PaymentBatch> Batch =
        from kind in Gen.Elements(Disbursement, Support, Employer)
        from count in Gen.Choose(1, 8)
        from entries in Gen.ArrayOf(kind, count)
        from bank in Bank
        from day in Day
        from company in Text("ABCDEFGHIJ", 1, 16)
        from id in Text("0123456789", 10, 10)
        from reverses in Gen.Elements(false, false, true)
        select new PaymentBatch(new(company, id, bank, "CHILD SUPP", day) { Reverses = reverses }, entries);

    public static Gen<PaymentFile> Any { get; } =
        from destination in Bank
        from origin in Bank
        from day in Day
        from minute in Gen.Choose(0, 1439)
        from modifier in Gen.Elements('A', 'Z', '0', '9')
        from end in Gen.Elements(Enum.GetValues<LineEnd>())
        from first in Gen.Elements(1L, 4711L, 9_999_000L)
        from count in Gen.Choose(1, 4)
        from batches in Gen.ArrayOf(Batch, count)
        select new PaymentFile(new(destination, origin.Digits, "A BANK", "A STATE", "REF"), new(day, new TimeOnly(minute / 60, minute % 60), modifier), batches) { FirstSequence = first, LineEnd = end };

    private static Gen<string> Text(string letters, int least, int most) =>
        from length in Gen.Choose(least, most)
        from characters in Gen.ArrayOf(Gen.Elements(letters.ToCharArray()), length)
        let text = new string(characters).Trim()
        where text.Length >= least
        select text;
}
