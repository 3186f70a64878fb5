using Alimenta.Data;
using Alimenta.Law.Federal.Distribution;
using Alimenta.Office.Reading;
using Alimenta.Office.Receipts;
using Alimenta.Office.Tests.Accounting;
using Alimenta.Testing;

namespace Alimenta.Office.Tests.Reading;

/// <summary>A receipt that is distributed in steps, is taken back in part or pays two families is told so that it adds up.</summary>
public sealed class StepsOfReceiptTests
{
    [Theory, EachEngine]
    public async Task Money_that_was_held_and_used_later_stands_once(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var county = await SmallCounty.OpenAsync(database, new(2026, 3, 2));
        var family = await county.FamilyAsync(400, new(2026, 3, 1));
        var receipt = await county.ReceiveAsync(family, 900);
        Assert.Equal(Money.Of(500), Held(await ReceiptAsync(county, receipt)));
        await county.DayAsync(new(2026, 4, 2));
        var april = await ReceiptAsync(county, receipt);
        Assert.Equal((2, Money.Of(900), Money.Of(100)), (april.Standing.Count, Sum(april), Held(april)));
        await county.DayAsync(new(2026, 5, 4));
        var page = await ReceiptAsync(county, receipt);
        Assert.Equal((3, Money.Of(900), Money.Zero), (page.Standing.Count, Sum(page), Held(page)));
        Assert.Equal(Money.Of(500), page.Distributions[^1].Parts.Where(p => p.To == Recipient.Future).Sum(p => p.Amount));

        var last = (await CaseAsync(county, family)).LastPayment!;
        Assert.Equal((3, Money.Of(900), Money.Zero), (last.Steps.Count, last.Parts.Sum(p => p.Amount), last.ToOthers));
        Assert.All(last.Steps, s => Assert.Equal(s.Parts.Sum(p => p.Amount), s.PaidTo.Sum(p => p.Amount)));
        var why = (await new CaseWhys(county.Store, county.Policies).ReadAsync(await CaseAsync(county, family)))!;
        Assert.Equal(last.Steps.Select(s => s.EntryKey).Order(StringComparer.Ordinal), why.Payments.Keys.Order(StringComparer.Ordinal));
    }

    [Theory, EachEngine]
    public async Task What_came_back_is_no_money_of_another_case(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var county = await SmallCounty.OpenAsync(database, new(2026, 3, 2));
        var first = await county.FamilyAsync(400, new(2026, 3, 1));
        var second = await county.FamilyAsync(300, new(2026, 3, 1), obligor: first.ObligorId, circle: first.CircleId);
        var receipt = await county.ReceiveAsync(first, 700);
        await BackAsync(county, receipt, 20);
        foreach (var (family, other) in new[] { (first, second), (second, first) })
        {
            var last = (await CaseAsync(county, family)).LastPayment!;
            Assert.Equal((Money.Of(700), Money.Of(20), Money.Of(680)), (last.Amount, last.Returned, last.Stayed));
            Assert.Equal(last.Stayed, last.Parts.Sum(p => p.Amount) + last.ToOthers);
            Assert.Equal((await CaseAsync(county, other)).LastPayment!.Parts.Sum(p => p.Amount), last.ToOthers);
        }
    }

    [Theory, EachEngine]
    public async Task The_last_payment_is_the_one_that_came_in_last_whatever_is_posted_again(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var county = await SmallCounty.OpenAsync(database, new(2026, 3, 2));
        var family = await county.FamilyAsync(400, new(2026, 1, 1));
        var early = await county.ReceiveAsync(family, 100);
        var late = await county.ReceiveAsync(family, 150);
        Assert.Equal(late.Id, (await CaseAsync(county, family)).LastPayment!.ReceiptId);
        await BackAsync(county, early, 20);
        Assert.Equal(late.Id, (await CaseAsync(county, family)).LastPayment!.ReceiptId);
        await BackAsync(county, late, 150);
        Assert.Equal(early.Id, (await CaseAsync(county, family)).LastPayment!.ReceiptId);
    }

    private static async Task<ReceiptPage> ReceiptAsync(SmallCounty county, Receipt receipt) => (await new ReceiptPages(county.Store).ReadAsync(ReadCounty.Reader, receipt.Id)).Value;

    private static async Task<CasePage> CaseAsync(SmallCounty county, Family family) => (await new CasePages(county.Store).ReadAsync(ReadCounty.Reader, family.Number)).Value;

    private static Money Sum(ReceiptPage page) => page.Standing.SelectMany(d => d.Parts).Sum(p => p.Amount);

    private static Money Held(ReceiptPage page) => page.Standing.SelectMany(d => d.Parts).Where(p => p.To == Recipient.Future).Sum(p => p.Amount);

    private static async Task BackAsync(SmallCounty county, Receipt receipt, int dollars)
    {
        var done = await new ReturnReceipt(county.Store, county.Policies).RunAsync(new(receipt.Id, Money.Of(dollars), "R01 insufficient funds"), $"back-{receipt.Id}", SmallCounty.Maker);
        Assert.True(done.Ok, $"{done.Refusal}");
    }
}
