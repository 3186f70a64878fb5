using Alimenta.Office.Participants;

namespace Alimenta.Office.Tests.Participants;

/// <summary>What names, numbers, addresses and accounts must be: one table for every way by which they come in.</summary>
public sealed class RulesTests
{
    [Theory]
    [InlineData("O'Brien", "OBRIEN")]
    [InlineData("O’Brien", "OBRIEN")]
    [InlineData("de la Cruz", "DELACRUZ")]
    [InlineData("Smith-Jones", "SMITHJONES")]
    [InlineData("José", "JOSE")]
    [InlineData("Jose\u0301", "JOSE")]
    [InlineData("Nguyễn", "NGUYEN")]
    [InlineData("Nguye\u0302\u0303n", "NGUYEN")]
    [InlineData("Łukasz", "LUKASZ")]
    [InlineData("Ñandú", "NANDU")]
    [InlineData("Null", "NULL")]
    [InlineData("محمد", "محمد")]
    public void A_name_is_found_however_it_is_written(string typed, string found)
    {
        var name = new NameGiven(typed, "Ana").Clean();
        Assert.Null(NameRules.Check(name));
        Assert.Equal(found, NameText.Search(name.Last));
    }

    [Fact]
    public void Letters_with_marks_are_stored_in_one_way()
    {
        Assert.Equal("Nguyễn", NameText.Clean("Nguye\u0302\u0303n"));
        Assert.Equal("José", NameText.Clean("Jose\u0301"));
        Assert.Equal("Ana María", NameText.Clean(" \u00A0Ana\u200B  Mari\u0301a \t"));
    }

    [Theory]
    [InlineData("", "R-NAME-EMPTY")]
    [InlineData("  ", "R-NAME-EMPTY")]
    [InlineData("\u200B", "R-NAME-EMPTY")]
    [InlineData("\u00A0", "R-NAME-EMPTY")]
    [InlineData("Smi\u0007th", "R-NAME-CHARACTER")]
    [InlineData("Smith\U0001F600", "R-NAME-CHARACTER")]
    [InlineData("Smi\u202Eth", "R-NAME-CHARACTER")]
    [InlineData("Smi\uE000th", "R-NAME-CHARACTER")]
    public void A_name_that_cannot_be_stored_is_refused_at_its_field(string last, string code)
    {
        var no = NameRules.Check(new NameGiven(last, "Ana").Clean());
        Assert.Equal((code, "last"), (no?.Code, no?.Field));
    }

    [Fact]
    public void A_lone_surrogate_is_refused()
    {
        var no = NameRules.Check(new NameGiven("Smith" + (char)0xD800, "Ana").Clean());
        Assert.Equal("R-NAME-CHARACTER", no?.Code);
    }

    [Fact]
    public void One_name_is_enough_when_it_is_said_and_a_hundred_letters_is_the_most()
    {
        Assert.Equal("R-NAME-FIRST", NameRules.Check(new("Sukarno"))?.Code);
        Assert.Null(NameRules.Check(new("Sukarno", OnlyOne: true)));
        Assert.Null(NameRules.Check(new(new string('a', 100), "b")));
        Assert.Equal("R-NAME-LONG", NameRules.Check(new(new string('a', 101), "b"))?.Code);
    }

    [Theory]
    [InlineData("Smith Jr.", "W-NAME-SUFFIX")]
    [InlineData("M\u0430ria", "W-NAME-ALPHABETS")]
    [InlineData("Unknown", "W-NAME-PLACEHOLDER")]
    [InlineData("Test", "W-NAME-PLACEHOLDER")]
    [InlineData("Мария", null)]
    [InlineData("True", null)]
    [InlineData("N/A", null)]
    public void What_may_be_a_slip_is_a_warning(string last, string? code) => Assert.Equal(code, NameRules.Warning(new(last, "Ana"))?.Code);

    [Theory]
    [InlineData("523-45-6789", true)]
    [InlineData("523 45 6789", true)]
    [InlineData("734.45.6789", true)]
    [InlineData("000-45-6789", false)]
    [InlineData("666-45-6789", false)]
    [InlineData("912-70-6789", false)]
    [InlineData("523-00-6789", false)]
    [InlineData("523-45-0000", false)]
    [InlineData("078-05-1120", false)]
    [InlineData("52345678", false)]
    [InlineData("5234567890", false)]
    [InlineData("52345678O", false)]
    [InlineData("555555555", false)]
    public void A_social_security_number_is_read_or_refused_without_being_repeated(string text, bool good)
    {
        var read = IdentityRules.Ssn(text);
        Assert.Equal(good, read.Ok);
        if (!good) Assert.DoesNotContain(text[^4..], read.Refusal!.What.Replace("0000", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Days_of_a_life_that_cannot_be_are_refused()
    {
        DateOnly today = new(2026, 3, 20);
        Assert.Equal("R-BORN-FUTURE", IdentityRules.Born(today.AddDays(1), today)?.Code);
        Assert.Null(IdentityRules.Born(today, today));
        Assert.Equal("R-BORN-EARLY", IdentityRules.Born(new(85, 1, 1), today)?.Code);
        Assert.Null(IdentityRules.Born(new(2008, 2, 29), today));
        Assert.Equal("R-DIED-BEFORE-BIRTH", IdentityRules.Died(new(2000, 1, 1), new(2001, 1, 1), today)?.Code);
        Assert.Equal("R-DIED-FUTURE", IdentityRules.Died(today.AddDays(1), null, today)?.Code);
        Assert.Equal("W-PARENT-AGE", IdentityRules.Parent(new(2000, 1, 1), new(2010, 12, 31))?.Code);
        Assert.Null(IdentityRules.Parent(new(2000, 1, 1), new(2011, 1, 1)));
    }

    [Theory]
    [InlineData("12 Elm St", "Portland", "OR", "97201", "US", null)]
    [InlineData("PO Box 9", "Bend", "or", "97701-1234", "US", null)]
    [InlineData("General Delivery", "San Juan", "PR", "00901", "US", null)]
    [InlineData("PSC 1", "APO", "AE", "09001", "US", null)]
    [InlineData("1 Rue Haute", "Lyon", "", "69001", "FR", null)]
    [InlineData("", "Portland", "OR", "97201", "US", "line1")]
    [InlineData("12 Elm St", "", "OR", "97201", "US", "city")]
    [InlineData("12 Elm St", "Portland", "XX", "97201", "US", "state")]
    [InlineData("12 Elm St", "Portland", "OR", "00000", "US", "zip")]
    [InlineData("12 Elm St", "Portland", "OR", "", "US", "zip")]
    [InlineData("12 Elm St", "Portland", "OR", "97201", "USA", "country")]
    [InlineData("12 \u202EElm", "Portland", "OR", "97201", "US", "line1")]
    public void An_address_passes_or_names_the_field(string line, string city, string state, string zip, string country, string? field) =>
        Assert.Equal(field, AddressRules.Check(new AddressGiven(line, "", city, state, zip, country).Clean())?.Field);

    [Theory]
    [InlineData("(503) 555-2368", "+15035552368")]
    [InlineData("503.555.2368 ext 12", "+15035552368x12")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("0000000000", null)]
    [InlineData("503-CALL-NOW", null)]
    [InlineData("555", null)]
    public void A_telephone_number_is_stored_with_its_country(string typed, string? stored)
    {
        var read = ContactRules.Phone(typed);
        Assert.Equal(stored, read.Ok ? read.Value : null);
    }

    [Theory]
    [InlineData("93-1234567", true)]
    [InlineData("00-0000000", false)]
    [InlineData("93-12345", false)]
    public void An_employer_number_has_nine_digits(string typed, bool good) => Assert.Equal(good, ContactRules.Fein(typed).Ok);

    [Theory]
    [InlineData("12345678", null)]
    [InlineData("0012-3456 78", null)]
    [InlineData("00000000", "R-ACCOUNT")]
    [InlineData("12AB5678", "R-ACCOUNT")]
    [InlineData("1234567890123456789012345678901234567890", "R-ACCOUNT")]
    [InlineData("4111 1111 1111 1111", "R-ACCOUNT-CARD")]
    [InlineData("378282246310005", "R-ACCOUNT-CARD")]
    [InlineData("4111111111111112", null)]
    public void An_account_number_is_no_card_number(string typed, string? code)
    {
        var read = BankRules.Account(typed);
        Assert.Equal(code, read.Refusal?.Code);
        if (code is not null) Assert.DoesNotContain(typed, read.Refusal!.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("021000021", true)]
    [InlineData("021000022", false)]
    [InlineData("000000000", false)]
    [InlineData("990000000", false)]
    public void A_routing_number_checks_itself(string typed, bool good) => Assert.Equal(good, BankRules.Routing(typed).Ok);
}
