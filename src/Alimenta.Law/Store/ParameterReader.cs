using System.Text.Json;
using System.Text.RegularExpressions;

namespace Alimenta.Law.Store;

/// <summary>Reads the parameters of one file and notes every fault with its place.</summary>
internal sealed partial class ParameterReader(string file, List<LawFault> faults)
{
    private static readonly string[] Required = ["id", "says", "unit", "citation", "status", "source", "values"];
    private static readonly string[] ForClocks = ["trigger", "stops", "row"];
    private static readonly string[] OfValue = ["from", "to", "value", "citation", "status", "source", "note"];

    /// <summary>The parameters of a file that holds one object, or an array of them.</summary>
    public IEnumerable<LawParameter> Read(JsoncNode root)
    {
        var stem = file.EndsWith(".jsonc", StringComparison.Ordinal) ? file[..^".jsonc".Length] : file;
        if (root.Kind == JsonValueKind.Object) return One(root, stem, alone: true) is { } one ? [one] : [];
        if (root.Kind == JsonValueKind.Array) return [.. root.Items.Select(item => One(item, stem, alone: false)).OfType<LawParameter>()];
        Fault(root, "A file of the law tree holds one parameter or an array of parameters.", "Begin it with { or [.");
        return [];
    }

    private LawParameter? One(JsoncNode node, string stem, bool alone)
    {
        if (node.Kind != JsonValueKind.Object)
        {
            Fault(node, "A parameter is an object.", "Write { \"id\": ..., \"says\": ..., ... }.");
            return null;
        }

        var before = faults.Count;
        foreach (var name in Required)
            if (node[name] is null)
                Fault(node, $"The parameter has no \"{name}\".", name == "citation" ? "Cite the law, or write \"our choice\" and say which." : $"Add \"{name}\".");
        var unit = Unit(node["unit"]);
        foreach (var (name, at, _) in node.Members)
            if (!Required.Contains(name) && !(unit == LawUnit.Clock && ForClocks.Contains(name))
                && !(unit is LawUnit.Word or LawUnit.Words && name == "of") && !(unit == LawUnit.Table && name == "columns"))
                Fault(at, $"A parameter {(unit is { } u ? $"of unit {LawWords.Of(u)} " : "")}has no member \"{name}\".", "Take it out or correct its name.");

        var id = Text(node["id"]);
        if (id.Length > 0) CheckId(node["id"]!, id, stem, alone);
        var of = Words(node["of"]);
        if (unit is LawUnit.Word or LawUnit.Words && of.Count == 0)
            Fault(node, "The words that the parameter may take are not listed.", "Add \"of\": [\"...\", \"...\"].");
        if (unit == LawUnit.Clock)
        {
            if (node["trigger"] is null) Fault(node, "A clock names what starts it.", "Add \"trigger\".");
            if (node["row"] is null) Fault(node, "A clock names its row.", "Add \"row\".");
        }

        var columns = unit == LawUnit.Table ? Columns(node) : [];
        var citation = Text(node["citation"]);
        var status = Status(node["status"]);
        var source = Text(node["source"]);
        var cells = new ValueReader(file, faults, of, columns);
        var values = unit is { } known && node["values"] is { } list ? Values(list, known, cells, citation, status, source) : [];
        if (faults.Count > before || unit is null || values.Count == 0) return null;
        return new()
        {
            Id = id,
            Says = Text(node["says"]),
            Unit = unit.Value,
            Citation = citation,
            Status = status,
            Source = source,
            Values = values,
            Of = of,
            Trigger = Text(node["trigger"], mayBeMissing: true),
            Stops = Text(node["stops"], mayBeMissing: true),
            Row = node["row"] is { } row && int.TryParse(row.Text, out var number) ? number : 0,
            File = file,
            Line = node["id"]!.Line,
            Column = node["id"]!.Column,
        };
    }

    private List<LawValue> Values(JsoncNode list, LawUnit unit, ValueReader cells, string citation, LawStatus status, string source)
    {
        List<LawValue> values = [];
        if (list.Kind != JsonValueKind.Array || list.Items.Count == 0)
        {
            Fault(list, "\"values\" is an array with at least one value.", "Write [ { \"from\": \"YYYY-MM-DD\", \"value\": ... } ].");
            return values;
        }

        foreach (var item in list.Items)
        {
            if (item.Kind != JsonValueKind.Object)
            {
                Fault(item, "A dated value is an object.", "Write { \"from\": \"YYYY-MM-DD\", \"value\": ... }.");
                continue;
            }

            foreach (var (name, at, _) in item.Members)
                if (!OfValue.Contains(name)) Fault(at, $"A dated value has no member \"{name}\".", "Take it out or correct its name.");
            var from = Date(item["from"]);
            if (item["from"] is null) Fault(item, "The value does not say from when it holds.", "Add \"from\".");
            DateOnly? to = item["to"] is { } end ? Date(end) : null;
            if (item["value"] is not { } content)
            {
                Fault(item, "The value is missing.", "Add \"value\".");
                continue;
            }

            var read = cells.Read(content, unit);
            if (from is not { } first || read is null) continue;
            var value = read with
            {
                From = first,
                To = to,
                Citation = item["citation"] is { } c ? Text(c) : citation,
                Status = item["status"] is { } s ? Status(s) : status,
                Source = item["source"] is { } o ? Text(o) : source,
                Note = Text(item["note"], mayBeMissing: true),
            };
            CheckOrder(item, values.Count == 0 ? null : values[^1], value);
            values.Add(value);
        }

        return values;
    }

    private void CheckOrder(JsoncNode at, LawValue? before, LawValue value)
    {
        if (value.To < value.From) Fault(at, "The value ends before it begins.", "Correct \"from\" or \"to\".");
        if (before is null) return;
        if (value.From <= before.From)
            Fault(at, $"The value from {Days.Iso(value.From)} stands after one from {Days.Iso(before.From)}.", "Order the values by \"from\", each day once.");
        else if (before.To >= value.From)
            Fault(at, $"Two values hold on {Days.Iso(value.From)}.", $"End the earlier one on {Days.Iso(value.From.AddDays(-1))} or begin this one later.");
        else if (before.To is { } end && end.AddDays(1) < value.From)
            Fault(at, $"No value holds from {Days.Iso(end.AddDays(1))} to {Days.Iso(value.From.AddDays(-1))}.", "Close the gap; where there was no law, give a parameter of its own to each time.");
    }

    private void CheckId(JsoncNode at, string id, string stem, bool alone)
    {
        if (!IdForm().IsMatch(id))
            Fault(at, $"\"{id}\" is not an id.", "Use small letters, digits and dashes between slashes, as in us/fee/annual-amount.");
        else if (alone && id != stem)
            Fault(at, $"The id \"{id}\" does not match the path of its file.", $"Write \"{stem}\", or move the file to {id}.jsonc.");
        else if (!alone && !(id.StartsWith(stem + "/", StringComparison.Ordinal) && !id[(stem.Length + 1)..].Contains('/', StringComparison.Ordinal)))
            Fault(at, $"The id \"{id}\" does not match the path of its file.", $"In a file of several parameters write \"{stem}/NAME\".");
    }

    private List<(string Name, LawUnit Unit)> Columns(JsoncNode node)
    {
        List<(string, LawUnit)> columns = [];
        if (node["columns"] is not { Kind: JsonValueKind.Object, Members.Count: > 0 } named)
        {
            Fault(node["columns"] ?? node, "A table names its columns and their units.", "Add \"columns\": { \"name\": \"unit\", ... }.");
            return columns;
        }

        foreach (var (name, at, value) in named.Members)
            if (Unit(value) is { } unit)
            {
                if (unit is LawUnit.Table or LawUnit.Clock or LawUnit.Words) Fault(at, "A column holds numbers, days, flags or words.", "Choose another unit.");
                columns.Add((name, unit));
            }

        return columns;
    }

    private LawUnit? Unit(JsoncNode? node)
    {
        if (node is null) return null;
        foreach (var unit in Enum.GetValues<LawUnit>())
            if (node.Kind == JsonValueKind.String && LawWords.Of(unit) == node.Text) return unit;
        Fault(node, $"\"{node.Text}\" is not a unit.", $"Use one of {string.Join(", ", Enum.GetValues<LawUnit>().Select(LawWords.Of))}.");
        return null;
    }

    private LawStatus Status(JsoncNode? node)
    {
        if (node is null) return LawStatus.Unconfirmed;
        foreach (var status in Enum.GetValues<LawStatus>())
            if (node.Kind == JsonValueKind.String && LawWords.Of(status) == node.Text) return status;
        Fault(node, $"\"{node.Text}\" is not a status.", $"Use one of {string.Join(", ", Enum.GetValues<LawStatus>().Select(LawWords.Of))}.");
        return LawStatus.Unconfirmed;
    }

    private DateOnly? Date(JsoncNode? node)
    {
        if (node is null) return null;
        if (node.Kind == JsonValueKind.String && ValueReader.TryDate(node.Text, out var day)) return day;
        Fault(node, $"\"{node.Text}\" is not a day.", "Write YYYY-MM-DD.");
        return null;
    }

    private List<string> Words(JsoncNode? node)
    {
        if (node is null) return [];
        if (node.Kind == JsonValueKind.Array) return [.. node.Items.Select(item => Text(item))];
        Fault(node, "This is a list of words.", "Write [\"...\", \"...\"].");
        return [];
    }

    private string Text(JsoncNode? node, bool mayBeMissing = false)
    {
        if (node is null) return "";
        if (node.Kind == JsonValueKind.String && (mayBeMissing || node.Text.Trim().Length > 0)) return node.Text;
        Fault(node, "A text is missing here.", "Write it between quotes.");
        return "";
    }

    private void Fault(JsoncNode at, string reason, string remedy) => faults.Add(new(file, at.Line, at.Column, reason, remedy));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+$")]
    private static partial Regex IdForm();
}
