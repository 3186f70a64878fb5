using FsCheck.Fluent;

namespace Alimenta.Kernel.Tests;

public class SsnTests
{
    private sealed record Person(string Name, Ssn Ssn, Ssn? Other);

    private static Ssn Good => Ssn.TryParse("512-34-6789", out var ssn, out _) ? ssn : throw new InvalidOperationException();

    [Theory]
    [InlineData("512346789")]
    [InlineData("512-34-6789")]
    [InlineData(" 512 34 6789 ")]
    [InlineData("512.34.6789")]
    [InlineData("001-01-0001")]
    [InlineData("899-99-9999")]
    [InlineData("750-01-0001")] // areas above 728 are issued since 25 Jun 2011
    [InlineData("665-12-3456")]
    [InlineData("667-12-3456")]
    public void Reads_a_number_of_valid_form(string text)
    {
        Assert.True(Ssn.TryParse(text, out var ssn, out var why));
        Assert.Equal("", why);
        Assert.Equal(string.Concat(text.Where(char.IsAsciiDigit)), ssn.Digits);
    }

    [Theory]
    [InlineData(null, "nine digits")]
    [InlineData("", "nine digits")]
    [InlineData("51234678", "nine digits")]
    [InlineData("5123467890", "nine digits")]
    [InlineData("51234678X", "nine digits")]
    [InlineData("512/34/6789", "nine digits")]
    [InlineData("\u0665\u0661\u0662\u0663\u0664\u0666\u0667\u0668\u0669", "nine digits")]
    [InlineData("000-12-3456", "starts with 000")]
    [InlineData("666-12-3456", "starts with 666")]
    [InlineData("900-12-3456", "starts with 9")]
    [InlineData("999-49-3456", "starts with 9")]
    [InlineData("900-66-3456", "starts with 9")]
    [InlineData("900-69-3456", "starts with 9")]
    [InlineData("900-89-3456", "starts with 9")]
    [InlineData("900-93-3456", "starts with 9")] // an adoption number, no ITIN
    [InlineData("987-65-4320", "ITIN")] // an advertising number too
    [InlineData("900-50-3456", "ITIN")]
    [InlineData("900-65-3456", "ITIN")]
    [InlineData("900-70-3456", "ITIN")]
    [InlineData("900-88-3456", "ITIN")]
    [InlineData("900-90-3456", "ITIN")]
    [InlineData("900-92-3456", "ITIN")]
    [InlineData("900-94-3456", "ITIN")]
    [InlineData("999-99-9999", "ITIN")]
    [InlineData("512-00-6789", "00 as its middle")]
    [InlineData("512-34-0000", "ends in 0000")]
    [InlineData("078-05-1120", "specimen")]
    [InlineData("219-09-9999", "specimen")]
    [InlineData("123-45-6789", "specimen")]
    [InlineData("111-11-1111", "specimen")]
    [InlineData("333-33-3333", "specimen")]
    public void Refuses_what_was_never_issued_and_says_why(string? text, string part)
    {
        Assert.False(Ssn.TryParse(text, out var ssn, out var why));
        Assert.Equal("", ssn.Digits);
        Assert.Contains(part, why);
        Assert.EndsWith(".", why);
    }

    [Fact]
    public void The_reason_never_repeats_the_number() => Properties.Hold(
        Properties.Digits(9),
        digits => Ssn.TryParse(digits, out _, out var why) || (!why.Contains(digits) && !why.Contains(digits[5..]) || digits[5..] == "0000"));

    [Fact]
    public void Is_shown_masked()
    {
        Assert.Equal("***-**-6789", Good.ToString());
        Assert.Equal("***-**-6789", $"{Good}");
        Assert.Equal("6789", Good.Last4);
        Assert.Equal("", default(Ssn).ToString());
        Assert.Equal("", default(Ssn).Last4);
    }

    [Fact]
    public void A_record_that_holds_it_does_not_show_more()
    {
        var text = new Person("Ana Lind", Good, Good).ToString();
        Assert.DoesNotContain("51234", text);
        Assert.DoesNotContain("512-34", text);
        Assert.Contains("***-**-6789", text);
    }

    [Fact]
    public void No_number_shows_its_first_five_digits() => Properties.Hold(
        from head in Gen.Choose(1, 665) from middle in Gen.Choose(1, 99) from serial in Gen.Choose(1, 9999)
        select $"{head:000}{middle:00}{serial:0000}",
        digits => !Ssn.TryParse(digits, out var ssn, out _)
            || (ssn.ToString() == "***-**-" + digits[5..] && ssn.ToString().Length == 11));

    [Fact]
    public void Two_spellings_are_one_number()
    {
        Assert.True(Ssn.TryParse("512 34 6789", out var spaced, out _));
        Assert.Equal(Good, spaced);
        Assert.Equal(Good.GetHashCode(), spaced.GetHashCode());
    }
}
