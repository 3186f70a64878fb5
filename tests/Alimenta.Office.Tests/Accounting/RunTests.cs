using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Tests.Receipts;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Accounting;

/// <summary>Runs that are stopped, come late, meet what the database refuses, or are worked by several.</summary>
public sealed class RunTests
{
    private static readonly PolicyDesk Policies = new(LawStore.BuiltIn);
    private static readonly Actor Clerk = new(-3, "made-up clerk");

    [Theory, EachEngine]
    public async Task A_run_that_is_finished_after_a_later_day_takes_nothing_of_that_day_back(string engine)
    {
        using var county = await LargeFileTests.CountyAsync(engine);
        var today = await DayAsync(county.Store);
        var ends = SupportMonth.Of(today).LastDay;
        await OpenAsync(county.Store, ends);
        var late = (await Bureau.Must(new AccrualRun(county.Store) { CirclesAPart = 1 }.StartAsync())).Run;
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new CircleRuns(county.Store, Policies).WorkAsync(late, "stopped", new Stops(stop), stop.Token));

        Assert.Equal(late, Assert.Single((await OpenAsync(county.Store, ends.AddDays(1))).Left).Run);
        await AccrueAsync(county.Store);
        var (charged, reversed) = (await CountAsync(county.Store, e => e.Kind == "charge"), await CountAsync(county.Store, e => e.ReversesVersion != null));
        Assert.True(charged > 0);
        await new CircleRuns(county.Store, Policies).FinishAsync(late, "late");
        Assert.Equal((charged, reversed), (await CountAsync(county.Store, e => e.Kind == "charge"), await CountAsync(county.Store, e => e.ReversesVersion != null)));
        Assert.Equal("done", (await RunStands.OfAsync(county.Store, late)).Status);
        await LargeFileTests.ProvenAsync(county.Store);

        // Whoever is left behind is found.
        county.Execute("update circle_state set through_date = '2026-01-31' where circle_id = (select max(circle_id) from case_file)");
        Assert.Contains((await Proof.ProveAsync(county.Store)).Checks, c => c is { Name: "brought-up", Ok: false, FaultCount: 1 });
    }

    [Theory, EachEngine]
    public async Task What_the_database_refuses_of_one_family_is_set_aside_and_stops_no_other(string engine)
    {
        using var county = await LargeFileTests.CountyAsync(engine);
        await OpenAsync(county.Store, SupportMonth.Of(await DayAsync(county.Store)).LastDay.AddDays(1));
        var circle = Convert.ToInt64(county.Scalar("select max(circle_id) from case_file"), System.Globalization.CultureInfo.InvariantCulture);
        county.Execute(engine == TestDatabases.Sqlite
            ? $"create trigger poison before insert on journal_entry when new.circle_id = {circle} begin select raise(abort, 'it is refused'); end"
            : $"create function poison() returns trigger language plpgsql as $$ begin raise exception 'it is refused' using errcode = 'check_violation'; end $$; create trigger poison before insert on journal_entry for each row when (new.circle_id = {circle}) execute function poison()");

        var run = (await Bureau.Must(new AccrualRun(county.Store).StartAsync())).Run;
        await new CircleRuns(county.Store, Policies).FinishAsync(run, "first");
        var stands = await RunStands.OfAsync(county.Store, run);
        var failure = Assert.Single(stands.Failures);
        Assert.Contains("it is refused", failure, StringComparison.Ordinal);
        Assert.Contains((string)county.Scalar($"select min(number) from case_file where circle_id = {circle}")!, failure, StringComparison.Ordinal);
        Assert.Equal(stands.Partitions - 1, stands.Done);

        county.Execute(engine == TestDatabases.Sqlite ? "drop trigger poison" : "drop trigger poison on journal_entry");
        await Bureau.Must(new CircleRuns(county.Store, Policies).RetryAsync(run, "again", Clerk));
        await new CircleRuns(county.Store, Policies).FinishAsync(run, "second");
        Assert.Equal("done", (await RunStands.OfAsync(county.Store, run)).Status);
        await LargeFileTests.ProvenAsync(county.Store);
    }

    [Theory, EachEngine]
    public async Task A_database_that_is_broken_is_no_fault_of_a_family(string engine)
    {
        using var county = await LargeFileTests.CountyAsync(engine);
        await OpenAsync(county.Store, SupportMonth.Of(await DayAsync(county.Store)).LastDay.AddDays(1));
        var run = (await Bureau.Must(new AccrualRun(county.Store).StartAsync())).Run;
        county.Execute("alter table case_account rename to away");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => new CircleRuns(county.Store, Policies).WorkAsync(run, "first"));
        county.Execute("alter table away rename to case_account");
        Assert.Empty((await RunStands.OfAsync(county.Store, run)).Failures);
    }

    [Theory, EachEngine]
    public async Task A_second_start_says_how_the_run_stands(string engine)
    {
        using var county = await LargeFileTests.CountyAsync(engine);
        await OpenAsync(county.Store, (await DayAsync(county.Store)).AddDays(1));
        var first = await Bureau.Must(new AccrualRun(county.Store).StartAsync());
        Assert.Null(first.Before);
        Assert.Equal(first with { Before = RunStatus.Open }, await Bureau.Must(new AccrualRun(county.Store).StartAsync()));
        await new CircleRuns(county.Store, Policies).FinishAsync(first.Run, "first");
        Assert.Equal(first with { Before = RunStatus.Done }, await Bureau.Must(new AccrualRun(county.Store).StartAsync()));
    }

    [Theory, EachEngine]
    public async Task Whoever_finishes_a_run_waits_for_parts_in_other_hands(string engine)
    {
        using var county = await LargeFileTests.CountyAsync(engine);
        await OpenAsync(county.Store, (await DayAsync(county.Store)).AddDays(1));
        var run = (await Bureau.Must(new AccrualRun(county.Store) { CirclesAPart = 2 }.StartAsync())).Run;
        var step = Convert.ToInt64(county.Scalar($"select id from batch_step where run_id = {run}"), System.Globalization.CultureInfo.InvariantCulture);
        var held = await county.Another().Batches.ClaimAsync(step, "another", TimeSpan.FromMinutes(5));
        var finishing = new CircleRuns(county.Store, Policies).FinishAsync(run, "first");
        Assert.NotSame(finishing, await Task.WhenAny(finishing, Task.Delay(1_500)));
        Assert.Equal(1, (await RunStands.OfAsync(county.Store, run)).InHand);
        await county.Store.Batches.ReleaseAsync(held!);
        await finishing.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("done", (await RunStands.OfAsync(county.Store, run)).Status);
    }

    [Theory, EachEngine]
    public async Task A_worker_that_is_stopped_gives_its_part_back(string engine)
    {
        using var county = await LargeFileTests.CountyAsync(engine);
        await OpenAsync(county.Store, SupportMonth.Of(await DayAsync(county.Store)).LastDay.AddDays(1));
        var run = (await Bureau.Must(new AccrualRun(county.Store).StartAsync())).Run;
        using var stop = new CancellationTokenSource();
        var stopped = county.Another(new OnceAt(FailPoint.BeforeBulk, stop.CancelAsync));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new CircleRuns(stopped, Policies).WorkAsync(run, "stopped", null, stop.Token));
        Assert.Equal("pending", county.Scalar("select status from batch_partition order by id desc limit 1"));
        await new CircleRuns(county.Store, Policies).WorkAsync(run, "next");
        Assert.Equal("done", (await RunStands.OfAsync(county.Store, run)).Status);
    }

    [Fact]
    public async Task A_claim_is_renewed_for_as_long_as_its_part_takes()
    {
        using var county = await LargeFileTests.CountyAsync(TestDatabases.Postgres);
        await OpenAsync(county.Store, SupportMonth.Of(await DayAsync(county.Store)).LastDay.AddDays(1));
        var run = (await Bureau.Must(new AccrualRun(county.Store).StartAsync())).Run;
        var taken = true;
        var slow = county.Another(new OnceAt(FailPoint.BeforeBulk, async () =>
        {
            await Task.Delay(2_500);
            var step = Convert.ToInt64(county.Scalar($"select id from batch_step where run_id = {run}"), System.Globalization.CultureInfo.InvariantCulture);
            taken = await county.Store.Batches.ClaimAsync(step, "another", TimeSpan.FromMinutes(5)) is not null;
        }));
        await new CircleRuns(slow, Policies) { Lease = TimeSpan.FromSeconds(1.5) }.WorkAsync(run, "slow");
        Assert.False(taken);
        Assert.Equal("done", (await RunStands.OfAsync(county.Store, run)).Status);
    }

    [Fact]
    public async Task A_claim_that_is_lost_while_its_part_fails_is_left_to_whoever_has_it()
    {
        using var county = await LargeFileTests.CountyAsync(TestDatabases.Postgres);
        await OpenAsync(county.Store, SupportMonth.Of(await DayAsync(county.Store)).LastDay.AddDays(1));
        var run = (await Bureau.Must(new AccrualRun(county.Store).StartAsync())).Run;
        county.Execute("update person set number = '' where id = (select max(custodian_id) from case_file)");
        var slow = county.Another(new OnceAt(FailPoint.Begin, () =>
        {
            county.Execute("update batch_partition set token = token + 1 where status = 'claimed'");
            return Task.CompletedTask;
        }));
        Assert.Equal(1, await new CircleRuns(slow, Policies).WorkAsync(run, "slow"));
        Assert.Equal((1, 0), ((await RunStands.OfAsync(county.Store, run)).InHand, (await RunStands.OfAsync(county.Store, run)).Failures.Count));
    }

    [Theory]
    [InlineData(1_230.4, 200, "1,230 entries a second, about 3 minutes left")]
    [InlineData(12, 0.2, "12 entries a second, about 2 seconds left")]
    [InlineData(12, 8_000, "12 entries a second, about 2 hours left")]
    [InlineData(12, -1, "12 entries a second")]
    public void A_pace_in_words(double rate, double left, string words) => Assert.Equal(words, new RunPace(rate, left < 0 ? null : TimeSpan.FromSeconds(left)).Words("entries"));

    private static async Task<DateOnly> DayAsync(AlimentaStore store)
    {
        await using var db = store.Read();
        return await db.BusinessDays.Select(d => d.Date).SingleAsync();
    }

    private static Task<DayOpened> OpenAsync(AlimentaStore store, DateOnly day) => Bureau.Must(new BusinessDays(store).OpenAsync(day, Clerk));

    private static async Task AccrueAsync(AlimentaStore store) => await new CircleRuns(store, Policies).FinishAsync((await Bureau.Must(new AccrualRun(store).StartAsync())).Run, "test");

    private static async Task<int> CountAsync(AlimentaStore store, System.Linq.Expressions.Expression<Func<JournalEntry, bool>> which)
    {
        await using var db = store.Read();
        return await db.JournalEntries.CountAsync(which);
    }

    /// <summary>Stops whoever works after the first part.</summary>
    private sealed class Stops(CancellationTokenSource stop) : IProgress<string>
    {
        public void Report(string value) => stop.Cancel();
    }
}
