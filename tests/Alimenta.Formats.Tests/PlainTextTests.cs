namespace Alimenta.Formats.Tests;

public class PlainTextTests
{
    [Theory]
    [InlineData("José", "JOSE")]
    [InlineData("Nguyễn Thị", "NGUYEN THI")]
    [InlineData("Łukasz Żółw", "LUKASZ ZOLW")]
    [InlineData("Ñandú", "NANDU")]
    [InlineData("Zoë Straße", "ZOE STRASSE")]
    [InlineData("O’Brien–Smith", "O'BRIEN-SMITH")]
    [InlineData("Æthel Œuvre Þór Đorđe", "AETHEL OEUVRE THOR DORDE")]
    [InlineData("Jose\u0301", "JOSE")]
    [InlineData("a\tb\u0007c", "A B C")]
    [InlineData("Мария 山田", "")]
    [InlineData("zero\u200Bwidth", "ZEROWIDTH")]
    [InlineData("", "")]
    public void Accents_go_and_letters_stay(string text, string expected) => Assert.Equal(expected, PlainText.Of(text));

    // Every accented Latin letter that Unicode can take apart has its plain letter.
    [Fact]
    public void Nothing_but_plain_characters_comes_out()
    {
        for (var c = '\u0001'; c < '\uD800'; c++)
            Assert.All(PlainText.Of($"A{c}A"), plain => Assert.InRange(plain, ' ', '~'));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("1234", "***")]
    [InlineData("123456789", "***6789")]
    public void An_account_shows_its_last_four(string text, string expected) => Assert.Equal(expected, Masked.Ending(text));

    [Theory]
    [InlineData("DED*CS*26104007314*261120", "DED*CS****7314*261120")]
    [InlineData("219-45-0187", "***0187")]
    [InlineData("219 45 0187 X", "***0187 X")]
    [InlineData("261120 and 1630", "261120 and 1630")]
    [InlineData("<b>\u001B[0m", "<b>?[0m")]
    public void Long_numbers_are_masked_in_messages(string text, string expected) => Assert.Equal(expected, Masked.Digits(text));

    [Fact]
    public void A_message_never_shows_a_whole_line() => Assert.Equal(63, Masked.Printable(new('x', 1_000)).Length);
}
