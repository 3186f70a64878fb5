using System.Text.Json;
using System.Xml.Linq;

namespace Alimenta.Architecture.Tests.Reading;

/// <summary>A package as a lock file names it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">The version that is used.</param>
/// <param name="InProduct">Whether a project of the product needs it; else only tests do.</param>
/// <param name="NeededBy">The packages that bring it along; empty when a project names it itself.</param>
internal sealed record LockedPackage(string Name, string Version, bool InProduct, IReadOnlyList<string> NeededBy)
{
    /// <summary>Every package of every lock file, each once; in the product when any project of the product has it.</summary>
    public static IReadOnlyList<LockedPackage> In(IEnumerable<TextFile> lockFiles)
    {
        var rows = new List<(string Name, string Version, bool Product, bool Direct)>();
        var bringers = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var file in lockFiles)
        {
            using var json = JsonDocument.Parse(file.Text);
            foreach (var framework in json.RootElement.GetProperty("dependencies").EnumerateObject())
                foreach (var package in framework.Value.EnumerateObject())
                {
                    var kind = package.Value.GetProperty("type").GetString();
                    if (kind == "Project") continue;
                    rows.Add((package.Name, package.Value.GetProperty("resolved").GetString()!, file.Under("src"), kind == "Direct"));
                    if (package.Value.TryGetProperty("dependencies", out var needs))
                        foreach (var need in needs.EnumerateObject())
                            (bringers.TryGetValue(need.Name, out var set) ? set : bringers[need.Name] = new(StringComparer.Ordinal)).Add(package.Name);
                }
        }

        return [.. from row in rows
                   group row by (row.Name, row.Version) into same
                   orderby same.Key.Name.ToUpperInvariant(), same.Key.Version
                   select new LockedPackage(same.Key.Name, same.Key.Version, same.Any(r => r.Product),
                       same.Any(r => r.Direct) ? [] : [.. bringers.GetValueOrDefault(same.Key.Name) ?? []])];
    }

    /// <summary>The licence that the package itself states, or null when it states none that can be read.</summary>
    public string? StatedLicence()
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var specification = Path.Combine(cache, Name.ToLowerInvariant(), Version.ToLowerInvariant(), Name.ToLowerInvariant() + ".nuspec");
        if (!File.Exists(specification)) return null;
        var licence = XDocument.Load(specification).Descendants().FirstOrDefault(e => e.Name.LocalName == "license");
        return (string?)licence?.Attribute("type") == "expression" ? licence!.Value : null;
    }
}
