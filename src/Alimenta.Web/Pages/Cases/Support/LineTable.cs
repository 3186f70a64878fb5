using Alimenta.Law.Guidelines;
using Alimenta.Office.Establishment;
using Alimenta.Office.Reading;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Pages.Cases.Support;

/// <summary>A line of a worksheet with its columns, as the forms print it: one row, the parties beside each other.</summary>
/// <param name="Part">To what it belongs.</param>
/// <param name="Number">Its number.</param>
/// <param name="Label">What it is.</param>
/// <param name="Cells">The lines of its columns.</param>
internal sealed record SheetRow(LinePart Part, string Number, string Label, IReadOnlyList<ResultLine> Cells)
{
    /// <summary>Its place in the law.</summary>
    public string Citation => Cells[0].Citation;

    /// <summary>What stands in a column; empty where the form has no such cell.</summary>
    public string Text(GuidelineParty who) => Cells.FirstOrDefault(c => c.Who == who)?.Text ?? "";

    /// <summary>The rows of a worksheet, in its order. A label that stands again for the same column begins another row.</summary>
    public static IReadOnlyList<SheetRow> Of(IEnumerable<ResultLine> lines)
    {
        List<SheetRow> rows = [];
        foreach (var line in lines)
        {
            var at = rows.FindLastIndex(r => r.Part == line.Part && r.Number == line.Number && r.Label == line.Label);
            if (at >= 0 && rows[at].Cells.All(c => c.Who != line.Who)) rows[at] = rows[at] with { Cells = [.. rows[at].Cells, line] };
            else rows.Add(new(line.Part, line.Number, line.Label, [line]));
        }

        return rows;
    }
}

/// <summary>The tables of support calculations, said once for page and spreadsheet.</summary>
internal static class LineTable
{
    /// <summary>One worksheet, a line in a row.</summary>
    public static TableOf<ResultLine> Lines(DeterminationPage sheet) => new TableOf<ResultLine>()
        .Text("Part", l => SupportWords.Of(l.Part))
        .Text("Line", l => l.Number)
        .Text("What", l => l.Label, head: true)
        .Text("Whose", l => SupportWords.Party(sheet, l.Who))
        .Text("Value", l => l.Text)
        .Text("Law", l => l.Citation);

    /// <summary>The lines of two or more results beside each other.</summary>
    /// <param name="results">The results; null where there is none.</param>
    public static IReadOnlyList<ComparedLine> Compare(IReadOnlyList<GuidelineResult?> results)
    {
        List<ComparedLine> rows = [];
        Dictionary<(LinePart, string, string, GuidelineParty, int), int> at = [];
        for (var i = 0; i < results.Count; i++)
        {
            Dictionary<(LinePart, string, string, GuidelineParty), int> times = [];
            foreach (var line in results[i]?.Lines ?? [])
            {
                var same = (line.Part, line.Number, line.Label, line.Who);
                var time = times[same] = times.GetValueOrDefault(same) + 1;
                var key = (line.Part, line.Number, line.Label, line.Who, time);
                if (!at.TryGetValue(key, out var row))
                {
                    at[key] = row = rows.Count;
                    rows.Add(new(line, new string[results.Count]));
                }

                rows[row].Texts[i] = line.Text;
            }
        }

        return rows;
    }
}

/// <summary>A line in several results.</summary>
/// <param name="Line">The line as the first of them has it.</param>
/// <param name="Texts">Its value in each; null where there is no such line.</param>
internal sealed record ComparedLine(ResultLine Line, string?[] Texts)
{
    /// <summary>Whether the results differ in it.</summary>
    public bool Differs => Texts.Distinct().Count() > 1;
}
