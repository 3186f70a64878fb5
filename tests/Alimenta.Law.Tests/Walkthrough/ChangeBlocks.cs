namespace Alimenta.Law.Tests.Walkthrough;

/// <summary>The fenced blocks of a page: what kind, what it is about, and its lines.</summary>
internal sealed record Block(string Kind, string About, IReadOnlyList<string> Lines)
{
    public string Text => string.Join('\n', Lines);

    /// <summary>All blocks of a page in Markdown, in order.</summary>
    public static List<Block> Of(string page)
    {
        List<Block> blocks = [];
        List<string>? inside = null;
        string[] head = [];
        foreach (var line in page.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith("```", StringComparison.Ordinal)) inside?.Add(line);
            else if (inside is null) (inside, head) = ([], line[3..].Split(' ', 2));
            else
            {
                blocks.Add(new(head[0], head.Length > 1 ? head[1] : "", inside));
                inside = null;
            }
        }

        return inside is null ? blocks : throw new FormatException("A block of the page is never closed.");
    }
}

/// <summary>A change of one file as a diff whose parts are found by their lines, not by numbers.</summary>
internal static class ChangeBlocks
{
    /// <summary>The file with the change made. Each part must stand in it exactly once.</summary>
    public static string Apply(Block diff, string file)
    {
        file = file.ReplaceLineEndings("\n");
        foreach (var (old, now) in Parts(diff))
        {
            var at = file.IndexOf(old, StringComparison.Ordinal);
            Assert.True(at >= 0, $"{diff.About} has no place with\n{old}");
            Assert.True(file.IndexOf(old, at + 1, StringComparison.Ordinal) < 0, $"{diff.About} has several places with\n{old}");
            file = file[..at] + now + file[(at + old.Length)..];
        }

        return file;
    }

    private static IEnumerable<(string Old, string New)> Parts(Block diff)
    {
        List<(List<string> Old, List<string> New)> parts = [];
        foreach (var line in diff.Lines)
        {
            if (line.StartsWith("@@", StringComparison.Ordinal))
            {
                parts.Add(([], []));
                continue;
            }

            if (line[0] is ' ' or '-') parts[^1].Old.Add(line[1..]);
            if (line[0] is ' ' or '+') parts[^1].New.Add(line[1..]);
            Assert.True(line[0] is ' ' or '-' or '+', $"No line of a diff: {line}");
        }

        return parts.Select(p => (string.Join('\n', p.Old) + '\n', string.Join('\n', p.New) + '\n'));
    }
}
