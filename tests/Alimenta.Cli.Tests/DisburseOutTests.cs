using System.Globalization;
using System.Text;
using Alimenta.Data;
using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>Files that were released are given out, however long ago.</summary>
public sealed class DisburseOutTests(Lived lived)
{
    // More than are read at once.
    private const int Years = 1_203;

    [Theory, EachEngine]
    public async Task Every_released_file_that_is_not_there_is_written(string engine)
    {
        using var place = new Place(engine);
        await Cli.JsonAsync("import", lived.Book, "--database", place.Address);
        var cancel = TestContext.Current.CancellationToken;
        await place.Database.Store.Commands.RunAsync<bool>(new("made-up-files", "test", new { }, new(1, "tests")), ctx =>
        {
            for (var i = 0; i < Years; i++) ctx.Add(File(i, DisbursementFileStatus.Released));
            ctx.Add(File(Years, DisbursementFileStatus.Created));
            return Task.FromResult<Outcome<bool>>(true);
        }, cancel: cancel);
        var folder = Cli.NewFile("");
        Directory.CreateDirectory(folder);
        await System.IO.File.WriteAllTextAsync(Path.Combine(folder, "MADE-UP-0007.ach"), "taken already", cancel);

        await Cli.JsonAsync("disburse", "--out", folder, "--database", place.Address);

        foreach (var i in (int[])[0, 499, 500, 1_000, Years - 1]) Assert.Equal($"content {i}", await System.IO.File.ReadAllTextAsync(Path.Combine(folder, Name(i)), cancel));
        Assert.Equal("taken already", await System.IO.File.ReadAllTextAsync(Path.Combine(folder, Name(7)), cancel));
        await using var db = place.Database.Store.Read();
        Assert.Equal(db.DisbursementFiles.Where(f => f.Status == DisbursementFileStatus.Released).Select(f => f.Identity).ToList().Order(StringComparer.Ordinal), Directory.GetFiles(folder).Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal));
        Directory.Delete(folder, true);
    }

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"MADE-UP-{i:0000}.ach");

    private static DisbursementFile File(int i, DisbursementFileStatus status) => new()
    {
        Identity = Path.GetFileNameWithoutExtension(Name(i)), Kind = DisbursementFileKind.Ach, BusinessDate = new(2020, 1, 2), CreatedAt = new(2020, 1, 2, 8, 0, 0, DateTimeKind.Utc), Status = status,
        ContentKey = $"made-up-{i}", Content = Encoding.ASCII.GetBytes($"content {i}"),
    };
}
