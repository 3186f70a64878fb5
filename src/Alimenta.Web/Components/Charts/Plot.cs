using System.Globalization;
using System.Net;
using System.Text;

namespace Alimenta.Web.Components.Charts;

/// <summary>The paper under a chart: size, lines, labels, and the way from a figure to a place. Writes SVG without styles of its own: classes only.</summary>
internal sealed class Plot
{
    private const int Left = 52, Right = 6, Above = 8, Below = 22;

    private readonly StringBuilder _svg = new();
    private readonly string _patterns;

    public Plot(string id, string patterns, int width, int height, Scale scale, string title, string words)
    {
        (_patterns, Width, Height, Scale) = (patterns, width, height, scale);
        _svg.Append(CultureInfo.InvariantCulture, $"<svg class=\"plot\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\" focusable=\"false\">");
        _svg.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}-t\">{Text(title)}</title><desc id=\"{id}-d\">{Text(words)}</desc>");
        foreach (var line in scale.Lines)
        {
            var y = Y(line);
            _svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{(line.IsZero ? "plot-zero" : "plot-line")}\" d=\"M{Left} {N(y)}H{width - Right}\"/>");
            _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"plot-label\" x=\"{Left - 6}\" y=\"{N(y + 4)}\" text-anchor=\"end\">{Text(Words.Dollars(line))}</text>");
        }
    }

    public int Width { get; }

    public int Height { get; }

    public Scale Scale { get; }

    public decimal InnerWidth => Width - Left - Right;

    /// <summary>The upper edge of the picture inside its axes.</summary>
    public int Top => Above;

    /// <summary>Its lower edge.</summary>
    public int Bottom => Height - Below;

    /// <summary>Its middle from left to right.</summary>
    public decimal Middle => Left + InnerWidth / 2;

    /// <summary>A place between the left edge (0) and the right one (1).</summary>
    public decimal Along(decimal share) => Left + InnerWidth * share;

    /// <summary>The place of one of several points, from edge to edge.</summary>
    public decimal X(int index, int count) => count < 2 ? Left + InnerWidth / 2 : Left + InnerWidth * index / (count - 1);

    /// <summary>The left edge of one of several equal bands.</summary>
    public decimal Band(int index, int count) => Left + InnerWidth * index / count;

    /// <summary>The place of an amount.</summary>
    public decimal Y(Money amount) => Above + (Height - Above - Below) * (1 - Scale.At(amount));

    public void Add(string element) => _svg.Append(element);

    /// <summary>A month under the axis: the year at each January when there are many months, otherwise the months that fit.</summary>
    public void MonthLabels(IReadOnlyList<SupportMonth> months, Func<int, decimal> x)
    {
        var byYear = months.Count > 18;
        var every = byYear ? 1 : (int)Math.Ceiling(months.Count * 44m / InnerWidth);
        for (var i = 0; i < months.Count; i++)
        {
            if (byYear ? months[i].Month != 1 : i % every != 0) continue;
            var label = byYear ? months[i].Year.ToString(CultureInfo.InvariantCulture) : months[i].FirstDay.ToString(i == 0 || months[i].Month == 1 ? "MMM yy" : "MMM", CultureInfo.InvariantCulture);
            var place = Math.Clamp(x(i), Left + 14, Width - Right - 14);
            _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"plot-label\" x=\"{N(place)}\" y=\"{Height - 5}\" text-anchor=\"middle\">{label}</text>");
        }
    }

    /// <summary>The fill of a series: a colour, and from the second on a pattern too.</summary>
    public string Fill(int series) => $"fill=\"url(#{_patterns}-p{series})\"";

    public string End() => _svg.Append("</svg>").ToString();

    public static string N(decimal number) => number.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Text(string text) => WebUtility.HtmlEncode(text);
}
