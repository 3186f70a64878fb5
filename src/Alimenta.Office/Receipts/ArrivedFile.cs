using Alimenta.Formats;

namespace Alimenta.Office.Receipts;

/// <summary>A copy of a file of one's own, so that what is checked is what is posted, whoever still writes at the other. In memory while it is small, else on the disk, where nobody finds it.</summary>
public sealed class ArrivedFile : IDisposable
{
    private const int LargestInMemory = 4 << 20;
    private readonly FileStream? _file;

    private ArrivedFile(FileBytes bytes, FileStream? file) => (Bytes, _file) = (bytes, file);

    /// <summary>What is in it, until it is disposed.</summary>
    public FileBytes Bytes { get; }

    /// <summary>Takes all of a stream.</summary>
    /// <exception cref="IOException">The stream breaks off, or the disk for temporary files is full.</exception>
    public static async Task<ArrivedFile> TakeAsync(Stream from, CancellationToken cancel = default)
    {
        var begin = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while (begin.Length <= LargestInMemory && (read = await from.ReadAsync(buffer, cancel)) > 0) begin.Write(buffer, 0, read);
        if (begin.Length <= LargestInMemory) return new(FileBytes.Of(begin.GetBuffer().AsMemory(0, (int)begin.Length)), null);
        var file = await CopyAsync(begin, from, cancel);
        return new(new DiskBytes(file.SafeFileHandle), file);
    }

    /// <inheritdoc/>
    public void Dispose() => _file?.Dispose();

    private static async Task<FileStream> CopyAsync(MemoryStream begin, Stream from, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = FileShare.Delete, Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var to = new FileStream(path, options);
        try
        {
            // Without a name it is gone with the process, also when that is killed.
            if (!OperatingSystem.IsWindows()) File.Delete(path);
            begin.Position = 0;
            await begin.CopyToAsync(to, cancel);
            await from.CopyToAsync(to, cancel);
            await to.FlushAsync(cancel);
            return to;
        }
        catch
        {
            await to.DisposeAsync();
            throw;
        }
    }
}
