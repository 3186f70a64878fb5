using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Tests;

public sealed class CsvTests
{
    private sealed record Row(string Name, Money Amount, DateOnly? On);

    private static readonly TableOf<Row> Table = new TableOf<Row>().Text("Name", r => r.Name).Money("Amount", r => r.Amount).Date("On", r => r.On);

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1 503 555 0100", "'+1 503 555 0100")]
    [InlineData("-cmd", "'-cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\0=1", "'\0=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("-12.50", "-12.50")]
    [InlineData("12", "12")]
    [InlineData("-12.50+1", "'-12.50+1")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("", "")]
    [InlineData("José", "José")]
    public void No_cell_runs_as_a_formula_and_quoting_is_right(string text, string cell) => Assert.Equal(cell, Csv.Cell(text));

    [Fact]
    public void A_list_has_its_headings_plain_numbers_and_dates_that_sort() => Assert.Equal(
        "Name,Amount,On\r\nOkafor,-1234.05,2026-11-20\r\n'=Brandt,0.07,\r\n",
        Csv.Write(Table, [new("Okafor", new(-123405), new(2026, 11, 20)), new("=Brandt", new(7), null)]));

    [Theory]
    [InlineData("ledger/../../x")]
    [InlineData("a b")]
    [InlineData("")]
    public void A_file_name_cannot_carry_anything_else(string name) => Assert.Throws<ArgumentException>(() => Csv.Download(Table, [], name));
}
