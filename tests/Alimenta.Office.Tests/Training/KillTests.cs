using Alimenta.Data;
using Alimenta.Law;
using Alimenta.Office.Accounting;
using Alimenta.Office.Disbursement;
using Alimenta.Office.Receipts;
using Alimenta.Office.Training;
using Alimenta.Testing;
using Microsoft.EntityFrameworkCore;

namespace Alimenta.Office.Tests.Training;

/// <summary>The day's road (receive, disburse, release, next month's accrual) dies at a place and is simply done again: the ledger is the one of an undisturbed day.</summary>
public sealed class KillTests
{
    // Every place of a single command is walked in the Data room's tests; here the stride walks the runs from end to end.
    private const int Stride = 23;
    private static readonly DateOnly Payday = new(2026, 11, 20);
    private static readonly DateOnly NextMonth = new(2026, 12, 1);
    private static readonly PolicyDesk Policies = new(LawStore.BuiltIn);

    [Theory, EachEngine]
    public async Task Killed_anywhere_and_done_again_the_day_ends_in_the_same_ledger(string engine)
    {
        using var county = TestDatabases.Create(engine);
        var options = new DemoOptions { Cases = 8, Months = 3, Seed = 5 };
        var made = await new Demo(county.Store, Policies, BankSettings.Demonstration).RunAsync(options with { Date = Payday });
        Assert.True(made.Ok, made.Refusal?.ToString());
        var file = await PaydayFileAsync(county.Store);
        var undisturbed = await EndAsync(county, file, null);
        var died = 0;
        for (var nth = 1; ; nth += Stride)
        {
            var crash = new DiesAt(nth);
            Assert.Equal(undisturbed, await EndAsync(county, file, crash));
            if (!crash.Died) break;
            died++;
        }

        Assert.True(died > 5, $"the day died {died} times");
    }

    /// <summary>Does the day on a copy, again and again until nothing dies; returns the ledger's hash.</summary>
    private static async Task<string> EndAsync(TestDatabase county, byte[] file, DiesAt? crash)
    {
        using var copy = TestDatabases.CopyOf(county);
        if (crash is not null)
        {
            try
            {
                await DayAsync(copy.Another(crash), file);
            }
            catch (Exception failure) when (crash.Died && Causes(failure).Any(c => c is KilledException))
            {
                // What the dead worker had claimed is free when its lease has run out.
                copy.Pass(TimeSpan.FromMinutes(6));
            }
        }

        await DayAsync(copy.Store, file);
        var proof = await Proof.ProveAsync(copy.Store, Policies, new() { Plays = ProofPlays.All });
        Assert.True(proof.Ok, string.Join("; ", proof.Checks.Where(c => !c.Ok).SelectMany(c => c.Faults.Select(f => $"{c.Name}: {f}"))));
        return proof.LedgerHash;
    }

    private static async Task DayAsync(AlimentaStore store, byte[] file)
    {
        var clerk = new Actor(71, "clerk");
        await new ReceiveFile(store, Policies).RunAsync("SECOND.ach", file, clerk);
        await new BusinessDays(store).OpenAsync(Payday.AddDays(3), clerk);
        await new DisbursementRun(store, Policies, BankSettings.Demonstration).RunAsync("the-day", clerk);
        List<DisbursementFile> waiting;
        await using (var db = store.Read()) waiting = await db.DisbursementFiles.Where(f => f.Status == DisbursementFileStatus.Created).OrderBy(f => f.Id).ToListAsync();
        foreach (var made in waiting) await new ReleaseFile(store).RunAsync(made.Id, made.Amount, $"release:{made.Identity}", new(72, "releaser"));
        await new BusinessDays(store).OpenAsync(NextMonth, clerk);
        await new CircleRuns(store, Policies).WorkAsync((await new AccrualRun(store).StartAsync()).Value.Run, "worker");
    }

    /// <summary>A second file of the payday: the first one of the county with other trace numbers and amounts.</summary>
    private static async Task<byte[]> PaydayFileAsync(AlimentaStore store)
    {
        await using var db = store.Read();
        var seen = await (from c in db.Cases join p in db.People on c.ObligorId equals p.Id orderby c.Number select new { c.Number, p.SsnDigits }).ToListAsync();
        return Receipts.EmployerFile.Of(Payday, 'Z', [.. seen.Select((s, i) => Receipts.EmployerFile.Ded(s.Number, 31 + i, s.SsnDigits!, paid: Payday.AddDays(-1)))]);
    }

    private static IEnumerable<Exception> Causes(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException) yield return cause;
    }

    private sealed class KilledException(string place) : Exception(place);

    /// <summary>Dies at the nth place it passes, and is dead from then on.</summary>
    private sealed class DiesAt(int nth) : IFailPoints
    {
        private int _passed;

        public bool Died { get; private set; }

        public ValueTask HitAsync(string point)
        {
            if (!Died && ++_passed < nth) return ValueTask.CompletedTask;
            Died = true;
            throw new KilledException(point);
        }
    }
}
