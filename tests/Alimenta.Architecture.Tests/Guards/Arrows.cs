using System.Xml.Linq;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>Who may refer to whom: Kernel &lt;- Law, Ledger, Formats; Data -> Ledger, Kernel; Office -> all of these; Web, Cli -> Office.</summary>
internal static class Arrows
{
    /// <summary>What a project file may refer to.</summary>
    public static IReadOnlyDictionary<string, string[]> Projects { get; } = new Dictionary<string, string[]>
    {
        ["Alimenta.Kernel"] = [],
        ["Alimenta.Law"] = ["Alimenta.Kernel"],
        ["Alimenta.Ledger"] = ["Alimenta.Kernel"],
        ["Alimenta.Formats"] = ["Alimenta.Kernel"],
        ["Alimenta.Data"] = ["Alimenta.Kernel", "Alimenta.Ledger"],
        ["Alimenta.Data.Postgres"] = ["Alimenta.Data"],
        ["Alimenta.Data.Sqlite"] = ["Alimenta.Data"],
        ["Alimenta.Office"] = ["Alimenta.Kernel", "Alimenta.Law", "Alimenta.Ledger", "Alimenta.Formats", "Alimenta.Data"],
        ["Alimenta.Web"] = ["Alimenta.Office"],
        ["Alimenta.Bench"] = ["Alimenta.Office", "Alimenta.Data.Postgres"],
        ["Alimenta.Nemesis"] = ["Alimenta.Office", "Alimenta.Data.Postgres"],
        ["Alimenta.Cli"] = ["Alimenta.Office", "Alimenta.Bench", "Alimenta.Nemesis", "Alimenta.Web", "Alimenta.Data.Postgres", "Alimenta.Data.Sqlite"],
    };

    /// <summary>What a built assembly may name: the arrows and, since nouns travel along them, what lies behind. Of the data, pages name words only: <see cref="DataNouns"/>.</summary>
    public static IReadOnlyDictionary<string, string[]> Assemblies { get; } = new Dictionary<string, string[]>(Projects)
    {
        ["Alimenta.Data.Postgres"] = ["Alimenta.Data", "Alimenta.Kernel", "Alimenta.Ledger"],
        ["Alimenta.Data.Sqlite"] = ["Alimenta.Data", "Alimenta.Kernel", "Alimenta.Ledger"],
        ["Alimenta.Web"] = ["Alimenta.Office", "Alimenta.Kernel", "Alimenta.Law", "Alimenta.Ledger", "Alimenta.Formats", "Alimenta.Data"],
        ["Alimenta.Bench"] = ["Alimenta.Kernel", "Alimenta.Law", "Alimenta.Ledger", "Alimenta.Formats", "Alimenta.Data", "Alimenta.Data.Postgres", "Alimenta.Office"],
        ["Alimenta.Nemesis"] = ["Alimenta.Kernel", "Alimenta.Law", "Alimenta.Ledger", "Alimenta.Formats", "Alimenta.Data", "Alimenta.Data.Postgres", "Alimenta.Office"],
        ["Alimenta.Cli"] = ["Alimenta.Kernel", "Alimenta.Law", "Alimenta.Ledger", "Alimenta.Formats", "Alimenta.Data", "Alimenta.Data.Postgres", "Alimenta.Data.Sqlite", "Alimenta.Office", "Alimenta.Bench", "Alimenta.Nemesis", "Alimenta.Web"],
    };

    /// <summary>Database packages stay behind the data projects and the office.</summary>
    private static readonly string[] Database = ["Microsoft.EntityFrameworkCore", "Microsoft.Data.", "Npgsql", "SQLitePCLRaw", "Microsoft.AspNetCore.Identity.EntityFrameworkCore"];

    private static readonly string[] KnowTheDatabase = ["Alimenta.Data", "Alimenta.Data.Postgres", "Alimenta.Data.Sqlite", "Alimenta.Office", "Alimenta.Bench", "Alimenta.Nemesis", "Alimenta.Cli"];

    public static IEnumerable<Finding> InProjects(IEnumerable<TextFile> projectFiles)
    {
        foreach (var file in projectFiles.Where(f => f.Under("src")))
        {
            var name = Path.GetFileNameWithoutExtension(file.Path);
            if (!Projects.TryGetValue(name, out var allowed))
            {
                yield return new(file.Path, name, "is on no map of rooms: give it its place in ARCHITECTURE.md and in Arrows.cs.");
                continue;
            }

            foreach (var reference in XDocument.Parse(file.Text).Descendants("ProjectReference"))
            {
                var to = Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/'));
                if (!allowed.Contains(to)) yield return new(file.Path, to, $"{name} may not refer to it.");
            }
        }
    }

    public static IEnumerable<Finding> InAssembly(string name, IEnumerable<string> references)
    {
        foreach (var to in references)
        {
            if (to.StartsWith("Alimenta.", StringComparison.Ordinal) && !Assemblies[name].Contains(to))
                yield return new(name, to, "its assembly may not use this room.");
            if (Database.Any(d => to.StartsWith(d, StringComparison.Ordinal)) && !KnowTheDatabase.Contains(name))
                yield return new(name, to, "only the data projects and the office know the database.");
        }
    }
}
