namespace Alimenta.Web.Tests;

/// <summary>Pages kept as they should be. With ALIMENTA_UPDATE_GOLDEN set they are written anew; look at what changed before you keep it.</summary>
internal static class Golden
{
    /// <summary>Holds a text against the kept one.</summary>
    /// <param name="name">The file in the folder Golden.</param>
    /// <param name="text">What came out now.</param>
    public static void Is(string name, string text)
    {
        var path = Path.Combine(Root, "tests", "Alimenta.Web.Tests", "Golden", name);
        text = text.ReplaceLineEndings("\n");
        if (Environment.GetEnvironmentVariable("ALIMENTA_UPDATE_GOLDEN") is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            return;
        }

        Assert.True(File.Exists(path), $"{name} is not kept yet: run with ALIMENTA_UPDATE_GOLDEN=1 and look at it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n").Split('\n'), text.Split('\n'));
    }

    private static string Root
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (at is not null && !File.Exists(Path.Combine(at.FullName, "Alimenta.slnx"))) at = at.Parent;
            return at?.FullName ?? throw new InvalidOperationException("The repository was not found above the tests.");
        }
    }
}
