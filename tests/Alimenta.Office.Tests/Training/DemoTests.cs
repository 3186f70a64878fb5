using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Training;
using Alimenta.Testing;

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
