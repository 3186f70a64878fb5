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
}
