using Alimenta.Data;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Receipts;

/// <summary>Receipts keyed by hand: declared first, closed only when they agree.</summary>
public sealed class KeyedBatchTests
{
    private static KeyedReceipt Check(long batch, string number, int dollars, string check) => new(batch, number, Money.Of(dollars), Tender.Check, ReceiptSource.Voluntary, Bureau.Today, check, "F. Okafor");

    [Theory, EachEngine]
    public async Task A_batch_closes_only_when_count_and_amount_agree(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var batches = new ManualBatches(bureau.Store, bureau.Policies);
        var batch = (await Bureau.Must(batches.OpenAsync(2, Money.Of(300), "b1", Bureau.Worker))).Id;
        await Bureau.Must(batches.AddAsync(Check(batch, family.Case, 200, "101"), "b1-1", Bureau.Worker));
        var early = await Bureau.Refused(batches.CloseAsync(batch, "b1-close-early", Bureau.Worker));
        Assert.Equal("R-BATCH-DIFFERS", early.Code);
        Assert.Equal("R-CHECK-TWICE", (await Bureau.Refused(batches.AddAsync(Check(batch, family.Case, 200, "101"), "b1-again", Bureau.Worker))).Code);
        Assert.Equal("R-CASE-UNKNOWN", (await Bureau.Refused(batches.AddAsync(Check(batch, "26-104-00001-0", 100, "102"), "b1-wrong", Bureau.Worker))).Code);
        await Bureau.Must(batches.AddAsync(Check(batch, "", 100, "102"), "b1-2", Bureau.Worker));

        await using var db = bureau.Store.Read();
        Assert.Equal(0, await db.JournalEntries.CountAsync(e => e.Kind == "receipt"));
        var closed = await Bureau.Must(batches.CloseAsync(batch, "b1-close", Bureau.Worker));
        Assert.Equal((2, Money.Of(300)), (closed.Count, closed.Amount));
        Assert.Equal(2, await db.JournalEntries.CountAsync(e => e.Kind == "receipt"));
        Assert.Equal("R-BATCH-CLOSED", (await Bureau.Refused(batches.AddAsync(Check(batch, family.Case, 1, "103"), "b1-late", Bureau.Worker))).Code);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task W27_the_obligor_is_credited_the_full_offset_and_the_state_makes_good_the_fee(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(1000);
        await KeyOffsetAsync(bureau, family, joint: false);
        var account = await bureau.AccountAsync(family.Case);
        Assert.Equal(Money.Of(2000 - 1000), account.Na);
        await using var db = bureau.Store.Read();
        Assert.Equal(Money.Of(980).Cents, await db.JournalLines.Where(l => l.Account == "cash").SumAsync(l => l.Cents));
        Assert.Equal(Money.Of(20).Cents, await db.JournalLines.Where(l => l.Account == "statefunds").SumAsync(l => l.Cents));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task W25_a_joint_offset_is_held_and_what_the_Treasury_takes_again_comes_out_of_it(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(1000);
        await KeyOffsetAsync(bureau, family, joint: true);
        await using var db = bureau.Store.Read();
        var hold = await db.Holds.SingleAsync(h => h.Reason == HoldReason.JointOffset);
        Assert.Equal((Money.Of(1000), Bureau.Today.AddMonths(6)), (hold.Amount, hold.ReleaseOn));

        var receipt = await db.Receipts.SingleAsync();
        await Bureau.Must(new ReturnReceipt(bureau.Store, bureau.Policies).RunAsync(new(receipt.Id, Money.Of(400), "Treasury paid the other spouse"), "take-400", Bureau.Worker));
        Assert.Equal(Money.Of(600), (await db.Holds.SingleAsync(h => h.Reason == HoldReason.JointOffset)).Amount);
        Assert.Equal(Money.Of(2000 - 600), (await bureau.AccountAsync(family.Case)).Na);
        Assert.Equal(0, await db.Recoveries.CountAsync());
        Assert.Equal("", await bureau.FaultsAsync());
    }

    private static async Task KeyOffsetAsync(Bureau bureau, Household family, bool joint)
    {
        var batches = new ManualBatches(bureau.Store, bureau.Policies);
        var batch = (await Bureau.Must(batches.OpenAsync(1, Money.Of(1000), "o", Bureau.Worker))).Id;
        await Bureau.Must(batches.AddAsync(new(batch, family.Case, Money.Of(1000), Tender.Transfer, ReceiptSource.FederalTaxOffset, Bureau.Today, "", "U.S. TREASURY", joint, Money.Of(980)), "o-1", Bureau.Worker));
        await Bureau.Must(batches.CloseAsync(batch, "o-close", Bureau.Worker));
    }
}
