namespace Alimenta.Architecture.Tests.Reading;

/// <summary>Pages that are written by the tests and kept in the repository. They are written anew when ALIMENTA_UPDATE_GOLDEN is 1.</summary>
internal static class Golden
{
    public static bool Update => Environment.GetEnvironmentVariable("ALIMENTA_UPDATE_GOLDEN") == "1";

    /// <summary>Compares a page with the one in the repository; on a difference names the first line that differs.</summary>
    public static void Is(string path, string page)
    {
        page = page.ReplaceLineEndings("\n");
        var full = Path.Combine(Repository.Root, path);
        if (Update) File.WriteAllText(full, page);
        var kept = File.Exists(full) ? File.ReadAllText(full).ReplaceLineEndings("\n") : "";
        if (Difference(kept, page) is { } difference)
            Assert.Fail($"{path} is not up to date. {difference}\nRead what changes, then write it anew: ALIMENTA_UPDATE_GOLDEN=1 ./test Architecture");
    }

    public static string? Difference(string kept, string page)
    {
        if (kept == page) return null;
        var (before, now) = (kept.Split('\n'), page.Split('\n'));
        var line = 0;
        while (line < before.Length && line < now.Length && before[line] == now[line]) line++;
        return $"Line {line + 1} is \"{before.ElementAtOrDefault(line)}\" and should be \"{now.ElementAtOrDefault(line)}\".";
    }
}
