using System.Text;
using Alimenta.Law.Guidelines;

namespace Alimenta.Cli.Guidelines;

/// <summary>The lines of a worksheet as a table of plain text: number, label, a column for each party.</summary>
internal static class WorksheetTable
{
    private const int Label = 60;
    private const int Widest = 20;
    private const string Gap = "  ";

    /// <summary>The lines of the table.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<WorksheetLine> lines)
    {
        var rows = Rows(lines);
        List<GuidelineParty> parties = [.. lines.Select(l => l.Who).Distinct().Order()];
        var numbers = rows.Select(r => r.Number.Length).Append("Line".Length).Max();
        var widths = parties.ToDictionary(who => who, who => lines.Where(l => l.Who == who && l.Text.Length <= Widest).Select(l => l.Text.Length).Append(PartyWords.Head(who).Length).Max());
        yield return Line("Line".PadRight(numbers), "", parties.Select(who => PartyWords.Head(who).PadLeft(widths[who])));
        foreach (var row in rows)
        {
            var labels = Wrapped(row.Label, Label).ToList();
            yield return Line(row.Number.PadRight(numbers), labels[0], parties.Select(who => (row.Cells.TryGetValue(who, out var text) && text.Length <= Widest ? text : "").PadLeft(widths[who])));
            var margin = new string(' ', numbers) + Gap;
            foreach (var more in labels.Skip(1)) yield return margin + more;
            // Words too long for a column stand below it.
            foreach (var (who, text) in row.Cells.Where(c => c.Value.Length > Widest).OrderBy(c => c.Key))
                yield return $"{margin}  {PartyWords.Head(who)}: {text}";
        }
    }

    /// <summary>A text in lines of at most a width, broken between words.</summary>
    public static IEnumerable<string> Wrapped(string text, int width)
    {
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line.ToString();
                line.Clear();
            }

            if (line.Length > 0) line.Append(' ');
            line.Append(word);
        }

        yield return line.ToString();
    }

    private static string Line(string number, string label, IEnumerable<string> cells) => $"{number}{Gap}{label.PadRight(Label)}{string.Concat(cells.Select(c => Gap + c))}".TrimEnd();

    /// <summary>Lines of one number and label side by side, in the order in which they come; what a party has twice is a row of its own.</summary>
    private static List<Row> Rows(IReadOnlyList<WorksheetLine> lines)
    {
        List<Row> rows = [];
        foreach (var line in lines)
        {
            var row = rows.Find(r => r.Number == line.Number && r.Label == line.Label && !r.Cells.ContainsKey(line.Who));
            if (row is null) rows.Add(row = new(line.Number, line.Label, []));
            row.Cells.Add(line.Who, line.Text);
        }

        return rows;
    }

    private sealed record Row(string Number, string Label, Dictionary<GuidelineParty, string> Cells);
}
