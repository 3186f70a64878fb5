using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>The count of interest at the command line: its totals, once for a business day, and why of one case.</summary>
public sealed class InterestTests(Lived lived)
{
    [Theory, EachEngine]
    public async Task It_is_made_once_for_a_business_day_and_says_its_totals(string engine)
    {
        using var place = new Place(engine);
        await Cli.JsonAsync("import", lived.Book, "--database", place.Address);
        var told = await Cli.JsonAsync("batch", "interest", "--part", "1", "--database", place.Address);
        Assert.Equal(("done", true), ((string)told["run"]!["status"]!, (bool)told["totals"]!["agrees"]!));
        Assert.Equal((long)told["run"]!["entries"]!, (long)told["totals"]!["cases"]!);
        Assert.True((int)told["run"]!["partitions"]! > 2);

        var again = await Cli.RunAsync("batch", "interest", "--database", place.Address);
        Assert.Equal(1, again.Code);
        Assert.Contains("R-INTEREST-DONE", again.Error, StringComparison.Ordinal);
        Assert.Contains(" cases", (await Cli.RunAsync("batch", "status", "--database", place.Address)).Out, StringComparison.Ordinal);

        await using var db = place.Database.Store.Read();
        var row = db.InterestStatements.OrderByDescending(s => s.Interest).First();
        Assert.True(row.Interest.IsPositive);
        var number = db.Cases.First(c => c.Id == row.CaseId).Number;
        var why = await Cli.JsonAsync("explain", "interest", number, "--database", place.Address);
        Assert.Equal(row.Interest.Cents, (long)why["count"]!["interest_cents"]!);
        Assert.Contains("[Iowa Code 535.3(2)]", (await Cli.RunAsync("explain", "interest", number, "--database", place.Address)).Out, StringComparison.Ordinal);
        var oregon = db.Cases.First(c => c.Policy == "us-or").Number;
        Assert.Contains("[OAR 137-055-5080", (await Cli.RunAsync("explain", "interest", oregon, "--database", place.Address)).Out, StringComparison.Ordinal);
        Assert.Equal(1, (await Cli.RunAsync("explain", "interest", "12", "--database", place.Address)).Code);
    }
}
