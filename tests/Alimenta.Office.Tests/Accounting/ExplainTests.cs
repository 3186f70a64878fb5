using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Accounting;

/// <summary>Every figure explains itself, and the explanation comes to the same cents.</summary>
public sealed class ExplainTests(LivedCounties lived) : IClassFixture<LivedCounties>
{
    private static readonly PolicyDesk Policies = new(LawStore.BuiltIn);

    [Theory, EachEngine]
    public async Task Every_entry_is_explained_and_made_again_to_the_cent(string engine)
    {
        using var database = TestDatabases.CopyOf(lived.On(engine));
        var explain = new Explain(database.Store, Policies);
        await using var db = database.Store.Read();
        var keys = await db.JournalEntries.Select(e => e.Key).Distinct().OrderBy(k => k).ToListAsync();
        foreach (var key in keys)
        {
            var told = (await explain.EntryAsync(key)).Value;
            Assert.True(told.Agrees, key);
            Assert.Equal(told.PostedCents, told.RecomputedCents);
            Assert.True(told.Why.Steps.Count + told.Why.Children.Sum(c => c.Steps.Count) > 0, $"{key} has no words");
        }

        Assert.True(keys.Count > 40);
    }

    [Theory, EachEngine]
    public async Task A_distribution_says_step_by_step_where_the_money_went_and_by_which_law(string engine)
    {
        using var database = TestDatabases.CopyOf(lived.On(engine));
        var told = (await new Explain(database.Store, Policies).EntryAsync("D:TEST/00002")).Value;
        Assert.Equal("distribution", told.Kind);
        Assert.Equal(Money.Of(700), told.Parts.Sum(p => p.Amount));
        // Two cases of one obligor share it, and each case's part is told below.
        Assert.Contains(told.Why.Children, c => c.Rule == "us/allocation" && c.Steps.Any(s => s.Citation.Contains("303.100(a)(5)", StringComparison.Ordinal)));
        Assert.Contains(told.Why.Children, c => c.Rule == "us/distribution" && c.Steps.Any(s => s.Citation == "45 CFR 302.51(a)(1)"));
    }

    [Theory, EachEngine]
    public async Task What_was_taken_back_says_why(string engine)
    {
        using var database = TestDatabases.CopyOf(lived.On(engine));
        await using var db = database.Store.Read();
        var gone = await db.JournalEntries.Where(e => e.ReversesVersion != null && !db.JournalEntries.Any(l => l.Key == e.Key && l.Version > e.Version)).FirstOrDefaultAsync();
        if (gone is null)
        {
            var redone = await db.JournalEntries.FirstAsync(e => e.ReversesVersion != null);
            Assert.True((await new Explain(database.Store, Policies).EntryAsync(redone.Key)).Value.Standing);
            return;
        }

        var told = (await new Explain(database.Store, Policies).EntryAsync(gone.Key)).Value;
        Assert.False(told.Standing);
        Assert.Contains("for the test", told.Why.Steps[0].Sentence, StringComparison.Ordinal);
    }

    [Theory, EachEngine]
    public async Task An_entry_that_the_facts_no_longer_demand_is_told_apart(string engine)
    {
        using var database = TestDatabases.CopyOf(lived.On(engine));
        database.Execute("update obligation_term set amount = amount + 100");
        var told = (await new Explain(database.Store, Policies).EntryAsync("D:TEST/00002")).Value;
        Assert.False(told.Agrees);
        Assert.Equal("R-NO-ENTRY", (await new Explain(database.Store, Policies).EntryAsync("D:NONE")).Refusal!.Code);
    }

    [Theory, EachEngine]
    public async Task Every_balance_is_the_sum_of_its_causes(string engine)
    {
        using var database = TestDatabases.CopyOf(lived.On(engine));
        await using var db = database.Store.Read();
        var balances = new ExplainBalance(database.Store);
        var causes = 0;
        foreach (var number in await db.Cases.Select(c => c.Number).ToListAsync())
        {
            foreach (var account in (string[])["current", "NA", "PA", "ta", "CA", "UDA", "UPA", "FC", "MED"])
            {
                var told = (await balances.RunAsync(number, account)).Value;
                Assert.True(told.Agrees, $"{number} {account}: {told.BalanceCents} and {told.StoredCents}");
                Assert.Equal(told.BalanceCents, told.Causes.Sum(c => c.AmountCents));
                Assert.All(told.Causes, c => Assert.True(c.Words.Length > 10 && !c.AmountCents.IsZero));
                causes += told.Causes.Count;
            }
        }

        Assert.True(causes > 30);
        var month = (await balances.RunAsync(await db.Cases.Select(c => c.Number).FirstAsync(), "NA", SupportMonth.Of(2026, 1))).Value;
        Assert.Null(month.StoredCents);
        Assert.Equal("R-NO-BALANCE", (await balances.RunAsync("26-104-00001-8", "XX")).Refusal!.Code);
        Assert.Equal("R-EXPLAIN-CASE", (await balances.RunAsync("26-104-99999-9", "NA")).Refusal!.Code);
    }

    [Theory, EachEngine]
    public async Task Every_due_day_and_every_hold_is_made_again_from_its_clock(string engine)
    {
        using var database = TestDatabases.CopyOf(lived.On(engine));
        await using var db = database.Store.Read();
        var waiting = new ExplainWaiting(database.Store, Policies);
        foreach (var payable in await db.Payables.ToListAsync())
        {
            var told = (await waiting.DueAsync(payable.Id)).Value;
            Assert.True(told.Agrees || !payable.Amount.IsPositive, $"{payable.Id} {payable.EntryKey}");
            Assert.True(told.Why.Steps.Count > 0);
        }

        var holds = await db.Holds.ToListAsync();
        foreach (var hold in holds)
        {
            var told = (await waiting.HoldAsync(hold.Id)).Value;
            Assert.True(told.Agrees, $"{hold.Id} {hold.Reason}");
            Assert.True(told.Why.Steps.Count >= 2);
        }

        Assert.Contains(holds, h => h.Reason == HoldReason.JointOffset);
        Assert.Equal("R-EXPLAIN-HOLD", (await waiting.HoldAsync(0)).Refusal!.Code);
        Assert.Equal("R-EXPLAIN-DUE", (await waiting.DueAsync(0)).Refusal!.Code);
    }
}
