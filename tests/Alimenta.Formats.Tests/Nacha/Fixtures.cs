using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>Made-up files. All people, employers and numbers are invented; the routing numbers only have a right check digit.</summary>
internal static class Fixtures
{
    public static readonly AbaRouting OurBank = Aba("231380104");
    public static readonly AbaRouting OtherBank = Aba("121042882");
    public static readonly AbaRouting EmployerBank = Aba("061036000");
    public static readonly DateOnly Payday = new(2026, 11, 20);
    public static readonly FileStamp Stamp = new(new(2026, 11, 19), new(16, 30));
    public static readonly BankAccount UnitAccount = new(OurBank, "4400010001");

    public static AbaRouting Aba(string digits) => AbaRouting.TryParse(digits, out var routing) ? routing : throw new ArgumentException(digits);

    public static DedSegment Ded(string caseId, long cents, DedApplication application = DedApplication.CS, bool ended = false) =>
        new(application, caseId, Payday, new(cents), "219450187", MedicalSupport.Available, "OKAFOR,DAN", "4105100", ended);

    public static PaymentFile Disbursements() => new(
        new(OurBank, "1936001787", "FIRST SAMPLE BANK", "STATE DISBURSEMENT UNIT"), Stamp,
        [
            new(new("CHILD SUPPORT", "1936001787", OurBank, "CHILD SUPP", Payday) { DescriptiveDate = "112026" },
            [
                new DisbursementEntry(new(OtherBank, "123456789"), new(41_250), "P-000000001", "JOSÉ NUÑEZ"),
                new DisbursementEntry(new(EmployerBank, "00-99887766", AccountKind.Savings), new(8), "P-000000002", "Ngozi Okafor"),
                DisbursementEntry.Prenote(new(OtherBank, "555000111", AccountKind.Savings), "P-000000003", "Anna-Katharina Lindqvist-Østergård"),
                DisbursementEntry.Prenote(new(OtherBank, "555000112"), "P-000000004", "Łukasz Wójcik"),
            ]),
        ])
        { FirstSequence = 4711 };

    public static PaymentFile ToOtherStates() => new(
        new(OurBank, "1936001787", "FIRST SAMPLE BANK", "STATE DISBURSEMENT UNIT"), Stamp,
        [
            new(new("CHILD SUPPORT", "1936001787", OurBank, "CHILD SUPP", Payday),
            [
                new SupportPayment(new(OtherBank, "70010001"), new(20_000), "P-000000101", "WEST STATE SDU", Ded("WS0001234", 20_000, DedApplication.II)),
                new SupportPayment(new(OtherBank, "70010001"), new(9_000), "P-000000102", "WEST STATE SDU", Ded("WS0001235", 10_000, DedApplication.RI)),
                new SupportPayment(new(OtherBank, "70010001"), new(55_500), "P-000000103", "WEST STATE SDU", Ded("WS0001236", 55_500, DedApplication.IT)),
            ]),
        ]);

    public static PaymentFile Employers() => new(
        new(OurBank, "061036000", "FIRST SAMPLE BANK", "EMPLOYERS BANK"), Stamp,
        [
            new(new("HARBOR MILLS INC", "1911234567", EmployerBank, "CHILD SUPP", Payday),
            [
                new SupportPayment(UnitAccount, new(31_725), "EMP-0001", "STATE SDU", Ded("26104007314", 31_725)),
                new SupportPayment(UnitAccount, new(15_000), "EMP-0002", "STATE SDU", Ded("26104007322", 15_000, ended: true)),
                new SupportPayment(UnitAccount, Money.Zero, "EMP-0003", "STATE SDU", Ded("26104007330", 0, ended: true)),
            ]),
            new(new("CEDAR PAYROLL", "1917654321", EmployerBank, "CHILD SUPP", Payday),
            [
                new EmployerPayment(UnitAccount, "RUN-2026-24", "STATE SDU", "Cedar Payroll * Partners",
                    [Ded("26104007314", 10_001), Ded("26104007405", 22_250), Ded("26104007413", 7), Ded("26104007421", 199_999, ended: true)]),
                new EmployerPayment(UnitAccount, "RUN-2026-25", "STATE SDU", "Cedar Payroll", [Ded("26104007439", 45_000)]),
            ]),
        ])
        { LineEnd = LineEnd.CrLf };

    /// <summary>What the bank sends the day after <see cref="Disbursements"/>: two payments came back.</summary>
    public static PaymentFile Returns()
    {
        var sent = Read(Disbursements()).Entries.ToList();
        return new(new(OurBank, "231380104", "STATE DISBURSEMENT UNIT", "FIRST SAMPLE BANK"), Stamp with { On = new(2026, 11, 23) },
        [
            new(new("CHILD SUPPORT", "1936001787", OtherBank, "CHILD SUPP", new(2026, 11, 23)),
            [
                ReturnedPayment.Of(sent[0], OurBank, "R03"),
                ReturnedPayment.Of(sent[1], OurBank, "R15", new(2026, 10, 2)),
            ]),
        ]);
    }

    public static PaymentFile Changes()
    {
        var sent = Read(Disbursements()).Entries.ToList();
        return new(new(OurBank, "231380104", "STATE DISBURSEMENT UNIT", "FIRST SAMPLE BANK"), Stamp with { On = new(2026, 11, 23), Modifier = 'B' },
        [
            new(new("CHILD SUPPORT", "1936001787", OtherBank, "CHILD SUPP", new(2026, 11, 23)),
            [
                ChangeNotification.Of(sent[0], OurBank, "C01", ChangeNotification.Corrected("C01", (CorrectedField.Account, "987654321"))),
                ChangeNotification.Of(sent[1], OurBank, "C03", ChangeNotification.Corrected("C03", (CorrectedField.Routing, "231380104"), (CorrectedField.Account, "00112233"))),
                ChangeNotification.Of(sent[2], OurBank, "C05", ChangeNotification.Corrected("C05", (CorrectedField.TransactionCode, "22"))),
                ChangeNotification.Of(sent[3], OurBank, "C07", ChangeNotification.Corrected("C07", (CorrectedField.Routing, "061036000"), (CorrectedField.Account, "42"), (CorrectedField.TransactionCode, "32"))),
            ]),
        ]);
    }

    public static byte[] Bytes(PaymentFile file) => NachaWriter.Write(file).Value.Bytes.ToArray();

    public static NachaFile Read(PaymentFile file) => Read(Bytes(file));

    public static NachaFile Read(byte[] bytes)
    {
        var result = NachaReader.Read(bytes);
        Assert.Empty(result.Faults);
        return result.File!;
    }
}
