using FsCheck.Fluent;

namespace Alimenta.Kernel.Tests;

public class AbaRoutingTests
{
    [Theory]
    [InlineData("231380104")]
    [InlineData("121042882")]
    [InlineData(" 091000019 ")]
    public void Reads_numbers_in_use(string text)
    {
        Assert.True(AbaRouting.TryParse(text, out var routing));
        Assert.Equal(text.Trim(), routing.Digits);
        Assert.Equal(text.Trim(), routing.ToString());
        Assert.Equal(text.Trim()[8], AbaRouting.CheckDigit(text.Trim()[..8]));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("23138010")]
    [InlineData("2313801040")]
    [InlineData("23138010A")]
    [InlineData("231380105")] // wrong check digit
    [InlineData("000000000")] // adds up, names no bank
    public void Refuses_what_names_no_bank(string? text)
    {
        Assert.False(AbaRouting.TryParse(text, out var routing));
        Assert.Equal("", routing.Digits);
    }

    [Fact]
    public void Only_the_districts_in_use_are_accepted()
    {
        var accepted = Enumerable.Range(0, 100).Where(district =>
        {
            var eight = $"{district:00}000001";
            return AbaRouting.TryParse(eight + AbaRouting.CheckDigit(eight), out _);
        });
        Assert.Equal([.. Enumerable.Range(0, 13), .. Enumerable.Range(21, 12), .. Enumerable.Range(61, 12), 80], accepted);
    }

    [Fact]
    public void The_check_digit_makes_a_number_valid_and_no_other_digit_does() => Properties.Hold(
        from district in Gen.Elements("01", "12", "21", "32", "61", "72", "80") from rest in Properties.Digits(6) select district + rest,
        eight => Enumerable.Range('0', 10).Count(last => AbaRouting.TryParse(eight + (char)last, out _)) == 1
            && AbaRouting.TryParse(eight + AbaRouting.CheckDigit(eight), out _));

    [Theory]
    [InlineData("1234567")]
    [InlineData("123456789")]
    [InlineData("1234567X")]
    public void A_check_digit_belongs_to_eight_digits(string text) =>
        Assert.Throws<ArgumentException>(() => AbaRouting.CheckDigit(text));
}
