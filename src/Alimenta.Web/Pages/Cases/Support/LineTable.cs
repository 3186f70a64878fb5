using Alimenta.Law.Guidelines;
using Alimenta.Office.Establishment;
using Alimenta.Office.Reading;
using Alimenta.Web.Components.Tables;

namespace Alimenta.Web.Pages.Cases.Support;

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
