using System.Diagnostics;
using System.Globalization;

namespace Alimenta.Nemesis;

/// <summary>A folder on a small disk of its own, where this account may mount one: filling it to the last byte harms nobody else.</summary>
internal sealed class OwnDisk : IDisposable
{
    private OwnDisk(string folder, bool own) => (Folder, Own) = (folder, own);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Whether the disk is its own.</summary>
    public bool Own { get; }

    /// <summary>Mounts it; without the right to, it is a folder as any other.</summary>
    public static OwnDisk Mount(string folder, int mib) =>
        new(Directory.CreateDirectory(folder).FullName, Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={mib}m,mode=755"), "tmpfs", folder) == 0);

    /// <summary>Fills it to the last byte, for a while.</summary>
    public async Task FillAsync(TimeSpan length, CancellationToken cancel)
    {
        if (!Own) throw new InvalidOperationException("Only a disk of its own is filled.");
        var filler = Path.Combine(Folder, "filler");
        try
        {
            await using (var file = new FileStream(filler, FileMode.Create, FileAccess.Write, FileShare.None, 0))
            {
                // Large blocks first, single pages last.
                foreach (var size in (int[])[1 << 20, 1 << 12, 1]) await WriteAsync(file, new byte[size], cancel);
            }

            await Task.Delay(length, cancel);
        }
        finally
        {
            File.Delete(filler);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Own) Run("umount", "-l", Folder);
    }

    /// <summary>Runs a tool of the machine and gives its exit code.</summary>
    public static int Run(string file, params string[] words)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(file, words) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return 127;
        }
    }

    private static async Task WriteAsync(FileStream file, byte[] block, CancellationToken cancel)
    {
        try
        {
            while (true) await file.WriteAsync(block, cancel);
        }
        catch (IOException)
        {
            // Full.
        }
    }
}
