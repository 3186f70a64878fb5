using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>The folders of the office are its modules; a module uses only the modules that docs/architecture/module-matrix.md gives it.</summary>
/// <remarks>What lies in the root namespace is common ground: every module may use it, and it uses no module but where the matrix says so.</remarks>
internal static class Modules
{
    /// <summary>The name under which the matrix lists the root namespace.</summary>
    public const string Root = "(root)";

    /// <summary>Reads the rows "| Module | Other, Another | why |" of the matrix.</summary>
    public static IReadOnlyDictionary<string, string[]> Matrix(string markdown) => markdown.ReplaceLineEndings("\n").Split('\n')
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length >= 5 && cells[1].Length > 0 && cells[1] != "Module" && !cells[1].StartsWith('-'))
        .ToDictionary(cells => cells[1], cells => cells[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The module in which a type of the office lies; null for a type that is not the office's.</summary>
    public static string? Of(string type, string room)
    {
        if (!type.StartsWith(room + ".", StringComparison.Ordinal)) return null;
        var rest = type[(room.Length + 1)..];
        var dot = rest.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? Root : rest[..dot];
    }

    public static IEnumerable<Finding> InUses(string room, IEnumerable<Use> uses, IReadOnlyDictionary<string, string[]> matrix)
    {
        var pairs = from use in uses
                    let source = Of(use.From, room)
                    let target = Of(use.To, room)
                    where source is not null && target is not null && source != target && target != Root
                    group use by (source, target) into pair
                    orderby pair.Key
                    select pair;
        foreach (var pair in pairs)
            if (!matrix.TryGetValue(pair.Key.source, out var allowed) || !allowed.Contains(pair.Key.target))
                yield return new(room, $"{pair.Key.source} uses {pair.Key.target}",
                    $"the module matrix does not allow it ({string.Join(", ", pair.Select(u => $"{u.From} uses {u.To}").Distinct().Order(StringComparer.Ordinal).Take(3))}).");
    }

    /// <summary>Modules that the matrix does not know, and rows about modules that do not exist (a row may be written ahead of its module only without uses).</summary>
    public static IEnumerable<Finding> InMatrix(IReadOnlyDictionary<string, string[]> matrix, IReadOnlyCollection<string> folders)
    {
        foreach (var folder in folders.Where(f => !matrix.ContainsKey(f)))
            yield return new("docs/architecture/module-matrix.md", folder, "this module has no row.");
        foreach (var (module, uses) in matrix)
            foreach (var other in uses.Where(u => !matrix.ContainsKey(u)))
                yield return new("docs/architecture/module-matrix.md", other, $"{module} may use it, but it has no row.");
    }
}
