using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>A command that works in an office works in one that is there: a mistyped name makes none, and no clock opens a business day.</summary>
public sealed class OfficeThereTests
{
    [Theory]
    [InlineData("worker", "--once")]
    [InlineData("batch", "open", "2026-11-23")]
    [InlineData("batch", "accrual")]
    [InlineData("batch", "selection")]
    [InlineData("batch", "retry", "1")]
    [InlineData("batch", "status")]
    [InlineData("receive", "FILE")]
    [InlineData("disburse")]
    [InlineData("disburse", "--preview")]
    [InlineData("serve", "--demo", "--address", "http://127.0.0.1:0")]
    [InlineData("prove")]
    [InlineData("export", "--out", "none.jsonl")]
    [InlineData("explain", "hold", "1")]
    public async Task A_database_that_is_not_there_is_refused_and_not_made(params string[] words)
    {
        var (file, folder) = (Cli.NewFile(".ach"), Cli.NewFile(""));
        await File.WriteAllTextAsync(file, "words\n", TestContext.Current.CancellationToken);
        var database = Path.Combine(folder, "typo.db");
        var said = await Cli.RunAsync([.. words.Select(w => w == "FILE" ? file : w), "--database", database, "--json"]);
        Assert.Equal((1, "R-NO-DATABASE"), (said.Code, (string?)said.Json["code"]));
        Assert.Contains("alimenta migrate", (string)said.Json["remedy"]!, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
        File.Delete(file);
    }

    [Theory, EachEngine]
    public async Task A_database_without_tables_is_refused_and_left_without(string engine)
    {
        using var place = new Place(engine);
        if (engine == TestDatabases.Sqlite) await File.WriteAllBytesAsync(place.Address, [], TestContext.Current.CancellationToken);
        foreach (var words in (string[][])[["worker", "--once"], ["batch", "open", "2026-11-23"], ["disburse"], ["prove"]])
        {
            var said = await Cli.RunAsync([.. words, "--database", place.Address, "--json"]);
            Assert.Equal((1, "R-NO-DATABASE"), (said.Code, (string?)said.Json["code"]));
        }

        await using var connection = place.Database.Store.Engine.Connect();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = engine == TestDatabases.Sqlite ? "select count(*) from sqlite_master" : "select count(*) from pg_tables where schemaname = 'public'";
        Assert.Equal(0L, Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory, EachEngine]
    public async Task Only_a_person_opens_the_first_business_day(string engine)
    {
        using var place = new Place(engine);
        var (file, at) = (Cli.NewFile(".ach"), (string[])["--database", place.Address]);
        await File.WriteAllTextAsync(file, "words\n", TestContext.Current.CancellationToken);
        Assert.Null((await Cli.JsonAsync(["migrate", .. at]))["business_date"]);
        foreach (var words in (string[][])[["batch", "accrual"], ["batch", "selection"], ["receive", file], ["disburse"], ["disburse", "--preview"]])
        {
            var said = await Cli.RunAsync([.. words, .. at, "--json"]);
            Assert.Equal((1, "R-NO-DAY"), (said.Code, (string?)said.Json["code"]));
            Assert.Contains("alimenta batch open", (string)said.Json["remedy"]!, StringComparison.Ordinal);
        }

        await using (var db = place.Database.Store.Read()) Assert.Empty(db.BusinessDays);

        // The day that is given is the first, also one that has long passed.
        await Cli.JsonAsync(["batch", "open", "2025-03-03", .. at]);
        Assert.Equal("2025-03-03", (string)(await Cli.JsonAsync(["migrate", .. at]))["business_date"]!);
        Assert.Equal("done", (string)(await Cli.JsonAsync(["batch", "accrual", .. at]))["status"]!);
        Assert.Equal(0, (int)(await Cli.JsonAsync(["disburse", .. at]))["payments"]!);
        await using (var db = place.Database.Store.Read()) Assert.Equal(new(2025, 3, 3), Assert.Single(db.BusinessDays).Date);
        File.Delete(file);
    }
}
