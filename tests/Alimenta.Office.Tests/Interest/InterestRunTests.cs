using System.Globalization;
using Alimenta.Data;
using Alimenta.Ledger;
using Alimenta.Office.Accounting;
using Alimenta.Office.Interest;
using Alimenta.Office.Reading;
using Alimenta.Office.Tests.Accounting;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Interest;

/// <summary>Interest counted over all families: the same as of each case alone, whatever dies on the way, however it is cut; and it raises no debt.</summary>
public sealed class InterestRunTests
{
    private static readonly DateOnly First = new(2025, 1, 15);
    private static readonly DateOnly Today = new(2025, 6, 15);

    [Theory, EachEngine]
    public async Task The_run_states_what_each_case_comes_to_and_raises_no_debt(string engine)
    {
        var (county, families) = await MakeAsync(engine);
        using var database = county.Database;
        var before = await HashAsync(database.Store);
        var run = await CountAsync(database.Store, part: 2);
        var desk = new InterestDesk(database.Store, county.Policies);
        var expected = new List<string>();
        foreach (var family in families)
        {
            var told = await Bureau.Must(desk.OfCaseAsync(family.Number));
            if (told.Count is { } count) expected.Add(Line(family.CaseId, count.Interest, count.Unpaid, count.OnNone));
            else Assert.Empty(told.Stated);
            Assert.Equal(told.By == InterestBy.EachPayment, told.Count is not null);
        }

        Assert.Equal(expected.Order(StringComparer.Ordinal), await StatementsAsync(database.Store));
        // 100.00 a month unpaid from the 15th of January: worked out by hand in the tests of the law.
        Assert.Contains(Line(families[0].CaseId, new(837), Money.Of(600), Money.Zero), expected);
        Assert.Equal([InterestBy.EachPayment, InterestBy.NotEstablished, InterestBy.Judgment], (await Task.WhenAll(families.Take(3).Select(f => Bureau.Must(desk.OfCaseAsync(f.Number))))).Select(t => t.By));
        Assert.Equal(before, await HashAsync(database.Store));
        Assert.True((await county.ProveAsync()).Ok);

        await using var db = database.Store.Read();
        var totals = InterestTotals.Read((await db.BatchRuns.SingleAsync(r => r.Id == run)).TotalsJson)!;
        var rows = await db.InterestStatements.ToListAsync();
        Assert.Equal((families.Count(f => IsIowan(f, families)), rows.Count, true), ((int)totals.Cases, (int)totals.Statements, totals.Agrees));
        Assert.Equal((rows.Sum(r => r.Interest), rows.Sum(r => r.Unpaid), rows.Sum(r => r.NotCounted)), (totals.InterestCents, totals.UnpaidCents, totals.NotCountedCents));
    }

    [Theory, EachEngine]
    public async Task Cut_into_any_parts_and_worked_by_several_it_is_the_same(string engine)
    {
        var (county, _) = await MakeAsync(engine);
        using var original = county.Database;
        using var one = TestDatabases.CopyOf(original);
        await CountAsync(one.Store);
        var expected = await StatementsAsync(one.Store);
        foreach (var part in new[] { 1, 3 })
        {
            using var copy = TestDatabases.CopyOf(original);
            var run = (await Bureau.Must(new InterestRun(copy.Store) { CirclesAPart = part }.StartAsync())).Run;
            await Task.WhenAll(Enumerable.Range(1, 3).Select(w => Task.Run(() => new InterestRuns(copy.Another(), county.Policies).WorkAsync(run, $"worker {w}"))));
            await new InterestRuns(copy.Store, county.Policies).WorkAsync(run, "closes it");
            Assert.Equal(expected, await StatementsAsync(copy.Store));
            await using var db = copy.Store.Read();
            Assert.Equal(RunStatus.Done, (await db.BatchRuns.SingleAsync(r => r.Id == run)).Status);
        }
    }

    [Theory, EachEngine]
    public async Task Killed_anywhere_it_goes_on_with_the_parts_that_are_not_done(string engine)
    {
        var (county, _) = await MakeAsync(engine);
        using var original = county.Database;
        using var undisturbed = TestDatabases.CopyOf(original);
        await CountAsync(undisturbed.Store, 2);
        var expected = await StatementsAsync(undisturbed.Store);
        var died = 0;
        for (var nth = 1; ; nth += 5)
        {
            using var copy = TestDatabases.CopyOf(original);
            var crash = new DiesAt(nth);
            await Record.ExceptionAsync(() => CountAsync(copy.Another(crash), 2));
            if (!crash.Died) break;
            died++;
            copy.Pass(TimeSpan.FromMinutes(6));
            // It may have died after the run was closed: then there is nothing to go on with.
            if (await new InterestRun(copy.Store).StartAsync() is { Ok: true } started) await new InterestRuns(copy.Store, county.Policies).WorkAsync(started.Value.Run, "after");
            Assert.Equal(expected, await StatementsAsync(copy.Store));
            Assert.Empty(await new InterestRuns(copy.Store, county.Policies).OpenRunsAsync());
        }

        Assert.True(died > 3, $"it died {died} times");
    }

    [Theory, EachEngine]
    public async Task Circles_that_are_joined_while_it_goes_on_are_stated_once(string engine)
    {
        foreach (var lastFirst in (bool[])[false, true])
        {
            var (county, families) = await MakeAsync(engine);
            using var database = county.Database;
            var run = (await Bureau.Must(new InterestRun(database.Store) { CirclesAPart = 2 }.StartAsync())).Run;
            var parts = Parts(database, run);
            Assert.True(parts.Count > 1);
            // One part is worked; then the last family of Iowa is joined to the first.
            Set(database, parts.Where(p => p != (lastFirst ? parts[^1] : parts[0])), "done");
            await new InterestRuns(database.Store, county.Policies).WorkAsync(run, "one part");
            await county.DoAsync("join", async ctx =>
            {
                await ctx.LockCirclesAsync([families[0].CircleId, families[6].CircleId]);
                await Circles.MergeAsync(ctx, [families[0].CircleId, families[6].CircleId]);
                return true;
            });
            database.Execute($"update batch_run set status = 'open' where id = {run}");
            database.Execute($"update batch_step set status = 'open' where run_id = {run}");
            Set(database, parts.Where(p => p != (lastFirst ? parts[^1] : parts[0])), "pending");
            await new InterestRuns(database.Store, county.Policies).WorkAsync(run, "the others");
            await using var db = database.Store.Read();
            Assert.Equal(RunStatus.Done, (await db.BatchRuns.SingleAsync(r => r.Id == run)).Status);
            Assert.Equal(families.Where(f => IsIowan(f, families)).Select(f => f.CaseId).Order(), (await db.InterestStatements.Select(s => s.CaseId).ToListAsync()).Order());
            Assert.True(InterestTotals.Read((await db.BatchRuns.SingleAsync(r => r.Id == run)).TotalsJson)!.Agrees);
        }
    }

    [Theory, EachEngine]
    public async Task It_is_made_once_for_a_business_day_and_the_next_day_goes_on(string engine)
    {
        var (county, families) = await MakeAsync(engine);
        using var database = county.Database;
        var started = await Bureau.Must(new InterestRun(database.Store).StartAsync());
        Assert.Equal(new(started.Run, Found: true), await Bureau.Must(new InterestRun(database.Store).StartAsync()));
        await CountAsync(database.Store);
        Assert.Equal(InterestRun.Done, (await new InterestRun(database.Store).StartAsync()).Refusal?.Code);
        await county.DayAsync(Today.AddDays(1));
        await CountAsync(database.Store);
        var told = await Bureau.Must(new InterestDesk(database.Store, county.Policies).OfCaseAsync(families[0].Number));
        Assert.Equal([Today.AddDays(1), Today], told.Stated.Select(s => s.Through));
        Assert.True(told.Stated[0].Interest > told.Stated[1].Interest);
        database.Execute("delete from business_day");
        Assert.Equal("R-NO-DAY", (await new InterestRun(database.Store).StartAsync()).Refusal?.Code);
        Assert.Equal("R-NO-DAY", (await new InterestDesk(database.Store, county.Policies).OfCaseAsync(families[0].Number)).Refusal?.Code);
    }

    [Theory, EachEngine]
    public async Task A_family_that_cannot_be_counted_is_set_aside_and_stops_no_other(string engine)
    {
        var (county, families) = await MakeAsync(engine);
        using var healthy = county.Database;
        using var database = TestDatabases.CopyOf(healthy);
        var sick = families[4];
        database.Execute($"update obligation_term set amount = -100 where obligation_id = {sick.ObligationId}");
        var run = (await Bureau.Must(new InterestRun(database.Store).StartAsync())).Run;
        var runs = new InterestRuns(database.Store, county.Policies);
        await runs.WorkAsync(run, "test");
        await using (var db = database.Store.Read())
        {
            var failed = await (from s in db.BatchSteps join p in db.BatchPartitions on s.Id equals p.StepId where s.RunId == run && p.Status == PartitionStatus.Failed select p.Error).ToListAsync();
            Assert.Contains(sick.Number, Assert.Single(failed), StringComparison.Ordinal);
        }

        await CountAsync(healthy.Store);
        var expected = await StatementsAsync(healthy.Store);
        Assert.Equal(expected.Where(r => !r.StartsWith($"{sick.CaseId} ", StringComparison.Ordinal)), await StatementsAsync(database.Store));
        database.Execute($"update obligation_term set amount = 10000 where obligation_id = {sick.ObligationId}");
        Assert.Equal(1, await Bureau.Must(runs.RetryAsync(run, "retry-1", SmallCounty.Maker)));
        await runs.WorkAsync(run, "again");
        Assert.Equal(expected, await StatementsAsync(database.Store));
    }

    [Theory, EachEngine]
    public async Task Nobody_reads_of_his_own_case_and_each_read_is_recorded(string engine)
    {
        var (county, families) = await MakeAsync(engine);
        using var database = county.Database;
        var reads = new CaseInterests(database.Store, new(database.Store, county.Policies));
        Assert.Equal(new(837), (await Bureau.Must(reads.ReadAsync(SmallCounty.Maker, families[0].Number))).Count!.Interest);
        Assert.Equal("R-NO-CASE", (await reads.ReadAsync(SmallCounty.Maker, "24-104-99999-9")).Refusal?.Code);
        database.Execute($"insert into app_user (id, person_id, display_name, user_name, normalized_user_name, email_confirmed, phone_number_confirmed, two_factor_enabled, lockout_enabled, access_failed_count, disabled, must_change_password) select {SmallCounty.Maker.UserId}, {families[3].ObligorId}, 'M', 'm', 'M', {No(engine)}, {No(engine)}, {No(engine)}, {No(engine)}, 0, {No(engine)}, {No(engine)}");
        Assert.Equal("R-OWN-CASE", (await reads.ReadAsync(SmallCounty.Maker, families[3].Number)).Refusal?.Code);
        await using var db = database.Store.Read();
        Assert.Equal(1, await db.AuditEvents.CountAsync(a => a.Action == "case.interest"));
        Assert.Equal(families[3].Number, (await db.AuditEvents.SingleAsync(a => a.Action == "case.own-refused")).ObjectId);
    }

    // In turn an Iowan, an Oregonian and a New Yorker family; some pay late, one partly, one has two cases of one payor.
    private static async Task<(SmallCounty County, List<Family> Families)> MakeAsync(string engine)
    {
        var county = await SmallCounty.OpenAsync(TestDatabases.Create(engine), First);
        var families = new List<Family>();
        foreach (var policy in (string[])["us-ia", "us-or", "us-ny", "us-ia", "us-ia", "us-or", "us-ia"]) families.Add(await county.FamilyAsync(100, First, policy));
        families.Add(await county.FamilyAsync(80, First, "us-ia", families[3].ObligorId, circle: families[3].CircleId));
        await county.DayAsync(new(2025, 3, 20));
        await county.ReceiveAsync(families[3], 150);
        await county.ReceiveAsync(families[4], 260);
        await county.DayAsync(Today);
        await county.ReceiveAsync(families[6], 600);
        return (county, families);
    }

    private static bool IsIowan(Family family, List<Family> families) => families.IndexOf(family) is 0 or 3 or 4 or 6 or 7;

    private static string No(string engine) => engine == TestDatabases.Postgres ? "false" : "0";

    private static List<long> Parts(TestDatabase database, long run)
    {
        using var db = database.Store.Read();
        return [.. db.BatchPartitions.Where(p => db.BatchSteps.Any(s => s.Id == p.StepId && s.RunId == run)).OrderBy(p => p.Number).Select(p => p.Id)];
    }

    private static void Set(TestDatabase database, IEnumerable<long> parts, string status)
    {
        foreach (var part in parts) database.Execute($"update batch_partition set status = '{status}' where id = {part}");
    }

    private static async Task<long> CountAsync(AlimentaStore store, int part = 200)
    {
        var started = await Bureau.Must(new InterestRun(store) { CirclesAPart = part }.StartAsync());
        await new InterestRuns(store, new(Law.LawStore.BuiltIn)).WorkAsync(started.Run, "test");
        return started.Run;
    }

    private static async Task<IReadOnlyList<string>> StatementsAsync(AlimentaStore store)
    {
        await using var db = store.Read();
        return [.. (await db.InterestStatements.ToListAsync()).Select(s => Line(s.CaseId, s.Interest, s.Unpaid, s.NotCounted)).Order(StringComparer.Ordinal)];
    }

    private static string Line(long file, Money interest, Money unpaid, Money none) => string.Create(CultureInfo.InvariantCulture, $"{file} {interest} {unpaid} {none}");

    private static async Task<string> HashAsync(AlimentaStore store)
    {
        await using var db = store.Read();
        return string.Join('|', await db.JournalEntries.OrderBy(e => e.Key).ThenBy(e => e.Version).Select(e => e.Key + e.Version).ToListAsync());
    }
}
