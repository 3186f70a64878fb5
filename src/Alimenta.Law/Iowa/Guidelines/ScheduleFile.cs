using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Alimenta.Law.Iowa.Guidelines;

/// <summary>A whole schedule of rule 9.26 that an agency brings as a file of comma-separated values, checked before it may be used.</summary>
/// <remarks>Columns income_up_to, one, two, three, four, five in dollars; lines that begin with # are comments.</remarks>
public sealed class ScheduleFile
{
    /// <summary>Where the agency's schedule stands in the law tree.</summary>
    public const string Path = "agency/policy/guidelines/ia-schedule.jsonc";

    private static readonly string[] Columns = ["income_up_to", "one", "two", "three", "four", "five"];

    private ScheduleFile(IReadOnlyList<IReadOnlyList<Money>> rows) => Rows = rows;

    /// <summary>The rows: the bound, then the amounts for one to five children.</summary>
    public IReadOnlyList<IReadOnlyList<Money>> Rows { get; }

    /// <summary>Reads and checks a file.</summary>
    /// <param name="file">Its name and text.</param>
    /// <param name="law">The law on the first day of the schedule: says which rows a whole schedule has.</param>
    /// <param name="faults">Every fault with its line and column.</param>
    /// <returns>The schedule, or null when there is a fault.</returns>
    /// <exception cref="LawNotCovered">The brackets of the schedule are not recorded for the day.</exception>
    public static ScheduleFile? Read(LawText file, LawOn law, out IReadOnlyList<LawFault> faults)
    {
        List<LawFault> found = [];
        List<(int Line, Money[] Cells)> rows = [];
        var header = false;
        var lines = file.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r').TrimStart('\uFEFF');
            if (line.Trim().Length == 0 || line[0] == '#') continue;
            if (!header)
            {
                header = true;
                if (!line.Split(',').Select(c => c.Trim()).SequenceEqual(Columns))
                    found.Add(new(file.Path, i + 1, 1, "The first line does not name the columns of a schedule.", $"Write {string.Join(',', Columns)}."));
            }
            else if (Row(file.Path, i + 1, line, found) is { } cells) rows.Add((i + 1, cells));
        }

        if (rows.Count == 0 && found.Count == 0) found.Add(new(file.Path, 1, 1, "The file has no rows.", "Write one line for each row of the schedule."));
        if (found.Count == 0) ScheduleChecks.Check(file.Path, rows, ScheduleBrackets.Of(law.Table(ScheduleBrackets.Id)), found);
        faults = found;
        return found.Count > 0 ? null : new([.. rows.Select(r => r.Cells)]);
    }

    /// <summary>The rows that differ from those that come with the product: either may be wrong, so a person should look at them.</summary>
    public IReadOnlyList<string> Differences(LawOn law)
    {
        if (!law.Covers(Schedule.BuiltIn)) return [];
        var known = law.Table(Schedule.BuiltIn).Rows.ToDictionary(r => r[0].Money);
        return [.. Rows.Where(row => known.TryGetValue(row[0], out var other) && row.Where((cell, i) => cell != other[i].Money).Any())
            .Select(row => $"Incomes up to {row[0]}: {string.Join(", ", row.Skip(1))} in the file, {string.Join(", ", known[row[0]].Skip(1).Select(c => c.Money))} with the product.")];
    }

    /// <summary>The file for the agency's law folder, with what stands there already kept for other days.</summary>
    /// <param name="from">The first day of the schedule.</param>
    /// <param name="source">Where it was taken from.</param>
    /// <param name="compared">Whether it was compared with the official print.</param>
    /// <param name="existing">The agency's file as it stands; null when there is none.</param>
    /// <exception cref="ArgumentException">No source is named.</exception>
    public LawText ToLaw(DateOnly from, string source, bool compared, LawText? existing = null)
    {
        if (string.IsNullOrWhiteSpace(source)) throw new ArgumentException("A schedule names its source.", nameof(source));
        var status = LawWords.Of(compared ? LawStatus.Verified : LawStatus.Secondary);
        var value = new JsonObject
        {
            ["from"] = Days.Iso(from), ["status"] = status, ["source"] = source,
            ["value"] = new JsonArray([.. Rows.Select(row => (JsonNode)new JsonArray([.. row.Select(cell => (JsonNode)cell.Cents)]))]),
        };
        var root = existing is null ? Parameter(status, source) : Parsed(existing);
        var values = new SortedDictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var old in root["values"]!.AsArray()) values[old!["from"]!.GetValue<string>()] = old.DeepClone();
        values[Days.Iso(from)] = value;
        root["values"] = new JsonArray([.. values.Values]);
        return new(Path, Text(root));
    }

    private static Money[]? Row(string file, int line, string text, List<LawFault> faults)
    {
        var cells = text.Split(',');
        if (cells.Length != Columns.Length)
        {
            faults.Add(new(file, line, 1, $"The row has {cells.Length} cells instead of {Columns.Length}.", "Write amounts without thousands commas, one for each column."));
            return null;
        }

        var read = new Money[cells.Length];
        var (column, right) = (1, true);
        for (var i = 0; i < cells.Length; i++)
        {
            if (!Money.TryParse(cells[i], out read[i]))
            {
                faults.Add(new(file, line, column, $"\"{cells[i].Trim()}\" is not an amount ({Columns[i]}).", "Write dollars such as 1250."));
                right = false;
            }

            column += cells[i].Length + 1;
        }

        return right ? read : null;
    }

    private static JsonObject Parameter(string status, string source) => new()
    {
        ["id"] = Path[..^".jsonc".Length],
        ["says"] = "The basic support obligation of a month for an adjusted net income of up to the bound of its row, by number of children; five stands for five or more. Loaded by the agency.",
        ["unit"] = LawWords.Of(LawUnit.Table),
        ["columns"] = new JsonObject(Columns.Select(c => KeyValuePair.Create(c.Replace('_', '-'), (JsonNode?)LawWords.Of(LawUnit.Cents)))),
        ["citation"] = "Iowa Ct. R. 9.26",
        ["status"] = status,
        ["source"] = source,
        ["values"] = new JsonArray(),
    };

    private static JsonObject Parsed(LawText file) =>
        JsonNode.Parse(file.Text, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip })!.AsObject();

    /// <summary>JSON with one row of the table on a line, so that a person can compare it with the print.</summary>
    private static string Text(JsonObject root)
    {
        var text = new StringBuilder("{\n");
        foreach (var (name, node) in root)
            if (name != "values") text.Append(CultureInfo.InvariantCulture, $"  \"{name}\": {node!.ToJsonString()},\n");
        text.Append("  \"values\": [\n");
        var first = true;
        foreach (var value in root["values"]!.AsArray())
        {
            text.Append(first ? "    {\n" : ",\n    {\n");
            first = false;
            foreach (var (name, node) in value!.AsObject())
                if (name != "value") text.Append(CultureInfo.InvariantCulture, $"      \"{name}\": {node!.ToJsonString()},\n");
            text.Append("      \"value\": [\n        ").AppendJoin(",\n        ", value["value"]!.AsArray().Select(row => row!.ToJsonString())).Append("\n      ]\n    }");
        }

        return text.Append("\n  ]\n}\n").ToString();
    }
}
