using System.Diagnostics;

namespace Alimenta.Web.Hosting;

/// <summary>Makes tagged PDF files of whole HTML documents with Chromium, where it is installed.</summary>
/// <remarks>A document may hold data about a family. It stands in a folder of its own that only this account can open, for as long as the call takes; the
/// browser gets an empty environment, a profile of its own in the same folder, and no way to any host.</remarks>
public sealed partial class PdfPress(WebOptions options, TimeProvider time, ILogger<PdfPress> log) : IDisposable
{
    private static readonly string[] Programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(30);

    // How the file begins; a browser that broke off leaves none.
    private static ReadOnlySpan<byte> Mark => "%PDF-"u8;

    private readonly SemaphoreSlim _places = new(options.PdfAtOnce, options.PdfAtOnce);
    private readonly string? _program = Find(options.Chromium, Environment.GetEnvironmentVariable("PATH") ?? "");

    /// <summary>Why there is no PDF where Chromium is missing.</summary>
    public static Refusal Missing { get; } = new("W-PDF-NONE", "This server cannot make PDF files, because Chromium is not installed on it.", "Print the page from your browser; its print window can save a PDF too.");

    /// <summary>Whether PDF files can be made here.</summary>
    public bool IsThere => _program is not null;

    /// <summary>Makes a folder that only this account can open.</summary>
    internal Func<string> NewFolder { get; init; } = () => Directory.CreateTempSubdirectory("alimenta-pdf-").FullName;

    /// <summary>A document as PDF.</summary>
    /// <param name="html">The whole document, with its style sheet inside: nothing is loaded.</param>
    /// <param name="cancel">Gives it up.</param>
    public async Task<Outcome<byte[]>> PrintAsync(string html, CancellationToken cancel)
    {
        if (_program is null) return Missing;
        if (!await _places.WaitAsync(LongestWait, cancel)) return new Refusal("W-PDF-BUSY", "Many PDF files are being made just now.", "Try again in a minute, or print the page from your browser.");
        var folder = NewFolder();
        try
        {
            return await PrintAsync(folder, html, cancel);
        }
        finally
        {
            Remove(folder);
            _places.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _places.Dispose();

    /// <summary>The browser: the one that is named, and otherwise the first on the search path.</summary>
    /// <param name="named">Its path; empty when none is named.</param>
    /// <param name="path">The search path.</param>
    internal static string? Find(string named, string path) =>
        named.Length > 0 ? (File.Exists(named) ? named : null)
        : path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).SelectMany(folder => Programs.Select(p => Path.Combine(folder, p))).FirstOrDefault(File.Exists);

    private async Task<Outcome<byte[]>> PrintAsync(string folder, string html, CancellationToken cancel)
    {
        var (page, pdf) = (Path.Combine(folder, "page.html"), Path.Combine(folder, "page.pdf"));
        await File.WriteAllTextAsync(page, html, cancel);
        using var browser = new Process { StartInfo = Start(_program!, folder, page, pdf) };
        using var longest = new CancellationTokenSource(LongestWork, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, longest.Token);
        try
        {
            browser.Start();
            // What it says is thrown away: it may name the document.
            var said = Task.WhenAll(browser.StandardOutput.ReadToEndAsync(end.Token), browser.StandardError.ReadToEndAsync(end.Token));
            await browser.WaitForExitAsync(end.Token);
            await said;
        }
        catch (OperationCanceledException)
        {
            browser.Kill(entireProcessTree: true);
            await browser.WaitForExitAsync(CancellationToken.None);
            cancel.ThrowIfCancellationRequested();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // The file is there and is no program that starts: answered below as any failure.
        }

        var bytes = File.Exists(pdf) ? await File.ReadAllBytesAsync(pdf, cancel) : [];
        if (bytes.AsSpan().StartsWith(Mark)) return bytes;
        Failed(longest.IsCancellationRequested ? "took too long" : "wrote no file");
        return new Refusal("W-PDF-FAILED", "The PDF file could not be made.", "Print the page from your browser. If it happens again, tell your administrator that Chromium does not work on the server.");
    }

    private static ProcessStartInfo Start(string program, string folder, string page, string pdf)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder };
        start.Environment.Clear();
        start.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        start.Environment["HOME"] = folder;
        start.Environment["TMPDIR"] = folder;
        foreach (var argument in (string[])
        [
            "--headless", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-breakpad", "--disable-crash-reporter", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--no-pdf-header-footer", "--export-tagged-pdf", "--generate-pdf-document-outline", $"--print-to-pdf={pdf}", $"--user-data-dir={Path.Combine(folder, "profile")}",
        ]) start.ArgumentList.Add(argument);
        // The browser's own sandbox does not start under the account root.
        if (Environment.IsPrivilegedProcess) start.ArgumentList.Add("--no-sandbox");
        start.ArgumentList.Add(new Uri(page).AbsoluteUri);
        return start;
    }

    /// <summary>Removes the folder. A last helper of the browser may still be writing into it, so it is tried a few times.</summary>
    private void Remove(string folder)
    {
        for (var left = 20; left > 0; left--)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (DirectoryNotFoundException)
            {
                return;
            }
            catch (IOException)
            {
                Thread.Sleep(50);
            }
        }

        Failed("left its folder behind");
    }

    private void Failed(string how) => Failed(log, how);

    [LoggerMessage(1, LogLevel.Error, "Chromium {How} when it should make a PDF")]
    private static partial void Failed(ILogger log, string how);
}
