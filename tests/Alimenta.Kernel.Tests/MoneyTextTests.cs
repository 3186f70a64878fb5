using FsCheck.Fluent;

namespace Alimenta.Kernel.Tests;

public class MoneyTextTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("7", 700)]
    [InlineData("007", 700)]
    [InlineData("0.5", 50)]
    [InlineData("1234.56", 123456)]
    [InlineData("1,234.56", 123456)]
    [InlineData("$1,234", 123400)]
    [InlineData("  $12.30  ", 1230)]
    [InlineData("999,999,999.99", 99_999_999_999)]
    public void Reads_amounts_as_people_write_them(string text, long cents)
    {
        Assert.True(Money.TryParse(text, out var amount));
        Assert.Equal(cents, amount.Cents);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("$")]
    [InlineData("$$5")]
    [InlineData("5$")]
    [InlineData(".")]
    [InlineData(".50")]
    [InlineData("5.")]
    [InlineData("5.123")]
    [InlineData("5.1.2")]
    [InlineData("-5")]
    [InlineData("+5")]
    [InlineData("(5.00)")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("1 000")]
    [InlineData("1,23")]
    [InlineData("1,2345")]
    [InlineData(",123")]
    [InlineData("1,,234")]
    [InlineData("1234,567")]
    [InlineData("0,123")]
    [InlineData("1.234,56")]
    [InlineData("1.2,3")]
    [InlineData("1234567890")]
    [InlineData("5 USD")]
    [InlineData("\u0665")] // a digit, but not one of ours
    public void Refuses_everything_else(string? text)
    {
        Assert.False(Money.TryParse(text, out var amount));
        Assert.Equal(Money.Zero, amount);
    }

    [Fact]
    public void Reads_back_what_it_wrote() => Properties.Hold(
        Properties.Longs(0, 99_999_999_999),
        cents => Money.TryParse(new Money(cents).ToString(), out var back) && back.Cents == cents);

    [Fact]
    public void Never_throws_whatever_is_typed() => Properties.Hold(
        Gen.Elements("$", ",", ".", "0", "1", "9", "-", " ", "000", "999", "é", "\0").ListOf().Select(string.Concat),
        text => !Money.TryParse(text, out var amount) || amount.Cents is >= 0 and <= 99_999_999_999);
}
