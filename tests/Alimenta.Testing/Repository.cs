namespace Alimenta.Testing;

/// <summary>Where the sources lie while tests run from them.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Alimenta.slnx"))) return at.FullName;
        }

        throw new InvalidOperationException($"No folder above {folder} holds Alimenta.slnx.");
    }
}
