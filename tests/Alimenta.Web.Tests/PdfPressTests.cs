using System.Collections.Concurrent;
using System.Text;
using Alimenta.Web.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Alimenta.Web.Tests;

/// <summary>PDF files through Chromium. A machine without it holds to what is said then.</summary>
public sealed class PdfPressTests
{
    /// <summary>The browser of this machine; empty when there is none.</summary>
    internal static string Program => PdfPress.Find("", Environment.GetEnvironmentVariable("PATH") ?? "") ?? "";

    private const string Document = "<!DOCTYPE html><html lang=\"es\"><head><meta charset=\"utf-8\"><title>Hoja</title></head><body><h1>Hoja</h1><table><tr><th scope=\"col\">a</th></tr><tr><td>1</td></tr></table></body></html>";

    private readonly ConcurrentBag<string> _folders = [];

    [Fact]
    public async Task A_document_becomes_a_tagged_file_or_the_sentence_that_there_is_no_browser()
    {
        using var press = Press("");
        var made = await press.PrintAsync(Document, TestContext.Current.CancellationToken);
        Assert.Equal(Program.Length > 0, press.IsThere);
        if (!press.IsThere)
        {
            Assert.Equal("W-PDF-NONE", made.Refusal!.Code);
            return;
        }

        var text = Encoding.Latin1.GetString(made.Value);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        foreach (var part in (string[])["/StructTreeRoot", "/Marked true", "(es)"]) Assert.Contains(part, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_at_once_wait_for_their_turn_and_leave_nothing_behind()
    {
        using var press = Press("", atOnce: 1);
        var made = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => press.PrintAsync(Document, TestContext.Current.CancellationToken)));
        Assert.All(made, m => Assert.Equal(press.IsThere, m.Ok));
        Assert.Equal(press.IsThere ? made.Length : 0, _folders.Count);
        Assert.DoesNotContain(_folders, Directory.Exists);
    }

    [Theory]
    [InlineData("/bin/false")]
    [InlineData("/etc/hostname")]
    public async Task A_program_that_makes_no_file_is_a_refusal_and_leaves_nothing_behind(string program)
    {
        using var press = Press(program);
        Assert.True(press.IsThere);
        Assert.Equal("W-PDF-FAILED", (await press.PrintAsync(Document, TestContext.Current.CancellationToken)).Refusal!.Code);
        Assert.False(Directory.Exists(Assert.Single(_folders)));
    }

    [Fact]
    public async Task Who_goes_away_does_not_keep_the_browser()
    {
        using var press = Press("/bin/sleep");
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        // /bin/sleep does not understand the arguments and ends at once, or is stopped: in both cases nothing hangs.
        var made = await Record.ExceptionAsync(() => press.PrintAsync(Document, gone.Token));
        Assert.True(made is null or OperationCanceledException);
    }

    [Theory]
    [InlineData("/nowhere/chromium", "/bin", null)]
    [InlineData("/bin/sh", "", "/bin/sh")]
    [InlineData("", "", null)]
    [InlineData("", "/nowhere:/neither", null)]
    public void The_named_program_goes_before_the_search_path(string named, string path, string? found) => Assert.Equal(found, PdfPress.Find(named, path));

    /// <summary>A press whose folders are known: other tests and programs print at the same time.</summary>
    private PdfPress Press(string program, int atOnce = 2) => new(new WebOptions { Chromium = program, PdfAtOnce = atOnce }, TimeProvider.System, NullLogger<PdfPress>.Instance)
    {
        NewFolder = () =>
        {
            var folder = Directory.CreateTempSubdirectory("alimenta-pdf-").FullName;
            _folders.Add(folder);
            return folder;
        },
    };
}
