namespace Alimenta.Law.Tests;

/// <summary>Pages that a person reads and a test keeps true. To write one anew: ALIMENTA_UPDATE_GOLDEN=1 ./test Law</summary>
internal static class Golden
{
    public static void Is(string name, string page)
    {
        var path = Path.Combine(Folder(), name);
        page = page.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n') + "\n";
        if (Environment.GetEnvironmentVariable("ALIMENTA_UPDATE_GOLDEN") == "1") File.WriteAllText(path, page);
        Assert.True(File.Exists(path), $"{name} is missing. Write it: ALIMENTA_UPDATE_GOLDEN=1 ./test Law");
        Assert.Equal(File.ReadAllText(path).Replace("\r\n", "\n", StringComparison.Ordinal), page);
    }

    /// <summary>The folder of this test project in the sources.</summary>
    public static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alimenta.slnx"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("The tests run outside the sources."), "tests", "Alimenta.Law.Tests");
    }
}
