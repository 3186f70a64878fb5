using System.Globalization;
using System.Text;

namespace Alimenta.Web.Components.Charts;

/// <summary>The fills of the series. Each has stripes or dots of its own, so that it can be told apart without colour, on paper and in high contrast.</summary>
internal static class Patterns
{
    private static readonly string[] Marks =
    [
        "",
        "<path class=\"mark\" d=\"M-2 2L2 -2M0 8L8 0M6 10L10 6\"/>",
        "<circle class=\"mark-dot\" cx=\"4\" cy=\"4\" r=\"1.4\"/>",
        "<path class=\"mark\" d=\"M0 4H8\"/>",
        "<path class=\"mark\" d=\"M4 0V8\"/>",
        "<path class=\"mark\" d=\"M0 4H8M4 0V8\"/>",
    ];

    /// <summary>An invisible picture that only holds the fills; those of a hidden picture could not be used by others.</summary>
    public static string Svg(string id, int series)
    {
        var svg = new StringBuilder("<svg class=\"patterns\" aria-hidden=\"true\" focusable=\"false\"><defs>");
        for (var i = 0; i < series; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<pattern id=\"{id}-p{i}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><rect class=\"series-{i}\" width=\"8\" height=\"8\"/>{Marks[i]}</pattern>");
        return svg.Append("</defs></svg>").ToString();
    }
}
