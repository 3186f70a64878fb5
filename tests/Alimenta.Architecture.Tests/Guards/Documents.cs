using System.Text.RegularExpressions;
using Alimenta.Architecture.Tests.Reading;

namespace Alimenta.Architecture.Tests.Guards;

/// <summary>The pages of the repository: links lead somewhere, decisions are numbered without gaps and all listed.</summary>
internal static partial class Documents
{
    public static string[] Root { get; } = ["README.md", "ARCHITECTURE.md", "GLOSSARY.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "LICENSE"];

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\(([^)\s]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex("^docs/adr/(\\d{4})-[a-z0-9-]+\\.md$", RegexOptions.CultureInvariant)]
    private static partial Regex Decision();

    [GeneratedRegex("[^a-z0-9 _-]", RegexOptions.CultureInvariant)]
    private static partial Regex NotInAnchor();

    [GeneratedRegex("\"[^\"\n]*?\\b((docs|law|tests)/[A-Za-z0-9_./-]+\\.(md|jsonc))\\b", RegexOptions.CultureInvariant)]
    private static partial Regex NamedPage();

    /// <summary>Pages that a sentence of the program sends a person to, and that are not there.</summary>
    public static IEnumerable<Finding> MissingPages(IEnumerable<TextFile> sources, Func<string, bool> exists)
    {
        foreach (var source in sources)
        {
            var lines = source.Lines;
            for (var i = 0; i < lines.Length; i++)
                foreach (Match named in NamedPage().Matches(lines[i]))
                    if (!exists(named.Groups[1].Value)) yield return new(source.Path, named.Groups[1].Value, "a sentence names this page, and it is not there.", i + 1);
        }
    }

    /// <summary>Links to files or headings that are not there. Pictures and addresses outside are not followed.</summary>
    public static IEnumerable<Finding> BrokenLinks(IReadOnlyCollection<TextFile> pages, Func<string, bool> exists)
    {
        foreach (var page in pages.Where(p => p.Is(".md")))
        {
            var lines = page.Lines;
            for (var i = 0; i < lines.Length; i++)
                foreach (Match link in Link().Matches(lines[i]))
                {
                    var target = link.Groups[1].Value;
                    if (target.Contains("://", StringComparison.Ordinal) || target.StartsWith("mailto:", StringComparison.Ordinal)) continue;
                    var parts = target.Split('#', 2);
                    var path = parts[0].Length == 0 ? page.Path : Resolve(page.Path, parts[0]);
                    if (!exists(path)) yield return new(page.Path, target, "this link leads nowhere.", i + 1);
                    else if (parts.Length == 2 && pages.FirstOrDefault(p => p.Path == path) is { } to && !Anchors(to).Contains(parts[1]))
                        yield return new(page.Path, target, "the page has no such heading.", i + 1);
                }
        }
    }

    /// <summary>Decisions that are misnumbered, untitled or not in the list.</summary>
    public static IEnumerable<Finding> Decisions(IEnumerable<TextFile> files, string list)
    {
        var next = 1;
        foreach (var (file, number) in files.Select(f => (f, Decision().Match(f.Path))).Where(x => x.Item2.Success).Select(x => (x.f, x.Item2.Groups[1].Value)).OrderBy(x => x.Value))
        {
            if (number != $"{next:0000}") yield return new(file.Path, number, $"the next number is {next:0000}.");
            if (!file.Text.StartsWith($"# {number}: ", StringComparison.Ordinal)) yield return new(file.Path, "title", $"it should begin with \"# {number}: \".");
            foreach (var part in new[] { "## Context", "## Decision", "## Consequences" })
                if (!file.Text.Contains("\n" + part + "\n", StringComparison.Ordinal)) yield return new(file.Path, part, "this part is missing.");
            if (!list.Contains($"[{number}]({file.Path[(file.Path.LastIndexOf('/') + 1)..]})", StringComparison.Ordinal)) yield return new(file.Path, number, "docs/adr/README.md does not list it.");
            next++;
        }
    }

    private static string Resolve(string from, string to) =>
        Path.GetRelativePath("/", Path.GetFullPath(Path.Combine("/", Path.GetDirectoryName(from) ?? "", to))).Replace('\\', '/');

    private static HashSet<string> Anchors(TextFile page) =>
        [.. page.Lines.Where(l => l.StartsWith('#')).Select(l => NotInAnchor().Replace(l.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-'))];
}
