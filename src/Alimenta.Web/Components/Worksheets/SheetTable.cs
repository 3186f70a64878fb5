using Alimenta.Law.Guidelines;

namespace Alimenta.Web.Components.Worksheets;

/// <summary>A filled-in worksheet, part by part as its form has them.</summary>
/// <param name="Title">What it is besides the plain worksheet; none for that.</param>
/// <param name="Parties">Whose columns it has.</param>
/// <param name="Parts">Its parts in order.</param>
public sealed record SheetTable(Phrase Title, IReadOnlyList<GuidelineParty> Parties, IReadOnlyList<SheetPart> Parts)
{
    /// <summary>Sorts lines into parts and rows: lines of one number and label stand side by side, in the order in which they come; what a party has twice is a row of its own.</summary>
    public static SheetTable Of(Phrase title, IReadOnlyList<WorksheetLine> lines, StateLines words)
    {
        List<((int Place, Phrase Title) Part, List<SheetRow> Rows)> parts = [];
        foreach (var line in lines)
        {
            var part = words.PartOf(line);
            if (parts.FindIndex(p => p.Part == part) is var at && at < 0) parts.Insert(at = parts.Count, (part, []));
            var rows = parts[at].Rows;
            var row = rows.Find(r => r.Number == line.Number && r.Label == line.Label && !r.Cells.ContainsKey(line.Who));
            if (row is null) rows.Add(row = new(line.Number, line.Label, line.Citation));
            row.Put(line);
        }

        return new(title, [.. lines.Select(l => l.Who).Distinct().Order()], [.. parts.OrderBy(p => p.Part.Place).Select(p => new SheetPart(p.Part.Title, p.Rows))]);
    }
}

/// <summary>A part of a worksheet.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Rows">Its lines.</param>
public sealed record SheetPart(Phrase Title, IReadOnlyList<SheetRow> Rows);

/// <summary>A line of a worksheet with the figures of all parties.</summary>
/// <param name="number">Its number as the form prints it.</param>
/// <param name="label">What it is, in English as the rule has it.</param>
/// <param name="citation">Its place in the law.</param>
public sealed class SheetRow(string number, string label, string citation)
{
    private readonly Dictionary<GuidelineParty, WorksheetLine> _cells = [];

    /// <summary>Its number as the form prints it.</summary>
    public string Number { get; } = number;

    /// <summary>What it is, in English as the rule has it.</summary>
    public string Label { get; } = label;

    /// <summary>Its place in the law.</summary>
    public string Citation { get; } = citation;

    /// <summary>The line of each party that has one.</summary>
    public IReadOnlyDictionary<GuidelineParty, WorksheetLine> Cells => _cells;

    internal void Put(WorksheetLine line) => _cells.Add(line.Who, line);
}
