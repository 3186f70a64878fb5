using Alimenta.Formats.Nacha;

namespace Alimenta.Formats.Tests.Nacha;

public class DedTests
{
    private const string Whole = @"DED*CS*26104007314*261120*31725*219450187*Y*SMITH,JOH*4105100*Y\";

    [Fact]
    public void A_whole_segment_is_read()
    {
        var ded = Read(Whole);
        Assert.Equal(new(DedApplication.CS, "26104007314", new(2026, 11, 20), new(31_725), "219450187", MedicalSupport.Available, "SMITH,JOH", "4105100", true), ded);
        Assert.Equal(Whole, ded.Encode());
        Assert.DoesNotContain("219450187", ded.ToString(), StringComparison.Ordinal);
    }

    // Our convention F3, and the tolerances that real senders need.
    [Theory]
    [InlineData(@"ded*cs*26104007314*261120*31725*219450187*y*smith,joh*4105100*y\")]
    [InlineData(@"DED*CS*26104007314*261120*31725*219450187*Y*SMITH,JOH*4105100*Y~")]
    [InlineData(@"DED*CS*26104007314*261120*31725*219450187*Y*SMITH,JOH*4105100*Y")]
    [InlineData(@"  DED * CS * 26104007314 * 261120 * 31725 * 219450187 * Y * SMITH,JOH * 4105100 * Y \  ")]
    [InlineData(@"DED*CS*26104007314*20261120*0000031725*219450187*Y*SMITH,JOH*4105100*Y\")]
    [InlineData(@"DED*CS*26104007314*261120*31725*219450187*Y*SMITH,JOH*4105100*Y**\~")]
    public void Harmless_differences_do_not_matter(string text) => Assert.Equal(Read(Whole), Read(text));

    [Theory]
    [InlineData("CS", false)]
    [InlineData("II", false)]
    [InlineData("IT", false)]
    [InlineData("IO", false)]
    [InlineData("RI", true)]
    [InlineData("RT", true)]
    [InlineData("RO", true)]
    public void Seven_application_identifiers_are_known(string code, bool feeKept)
    {
        var ded = Read($@"DED*{code}*1*261120*1*219450187*N\");
        Assert.Equal((code, feeKept), (ded.Application.ToString(), ded.FeeKept));
    }

    [Theory]
    [InlineData("Y", MedicalSupport.Available)]
    [InlineData("n", MedicalSupport.NotAvailable)]
    [InlineData("W", MedicalSupport.NotApplicable)]
    [InlineData("", MedicalSupport.NotSaid)]
    [InlineData("X", MedicalSupport.NotSaid)]
    public void The_medical_indicator_never_makes_a_segment_unreadable(string indicator, MedicalSupport expected) =>
        Assert.Equal(expected, Read($@"DED*CS*1*261120*1*219450187*{indicator}\").Medical);

    // The Social Security number and the name can still tell whose the money is (our convention F2).
    [Fact]
    public void A_segment_without_a_case_number_is_read() => Assert.Equal("", Read(@"DED*CS**261120*1*219450187*N*SMITH,JOH\").CaseId);

    public static TheoryData<string, string, string> Unreadable => new()
    {
        { @"TXP*123456789\", "D-START", "" },
        { @"", "D-START", "" },
        { @"DED*CS*26104007314*261120*31725\", "D-SHORT", "" },
        { @"DED*XX*1*261120*1*219450187*N\", "D-APPLICATION", "DED01" },
        { @"DED**1*261120*1*219450187*N\", "D-APPLICATION", "DED01" },
        { @"DED*0*1*261120*1*219450187*N\", "D-APPLICATION", "DED01" },
        { @"DED*CS*1*261320*1*219450187*N\", "D-DATE", "DED03" },
        { @"DED*CS*1*260229*1*219450187*N\", "D-DATE", "DED03" },
        { @"DED*CS*1*2611200*1*219450187*N\", "D-DATE", "DED03" },
        { @"DED*CS*1*261120*317.25*219450187*N\", "D-AMOUNT", "DED04" },
        { @"DED*CS*1*261120*-31725*219450187*N\", "D-AMOUNT", "DED04" },
        { @"DED*CS*1*261120**219450187*N\", "D-AMOUNT", "DED04" },
        { @"DED*CS*1*261120*99999999999*219450187*N\", "D-AMOUNT", "DED04" },
        { @"DED*CS*1*261120*9999999999999999999999*219450187*N\", "D-AMOUNT", "DED04" },
        { @"DED*CS*1*261120*1*21945018*N\", "D-SSN", "DED05" },
        { @"DED*CS*1*261120*1*219-45-0187*N\", "D-SSN", "DED05" },
        { @"DED*CS*1*261120*1*219450187*N*A*4105100*Y*MORE\", "D-LONG", "DED10" },
        { @"DED*CS*1*261120*1*219450187*N\DED*CS*2*261120*1*219450187*N\", "D-REST", "" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_cannot_be_read_says_why(string text, string code, string element)
    {
        Assert.False(DedReader.TryRead(text, out _, out var fault));
        Assert.Equal((code, element), (fault.Code, fault.Element));
        Assert.True(fault.Reason.EndsWith('.') && fault.Remedy.EndsWith('.'));
        Assert.DoesNotContain("219450187", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("219-45-0187", fault.ToString(), StringComparison.Ordinal);
    }

    public static TheoryData<int> Published => [.. Enumerable.Range(0, PublishedDeds.All.Count)];

    [Theory]
    [MemberData(nameof(Published))]
    public void Published_segments_are_read_or_refused_as_documented(int index)
    {
        var sample = PublishedDeds.All[index];
        DedReader.TryRead(sample.Text, out _, out var fault);
        Assert.Equal(sample.Code, fault?.Code ?? "");
    }

    [Fact]
    public void A_published_segment_off_convention_is_read()
    {
        var ded = Read(@"DED*CS*YS2324*261120*12500*065932314*N*Doe, John*417300*N\");
        Assert.Equal(new(DedApplication.CS, "YS2324", new(2026, 11, 20), new(12_500), "065932314", MedicalSupport.NotAvailable, "DOE, JOHN", "417300"), ded);
        Assert.Equal(NameAgreement.Agrees, DedName.Compare(ded.ObligorName, "Doe", "John"));
    }

    [Theory]
    [InlineData("700101", 1970)]
    [InlineData("691231", 2069)]
    [InlineData("19691231", 1969)]
    public void Two_digit_years_run_from_1970_to_2069(string date, int year) => Assert.Equal(year, Read($@"DED*CS*1*{date}*1*219450187*N\").PayDate.Year);

    // 79 characters with its terminator, as the convention reckons.
    [Fact]
    public void The_longest_segment_fits_an_addenda_record()
    {
        var ded = new DedSegment(DedApplication.CS, new('9', 20), new(2026, 11, 20), new(9_999_999_999), "219450187", MedicalSupport.Available, "JOHNSONMAR", "4105100", true);
        Assert.Equal(79, ded.Encode().Length);
        Assert.Equal(ded, Read(ded.Encode()));
        Assert.Equal(ded, Read(ded.Encode(fullYear: true)));
    }

    [Theory]
    [InlineData("Smith", "John", "SMITH,JOH")]
    [InlineData("Johnson", "Mary", "JOHNSONMAR")]
    [InlineData("Lindqvist", "Al", "LINDQVIAL")]
    [InlineData("O'Brien", "Zoë", "OBRIEN,ZOE")]
    [InlineData("de la Cruz", "José", "DELACRUJOS")]
    [InlineData("Sukarno", "", "SUKARNO")]
    [InlineData("Nguyễn", "Thị", "NGUYEN,THI")]
    public void Names_are_shortened_by_the_convention_and_recognised(string last, string first, string expected)
    {
        Assert.Equal(expected, DedName.Of(last, first));
        Assert.Equal(NameAgreement.Agrees, DedName.Compare(expected, last, first));
    }

    [Theory]
    [InlineData("", "Smith", "John", NameAgreement.NotGiven)]
    [InlineData(" , ", "Smith", "John", NameAgreement.NotGiven)]
    [InlineData("SMITH, JOHN", "Smith", "John", NameAgreement.Agrees)]
    [InlineData("SMITH", "Smith", "John", NameAgreement.Agrees)]
    [InlineData("SMITHJOH", "Smith", "John", NameAgreement.Agrees)]
    [InlineData("SMITH,JO", "Smith", "John", NameAgreement.Agrees)]
    [InlineData("SMITH,JAN", "Smith", "John", NameAgreement.Differs)]
    [InlineData("SMIT,JOH", "Smith", "John", NameAgreement.Differs)]
    [InlineData("SMITHERS,JOH", "Smith", "John", NameAgreement.Differs)]
    [InlineData("JOHNSOMMAR", "Johnson", "Mary", NameAgreement.Differs)]
    [InlineData("SMITH", "", "", NameAgreement.Differs)]
    public void A_name_sent_is_compared_with_a_persons_name(string sent, string last, string first, NameAgreement expected) =>
        Assert.Equal(expected, DedName.Compare(sent, last, first));

    private static DedSegment Read(string text) => DedReader.TryRead(text, out var ded, out var fault) ? ded : throw new InvalidOperationException(fault.ToString());
}
