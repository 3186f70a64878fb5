using Alimenta.Data;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Receipts;

/// <summary>Items that come back after they were distributed or kept.</summary>
public sealed class ReturnReceiptTests
{
    [Theory, EachEngine]
    public async Task The_hold_of_money_kept_for_months_to_come_ends_when_all_of_it_comes_back(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        await bureau.ReceiveAsync(family.Obligor, 1200, new(2026, 3, 9));
        var early = await bureau.ReceiveAsync(family.Obligor, 500, new(2026, 3, 10));
        await using var db = bureau.Store.Read();
        var receipt = await db.Receipts.Where(r => r.NaturalKey == early).Select(r => r.Id).SingleAsync();
        Assert.Equal(Money.Of(500), (await db.Holds.SingleAsync(h => h.Reason == HoldReason.Future && h.Status == HoldStatus.Active)).Amount);

        await Bureau.Must(new ReturnReceipt(bureau.Store, bureau.Policies).RunAsync(new(receipt, null, "not honoured"), "back", Bureau.Worker));

        await using var after = bureau.Store.Read();
        Assert.Equal(HoldStatus.Voided, (await after.Holds.SingleAsync(h => h.Reason == HoldReason.Future)).Status);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_two_take_back_at_once_comes_back_once(bool identified)
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        long receipt;
        if (identified)
        {
            var key = await bureau.ReceiveAsync(family.Obligor, 300, new(2026, 3, 9));
            await using var db = bureau.Store.Read();
            receipt = await db.Receipts.Where(r => r.NaturalKey == key).Select(r => r.Id).SingleAsync();
        }
        else
        {
            receipt = (await Bureau.Must(new ManualBatches(bureau.Store, bureau.Policies).PostOneAsync(new(0, "", Money.Of(300), Tender.Check, ReceiptSource.Voluntary, Bureau.Today, "77", "x"), "post", Bureau.Worker))).ReceiptId;
        }

        await using var run = await OtherSession.BeginAsync(database);
        await run.DoAsync("select circle_id from circle_state for update");
        // Where no circle would hold them up, something else does.
        await run.DoAsync("update hold set amount = amount where status = 'active'");
        var returns = Enumerable.Range(1, 2).Select(n => Task.Run(() => new ReturnReceipt(bureau.Store, bureau.Policies).RunAsync(new(receipt, null, "not honoured"), $"back-{n}", Bureau.Worker), TestContext.Current.CancellationToken)).ToArray();
        await run.WaitedForAsync(2, returns);
        await run.LetGoAsync();
        var done = await Task.WhenAll(returns);
        Assert.Equal("R-RECEIPT-RETURNED", Assert.Single(done, d => !d.Ok).Refusal!.Code);
        Assert.Equal("", await bureau.FaultsAsync());
    }
}
