using Alimenta.Architecture.Tests.Guards;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests;

public class LawLiteralsTests
{
    [Fact]
    public void No_figure_of_law_stands_in_code() => House.IsClean(Exceptions.Of("law-literals").Apply(LawLiterals.In(Repository.Product)));

    [Theory]
    [InlineData("var limit = earnings.ShareDown(50, 100);", "50")]
    [InlineData("var limit = earnings * 0.5m;", "0.5m")]
    [InlineData("if (weeks > 12 && percent == 65) return;", "65")]
    [InlineData("var fee = Money.Of(35);", "35")]
    [InlineData("var fee = new Money(35_00);", "35_00")]
    [InlineData("var half = amount.ShareHalfUp(500_000, 1_000_000);", "500_000")]
    [InlineData("if (day >= new DateOnly(2009, 10, 1)) return;", "2009")]
    [InlineData("var due = calendar.Plus(day, 5);", "5")]
    [InlineData("why?.Step(\"The fee of $35 is due.\");", "$3")]
    [InlineData("why?.Step($\"At most 60 % of {earnings}.\");", "0 %")]
    [InlineData("why?.Step(\"It may be held for 6 months.\");", "6 months")]
    [InlineData("why?.Step(\"Older than 90 Days.\");", "90 Days")]
    public void Sample_a_figure_is_noticed(string statement, string figure) => Assert.Equal(figure, Assert.Single(
        LawLiterals.In([Sample.Code("src/Alimenta.Law/Federal/Rule.cs", $"class Rule {{ void M() {{ {statement} }} }}")])).What);

    [Theory]
    [InlineData("var month = year * 12 + 1 - 2;")]
    [InlineData("var week = day.AddDays(7);")]
    [InlineData("var rate = amount.ShareHalfUp(ppm, 1_000_000L);")]
    [InlineData("var third = parts[3]; var rest = text[4..^3]; var tail = text[5..];")]
    [InlineData("why?.Step($\"The fee of {fee} is due.\", \"42 USC 654(6)(B)(ii), 45 CFR 302.33(e)(3)\");")]
    public void Sample_arithmetic_places_and_citations_pass(string statement) =>
        Assert.Empty(LawLiterals.In([Sample.Code("src/Alimenta.Law/Federal/Rule.cs", $"class Rule {{ void M() {{ {statement} }} }}")]));

    [Fact]
    public void Sample_other_rooms_the_store_and_the_catalog_are_left_alone() => Assert.Empty(LawLiterals.In(
        [Sample.Code("src/Alimenta.Law/Store/Reader.cs", "class R { int N = 94; }"), Sample.Code("src/Alimenta.Law/Rules/Catalog.cs", "class R { int N = 94; }"), Sample.Code("src/Alimenta.Formats/Nacha.cs", "class N { int Length = 94; }"), Sample.Code("src/Alimenta.Law/Kinds.cs", "enum Kind { Third = 3 }")]));
}
