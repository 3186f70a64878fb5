using System.Globalization;
using System.Text;

namespace Alimenta.Bench;

/// <summary>A report for people, in Markdown, with a picture of each leg beside it.</summary>
public static class MarkdownReport
{
    /// <summary>Writes it and its pictures into a folder.</summary>
    /// <returns>Its path.</returns>
    public static async Task<string> WriteAsync(BenchReport report, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        foreach (var leg in report.Legs.Where(l => l.Results.Count > 0)) await File.WriteAllTextAsync(Path.Combine(folder, Picture(leg)), LegPicture.Draw(leg), cancel);
        var path = Path.Combine(folder, "report.md");
        await File.WriteAllTextAsync(path, Text(report), cancel);
        return path;
    }

    /// <summary>The text.</summary>
    public static string Text(BenchReport report)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Bench of {report.Settings.Cases:#,##0} cases

            {report.At:yyyy-MM-dd HH:mm} UTC. {report.Machine}. {report.Server}, durable (fsync, full page writes, synchronous commit), on the same machine as the program.

            Each figure is the middle of its rounds after those that warm up, each after a CHECKPOINT; what it is compared with was measured in turns with it, in the same run. Met: the aim is reached; floor met: at least the floor; short: not even that.


            """);
        Row(text, "goal", "what", "figure", "rounds", "from least to most", "ours and yardstick", "floor", "aim", "verdict");
        Row(text, "---", "---", "---:", "---:", "---", "---", "---:", "---:", "---");
        foreach (var r in report.Results)
            Row(text, r.Goal.Id, r.Goal.Sentence, $"{BenchReport.Number(r.Figure.Median)} {r.Goal.Unit}", r.Figure.Count.ToString(CultureInfo.InvariantCulture), BenchReport.Range(r.Figure), BenchReport.Compared(r), BenchReport.Bound(r.Goal.Floor), BenchReport.Bound(r.Goal.Aim), Shown(r.Verdict));
        foreach (var sentence in report.Sentences()) text.Append(CultureInfo.InvariantCulture, $"\n**{sentence}**\n");
        foreach (var leg in report.Legs.Where(l => l.Results.Count > 0))
            text.Append(CultureInfo.InvariantCulture, $"\n## {leg.Leg}\n\n![{string.Join("; ", leg.Results.Select(r => $"{r.Goal.Id}: {BenchReport.Number(r.Figure.Median)} {r.Goal.Unit}"))}]({Picture(leg)})\n");
        text.Append(CultureInfo.InvariantCulture, $"\n## Settings of the server\n\n```\n{BenchServer.Configuration}\n```\n");
        return text.ToString();
    }

    private static string Picture(LegResult leg) => $"{leg.Leg.ToLowerInvariant()}.svg";

    private static string Shown(Verdict verdict) => verdict == Verdict.Short ? "**short**" : BenchReport.Words(verdict);

    private static void Row(StringBuilder text, params string[] cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
