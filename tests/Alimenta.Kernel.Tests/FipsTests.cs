namespace Alimenta.Kernel.Tests;

public class FipsTests
{
    [Theory]
    [InlineData("41051", "41")] // Multnomah County, Oregon
    [InlineData("2000003", "20")] // a payment place of Kansas
    [InlineData(" 90780 ", "90")] // Navajo Nation
    [InlineData("80036", "80")] // Australia
    public void Reads_five_or_seven_digits(string text, string state)
    {
        Assert.True(Fips.TryParse(text, out var fips));
        Assert.Equal(text.Trim(), fips.Digits);
        Assert.Equal(text.Trim(), fips.ToString());
        Assert.Equal(state, fips.State);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("41")]
    [InlineData("410510")]
    [InlineData("41051001")]
    [InlineData("4105A")]
    [InlineData("00051")]
    [InlineData("0000000")]
    public void Refuses_what_is_no_code(string? text)
    {
        Assert.False(Fips.TryParse(text, out var fips));
        Assert.Equal("", fips.Digits);
        Assert.Equal("", fips.State);
    }
}
