using FsCheck;
using FsCheck.Fluent;

namespace Alimenta.Kernel.Tests;

public class CaseNumberTests
{
    private static readonly Gen<CaseNumber> Numbers =
        from year in Gen.Choose(1975, 2099)
        from office in Gen.Choose(0, 999)
        from sequence in Gen.Choose(0, 99_999)
        select CaseNumber.Make(year, office, sequence);

    [Fact]
    public void Is_made_of_year_office_sequence_and_check_digit()
    {
        // Luhn over 2610400731, doubled from the right: 2+3+5+0+0+4+0+1+3+2 = 20, so the check digit is 0.
        Assert.Equal("26-104-00731-0", CaseNumber.Make(2026, 104, 731).ToString());
        Assert.Equal("26104007310", CaseNumber.Make(2026, 104, 731).Digits);
        Assert.Equal("00-000-00000-0", CaseNumber.Make(2000, 0, 0).ToString());
        Assert.Equal("", default(CaseNumber).ToString());
    }

    [Theory]
    [InlineData(2026, -1, 0)]
    [InlineData(2026, 1000, 0)]
    [InlineData(2026, 0, -1)]
    [InlineData(2026, 0, 100_000)]
    [InlineData(0, 0, 0)]
    [InlineData(-1, 0, 0)]
    public void Has_bounds(int year, int office, int sequence) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CaseNumber.Make(year, office, sequence));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("26-104-00731")]
    [InlineData("26-104-00731-1")]
    [InlineData("26-104-00731-00")]
    [InlineData("26-104-0073A-0")]
    [InlineData("26.104.00731.0")]
    public void Refuses_what_is_no_case_number(string? text)
    {
        Assert.False(CaseNumber.TryParse(text, out var number));
        Assert.Equal("", number.Digits);
    }

    [Fact]
    public void Reads_back_what_it_wrote_with_and_without_dashes() => Properties.Hold(Numbers, number =>
        CaseNumber.TryParse(number.ToString(), out var dashed) && dashed == number
        && CaseNumber.TryParse(" " + number.Digits + " ", out var plain) && plain == number);

    [Fact]
    public void Notices_every_single_wrong_digit() => Properties.Hold(Numbers, number =>
    {
        for (var place = 0; place < 11; place++)
            for (var digit = '0'; digit <= '9'; digit++)
                if (digit != number.Digits[place]
                    && CaseNumber.TryParse(number.Digits[..place] + digit + number.Digits[(place + 1)..], out _)) return false;
        return true;
    }, times: 500);

    [Fact]
    public void Notices_every_swap_of_neighbours_but_0_and_9() => Properties.Hold(Numbers, number =>
    {
        for (var place = 0; place < 10; place++)
        {
            var (a, b) = (number.Digits[place], number.Digits[place + 1]);
            var passes = CaseNumber.TryParse(number.Digits[..place] + b + a + number.Digits[(place + 2)..], out _);
            if (passes != (a == b || (a, b) is ('0', '9') or ('9', '0'))) return false;
        }

        return true;
    }, times: 500);
}
