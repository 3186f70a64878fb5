using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

/// <summary>What cannot be said in the format, or must not leave the house, is refused before the first byte.</summary>
public class WriterTests
{
    private static readonly PaymentFile File = Fixtures.Disbursements();
    private static readonly BatchTerms Terms = File.Batches[0].Terms;
    private static readonly BankAccount Account = new(Fixtures.OtherBank, "123456789");

    public static TheoryData<string, PaymentFile> Refused => new()
    {
        { "R-ACH-EMPTY", File with { Batches = [] } },
        { "R-ACH-EMPTY", With() },
        { "R-ACH-TRACE", File with { FirstSequence = 0 } },
        { "R-ACH-TRACE", File with { FirstSequence = 9_999_997 } },
        { "R-ACH-ORIGIN", File with { Sender = File.Sender with { Origin = "12345678901" } } },
        { "R-ACH-ORIGIN", File with { Sender = File.Sender with { Origin = " " } } },
        { "R-ACH-ROUTING", File with { Sender = File.Sender with { Destination = default } } },
        { "R-ACH-ROUTING", File with { Batches = [new(Terms with { OriginatingBank = default }, File.Batches[0].Entries)] } },
        { "R-ACH-ROUTING", With(new DisbursementEntry(new(default, "1"), new(1), "P1", "A")) },
        { "R-ACH-MODIFIER", File with { Stamp = File.Stamp with { Modifier = 'a' } } },
        { "R-ACH-DATE", File with { Stamp = File.Stamp with { On = new(2070, 1, 1) } } },
        { "R-ACH-DATE", File with { Batches = [new(Terms with { EffectiveOn = new(1969, 12, 31) }, File.Batches[0].Entries)] } },
        { "R-ACH-COMPANY", File with { Batches = [new(Terms with { CompanyId = "12345678901" }, File.Batches[0].Entries)] } },
        { "R-ACH-MIXED", With(File.Batches[0].Entries[0], Support(1, 1)) },
        { "R-ACH-ACCOUNT", With(new DisbursementEntry(Account with { Number = "123456789012345678" }, new(1), "P1", "A")) },
        { "R-ACH-ACCOUNT", With(new DisbursementEntry(Account with { Number = " " }, new(1), "P1", "A")) },
        { "R-ACH-ACCOUNT", With(new DisbursementEntry(Account with { Number = "12É" }, new(1), "P1", "A")) },
        { "R-ACH-ACCOUNT", With(new EmployerPayment(Account with { Number = "1*2" }, "X", "SDU", "MILLS", [Fixtures.Ded("A1", 1)])) },
        { "R-ACH-ID", With(new DisbursementEntry(Account, new(1), "P123456789012345", "A")) },
        { "R-ACH-SSN", With(new DisbursementEntry(Account, new(1), "219450187", "A")) },
        { "R-ACH-SSN", With(new DisbursementEntry(Account, new(1), "219-45-0187", "A")) },
        { "R-ACH-SSN", With(DisbursementEntry.Prenote(Account, "219 45 0187", "A")) },
        { "R-ACH-AMOUNT", With(new DisbursementEntry(Account, Money.Zero, "P1", "A")) },
        { "R-ACH-AMOUNT", With(new DisbursementEntry(Account, new(-1), "P1", "A")) },
        { "R-ACH-AMOUNT", With(new DisbursementEntry(Account, new(10_000_000_000), "P1", "A")) },
        { "R-ACH-LARGE", With([.. Enumerable.Range(0, 101).Select(i => new DisbursementEntry(Account, new(9_999_999_999), $"P{i}", "A"))]) },
        { "R-ACH-LARGE", With(new EmployerPayment(Account, "X", "SDU", "MILLS", [.. Enumerable.Repeat(Fixtures.Ded("A1", 1), 9_000)])) },
        { "R-ACH-LOAN", File with { Batches = [new(Terms with { Reverses = true }, [DisbursementEntry.Prenote(Account with { Kind = AccountKind.Loan }, "P1", "A")])] } },
        { "R-ACH-DED", With(Support(100, 99)) },
        { "R-ACH-DED", With(new SupportPayment(Account, new(101), "X", "SDU", Fixtures.Ded("A1", 100, DedApplication.RI))) },
        { "R-ACH-DED", With(new SupportPayment(Account, new(1), "X", "SDU", Fixtures.Ded("", 1))) },
        { "R-ACH-DED", With(new SupportPayment(Account, new(1), "X", "SDU", Fixtures.Ded("A*1", 1))) },
        { "R-ACH-DED", With(new SupportPayment(Account, new(1), "X", "SDU", Fixtures.Ded("123456789012345678901", 1))) },
        { "R-ACH-DED", With(new SupportPayment(Account, new(1), "X", "SDU", Fixtures.Ded("A1", 1) with { SsnDigits = "" })) },
        { "R-ACH-DED", With(new SupportPayment(Account, new(1), "X", "SDU", Fixtures.Ded("A1", 1) with { Locator = "41" })) },
        { "R-ACH-DED", With(new EmployerPayment(Account, "X", "SDU", "MILLS", [])) },
        { "R-ACH-DED", With(new EmployerPayment(Account, "X", "SDU", "MILLS", [Fixtures.Ded("A1", 1, DedApplication.RO)])) },
        { "R-ACH-DED", With(new EmployerPayment(Account, "X", "SDU", "MILLS", [Fixtures.Ded("A1", 1)]) with { Items = [Fixtures.Ded("A1", 2)] }) },
        { "R-ACH-RETURN", With(new ReturnedPayment(Account, new(1), "X", "A", new("X03", "231380100004711", "12104288", "PPD"))) },
        { "R-ACH-RETURN", With(new ReturnedPayment(Account, new(1), "X", "A", new("R03", "4711", "12104288", "PPD"))) },
        { "R-ACH-CHANGE", With(new ChangeNotification(Account, "X", "A", "C1", "231380100004711", "12104288", "1")) },
    };

    internal static IEnumerable<Refusal> Refusals() => Refused.Select(row => NachaWriter.Write(row.Data.Item2).Refusal!);

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void What_cannot_be_written_says_why_and_what_to_do(string code, PaymentFile file)
    {
        var refusal = NachaWriter.Write(file).Refusal;
        Assert.Equal(code, refusal?.Code);
        Assert.True(refusal!.What.EndsWith('.') && refusal.Remedy.EndsWith('.'));
        Assert.DoesNotContain("219450187", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_last_trace_number_can_be_used_and_the_next_file_begins_anew()
    {
        var written = NachaWriter.Write(File with { FirstSequence = 9_999_996 }).Value;
        Assert.Equal(["231380109999996", "231380109999997", "231380109999998", "231380109999999"], written.Traces);
        Assert.Equal("R-ACH-TRACE", NachaWriter.Write(File with { FirstSequence = written.NextSequence }).Refusal!.Code);
    }

    [Fact]
    public void What_text_loses_is_told_with_its_line()
    {
        var losses = NachaWriter.Write(File).Value.Losses;
        Assert.Equal(
            [(3L, "JOSÉ NUÑEZ", "JOSE NUNEZ"), (5, "Anna-Katharina Lindqvist-Østergård", "ANNA-KATHARINA LINDQVI"), (6, "Łukasz Wójcik", "LUKASZ WOJCIK")],
            losses.Select(loss => (loss.Line, loss.Original, loss.Written)));
        Assert.Contains(NachaWriter.Write(Fixtures.Employers()).Value.Losses, loss => loss is { Field: "N102", Written: "CEDAR PAYROLL   PARTNERS" });
        var named = Support(1, 1) with { Ded = Fixtures.Ded("A1", 1) with { ObligorName = "Peña*Long Name" } };
        Assert.Equal(("DED07", 4L, "PENA LONG"), NachaWriter.Write(With(named)).Value.Losses.Select(loss => (loss.Field, loss.Line, loss.Written)).Single());
    }

    // Many payments at once: the counts, hash and blocks stay right, and the entry hash keeps its last ten digits.
    [Fact]
    public void A_large_file_is_right()
    {
        var entries = Enumerable.Range(1, 20_000).Select(i => new DisbursementEntry(new(Fixtures.Aba("80000001" + AbaRouting.CheckDigit("80000001")), $"{i}"), new(i), $"P{i}", "A")).ToList<PaymentEntry>();
        var read = Fixtures.Read(With([.. entries]));
        Assert.Equal(new ControlTotals(20_000, 80_000_001L * 20_000 % 10_000_000_000, Money.Zero, new(200_010_000)), read.Totals);
        Assert.Equal(20_000, read.Entries.Count());
    }

    private static SupportPayment Support(long ded, long sent) => new(Account, new(sent), "X", "SDU", Fixtures.Ded("A1", ded));

    private static PaymentFile With(params PaymentEntry[] entries) => File with { Batches = [new(Terms, entries)], FirstSequence = 1 };
}
