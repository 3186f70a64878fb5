using System.Text.RegularExpressions;
using System.Xml.Linq;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>A row of docs/packages.md.</summary>
internal sealed record ListedPackage(string Name, string Version, string Licence, string Why, bool InProduct);

/// <summary>Every package has an exact version, a lock, a licence that fits, and a reason; docs/packages.md lists them all.</summary>
internal static partial class Packages
{
    public const string Page = "docs/packages.md";
    private const string Product = "## In the product";
    private const string Tests = "## In tests only";
    private const string Unsaid = "(say why)";

    /// <summary>Licences under which a package may be used in a program under Apache-2.0.</summary>
    private static readonly string[] Fit = ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "PostgreSQL", "Public domain", "MPL-2.0"];

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[0-9A-Za-z.-]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Exact();

    /// <summary>Versions stand in Directory.Packages.props alone, and each is exact.</summary>
    public static IEnumerable<Finding> InVersions(TextFile central, IEnumerable<TextFile> projects)
    {
        foreach (var package in XDocument.Parse(central.Text).Descendants("PackageVersion"))
            if (!Exact().IsMatch((string?)package.Attribute("Version") ?? ""))
                yield return new(central.Path, $"{(string?)package.Attribute("Include")} {(string?)package.Attribute("Version")}", "name one exact version.");
        foreach (var file in projects)
            foreach (var reference in XDocument.Parse(file.Text).Descendants("PackageReference"))
                if (reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null || reference.Element("Version") is not null)
                    yield return new(file.Path, (string?)reference.Attribute("Include") ?? "", "its version belongs in Directory.Packages.props.");
    }

    /// <summary>Every project has its lock file, and the lock file is kept in the repository.</summary>
    /// <param name="projects">The project files.</param>
    /// <param name="kept">The paths that the repository keeps.</param>
    public static IEnumerable<Finding> InLocks(IEnumerable<TextFile> projects, IReadOnlySet<string> kept) =>
        from project in projects
        let lockFile = project.Path[..project.Path.LastIndexOf('/')] + "/packages.lock.json"
        where !kept.Contains(lockFile)
        select new Finding(project.Path, lockFile, "build the project and commit its lock file.");

    /// <summary>The rows of the page.</summary>
    public static IReadOnlyList<ListedPackage> Listed(string markdown)
    {
        var rows = new List<ListedPackage>();
        bool? product = null;
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal)) product = line == Product ? true : line == Tests ? false : null;
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            if (product is { } inProduct && cells.Length >= 6 && cells[1] is not "Package" && !cells[1].StartsWith('-'))
                rows.Add(new(cells[1], cells[2], cells[3], cells[4], inProduct));
        }

        return rows;
    }

    public static IEnumerable<Finding> InList(IReadOnlyList<ListedPackage> listed, IReadOnlyList<LockedPackage> locked, Func<LockedPackage, string?> stated)
    {
        foreach (var package in locked)
        {
            var row = listed.FirstOrDefault(l => l.Name == package.Name && l.Version == package.Version);
            var name = $"{package.Name} {package.Version}";
            if (row is null) yield return new(Page, name, "is used and not listed.");
            else if (row.InProduct != package.InProduct) yield return new(Page, name, "stands in the wrong table.");
            else if (!Fit.Contains(row.Licence)) yield return new(Page, name, $"the licence \"{row.Licence}\" is not among those that fit.");
            else if (stated(package) is { } licence && licence != row.Licence) yield return new(Page, name, $"it states {licence} itself.");
            else if (row.Why.Length == 0 || row.Why == Unsaid) yield return new(Page, name, "say why it is used.");
        }

        foreach (var row in listed.Where(l => !locked.Any(p => p.Name == l.Name && p.Version == l.Version)))
            yield return new(Page, $"{row.Name} {row.Version}", "is listed and no longer used.");
    }

    /// <summary>The page with its tables written anew; the words around them, and the reasons, stay.</summary>
    public static string Render(string page, IReadOnlyList<LockedPackage> locked)
    {
        var listed = Listed(page);
        foreach (var (heading, product) in new[] { (Product, true), (Tests, false) })
        {
            var start = page.IndexOf(heading + "\n", StringComparison.Ordinal) + heading.Length + 1;
            var end = page.IndexOf("\n## ", start, StringComparison.Ordinal);
            var table = string.Concat(locked.Where(p => p.InProduct == product).Select(p => Row(p, listed)));
            page = page[..start] + "\n| Package | Version | Licence | Why |\n|---|---|---|---|\n" + table + (end < 0 ? "" : page[end..]);
        }

        return page;
    }

    private static string Row(LockedPackage package, IReadOnlyList<ListedPackage> listed)
    {
        var row = listed.FirstOrDefault(l => l.Name == package.Name);
        var why = package.NeededBy.Count > 0 ? $"Comes with {string.Join(", ", package.NeededBy.Take(2))}." : row?.Why ?? Unsaid;
        return $"| {package.Name} | {package.Version} | {package.StatedLicence() ?? row?.Licence ?? "?"} | {why} |\n";
    }
}
