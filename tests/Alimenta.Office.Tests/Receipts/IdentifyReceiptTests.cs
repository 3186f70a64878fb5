using Alimenta.Data;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Receipts;

/// <summary>A person says whose money it is, moves it to another, or takes a part of it back; a preview does the same and leaves nothing.</summary>
public sealed class IdentifyReceiptTests
{
    [Theory, EachEngine]
    public async Task A_receipt_that_is_placed_later_is_due_two_business_days_after_that_and_not_late(string engine)
    {
        // The receipt is recorded on the very day on which it came: only the day of finding out can move its time.
        var clock = new TestClock();
        clock.Advance(Bureau.Today.ToDateTime(TimeOnly.MinValue) - clock.GetUtcNow().UtcDateTime.Date);
        using var database = TestDatabases.Create(engine, clock);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var receipt = await UnidentifiedAsync(bureau, 400);
        var later = new DateOnly(2026, 3, 27);
        await Bureau.Must(new BusinessDays(bureau.Store).OpenAsync(later, Bureau.Worker));
        var identify = new IdentifyReceipt(bureau.Store, bureau.Policies);
        var owner = new ReceiptOwner(receipt, await ObligorAsync(bureau, family.Obligor), null, "name on the check");

        var preview = await Bureau.Must(identify.RunAsync(owner, "i-preview", Bureau.Worker, preview: true));
        Assert.Equal(Money.Of(400), Assert.Single(preview.Effect.Payees).Net);
        await using var db = bureau.Store.Read();
        Assert.Equal(ReceiptStatus.Unidentified, (await db.Receipts.SingleAsync()).Status);

        var placed = await Bureau.Must(identify.RunAsync(owner, "i", Bureau.Worker));
        Assert.Equal(preview.Effect.Payees, placed.Effect.Payees);
        Assert.Equal(bureau.Policies.Calendar("us", later).Plus(later, 2), await db.Payables.Select(p => p.DueOn).SingleAsync());
        Assert.Equal("R-RECEIPT-THERE", (await Bureau.Refused(identify.RunAsync(owner, "i-2", Bureau.Worker))).Code);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Fact]
    public async Task Of_two_who_place_a_receipt_at_once_the_second_is_told_that_it_has_an_owner()
    {
        using var database = TestDatabases.Create(TestDatabases.Postgres);
        var bureau = await Bureau.OpenAsync(database);
        var (first, second) = (await bureau.FamilyAsync(400), await bureau.FamilyAsync(300));
        var receipt = await UnidentifiedAsync(bureau, 200);
        var (his, hers) = (await ObligorAsync(bureau, first.Obligor), await ObligorAsync(bureau, second.Obligor));
        await using var run = await OtherSession.BeginAsync(database);
        await run.DoAsync($"select circle_id from circle_state where circle_id = (select circle_id from case_file where number = '{first.Case}') for update");
        var slow = Task.Run(() => new IdentifyReceipt(bureau.Store, bureau.Policies).RunAsync(new(receipt, his, null, "name on it"), "slow", Bureau.Worker, move: false), TestContext.Current.CancellationToken);
        await run.WaitedForAsync(1, slow);
        var quick = Task.Run(() => new IdentifyReceipt(bureau.Store, bureau.Policies).RunAsync(new(receipt, hers, null, "name on it"), "quick", Bureau.Colleague, move: false), TestContext.Current.CancellationToken);
        await run.WaitedForAsync(2, slow, quick);
        await run.LetGoAsync();
        await Bureau.Must(slow);
        Assert.Equal("R-RECEIPT-NAMED", (await Bureau.Refused(quick)).Code);
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_receipt_of_which_a_part_came_back_can_still_be_placed_and_moved(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var first = await bureau.FamilyAsync(400);
        var second = await bureau.FamilyAsync(300);
        var receipt = await UnidentifiedAsync(bureau, 200);
        var takeBack = new ReturnReceipt(bureau.Store, bureau.Policies);
        await Bureau.Must(takeBack.RunAsync(new(receipt, Money.Of(20), "part not honoured"), "r1", Bureau.Worker));
        await PlaceAsync(bureau, receipt, first, "1");
        Assert.Equal("", await bureau.FaultsAsync());
        await Bureau.Must(takeBack.RunAsync(new(receipt, Money.Of(30), "another part"), "r2", Bureau.Worker));
        Assert.Equal(Money.Of(250), (await bureau.AccountAsync(first.Case)).Current);
        await PlaceAsync(bureau, receipt, second, "2");
        Assert.Equal("", await bureau.FaultsAsync());
        await Bureau.Must(takeBack.RunAsync(new(receipt, null, "all of it"), "r3", Bureau.Worker));
        Assert.Equal((Money.Of(400), Money.Of(300)), ((await bureau.AccountAsync(first.Case)).Current, (await bureau.AccountAsync(second.Case)).Current));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task Money_kept_for_months_to_come_is_kept_for_the_one_to_whom_it_is_moved(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var (first, second) = (await bureau.FamilyAsync(400), await bureau.FamilyAsync(400));
        await bureau.ReceiveAsync(first.Obligor, 1200, new(2026, 3, 9));
        await bureau.ReceiveAsync(second.Obligor, 1200, new(2026, 3, 9));
        var early = await ReceiptAsync(bureau, await bureau.ReceiveAsync(first.Obligor, 500, new(2026, 3, 10)));

        await PlaceAsync(bureau, early, second, "1");
        Assert.Equal("", await bureau.FaultsAsync());
        await using var db = bureau.Store.Read();
        var kept = await (from l in db.JournalLines join p in db.People on l.ObligorId equals p.Id where l.ReceiptId == early && l.Account == Accounts.Future.Code group l.Cents by p.Number into g select new { g.Key, Cents = g.Sum() }).ToDictionaryAsync(g => g.Key, g => g.Cents);
        Assert.Equal((0, -50_000), (kept[first.Obligor], kept[second.Obligor]));
        await bureau.ReceiveAsync(first.Obligor, 10, new(2026, 3, 11));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_step_that_a_moved_receipt_had_at_its_old_place_may_come_again_at_the_new_one(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var (first, second) = (await bureau.FamilyAsync(400), await bureau.FamilyAsync(800));
        var key = await bureau.ReceiveAsync(first.Obligor, 800, new(2026, 1, 10));
        await PlaceAsync(bureau, await ReceiptAsync(bureau, key), second, "1");
        // At its first place half of it waited for February; at the second one all of it does, but only since an earlier payment became known.
        await bureau.ReceiveAsync(second.Obligor, 800, new(2026, 1, 9));

        await using var db = bureau.Store.Read();
        Assert.Equal([1, 2, 3], await db.JournalEntries.Where(e => e.Key == $"D:{key}:2026-02").OrderBy(e => e.Version).Select(e => e.Version).ToListAsync());
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Fact]
    public async Task Nobody_places_money_with_himself_nor_what_stands_in_an_open_batch()
    {
        using var database = TestDatabases.Create(TestDatabases.Sqlite);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var obligor = await ObligorAsync(bureau, family.Obligor);
        await Bureau.Must(bureau.Store.Commands.RunAsync<bool>(new("user", "test.user", new { }, Bureau.Worker), ctx =>
        {
            ctx.Add(new User { Id = Bureau.Worker.UserId, UserName = "lindqvist", NormalizedUserName = "LINDQVIST", PersonId = obligor, ConcurrencyStamp = "a", SecurityStamp = "a" });
            return Task.FromResult<Outcome<bool>>(true);
        }));
        var receipt = await UnidentifiedAsync(bureau, 100);
        var identify = new IdentifyReceipt(bureau.Store, bureau.Policies);
        Assert.Equal("R-OWNER-SELF", (await Bureau.Refused(identify.RunAsync(new(receipt, obligor, null, "mine"), "i", Bureau.Worker))).Code);

        var batches = new ManualBatches(bureau.Store, bureau.Policies);
        var own = new KeyedReceipt(0, family.Case, Money.Of(7), Tender.Cash, ReceiptSource.Voluntary, Bureau.Today, "", "x");
        Assert.Equal("R-OWNER-SELF", (await Bureau.Refused(batches.PostOneAsync(own, "own", Bureau.Worker))).Code);
        var colleagues = (await Bureau.Must(batches.OpenAsync(1, Money.Of(7), "c", Bureau.Colleague))).Id;
        await Bureau.Must(batches.AddAsync(own with { BatchId = colleagues }, "c-1", Bureau.Colleague));
        Assert.Equal("R-OWNER-SELF", (await Bureau.Refused(batches.CloseAsync(colleagues, "c-2", Bureau.Worker))).Code);
        await Bureau.Must(batches.CloseAsync(colleagues, "c-3", Bureau.Colleague));
        var batch = (await Bureau.Must(batches.OpenAsync(1, Money.Of(5), "b", Bureau.Worker))).Id;
        await Bureau.Must(batches.AddAsync(new(batch, "", Money.Of(5), Tender.Cash, ReceiptSource.Voluntary, Bureau.Today, "", "x"), "b-1", Bureau.Worker));
        await using var db = bureau.Store.Read();
        var keyed = await db.Receipts.Where(r => r.BatchId == batch).Select(r => r.Id).SingleAsync();
        Assert.Equal("R-RECEIPT-IN-BATCH", (await Bureau.Refused(identify.RunAsync(new(keyed, obligor, null, "his"), "i-2", Bureau.Colleague))).Code);
        Assert.Equal("R-RETURN-IN-BATCH", (await Bureau.Refused(new ReturnReceipt(bureau.Store, bureau.Policies).RunAsync(new(keyed, null, "bad"), "i-3", Bureau.Colleague))).Code);
    }

    [Theory, EachEngine]
    public async Task An_item_keyed_wrong_is_taken_out_and_a_pile_counted_wrong_is_declared_anew(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var batches = new ManualBatches(bureau.Store, bureau.Policies);
        var batch = (await Bureau.Must(batches.OpenAsync(3, Money.Of(300), "b", Bureau.Worker))).Id;
        foreach (var (dollars, i) in new[] { (100, 1), (999, 2), (100, 3) })
            await Bureau.Must(batches.AddAsync(new(batch, family.Case, Money.Of(dollars), Tender.Check, ReceiptSource.Voluntary, Bureau.Today, $"{i}", "F. Okafor"), $"b-{i}", Bureau.Worker));
        await using var db = bureau.Store.Read();
        var wrong = await db.Receipts.Where(r => r.Amount == Money.Of(999)).Select(r => r.Id).SingleAsync();
        Assert.Equal((2, Money.Of(200)), Counted(await Bureau.Must(batches.TakeOutAsync(batch, wrong, "out", Bureau.Worker))));
        Assert.Equal("R-BATCH-ITEM", (await Bureau.Refused(batches.TakeOutAsync(batch, wrong, "out-2", Bureau.Worker))).Code);
        await Bureau.Must(batches.AddAsync(new(batch, family.Case, Money.Of(99), Tender.Check, ReceiptSource.Voluntary, Bureau.Today, "4", "F. Okafor"), "b-4", Bureau.Worker));
        Assert.Equal("R-RECOUNT-WHY", (await Bureau.Refused(batches.RecountAsync(batch, 3, Money.Of(299), " ", "re", Bureau.Worker))).Code);
        await Bureau.Must(batches.RecountAsync(batch, 3, Money.Of(299), "a check of $99 was read as $100", "re-2", Bureau.Worker));
        Assert.Equal((3, Money.Of(299)), Counted(await Bureau.Must(batches.CloseAsync(batch, "close", Bureau.Worker))));
        Assert.Equal("R-BATCH-CLOSED", (await Bureau.Refused(batches.RecountAsync(batch, 3, Money.Of(1), "late", "re-3", Bureau.Worker))).Code);
        Assert.True(await db.AuditEvents.AnyAsync(a => a.Action == "batch.item-taken-out" && a.Detail.Contains("999.00")));
        Assert.Equal("", await bureau.FaultsAsync());
    }

    [Theory, EachEngine]
    public async Task A_previewed_receipt_goes_where_the_real_one_goes_and_leaves_nothing(string engine)
    {
        using var database = TestDatabases.Create(engine);
        var bureau = await Bureau.OpenAsync(database);
        var family = await bureau.FamilyAsync(400);
        var request = new PreviewDistribution.Request(family.Case, Money.Of(500), ReceiptSource.IncomeWithholding, Bureau.Today);
        var preview = await Bureau.Must(PreviewDistribution.RunAsync(bureau.Store, bureau.Policies, Bureau.Worker, request));
        Assert.Equal(Money.Of(500), preview.Parts.Sum(p => p.Amount));
        Assert.NotEmpty(preview.Why.Steps.Concat(preview.Why.Children.SelectMany(c => c.Steps)));
        await using var db = bureau.Store.Read();
        Assert.Equal(0, await db.Receipts.CountAsync());

        var key = await bureau.ReceiveAsync(family.Obligor, 500, Bureau.Today);
        var entry = await db.JournalEntries.SingleAsync(e => e.Kind == "distribution");
        Assert.Equal(StepDetail.Parse(entry.Detail).Parts.Select(p => (p.Bucket, p.Month, p.Amount)), preview.Parts.Select(p => (p.Bucket, p.Month, p.Amount)));
        Assert.Equal($"D:{key}", entry.Key);
        Assert.Equal("R-PREVIEW-CASE", (await Bureau.Refused(PreviewDistribution.RunAsync(bureau.Store, bureau.Policies, Bureau.Worker, request with { CaseNumber = "1" }))).Code);
        Assert.Equal("R-PREVIEW-AMOUNT", (await Bureau.Refused(PreviewDistribution.RunAsync(bureau.Store, bureau.Policies, Bureau.Worker, request with { Amount = Money.Zero }))).Code);
        Assert.Equal("R-PREVIEW-DATE", (await Bureau.Refused(PreviewDistribution.RunAsync(bureau.Store, bureau.Policies, Bureau.Worker, request with { CollectedOn = Bureau.Today.AddDays(1) }))).Code);
    }

    private static (int, Money) Counted(BatchStands stands) => (stands.Count, stands.Amount);

    private static async Task PlaceAsync(Bureau bureau, long receipt, Household family, string key) =>
        await Bureau.Must(new IdentifyReceipt(bureau.Store, bureau.Policies).RunAsync(new(receipt, await ObligorAsync(bureau, family.Obligor), null, "found out"), $"place-{key}", Bureau.Worker));

    private static async Task<long> ReceiptAsync(Bureau bureau, string key)
    {
        await using var db = bureau.Store.Read();
        return await db.Receipts.Where(r => r.NaturalKey == key).Select(r => r.Id).SingleAsync();
    }

    private static async Task<long> ObligorAsync(Bureau bureau, string number)
    {
        await using var db = bureau.Store.Read();
        return await db.People.Where(p => p.Number == number).Select(p => p.Id).SingleAsync();
    }

    private static async Task<long> UnidentifiedAsync(Bureau bureau, int dollars)
    {
        var batches = new ManualBatches(bureau.Store, bureau.Policies);
        var batch = (await Bureau.Must(batches.OpenAsync(1, Money.Of(dollars), "u", Bureau.Worker))).Id;
        await Bureau.Must(batches.AddAsync(new(batch, "", Money.Of(dollars), Tender.Check, ReceiptSource.Voluntary, Bureau.Today, "77", "D OKAFOR"), "u-1", Bureau.Worker));
        await Bureau.Must(batches.CloseAsync(batch, "u-close", Bureau.Worker));
        await using var db = bureau.Store.Read();
        return await db.Receipts.Where(r => r.BatchId == batch).Select(r => r.Id).SingleAsync();
    }
}
