using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Intake;
using Alimenta.Office.Receipts;
using Alimenta.Office.Training;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Receipts;

/// <summary>A large file is distributed in parts by several workers: the same entries as in one command, whatever dies on the way, and one bad family stops no other.</summary>
public sealed class LargeFileTests
{
    private static readonly DateOnly Payday = new(2026, 11, 20);
    private static readonly PolicyDesk Policies = new(LawStore.BuiltIn);
    private static readonly DistributionParts Small = new(LargestWhole: 2, Payments: 2, Items: 3);
    private static readonly Actor Clerk = new(71, "clerk");

    [Theory, EachEngine]
    public async Task In_parts_or_whole_the_ledger_is_the_same(string engine)
    {
        using var county = await CountyAsync(engine);
        var file = await FileAsync(county.Store);
        using var one = TestDatabases.CopyOf(county);
        using var other = TestDatabases.CopyOf(county);
        var whole = await Bureau.Must(new ReceiveFile(one.Store, Policies).RunAsync("A.ach", file, Clerk));
        var parts = await Bureau.Must(new ReceiveFile(other.Store, Policies) { Parts = Small }.RunAsync("A.ach", file, Clerk));
        Assert.Equal((whole.Receipts, whole.Identified, whole.AmountCents, whole.PayableCents, whole.HeldCents), (parts.Receipts, parts.Identified, parts.AmountCents, parts.PayableCents, parts.HeldCents));
        Assert.Equal(await ProvenAsync(one.Store), await ProvenAsync(other.Store));

        await using var db = other.Store.Read();
        var run = await db.BatchRuns.SingleAsync(r => r.Kind == "distribution");
        Assert.Equal(RunStatus.Done, run.Status);
        Assert.True(await db.BatchPartitions.CountAsync(p => p.Status == PartitionStatus.Done) > 3);
        Assert.Equal("duplicate", (await Bureau.Must(new ReceiveFile(other.Store, Policies) { Parts = Small }.RunAsync("B.ach", file, Clerk))).Status);
    }

    [Theory, EachEngine]
    public async Task Between_acceptance_and_distribution_the_books_prove_themselves(string engine)
    {
        using var county = await CountyAsync(engine);
        var file = await FileAsync(county.Store);
        using var copy = TestDatabases.CopyOf(county);
        using var whole = TestDatabases.CopyOf(county);
        // Dies after the command that accepts the file, before any part is claimed.
        var crash = new DiesAt(1, point => point == FailPoint.AfterCommit);
        await Assert.ThrowsAnyAsync<Exception>(() => new ReceiveFile(copy.Another(crash), Policies) { Parts = Small }.RunAsync("A.ach", file, Clerk));
        await ProvenAsync(copy.Store);
        Assert.Equal(8, await WaitingAsync(copy.Store));

        var runs = new CircleRuns(copy.Store, Policies);
        foreach (var run in await runs.OpenRunsAsync()) await runs.WorkAsync(run, "a worker that comes later");
        await Bureau.Must(new ReceiveFile(whole.Store, Policies).RunAsync("A.ach", file, Clerk));
        Assert.Equal(await ProvenAsync(whole.Store), await ProvenAsync(copy.Store));
    }

    [Theory, EachEngine]
    public async Task Circles_that_join_before_their_parts_come_leave_no_receipt_behind(string engine)
    {
        using var county = await CountyAsync(engine);
        var file = await FileAsync(county.Store);
        var crash = new DiesAt(1, point => point == FailPoint.AfterCommit);
        await Assert.ThrowsAnyAsync<Exception>(() => new ReceiveFile(county.Another(crash), Policies) { Parts = Small }.RunAsync("A.ach", file, Clerk));

        // The obligor of the last circle owes the custodian of the first too: his receipts now belong to a range that lies far from where his part looks, and he is no obligor of that range's part.
        await using (var db = county.Store.Read())
        {
            var cases = await (from c in db.Cases join o in db.People on c.ObligorId equals o.Id join k in db.People on c.CustodianId equals k.Id orderby c.CircleId select new { c.CircleId, c.OpenedOn, Obligor = o.Number, Custodian = k.Number }).ToListAsync();
            var office = await db.Offices.Select(o => o.Code).FirstAsync();
            var opened = await Bureau.Must(OpenCase.RunAsync(county.Store, Policies, new("join", Clerk), new(office, Payday, cases[^1].Obligor, cases[0].Custodian, [])));
            Assert.Equal(cases[0].CircleId, opened.CircleId);
        }

        var runs = new CircleRuns(county.Store, Policies);
        foreach (var run in await runs.OpenRunsAsync()) await runs.WorkAsync(run, "a worker that comes later");
        await ProvenAsync(county.Store);
        await using var after = county.Store.Read();
        Assert.Equal(0, await WaitingAsync(county.Store));
        Assert.Equal(RunStatus.Done, await after.BatchRuns.Where(r => r.Kind == "distribution").Select(r => r.Status).SingleAsync());
    }

    [Theory, EachEngine]
    public async Task Killed_anywhere_and_taken_up_by_a_worker_it_ends_in_the_same_ledger(string engine)
    {
        using var county = await CountyAsync(engine);
        var file = await FileAsync(county.Store);
        using (var undisturbed = TestDatabases.CopyOf(county))
        {
            await Bureau.Must(new ReceiveFile(undisturbed.Store, Policies).RunAsync("A.ach", file, Clerk));
            var expected = await ProvenAsync(undisturbed.Store);
            var died = 0;
            for (var nth = 1; ; nth += 17)
            {
                using var copy = TestDatabases.CopyOf(county);
                var crash = new DiesAt(nth);
                await Record.ExceptionAsync(() => new ReceiveFile(copy.Another(crash), Policies) { Parts = Small }.RunAsync("A.ach", file, Clerk));
                copy.Pass(TimeSpan.FromMinutes(6));
                await Bureau.Must(new ReceiveFile(copy.Store, Policies) { Parts = Small }.RunAsync("A.ach", file, Clerk));
                var runs = new CircleRuns(copy.Store, Policies);
                foreach (var run in await runs.OpenRunsAsync()) await runs.WorkAsync(run, "a worker that comes later");
                Assert.Equal(expected, await ProvenAsync(copy.Store));
                // How many places there are differs a little from run to run: two workers share the parts.
                if (!crash.Died) break;
                died++;
            }

            Assert.True(died > 3, $"it died {died} times");
        }
    }

    [Theory, EachEngine]
    public async Task A_family_that_cannot_be_decided_is_set_aside_and_stops_no_other(string engine)
    {
        foreach (var parts in (DistributionParts[])[new(2, 8), new()]) await SetAsideAsync(engine, parts);
    }

    [Theory, EachEngine]
    public async Task A_family_whose_entries_the_database_refuses_is_set_aside_and_stops_no_other(string engine)
    {
        using var county = await CountyAsync(engine);
        var file = await FileAsync(county.Store);
        var (number, _) = await FifthAsync(county.Store);
        using var sick = TestDatabases.CopyOf(county);
        sick.Execute(engine == TestDatabases.Sqlite
            ? $"create trigger no_more before insert on journal_entry when new.circle_id = (select circle_id from case_file where number = '{number}') and new.kind = 'distribution' begin select raise(abort, 'no more'); end"
            : $"create function no_more() returns trigger language plpgsql as $$ begin if new.circle_id = (select circle_id from case_file where number = '{number}') and new.kind = 'distribution' then raise exception 'no more'; end if; return new; end $$; create trigger no_more before insert on journal_entry for each row execute function no_more()");
        var received = await Bureau.Must(new ReceiveFile(sick.Store, Policies).RunAsync("A.ach", file, Clerk));
        Assert.Contains(number, Assert.Single(received.SetAside));
        Assert.Equal((8, 1), (received.Identified, await WaitingAsync(sick.Store)));
    }

    private static async Task SetAsideAsync(string engine, DistributionParts parts)
    {
        using var county = await CountyAsync(engine);
        var file = await FileAsync(county.Store);
        var (number, payee) = await FifthAsync(county.Store);
        using var sick = TestDatabases.CopyOf(county);
        using var healthy = TestDatabases.CopyOf(county);
        // A payee without a number: no entry can name her.
        sick.Execute($"update person set number = '' where number = '{payee}'");

        var received = await Bureau.Must(new ReceiveFile(sick.Store, Policies) { Parts = parts }.RunAsync("A.ach", file, Clerk));
        var runs = new CircleRuns(sick.Store, Policies);
        var open = Assert.Single(await runs.OpenRunsAsync());
        Assert.Contains(number, Assert.Single((await RunStands.OfAsync(sick.Store, open)).Failures));
        Assert.Equal(open, received.Run);
        Assert.Contains(number, Assert.Single(received.SetAside));
        Assert.Equal(1, await WaitingAsync(sick.Store));

        sick.Execute($"update person set number = '{payee}' where number = ''");
        var mended = sick.Another(null);
        var again = new CircleRuns(mended, Policies);
        Assert.Equal(1, await Bureau.Must(again.RetryAsync(open, "retry-1", Clerk)));
        Assert.Equal("R-RUN-NOTHING-FAILED", (await again.RetryAsync(open, "retry-2", Clerk)).Refusal?.Code);
        Assert.Equal("R-RUN-UNKNOWN", (await again.RetryAsync(987_654, "retry-3", Clerk)).Refusal?.Code);
        await again.WorkAsync(open, "again");
        Assert.Empty(await runs.OpenRunsAsync());
        Assert.Equal(0, await WaitingAsync(mended));
        await Bureau.Must(new ReceiveFile(healthy.Store, Policies).RunAsync("A.ach", file, Clerk));
        Assert.Equal(await ProvenAsync(healthy.Store), await ProvenAsync(mended));
    }

    private static async Task<int> WaitingAsync(AlimentaStore store)
    {
        await using var db = store.Read();
        Assert.False(await db.Receipts.AnyAsync(r => r.Status == ReceiptStatus.Identified));
        return await db.WaitingReceipts.CountAsync();
    }

    private static async Task<(string Case, string Payee)> FifthAsync(AlimentaStore store)
    {
        await using var db = store.Read();
        var found = await (from c in db.Cases join p in db.People on c.CustodianId equals p.Id orderby c.Number select new { Case = c.Number, p.Number }).Skip(4).FirstAsync();
        return (found.Case, found.Number);
    }

    internal static async Task<TestDatabase> CountyAsync(string engine)
    {
        var county = TestDatabases.Create(engine);
        await Bureau.Must(new Demo(county.Store, Policies, BankSettings.Demonstration).RunAsync(new() { Cases = 8, Months = 3, Seed = 5, Date = Payday }));
        return county;
    }

    /// <summary>A payment of every family.</summary>
    internal static async Task<byte[]> FileAsync(AlimentaStore store)
    {
        await using var db = store.Read();
        var seen = await (from c in db.Cases join p in db.People on c.ObligorId equals p.Id orderby c.Number select new { c.Number, p.SsnDigits }).ToListAsync();
        return EmployerFile.Of(Payday, 'Z', [.. seen.Select((s, i) => EmployerFile.Ded(s.Number, 3_100 + 1_000 * i, s.SsnDigits!, paid: Payday.AddDays(-1)))]);
    }

    internal static async Task<string> ProvenAsync(AlimentaStore store)
    {
        var proof = await Proof.ProveAsync(store, Policies, new() { Plays = ProofPlays.All });
        Assert.True(proof.Ok, string.Join("; ", proof.Checks.Where(c => !c.Ok).SelectMany(c => c.Faults.Select(f => $"{c.Name}: {f}"))));
        return proof.LedgerHash;
    }
}
