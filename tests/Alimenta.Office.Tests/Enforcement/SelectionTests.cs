using Alimenta.Data;
using Alimenta.Law.Federal.Offset;
using Alimenta.Office.Accounting;
using Alimenta.Office.Enforcement;
using RemedySelection = Alimenta.Law.Federal.Offset.RemedySelection;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Enforcement;

/// <summary>The selection over all obligors: the same as the rule says of each one, whatever dies on the way, however it is cut; and its history says since when and why.</summary>
public sealed class SelectionTests
{
    private static readonly Actor Clerk = new(71, "clerk");

    [Theory, EachEngine]
    public async Task The_run_writes_what_the_rule_says_of_each_obligor(string engine)
    {
        var county = await OwingCounty.MakeAsync(engine);
        using var database = county.Database;
        var check = new SelectionCheck(database.Store, OwingCounty.Law);
        var (expected, asked) = (new List<string>(), new List<RemedyDecision>());
        foreach (var obligor in county.Families.Select(f => f.ObligorId).Distinct())
            foreach (var one in await check.AskAsync(obligor))
            {
                asked.AddRange(one.Answer.Decisions);
                foreach (var remedy in one.Answer.Decisions.GroupBy(d => d.Remedy)) Assert.Equal(remedy, RemedySelection.DecideOne(OwingCounty.Law.Law.On(one.AsOf, one.Policy), one.Facts, remedy.Key));
                expected.AddRange(one.Answer.Decisions.Where(d => d.Standing is RemedyStanding.Selected or RemedyStanding.NeedsPerson or RemedyStanding.LeftOut).Select(d => $"{obligor} {one.Policy} {d.Remedy} {d.Debt} {d.Standing} {d.Reason} {d.Amount}"));
            }

        await county.SelectAsync(part: 5);
        Assert.Equal(expected.Order(StringComparer.Ordinal), (await OwingCounty.ListAsync(database.Store)).Select(r => r.Split(" since ")[0]));

        // The county has all that the rule can say, or the comparison would mean little.
        foreach (var reason in Enum.GetValues<RemedyReason>().Where(r => r != RemedyReason.StaysUntilPaid)) Assert.Contains(asked, d => d.Reason == reason);
        foreach (var remedy in new[] { OffsetRemedy.FederalTaxRefund, OffsetRemedy.StateTaxRefund, OffsetRemedy.Passport }) Assert.Contains(asked, d => d.Remedy == remedy && d.Standing == RemedyStanding.Selected);
    }

    [Theory, EachEngine]
    public async Task Its_totals_say_what_the_list_says(string engine)
    {
        var county = await OwingCounty.MakeAsync(engine);
        using var database = county.Database;
        var run = await county.SelectAsync(part: 7);
        await using var db = database.Store.Read();
        var totals = SelectionTotals.Read((await db.BatchRuns.SingleAsync(r => r.Id == run)).TotalsJson)!;
        var open = await db.RemedySelections.Where(s => s.To == null).ToListAsync();
        Assert.Equal((county.Families.Select(f => f.ObligorId).Distinct().Count(), open.Count, 0, 0, true), ((int)totals.Obligors, totals.Begun, totals.Changed, totals.Ended, totals.Agrees));
        Assert.Equal(open.Where(s => s.Standing == SelectionStanding.Selected).Sum(s => s.Amount), totals.SelectedCents);
        foreach (var total in totals.List)
        {
            var of = open.Where(s => (s.Remedy, s.Debt, s.Standing) == (total.Remedy, total.Debt, total.Standing)).ToList();
            Assert.Equal((of.Count, of.Sum(s => s.Amount)), (total.Count, total.AmountCents));
        }
    }

    [Theory, EachEngine]
    public async Task What_is_left_of_a_selection_when_a_later_one_began_changes_nothing(string engine)
    {
        var county = await OwingCounty.MakeAsync(engine);
        using var database = county.Database;
        var left = (await Bureau.Must(new SelectionRun(database.Store) { ObligorsAPart = 5 }.StartAsync())).Run;
        await using var db = database.Store.Read();
        var day = await db.BusinessDays.Select(d => d.Date).SingleAsync();
        await Bureau.Must(new BusinessDays(database.Store).OpenAsync(day.AddDays(3), Clerk));
        await county.SelectAsync(part: 5);
        var list = await OwingCounty.ListAsync(database.Store);
        await new SelectionRuns(database.Store, OwingCounty.Law).FinishAsync(left, "late");
        Assert.Equal(list, await OwingCounty.ListAsync(database.Store));
        Assert.Equal(0, await db.RemedySelections.CountAsync(s => s.RunId == left || s.EndRunId == left));
        Assert.Equal(RunStatus.Done, (await db.BatchRuns.AsNoTracking().SingleAsync(r => r.Id == left)).Status);
    }

    [Theory, EachEngine]
    public async Task Cut_into_any_parts_and_worked_by_several_it_is_the_same_list(string engine)
    {
        var county = await OwingCounty.MakeAsync(engine);
        using var original = county.Database;
        using var one = TestDatabases.CopyOf(original);
        await OwingCounty.SelectAsync(one.Store);
        var expected = await OwingCounty.ListAsync(one.Store);
        foreach (var part in new[] { 1, 4 })
        {
            using var copy = TestDatabases.CopyOf(original);
            var run = (await Bureau.Must(new SelectionRun(copy.Store) { ObligorsAPart = part }.StartAsync())).Run;
            await Task.WhenAll(Enumerable.Range(1, 3).Select(w => Task.Run(() => new SelectionRuns(copy.Another(), OwingCounty.Law).WorkAsync(run, $"worker {w}"))));
            await new SelectionRuns(copy.Store, OwingCounty.Law).WorkAsync(run, "closes it");
            Assert.Equal(expected, await OwingCounty.ListAsync(copy.Store));
            await using var db = copy.Store.Read();
            Assert.Equal(RunStatus.Done, (await db.BatchRuns.SingleAsync(r => r.Id == run)).Status);
        }
    }

    [Theory, EachEngine]
    public async Task Killed_anywhere_it_goes_on_with_the_parts_that_are_not_done(string engine)
    {
        var county = await OwingCounty.MakeAsync(engine, families: 12);
        using var original = county.Database;
        await county.SelectAsync();
        foreach (var family in county.Families.Take(6)) county.Owe(family, 10_000, 0, 0, 0, 0, 0, 0, 0);
        county.OpenDay(OwingCounty.FirstDay.AddDays(3));
        using var undisturbed = TestDatabases.CopyOf(original);
        await OwingCounty.SelectAsync(undisturbed.Store, 3);
        var expected = await OwingCounty.ListAsync(undisturbed.Store);
        var died = 0;
        for (var nth = 1; ; nth += 7)
        {
            using var copy = TestDatabases.CopyOf(original);
            var crash = new DiesAt(nth);
            await Record.ExceptionAsync(() => OwingCounty.SelectAsync(copy.Another(crash), 3));
            copy.Pass(TimeSpan.FromMinutes(6));
            var runs = new SelectionRuns(copy.Store, OwingCounty.Law);
            var open = await runs.OpenRunsAsync();
            if (crash.Died && open.Count == 0 && (await OwingCounty.ListAsync(copy.Store)).SequenceEqual(expected)) died++;
            else if (crash.Died)
            {
                await OwingCounty.SelectAsync(copy.Store, 3);
                Assert.Equal(expected, await OwingCounty.ListAsync(copy.Store));
                Assert.Empty(await runs.OpenRunsAsync());
                died++;
            }
            else break;
        }

        Assert.True(died > 3, $"it died {died} times");
        Assert.Equal(expected, await OwingCounty.ListAsync(undisturbed.Store));
    }

    [Theory, EachEngine]
    public async Task A_second_start_finds_the_run_and_a_done_one_is_not_made_again(string engine)
    {
        var county = await OwingCounty.MakeAsync(engine, families: 4);
        using var database = county.Database;
        var first = await Bureau.Must(new SelectionRun(database.Store).StartAsync());
        Assert.Equal(new(first.Run, Found: true, Accrued: false), await Bureau.Must(new SelectionRun(database.Store).StartAsync()));
        await new CircleRuns(database.Store, OwingCounty.Law).WorkAsync((await Bureau.Must(new AccrualRun(database.Store).StartAsync())).Run, "test");
        Assert.True((await Bureau.Must(new SelectionRun(database.Store).StartAsync())).Accrued);
        Assert.Equal(first.Run, await county.SelectAsync());
        Assert.Equal("R-SELECTION-DONE", (await new SelectionRun(database.Store).StartAsync()).Refusal?.Code);
        database.Execute("delete from business_day");
        Assert.Equal("R-NO-DAY", (await new SelectionRun(database.Store).StartAsync()).Refusal?.Code);
    }

    [Theory, EachEngine]
    public async Task An_obligor_who_cannot_be_decided_is_set_aside_and_stops_no_other(string engine)
    {
        var county = await OwingCounty.MakeAsync(engine, families: 9);
        using var healthy = county.Database;
        using var database = TestDatabases.CopyOf(healthy);
        var sick = county.Families[3];
        database.Execute($"update case_file set policy = 'us-zz' where id = {sick.CaseId}");
        var run = (await Bureau.Must(new SelectionRun(database.Store).StartAsync())).Run;
        var runs = new SelectionRuns(database.Store, OwingCounty.Law);
        await runs.WorkAsync(run, "test");
        var failed = await FailuresAsync(database.Store, run);
        Assert.Contains(sick.Number, Assert.Single(failed), StringComparison.Ordinal);
        Assert.Equal([run], await runs.OpenRunsAsync());
        await OwingCounty.SelectAsync(healthy.Store);
        var expected = await OwingCounty.ListAsync(healthy.Store);
        Assert.Equal(expected.Where(r => !r.StartsWith($"{sick.ObligorId} ", StringComparison.Ordinal)), await OwingCounty.ListAsync(database.Store));

        database.Execute($"update case_file set policy = 'us-or' where id = {sick.CaseId}");
        Assert.Equal(1, await Bureau.Must(runs.RetryAsync(run, "retry-1", Clerk)));
        Assert.Equal("R-RUN-NOTHING-FAILED", (await runs.RetryAsync(run, "retry-2", Clerk)).Refusal?.Code);
        await runs.WorkAsync(run, "again");
        Assert.Empty(await runs.OpenRunsAsync());
        Assert.Equal(expected, await OwingCounty.ListAsync(database.Store));
    }

    [Theory, EachEngine]
    public async Task The_history_says_since_when_why_and_how_it_ended(string engine)
    {
        var county = await OwingCounty.MakeAsync(engine, families: 3);
        using var database = county.Database;
        var (a, b, c) = (county.Families[0], county.Families[1], county.Families[2]);
        database.Execute("update person set ssn_status = 'verified', died = null");
        database.Execute($"update person set ssn_digits = '500000009' where id = {c.ObligorId}");
        county.Owe(a, 0, 300_000, 0, 0, 0, 0, 0, 0);
        county.Owe(b, 0, 20_000, 0, 0, 0, 0, 0, 0);
        county.Owe(c, 0, 0, 0, 0, 0, 0, 0, 0);
        var day = OwingCounty.FirstDay;
        await county.SelectAsync();
        Assert.Equal(4, (await OwingCounty.ListAsync(database.Store)).Count);

        // Nothing changed: nothing is written.
        county.OpenDay(day.AddDays(1));
        await county.SelectAsync();
        Assert.Equal(4, (await OwingCounty.ListAsync(database.Store)).Count);

        // He pays some, and then more; the passport stays. Another closes his case, a third begins to owe.
        county.OpenDay(day.AddDays(2));
        county.Owe(a, 0, 200_000, 0, 0, 0, 0, 0, 0);
        database.Execute($"update case_file set status = 'closed' where id = {b.CaseId}");
        county.Owe(c, 0, 16_000, 0, 0, 0, 0, 0, 0);
        await county.SelectAsync();
        county.OpenDay(day.AddDays(3));
        county.Owe(a, 0, 14_999, 0, 0, 0, 0, 0, 0);
        await county.SelectAsync();
        county.OpenDay(day.AddDays(4));
        county.Owe(a, 0, 0, 0, 0, 0, 0, 0, 0);
        await county.SelectAsync();

        await using var db = database.Store.Read();
        var all = await db.RemedySelections.OrderBy(s => s.Id).ToListAsync();
        Assert.Equal(
            [(300_000, 0, 0, 2, "Changed"), (200_000, 0, 2, 3, "Changed"), (14_999, 0, 3, 4, "Paid")],
            Of(a.ObligorId, Remedy.Passport));
        Assert.Equal([(300_000, 0, 0, 2, "Changed"), (200_000, 0, 2, 3, "BelowThreshold")], Of(a.ObligorId, Remedy.FederalTaxRefund));
        Assert.Equal([(20_000, 0, 0, 2, "NoOpenCase")], Of(b.ObligorId, Remedy.FederalTaxRefund));
        Assert.Equal([(16_000, 2, 2, -1, "")], Of(c.ObligorId, Remedy.FederalTaxRefund));
        Assert.All(all.Where(s => s.Remedy == Remedy.Passport && s.Amount.Cents < 250_000), s => Assert.Equal(SelectionReason.StaysUntilPaid, s.Reason));
        Assert.All(all, s => Assert.Equal(s.To is null, s.EndRunId is null));

        IEnumerable<(long, int, int, int, string)> Of(long obligor, Remedy remedy) => all.Where(s => s.ObligorId == obligor && s.Remedy == remedy)
            .Select(s => (s.Amount.Cents, s.Since.DayNumber - day.DayNumber, s.From.DayNumber - day.DayNumber, s.To is { } to ? to.DayNumber - day.DayNumber : -1, s.Ended?.ToString() ?? ""));
    }

    [Fact]
    public void The_words_of_the_list_are_those_of_the_rule()
    {
        Assert.Equal(Enum.GetNames<RemedyDebt>(), Enum.GetNames<SelectedDebt>());
        Assert.Superset(Enum.GetNames<SelectionStanding>().ToHashSet(), Enum.GetNames<RemedyStanding>().ToHashSet());
        Assert.Superset(Enum.GetNames<SelectionReason>().ToHashSet(), Enum.GetNames<RemedyReason>().ToHashSet());
    }

    private static async Task<IReadOnlyList<string>> FailuresAsync(AlimentaStore store, long run)
    {
        await using var db = store.Read();
        return await (from s in db.BatchSteps join p in db.BatchPartitions on s.Id equals p.StepId where s.RunId == run && p.Status == PartitionStatus.Failed select p.Error).ToListAsync();
    }
}
