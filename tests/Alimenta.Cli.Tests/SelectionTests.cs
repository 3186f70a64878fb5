using System.Globalization;
using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>The selection at the command line: its totals, once for a business day, and why of one obligor.</summary>
public sealed class SelectionTests(Lived lived)
{
    [Theory, EachEngine]
    public async Task It_is_made_once_for_a_business_day_and_says_its_totals(string engine)
    {
        using var place = new Place(engine);
        await Cli.JsonAsync("import", lived.Book, "--database", place.Address);
        var told = await Cli.JsonAsync("batch", "selection", "--part", "7", "--database", place.Address);
        Assert.Equal(("done", true), ((string)told["run"]!["status"]!, (bool)told["totals"]!["agrees"]!));
        Assert.Equal((long)told["run"]!["entries"]!, (long)told["totals"]!["obligors"]!);
        Assert.True((int)told["run"]!["partitions"]! > 3);
        var selected = told["totals"]!["list"]!.AsArray().Where(t => (string)t!["standing"]! == "selected").Sum(t => (long)t!["amount_cents"]!);
        Assert.Equal((long)told["totals"]!["selected_cents"]!, selected);
        Assert.True(selected > 0);

        var again = await Cli.RunAsync("batch", "selection", "--database", place.Address);
        Assert.Equal(1, again.Code);
        Assert.Contains("R-SELECTION-DONE", again.Error, StringComparison.Ordinal);
        Assert.Contains("selection:", (await Cli.RunAsync("batch", "status", "--database", place.Address)).Out, StringComparison.Ordinal);

        await using var db = place.Database.Store.Read();
        var row = db.RemedySelections.Where(s => s.Remedy == Data.Remedy.Passport).OrderBy(s => s.Id).First();
        var number = db.Cases.First(c => c.ObligorId == row.ObligorId).Number;
        var why = await Cli.JsonAsync("explain", "selection", number, "--database", place.Address);
        var passport = Assert.Single(why["states"]![0]!["answer"]!["decisions"]!.AsArray(), d => (string)d!["remedy"]! == "passport")!;
        Assert.Equal(row.Amount.Cents.ToString(CultureInfo.InvariantCulture), passport["amount_cents"]!.ToString());
        var said = await Cli.RunAsync("explain", "selection", number, "--database", place.Address);
        Assert.Contains("[42 USC 652(k)(1)]", said.Out, StringComparison.Ordinal);
        Assert.Equal(1, (await Cli.RunAsync("explain", "selection", "12", "--database", place.Address)).Code);
    }
}
