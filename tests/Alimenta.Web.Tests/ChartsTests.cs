using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Alimenta.Web.Components.Charts;

namespace Alimenta.Web.Tests;

public sealed partial class ChartsTests
{
    private static readonly SupportMonth[] Months = [.. Enumerable.Range(0, 24).Select(i => SupportMonth.Of(2025, 1).Plus(i))];

    [Theory]
    [InlineData(0, 0, 0, 100)]
    [InlineData(0, 99, 0, 100)]
    [InlineData(0, 300_00, 0, 300_00)]
    [InlineData(0, 301_00, 0, 400_00)]
    [InlineData(0, 107_180, 0, 125_000)]
    [InlineData(-5_00, 95_00, -25_00, 100_00)]
    [InlineData(0, 922_337_203_685_477, 0, 1_000_000_000_000_000)]
    public void A_scale_holds_all_amounts_between_round_lines(long least, long most, long bottom, long top)
    {
        var scale = Scale.For([new(least), new(most)]);
        Assert.Equal((bottom, top), (scale.Least.Cents, scale.Most.Cents));
        Assert.InRange(scale.Lines.Count(), 2, 6);
        Assert.Equal(0, scale.Most.Cents % scale.Step.Cents);
        Assert.Contains(Money.Zero, scale.Lines);
    }

    [Fact]
    public void The_areas_are_drawn_inside_the_paper_and_named_for_those_who_cannot_see_them()
    {
        var data = new ChartData(Months, [new("assigned <to> the state", Each(i => i * 100)), new("owed to the family", Each(i => 5000 - i * 50))]);
        var svg = XElement.Parse(AreaPlot.Draw("c", "p", 1000, 220, "What is owed", data));
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Contains("$23.00 at last", svg.Element("desc")!.Value, StringComparison.Ordinal);
        Assert.Equal(2, svg.Elements("path").Count(p => (string?)p.Attribute("class") == "area"));
        foreach (var number in Numbers().Matches(string.Join(' ', svg.Elements("path").Select(p => p.Attribute("d")!.Value))))
            Assert.InRange(decimal.Parse(number.ToString()!, CultureInfo.InvariantCulture), 0, 1000);
        Assert.DoesNotContain(svg.DescendantsAndSelf(), e => e.Attribute("style") is not null);
    }

    [Fact]
    public void The_upper_edge_of_a_stack_is_its_sum()
    {
        var tops = AreaPlot.Tops(new(Months[..2], [new("a", [new(10), new(-5)]), new("b", [new(1), new(2)])]));
        Assert.Equal([new Money(11), new Money(2)], tops[1]);
    }

    [Fact]
    public void A_bar_below_nothing_hangs_from_the_line_of_nothing()
    {
        var svg = XElement.Parse(BarPlot.Draw("c", "p", 350, 200, "Charged and paid", new(Months[..1], [new("charged", [new(50600)]), new("paid", [new(-12000)])])));
        var bars = svg.Elements("rect").ToList();
        Assert.Equal(2, bars.Count);
        Assert.True(Of(bars[1], "y") >= Of(bars[0], "y") + Of(bars[0], "height") - 0.2m);
        Assert.Equal("Jan 2025, paid: -$120.00", bars[1].Element("title")!.Value);
    }

    [Fact]
    public void Figures_that_do_not_fit_the_months_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new ChartData(Months, [new("short", [Money.Zero])]));
        Assert.Throws<ArgumentException>(() => new ChartData(Months[..1], [.. Enumerable.Range(0, 7).Select(_ => new Series("one too many", [Money.Zero]))]));
    }

    private static Money[] Each(Func<int, long> cents) => [.. Months.Select((_, i) => new Money(cents(i)))];

    private static decimal Of(XElement element, string attribute) => decimal.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"-?\d+(\.\d+)?")]
    private static partial Regex Numbers();
}
