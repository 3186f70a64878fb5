using System.Globalization;
using System.Text;

namespace Alimenta.Web.Components.Charts;

/// <summary>Areas one upon the other: what is owed month by month, by class.</summary>
internal static class AreaPlot
{
    private const int RoomForName = 20;

    public static string Draw(string id, string patterns, int width, int height, string title, ChartData data)
    {
        var tops = Tops(data);
        var plot = new Plot(id, patterns, width, height, Scale.For(tops.SelectMany(t => t)), title, data.InWords);
        var count = data.Months.Count;
        for (var s = 0; s < data.Series.Count; s++)
        {
            var (above, below) = (tops[s], s == 0 ? [.. Enumerable.Repeat(Money.Zero, count)] : tops[s - 1]);
            var path = new StringBuilder("M");
            for (var i = 0; i < count; i++) path.Append(CultureInfo.InvariantCulture, $"{Plot.N(plot.X(i, count))} {Plot.N(plot.Y(above[i]))} ");
            for (var i = count - 1; i >= 0; i--) path.Append(CultureInfo.InvariantCulture, $"{Plot.N(plot.X(i, count))} {Plot.N(plot.Y(below[i]))} ");
            plot.Add($"<path class=\"area\" {plot.Fill(s)} d=\"{path.ToString().TrimEnd()}Z\"/>");
        }

        for (var s = 0; s < data.Series.Count; s++) plot.Add(NameInside(plot, data.Series[s].Name, s, tops[s], s == 0 ? null : tops[s - 1]));
        plot.MonthLabels(data.Months, i => plot.X(i, count));
        return plot.End();
    }

    /// <summary>The upper edge of each series: the sum of it and all below it. What is below nothing counts as nothing in a stack.</summary>
    internal static IReadOnlyList<Money>[] Tops(ChartData data)
    {
        var tops = new IReadOnlyList<Money>[data.Series.Count];
        for (var s = 0; s < tops.Length; s++)
        {
            var below = s == 0 ? null : tops[s - 1];
            tops[s] = [.. data.Series[s].Values.Select((v, i) => v.OrZero + (below?[i] ?? Money.Zero))];
        }

        return tops;
    }

    // The name stands in its area where that is thickest, when it fits there; the legend has it in any case.
    private static string NameInside(Plot plot, string name, int series, IReadOnlyList<Money> top, IReadOnlyList<Money>? below)
    {
        var count = top.Count;
        var best = Enumerable.Range(0, count).MaxBy(i => (top[i] - (below?[i] ?? Money.Zero)).Cents);
        var (high, low) = (plot.Y(top[best]), plot.Y(below?[best] ?? Money.Zero));
        if (low - high < RoomForName) return "";
        var half = name.Length * 3.2m;
        if (half * 2 > plot.InnerWidth / 2) return "";
        var x = Math.Clamp(plot.X(best, count), plot.X(0, count) + half + 4, plot.X(count - 1, count) - half - 4);
        return $"<text class=\"plot-name on-{series}\" x=\"{Plot.N(x)}\" y=\"{Plot.N((high + low) / 2 + 4)}\" text-anchor=\"middle\" aria-hidden=\"true\">{Plot.Text(name)}</text>";
    }
}
