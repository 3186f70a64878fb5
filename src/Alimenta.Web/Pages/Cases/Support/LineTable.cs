using Alimenta.Law.Guidelines;
using Alimenta.Office.Establishment;
using Alimenta.Office.Reading;
using Alimenta.Web.Components;
using Alimenta.Web.Components.Tables;
using Alimenta.Web.Components.Worksheets;

namespace Alimenta.Web.Pages.Cases.Support;

/// <summary>The tables of support calculations, said once for page and spreadsheet.</summary>
internal static class LineTable
{
    /// <summary>One worksheet, a line in a row.</summary>
    public static TableOf<ResultLine> Lines(DeterminationPage sheet) => new TableOf<ResultLine>()
        .Text("Part", l => SupportWords.Of(l.Part))
        .Text("Line", l => SheetWords.NumberOf(l.Number))
        .Text("What", l => l.Label, head: true)
        .Text("Whose", l => SupportWords.Party(sheet, l.Who))
        .Text("Value", l => SheetWords.Cell(l.Kind, l.Text, Tongue.English))
        .Text("Law", l => l.Citation);

    /// <summary>The lines of two or more results beside each other: of each the worksheet that its amount comes from, so that a rebuttal stands beside the guideline line by line.</summary>
    /// <param name="results">The results; null where there is none.</param>
    public static IReadOnlyList<ComparedLine> Compare(IReadOnlyList<GuidelineResult?> results)
    {
        List<ComparedLine> rows = [];
        Dictionary<(string, string, GuidelineParty, int), int> at = [];
        for (var i = 0; i < results.Count; i++)
        {
            Dictionary<(string, string, GuidelineParty), int> times = [];
            foreach (var line in Deciding(results[i]))
            {
                var same = (line.Number, line.Label, line.Who);
                var time = times[same] = times.GetValueOrDefault(same) + 1;
                var key = (line.Number, line.Label, line.Who, time);
                if (!at.TryGetValue(key, out var row))
                {
                    at[key] = row = rows.Count;
                    rows.Add(new(line, new ResultLine[results.Count]));
                }

                rows[row].Lines[i] = line;
            }
        }

        return rows;
    }

    // An agreement stands on the rebuttal or the guideline, a rebuttal on the guideline: what is last decides.
    private static IReadOnlyList<ResultLine> Deciding(GuidelineResult? result)
    {
        if (result is null) return [];
        var last = result.Lines.Where(l => l.Part != LinePart.Agreement).Select(l => l.Part).DefaultIfEmpty().Max();
        return [.. result.Lines.Where(l => l.Part == last || l.Part == LinePart.Agreement)];
    }
}

/// <summary>A line in several results.</summary>
/// <param name="Line">The line as the first of them has it.</param>
/// <param name="Lines">It in each; null where there is no such line.</param>
internal sealed record ComparedLine(ResultLine Line, ResultLine?[] Lines)
{
    /// <summary>Its value in each as the worksheet shows it; null where there is no such line.</summary>
    public IReadOnlyList<string?> Texts => [.. Lines.Select(l => l is null ? null : SheetWords.Cell(l.Kind, l.Text, Tongue.English))];

    /// <summary>Its number; a line that the form does not have is marked as added.</summary>
    public string Number => SheetWords.NumberOf(Line.Number);

    /// <summary>Whether the results differ in it. A line of nothing is the same as no line.</summary>
    public bool Differs => Lines.Select(l => l is null || (l.Value == 0 && l.Kind is LineKind.Money or LineKind.Count or LineKind.Share) ? "" : l.Text).Distinct().Count() > 1;
}
