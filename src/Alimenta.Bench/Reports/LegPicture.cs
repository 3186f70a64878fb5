using System.Globalization;
using System.Net;
using System.Text;

namespace Alimenta.Bench;

/// <summary>The goals of a leg as bars: the middle figure, the spread of the rounds, and where floor and aim lie. A picture file that stands by itself.</summary>
internal static class LegPicture
{
    private const int Width = 880, Left = 12, Right = 820, RowHeight = 58, BarHeight = 16;
    private const string Ink = "#1b1b1b", Quiet = "#565c65", Good = "#2e6b34", Middle = "#1f5f99", Bad = "#9c3d10", Plain = "#565c65";

    /// <summary>Draws it.</summary>
    public static string Draw(LegResult leg)
    {
        var height = leg.Results.Count * RowHeight + 12;
        var words = string.Join("; ", leg.Results.Select(r => $"{r.Goal.Id} {BenchReport.Number(r.Figure.Median)} {r.Goal.Unit} {BenchReport.Words(r.Verdict)}".TrimEnd()));
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{height}\" viewBox=\"0 0 {Width} {height}\" role=\"img\" font-family=\"sans-serif\" font-size=\"13\"><title>{Text(words)}</title>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{Width}\" height=\"{height}\" fill=\"#fff\"/>");
        for (var i = 0; i < leg.Results.Count; i++) Row(svg, leg.Results[i], 10 + i * RowHeight);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Row(StringBuilder svg, Result result, int top)
    {
        var (goal, figure) = (result.Goal, result.Figure);
        var most = new[] { figure.Most, goal.Floor ?? 0, goal.Aim ?? 0 }.Max() * 1.05;
        double X(double value) => Left + (Right - Left) * (most > 0 ? Math.Clamp(value / most, 0, 1) : 0);
        var bar = top + 18;
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{top + 11}\" fill=\"{Ink}\"><tspan font-weight=\"bold\">{Text(goal.Id)}</tspan> {Text(goal.Sentence)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Left}\" y=\"{bar}\" width=\"{X(figure.Median) - Left:0.#}\" height=\"{BarHeight}\" fill=\"{Colour(result.Verdict)}\"/>");
        if (figure.Count > 1) svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{X(figure.Least):0.#} {bar + BarHeight / 2}H{X(figure.Most):0.#}\" stroke=\"{Ink}\" stroke-width=\"2\"/>");
        Mark(svg, goal.Floor, "4 3", X, bar);
        Mark(svg, goal.Aim, "", X, bar);
        var bounds = goal.Floor is null ? "" : $"   floor {BenchReport.Bound(goal.Floor)} (dashed), aim {BenchReport.Bound(goal.Aim)} (whole line)   {BenchReport.Words(result.Verdict)}";
        var compared = BenchReport.Compared(result) is { Length: > 0 } both ? $"   ours {both}" : "";
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"{bar + BarHeight + 14}\" fill=\"{Quiet}\" xml:space=\"preserve\">{Text($"{BenchReport.Number(figure.Median)} {goal.Unit}{bounds}{compared}")}</text>");
    }

    private static void Mark(StringBuilder svg, double? value, string dashes, Func<double, double> x, int bar)
    {
        if (value is not { } at) return;
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x(at):0.#} {bar - 4}V{bar + BarHeight + 4}\" stroke=\"{Ink}\" stroke-width=\"2\"{(dashes.Length > 0 ? $" stroke-dasharray=\"{dashes}\"" : "")}/>");
    }

    private static string Colour(Verdict verdict) => verdict switch
    {
        Verdict.Met => Good,
        Verdict.FloorMet => Middle,
        Verdict.Short => Bad,
        _ => Plain,
    };

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
