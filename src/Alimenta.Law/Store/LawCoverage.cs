using System.Text.Json;
using Alimenta.Law.Store;

namespace Alimenta.Law;

/// <summary>A provision of the law and how far the law tree covers it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Status">covered, partly or planned.</param>
/// <param name="From">The first day on which all of its parameters have a value.</param>
/// <param name="To">The last such day, or null while it goes on.</param>
/// <param name="Rules">The ids of the rules that apply it.</param>
/// <param name="Parameters">Its parameters; an id that ends in /* stands for all below it.</param>
/// <param name="Unknown">What is not known, in words; empty when nothing is.</param>
public sealed record LawProvision(string Id, string Title, string Status, DateOnly From, DateOnly? To,
    IReadOnlyList<string> Rules, IReadOnlyList<string> Parameters, string Unknown)
{
    /// <summary>Whether a parameter belongs to it.</summary>
    public bool Covers(string parameter) =>
        Parameters.Any(p => p.EndsWith("/*", StringComparison.Ordinal) ? parameter.StartsWith(p[..^1], StringComparison.Ordinal) : p == parameter);
}

/// <summary>What the law tree covers, as published in law/coverage.jsonc.</summary>
public static class LawCoverage
{
    /// <summary>The file.</summary>
    public const string File = "coverage.jsonc";

    private static readonly string[] Members = ["id", "title", "status", "from", "to", "rules", "parameters", "unknown"];

    /// <summary>The coverage that comes with the product.</summary>
    public static IReadOnlyList<LawProvision> BuiltIn => Read(EmbeddedLaw.Texts().Single(t => t.Path == File));

    /// <summary>Reads a coverage file.</summary>
    /// <exception cref="LawFaultsException">Something is wrong; every fault is listed.</exception>
    public static IReadOnlyList<LawProvision> Read(LawText file)
    {
        List<LawFault> faults = [];
        List<LawProvision> provisions = [];
        if (JsoncNode.Parse(file, faults) is { } root)
            foreach (var node in root.Items)
                if (One(node, file.Path, faults) is { } provision) provisions.Add(provision);
        if (faults.Count > 0) throw new LawFaultsException(faults);
        return provisions;
    }

    private static LawProvision? One(JsoncNode node, string file, List<LawFault> faults)
    {
        var before = faults.Count;
        foreach (var (name, at, _) in node.Members)
            if (!Members.Contains(name)) faults.Add(new(file, at.Line, at.Column, $"A provision has no member \"{name}\".", "Take it out or correct its name."));
        foreach (var name in Members)
            if (node[name] is null && name != "to") faults.Add(new(file, node.Line, node.Column, $"The provision has no \"{name}\".", $"Add \"{name}\"."));
        if (node["status"] is { } status && status.Text is not ("covered" or "partly" or "planned"))
            faults.Add(new(file, status.Line, status.Column, $"\"{status.Text}\" is not a status of coverage.", "Use covered, partly or planned."));
        var from = Date(node["from"], file, faults);
        var to = node["to"] is { Kind: JsonValueKind.String } end ? Date(end, file, faults) : (DateOnly?)null;
        if (faults.Count > before) return null;
        return new(node["id"]!.Text, node["title"]!.Text, node["status"]!.Text, from, to,
            [.. node["rules"]!.Items.Select(i => i.Text)], [.. node["parameters"]!.Items.Select(i => i.Text)], node["unknown"]!.Text);
    }

    private static DateOnly Date(JsoncNode? node, string file, List<LawFault> faults)
    {
        if (node is null || ValueReader.TryDate(node.Text, out var day)) return node is null ? default : DateOnly.ParseExact(node.Text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        faults.Add(new(file, node.Line, node.Column, $"\"{node.Text}\" is not a day.", "Write YYYY-MM-DD."));
        return default;
    }
}
