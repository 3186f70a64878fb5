namespace Alimenta.Web.Components.Charts;

/// <summary>Bars side by side for each month: charged against paid.</summary>
internal static class BarPlot
{
    public static string Draw(string id, string patterns, int width, int height, string title, ChartData data)
    {
        var plot = new Plot(id, patterns, width, height, Scale.For(data.Series.SelectMany(s => s.Values)), title, data.InWords);
        var (months, series) = (data.Months.Count, data.Series.Count);
        var band = plot.InnerWidth / months;
        var bar = band * 0.8m / series;
        var zero = plot.Y(Money.Zero);
        for (var m = 0; m < months; m++)
        {
            for (var s = 0; s < series; s++)
            {
                var value = data.Series[s].Values[m];
                var y = plot.Y(value);
                var x = plot.Band(m, months) + band * 0.1m + bar * s;
                plot.Add($"<rect class=\"bar-{s}\" {plot.Fill(s)} x=\"{Plot.N(x)}\" y=\"{Plot.N(Math.Min(y, zero))}\" width=\"{Plot.N(Math.Max(bar - 0.5m, 0.5m))}\" height=\"{Plot.N(Math.Abs(y - zero))}\">" +
                    $"<title>{Plot.Text($"{Words.Month(data.Months[m])}, {data.Series[s].Name}: {value}")}</title></rect>");
            }
        }

        plot.MonthLabels(data.Months, i => plot.Band(i, months) + band / 2);
        return plot.End();
    }
}
