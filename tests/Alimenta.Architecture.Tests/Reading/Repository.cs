namespace Alimenta.Architecture.Tests.Reading;

/// <summary>A text file of the repository: its path from the root with slashes, and its text.</summary>
internal sealed record TextFile(string Path, string Text)
{
    public string[] Lines => Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    public bool Under(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public bool Is(params string[] endings) => endings.Any(e => Path.EndsWith(e, StringComparison.OrdinalIgnoreCase));
}

/// <summary>The repository as it lies on the disk, without what builds and programs leave behind.</summary>
internal static class Repository
{
    private static readonly string[] Left = ["bin", "obj", ".git", ".vs", "artifacts", "var", "node_modules", "TestResults"];
    private static readonly string[] NotText = [".png", ".jpg", ".ico", ".woff", ".woff2", ".ttf", ".otf", ".db", ".pdf", ".gz", ".zip"];
    private static readonly Lazy<IReadOnlyList<TextFile>> Read = new(ReadAll);

    public static string Root { get; } = FindRoot();

    /// <summary>All text files.</summary>
    public static IReadOnlyList<TextFile> Files => Read.Value;

    /// <summary>The text files that are our own: what was taken over from others into wwwroot speaks for itself.</summary>
    public static IEnumerable<TextFile> Own => Files.Where(f => !f.Path.Contains("/wwwroot/uswds/", StringComparison.Ordinal));

    /// <summary>The C# files of the product.</summary>
    public static IEnumerable<TextFile> Product => Files.Where(f => f.Under("src") && f.Is(".cs"));

    /// <summary>The project files of the product and the tests.</summary>
    public static IEnumerable<TextFile> Projects => Files.Where(f => f.Is(".csproj"));

    /// <summary>The text of a file that must be there.</summary>
    public static string Text(string path) =>
        Files.SingleOrDefault(f => f.Path == path)?.Text ?? throw new FileNotFoundException($"The repository has no {path}.");

    /// <summary>The built assembly of a project of the product.</summary>
    public static byte[] Assembly(string project) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, (project == "Alimenta.Cli" ? "alimenta" : project) + ".dll"));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alimenta.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not lie inside the repository.");
    }

    private static List<TextFile> ReadAll()
    {
        var files = new List<TextFile>();
        var folders = new Stack<string>([Root]);
        while (folders.TryPop(out var folder))
        {
            foreach (var inner in Directory.EnumerateDirectories(folder))
                if (!Left.Contains(Path.GetFileName(inner))) folders.Push(inner);
            foreach (var file in Directory.EnumerateFiles(folder))
                if (!NotText.Contains(Path.GetExtension(file).ToLowerInvariant()))
                    files.Add(new(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file)));
        }

        return [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }
}
