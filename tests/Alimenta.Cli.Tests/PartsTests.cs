using System.Text.Json.Nodes;
using Alimenta.Kernel;
using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>A file is distributed, and a day is paid, in as small parts as one asks for, with the ledger of doing it whole.</summary>
public sealed class PartsTests(Lived lived)
{
    [Theory, EachEngine]
    public async Task Small_parts_come_to_the_ledger_of_the_whole(string engine)
    {
        var whole = await LiveAsync(engine, [], []);
        var parts = await LiveAsync(engine, ["--whole", "0", "--part", "2", "--lease", "60"], ["--whole", "0", "--part", "3", "--lease", "60"]);

        Assert.Equal((whole.Payable, whole.Paid, whole.Hash), (parts.Payable, parts.Paid, parts.Hash));
        Assert.DoesNotContain(whole.Runs, r => Of(r, "distribution") || Of(r, "disbursement"));
        foreach (var kind in (string[])["distribution", "disbursement"])
        {
            var run = Assert.Single(parts.Runs, r => Of(r, kind))!;
            Assert.Equal("done", (string)run["status"]!);
            Assert.True((int)run["partitions"]! > 3, run.ToJsonString());
        }
    }

    private async Task<(string Payable, string Paid, string Hash, JsonArray Runs)> LiveAsync(string engine, string[] receive, string[] disburse)
    {
        using var place = new Place(engine);
        string[] at = ["--database", place.Address];
        await Cli.JsonAsync(["import", lived.Book, .. at]);
        // The name of a file stands in the reason of entries that are made again.
        var file = Path.Combine(Directory.CreateDirectory(Cli.NewFile("")).FullName, "payroll.ach");
        long before;
        await using (var db = place.Database.Store.Read())
        {
            before = db.BatchRuns.Max(r => (long?)r.Id) ?? 0;
            var families = (from c in db.Cases join p in db.People on c.ObligorId equals p.Id where p.SsnDigits != null orderby c.Number select new { c.Number, Ssn = p.SsnDigits! }).Take(12).ToList();
            await File.WriteAllBytesAsync(file, PayrollFile.Of(db.BusinessDays.Single().Date, 'Q', [.. families.Select((f, i) => new Withheld(f.Number, f.Ssn, "", Money.Of(100 + i)))]), TestContext.Current.CancellationToken);
        }

        var received = await Cli.JsonAsync(["receive", file, .. receive, .. at]);
        Assert.Equal((12, "posted"), ((int)received["receipts"]!, (string)received["status"]!));
        await Cli.JsonAsync(["batch", "open", "2026-11-30", .. at]);
        var paid = await Cli.JsonAsync(["disburse", .. disburse, .. at]);
        Assert.True((int)paid["payments"]! > 3);
        var runs = Runs(await Cli.JsonAsync(["batch", "status", .. at]));
        Directory.Delete(Path.GetDirectoryName(file)!, true);
        return ($"{received["payable_cents"]} {received["held_cents"]}", $"{paid["payments"]} {paid["amount_cents"]} {paid["files"]!.AsArray().Count}", (string)(await Cli.JsonAsync(["prove", .. at]))["ledger_hash"]!, [.. runs.Where(r => (long)r!["id"]! > before).Select(r => r!.DeepClone())]);
    }

    private static JsonArray Runs(JsonObject status) => status["runs"]!.AsArray();

    private static bool Of(JsonNode? run, string kind) => ((string)run!["kind"]!) == kind;
}
