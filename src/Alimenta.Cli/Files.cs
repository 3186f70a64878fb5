namespace Alimenta.Cli;

/// <summary>Files that a command reads or writes.</summary>
internal static class Files
{
    /// <summary>Why a file cannot be read; null when it can.</summary>
    public static Refusal? Fault(string path) =>
        Directory.Exists(path) ? new("R-FILE-FOLDER", $"{path} is a folder, not a file.", "Name the file in it.")
        : !File.Exists(path) ? new("R-NO-FILE", $"There is no file {path}.", "Check the path.")
        : new FileInfo(path) is { Length: 0, Attributes: var kind } && !kind.HasFlag(FileAttributes.Device) ? new("R-FILE-EMPTY", $"The file {path} is empty.", "Get it again from whoever made it.")
        : null;

    /// <summary>Why nothing can be written at a place; null when it can.</summary>
    public static Refusal? Taken(string path, bool force) =>
        Directory.Exists(path) ? new("R-FILE-FOLDER", $"{path} is a folder, not a file.", "Name the file in it.")
        : Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder && !Directory.Exists(folder) ? new("R-NO-FOLDER", $"There is no folder {folder}.", "Make it first, or name another.")
        : File.Exists(path) && !force ? new("R-FILE-THERE", $"There is a file {path} already.", "Name another, or add --force to put the new one in its place.")
        : null;

    /// <summary>The input kept in a file of its own, which goes when it is closed: it may be gone through twice.</summary>
    public static async Task<FileStream> InputAsync(CancellationToken cancel)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), Private(FileAccess.ReadWrite, FileOptions.DeleteOnClose));
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(file, cancel);
        file.Position = 0;
        return file;
    }

    /// <summary>Writes a file beside its place, readable for its owner only, and moves it there when it is whole.</summary>
    public static async Task<T> WriteAsync<T>(string path, Func<Stream, Task<T>> write)
    {
        var part = $"{path}.part";
        File.Delete(part);
        try
        {
            T done;
            await using (var to = new FileStream(part, Private(FileAccess.Write)))
                done = await write(to);
            File.Move(part, path, overwrite: true);
            return done;
        }
        finally
        {
            File.Delete(part);
        }
    }

    /// <summary>A new file that only its owner may open.</summary>
    private static FileStreamOptions Private(FileAccess access, FileOptions more = FileOptions.None)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = access, Options = FileOptions.Asynchronous | more, BufferSize = 1 << 16 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
