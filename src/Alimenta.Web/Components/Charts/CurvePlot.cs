using System.Globalization;
using System.Text;

namespace Alimenta.Web.Components.Charts;

/// <summary>Lines over places: one whole, one dashed, with a mark where one stands now. A place that cannot be calculated leaves a gap.</summary>
internal static class CurvePlot
{
    private const int LabelRoom = 84;

    public static string Draw(string id, int width, int height, string title, string words, string here, CurveData data)
    {
        var plot = new Plot(id, "", width, height, Scale.For(data.Lines.SelectMany(l => l.Values).OfType<Money>()), title, words);
        if (data.Places.FirstOrDefault(p => p.IsHere) is { } now)
        {
            var x = X(plot, data, now);
            plot.Add($"<path class=\"curve-here\" d=\"M{Plot.N(x)} {plot.Top}V{plot.Bottom}\"/>");
            var right = x < plot.Middle;
            plot.Add($"<text class=\"plot-label curve-label\" x=\"{Plot.N(right ? x + 4 : x - 4)}\" y=\"{plot.Top + 9}\" text-anchor=\"{(right ? "start" : "end")}\">{Plot.Text(here)}</text>");
        }

        for (var l = 0; l < data.Lines.Count; l++) plot.Add($"<path class=\"curve curve-{l}\" d=\"{Path(plot, data, data.Lines[l])}\"/>");
        for (var l = 0; l < data.Lines.Count; l++)
            for (var i = 0; i < data.Places.Count; i++)
                if (data.Places[i].IsHere && data.Lines[l].Values[i] is { } value)
                    plot.Add($"<circle class=\"curve-dot curve-dot-{l}\" cx=\"{Plot.N(X(plot, data, data.Places[i]))}\" cy=\"{Plot.N(plot.Y(value))}\" r=\"4\"><title>{Plot.Text($"{data.Lines[l].Name}: {value}")}</title></circle>");
        Labels(plot, data);
        return plot.End();
    }

    private static string Path(Plot plot, CurveData data, CurveLine line)
    {
        var path = new StringBuilder();
        var drawing = false;
        for (var i = 0; i < data.Places.Count; i++)
        {
            if (line.Values[i] is not { } value)
            {
                drawing = false;
                continue;
            }

            path.Append(CultureInfo.InvariantCulture, $"{(drawing ? "L" : "M")}{Plot.N(X(plot, data, data.Places[i]))} {Plot.N(plot.Y(value))}");
            drawing = true;
        }

        return path.ToString();
    }

    private static decimal X(Plot plot, CurveData data, CurvePlace place) => plot.Along((decimal)(place.X - data.Places[0].X) / (data.Places[^1].X - data.Places[0].X));

    // The first and the last, and of those between as many as have room.
    private static void Labels(Plot plot, CurveData data)
    {
        var free = decimal.MinValue;
        var last = X(plot, data, data.Places[^1]) - LabelRoom;
        for (var i = 0; i < data.Places.Count; i++)
        {
            var (x, end) = (X(plot, data, data.Places[i]), i == data.Places.Count - 1);
            if (!end && (x < free || x > last || (data.Places[i].IsHere && i > 0))) continue;
            free = x + LabelRoom;
            plot.Add($"<text class=\"plot-label\" x=\"{Plot.N(x)}\" y=\"{plot.Height - 5}\" text-anchor=\"{(i == 0 ? "start" : end ? "end" : "middle")}\">{Plot.Text(data.Places[i].Label)}</text>");
        }
    }
}
