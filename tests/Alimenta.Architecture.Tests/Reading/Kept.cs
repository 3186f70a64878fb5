using System.Diagnostics;

namespace Alimenta.Architecture.Tests.Reading;

/// <summary>The paths that the repository keeps: what git tracks, or, where the sources came without git, what lies there.</summary>
internal static class Kept
{
    public static IReadOnlySet<string> Paths()
    {
        if (!Path.Exists(Path.Combine(Repository.Root, ".git"))) return Repository.Files.Select(f => f.Path).ToHashSet();
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "safe.directory=*", "ls-files", "-z"])
        {
            WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false,
        })!;
        var paths = git.StandardOutput.ReadToEnd().Split('\0', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        git.WaitForExit();
        return git.ExitCode == 0 ? paths : throw new InvalidOperationException("git could not list the files of the repository.");
    }
}
