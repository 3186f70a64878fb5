using System.Globalization;
using System.Text.Json.Nodes;
using Alimenta.Data;
using Alimenta.Data.Sqlite;
using Alimenta.Testing;

namespace Alimenta.Cli.Tests;

/// <summary>Amounts are explained at the command line to the same cents, and every look is noted.</summary>
public sealed class ExplainTests(Lived lived)
{
    [Theory, EachEngine]
    public async Task A_receipt_is_explained_to_the_posted_cents_and_the_look_is_noted(string engine)
    {
        using var place = new Place(engine);
        await Cli.JsonAsync("import", lived.Book, "--database", place.Address);
        await using var db = place.Database.Store.Read();
        var receipt = db.Receipts.OrderByDescending(r => r.Id).First(r => r.Status == ReceiptStatus.Distributed && !r.JointReturn);
        var told = await Cli.JsonAsync("explain", "receipt", receipt.Id.ToString(CultureInfo.InvariantCulture), "--database", place.Address);
        Assert.Equal((receipt.NaturalKey, receipt.Amount.Cents, true), ((string)told["receipt"]!, (long)told["amount_cents"]!, (bool)told["agrees"]!));
        var entry = told["entries"]!.AsArray().Single(e => (string)e!["kind"]! == "distribution")!;
        Assert.Equal(receipt.Amount.Cents, (long)entry["posted_cents"]!);
        Assert.Equal((long)entry["posted_cents"]!, (long)entry["recomputed_cents"]!);
        Assert.Equal(receipt.Amount.Cents, entry["parts"]!.AsArray().Sum(p => (long)p!["amount_cents"]!));
        Assert.Equal(receipt.Amount.Cents, told["payables"]!.AsArray().Sum(p => (long)p!["amount_cents"]!));

        var noted = db.AuditEvents.OrderByDescending(e => e.Seq).First();
        Assert.Equal(("explain.receipt", "receipt", receipt.NaturalKey), (noted.Action, noted.ObjectKind, noted.ObjectId));
        Assert.Equal($"explain ({Environment.UserName})", noted.UserName);
    }

    [Fact]
    public async Task Every_family_of_a_fresh_demonstration_explains_its_money_and_its_days()
    {
        using var engine = new SqliteEngine(lived.Database);
        await using var db = new AlimentaStore(engine, TimeProvider.System).Read();
        foreach (var receipt in new[] { db.Receipts.Min(r => r.Id), db.Receipts.Where(r => r.JointReturn).Min(r => r.Id), db.Receipts.Max(r => r.Id) })
            Assert.True((bool)(await Cli.JsonAsync("explain", "receipt", receipt.ToString(CultureInfo.InvariantCulture), "--database", lived.Database))["agrees"]!);
        var hold = await Cli.RunAsync("explain", "hold", db.Holds.Min(h => h.Id).ToString(CultureInfo.InvariantCulture), "--database", lived.Database);
        Assert.Equal(0, hold.Code);
        Assert.Contains("[45 CFR 303.72(h)(5)]", hold.Out, StringComparison.Ordinal);
        var due = await Cli.JsonAsync("explain", "due", db.Payables.Min(p => p.Id).ToString(CultureInfo.InvariantCulture), "--database", lived.Database);
        Assert.True((bool)due["agrees"]!);
    }

    [Fact]
    public async Task A_balance_is_what_its_causes_sum_to_now_and_as_of_a_day()
    {
        using var engine = new SqliteEngine(lived.Database);
        await using var db = new AlimentaStore(engine, TimeProvider.System).Read();
        var owing = db.CaseAccounts.Where(a => a.Na > Money.Zero).OrderBy(a => a.CaseId).First();
        var number = db.Cases.Single(c => c.Id == owing.CaseId).Number;
        var now = await Cli.JsonAsync("explain", "balance", number, "--account", "na", "--database", lived.Database);
        Assert.Equal(owing.Na.Cents, (long)now["balance_cents"]!);
        var causes = Causes(now);
        Assert.Equal(owing.Na.Cents, causes.Sum(c => (long)c["amount_cents"]!));

        var then = await Cli.JsonAsync("explain", "balance", number, "--account", "NA", "--as-of", "2026-03-31", "--database", lived.Database);
        var before = causes.Where(c => string.CompareOrdinal((string)c["on"]!, "2026-03-31") <= 0).ToList();
        Assert.Equal(before.Sum(c => (long)c["amount_cents"]!), (long)then["balance_cents"]!);
        Assert.True(before.Count > 0 && before.Count < causes.Count);
        var entry = await Cli.RunAsync("explain", "entry", (string)causes[0]["entry_key"]!, "--database", lived.Database);
        Assert.Equal(0, entry.Code);
        Assert.Contains("the same to the cent", entry.Out, StringComparison.Ordinal);
        var later = await Cli.RunAsync("explain", "balance", number, "--as-of", "2030-01-01", "--database", lived.Database, "--json");
        Assert.Equal((1, "R-EXPLAIN-DAY"), (later.Code, (string)later.Json["code"]!));
    }

    private static List<JsonNode> Causes(JsonObject told) => [.. told["balances"]!.AsArray().Single()!["causes"]!.AsArray().Select(c => c!)];
}
