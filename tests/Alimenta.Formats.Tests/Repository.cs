namespace Alimenta.Formats.Tests;

/// <summary>Files that tests compare with, and renew when asked to by ALIMENTA_ACCEPT=1.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>Compares with a file of the repository; with ALIMENTA_ACCEPT=1 writes it instead, and the change is then seen in review.</summary>
    public static void Same(string path, byte[] actual)
    {
        var full = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("ALIMENTA_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, actual);
        }

        Assert.True(File.Exists(full), $"{path} is missing. Run the tests with ALIMENTA_ACCEPT=1 and review it.");
        var expected = File.ReadAllBytes(full);
        var at = expected.AsSpan().CommonPrefixLength(actual);
        Assert.True(expected.AsSpan().SequenceEqual(actual),
            $"{path} differs from byte {at} (line {expected.AsSpan(0, at).Count((byte)'\n') + 1}). If the change is meant, run the tests with ALIMENTA_ACCEPT=1 and review it.");
    }

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Alimenta.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
