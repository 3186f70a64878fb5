using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Law.Federal.History;
using Alimenta.Office.Accounting;
using Alimenta.Office.Intake;
using Alimenta.Office.Reading;
using Alimenta.Office.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Receipts;

/// <summary>A receipt of a large file that waits for its part is shown as not distributed, and whatever people do with it meanwhile, nothing of it is lost or given out twice.</summary>
public sealed class WaitingReceiptTests
{
    private static readonly PolicyDesk Policies = new(LawStore.BuiltIn);
    private static readonly DistributionParts Small = new(LargestWhole: 2, Payments: 2, Items: 3);
    private static readonly Actor Clerk = new(71, "clerk");

    [Theory, EachEngine]
    public async Task It_is_not_distributed_in_every_list_until_its_part_is_done(string engine)
    {
        using var county = await AcceptedAsync(engine);
        var all = await ListAsync(county.Store, new());
        var waiting = await ListAsync(county.Store, new(ReceiptStatus.Identified));
        Assert.Equal(8, waiting.Count);
        Assert.All(waiting, r => Assert.Equal(ReceiptStatus.Identified, r.Status));
        var before = all.Count(r => r.Status == ReceiptStatus.Distributed);
        Assert.Equal(before, (await ListAsync(county.Store, new(ReceiptStatus.Distributed))).Count);
        Assert.Equal(8, all.Count(r => r.Status == ReceiptStatus.Identified));
        Assert.Equal(ReceiptStatus.Identified, (await Bureau.Must(new ReceiptPages(county.Store).ReadAsync(Clerk, waiting[0].Id))).Status);
        Assert.Contains((await Bureau.Must(new CaseReceipts(county.Store).ReadAsync(Clerk, await CaseOfAsync(county.Store, waiting[0].Id)))).Items, r => r.Id == waiting[0].Id && r.Status == ReceiptStatus.Identified);

        await FinishAsync(county);
        Assert.Empty(await ListAsync(county.Store, new(ReceiptStatus.Identified)));
        Assert.Equal(before + 8, (await ListAsync(county.Store, new(ReceiptStatus.Distributed))).Count);
        Assert.Equal(ReceiptStatus.Distributed, (await Bureau.Must(new ReceiptPages(county.Store).ReadAsync(Clerk, waiting[0].Id))).Status);
    }

    [Theory, EachEngine]
    public async Task Nobody_decides_it_by_hand(string engine)
    {
        using var county = await AcceptedAsync(engine);
        var receipt = (await ListAsync(county.Store, new(ReceiptStatus.Identified)))[0];
        var chosen = await new DistributeByHand(county.Store, Policies).RunAsync(new(receipt.Id, [new("x", SupportMonth.Of(Bureau.Today), Money.Of(1))], "The court says so."), "hand", Clerk);
        Assert.Equal("R-BY-HAND-STATUS", chosen.Refusal?.Code);
        await using var db = county.Store.Read();
        Assert.Equal(8, await db.WaitingReceipts.CountAsync());
    }

    [Theory, EachEngine]
    public async Task One_that_comes_back_is_not_distributed_by_its_part(string engine)
    {
        using var county = await AcceptedAsync(engine);
        var receipt = (await ListAsync(county.Store, new(ReceiptStatus.Identified)))[0];
        await Bureau.Must(new ReturnReceipt(county.Store, Policies).RunAsync(new(receipt.Id, null, "The account was closed."), "back", Clerk));
        await LargeFileTests.ProvenAsync(county.Store);
        await FinishAsync(county);
        Assert.Equal(ReceiptStatus.Returned, (await Bureau.Must(new ReceiptPages(county.Store).ReadAsync(Clerk, receipt.Id))).Status);
        await using var db = county.Store.Read();
        Assert.False(await db.JournalEntries.AnyAsync(e => e.ReceiptId == receipt.Id && e.Kind == "distribution"));
    }

    [Theory, EachEngine]
    public async Task One_that_is_moved_to_another_person_is_distributed_there_once(string engine)
    {
        using var county = await AcceptedAsync(engine);
        var waiting = await ListAsync(county.Store, new(ReceiptStatus.Identified));
        var (moved, last) = (waiting[0].Id, waiting[^1].Id);
        long other;
        await using (var db = county.Store.Read()) other = await db.Receipts.Where(r => r.Id == last).Select(r => r.ObligorId!.Value).SingleAsync();
        await Bureau.Must(new IdentifyReceipt(county.Store, Policies).RunAsync(new(moved, other, null, "The employer mixed them up."), "move", Clerk));
        await LargeFileTests.ProvenAsync(county.Store);
        await FinishAsync(county);
        await using var after = county.Store.Read();
        Assert.Equal(other, await after.Receipts.Where(r => r.Id == moved).Select(r => r.ObligorId!.Value).SingleAsync());
        Assert.Single(await after.JournalEntries.Where(e => e.ReceiptId == moved && e.Kind == "distribution").ToListAsync());
    }

    [Theory, EachEngine]
    public async Task The_database_knows_whose_a_waiting_receipt_is(string engine)
    {
        using var county = await AcceptedAsync(engine);
        Assert.ThrowsAny<Exception>(() => county.Execute("insert into waiting_receipt (obligor_id, receipt_id) values (1, 987654321)"));
    }

    [Fact]
    public async Task One_that_comes_back_while_its_part_waits_for_the_lock_is_not_distributed()
    {
        using var county = await AcceptedAsync(TestDatabases.Postgres);
        var receipt = (await ListAsync(county.Store, new(ReceiptStatus.Identified)))[0];
        var pause = new PausesAt(FailPoint.AfterBulk);
        var back = Task.Run(() => new ReturnReceipt(county.Another(pause), Policies).RunAsync(new(receipt.Id, null, "The account was closed."), "back", Clerk));
        await pause.Reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        var finished = Task.Run(() => FinishAsync(county));
        await WaitsForALockAsync(county);
        pause.GoOn.SetResult();
        await Bureau.Must(back);
        await finished;
        await using var db = county.Store.Read();
        Assert.False(await db.JournalEntries.AnyAsync(e => e.ReceiptId == receipt.Id && e.Kind == "distribution"));
    }

    [Fact]
    public async Task A_circle_that_joins_another_while_its_file_is_accepted_leaves_nothing_waiting()
    {
        using var county = await LargeFileTests.CountyAsync(TestDatabases.Postgres);
        var file = await LargeFileTests.FileAsync(county.Store);
        var pause = new PausesAt(FailPoint.AfterBulk);
        var received = Task.Run(() => new ReceiveFile(county.Another(pause), Policies) { Parts = Small with { Items = 100 } }.RunAsync("A.ach", file, Clerk));
        await pause.Reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        await using (var db = county.Store.Read())
        {
            var cases = await (from c in db.Cases join o in db.People on c.ObligorId equals o.Id join k in db.People on c.CustodianId equals k.Id orderby c.CircleId select new { c.CircleId, Obligor = o.Number, Custodian = k.Number }).ToListAsync();
            var office = await db.Offices.Select(o => o.Code).FirstAsync();
            Assert.Equal(cases[0].CircleId, (await Bureau.Must(OpenCase.RunAsync(county.Store, Policies, new("join", Clerk), new(office, Bureau.Today, cases[^1].Obligor, cases[0].Custodian, [])))).CircleId);
        }

        pause.GoOn.SetResult();
        await Bureau.Must(received);
        await FinishAsync(county);
    }

    [Fact]
    public async Task One_that_comes_back_before_its_part_is_not_distributed_by_whoever_remembers_it()
    {
        using var county = await LargeFileTests.CountyAsync(TestDatabases.Postgres);
        var file = await LargeFileTests.FileAsync(county.Store);
        var pause = new PausesAt(FailPoint.AfterCommit);
        var received = Task.Run(() => new ReceiveFile(county.Another(pause), Policies) { Parts = Small }.RunAsync("A.ach", file, Clerk));
        await pause.Reached.Task.WaitAsync(TimeSpan.FromMinutes(1));
        long gone;
        await using (var db = county.Store.Read()) gone = await db.WaitingReceipts.MinAsync(w => w.ReceiptId);
        await Bureau.Must(new ReturnReceipt(county.Store, Policies).RunAsync(new(gone, null, "R01 insufficient funds"), "return", Clerk));
        pause.GoOn.SetResult();
        await Bureau.Must(received);
        await FinishAsync(county);
        await using var after = county.Store.Read();
        Assert.False(await after.JournalEntries.AnyAsync(e => e.ReceiptId == gone && e.Kind == "distribution"));
        Assert.Equal(ReceiptStatus.Returned, await after.Receipts.Where(r => r.Id == gone).Select(r => r.Status).SingleAsync());
    }

    [Theory, EachEngine]
    public async Task One_that_is_named_to_the_only_case_of_its_payor_stays_distributed(string engine)
    {
        using var county = await AcceptedAsync(engine);
        await FinishAsync(county);
        long receipt, only;
        await using (var db = county.Store.Read())
        {
            var found = await (from r in db.Receipts join c in db.Cases on r.ObligorId equals c.ObligorId where r.DirectedCaseId == c.Id && db.Cases.Count(x => x.ObligorId == c.ObligorId) == 1 orderby r.Id descending select new { r.Id, Case = c.Id }).FirstAsync();
            (receipt, only) = (found.Id, found.Case);
        }

        // As if it had been found by the number of the person alone.
        county.Execute($"update receipt set directed_case_id = null where id = {receipt}");
        await Bureau.Must(new IdentifyReceipt(county.Store, Policies).RunAsync(new(receipt, null, only, "The order says which case."), "name", Clerk));
        Assert.Equal(ReceiptStatus.Distributed, (await Bureau.Must(new ReceiptPages(county.Store).ReadAsync(Clerk, receipt))).Status);
        await LargeFileTests.ProvenAsync(county.Store);
    }

    /// <summary>A county whose file of eight payments is accepted, and whoever accepted it died before any part was claimed.</summary>
    private static async Task<TestDatabase> AcceptedAsync(string engine)
    {
        var county = await LargeFileTests.CountyAsync(engine);
        var file = await LargeFileTests.FileAsync(county.Store);
        var crash = new DiesAt(1, point => point == FailPoint.AfterCommit);
        await Assert.ThrowsAnyAsync<Exception>(() => new ReceiveFile(county.Another(crash), Policies) { Parts = Small }.RunAsync("A.ach", file, Clerk));
        return county;
    }

    private static async Task FinishAsync(TestDatabase county)
    {
        var runs = new CircleRuns(county.Store, Policies);
        foreach (var run in await runs.OpenRunsAsync()) await runs.WorkAsync(run, "a worker that comes later");
        await LargeFileTests.ProvenAsync(county.Store);
        await using var db = county.Store.Read();
        Assert.Equal(0, await db.WaitingReceipts.CountAsync());
        Assert.Equal(RunStatus.Done, await db.BatchRuns.Where(r => r.Kind == "distribution").Select(r => r.Status).SingleAsync());
    }

    private static async Task<IReadOnlyList<ReceiptRow>> ListAsync(AlimentaStore store, ReceiptFilter filter) => (await new ReceiptLists(store).ReadAsync(Clerk, filter, new(1, 500))).Page.Items;

    private static async Task<string> CaseOfAsync(AlimentaStore store, long receipt)
    {
        await using var db = store.Read();
        return await (from r in db.Receipts join c in db.Cases on r.ObligorId equals c.ObligorId where r.Id == receipt orderby c.Number select c.Number).FirstAsync();
    }

    private static async Task WaitsForALockAsync(TestDatabase county)
    {
        await using var db = county.Store.Read();
        for (var looked = 0; (await db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'").ToListAsync())[0] == 0; looked++)
        {
            Assert.True(looked < 600, "nobody waits for a lock");
            await Task.Delay(50);
        }
    }

    /// <summary>Stands still where it first comes to a place, with all its locks, until it may go on.</summary>
    private sealed class PausesAt(string place) : IFailPoints
    {
        public TaskCompletionSource Reached { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async ValueTask HitAsync(string point)
        {
            if (point != place || !Reached.TrySetResult()) return;
            await GoOn.Task;
        }
    }
}
