using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Reading;
using Alimenta.Office.Training;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Training;

/// <summary>The made-up county: its books prove themselves, and the same seed gives the same ledger on both engines.</summary>
public sealed class DemoTests
{
    private static readonly DemoOptions Small = new() { Cases = 30, Months = 7, Seed = 11 };

    [Fact]
    public async Task The_same_seed_gives_the_same_ledger_on_both_engines()
    {
        var first = await RunAsync(TestDatabases.Sqlite, Small);
        var second = await RunAsync(TestDatabases.Postgres, Small);
        Assert.True(first.Proof.Ok, Faults(first.Proof));
        Assert.True(second.Proof.Ok, Faults(second.Proof));
        Assert.Equal(first.Proof.LedgerHash, second.Proof.LedgerHash);
        Assert.True(first.Done.Today.Receipts > 5 && first.Done.Paid.Payments > 5, "the payday moves money");
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_held_since_the_day_on_which_it_would_have_left()
    {
        using var database = TestDatabases.Create(TestDatabases.Sqlite);
        // A county in which one payee has neither an account nor an address.
        var options = Small with { Cases = 60, Seed = 4 };
        var policies = new PolicyDesk(LawStore.BuiltIn);
        var done = await new Demo(database.Store, policies, BankSettings.Demonstration).RunAsync(options);
        Assert.True(done.Ok, done.Refusal?.ToString());
        var proof = await Proof.ProveAsync(database.Store, policies, new() { Plays = ProofPlays.All });
        Assert.True(proof.Ok, Faults(proof));
        await using var db = database.Store.Read();
        var held = await (from p in db.Payables join h in db.Holds on p.HoldId equals h.Id where h.Status == HoldStatus.Active && h.Reason == HoldReason.NoAddress select new { h.PlacedOn, h.ReviewOn, p.DueOn, p.CreatedOn }).ToListAsync();
        Assert.True(held.Count > 5, $"{held.Count} holds");
        Assert.Contains(held, h => h.PlacedOn < options.Date.AddDays(-60));
        Assert.All(held, h =>
        {
            Assert.InRange(h.PlacedOn, h.CreatedOn, h.DueOn);
            Assert.True(h.ReviewOn >= options.Date, "no review was forgotten");
        });
        var list = (await new HoldLists(database.Store).ReadAsync(new(HoldReason.NoAddress))).Page.Items;
        Assert.All(list, h => Assert.InRange(h.MoneyDays, h.DaysHeld, h.DaysHeld + 7));
        Assert.Empty(await db.Payables.Where(p => p.Status == PayableStatus.Open && p.DueOn < options.Date.AddDays(-7) && p.Amount > Money.Zero).ToListAsync());
    }

    [Fact]
    public async Task Another_seed_gives_another_county()
    {
        var first = await RunAsync(TestDatabases.Sqlite, Small with { Cases = 8, Months = 3 });
        var second = await RunAsync(TestDatabases.Sqlite, Small with { Cases = 8, Months = 3, Seed = 12 });
        Assert.NotEqual(first.Proof.LedgerHash, second.Proof.LedgerHash);
    }

    private static async Task<(DemoDone Done, ProofReport Proof)> RunAsync(string engine, DemoOptions options)
    {
        using var database = TestDatabases.Create(engine);
        var policies = new PolicyDesk(LawStore.BuiltIn);
        var done = await new Demo(database.Store, policies, BankSettings.Demonstration).RunAsync(options);
        Assert.True(done.Ok, done.Refusal?.ToString());
        return (done.Value, await Proof.ProveAsync(database.Store, policies, new() { Plays = ProofPlays.All }));
    }

    private static string Faults(ProofReport proof) => string.Join("; ", proof.Checks.Where(c => !c.Ok).SelectMany(c => c.Faults.Select(f => $"{c.Name}: {f}")));
}
