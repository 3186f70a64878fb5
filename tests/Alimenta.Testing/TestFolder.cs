namespace Alimenta.Testing;

/// <summary>A folder of this test process. What a process that was killed left behind is removed by the next one.</summary>
public static class TestFolder
{
    private const string Prefix = "alimenta-test-";
    private static readonly Lazy<string> One = new(Make);

    /// <summary>In memory where the machine has such a place, so that tests do not wait for a disk.</summary>
    public static string Path => One.Value;

    private static string Make()
    {
        const string memory = "/dev/shm";
        const long enough = 2L << 30;
        var parent = Directory.Exists(memory) && new DriveInfo(memory).AvailableFreeSpace > enough ? memory : System.IO.Path.GetTempPath();
        foreach (var old in Directory.GetDirectories(parent, Prefix + "*").Where(d => !Directory.Exists($"/proc/{d[(d.LastIndexOf('-') + 1)..]}"))) Remove(old);
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(parent, $"{Prefix}{Environment.ProcessId}")).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(folder);
        return folder;
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another process sweeps too, or the server in it is still going down; the next test process tries again.
        }
    }
}
